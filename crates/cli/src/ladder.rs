//! `boussole ladder`: the best métiers at each access level.

use boussole::inquiry::ladder;
use boussole_report::LadderReport;
use clap::Args;

use crate::failure::Failure;
use crate::options::{OutputOptions, QuestionOptions};
use crate::{input, output};

#[derive(Debug, Args)]
pub(crate) struct LadderOptions {
    #[command(flatten)]
    pub(crate) question: QuestionOptions,
    /// How many métiers to show at each level
    #[arg(long, default_value_t = 3, value_name = "N")]
    pub(crate) each: usize,
    #[command(flatten)]
    pub(crate) output: OutputOptions,
}

pub(crate) fn run(options: &LadderOptions) -> Result<(), Failure> {
    let (recommender, [], profile) = input::question(&options.question, [])?;
    let ladder = ladder(&recommender, &profile, options.each)?;
    output::show(&LadderReport::new(&ladder), options.output.format, options.question.voice())
}
