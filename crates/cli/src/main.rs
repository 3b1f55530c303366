//! The program `boussole`: what a person types.
//!
//! Exit status: 0 done, 1 the input or the question is at fault, 2 usage. Results go to standard output, problems to standard error.

mod arguments;
mod audit;
mod batch;
mod compare;
mod convert;
mod evaluate;
mod explain;
mod failure;
mod input;
mod ladder;
mod output;
mod progress;
mod quiz;
mod recommend;
mod replay;
mod stability;
mod tune;
mod whatif;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = match &arguments.command {
        Command::Recommend(options) => recommend::run(options),
        Command::Explain(options) => explain::run(options),
        Command::Compare(options) => compare::run(options),
        Command::WhatIf(options) => whatif::run(options),
        Command::Stability(options) => stability::run(options),
        Command::Ladder(options) => ladder::run(options),
        Command::Replay(options) => replay::run(options),
        Command::Audit(options) => audit::run(options),
        Command::Batch(options) => batch::run(options),
        Command::Convert(options) => convert::run(options),
        Command::Evaluate(options) => evaluate::run(options),
        Command::Quiz(options) => quiz::run(options),
        Command::Tune(options) => tune::run(options),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
