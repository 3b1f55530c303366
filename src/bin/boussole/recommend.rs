//! `boussole recommend`: rank métiers for a profile.

use boussole::report::RecommendationReport;

use crate::arguments::{Format, RecommendOptions};
use crate::failure::Failure;
use crate::{input, output};

pub(crate) fn run(options: &RecommendOptions) -> Result<(), Failure> {
    let profile = input::profile(&options.student)?;
    let recommender = input::recommender(&options.source)?;
    let ranking = recommender.recommend_diverse(&profile, options.top, options.diversity)?;
    let report = RecommendationReport::new(&recommender, &profile, &ranking);
    output::print(&match options.output.format {
        Format::Text => report.text(),
        Format::Json => report.json(),
        Format::Markdown => report.markdown(),
    })
}
