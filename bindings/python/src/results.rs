//! The results of many students for Python: a stream of Arrow batches that is read once.

use std::collections::VecDeque;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use arrow_array::RecordBatchReader;
use arrow_array::ffi::FFI_ArrowSchema;
use arrow_array::ffi_stream::{ArrowArrayStreamReader, FFI_ArrowArrayStream};
use arrow_pyarrow::{FromPyArrow, ToPyArrow};
use arrow_schema::SchemaRef;
use boussole_documents::Advisor;
use boussole_table::Table;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use crate::answers::{Answers, Counts, Stopped, Stream};
use crate::raised::raised_of;

/// The results of a table, until they are read.
#[pyclass(frozen, module = "boussole_metiers._boussole")]
pub(crate) struct Results {
    /// `None` once they were handed over.
    answers: Mutex<Option<Answers>>,
    schema: SchemaRef,
    ignored: Vec<String>,
    counts: Arc<Counts>,
}

impl Results {
    /// The results of a table, of which only the columns are looked at now.
    pub(crate) fn of(advisor: &Arc<Advisor>, table: &Bound<'_, PyAny>, k: usize, n_threads: usize) -> PyResult<Self> {
        let py = table.py();
        let source = ArrowArrayStreamReader::from_pyarrow_bound(table)?;
        let table = Table::new(&source.schema()).map_err(|error| raised_of(py, "table", error, &[]))?;
        let threads = rayon::ThreadPoolBuilder::new().num_threads(n_threads).build();
        let threads = threads.map_err(|error| raised_of(py, "options", format!("threads: {error}"), &[]))?;
        let (schema, ignored, counts) = (Arc::clone(table.results()), table.others().to_vec(), Arc::<Counts>::default());
        let answers = Answers {
            advisor: Arc::clone(advisor),
            table,
            source,
            k,
            threads,
            counts: Arc::clone(&counts),
            progress: None,
            waiting: None,
            done: VecDeque::new(),
        };
        Ok(Self { answers: Mutex::new(Some(answers)), schema, ignored, counts })
    }

    fn answers(&self) -> MutexGuard<'_, Option<Answers>> {
        self.answers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[pymethods]
impl Results {
    fn n_students(&self) -> u64 {
        self.counts.n_students.load(Ordering::Relaxed)
    }

    fn n_errors(&self) -> u64 {
        self.counts.n_errors.load(Ordering::Relaxed)
    }

    fn ignored_columns(&self) -> Vec<String> {
        self.ignored.clone()
    }

    /// Sets what is called with the number of students that were answered since.
    fn tell(&self, py: Python<'_>, progress: Py<PyAny>) {
        py.detach(|| {
            if let Some(answers) = self.answers().as_mut() {
                answers.progress = Some(progress);
            }
        });
    }

    fn __iter__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }

    /// The next results as a record batch of pyarrow.
    fn __next__<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let next = py.detach(|| self.answers().as_mut().map_or(Ok(None), Answers::next_batch));
        match next {
            Ok(batch) => batch.map(|batch| batch.to_pyarrow(py)).transpose(),
            Err(stopped) => {
                py.detach(|| *self.answers() = None);
                Err(match stopped {
                    Stopped::Python(error) => error,
                    stopped => raised_of(py, "table", stopped, &[]),
                })
            }
        }
    }

    /// Hands over what is left to another library.
    #[pyo3(signature = (_requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        _requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let stream = Stream { answers: py.detach(|| self.answers().take()), schema: Arc::clone(&self.schema) };
        let stream = FFI_ArrowArrayStream::new(Box::new(stream));
        PyCapsule::new_with_value(py, stream, c"arrow_array_stream")
    }

    /// The columns.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = FFI_ArrowSchema::try_from(self.schema.as_ref()).map_err(|error| raised_of(py, "table", error, &[]))?;
        PyCapsule::new_with_value(py, schema, c"arrow_schema")
    }
}
