//! `boussole evaluate`: measure a run against relevance judgements.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use boussole_evaluation::{
    Conventions, Evaluation, Metric, MetricError, NoRelevant, Qrels, Resampling, Run, Ties, compare_evaluations, evaluate,
};
use boussole_report::EvaluationReport;
use clap::Args;

use crate::failure::Failure;
use crate::options::{Format, OutputOptions};
use crate::{input, output};

#[derive(Debug, Args)]
pub(crate) struct EvaluateOptions {
    /// Relevance judgements: lines « query 0 item gain »
    #[arg(long, value_name = "FILE")]
    pub(crate) qrels: PathBuf,
    /// The run: lines « query Q0 item rank score tag »
    #[arg(long, value_name = "FILE")]
    pub(crate) run: PathBuf,
    /// Another run to compare with
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    /// Metrics, separated by commas: ndcg@10, ndcg_exp@10, mrr, ap, recall@10, precision@10, hit@10, rprec …
    #[arg(long, value_delimiter = ',', default_value = "ndcg@10,mrr,ap,recall@10,precision@10,hit@10", value_name = "NAME")]
    pub(crate) metrics: Vec<NamedMetric>,
    /// How tied items are treated: expected (mean over their orders), trec (by id, descending), strict (as in the file)
    #[arg(long, default_value_t = Ties::Expected)]
    pub(crate) ties: Ties,
    /// Leave out queries without relevant items; by default every metric of them is 0
    #[arg(long)]
    pub(crate) skip_no_relevant: bool,
    /// Show every query
    #[arg(long)]
    pub(crate) per_query: bool,
    /// The seed of intervals and tests
    #[arg(long, default_value_t = 0)]
    pub(crate) seed: u64,
    #[command(flatten)]
    pub(crate) output: OutputOptions,
}

/// A metric and the name it was asked for by.
#[derive(Debug, Clone)]
pub(crate) struct NamedMetric {
    pub(crate) name: String,
    pub(crate) metric: Metric,
}

impl FromStr for NamedMetric {
    type Err = MetricError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self { name: text.trim().to_owned(), metric: text.trim().parse()? })
    }
}

pub(crate) fn run(options: &EvaluateOptions) -> Result<(), Failure> {
    let text = input::read(&options.qrels)?;
    let qrels = Qrels::parse_trec(&text).map_err(|errors| Failure::in_file(&options.qrels, errors))?;
    let resampling = Resampling { seed: options.seed, ..Resampling::default() };
    let evaluation = evaluation(options, &qrels, &options.run)?;
    let comparisons = match &options.baseline {
        None => Vec::new(),
        Some(path) => compare_evaluations(&evaluation, &self::evaluation(options, &qrels, path)?, &resampling)?,
    };
    let names: Vec<String> = options.metrics.iter().map(|asked| asked.name.clone()).collect();
    let report = EvaluationReport::new(&evaluation, &comparisons, &names, &resampling, options.per_query);
    output::print(&match options.output.format {
        Format::Text => report.text(),
        Format::Json => report.json(),
        Format::Markdown => report.markdown(),
    })
}

fn evaluation(options: &EvaluateOptions, qrels: &Qrels, path: &Path) -> Result<Evaluation, Failure> {
    let run = Run::parse_trec(&input::read(path)?).map_err(|errors| Failure::in_file(path, errors))?;
    let no_relevant = if options.skip_no_relevant { NoRelevant::Skip } else { NoRelevant::Zero };
    let metrics: Vec<Metric> = options.metrics.iter().map(|asked| asked.metric).collect();
    Ok(evaluate(qrels, &run, &metrics, Conventions { ties: options.ties, no_relevant }))
}
