//! `boussole whatif`: the smallest changes of answers that bring a métier in, or take it out.

use boussole::inquiry::counterfactual;
use boussole_report::{Report, WhatIfReport};
use clap::Args;

use crate::failure::Failure;
use crate::options::{Format, OutputOptions, SourceOptions, StudentOptions, VoiceOptions};
use crate::{input, output};

#[derive(Debug, Args)]
pub(crate) struct WhatIfOptions {
    /// The métier: its identifier, such as MET.7829, or its name where that is clear
    #[arg(value_name = "METIER")]
    pub(crate) metier: String,
    #[command(flatten)]
    pub(crate) source: SourceOptions,
    #[command(flatten)]
    pub(crate) student: StudentOptions,
    /// How many métiers a list shows
    #[arg(long, default_value_t = 10, value_name = "K")]
    pub(crate) top: usize,
    #[command(flatten)]
    pub(crate) voice: VoiceOptions,
    #[command(flatten)]
    pub(crate) output: OutputOptions,
}

pub(crate) fn run(options: &WhatIfOptions) -> Result<(), Failure> {
    let recommender = input::recommender(&options.source)?;
    let voice = options.voice.voice();
    let id = input::metier(recommender.catalogue(), &options.metier, voice)?;
    let profile = input::profile(&options.student, recommender.catalogue())?;
    let found = counterfactual(&recommender, &profile, &id, options.top)?;
    let report = WhatIfReport::new(&found);
    output::print(&match options.output.format {
        Format::Text => report.text(voice),
        Format::Json => report.json(),
        Format::Markdown => report.markdown(voice),
    })
}
