//! `boussole explain`: the score of one métier and its reasons.

use boussole::catalogue::MetierId;
use boussole::report::ExplanationReport;
use clap::Args;

use crate::arguments::{PageFormat, PageOptions, SourceOptions, StudentOptions};
use crate::failure::Failure;
use crate::{input, output};

#[derive(Debug, Args)]
pub(crate) struct ExplainOptions {
    /// The identifier of the métier, such as MET.7829
    pub(crate) id: MetierId,
    #[command(flatten)]
    pub(crate) source: SourceOptions,
    #[command(flatten)]
    pub(crate) student: StudentOptions,
    #[command(flatten)]
    pub(crate) output: PageOptions,
}

pub(crate) fn run(options: &ExplainOptions) -> Result<(), Failure> {
    let profile = input::profile(&options.student)?;
    let recommender = input::recommender(&options.source)?;
    let explained = recommender.explain(&profile, &options.id)?;
    let report = ExplanationReport::new(&recommender, &profile, &explained);
    output::print(&match options.output.format {
        PageFormat::Text => report.text(),
        PageFormat::Json => report.json(),
        PageFormat::Markdown => report.markdown(),
        PageFormat::Html => report.html(),
    })
}
