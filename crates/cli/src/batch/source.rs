//! Where the students of a batch come from: lines of JSON, or a table.

use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

#[cfg(feature = "arrow")]
use boussole_table::{Results, Table};

#[cfg(feature = "arrow")]
use super::arrow_rows::ArrowRows;
use super::lines::Lines;
#[cfg(feature = "arrow")]
use super::parquet_rows::ParquetRows;
use super::piece::Piece;
use super::sink::Columns;
use crate::failure::Failure;
use crate::input;

/// What Parquet and Arrow files begin with.
const PARQUET: &[u8] = b"PAR1";
const ARROW: &[u8] = b"ARROW1";

/// So many bytes of lines one thread answers together where each student is a line of results, and where a table is made of them.
const LINES: [usize; 2] = [1 << 15, 1 << 21];

/// About so many rows of results are compressed together: enough to compress well, little enough to be kept in memory.
#[cfg(feature = "arrow")]
const ROWS: usize = 1 << 16;

/// The most students that one thread answers together.
#[cfg(feature = "arrow")]
const STUDENTS: usize = 1 << 13;

/// What is wanted of a source.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    /// How many métiers of each student, by which tables are cut.
    #[cfg_attr(not(feature = "arrow"), expect(dead_code, reason = "only tables are cut"))]
    pub(super) k: usize,
    /// Whether results are a table.
    pub(super) is_table: bool,
}

/// The students of a file, as they are read.
pub(super) enum Source {
    Lines(Lines),
    #[cfg(feature = "arrow")]
    Parquet(ParquetRows),
    #[cfg(feature = "arrow")]
    Arrow(Box<ArrowRows>),
}

impl Source {
    /// Opens a file, or standard input for `-`, and reads it once; what it holds is found by its beginning.
    pub(super) fn open(path: &Path, wanted: Wanted) -> Result<Self, Failure> {
        let in_file = |error| Failure::in_file(path, error);
        let n_bytes = fs::metadata(path).map_or(0, |found| found.len());
        let (mut file, mut first) = (input::open(path)?, Vec::new());
        file.by_ref().take(ARROW.len() as u64).read_to_end(&mut first).map_err(in_file)?;
        if first.starts_with(PARQUET) || first.starts_with(ARROW) {
            return Self::table(path, &first, wanted);
        }
        let piece = LINES[usize::from(wanted.is_table)];
        Ok(Self::Lines(Lines::new(Box::new(Cursor::new(first).chain(file)), n_bytes, piece)))
    }

    /// A table, whose end says where its parts are, so that it cannot be read from a pipe.
    #[cfg(feature = "arrow")]
    fn table(path: &Path, first: &[u8], wanted: Wanted) -> Result<Self, Failure> {
        if !fs::metadata(path).is_ok_and(|found| found.is_file()) {
            return Err(Failure::in_file(path, "expected lines of JSON or a file, found a table in a pipe; write it to a file"));
        }
        let piece = (ROWS / wanted.k.max(1)).clamp(1, STUDENTS);
        let rows = if first.starts_with(PARQUET) {
            ParquetRows::open(path, piece).map(Self::Parquet)
        } else {
            ArrowRows::open(path, piece).map(Box::new).map(Self::Arrow)
        };
        rows.map_err(|error| Failure::in_file(path, error))
    }

    #[cfg(not(feature = "arrow"))]
    fn table(path: &Path, _: &[u8], _: Wanted) -> Result<Self, Failure> {
        let message = "expected lines of JSON, found a table; this program was built without the feature « arrow »";
        Err(Failure::in_file(path, message))
    }

    /// The columns of a table of results, and the columns of the table of profiles that say nothing.
    ///
    /// # Errors
    ///
    /// When the names of columns are not those of a table of profiles.
    #[cfg(feature = "arrow")]
    pub(super) fn columns(&self) -> Result<(Columns, Vec<String>), String> {
        let schema = match self {
            Self::Lines(_) => return Ok((Results::schema(), Vec::new())),
            Self::Parquet(rows) => rows.schema(),
            Self::Arrow(rows) => rows.schema(),
        };
        let table = Table::new(&schema).map_err(|error| error.to_string())?;
        Ok((Columns::clone(table.results()), table.others().to_vec()))
    }

    #[cfg(not(feature = "arrow"))]
    #[allow(clippy::unnecessary_wraps, clippy::unused_self, reason = "a table has columns, which may be wrong")]
    pub(super) fn columns(&self) -> Result<(Columns, Vec<String>), String> {
        Ok(((), Vec::new()))
    }

    /// The size of the file.
    pub(super) fn n_bytes(&self) -> u64 {
        match self {
            Self::Lines(lines) => lines.n_bytes(),
            #[cfg(feature = "arrow")]
            Self::Parquet(rows) => rows.n_bytes(),
            #[cfg(feature = "arrow")]
            Self::Arrow(rows) => rows.n_bytes(),
        }
    }
}

impl Source {
    /// The next students.
    pub(super) fn next(&mut self) -> Option<Piece> {
        match self {
            Self::Lines(lines) => lines.next(),
            #[cfg(feature = "arrow")]
            Self::Parquet(rows) => rows.next(),
            #[cfg(feature = "arrow")]
            Self::Arrow(rows) => rows.next(),
        }
    }
}
