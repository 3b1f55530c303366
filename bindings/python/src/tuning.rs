//! Weights that fit what people prefer.

use boussole::features::InterestFactors;
use boussole::{Profile, Recommender, WeightsOrigin};
use boussole_report::{Report, TuningDocument};
use boussole_tuning::{
    Grain, Preferences, PreferencesError, RankMoves, TuningPlan, TuningReport, tune as tuned, with_found_factors,
};
use pyo3::prelude::*;
use serde::Serialize;
use serde_json::value::RawValue;

use crate::raised::raised_of;

/// The document of `boussole tune`, and the weights as a file, if there are some.
#[derive(Serialize)]
struct Tuned {
    document: Box<RawValue>,
    weights: Option<String>,
}

/// Tunes on lines of preferences, after factors of interests if they are wanted. `progress` is called after each fit.
pub(crate) fn tune(
    py: Python<'_>,
    recommender: &Recommender,
    lines: &str,
    plan: &TuningPlan,
    per_interest: bool,
    progress: Option<&Py<PyAny>>,
) -> PyResult<String> {
    let interests = if per_interest {
        let plan = TuningPlan { fixed: Vec::new(), ..plan.clone() };
        Some(fitted(py, &read(py, recommender, lines, Grain::Interest)?, &plan, progress)?)
    } else {
        None
    };
    let factored = interests.as_ref().map_or(Ok(None), |interests| with_found_factors(interests, recommender));
    let factored = factored.map_err(|error| raised_of(py, "tuning", error, &[]))?;
    let weighed = factored.as_ref().unwrap_or(recommender);
    let report = fitted(py, &read(py, weighed, lines, Grain::Criterion)?, plan, progress)?;
    let factors = weighed.weights().interest_factors();
    let found = py.detach(|| written(&report, interests.as_ref(), recommender, factors, lines, plan));
    found.map_err(|error| raised_of(py, "tuning", error, &[]))
}

fn fitted(py: Python<'_>, preferences: &Preferences, plan: &TuningPlan, progress: Option<&Py<PyAny>>) -> PyResult<TuningReport> {
    let mut stopped = None;
    let report = py.detach(|| {
        tuned(preferences, plan, &mut || {
            if stopped.is_none() {
                stopped = Python::attach(|py| tell(py, progress)).err();
            }
        })
    });
    if let Some(error) = stopped {
        return Err(error);
    }
    report.map_err(|error| raised_of(py, "tuning", error, &[]))
}

fn tell(py: Python<'_>, progress: Option<&Py<PyAny>>) -> PyResult<()> {
    py.check_signals()?;
    progress.map_or(Ok(()), |progress| progress.call0(py).map(drop))
}

fn written(
    report: &TuningReport,
    interests: Option<&TuningReport>,
    recommender: &Recommender,
    factors: &InterestFactors,
    lines: &str,
    plan: &TuningPlan,
) -> Result<String, serde_json::Error> {
    let provenance = report.provenance(lines, plan, None);
    // Features of other names than criteria have weights in the document only.
    let weights = report.fit.as_ref().and_then(|fit| fit.weights.to_weights().ok());
    let weights = weights.map(|weights| weights.with_interest_factors(factors.clone()));
    let after = weights.clone().and_then(|weights| Recommender::new(recommender.catalogue().clone(), weights).ok());
    let changes_to = |after: Recommender| {
        let moves = Profile::demo()
            .into_iter()
            .map(move |(name, profile)| RankMoves::between(recommender, &after, &format!("{name}.toml"), &profile));
        moves.filter_map(Result::ok).collect::<Vec<_>>()
    };
    let moves = after.map(changes_to).unwrap_or_default();
    let document = TuningDocument::new(report, &provenance).with_interests(interests).with_moves(&moves).json();
    let weights = weights.filter(|_| report.is_accepted());
    let weights = weights.map(|weights| weights.with_origin(WeightsOrigin::Tuned(provenance.clone())).to_toml());
    serde_json::to_string(&Tuned { document: RawValue::from_string(document)?, weights })
}

/// The share of pairs in which the preferred one scores higher with the weights of the recommender; equal scores count half.
pub(crate) fn score(py: Python<'_>, recommender: &Recommender, lines: &str) -> PyResult<f64> {
    let preferences = read(py, recommender, lines, Grain::Criterion)?;
    let weight = |name: &String| name.parse().map_or(0.0, |criterion| recommender.weights().get(criterion));
    let slopes: Vec<f64> = preferences.names().iter().map(weight).collect();
    let dataset = preferences.dataset();
    let right = dataset.records().rows().into_iter().zip(dataset.targets().iter()).map(|(contrast, is_first)| {
        let margin: f64 = contrast.iter().zip(&slopes).map(|(value, slope)| value * slope).sum();
        if margin == 0.0 { 0.5 } else { f64::from((0.0 < margin) == *is_first) }
    });
    Ok(right.sum::<f64>() / preferences.n_pairs().max(1) as f64)
}

fn read(py: Python<'_>, recommender: &Recommender, lines: &str, grain: Grain) -> PyResult<Preferences> {
    let preferences = py.detach(|| Preferences::from_json_lines(lines, recommender, grain));
    preferences.map_err(|error: PreferencesError| {
        let problems: Vec<String> = error.problems.iter().map(|(place, problem)| format!("{place}: {problem}")).collect();
        raised_of(py, "preferences", &error, &problems)
    })
}
