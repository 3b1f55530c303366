//! `boussole evaluate`: measure a run against relevance judgements.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use boussole::Catalogue;
use boussole::catalogue::{AccessLevel, Metier, MetierId};
use boussole_evaluation::{
    CatalogueMetric, Conventions, Evaluation, Metric, MetricError, NoRelevant, Qrels, Resampling, Run, Shown, Ties,
    compare_evaluations, evaluate,
};
use boussole_report::{CatalogueValue, EvaluationReport};
use clap::Args;

use crate::failure::Failure;
use crate::options::{LanguageOptions, OutputOptions, SourceOptions};
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
    /// Metrics, separated by commas: ndcg@10, ndcg_exp@10, dcg@10, mrr, ap, recall@10, precision@10, hit@10, rprec …; of all lists of the run
    /// together, with --catalogue: coverage@10, gini@10, exposure@10 (by level and sector)
    #[arg(long, value_delimiter = ',', default_value = "ndcg@10,mrr,ap,recall@10,precision@10,hit@10", value_name = "NAME")]
    pub(crate) metrics: Vec<NamedMetric>,
    /// The métiers that could be shown: a file or folder of fiches, as elsewhere; may be given several times
    #[arg(long, value_name = "PATH")]
    pub(crate) catalogue: Vec<PathBuf>,
    /// How tied items are treated: expected (mean over their orders), trec (by id, descending), strict (as in the file)
    #[arg(long, default_value_t = Ties::Expected)]
    pub(crate) ties: Ties,
    /// The least gain that is relevant, for metrics that do not weigh gains; by default any gain above 0
    #[arg(long, default_value_t = 0, value_name = "GAIN")]
    pub(crate) relevance_level: u16,
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
    pub(crate) language: LanguageOptions,
    #[command(flatten)]
    pub(crate) output: OutputOptions,
}

/// A metric and the name it was asked for by.
#[derive(Debug, Clone)]
pub(crate) struct NamedMetric {
    name: String,
    metric: AskedMetric,
}

/// A metric of each list, or of all lists together.
#[derive(Debug, Clone, Copy)]
enum AskedMetric {
    List(Metric),
    Catalogue(CatalogueMetric),
}

impl FromStr for NamedMetric {
    type Err = MetricError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let metric = match text.parse() {
            Err(MetricError::Name { .. }) => AskedMetric::List(text.trim().parse()?),
            metric => AskedMetric::Catalogue(metric?),
        };
        Ok(Self { name: text.trim().to_owned(), metric })
    }
}

pub(crate) fn run(options: &EvaluateOptions) -> Result<(), Failure> {
    let text = input::read_table(&options.qrels)?;
    let qrels = Qrels::parse_trec(&text).map_err(|errors| Failure::in_file(&options.qrels, errors))?;
    let resampling = Resampling { seed: options.seed, ..Resampling::default() };
    let run = read_run(&options.run)?;
    let (names, metrics) = list_metrics(options);
    let no_relevant = if options.skip_no_relevant { NoRelevant::Skip } else { NoRelevant::Zero };
    let evaluated = |run: &Run| {
        evaluate(&qrels, run, &metrics, Conventions { ties: options.ties, no_relevant, relevance_level: options.relevance_level })
    };
    let evaluation: Evaluation = evaluated(&run);
    let comparisons = match &options.baseline {
        None => Vec::new(),
        Some(path) => compare_evaluations(&evaluation, &evaluated(&read_run(path)?), &resampling)?,
    };
    let of_catalogue = of_catalogue(options, &run)?;
    let report = EvaluationReport::new(&evaluation, &comparisons, &names, &resampling, options.per_query);
    let report = report.with_catalogue(&of_catalogue);
    let voice = options.language.voice();
    output::show(&report, options.output.format, voice)
}

fn read_run(path: &Path) -> Result<Run, Failure> {
    Run::parse_trec(&input::read_table(path)?).map_err(|errors| Failure::in_file(path, errors))
}

/// The metrics of each list that were asked for, with their names.
fn list_metrics(options: &EvaluateOptions) -> (Vec<String>, Vec<Metric>) {
    let of_list = |asked: &NamedMetric| match asked.metric {
        AskedMetric::List(metric) => Some((asked.name.clone(), metric)),
        AskedMetric::Catalogue(_) => None,
    };
    options.metrics.iter().filter_map(of_list).unzip()
}

/// The metrics of all lists together that were asked for.
fn of_catalogue(options: &EvaluateOptions, run: &Run) -> Result<Vec<CatalogueValue>, Failure> {
    let of_catalogue = |asked: &NamedMetric| match asked.metric {
        AskedMetric::List(_) => None,
        AskedMetric::Catalogue(metric) => Some((asked.name.clone(), metric)),
    };
    let asked: Vec<(String, CatalogueMetric)> = options.metrics.iter().filter_map(of_catalogue).collect();
    let Some((first, _)) = asked.first() else { return Ok(Vec::new()) };
    if options.catalogue.is_empty() {
        return Err(Failure::Usage(format!("{first}: expected --catalogue with the métiers that could be shown, found none")));
    }
    let catalogue = options.catalogue.clone();
    let source = SourceOptions { catalogue, rome_riasec: None, weights: None, strict: false, quiet: true };
    let catalogue = input::catalogue(&source)?;
    Ok(asked.into_iter().flat_map(|(name, metric)| values(name, metric, run, &catalogue)).collect())
}

/// What a metric says of the run: one number, or the exposure by level and by sector.
fn values(name: String, metric: CatalogueMetric, run: &Run, catalogue: &Catalogue) -> Vec<CatalogueValue> {
    let shown = Shown::new(run, catalogue.metiers().iter().map(|metier| metier.id.as_str()), metric.cutoff());
    let metier = |id: &str| Some(&catalogue.metiers()[catalogue.position(&id.parse::<MetierId>().ok()?)?]);
    match metric {
        CatalogueMetric::Coverage(_) => vec![CatalogueValue::Number { value: shown.coverage(), name }],
        CatalogueMetric::Gini(_) => vec![CatalogueValue::Number { value: shown.gini(), name }],
        CatalogueMetric::Exposure(_) => {
            let by_level = shown.exposure(|id| vec![metier(id).and_then(|metier| metier.access_level)]);
            let sectors = |metier: &Metier| metier.sectors.iter().map(|sector| sector.as_str().to_owned()).collect();
            let by_sector = shown.exposure(|id| metier(id).map(|metier| sectors(metier)).unwrap_or_default());
            let level_label = |level: Option<AccessLevel>| level.map_or_else(String::new, |level| level.to_string());
            vec![
                CatalogueValue::exposure(name.clone(), "level", by_level, level_label),
                CatalogueValue::exposure(name, "sector", by_sector, |sector: String| sector),
            ]
        }
    }
}
