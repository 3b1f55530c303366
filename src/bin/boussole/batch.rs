//! `boussole batch`: the first métiers of many students.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use boussole::ranking::in_order;
use boussole::report::BatchOutcome;
use boussole::{Profile, Recommender};
use clap::Args;
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::arguments::SourceOptions;
use crate::failure::Failure;
use crate::input;
use crate::progress::Progress;

#[derive(Debug, Args)]
pub(crate) struct BatchOptions {
    #[command(flatten)]
    pub(crate) source: SourceOptions,
    /// Profiles, one JSON object with an "id" a line
    #[arg(long, value_name = "FILE")]
    pub(crate) profiles: PathBuf,
    /// How many métiers to keep of each student
    #[arg(long, default_value_t = 10, value_name = "K")]
    pub(crate) top: usize,
    /// Where results go, a line for each student in the order of the profiles [default: standard output]
    #[arg(long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// How many threads to use [default: one a processor]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) threads: Option<u16>,
}

pub(crate) fn run(options: &BatchOptions) -> Result<(), Failure> {
    let recommender = input::recommender(&options.source)?;
    let threads = rayon::ThreadPoolBuilder::new().num_threads(options.threads.map_or(0, usize::from)).build()?;
    let lines = Lines::open(&options.profiles)?;
    let progress = Progress::of_bytes(options.source.quiet, lines.n_bytes);
    let n_bad = match &options.output {
        None => threads.install(|| answer(&recommender, options, lines, &progress, &mut io::stdout()))?,
        Some(path) => {
            let in_file = |error: io::Error| Failure::in_file(path, error);
            let mut file = File::create(path).map_err(in_file)?;
            threads.install(|| answer(&recommender, options, lines, &progress, &mut file))?
        }
    };
    drop(progress);
    match n_bad {
        0 => Ok(()),
        n => Err(Failure::in_file(&options.profiles, format!("{n} line{} could not be ranked", if n == 1 { "" } else { "s" }))),
    }
}

/// Answers every line in order; the number of those that could not be ranked.
fn answer(
    recommender: &Recommender,
    options: &BatchOptions,
    lines: Lines,
    progress: &Progress,
    output: &mut (dyn Write + Send),
) -> Result<usize, Failure> {
    let mut output = BufWriter::with_capacity(1 << 16, output);
    let mut n_bad = 0;
    for answer in in_order(lines, |line| line.answer(recommender, options.top)) {
        if let Some(message) = answer.problem {
            n_bad += 1;
            progress.above(|| eprintln!("boussole: {}: line {}: {message}", options.profiles.display(), answer.number));
        }
        progress.show_bytes(answer.end);
        match output.write_all(answer.text.as_bytes()) {
            // Nobody reads on: that is no failure.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(n_bad),
            written => written.map_err(|error| writing(options, &error))?,
        }
    }
    match output.flush() {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(writing(options, &error)),
        _ => Ok(n_bad),
    }
}

fn writing(options: &BatchOptions, error: &io::Error) -> Failure {
    let path = options.output.as_deref().unwrap_or_else(|| Path::new("standard output"));
    Failure::in_file(path, error)
}

/// The lines of a file that say something, as they are read.
struct Lines {
    reader: BufReader<File>,
    n_bytes: u64,
    number: usize,
    end: u64,
    is_broken: bool,
}

/// One line, with its number and where it ends in the file.
struct Line {
    bytes: io::Result<Vec<u8>>,
    number: usize,
    end: u64,
}

/// What a line is answered with: a line of JSON, and what to tell about it.
struct Answer {
    text: String,
    problem: Option<String>,
    number: usize,
    end: u64,
}

impl Lines {
    fn open(path: &Path) -> Result<Self, Failure> {
        let opened = File::open(path).and_then(|file| Ok((file.metadata()?.len(), file)));
        let (n_bytes, file) = opened.map_err(|error| Failure::in_file(path, error))?;
        Ok(Self { reader: BufReader::with_capacity(1 << 16, file), n_bytes, number: 0, end: 0, is_broken: false })
    }
}

impl Iterator for Lines {
    type Item = Line;

    /// Empty lines are passed over. After an error of the file there are no more lines.
    fn next(&mut self) -> Option<Line> {
        loop {
            if self.is_broken {
                return None;
            }
            let mut bytes = Vec::new();
            let read = self.reader.read_until(b'\n', &mut bytes);
            let n_read = *read.as_ref().unwrap_or(&0);
            self.number += 1;
            self.end += n_read as u64;
            match read {
                Ok(0) => return None,
                Ok(_) if bytes.trim_ascii().is_empty() => {}
                Ok(_) => return Some(Line { bytes: Ok(bytes), number: self.number, end: self.end }),
                Err(error) => {
                    self.is_broken = true;
                    return Some(Line { bytes: Err(error), number: self.number, end: self.end });
                }
            }
        }
    }
}

/// The part of a line that is not of the profile.
#[derive(Deserialize)]
struct Named<'a> {
    #[serde(borrow)]
    id: Option<&'a RawValue>,
}

impl Line {
    fn answer(self, recommender: &Recommender, k: usize) -> Answer {
        let bytes = self.bytes.map_err(|error| error.to_string());
        let text =
            bytes.and_then(|bytes| String::from_utf8(bytes).map_err(|error| format!("expected UTF-8 text, found: {error}")));
        let text_or_empty = text.as_deref().unwrap_or_default().trim_start_matches('\u{feff}').trim();
        let named = serde_json::from_str::<Named>(text_or_empty);
        let id = named.as_ref().ok().and_then(|named| named.id);
        let outcome = match (&text, &named) {
            (Err(error), _) => Err(error.clone()),
            (_, Ok(Named { id: None })) => Err("expected a profile with an \"id\", found none".to_owned()),
            _ => shortlist(text_or_empty, recommender, k),
        };
        let problem = outcome.as_ref().err().cloned();
        let mut text = outcome.unwrap_or_else(BatchOutcome::Error).json_line(id);
        text.push('\n');
        Answer { text, problem, number: self.number, end: self.end }
    }
}

fn shortlist<'a>(text: &str, recommender: &'a Recommender, k: usize) -> Result<BatchOutcome<'a>, String> {
    let profile = Profile::from_json(text).map_err(|error| error.to_string())?;
    let placed = recommender.shortlist(&profile, k).map_err(|error| error.to_string())?;
    Ok(BatchOutcome::Shortlist { catalogue: recommender.catalogue(), placed })
}
