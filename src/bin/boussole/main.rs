//! The program `boussole`: what a person types.
//!
//! Exit status: 0 done, 1 the input or the question is at fault, 2 usage. Results go to standard output, problems to standard error.

mod arguments;
mod evaluate;
mod explain;
mod failure;
mod input;
mod output;
mod recommend;
mod tune;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = match &arguments.command {
        Command::Recommend(options) => recommend::run(options),
        Command::Explain(options) => explain::run(options),
        Command::Evaluate(options) => evaluate::run(options),
        Command::Tune(options) => tune::run(options),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
