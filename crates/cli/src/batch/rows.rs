//! Students as rows of a Parquet or Arrow file, many rows at a time.

use std::fs::File;
use std::io::{self, BufReader};
use std::path::Path;

use arrow_array::RecordBatch;
use arrow_ipc::reader::FileReader;
use arrow_schema::{ArrowError, SchemaRef};
use parquet::arrow::arrow_reader::{ArrowReaderOptions, ParquetRecordBatchReaderBuilder};

use super::piece::{Content, Piece, Tail};

/// The rows of a file, as they are read.
pub(super) struct Rows {
    schema: SchemaRef,
    batches: Box<dyn Iterator<Item = Result<RecordBatch, ArrowError>> + Send>,
    /// What of a batch is still to be answered.
    rest: Option<RecordBatch>,
    /// How many rows one thread answers together.
    piece: usize,
    n_bytes: u64,
    /// How many rows there are, 0 if that is not known.
    total: u64,
    length: u64,
    is_broken: bool,
}

impl Rows {
    /// The rows of a Parquet file, so many a piece.
    pub(super) fn parquet(path: &Path, piece: usize) -> io::Result<Self> {
        let file = File::open(path)?;
        let n_bytes = file.metadata()?.len();
        // The plain types of Parquet: writers note more exotic ones beside them.
        let options = ArrowReaderOptions::new().with_skip_arrow_metadata(true);
        let builder = ParquetRecordBatchReaderBuilder::try_new_with_options(file, options)?.with_batch_size(piece);
        let total = builder.metadata().file_metadata().num_rows().try_into().unwrap_or_default();
        Ok(Self::new(builder.schema().clone(), Box::new(builder.build()?), piece, n_bytes, total))
    }

    /// The rows of an Arrow file, so many a piece.
    pub(super) fn arrow(path: &Path, piece: usize) -> io::Result<Self> {
        let file = File::open(path)?;
        let n_bytes = file.metadata()?.len();
        let reader = FileReader::try_new(BufReader::new(file), None).map_err(io::Error::other)?;
        Ok(Self::new(reader.schema(), Box::new(reader), piece, n_bytes, 0))
    }

    fn new(
        schema: SchemaRef,
        batches: Box<dyn Iterator<Item = Result<RecordBatch, ArrowError>> + Send>,
        piece: usize,
        n_bytes: u64,
        total: u64,
    ) -> Self {
        Self { schema, batches, rest: None, piece, n_bytes, total, length: 0, is_broken: false }
    }

    /// The columns of the table.
    pub(super) fn schema(&self) -> &SchemaRef {
        &self.schema
    }

    pub(super) fn n_bytes(&self) -> u64 {
        self.n_bytes
    }

    /// The next rows; after an error of the file there are no more.
    pub(super) fn next(&mut self) -> Option<Piece> {
        if self.is_broken {
            return None;
        }
        let content = match self.next_rows()? {
            Ok(rows) => {
                self.length += rows.num_rows() as u64;
                Content::Rows(rows)
            }
            Err(error) => {
                self.is_broken = true;
                Content::Lines(Vec::new(), Some(Tail::Broken(error.to_string())))
            }
        };
        // How many rows an Arrow file has is not known before its end.
        let end = self.n_bytes * self.length.min(self.total) / self.total.max(1);
        Some(Piece { content, end })
    }

    /// Rows of the batch at hand, or of the next that has some.
    fn next_rows(&mut self) -> Option<Result<RecordBatch, ArrowError>> {
        loop {
            if let Some(batch) = self.rest.take() {
                let n = self.piece.min(batch.num_rows());
                let rows = batch.slice(0, n);
                self.rest = (n < batch.num_rows()).then(|| batch.slice(n, batch.num_rows() - n));
                if 0 < n {
                    return Some(Ok(rows));
                }
            }
            match self.batches.next()? {
                Ok(batch) => self.rest = Some(batch),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}
