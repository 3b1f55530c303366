//! `boussole audit`: what the catalogue can and can not say.

use boussole::Recommender;
use boussole::catalogue::Audit;
use boussole::inquiry::{Reachability, ReachabilityScope, reachability};
use boussole_report::{AuditReport, Report};
use clap::Args;

use crate::failure::Failure;
use crate::options::{Format, LanguageOptions, OutputOptions, SourceOptions};
use crate::progress::Progress;
use crate::{input, output};

#[derive(Debug, Args)]
pub(crate) struct AuditOptions {
    #[command(flatten)]
    pub(crate) source: SourceOptions,
    /// Do not look for métiers that no profile is shown but by a tie-break
    #[arg(long)]
    pub(crate) no_reachability: bool,
    #[command(flatten)]
    pub(crate) language: LanguageOptions,
    #[command(flatten)]
    pub(crate) output: OutputOptions,
}

pub(crate) fn run(options: &AuditOptions) -> Result<(), Failure> {
    let weights = input::weights(&options.source)?;
    let loaded = input::catalogue_to_audit(&options.source)?;
    let audit = Audit::of(&loaded.catalogue, &loaded.problems);
    let recommender = Recommender::new(loaded.catalogue, weights)?;
    let found = if options.no_reachability { None } else { Some(look(&recommender, options.source.quiet)?) };
    let report = AuditReport::new(&audit, found.as_ref());
    let voice = options.language.voice();
    output::print(&match options.output.format {
        Format::Text => report.text(voice),
        Format::Json => report.json(),
        Format::Markdown => report.markdown(voice),
    })
}

fn look(recommender: &Recommender, is_quiet: bool) -> Result<Reachability, Failure> {
    let progress = Progress::new(is_quiet);
    Ok(reachability(recommender, ReachabilityScope::default(), |done, total| progress.show(done, total))?)
}
