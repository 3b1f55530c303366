//! `boussole compare`: why one métier comes before another.

use boussole::catalogue::MetierId;
use boussole::inquiry::contrast;
use boussole_report::{ContrastReport, Report};
use clap::Args;

use crate::failure::Failure;
use crate::options::{Format, OutputOptions, SourceOptions, StudentOptions, VoiceOptions};
use crate::{input, output};

#[derive(Debug, Args)]
pub(crate) struct CompareOptions {
    /// The identifier of one métier, such as MET.7829
    pub(crate) first: MetierId,
    /// The identifier of the other
    pub(crate) second: MetierId,
    #[command(flatten)]
    pub(crate) source: SourceOptions,
    #[command(flatten)]
    pub(crate) student: StudentOptions,
    #[command(flatten)]
    pub(crate) voice: VoiceOptions,
    #[command(flatten)]
    pub(crate) output: OutputOptions,
}

pub(crate) fn run(options: &CompareOptions) -> Result<(), Failure> {
    let recommender = input::recommender(&options.source)?;
    let profile = input::profile(&options.student, recommender.catalogue())?;
    let contrast = contrast(&recommender, &profile, &options.first, &options.second)?;
    let report = ContrastReport::new(&contrast);
    let voice = options.voice.voice();
    output::print(&match options.output.format {
        Format::Text => report.text(voice),
        Format::Json => report.json(),
        Format::Markdown => report.markdown(voice),
    })
}
