//! Metrics of rankings.

use boussole_evaluation::{
    Conventions, Judgements, Metric, NoRelevant, Qrels, RankedList, Resampling, Run, Ties, TrecErrors, compare_evaluations,
    evaluate as evaluated,
};
use boussole_report::{EvaluationReport, Report};
use pyo3::prelude::*;

use crate::raised::raised_of;

/// Gains or scores of items by query: the text of a TREC file, or pairs.
#[derive(FromPyObject)]
pub(crate) enum Judged {
    Text(String),
    Pairs(Vec<(String, Vec<(String, f64)>)>),
}

/// What is wrong with what was asked, at once.
type Problems = Vec<String>;

/// The document of `boussole evaluate --per-query`, of the first run and, if there is a second, against it.
#[pyfunction]
#[allow(clippy::needless_pass_by_value, reason = "Python hands over owned values")]
#[allow(clippy::too_many_arguments, reason = "they are those of `metrics.evaluate`, by name")]
pub(crate) fn evaluate(
    py: Python<'_>,
    qrels: Judged,
    runs: Vec<Judged>,
    metrics: Vec<String>,
    ties: &str,
    relevance_level: u16,
    skip_no_relevant: bool,
    seed: u64,
) -> PyResult<String> {
    let no_relevant = if skip_no_relevant { NoRelevant::Skip } else { NoRelevant::Zero };
    let resampling = Resampling { seed, ..Resampling::default() };
    let document = || {
        let ties: Ties = ties.parse().map_err(told)?;
        let asked = metrics.iter().map(|name| name.trim().parse().map_err(told));
        let asked: Vec<Metric> = all(asked)?;
        let qrels = read_qrels(qrels)?;
        let conventions = Conventions { ties, no_relevant, relevance_level };
        let runs = all(runs.into_iter().map(read_run))?;
        let mut evaluations = runs.iter().map(|run| evaluated(&qrels, run, &asked, conventions));
        let evaluation = evaluations.next().ok_or("expected a run, found none").map_err(told)?;
        let comparisons = match evaluations.next() {
            None => Vec::new(),
            Some(baseline) => compare_evaluations(&evaluation, &baseline, &resampling).map_err(told)?,
        };
        Ok(EvaluationReport::new(&evaluation, &comparisons, &metrics, &resampling, true).json())
    };
    py.detach(document).map_err(|problems: Problems| raised_of(py, "judgements", problems.join("\n"), &problems))
}

fn read_qrels(qrels: Judged) -> Result<Qrels, Problems> {
    match qrels {
        Judged::Text(text) => Qrels::parse_trec(&text).map_err(|errors| trec(&errors)),
        Judged::Pairs(queries) => {
            let judged = |(query, gains): (String, _)| match Judgements::new(gains) {
                Ok(gains) => Ok((query, gains)),
                Err(error) => Err(vec![format!("query {query}: {error}")]),
            };
            Ok(all(queries.into_iter().map(judged))?.into_iter().collect())
        }
    }
}

fn read_run(run: Judged) -> Result<Run, Problems> {
    match run {
        Judged::Text(text) => Run::parse_trec(&text).map_err(|errors| trec(&errors)),
        Judged::Pairs(queries) => {
            let ranked = |(query, scores): (String, _)| match RankedList::new(scores) {
                Ok(list) => Ok((query, list)),
                Err(error) => Err(vec![format!("query {query}: {error}")]),
            };
            Ok(all(queries.into_iter().map(ranked))?.into_iter().collect())
        }
    }
}

/// All values, or all problems.
fn all<T>(results: impl Iterator<Item = Result<T, Problems>>) -> Result<Vec<T>, Problems> {
    let (mut values, mut problems) = (Vec::new(), Problems::new());
    for result in results {
        match result {
            Ok(value) => values.push(value),
            Err(more) => problems.extend(more),
        }
    }
    if problems.is_empty() { Ok(values) } else { Err(problems) }
}

fn trec(errors: &TrecErrors) -> Problems {
    let more = (0 < errors.n_more()).then(|| format!("… and {} more problems", errors.n_more()));
    errors.errors().iter().map(ToString::to_string).chain(more).collect()
}

#[allow(clippy::needless_pass_by_value, reason = "it is mapped over errors")]
fn told(error: impl ToString) -> Problems {
    vec![error.to_string()]
}
