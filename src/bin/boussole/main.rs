//! The program `boussole`: what a person types.
//!
//! Exit status: 0 done, 1 the input or the question is at fault, 2 usage. Results go to standard output, problems to standard error.

mod arguments;
mod audit;
mod batch;
mod convert;
mod evaluate;
mod explain;
mod failure;
mod input;
mod output;
mod progress;
mod recommend;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = match &arguments.command {
        Command::Recommend(options) => recommend::run(options),
        Command::Explain(options) => explain::run(options),
        Command::Audit(options) => audit::run(options),
        Command::Batch(options) => batch::run(options),
        Command::Convert(options) => convert::run(options),
        Command::Evaluate(options) => evaluate::run(options),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
