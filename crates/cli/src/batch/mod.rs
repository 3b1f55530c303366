//! `boussole batch`: the first métiers of many students.

mod in_order;
#[cfg(feature = "arrow")]
mod undecoded;
mod piece;
mod lines;
#[cfg(feature = "arrow")]
mod arrow_rows;
#[cfg(feature = "arrow")]
mod parquet_rows;
mod line;
#[cfg(feature = "arrow")]
mod table_form;
mod page;
mod clerk;
mod sink;
mod source;

use std::num::NonZero;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::thread;

use boussole::Recommender;
use clap::Args;

use self::clerk::{Answer, Clerk};
use self::in_order::in_order;
use self::page::Kind;
use self::sink::Sink;
use self::source::{Source, Wanted};
use crate::failure::Failure;
use crate::input;
use crate::limits::{MAX_THREADS, MAX_TOLD_LINES};
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
    let wanted = Wanted { k: options.top, is_table: sink::is_table(options.output.as_deref()) };
    let source = Source::open(&options.profiles, wanted)?;
    let in_profiles = |message: String| Failure::in_file(&options.profiles, message);
    let (columns, others) = source.columns().map_err(in_profiles)?;
    if !others.is_empty() && !options.source.quiet {
        let (file, names) = (options.profiles.display(), others.join(" », « "));
        tell!("note: {file}: columns that say nothing of a profile: « {names} »");
    }
    let (sink, kind) = Sink::create(options.output.as_deref(), recommender.catalogue(), &columns)?;
    match answer_all(&recommender, options, source, sink, &kind)? {
        0 => Ok(()),
        n => Err(in_profiles(format!("{n} line{} could not be ranked", if n == 1 { "" } else { "s" }))),
    }
}

/// How many threads to start.
fn n_threads(options: &BatchOptions) -> usize {
    let Some(asked) = options.threads else {
        return thread::available_parallelism().map_or(1, NonZero::get).min(MAX_THREADS.into());
    };
    if MAX_THREADS < asked && !options.source.quiet {
        tell!("note: --threads {asked}: at most {MAX_THREADS} are started");
    }
    usize::from(asked.min(MAX_THREADS))
}

/// Answers every piece in order; the number of students who could not be ranked.
fn answer_all(
    recommender: &Recommender,
    options: &BatchOptions,
    mut source: Source,
    mut sink: Sink,
    kind: &Kind,
) -> Result<usize, Failure> {
    let progress = Progress::of_bytes(options.source.quiet, source.n_bytes());
    let (mut n_lines, mut n_bad, mut ended) = (0, 0, Ok(()));
    let mut leave = |answer: Answer| {
        for (line, message) in answer.problems.iter().take(MAX_TOLD_LINES.saturating_sub(n_bad)) {
            let (file, number) = (options.profiles.display(), n_lines + line);
            progress.above(|| tell!("boussole: {file}: line {number}: {message}"));
        }
        n_lines += answer.n_lines;
        n_bad += answer.problems.len();
        progress.show_bytes(answer.end);
        let told = answer.told.map_err(|error| Failure::in_file(&options.profiles, error));
        told.and_then(|told| sink.write(told)).unwrap_or_else(|failure| {
            ended = Err(failure);
            ControlFlow::Break(())
        })
    };
    let worker = || Clerk::new(recommender, kind, options.top);
    let mut is_whole = true;
    in_order(
        n_threads(options),
        || source.next(),
        worker,
        Clerk::answer,
        |answer| {
            let flow = leave(answer);
            is_whole = flow.is_continue();
            flow
        },
    )?;
    if MAX_TOLD_LINES < n_bad {
        tell!("boussole: {}: and {} more lines with problems", options.profiles.display(), n_bad - MAX_TOLD_LINES);
    }
    ended?;
    if is_whole {
        sink.finish()?;
    }
    Ok(n_bad)
}
