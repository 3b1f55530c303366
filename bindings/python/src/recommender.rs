//! A recommender that is asked by Python: documents for one student, a stream for many.

use std::collections::BTreeMap;
use std::sync::Arc;

use boussole::Profile;
use boussole_documents::{Advisor, Failure};
use boussole_tuning::TuningPlan;
use pyo3::prelude::*;

use crate::catalogue::Catalogue;
use crate::raised::raised;
use crate::results::Results;
use crate::tuning;

/// A catalogue compiled once.
#[pyclass(frozen, module = "boussole_metiers._boussole")]
pub(crate) struct Recommender {
    advisor: Arc<Advisor>,
}

impl Recommender {
    /// Asks without holding the lock of the interpreter.
    fn ask<T: Send>(&self, py: Python<'_>, question: impl FnOnce(&Advisor) -> Result<T, Failure> + Send) -> PyResult<T> {
        py.detach(|| question(&self.advisor)).map_err(|failure| raised(py, &failure))
    }
}

#[pymethods]
impl Recommender {
    #[new]
    fn new(py: Python<'_>, catalogue: &Catalogue, weights: &str) -> PyResult<Self> {
        let advisor = py.detach(|| Advisor::new(catalogue.shelf.catalogue(), weights)).map_err(|failure| raised(py, &failure))?;
        Ok(Self { advisor: Arc::new(advisor) })
    }

    fn recommend(&self, py: Python<'_>, profile: &str, options: &str) -> PyResult<String> {
        self.ask(py, |advisor| advisor.recommend(profile, options))
    }

    fn explain(&self, py: Python<'_>, profile: &str, metier: &str, options: &str) -> PyResult<String> {
        self.ask(py, |advisor| advisor.explain(profile, metier, options))
    }

    fn compare(&self, py: Python<'_>, profile: &str, first: &str, second: &str, options: &str) -> PyResult<String> {
        self.ask(py, |advisor| advisor.compare(profile, first, second, options))
    }

    fn what_if(&self, py: Python<'_>, profile: &str, metier: &str, options: &str) -> PyResult<String> {
        self.ask(py, |advisor| advisor.what_if(profile, metier, options))
    }

    fn stability(&self, py: Python<'_>, profile: &str, options: &str) -> PyResult<String> {
        self.ask(py, |advisor| advisor.stability(profile, options))
    }

    fn ladder(&self, py: Python<'_>, profile: &str, options: &str) -> PyResult<String> {
        self.ask(py, |advisor| advisor.ladder(profile, options))
    }

    fn record(&self, py: Python<'_>, profile: &str, options: &str) -> PyResult<String> {
        self.ask(py, |advisor| advisor.record(profile, options))
    }

    fn replay(&self, py: Python<'_>, record: &str, options: &str) -> PyResult<String> {
        self.ask(py, |advisor| advisor.replay(record, options))
    }

    fn recommend_table(&self, table: &Bound<'_, PyAny>, k: usize, threads: usize) -> PyResult<Results> {
        Results::of(&self.advisor, table, k, threads)
    }

    #[pyo3(signature = (lines, shrinkage, fixed, per_interest, seed, progress))]
    #[allow(clippy::too_many_arguments, reason = "they are those of `Tuner`, by name")]
    #[allow(clippy::needless_pass_by_value, reason = "Python hands over owned values")]
    fn tune(
        &self,
        py: Python<'_>,
        lines: &str,
        shrinkage: Option<f64>,
        fixed: BTreeMap<String, f64>,
        per_interest: bool,
        seed: u64,
        progress: Option<Py<PyAny>>,
    ) -> PyResult<String> {
        let plan = TuningPlan { lambda: shrinkage, fixed: fixed.into_iter().collect(), seed, ..TuningPlan::default() };
        tuning::tune(py, self.advisor.recommender(), lines, &plan, per_interest, progress.as_ref())
    }

    fn preference_score(&self, py: Python<'_>, lines: &str) -> PyResult<f64> {
        tuning::score(py, self.advisor.recommender(), lines)
    }
}

/// A profile, JSON or TOML, as it is understood: JSON.
#[pyfunction]
pub(crate) fn profile(py: Python<'_>, text: &str) -> PyResult<String> {
    let profile = Profile::from_text(text).map_err(|error| raised(py, &Failure::from(error)))?;
    Ok(serde_json::to_string(&profile).expect("maps have text keys and numbers are finite"))
}

/// Weights, as a recommender takes them, as JSON with a number for each criterion.
#[pyfunction]
pub(crate) fn weights(py: Python<'_>, text: &str) -> PyResult<String> {
    let (weights, _) = boussole_documents::given_weights(text).map_err(|failure| raised(py, &failure))?;
    Ok(serde_json::to_string(&weights.shares()).expect("names are texts and weights are finite"))
}

/// Weights, as a recommender takes them, as a file.
#[pyfunction]
pub(crate) fn weights_toml(py: Python<'_>, text: &str) -> PyResult<String> {
    let (weights, _) = boussole_documents::given_weights(text).map_err(|failure| raised(py, &failure))?;
    Ok(weights.to_toml())
}
