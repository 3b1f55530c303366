//! `boussole replay`: make a recorded list again and say whether it is identical, or what differs; exit status 1 when it is not.

use std::path::PathBuf;

use boussole::inquiry::replay;
use boussole_report::ReplayReport;
use clap::Args;

use crate::failure::Failure;
use crate::options::{OutputOptions, SourceOptions, VoiceOptions};
use crate::{input, output};

#[derive(Debug, Args)]
pub(crate) struct ReplayOptions {
    /// A record that `boussole recommend --record` wrote; its weights are used, not those of --weights
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) source: SourceOptions,
    #[command(flatten)]
    pub(crate) voice: VoiceOptions,
    #[command(flatten)]
    pub(crate) output: OutputOptions,
}

pub(crate) fn run(options: &ReplayOptions) -> Result<(), Failure> {
    let text = input::read(&options.file)?;
    let catalogue = input::catalogue(&options.source)?;
    let replay = replay(&text, catalogue).map_err(|error| Failure::in_file(&options.file, error))?;
    let report = ReplayReport::new(&replay);
    let voice = options.voice.voice();
    output::show(&report, options.output.format, voice)?;
    if replay.is_identical() { Ok(()) } else { Err(Failure::Told) }
}
