//! The command line: the commands, and the options that several of them share.

use std::path::PathBuf;

use boussole::catalogue::AccessLevel;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::audit::AuditOptions;
use crate::batch::BatchOptions;
use crate::convert::ConvertOptions;
use crate::evaluate::EvaluateOptions;
use crate::explain::ExplainOptions;
use crate::recommend::RecommendOptions;

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
    /// Tell what the catalogue can and can not say: counts, gaps, problems, ties, reachability
    Audit(AuditOptions),
    /// Rank métiers for many profiles, one a line, in constant memory
    Batch(BatchOptions),
    /// Write the catalogue as canonical JSON
    Convert(ConvertOptions),
    /// Measure a run against relevance judgements (TREC formats)
    Evaluate(EvaluateOptions),
}

/// Where métiers and weights come from.
#[derive(Debug, Args)]
pub(crate) struct SourceOptions {
    /// A file or folder of fiches (Markdown, Idéo XML, CSV, JSON, ZIP); may be given several times [default: the embedded demonstration catalogue]
    #[arg(long, value_name = "PATH")]
    pub(crate) catalogue: Vec<PathBuf>,
    /// RIASEC letters of ROME codes: a CSV table with code_rome, riasec_majeur, riasec_mineur
    #[arg(long, value_name = "FILE")]
    pub(crate) rome_riasec: Option<PathBuf>,
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
