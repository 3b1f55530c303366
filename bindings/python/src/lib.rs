//! What Python asks of boussole: JSON text in, the program's documents out; Arrow streams in, Arrow streams out.
//!
//! The package `boussole_metiers` wraps these classes and functions, and is what people import. No call holds the lock of the interpreter
//! while it works.

mod raised;
mod catalogue;
mod evaluation;
mod answers;
mod results;
mod tuning;
mod recommender;

use pyo3::prelude::*;

#[pymodule]
mod _boussole {
    use super::{Bound, PyModule, PyModuleMethods, PyResult};

    #[pymodule_export]
    use super::catalogue::Catalogue;
    #[pymodule_export]
    use super::evaluation::evaluate;
    #[pymodule_export]
    use super::recommender::{Recommender, profile, weights, weights_toml};
    #[pymodule_export]
    use super::results::Results;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}
