//! `boussole audit`: what the catalogue can and can not say.

use std::path::PathBuf;

use boussole::Recommender;
use boussole::catalogue::Audit;
use boussole::inquiry::{Reachability, ReachabilityScope, reachability};
use boussole_report::AuditReport;
use clap::Args;

use crate::failure::Failure;
use crate::options::{LanguageOptions, OutputOptions, SourceOptions};
use crate::progress::Progress;
use crate::{input, output, require};

#[derive(Debug, Args)]
pub(crate) struct AuditOptions {
    #[command(flatten)]
    pub(crate) source: SourceOptions,
    /// Do not look for métiers that no profile is shown but by a tie-break
    #[arg(long)]
    pub(crate) no_reachability: bool,
    /// Targets (TOML) that the catalogue must meet, or the program fails and says what falls short: least shares of métiers with a field
    /// (interests = 0.95, access_level, statuses, sectors, trainings …), reachable, distinct_patterns, and at most so many problems,
    /// doubtful_names and own_lost (métiers that those who like all of their interests are not shown)
    #[arg(long, value_name = "FILE")]
    pub(crate) require: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) language: LanguageOptions,
    #[command(flatten)]
    pub(crate) output: OutputOptions,
}

pub(crate) fn run(options: &AuditOptions) -> Result<(), Failure> {
    let weights = input::weights(&options.source)?;
    let loaded = input::catalogue_to_audit(&options.source)?;
    // What ranks is gone before the audit takes memory.
    let found = {
        let recommender = Recommender::new(loaded.catalogue.clone(), weights)?;
        if options.no_reachability { None } else { Some(look(&recommender, options.source.quiet)?) }
    };
    let audit = Audit::of(&loaded.catalogue, &loaded.problems);
    let report = AuditReport::new(&audit, found.as_ref());
    let voice = options.language.voice();
    output::show(&report, options.output.format, voice)?;
    let Some(path) = &options.require else { return Ok(()) };
    require::check(&input::read(path)?, &audit, found.as_ref()).map_err(|told| Failure::in_file(path, told))
}

fn look(recommender: &Recommender, is_quiet: bool) -> Result<Reachability, Failure> {
    let progress = Progress::new(is_quiet);
    Ok(reachability(recommender, ReachabilityScope::default(), |done, total| progress.show(done, total))?)
}
