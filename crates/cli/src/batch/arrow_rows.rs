//! Students as rows of an Arrow file, many rows at a time.

use std::fs::File;
use std::io::{self, BufReader};
use std::path::Path;

use arrow_array::RecordBatch;
use arrow_ipc::reader::FileReader;
use arrow_schema::{ArrowError, SchemaRef};

use super::piece::{Content, Piece, Tail};

/// The rows of a file, as they are read.
pub(super) struct ArrowRows {
    batches: FileReader<BufReader<File>>,
    /// What of a batch is still to be answered.
    rest: Option<RecordBatch>,
    /// How many rows one thread answers together.
    piece: usize,
    n_bytes: u64,
    is_broken: bool,
}

impl ArrowRows {
    /// The rows of a file, so many a piece.
    pub(super) fn open(path: &Path, piece: usize) -> io::Result<Self> {
        let file = File::open(path)?;
        let n_bytes = file.metadata()?.len();
        let batches = FileReader::try_new(BufReader::new(file), None).map_err(io::Error::other)?;
        Ok(Self { batches, rest: None, piece, n_bytes, is_broken: false })
    }

    /// The columns of the table.
    pub(super) fn schema(&self) -> SchemaRef {
        self.batches.schema()
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
            Ok(rows) => Content::Rows(rows),
            Err(error) => {
                self.is_broken = true;
                Content::Lines(Vec::new(), Some(Tail::Broken(error.to_string())))
            }
        };
        // How many rows a file has is not known before its end.
        Some(Piece { content, end: 0 })
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
