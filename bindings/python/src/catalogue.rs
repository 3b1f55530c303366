//! A catalogue, its problems, and what can be looked up in it.

use std::path::PathBuf;

use boussole_documents::{Failure, Shelf};
use pyo3::prelude::*;

use crate::raised::raised;

/// A catalogue with the problems of its data.
#[pyclass(frozen, module = "boussole_metiers._boussole")]
pub(crate) struct Catalogue {
    pub(crate) shelf: Shelf,
}

#[pymethods]
impl Catalogue {
    #[staticmethod]
    fn demo(py: Python<'_>) -> Self {
        Self { shelf: py.detach(Shelf::demo) }
    }

    #[staticmethod]
    #[allow(clippy::needless_pass_by_value, reason = "Python hands over owned values")]
    fn read(py: Python<'_>, paths: Vec<PathBuf>) -> PyResult<Self> {
        let loaded = py.detach(|| boussole::Catalogue::read_all(&paths)).map_err(|error| raised(py, &Failure::from(error)))?;
        Ok(Self { shelf: loaded.into() })
    }

    #[staticmethod]
    fn read_bytes(py: Python<'_>, name: &str, bytes: &[u8]) -> PyResult<Self> {
        let shelf = py.detach(|| Shelf::read(name, bytes)).map_err(|failure| raised(py, &failure))?;
        Ok(Self { shelf })
    }

    fn with_rome_letters(&self, py: Python<'_>, name: &str, bytes: &[u8]) -> Self {
        Self { shelf: py.detach(|| self.shelf.clone().with_rome_letters(name, bytes)) }
    }

    fn problems(&self) -> String {
        self.shelf.problems()
    }

    fn metiers(&self, py: Python<'_>) -> String {
        py.detach(|| self.shelf.metiers())
    }

    fn find(&self, py: Python<'_>, text: &str, voice: &str) -> PyResult<String> {
        self.shelf.find(text, voice).map_err(|failure| raised(py, &failure))
    }

    fn labels(&self, py: Python<'_>, kind: &str) -> PyResult<String> {
        self.shelf.labels(kind).map_err(|failure| raised(py, &failure))
    }

    fn fingerprint(&self) -> &str {
        self.shelf.catalogue().fingerprint()
    }

    fn to_json(&self, py: Python<'_>) -> String {
        py.detach(|| self.shelf.catalogue().to_json())
    }

    fn __len__(&self) -> usize {
        self.shelf.catalogue().len()
    }
}
