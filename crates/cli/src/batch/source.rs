//! Where the students of a batch come from: lines of JSON, or a table.

use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use super::lines::Lines;
use super::question::Question;
#[cfg(feature = "arrow")]
use super::tables::Rows;
use crate::failure::Failure;
use crate::input;

/// What Parquet and Arrow files begin with.
const PARQUET: &[u8] = b"PAR1";
const ARROW: &[u8] = b"ARROW1";

/// The students of a file, as they are read.
pub(super) enum Source {
    Lines(Lines),
    #[cfg(feature = "arrow")]
    Rows(Rows),
}

impl Source {
    /// Opens a file, or standard input for `-`, and reads it once; what it holds is found by its beginning.
    pub(super) fn open(path: &Path) -> Result<Self, Failure> {
        let in_file = |error| Failure::in_file(path, error);
        let n_bytes = fs::metadata(path).map_or(0, |found| found.len());
        let (mut file, mut first) = (input::open(path)?, Vec::new());
        file.by_ref().take(ARROW.len() as u64).read_to_end(&mut first).map_err(in_file)?;
        if first.starts_with(PARQUET) || first.starts_with(ARROW) {
            return Self::table(path, &first);
        }
        Ok(Self::Lines(Lines::new(Box::new(Cursor::new(first).chain(file)), n_bytes)))
    }

    /// A table, whose end says where its parts are, so that it cannot be read from a pipe.
    #[cfg(feature = "arrow")]
    fn table(path: &Path, first: &[u8]) -> Result<Self, Failure> {
        if !fs::metadata(path).is_ok_and(|found| found.is_file()) {
            return Err(Failure::in_file(path, "expected lines of JSON or a file, found a table in a pipe; write it to a file"));
        }
        let rows = if first.starts_with(PARQUET) { Rows::parquet(path) } else { Rows::arrow(path) };
        Ok(Self::Rows(rows.map_err(|error| Failure::in_file(path, error))?))
    }

    #[cfg(not(feature = "arrow"))]
    fn table(path: &Path, _first: &[u8]) -> Result<Self, Failure> {
        let message = "expected lines of JSON, found a table; this program was built without the feature « arrow »";
        Err(Failure::in_file(path, message))
    }

    /// The size of the file.
    pub(super) fn n_bytes(&self) -> u64 {
        match self {
            Self::Lines(lines) => lines.n_bytes(),
            #[cfg(feature = "arrow")]
            Self::Rows(rows) => rows.n_bytes(),
        }
    }
}

impl Iterator for Source {
    type Item = Question;

    fn next(&mut self) -> Option<Question> {
        match self {
            Self::Lines(lines) => lines.next(),
            #[cfg(feature = "arrow")]
            Self::Rows(rows) => rows.next(),
        }
    }
}
