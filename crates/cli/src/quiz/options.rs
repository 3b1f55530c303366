//! What a person can ask of `boussole quiz`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::options::{SourceOptions, VoiceOptions};

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
    /// How sectors are asked
    #[arg(long, value_enum, default_value_t = QuizSectors::List)]
    pub(crate) sectors: QuizSectors,
    /// The most questions about interests and single sectors [default: 30]
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
    #[command(flatten)]
    pub(crate) voice: VoiceOptions,
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
pub(crate) enum QuizSectors {
    /// In one list to choose from
    List,
    /// One by one, when a sector is expected to tell more than an interest
    OneByOne,
    /// Not at all
    Not,
}

impl From<QuizSectors> for boussole::quiz::SectorsAsked {
    fn from(sectors: QuizSectors) -> Self {
        match sectors {
            QuizSectors::List => Self::List,
            QuizSectors::OneByOne => Self::OneByOne,
            QuizSectors::Not => Self::Not,
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
