//! Evaluations as text, Markdown and JSON, in English, for those who measure.

use std::collections::BTreeMap;
use std::fmt::Write;

use boussole_evaluation::{Evaluation, GroupExposure, MetricComparison, PValue, Resampling, Summary, exposure_parity};

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

/// What all lists of a run together show of a catalogue, under the name it was asked for by.
#[derive(Debug, Clone, PartialEq)]
pub enum CatalogueValue {
    /// One number.
    Number {
        /// The name of the metric.
        name: String,
        /// Its value.
        value: f64,
    },
    /// The exposure of groups of one kind.
    Exposure {
        /// The name of the metric.
        name: String,
        /// What groups are made by: `level` or `sector`.
        by: &'static str,
        /// The groups; métiers that state none are under the empty name.
        groups: BTreeMap<String, GroupExposure>,
    },
}

impl<'a> EvaluationReport<'a> {
    /// A report with means and intervals; with every query, too, if asked for. Comparisons with another run may be empty.
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

    /// The rows of the report, by table: a head and cells of text.
    fn tables(&self) -> Vec<Table> {
        let mut tables = vec![Table::new(&["metric", "mean", "95 % interval", "queries"])];
        for (metric, summary) in self.names.iter().zip(&self.summaries) {
            let interval = format!("[{:.4}, {:.4}]", summary.interval.lower, summary.interval.upper);
            tables[0].rows.push(vec![metric.clone(), format!("{:.4}", summary.mean), interval, summary.n.to_string()]);
        }
        tables.retain(|table| !table.rows.is_empty() || self.of_catalogue.is_empty());
        tables.extend(catalogue_tables(self.of_catalogue));
        if !self.comparisons.is_empty() {
            tables.push(comparison_table(self.comparisons, self.names));
        }
        if self.has_queries {
            let head = std::iter::once("query".to_owned()).chain(self.names.iter().cloned()).collect();
            let mut table = Table { head, rows: Vec::new() };
            for query in self.evaluation.queries() {
                let values = query.values.iter().map(|value| format!("{value:.4}"));
                table.rows.push(std::iter::once(query.query.clone()).chain(values).collect());
            }
            tables.push(table);
        }
        tables
    }

    /// What was left out or counted as nothing, a line each.
    fn notes(&self) -> Vec<String> {
        let notes = [
            (self.evaluation.skipped(), "without relevant items, left out"),
            (self.evaluation.absent(), "judged and not in the run, counted as 0"),
            (self.evaluation.unjudged(), "in the run and not judged, left out"),
        ];
        let told = notes.into_iter().filter(|(queries, _)| !queries.is_empty());
        told.map(|(queries, what)| format!("{} queries {what}: {}", queries.len(), queries.join(", "))).collect()
    }

    /// The report as aligned columns.
    pub fn text(&self) -> String {
        let tables: Vec<String> = self.tables().iter().map(Table::text).collect();
        let mut out = tables.join("\n");
        for note in self.notes() {
            writeln!(out, "\n{note}").expect("writing to a string does not fail");
        }
        out
    }

    /// The report as Markdown.
    pub fn markdown(&self) -> String {
        let tables: Vec<String> = self.tables().iter().map(Table::markdown).collect();
        let mut out = tables.join("\n");
        for note in self.notes() {
            writeln!(out, "\n{note}").expect("writing to a string does not fail");
        }
        out
    }
}

