//! Students as rows of a Parquet file, whose columns any thread decodes.

use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::Arc;

use arrow_schema::SchemaRef;
use boussole_table::COLUMNS;
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReaderBuilder};

use super::piece::{Content, Piece};
use super::undecoded::{Columns, Undecoded};

/// The rows of a file, in pieces that whoever answers them decodes.
pub(super) struct ParquetRows {
    schema: SchemaRef,
    columns: Arc<Columns>,
    /// How many rows a piece has.
    piece: usize,
    n_bytes: u64,
    /// How many rows there are.
    total: u64,
    n_taken: usize,
}

impl ParquetRows {
    /// The rows of a file, so many a piece.
    pub(super) fn open(path: &Path, piece: usize) -> io::Result<Self> {
        let file = File::open(path)?;
        // The plain types of Parquet: writers note more exotic ones beside them.
        let metadata = ArrowReaderMetadata::load(&file, ArrowReaderOptions::new().with_skip_arrow_metadata(true))?;
        let readers = masks(&metadata).into_iter().map(|mask| {
            // Files that are opened once share the place from which they are read.
            let builder = ParquetRecordBatchReaderBuilder::new_with_metadata(File::open(path)?, metadata.clone());
            Ok(builder.with_projection(mask).with_batch_size(piece).build()?)
        });
        Ok(Self {
            schema: metadata.schema().clone(),
            columns: Arc::new(Columns::new(readers.collect::<io::Result<_>>()?)),
            piece,
            n_bytes: file.metadata()?.len(),
            total: metadata.metadata().file_metadata().num_rows().try_into().unwrap_or_default(),
            n_taken: 0,
        })
    }

    /// The columns of the table, whether they are read or not.
    pub(super) fn schema(&self) -> SchemaRef {
        SchemaRef::clone(&self.schema)
    }

    pub(super) fn n_bytes(&self) -> u64 {
        self.n_bytes
    }

    /// The next rows; there may be none in it, and after an error of the file or its end there are no more.
    pub(super) fn next(&mut self) -> Option<Piece> {
        if self.columns.is_over() {
            return None;
        }
        let undecoded = Undecoded::new(&self.columns, self.n_taken);
        self.n_taken += 1;
        let n_rows = (self.n_taken * self.piece) as u64;
        let end = self.n_bytes * n_rows.min(self.total) / self.total.max(1);
        Some(Piece { content: Content::Undecoded(undecoded), end })
    }
}

/// What each reader reads: a column that says something of a profile, or the whole table when none does.
fn masks(metadata: &ArrowReaderMetadata) -> Vec<ProjectionMask> {
    let fields = metadata.schema().fields().iter().enumerate();
    let read = fields.filter(|(_, field)| COLUMNS.contains(&field.name().as_str()));
    let masks: Vec<_> = read.map(|(place, _)| ProjectionMask::roots(metadata.parquet_schema(), [place])).collect();
    if masks.is_empty() { vec![ProjectionMask::all()] } else { masks }
}
