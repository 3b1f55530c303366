//! An evaluation of a run: means with intervals, the comparison with another run, every query.

mod shown;

use std::collections::BTreeMap;

use boussole::serialize_keys;
use boussole_evaluation::{Evaluation, Interval, MetricComparison, PValue, Resampling, Summary};

use crate::render::{Block, Document, Form, Table};
use crate::report::Report;
use crate::versioned::Versioned;
use crate::voice::Voice;
use crate::words::{POINT_DECIMALS, message, values};

pub use shown::CatalogueValue;

/// The schema of the JSON of an [`EvaluationReport`].
pub const EVALUATION_SCHEMA: &str = "boussole/evaluation/1";

/// An evaluation with the way its intervals are drawn, ready to be written.
#[derive(Debug, Clone)]
pub struct EvaluationReport<'a> {
    evaluation: &'a Evaluation,
    comparisons: &'a [MetricComparison],
    names: &'a [String],
    summaries: Vec<Summary>,
    has_queries: bool,
    of_catalogue: &'a [CatalogueValue],
}

impl<'a> EvaluationReport<'a> {
    /// A report with means and intervals, and with every query if `has_queries`. Comparisons with another run may be empty.
    ///
    /// `names` are the metrics of the evaluation as the reader calls them, in their order.
    pub fn new(
        evaluation: &'a Evaluation,
        comparisons: &'a [MetricComparison],
        names: &'a [String],
        resampling: &Resampling,
        has_queries: bool,
    ) -> Self {
        let summaries = evaluation.summaries(resampling).into_iter().map(|(_, summary)| summary).collect();
        Self { evaluation, comparisons, names, summaries, has_queries, of_catalogue: &[] }
    }

    /// The same report with what the run shows of a catalogue.
    #[must_use]
    pub fn with_catalogue(self, of_catalogue: &'a [CatalogueValue]) -> Self {
        Self { of_catalogue, ..self }
    }
}

serialize_keys!(impl EvaluationReport<'_> as this {
    "n_queries" => this.evaluation.queries().len(),
    "metrics" => this.by_name(&this.summaries),
    "comparison" if !this.comparisons.is_empty() => this.by_name(this.comparisons),
    "catalogue" if !this.of_catalogue.is_empty() => shown::by_name(this.of_catalogue),
    "skipped" => this.evaluation.skipped(),
    "absent" => this.evaluation.absent(),
    "unjudged" => this.evaluation.unjudged(),
    "per_query" if this.has_queries => {
        let queries = this.evaluation.queries().iter();
        queries.map(|query| (query.query.as_str(), this.by_name(&query.values))).collect::<BTreeMap<_, _>>()
    },
});

impl EvaluationReport<'_> {
    /// Values of the metrics by their names.
    fn by_name<'a, T>(&'a self, values: &'a [T]) -> BTreeMap<&'a str, &'a T> {
        self.names.iter().map(String::as_str).zip(values).collect()
    }

    fn means(&self, voice: Voice) -> Table {
        let row = |(name, summary): (&String, &Summary)| {
            let interval = voice.interval(summary.interval, |end| voice.number(end, POINT_DECIMALS));
            vec![name.clone(), voice.number(summary.mean, POINT_DECIMALS), interval, summary.n.to_string()]
        };
        let columns = [
            message::EVALUATION_COLUMN_METRIC,
            message::EVALUATION_COLUMN_MEAN,
            message::EVALUATION_INTERVAL_95,
            message::EVALUATION_COLUMN_QUERIES,
        ];
        Table::new(columns.map(|column| voice.words(column)), self.names.iter().zip(&self.summaries).map(row).collect())
    }

    fn comparison(&self, voice: Voice) -> Table {
        let row = |(name, MetricComparison { comparison, adjusted_p, .. }): (&String, &MetricComparison)| {
            let p = match comparison.p_value {
                PValue::Exact(p) => voice.words_with(message::EVALUATION_EXACT, values![p = voice.number(p, POINT_DECIMALS)]),
                PValue::Sampled(p) => voice.number(p, POINT_DECIMALS),
            };
            vec![
                name.clone(),
                voice.signed(comparison.mean_difference, POINT_DECIMALS),
                voice.interval(comparison.interval, |end| voice.signed(end, POINT_DECIMALS)),
                p,
                voice.number(*adjusted_p, POINT_DECIMALS),
                format!("{}/{}/{}", comparison.n_wins, comparison.n_ties, comparison.n_losses),
            ]
        };
        let columns = [
            message::EVALUATION_COLUMN_METRIC,
            message::EVALUATION_COLUMN_DIFFERENCE,
            message::EVALUATION_INTERVAL_95,
            message::EVALUATION_COLUMN_P,
            message::EVALUATION_COLUMN_P_HOLM,
            message::EVALUATION_COLUMN_WINS,
        ];
        Table::new(columns.map(|column| voice.words(column)), self.names.iter().zip(self.comparisons).map(row).collect())
    }

    fn queries(&self, voice: Voice) -> Table {
        let columns = std::iter::once(voice.words(message::EVALUATION_COLUMN_QUERY)).chain(self.names.iter().cloned());
        let rows = self.evaluation.queries().iter().map(|query| {
            let values = query.values.iter().map(|value| voice.number(*value, POINT_DECIMALS));
            std::iter::once(query.query.clone()).chain(values).collect()
        });
        Table::new(columns, rows.collect())
    }

    /// What was left out or counted as 0.
    fn notes(&self, voice: Voice) -> Vec<Block> {
        let notes = [
            (self.evaluation.skipped(), message::EVALUATION_SKIPPED),
            (self.evaluation.absent(), message::EVALUATION_ABSENT),
            (self.evaluation.unjudged(), message::EVALUATION_UNJUDGED),
        ];
        let told = notes.into_iter().filter(|(queries, _)| !queries.is_empty());
        let words = |(queries, message): (&[String], _)| {
            voice.words_with(message, values![n = queries.len(), queries = queries.join(", ")])
        };
        Block::paragraphs(told.map(words))
    }
}

impl Report for EvaluationReport<'_> {
    fn document(&self, voice: Voice, _: Form) -> Document {
        let means = (!self.summaries.is_empty()).then(|| Block::Table(self.means(voice)));
        let means = means.into_iter().chain(self.notes(voice)).collect();
        let mut document =
            Document::new(voice.words(message::EVALUATION_TITLE)).with(voice.words(message::EVALUATION_MEANS), means);
        if !self.of_catalogue.is_empty() {
            document = document.with(voice.words(message::EVALUATION_SHOWN), shown::tables(self.of_catalogue, voice));
        }
        if !self.comparisons.is_empty() {
            document = document.with(voice.words(message::EVALUATION_COMPARISON), vec![Block::Table(self.comparison(voice))]);
        }
        if self.has_queries {
            document = document.with(voice.words(message::EVALUATION_QUERIES), vec![Block::Table(self.queries(voice))]);
        }
        document
    }

    fn json(&self) -> String {
        Versioned::json(EVALUATION_SCHEMA, self)
    }
}

impl Voice {
    /// An interval, its ends written by a function.
    pub(crate) fn interval(self, interval: Interval, write: impl Fn(f64) -> String) -> String {
        let (low, high) = (write(interval.lower), write(interval.upper));
        self.words_with(message::EVALUATION_INTERVAL, values![low, high])
    }
}
