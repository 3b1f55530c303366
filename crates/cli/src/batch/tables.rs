//! Parquet and Arrow files, read and written a piece at a time.

use std::fs::File;
use std::io::{self, BufReader, BufWriter};
use std::path::Path;

use arrow_array::RecordBatch;
use arrow_ipc::reader::FileReader;
use arrow_ipc::writer::FileWriter;
use arrow_schema::ArrowError;
use boussole::Catalogue;
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::{ArrowReaderOptions, ParquetRecordBatchReaderBuilder};
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;

use super::profiles::{TableRow, profiles_of_table};
use super::question::{Content, Question};
use super::results::{ResultRows, results_schema, results_table};
use crate::output::NewFile;

/// So many rows are read, or answers written, at once.
const PIECE: usize = 4096;

/// Rows of a Parquet file that are compressed together: enough to compress well, little enough to be kept in memory.
const ROW_GROUP: usize = 1 << 17;

/// The rows of a table, as they are read.
pub(super) struct Rows {
    pieces: Box<dyn Iterator<Item = Result<RecordBatch, ArrowError>> + Send>,
    piece: std::vec::IntoIter<TableRow>,
    n_bytes: u64,
    /// How many rows there are, 0 if that is not known.
    total: u64,
    number: u64,
    is_broken: bool,
}

impl Rows {
    pub(super) fn parquet(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        let n_bytes = file.metadata()?.len();
        // The plain types of Parquet: writers note more exotic ones beside them.
        let options = ArrowReaderOptions::new().with_skip_arrow_metadata(true);
        let builder = ParquetRecordBatchReaderBuilder::try_new_with_options(file, options)?.with_batch_size(PIECE);
        let n_rows = builder.metadata().file_metadata().num_rows().try_into().unwrap_or_default();
        Ok(Self::new(Box::new(builder.build()?), n_bytes, n_rows))
    }

    pub(super) fn arrow(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        let n_bytes = file.metadata()?.len();
        let reader = FileReader::try_new(BufReader::new(file), None).map_err(io::Error::other)?;
        Ok(Self::new(Box::new(reader), n_bytes, 0))
    }

    fn new(pieces: Box<dyn Iterator<Item = Result<RecordBatch, ArrowError>> + Send>, n_bytes: u64, total: u64) -> Self {
        Self { pieces, piece: Vec::new().into_iter(), n_bytes, total, number: 0, is_broken: false }
    }

    pub(super) fn n_bytes(&self) -> u64 {
        self.n_bytes
    }

    /// The next row, of this piece or the next.
    fn content(&mut self) -> Option<Content> {
        loop {
            if let Some(row) = self.piece.next() {
                return Some(Content::Row(Box::new(row)));
            }
            let rows = self.pieces.next()?.map_err(|error| error.to_string());
            match rows.and_then(|table| profiles_of_table(&table).map_err(|error| error.to_string())) {
                Ok(rows) => self.piece = rows.into_iter(),
                Err(error) => {
                    self.is_broken = true;
                    return Some(Content::Broken(error));
                }
            }
        }
    }
}

impl Iterator for Rows {
    type Item = Question;

    fn next(&mut self) -> Option<Question> {
        if self.is_broken {
            return None;
        }
        let content = self.content()?;
        self.number += 1;
        // How many rows an Arrow file has is not known before its end.
        let end = self.n_bytes * self.number.min(self.total) / self.total.max(1);
        Some(Question { number: usize::try_from(self.number).unwrap_or(usize::MAX), end, content })
    }
}

/// A table of results, as it is written.
pub(super) struct Table {
    writer: Writer,
    waiting: Vec<ResultRows>,
}

enum Writer {
    Parquet(ArrowWriter<NewFile>),
    Arrow(FileWriter<BufWriter<NewFile>>),
}

impl Table {
    pub(super) fn parquet(file: NewFile) -> io::Result<Self> {
        let properties =
            WriterProperties::builder().set_compression(Compression::SNAPPY).set_max_row_group_row_count(Some(ROW_GROUP)).build();
        let writer = ArrowWriter::try_new(file, results_schema(), Some(properties))?;
        Ok(Self { writer: Writer::Parquet(writer), waiting: Vec::with_capacity(PIECE) })
    }

    pub(super) fn arrow(file: NewFile) -> io::Result<Self> {
        let writer = FileWriter::try_new(BufWriter::new(file), &results_schema()).map_err(io::Error::other)?;
        Ok(Self { writer: Writer::Arrow(writer), waiting: Vec::with_capacity(PIECE) })
    }

    pub(super) fn write(&mut self, row: ResultRows, catalogue: &Catalogue) -> io::Result<()> {
        self.waiting.push(row);
        if self.waiting.len() < PIECE { Ok(()) } else { self.write_waiting(catalogue) }
    }

    fn write_waiting(&mut self, catalogue: &Catalogue) -> io::Result<()> {
        let table = results_table(catalogue, &self.waiting);
        self.waiting.clear();
        match &mut self.writer {
            Writer::Parquet(writer) => writer.write(&table).map_err(io::Error::from),
            Writer::Arrow(writer) => writer.write(&table).map_err(io::Error::other),
        }
    }

    /// Writes what waits, and the end of the file.
    pub(super) fn finish(mut self, catalogue: &Catalogue) -> io::Result<()> {
        self.write_waiting(catalogue)?;
        match self.writer {
            Writer::Parquet(writer) => writer.into_inner().map_err(io::Error::from)?.finish(),
            Writer::Arrow(mut writer) => {
                writer.finish().map_err(io::Error::other)?;
                let file = writer.into_inner().map_err(io::Error::other)?;
                file.into_inner().map_err(io::IntoInnerError::into_error)?.finish()
            }
        }
    }
}
