//! The command line.

use std::path::PathBuf;
use std::str::FromStr;

use boussole::catalogue::{AccessLevel, MetierId};
use boussole::evaluation::{Metric, MetricError, Ties};
use clap::{Args, Parser, Subcommand, ValueEnum};

/// Which métiers fit what a student likes, and why, exactly.
#[derive(Debug, Parser)]
#[command(version, about, arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Rank métiers for a profile, with reasons
    Recommend(RecommendOptions),
    /// Explain the score of one métier, ranked or not
    Explain(ExplainOptions),
    /// Measure a run against relevance judgements (TREC formats)
    Evaluate(EvaluateOptions),
    /// Find the weights that fit what people prefer, or say why the data do not support any
    Tune(TuneOptions),
}

#[derive(Debug, Args)]
pub(crate) struct RecommendOptions {
    #[command(flatten)]
    pub(crate) source: SourceOptions,
    #[command(flatten)]
    pub(crate) student: StudentOptions,
    /// How many métiers to show
    #[arg(long, default_value_t = 10, value_name = "K")]
    pub(crate) top: usize,
    #[command(flatten)]
    pub(crate) output: OutputOptions,
}

#[derive(Debug, Args)]
pub(crate) struct ExplainOptions {
    /// The identifier of the métier, such as MET.7829
    pub(crate) id: MetierId,
    #[command(flatten)]
    pub(crate) source: SourceOptions,
    #[command(flatten)]
    pub(crate) student: StudentOptions,
    #[command(flatten)]
    pub(crate) output: OutputOptions,
}

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

#[derive(Debug, Args)]
pub(crate) struct TuneOptions {
    /// Preferences, one JSON object a line: {"student": …, "profile": {…}, "preferred": "MET.1", "over": "MET.2"}
    #[arg(long, value_name = "FILE")]
    pub(crate) preferences: PathBuf,
    /// A weight that stays as it is; may be given several times
    #[arg(long, value_name = "NAME=VALUE")]
    pub(crate) fixed: Vec<FixedWeight>,
    /// Where to write the tuned weights (TOML), for recommend --weights
    #[arg(long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Where to write the report: .md, .json, .svg or text by its ending, with the picture beside it
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,
    /// How strongly weights are held to the defaults [default: chosen by cross-validation among 1, 3, 10, 30 and 100]
    #[arg(long, value_name = "L")]
    pub(crate) lambda: Option<f64>,
    /// Also find a weight for every interest; in the report only
    #[arg(long)]
    pub(crate) per_interest: bool,
    /// Profiles for which the report shows what changes [default: the reference profiles]
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub(crate) profiles: Vec<PathBuf>,
    /// The seed of folds and resamples
    #[arg(long, default_value_t = 0)]
    pub(crate) seed: u64,
    /// The date that the weights file names, as 2026-01-31
    #[arg(long, value_name = "DATE")]
    pub(crate) date: Option<Date>,
    #[command(flatten)]
    pub(crate) source: SourceOptions,
    #[command(flatten)]
    pub(crate) format: OutputOptions,
}

/// A weight by name.
#[derive(Debug, Clone)]
pub(crate) struct FixedWeight {
    pub(crate) name: String,
    pub(crate) value: f64,
}

impl FromStr for FixedWeight {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let weight = text.split_once('=').and_then(|(name, value)| Some((name.trim(), value.trim().parse().ok()?)));
        let (name, value) = weight.ok_or("expected NAME=VALUE with a number, such as interest=0.5")?;
        Ok(Self { name: name.to_owned(), value })
    }
}

/// A day, as ISO 8601 writes it.
#[derive(Debug, Clone)]
pub(crate) struct Date(String);

impl FromStr for Date {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parts: Vec<(usize, Option<u32>)> = text.split('-').map(|part| (part.len(), part.parse().ok())).collect();
        let is_date = matches!(parts[..], [(4, Some(_)), (2, Some(1..=12)), (2, Some(1..=31))]);
        if is_date { Ok(Self(text.to_owned())) } else { Err("expected a date such as 2026-01-31") }
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
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

/// Where métiers and weights come from.
#[derive(Debug, Args)]
pub(crate) struct SourceOptions {
    /// A file or folder of fiches; may be given several times [default: the embedded demonstration catalogue]
    #[arg(long, value_name = "PATH")]
    pub(crate) catalogue: Vec<PathBuf>,
    /// Weights of the criteria (TOML) in place of the default ones
    #[arg(long, value_name = "FILE")]
    pub(crate) weights: Option<PathBuf>,
    /// Take any problem in the catalogue for a failure
    #[arg(long)]
    pub(crate) strict: bool,
    /// Show no progress
    #[arg(long)]
    pub(crate) quiet: bool,
}

/// Who asks: a file, or answers on the command line.
#[derive(Debug, Args)]
pub(crate) struct StudentOptions {
    /// A profile (TOML or JSON)
    #[arg(long, value_name = "FILE", conflicts_with_all = ["likes", "dislikes", "reached", "willing"])]
    pub(crate) profile: Option<PathBuf>,
    /// Interests that the student likes
    #[arg(long, value_name = "LABEL", num_args = 1..)]
    pub(crate) likes: Vec<String>,
    /// Interests that the student does not like
    #[arg(long, value_name = "LABEL", num_args = 1..)]
    pub(crate) dislikes: Vec<String>,
    /// The level that the student has
    #[arg(long, value_name = "LEVEL")]
    pub(crate) reached: Option<AccessLevel>,
    /// How far the student wants to study
    #[arg(long, value_name = "LEVEL")]
    pub(crate) willing: Option<AccessLevel>,
}

#[derive(Debug, Args)]
pub(crate) struct OutputOptions {
    /// The form of the result
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people, in French
    Text,
    /// One JSON document
    Json,
    /// For people, with every number
    Markdown,
}
