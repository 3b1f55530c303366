//! The command line: the commands, and the options that several of them share.

use std::path::PathBuf;

use boussole::catalogue::AccessLevel;
use boussole_report::{Audience, Language, Voice};
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::audit::AuditOptions;
use crate::batch::BatchOptions;
use crate::compare::CompareOptions;
use crate::convert::ConvertOptions;
use crate::evaluate::EvaluateOptions;
use crate::explain::ExplainOptions;
use crate::ladder::LadderOptions;
use crate::quiz::QuizOptions;
use crate::recommend::RecommendOptions;
use crate::replay::ReplayOptions;
use crate::stability::StabilityOptions;
use crate::tune::TuneOptions;
use crate::whatif::WhatIfOptions;

/// Which métiers fit what a student likes, and why, exactly.
#[derive(Debug, Parser)]
#[command(name = "boussole", version, about, arg_required_else_help = true)]
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
    /// Say why one métier comes before another
    Compare(CompareOptions),
    /// Find the smallest changes of answers that bring a métier among the first ones, or take it out
    #[command(name = "whatif")]
    WhatIf(WhatIfOptions),
    /// Say how sure a ranking is: answers left out or moved, weights shaken or shifted
    Stability(StabilityOptions),
    /// Show the best métiers at each access level, from what the student has to what they want
    Ladder(LadderOptions),
    /// Make a recorded list again and say whether it is identical
    Replay(ReplayOptions),
    /// Tell what the catalogue can and can not say: counts, gaps, problems, ties, reachability
    Audit(AuditOptions),
    /// Rank métiers for many profiles, one a line, in constant memory
    Batch(BatchOptions),
    /// Write the catalogue as canonical JSON
    Convert(ConvertOptions),
    /// Measure a run against relevance judgements (TREC formats)
    Evaluate(EvaluateOptions),
    /// Ask questions one by one and recommend, or simulate students who are asked
    Quiz(QuizOptions),
    /// Find the weights that fit what people prefer, or say why the data do not support any
    Tune(TuneOptions),
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
    /// For people
    Text,
    /// One JSON document
    Json,
    /// For people, with every number
    Markdown,
}

/// For commands whose result is a page, too.
#[derive(Debug, Args)]
pub(crate) struct PageOptions {
    /// The form of the result
    #[arg(long, value_enum, default_value_t = PageFormat::Text)]
    pub(crate) format: PageFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PageFormat {
    /// For people
    Text,
    /// One JSON document
    Json,
    /// For people, with every number
    Markdown,
    /// A page for a phone and for paper, with pictures
    Html,
}

/// In which language, and to whom, the result speaks. JSON is the same for all.
#[derive(Debug, Args)]
pub(crate) struct VoiceOptions {
    /// The language of what people read
    #[arg(long, value_enum, default_value_t = LanguageName::Fr, value_name = "LANGUAGE")]
    language: LanguageName,
    /// Who reads it
    #[arg(long, value_enum, default_value_t = AudienceName::Student, value_name = "READER")]
    audience: AudienceName,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum LanguageName {
    /// French
    Fr,
    /// English; labels of the catalogue stay French
    En,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum AudienceName {
    /// The student, who is spoken to
    Student,
    /// Who advises the student, with figures
    Counsellor,
}

impl VoiceOptions {
    pub(crate) fn voice(&self) -> Voice {
        let language = match self.language {
            LanguageName::Fr => Language::French,
            LanguageName::En => Language::English,
        };
        let audience = match self.audience {
            AudienceName::Student => Audience::Student,
            AudienceName::Counsellor => Audience::Counsellor,
        };
        Voice { language, audience }
    }
}
