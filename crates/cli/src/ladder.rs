//! `boussole ladder`: the best métiers at each access level.

use boussole::inquiry::ladder;
use boussole_report::{LadderReport, Report};
use clap::Args;

use crate::failure::Failure;
use crate::options::{Format, OutputOptions, SourceOptions, StudentOptions, VoiceOptions};
use crate::{input, output};

#[derive(Debug, Args)]
pub(crate) struct LadderOptions {
    #[command(flatten)]
    pub(crate) source: SourceOptions,
    #[command(flatten)]
    pub(crate) student: StudentOptions,
    /// How many métiers to show at each level
    #[arg(long, default_value_t = 3, value_name = "N")]
    pub(crate) each: usize,
    #[command(flatten)]
    pub(crate) voice: VoiceOptions,
    #[command(flatten)]
    pub(crate) output: OutputOptions,
}

pub(crate) fn run(options: &LadderOptions) -> Result<(), Failure> {
    let recommender = input::recommender(&options.source)?;
    let profile = input::profile(&options.student, recommender.catalogue())?;
    let ladder = ladder(&recommender, &profile, options.each)?;
    let report = LadderReport::new(&ladder);
    let voice = options.voice.voice();
    output::print(&match options.output.format {
        Format::Text => report.text(voice),
        Format::Json => report.json(),
        Format::Markdown => report.markdown(voice),
    })
}
