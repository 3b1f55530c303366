//! `boussole stability`: how sure a ranking is.

use boussole::inquiry::stability;
use boussole_report::{Report, StabilityReport};
use clap::Args;

use crate::failure::Failure;
use crate::options::{Format, OutputOptions, SourceOptions, StudentOptions, VoiceOptions};
use crate::{input, output};

#[derive(Debug, Args)]
pub(crate) struct StabilityOptions {
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

pub(crate) fn run(options: &StabilityOptions) -> Result<(), Failure> {
    let recommender = input::recommender(&options.source)?;
    let profile = input::profile(&options.student, recommender.catalogue())?;
    let found = stability(&recommender, &profile, options.top)?;
    let report = StabilityReport::new(&found);
    let voice = options.voice.voice();
    output::print(&match options.output.format {
        Format::Text => report.text(voice),
        Format::Json => report.json(),
        Format::Markdown => report.markdown(voice),
    })
}
