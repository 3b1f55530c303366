//! `boussole explain`: the score of one métier and its reasons.

use boussole::inquiry::metier_stability;
use boussole_report::{ExplanationReport, Report};
use clap::Args;

use crate::failure::Failure;
use crate::options::{LinkOptions, PageFormat, PageOptions, SourceOptions, StudentOptions, VoiceOptions};
use crate::{input, output};

#[derive(Debug, Args)]
pub(crate) struct ExplainOptions {
    /// The métier: its identifier, such as MET.7829, or its name where that is clear
    #[arg(value_name = "METIER")]
    pub(crate) metier: String,
    #[command(flatten)]
    pub(crate) source: SourceOptions,
    #[command(flatten)]
    pub(crate) student: StudentOptions,
    /// How many métiers a list shows, to say how sure it is that this one is on it
    #[arg(long, default_value_t = 10, value_name = "K")]
    pub(crate) top: usize,
    #[command(flatten)]
    pub(crate) voice: VoiceOptions,
    #[command(flatten)]
    pub(crate) link: LinkOptions,
    #[command(flatten)]
    pub(crate) output: PageOptions,
}

pub(crate) fn run(options: &ExplainOptions) -> Result<(), Failure> {
    let recommender = input::recommender(&options.source)?;
    let voice = options.voice.voice();
    let id = input::metier(recommender.catalogue(), &options.metier, voice)?;
    let profile = input::profile(&options.student, recommender.catalogue())?;
    let explained = recommender.explain(&profile, &id)?;
    let stability = metier_stability(&recommender, &profile, &id, options.top)?;
    let report = ExplanationReport::new(&recommender, &profile, &explained).with_stability(stability.as_ref());
    let report = report.with_link(options.link.link.clone());
    output::print(&match options.output.format {
        PageFormat::Text => report.text(voice),
        PageFormat::Json => report.json_in(voice),
        PageFormat::Markdown => report.markdown(voice),
        PageFormat::Html => report.html(voice),
    })
}
