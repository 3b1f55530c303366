//! `boussole compare`: why one métier comes before another.

use boussole::inquiry::contrast;
use boussole_report::{ContrastReport, Report};
use clap::Args;

use crate::failure::Failure;
use crate::options::{Format, OutputOptions, SourceOptions, StudentOptions, VoiceOptions};
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
    let voice = options.voice.voice();
    let metier = |text: &str| input::metier(recommender.catalogue(), text, voice);
    let (first, second) = (metier(&options.first)?, metier(&options.second)?);
    let profile = input::profile(&options.student, recommender.catalogue())?;
    let contrast = contrast(&recommender, &profile, &first, &second)?;
    let report = ContrastReport::new(&contrast);
    output::print(&match options.output.format {
        Format::Text => report.text(voice),
        Format::Json => report.json(),
        Format::Markdown => report.markdown(voice),
    })
}
