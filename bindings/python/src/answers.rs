//! The results of many students as they are worked out, a few thousand at a time.

use std::collections::VecDeque;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use arrow_array::ffi_stream::ArrowArrayStreamReader;
use arrow_array::{Array, RecordBatch, RecordBatchReader};
use arrow_schema::{ArrowError, SchemaRef};
use boussole_documents::Advisor;
use boussole_table::{Table, TableError};
use pyo3::exceptions::PyKeyboardInterrupt;
use pyo3::prelude::*;
use rayon::ThreadPool;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

/// So many students are answered by a thread between two looks at the interpreter: enough to keep it busy, few enough for an interrupt to be
/// heard at once and for results to stay small.
const PIECE: usize = 4096;

/// The results of a table, as they are worked out.
pub(crate) struct Answers {
    pub(crate) advisor: Arc<Advisor>,
    pub(crate) table: Table,
    pub(crate) source: ArrowArrayStreamReader,
    pub(crate) k: usize,
    pub(crate) threads: ThreadPool,
    pub(crate) counts: Arc<Counts>,
    /// Called with the number of students that were answered since.
    pub(crate) progress: Option<Py<PyAny>>,
    /// What of a batch of the source was not answered yet.
    pub(crate) waiting: Option<RecordBatch>,
    pub(crate) done: VecDeque<RecordBatch>,
}

/// How far it is.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    pub(crate) n_students: AtomicU64,
    pub(crate) n_errors: AtomicU64,
}

/// Why there are no more results.
#[derive(Debug)]
pub(crate) enum Stopped {
    /// An interrupt, or what the callback raised.
    Python(PyErr),
    /// A column that holds something else.
    Table(TableError),
    /// The source cannot be read on.
    Source(ArrowError),
}

impl fmt::Display for Stopped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Python(error) => write!(f, "{error}"),
            Self::Table(error) => write!(f, "{error}"),
            Self::Source(error) => write!(f, "table: expected rows that can be read, found: {error}"),
        }
    }
}

impl Answers {
    /// The next results; `None` at the end.
    pub(crate) fn next_batch(&mut self) -> Result<Option<RecordBatch>, Stopped> {
        loop {
            if let Some(batch) = self.done.pop_front() {
                return Ok(Some(batch));
            }
            let pieces = self.next_pieces().map_err(Stopped::Source)?;
            if pieces.is_empty() {
                return Ok(None);
            }
            let n_students: usize = pieces.iter().map(RecordBatch::num_rows).sum();
            self.done = self.answered(pieces).map_err(Stopped::Table)?;
            self.tell(n_students).map_err(Stopped::Python)?;
        }
    }

    /// A piece for each thread, fewer at the end.
    fn next_pieces(&mut self) -> Result<Vec<RecordBatch>, ArrowError> {
        let mut pieces = Vec::new();
        while pieces.len() < self.threads.current_num_threads() {
            match self.waiting.take() {
                Some(batch) if 0 < batch.num_rows() => {
                    let n_rows = batch.num_rows();
                    let n_taken = n_rows.min(PIECE);
                    pieces.push(batch.slice(0, n_taken));
                    self.waiting = (n_taken < n_rows).then(|| batch.slice(n_taken, n_rows - n_taken));
                }
                _ => match self.source.next().transpose()? {
                    Some(batch) => self.waiting = Some(batch),
                    None => break,
                },
            }
        }
        Ok(pieces)
    }

    fn answered(&self, pieces: Vec<RecordBatch>) -> Result<VecDeque<RecordBatch>, TableError> {
        let Self { advisor, table, k, .. } = self;
        let answer = |piece: RecordBatch| table.answer(&mut advisor.recommender().worker(), &piece, *k);
        self.threads.install(|| pieces.into_par_iter().map(answer).collect())
    }

    /// Counts, and lets the interpreter have its say.
    fn tell(&self, n_students: usize) -> PyResult<()> {
        let errors = self.done.iter().filter_map(|batch| batch.column_by_name("error"));
        let n_errors: usize = errors.map(|column| column.len() - column.null_count()).sum();
        self.counts.n_students.fetch_add(n_students as u64, Ordering::Relaxed);
        self.counts.n_errors.fetch_add(n_errors as u64, Ordering::Relaxed);
        Python::attach(|py| {
            py.check_signals()?;
            self.progress.as_ref().map_or(Ok(()), |progress| progress.call1(py, (n_students,)).map(drop))
        })
    }
}

/// The results for another library, which takes them through the C interface of Arrow and knows no exceptions of Python.
pub(crate) struct Stream {
    pub(crate) answers: Option<Answers>,
    pub(crate) schema: SchemaRef,
}

impl Iterator for Stream {
    type Item = Result<RecordBatch, ArrowError>;

    /// After an error there are no more results.
    fn next(&mut self) -> Option<Self::Item> {
        let answers = self.answers.as_mut()?;
        // A panic must not unwind into C.
        let next = catch_unwind(AssertUnwindSafe(|| answers.next_batch()));
        let result = match next {
            Ok(Ok(batch)) => return batch.map(Ok),
            Ok(Err(stopped)) => Err(ArrowError::ExternalError(told(&stopped).into())),
            Err(_) => Err(ArrowError::ExternalError("the results cannot be worked out; this is a fault of boussole".into())),
        };
        self.answers = None;
        Some(result)
    }
}

impl RecordBatchReader for Stream {
    fn schema(&self) -> SchemaRef {
        Arc::clone(&self.schema)
    }
}

/// What to say of it. An interrupt is handed on, so that it is raised when the library comes back to Python.
fn told(stopped: &Stopped) -> String {
    if let Stopped::Python(error) = stopped {
        Python::attach(|py| {
            if error.is_instance_of::<PyKeyboardInterrupt>(py) {
                // There is nobody to tell if it cannot be handed on; the error stops the library in any case.
                let _ = py.import("_thread").and_then(|module| module.call_method0("interrupt_main"));
            }
        });
    }
    stopped.to_string()
}
