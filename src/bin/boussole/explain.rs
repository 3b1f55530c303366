//! `boussole explain`: the score of one métier and its reasons.

use boussole::report::ExplanationReport;

use crate::arguments::{ExplainOptions, Format};
use crate::failure::Failure;
use crate::{input, output};

pub(crate) fn run(options: &ExplainOptions) -> Result<(), Failure> {
    let profile = input::profile(&options.student)?;
    let recommender = input::recommender(&options.source)?;
    let explained = recommender.explain(&profile, &options.id)?;
    let report = ExplanationReport::new(&recommender, &profile, &explained);
    output::print(&match options.output.format {
        Format::Text => report.text(),
        Format::Json => report.json(),
        Format::Markdown => report.markdown(),
    })
}
