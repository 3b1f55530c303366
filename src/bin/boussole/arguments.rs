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
    /// Ask questions one by one and recommend, or simulate students who are asked
    Quiz(QuizOptions),
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
pub(crate) struct QuizOptions {
    #[command(flatten)]
    pub(crate) source: SourceOptions,
    /// Questions (TOML) in place of the embedded ones
    #[arg(long, value_name = "FILE")]
    pub(crate) questions: Option<PathBuf>,
    /// Answers, one a line [default: asked on the terminal, or standard input where there is none]
    #[arg(long, value_name = "FILE", conflicts_with = "simulate")]
    pub(crate) answers: Option<PathBuf>,
    /// Go on with a session that was saved; its settings hold
    #[arg(long, value_name = "FILE", conflicts_with_all = ["simulate", "max_questions"])]
    pub(crate) resume: Option<PathBuf>,
    /// Keep the session in this file, after every answer
    #[arg(long, value_name = "FILE", conflicts_with = "simulate")]
    pub(crate) save: Option<PathBuf>,
    /// Which question comes next
    #[arg(long, value_enum, default_value_t = QuizOrder::Adaptive)]
    pub(crate) order: QuizOrder,
    /// The most questions about interests [default: 30]
    #[arg(long, value_name = "N")]
    pub(crate) max_questions: Option<usize>,
    /// Ask so many simulated students in several ways, and report
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) simulate: Option<u32>,
    /// The seed of simulated students, or of the order of equal scores
    #[arg(long, default_value_t = 0)]
    pub(crate) seed: u64,
    /// Also write the curves of the simulation to this file
    #[arg(long, value_name = "FILE", requires = "simulate")]
    pub(crate) svg: Option<PathBuf>,
    /// How many métiers to show
    #[arg(long, default_value_t = 10, value_name = "K")]
    pub(crate) top: usize,
    /// The form of the result; svg for a simulation only
    #[arg(long, value_enum, default_value_t = QuizFormat::Text)]
    pub(crate) format: QuizFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum QuizOrder {
    /// The one expected to tell most, given the answers so far
    Adaptive,
    /// The same order for everybody
    Static,
}

impl From<QuizOrder> for boussole::quiz::Order {
    fn from(order: QuizOrder) -> Self {
        match order {
            QuizOrder::Adaptive => Self::Adaptive,
            QuizOrder::Static => Self::Static,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum QuizFormat {
    /// For people
    Text,
    /// One JSON document
    Json,
    /// For people, with every number
    Markdown,
    /// The curves of a simulation
    Svg,
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