/// One table of the numbers over all lists, and one of the groups of each kind.
fn catalogue_tables(values: &[CatalogueValue]) -> Vec<Table> {
    let mut numbers = Table::new(&["over all lists", "value"]);
    let mut exposures = Vec::new();
    for value in values {
        match value {
            CatalogueValue::Number { name, value } => numbers.rows.push(vec![name.clone(), format!("{value:.4}")]),
            CatalogueValue::Exposure { name, by, groups } => {
                let parity = exposure_parity(groups).map_or_else(|| "–".to_owned(), |parity| format!("{parity:.4}"));
                numbers.rows.push(vec![format!("{name}, parity by {by}"), parity]);
                let mut table = Table::new(&[by, "shown", "could be shown", "ratio"]);
                for (group, exposure) in groups {
                    let group = if group.is_empty() { "(not stated)" } else { group };
                    let ratio = exposure.ratio().map_or_else(String::new, |ratio| format!("{ratio:.2}"));
                    let shares =
                        [exposure.exposure_share, exposure.eligible_share].map(|share| format!("{:.1} %", 100.0 * share));
                    table.rows.push([vec![group.to_owned()], shares.to_vec(), vec![ratio]].concat());
                }
                exposures.push(table);
            }
        }
    }
    std::iter::once(numbers).chain(exposures).filter(|table| !table.rows.is_empty()).collect()
}

fn comparison_table(comparisons: &[MetricComparison], names: &[String]) -> Table {
    let mut table = Table::new(&["metric", "difference", "95 % interval", "p", "p (Holm)", "wins/ties/losses"]);
    for (name, MetricComparison { comparison, adjusted_p, .. }) in names.iter().zip(comparisons) {
        let p = match comparison.p_value {
            PValue::Exact(p) => format!("{p:.4} (exact)"),
            PValue::Sampled(p) => format!("{p:.4}"),
        };
        table.rows.push(vec![
            name.clone(),
            format!("{:+.4}", comparison.mean_difference),
            format!("[{:+.4}, {:+.4}]", comparison.interval.lower, comparison.interval.upper),
            p,
            format!("{adjusted_p:.4}"),
            format!("{}/{}/{}", comparison.n_wins, comparison.n_ties, comparison.n_losses),
        ]);
    }
    table
}

/// A head and rows of cells.
pub(super) struct Table {
    pub(super) head: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
}

impl Table {
    pub(super) fn new(head: &[&str]) -> Self {
        Self { head: head.iter().map(ToString::to_string).collect(), rows: Vec::new() }
    }

    pub(super) fn text(&self) -> String {
        let lines = || std::iter::once(&self.head).chain(&self.rows);
        let width = |column: usize| lines().map(|line| line[column].chars().count()).max().unwrap_or_default();
        let widths: Vec<usize> = (0..self.head.len()).map(width).collect();
        let mut out = String::new();
        for line in lines() {
            let cells: Vec<String> = line.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
            out.push_str(cells.join("  ").trim_end());
            out.push('\n');
        }
        out
    }

    pub(super) fn markdown(&self) -> String {
        let row = |cells: &[String]| format!("| {} |\n", cells.join(" | ").replace('_', "\\_"));
        let rule = vec!["---".to_owned(); self.head.len()];
        let rows: String = self.rows.iter().map(|cells| row(cells)).collect();
        format!("{}{}{rows}", row(&self.head), row(&rule))
    }
}

mod json {
    //! The JSON form, schema `boussole/evaluation/1`.

    use std::collections::BTreeMap;

    use serde::Serialize;

    use super::{CatalogueValue, EvaluationReport};
    use boussole_evaluation::{GroupExposure, PValue, exposure_parity};

    /// The schema of the document.
    const SCHEMA: &str = "boussole/evaluation/1";

