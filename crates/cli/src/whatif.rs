//! `boussole whatif`: the smallest changes of answers that bring a métier in, or take it out.

use boussole::inquiry::counterfactual;
use boussole_report::WhatIfReport;
use clap::Args;

use crate::failure::Failure;
use crate::options::{OutputOptions, QuestionOptions};
use crate::{input, output};

#[derive(Debug, Args)]
pub(crate) struct WhatIfOptions {
    /// The métier: its identifier, such as MET.7829, or its name where that is clear
    #[arg(value_name = "METIER")]
    pub(crate) metier: String,
    #[command(flatten)]
    pub(crate) question: QuestionOptions,
    /// How many métiers a list shows
    #[arg(long, default_value_t = 10, value_name = "K")]
    pub(crate) top: usize,
    #[command(flatten)]
    pub(crate) output: OutputOptions,
}

pub(crate) fn run(options: &WhatIfOptions) -> Result<(), Failure> {
    let (recommender, [id], profile) = input::question(&options.question, [&options.metier])?;
    let found = counterfactual(&recommender, &profile, &id, options.top)?;
    output::show(&WhatIfReport::new(&found), options.output.format, options.question.voice())
}
