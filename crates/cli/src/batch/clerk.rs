//! From what students say to what is written for them, on any thread.

use std::io::BufRead;

#[cfg(feature = "arrow")]
use arrow_array::RecordBatch;
use boussole::Recommender;
#[cfg(feature = "arrow")]
use boussole::profile::UncheckedProfile;
use boussole::ranking::{Placed, Worker};

use super::line::Asked;
use super::page::{Kind, Page, Told, Who};
use super::piece::{Content, Piece, Tail};
use crate::message::shown;

/// The answers to the students of one piece.
pub(super) struct Answer {
    /// How many lines or rows it was, empty ones included.
    pub(super) n_lines: usize,
    /// What to tell, each with its line or row in the piece, from 1.
    pub(super) problems: Vec<(usize, String)>,
    /// Where the piece ends in the file, about.
    pub(super) end: u64,
    /// What is written, or why nothing is, of the whole batch.
    pub(super) told: Result<Told, String>,
}

/// Answers pieces on one thread.
pub(super) struct Clerk<'a> {
    worker: Worker<'a>,
    kind: &'a Kind,
    k: usize,
}

/// What is gathered of one piece.
struct Gathered<'a> {
    page: Page<'a>,
    problems: Vec<(usize, String)>,
}

impl<'a> Clerk<'a> {
    pub(super) fn new(recommender: &'a Recommender, kind: &'a Kind, k: usize) -> Self {
        Self { worker: recommender.worker(), kind, k }
    }

    /// The answers to a piece.
    pub(super) fn answer(&mut self, piece: Piece) -> Answer {
        let end = piece.end;
        match piece.content {
            Content::Lines(bytes, tail) => self.of_lines(&bytes, tail, end),
            #[cfg(feature = "arrow")]
            Content::Rows(rows) => self.of_rows(&rows, end),
            #[cfg(feature = "arrow")]
            Content::Undecoded(rows) => match rows.decode() {
                Ok(Some(rows)) => self.of_rows(&rows, end),
                Ok(None) => self.of_lines(&[], None, end),
                Err(error) => self.of_lines(&[], Some(Tail::Broken(error.to_string())), end),
            },
        }
    }

    fn of_lines(&mut self, bytes: &[u8], tail: Option<Tail>, end: u64) -> Answer {
        /// About so many bytes a line has.
        const LINE: usize = 300;
        let (mut gathered, mut number) = (self.gathered(bytes.len() / LINE + 1), 0);
        for line in lines(bytes) {
            number += 1;
            if !line.trim_ascii().is_empty() {
                let Asked { id, outcome } = Asked::of(line, &mut self.worker, self.k);
                gathered.put(number, Who::Json(id), outcome);
            }
        }
        if let Some(tail) = tail {
            number += 1;
            let Asked { id, outcome } = match tail {
                Tail::TooLong(n_bytes) => Asked::too_long(n_bytes),
                Tail::Broken(error) => Asked::wrong(error),
            };
            gathered.put(number, Who::Json(id), outcome);
        }
        let told = gathered.page.finish(self.kind, None);
        Answer { n_lines: number, problems: gathered.problems, end, told }
    }

    #[cfg(feature = "arrow")]
    fn of_rows(&mut self, batch: &RecordBatch, end: u64) -> Answer {
        let n_lines = batch.num_rows();
        let rows = match boussole_table::Rows::of(batch) {
            Ok(rows) => rows,
            Err(error) => return Answer { n_lines, problems: Vec::new(), end, told: Err(error.to_string()) },
        };
        let (mut gathered, mut profile) = (self.gathered(n_lines), UncheckedProfile::default());
        for row in 0..n_lines {
            let read = rows.read(row, &mut profile).map_err(|error| error.to_string());
            let outcome = read.and_then(|()| self.worker.shortlist(&profile, self.k).map_err(|error| error.to_string()));
            gathered.put(row + 1, Who::Row(rows.id(row)), outcome);
        }
        let told = gathered.page.finish(self.kind, Some(rows.ids()));
        Answer { n_lines, problems: gathered.problems, end, told }
    }

    fn gathered(&self, n_students: usize) -> Gathered<'a> {
        Gathered { page: Page::new(self.worker.recommender().catalogue(), self.kind, n_students, self.k), problems: Vec::new() }
    }
}

impl Gathered<'_> {
    /// What one student gets, and what is told of it.
    fn put(&mut self, number: usize, who: Who<'_>, outcome: Result<Vec<Placed>, String>) {
        match outcome {
            Ok(placed) => self.page.put(who, Ok(&placed)),
            Err(error) => {
                let error = shown(error);
                self.page.put(who, Err(&error));
                self.problems.push((number, error));
            }
        }
    }
}

/// Lines with their ends. The search of the standard library for one byte is fast where that for any is not.
fn lines(mut bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    std::iter::from_fn(move || {
        let mut behind = bytes;
        let n = behind.skip_until(b'\n').expect("memory can be read");
        let line = &bytes[..n];
        bytes = behind;
        (0 < n).then_some(line)
    })
}
