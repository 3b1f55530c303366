//! `boussole compare`: why one métier comes before another.

use boussole::inquiry::contrast;
use boussole_report::ContrastReport;
use clap::Args;

use crate::failure::Failure;
use crate::options::{OutputOptions, QuestionOptions};
use crate::{input, output};

#[derive(Debug, Args)]
pub(crate) struct CompareOptions {
    /// One métier: its identifier, such as MET.7829, or its name where that is clear
    #[arg(value_name = "METIER")]
    pub(crate) first: String,
    /// The other
    #[arg(value_name = "OTHER")]
    pub(crate) second: String,
    #[command(flatten)]
    pub(crate) question: QuestionOptions,
    #[command(flatten)]
    pub(crate) output: OutputOptions,
}

pub(crate) fn run(options: &CompareOptions) -> Result<(), Failure> {
    let question = &options.question;
    let (recommender, [first, second], profile) = input::question(question, [&options.first, &options.second])?;
    let contrast = contrast(&recommender, &profile, &first, &second)?;
    output::show(&ContrastReport::new(&contrast), options.output.format, question.voice())
}
