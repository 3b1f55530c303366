//! `boussole evaluate`: measure a run against relevance judgements.

use std::path::Path;

use boussole::evaluation::{Conventions, Evaluation, Metric, NoRelevant, Qrels, Resampling, Run, compare_evaluations, evaluate};
use boussole::report::EvaluationReport;

use crate::arguments::{EvaluateOptions, Format};
use crate::failure::Failure;
use crate::{input, output};

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
