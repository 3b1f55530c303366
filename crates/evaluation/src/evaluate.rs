//! Metrics of every query of a run.

use super::judged::Judged;
use super::metric::Metric;
use super::ranked_list::{RankedList, Ties};
use super::summary::{Resampling, Summary, summarize};
use super::trec::{Qrels, Run};

/// What to do with the cases on which libraries disagree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Conventions {
    /// How tied items are treated.
    pub ties: Ties,
    /// What a query without relevant items gives.
    pub no_relevant: NoRelevant,
    /// The least gain that is relevant (`trec_eval -l`); 0 for any gain above 0. (n)DCG, which weighs gains, ignores it.
    pub relevance_level: u16,
}

/// What a query without relevant items gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum NoRelevant {
    /// Every metric is 0 and the query counts, as in `trec_eval`.
    #[default]
    Zero,
    /// The query is left out of the means and named in [`Evaluation::skipped`].
    Skip,
}

/// The metrics of every query, first per query; averages come later, from
/// [`summaries`](Self::summaries).
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluation {
    metrics: Vec<Metric>,
    /// By query; each has one value per metric.
    queries: Vec<QueryValues>,
    skipped: Vec<String>,
    absent: Vec<String>,
    unjudged: Vec<String>,
}

/// The metrics of one query.
#[derive(Debug, Clone, PartialEq)]
pub struct QueryValues {
    /// The query.
    pub query: String,
    /// One value per metric, in the order of [`Evaluation::metrics`], each in [0, 1] except for DCG.
    pub values: Vec<f64>,
}

/// Judges the list of every query of `qrels`.
///
/// A query that `run` does not answer counts as an empty list, so every metric is 0: leaving it
/// out would reward a system for staying silent where it is bad.
#[must_use]
pub fn evaluate(qrels: &Qrels, run: &Run, metrics: &[Metric], conventions: Conventions) -> Evaluation {
    let nothing = RankedList::default();
    let mut evaluation = Evaluation {
        metrics: metrics.to_vec(),
        queries: Vec::new(),
        skipped: Vec::new(),
        absent: Vec::new(),
        unjudged: run
            .iter()
            .map(|(query, _)| query)
            .filter(|query| qrels.judgements(query).is_none())
            .map(str::to_owned)
            .collect(),
    };
    for (query, judgements) in qrels.iter() {
        let relevant = judgements.at_level(conventions.relevance_level);
        if conventions.no_relevant == NoRelevant::Skip && relevant.n_relevant() == 0 {
            evaluation.skipped.push(query.to_owned());
            continue;
        }
        let list = run.list(query).unwrap_or_else(|| {
            evaluation.absent.push(query.to_owned());
            &nothing
        });
        let graded = Judged::new(list, judgements, conventions.ties);
        let binary = Judged::new(list, &relevant, conventions.ties);
        let values = metrics.iter().map(|metric| metric.value(if metric.is_graded() { &graded } else { &binary })).collect();
        evaluation.queries.push(QueryValues { query: query.to_owned(), values });
    }
    evaluation
}

impl Evaluation {
    /// The metrics, in the order asked for.
    #[must_use]
    pub fn metrics(&self) -> &[Metric] {
        &self.metrics
    }

    /// The values of each query that counts, by query.
    #[must_use]
    pub fn queries(&self) -> &[QueryValues] {
        &self.queries
    }

    /// The queries left out because nothing is relevant to them; see [`NoRelevant::Skip`].
    #[must_use]
    pub fn skipped(&self) -> &[String] {
        &self.skipped
    }

    /// The queries that count with 0 because the run does not answer them.
    #[must_use]
    pub fn absent(&self) -> &[String] {
        &self.absent
    }

    /// The queries of the run that nobody judged, and that therefore do not count.
    #[must_use]
    pub fn unjudged(&self) -> &[String] {
        &self.unjudged
    }

    /// The mean and interval of each metric, in the order asked for; empty when no query counts.
    ///
    /// Every metric sees the same resamples of queries.
    #[must_use]
    pub fn summaries(&self, resampling: &Resampling) -> Vec<(Metric, Summary)> {
        let summary = |(column, &metric)| Some((metric, summarize(&self.column(column), resampling)?));
        self.metrics.iter().enumerate().filter_map(summary).collect()
    }

    /// The values of the metric at position `column`, by query.
    pub(super) fn column(&self, column: usize) -> Vec<f64> {
        self.queries.iter().map(|query| query.values[column]).collect()
    }
}

#[cfg(test)]
mod tests {
    //! Each reason why a query may not count is reported, and only that one.

    use super::{Conventions, Evaluation, NoRelevant, evaluate};
    use crate::{Qrels, Resampling, Run};

    fn evaluated(no_relevant: NoRelevant) -> Evaluation {
        let qrels = Qrels::parse_trec("found 0 d1 1\nlost 0 d1 1\nnone 0 d1 0\n").expect("valid");
        let run = Run::parse_trec("found Q0 d1 1 0.5 t\nnone Q0 d1 1 0.5 t\nother Q0 d1 1 0.5 t\n").expect("valid");
        let metrics = ["rr", "recall@5"].map(|name| name.parse().expect("known"));
        evaluate(&qrels, &run, &metrics, Conventions { no_relevant, ..Conventions::default() })
    }

    #[track_caller]
    fn check_queries(evaluation: &Evaluation, expected: &[(&str, f64)]) {
        let found: Vec<_> = evaluation.queries().iter().map(|query| (query.query.as_str(), query.values[0])).collect();
        assert_eq!(found, expected);
        assert_eq!(evaluation.absent(), ["lost"]);
        assert_eq!(evaluation.unjudged(), ["other"]);
    }

    #[test]
    fn no_relevant_item_counts_as_zero() {
        let evaluation = evaluated(NoRelevant::Zero);
        check_queries(&evaluation, &[("found", 1.0), ("lost", 0.0), ("none", 0.0)]);
        assert!(evaluation.skipped().is_empty());
    }

    #[test]
    fn no_relevant_item_is_skipped() {
        let evaluation = evaluated(NoRelevant::Skip);
        check_queries(&evaluation, &[("found", 1.0), ("lost", 0.0)]);
        assert_eq!(evaluation.skipped(), ["none"]);
        let summaries = evaluation.summaries(&Resampling::default());
        assert_eq!(
            summaries.iter().map(|(metric, summary)| (metric.to_string(), summary.mean, summary.n)).collect::<Vec<_>>(),
            [("rr".to_owned(), 0.5, 2), ("recall@5".to_owned(), 0.5, 2),]
        );
    }

    #[test]
    fn nothing_judged_gives_no_summary() {
        let evaluation = evaluate(&Qrels::default(), &Run::default(), &["rr".parse().expect("known")], Conventions::default());
        assert!(evaluation.summaries(&Resampling::default()).is_empty());
    }
}
