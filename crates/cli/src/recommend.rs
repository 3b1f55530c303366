//! `boussole recommend`: rank métiers for a profile.

use std::path::{Path, PathBuf};

use boussole::inquiry::{record, stability};
use boussole::ranking::Diversity;
use boussole_report::RecommendationReport;
use clap::Args;

use crate::failure::Failure;
use crate::options::{LinkOptions, PageOptions, QuestionOptions};
use crate::purposes::{self, PRINTED};
use crate::{input, output};

#[derive(Debug, Args)]
pub(crate) struct RecommendOptions {
    #[command(flatten)]
    pub(crate) question: QuestionOptions,
    /// How many métiers to show
    #[arg(long, default_value_t = 10, value_name = "K")]
    pub(crate) top: usize,
    /// Vary the list: none, xquad[=λ] (λ is the part of coverage) or mmr[=λ] (λ is the part of relevance)
    #[arg(long, default_value_t = Diversity::None, value_name = "METHOD[=λ]")]
    pub(crate) diversity: Diversity,
    /// Also write what is needed to make this list again, and to say how it came about
    #[arg(long, value_name = "FILE")]
    pub(crate) record: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) link: LinkOptions,
    #[command(flatten)]
    pub(crate) output: PageOptions,
}

pub(crate) fn run(options: &RecommendOptions) -> Result<(), Failure> {
    let question = &options.question;
    if let Some(record) = &options.record {
        let inputs: Vec<&Path> = question.source.paths().into_iter().chain(question.student.profile.as_deref()).collect();
        purposes::check(&inputs, &[Path::new(PRINTED), record])?;
    }
    let (recommender, [], profile) = input::question(question, [])?;
    let ranking = recommender.recommend_diverse(&profile, options.top, options.diversity)?;
    if let Some(path) = &options.record {
        let origin = input::weights_origin(&question.source)?;
        output::write(path, &record(&recommender, &profile, options.top, options.diversity, origin)?)?;
    }
    let found = (!options.diversity.is_on()).then(|| stability(&recommender, &profile, options.top)).transpose()?;
    let report = RecommendationReport::new(&recommender, &profile, &ranking)?.with_stability(found.as_ref());
    let report = report.with_link(options.link.link.clone());
    output::show(&report, options.output.format, question.voice())
}
