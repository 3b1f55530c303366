//! `boussole stability`: how sure a ranking is.

use boussole::inquiry::stability;
use boussole_report::StabilityReport;
use clap::Args;

use crate::failure::Failure;
use crate::options::{OutputOptions, QuestionOptions};
use crate::{input, output};

#[derive(Debug, Args)]
pub(crate) struct StabilityOptions {
    #[command(flatten)]
    pub(crate) question: QuestionOptions,
    /// How many métiers a list shows
    #[arg(long, default_value_t = 10, value_name = "K")]
    pub(crate) top: usize,
    #[command(flatten)]
    pub(crate) output: OutputOptions,
}

pub(crate) fn run(options: &StabilityOptions) -> Result<(), Failure> {
    let (recommender, [], profile) = input::question(&options.question, [])?;
    let found = stability(&recommender, &profile, options.top)?;
    output::show(&StabilityReport::new(&found), options.output.format, options.question.voice())
}
