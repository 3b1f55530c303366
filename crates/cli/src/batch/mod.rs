//! `boussole batch`: the first métiers of many students.

mod in_order;
#[cfg(feature = "arrow")]
mod profiles;
mod question;
mod lines;
#[cfg(feature = "arrow")]
mod results;
#[cfg(feature = "arrow")]
mod tables;
mod source;
mod answer;
mod sink;

use std::path::{Path, PathBuf};

use boussole::Recommender;
use clap::Args;

use self::answer::Answer;
use self::in_order::in_order;
use self::question::Question;
use self::sink::Sink;
use self::source::Source;
use crate::failure::Failure;
use crate::input;
use crate::limits::MAX_THREADS;
use crate::message::tell;
use crate::options::SourceOptions;
use crate::progress::Progress;
use crate::purposes::{self, PRINTED};

#[derive(Debug, Args)]
pub(crate) struct BatchOptions {
    #[command(flatten)]
    pub(crate) source: SourceOptions,
    /// Profiles: one JSON object with an "id" a line; or a table, Parquet or Arrow, with the feature « arrow »
    #[arg(long, value_name = "FILE")]
    pub(crate) profiles: PathBuf,
    /// How many métiers to keep of each student
    #[arg(long, default_value_t = 10, value_name = "K")]
    pub(crate) top: usize,
    /// Where results go, in the order of the profiles: a line of JSON each, or a table when the name ends in .parquet or .arrow [default: standard output]
    #[arg(long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// How many threads to use [default: one a processor]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) threads: Option<u16>,
}

pub(crate) fn run(options: &BatchOptions) -> Result<(), Failure> {
    let inputs: Vec<&Path> = options.source.paths().into_iter().chain([options.profiles.as_path()]).collect();
    purposes::check(&inputs, &[options.output.as_deref().unwrap_or(Path::new(PRINTED))])?;
    let recommender = input::recommender(&options.source)?;
    let threads = rayon::ThreadPoolBuilder::new().num_threads(n_threads(options)).build()?;
    let source = Source::open(&options.profiles)?;
    let sink = Sink::create(options.output.as_deref())?;
    match threads.install(|| answer_all(&recommender, options, source, sink))? {
        0 => Ok(()),
        n => Err(Failure::in_file(&options.profiles, format!("{n} line{} could not be ranked", if n == 1 { "" } else { "s" }))),
    }
}

/// How many threads to start; 0 for one a processor.
fn n_threads(options: &BatchOptions) -> usize {
    let asked = options.threads.unwrap_or_default();
    if MAX_THREADS < asked && !options.source.quiet {
        tell!("note: --threads {asked}: at most {MAX_THREADS} are started");
    }
    usize::from(asked.min(MAX_THREADS))
}

/// Answers every question in order; the number of those that could not be ranked.
fn answer_all(recommender: &Recommender, options: &BatchOptions, source: Source, mut sink: Sink) -> Result<usize, Failure> {
    let progress = Progress::of_bytes(options.source.quiet, source.n_bytes());
    let (kind, mut n_bad) = (sink.kind(), 0);
    for answer in in_order(source, Question::n_bytes, |question| Answer::of(question, recommender, options.top, kind)) {
        if let Some(message) = &answer.problem {
            n_bad += 1;
            let (file, number) = (options.profiles.display(), answer.number);
            progress.above(|| tell!("boussole: {file}: line {number}: {message}"));
        }
        progress.show_bytes(answer.end);
        if sink.write(answer.told, recommender.catalogue())?.is_break() {
            return Ok(n_bad);
        }
    }
    sink.finish(recommender.catalogue())?;
    Ok(n_bad)
}