    #[derive(Serialize)]
    struct Document<'a> {
        schema: &'static str,
        n_queries: usize,
        metrics: BTreeMap<&'a str, MetricJson>,
        #[serde(skip_serializing_if = "BTreeMap::is_empty")]
        comparison: BTreeMap<&'a str, ComparisonJson>,
        /// By metric; exposure by what groups are made by.
        #[serde(skip_serializing_if = "BTreeMap::is_empty")]
        catalogue: BTreeMap<&'a str, CatalogueJson<'a>>,
        skipped: &'a [String],
        absent: &'a [String],
        unjudged: &'a [String],
        #[serde(skip_serializing_if = "Option::is_none")]
        per_query: Option<BTreeMap<&'a str, BTreeMap<&'a str, f64>>>,
    }

    #[derive(Serialize)]
    #[serde(untagged)]
    enum CatalogueJson<'a> {
        Number(f64),
        Exposure(BTreeMap<&'static str, ExposureJson<'a>>),
    }

    #[derive(Serialize)]
    struct ExposureJson<'a> {
        parity: Option<f64>,
        groups: BTreeMap<&'a str, GroupJson>,
    }

    #[derive(Serialize)]
    struct GroupJson {
        exposure_share: f64,
        eligible_share: f64,
    }

    impl From<&GroupExposure> for GroupJson {
        fn from(group: &GroupExposure) -> Self {
            Self { exposure_share: group.exposure_share, eligible_share: group.eligible_share }
        }
    }

    fn catalogue(values: &[CatalogueValue]) -> BTreeMap<&str, CatalogueJson<'_>> {
        let mut by_name = BTreeMap::new();
        for value in values {
            match value {
                CatalogueValue::Number { name, value } => {
                    by_name.insert(name.as_str(), CatalogueJson::Number(*value));
                }
                CatalogueValue::Exposure { name, by, groups } => {
                    let json = ExposureJson {
                        parity: exposure_parity(groups),
                        groups: groups.iter().map(|(group, exposure)| (group.as_str(), exposure.into())).collect(),
                    };
                    let entry = by_name.entry(name.as_str()).or_insert_with(|| CatalogueJson::Exposure(BTreeMap::new()));
                    if let CatalogueJson::Exposure(kinds) = entry {
                        kinds.insert(by, json);
                    }
                }
            }
        }
        by_name
    }

    #[derive(Serialize)]
    struct MetricJson {
        mean: f64,
        interval: [f64; 2],
        n: usize,
    }

    #[derive(Serialize)]
    struct ComparisonJson {
        mean_difference: f64,
        interval: [f64; 2],
        p_value: f64,
        is_exact: bool,
        adjusted_p: f64,
        n_wins: usize,
        n_ties: usize,
        n_losses: usize,
    }

    impl EvaluationReport<'_> {
        /// The report as one JSON document.
        pub fn json(&self) -> String {
            let evaluation = self.evaluation;
            let metrics = self.names.iter().zip(&self.summaries).map(|(metric, summary)| {
                let interval = [summary.interval.lower, summary.interval.upper];
                (metric.as_str(), MetricJson { mean: summary.mean, interval, n: summary.n })
            });
            let comparison = self.names.iter().zip(self.comparisons).map(|(name, compared)| {
                let comparison = &compared.comparison;
                let json = ComparisonJson {
                    mean_difference: comparison.mean_difference,
                    interval: [comparison.interval.lower, comparison.interval.upper],
                    p_value: comparison.p_value.value(),
                    is_exact: matches!(comparison.p_value, PValue::Exact(_)),
                    adjusted_p: compared.adjusted_p,
                    n_wins: comparison.n_wins,
                    n_ties: comparison.n_ties,
                    n_losses: comparison.n_losses,
                };
                (name.as_str(), json)
            });
            let per_query = self.has_queries.then(|| {
                let names = self.names.iter().map(String::as_str);
                let values = |values: &[f64]| names.clone().zip(values.iter().copied()).collect();
                evaluation.queries().iter().map(|query| (query.query.as_str(), values(&query.values))).collect()
            });
            crate::versioned::pretty(&Document {
                schema: SCHEMA,
                n_queries: evaluation.queries().len(),
                metrics: metrics.collect(),
                comparison: comparison.collect(),
                catalogue: catalogue(self.of_catalogue),
                skipped: evaluation.skipped(),
                absent: evaluation.absent(),
                unjudged: evaluation.unjudged(),
                per_query,
            })
        }
    }
}
