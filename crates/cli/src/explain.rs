//! `boussole explain`: the score of one métier and its reasons.

use boussole::inquiry::metier_stability;
use boussole_report::ExplanationReport;
use clap::Args;

use crate::failure::Failure;
use crate::options::{LinkOptions, PageOptions, QuestionOptions};
use crate::{input, output};

#[derive(Debug, Args)]
pub(crate) struct ExplainOptions {
    /// The métier: its identifier, such as MET.7829, or its name where that is clear
    #[arg(value_name = "METIER")]
    pub(crate) metier: String,
    #[command(flatten)]
    pub(crate) question: QuestionOptions,
    /// How many métiers a list shows, to say how sure it is that this one is on it
    #[arg(long, default_value_t = 10, value_name = "K")]
    pub(crate) top: usize,
    #[command(flatten)]
    pub(crate) link: LinkOptions,
    #[command(flatten)]
    pub(crate) output: PageOptions,
}

pub(crate) fn run(options: &ExplainOptions) -> Result<(), Failure> {
    let (recommender, [id], profile) = input::question(&options.question, [&options.metier])?;
    let explained = recommender.explain(&profile, &id)?;
    let stability = metier_stability(&recommender, &profile, &id, options.top)?;
    let report = ExplanationReport::new(&recommender, &profile, &explained)?.with_stability(stability.as_ref());
    let report = report.with_link(options.link.link.clone());
    output::show(&report, options.output.format, options.question.voice())
}
