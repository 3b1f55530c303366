//! The program `boussole`: what a person types.
//!
//! Each command is a file or folder with its options and `run`; here they are joined.
//! Exit status: 0 done, 1 the input or the question is at fault, 2 usage. Results go to standard output, problems to standard error.

#![deny(clippy::print_stderr, clippy::print_stdout, reason = "both panic when nobody reads on; see `message` and `output`")]

mod failure;
mod limits;
mod message;
mod options;
mod input;
mod output;
mod purposes;
mod progress;
mod recommend;
mod explain;
mod compare;
mod whatif;
mod stability;
mod ladder;
mod replay;
mod require;
mod audit;
mod batch;
mod class;
mod convert;
mod evaluate;
mod quiz;
mod tune;
mod weights;

use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand};

use failure::Failure;

/// Explainable interest matching: which occupations fit what a student likes, and why, exactly
#[derive(Debug, Parser)]
#[command(name = "boussole", version, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Rank métiers for a profile, with reasons
    Recommend(recommend::RecommendOptions),
    /// Explain the score of one métier, ranked or not
    Explain(explain::ExplainOptions),
    /// Say why one métier comes before another
    Compare(compare::CompareOptions),
    /// Find the smallest changes of answers that bring a métier among the first ones, or take it out
    #[command(name = "whatif")]
    WhatIf(whatif::WhatIfOptions),
    /// Say how sure a ranking is: answers left out or moved, weights shaken or shifted
    Stability(stability::StabilityOptions),
    /// Show the best métiers at each access level, from what the student has to what they want
    Ladder(ladder::LadderOptions),
    /// Make a recorded list again and say whether it is identical
    Replay(replay::ReplayOptions),
    /// Tell what the catalogue can and can not say: counts, gaps, problems, ties, reachability
    Audit(audit::AuditOptions),
    /// Rank métiers for many profiles, one a line, in constant memory
    Batch(batch::BatchOptions),
    /// Show several pupils on one page: portraits, first métiers, and what they share
    Class(class::ClassOptions),
    /// Write the catalogue as canonical JSON
    Convert(convert::ConvertOptions),
    /// Measure a run against relevance judgements (TREC formats)
    Evaluate(evaluate::EvaluateOptions),
    /// Ask questions one by one and recommend, or simulate students who are asked
    Quiz(quiz::QuizOptions),
    /// Find the weights that fit what people prefer, or say why the data do not support any
    Tune(tune::TuneOptions),
    /// Compare two sets of weights, or sweep one weight, on every judge there is
    Weights(weights::WeightsOptions),
}

fn main() -> ExitCode {
    match Arguments::parse().command.run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Usage(message)) => Arguments::command().error(ErrorKind::MissingRequiredArgument, message).exit(),
        Err(Failure::Told) => ExitCode::FAILURE,
        Err(Failure::Input(message)) => {
            message::tell!("boussole: {message}");
            ExitCode::FAILURE
        }
    }
}

impl Command {
    fn run(&self) -> Result<(), Failure> {
        match self {
            Self::Recommend(options) => recommend::run(options),
            Self::Explain(options) => explain::run(options),
            Self::Compare(options) => compare::run(options),
            Self::WhatIf(options) => whatif::run(options),
            Self::Stability(options) => stability::run(options),
            Self::Ladder(options) => ladder::run(options),
            Self::Replay(options) => replay::run(options),
            Self::Audit(options) => audit::run(options),
            Self::Batch(options) => batch::run(options),
            Self::Class(options) => class::run(options),
            Self::Convert(options) => convert::run(options),
            Self::Evaluate(options) => evaluate::run(options),
            Self::Quiz(options) => quiz::run(options),
            Self::Tune(options) => tune::run(options),
            Self::Weights(options) => weights::run(options),
        }
    }
}
