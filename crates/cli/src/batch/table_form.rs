//! Results as Parquet and Arrow files: parts that any thread makes, and a file that takes them in their order.

use std::io::{self, BufWriter};
use std::sync::Arc;

use arrow_array::{Array, ArrayRef, RecordBatch, StringArray, new_null_array};
use arrow_ipc::writer::FileWriter;
use arrow_schema::{DataType, SchemaRef};
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_writer::{ArrowColumnChunk, ArrowRowGroupWriterFactory, compute_leaves};
use parquet::basic::Compression;
use parquet::errors::Result as ParquetResult;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;

use crate::output::NewFile;

/// What a table of results is written as.
pub(super) struct TableForm {
    schema: SchemaRef,
    /// Makes the columns of a part of a Parquet file; none in an Arrow file.
    columns: Option<ArrowRowGroupWriterFactory>,
}

/// A part of a table, ready to be written.
pub(super) enum TablePart {
    Arrow(RecordBatch),
    Parquet(Vec<ArrowColumnChunk>),
}

/// A table of results, as it is written.
#[allow(clippy::large_enum_variant, reason = "there is one of them in a run")]
pub(super) enum TableFile {
    Parquet(SerializedFileWriter<NewFile>),
    Arrow(FileWriter<BufWriter<NewFile>>),
}

impl TableFile {
    /// A Parquet file and the form of its parts.
    pub(super) fn parquet(file: NewFile, schema: SchemaRef) -> io::Result<(Self, TableForm)> {
        let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
        let writer = ArrowWriter::try_new(file, schema.clone(), Some(properties))?;
        let (file, columns) = writer.into_serialized_writer()?;
        Ok((Self::Parquet(file), TableForm { schema, columns: Some(columns) }))
    }

    /// An Arrow file and the form of its parts.
    pub(super) fn arrow(file: NewFile, schema: SchemaRef) -> io::Result<(Self, TableForm)> {
        let writer = FileWriter::try_new(BufWriter::new(file), &schema).map_err(io::Error::other)?;
        Ok((Self::Arrow(writer), TableForm { schema, columns: None }))
    }

    /// Writes the next part, if there is anything in it.
    pub(super) fn write(&mut self, part: TablePart) -> io::Result<()> {
        match (self, part) {
            (Self::Parquet(_), TablePart::Parquet(columns)) if columns.is_empty() => Ok(()),
            (Self::Arrow(_), TablePart::Arrow(rows)) if rows.num_rows() == 0 => Ok(()),
            (Self::Parquet(file), TablePart::Parquet(columns)) => {
                let mut group = file.next_row_group()?;
                for column in columns {
                    column.append_to_row_group(&mut group)?;
                }
                group.close()?;
                Ok(())
            }
            (Self::Arrow(file), TablePart::Arrow(rows)) => file.write(&rows).map_err(io::Error::other),
            _ => unreachable!("parts are made in the form of the file"),
        }
    }

    /// Writes the end of the file.
    pub(super) fn finish(self) -> io::Result<()> {
        match self {
            Self::Parquet(file) => file.into_inner().map_err(io::Error::from)?.finish(),
            Self::Arrow(mut writer) => {
                writer.finish().map_err(io::Error::other)?;
                let file = writer.into_inner().map_err(io::Error::other)?;
                file.into_inner().map_err(io::IntoInnerError::into_error)?.finish()
            }
        }
    }
}

impl TableForm {
    /// The columns.
    pub(super) fn schema(&self) -> &SchemaRef {
        &self.schema
    }

    /// A column of identifiers that lines gave; nulls where the file has others, since only a fault of the file has no row.
    pub(super) fn ids(&self, written: StringArray) -> ArrayRef {
        match self.schema.field(0).data_type() {
            DataType::Utf8 => Arc::new(written),
            kind => new_null_array(kind, written.len()),
        }
    }

    /// Rows as a part of the file: compressed, if the file is.
    pub(super) fn part(&self, rows: RecordBatch) -> ParquetResult<TablePart> {
        let Some(columns) = &self.columns else { return Ok(TablePart::Arrow(rows)) };
        if rows.num_rows() == 0 {
            return Ok(TablePart::Parquet(Vec::new()));
        }
        let mut chunks = Vec::new();
        let mut writers = columns.create_column_writers(0)?.into_iter();
        for (field, column) in self.schema.fields().iter().zip(rows.columns()) {
            for leaf in compute_leaves(field, column)? {
                let mut writer = writers.next().expect("each leaf has a column");
                writer.write(&leaf)?;
                chunks.push(writer.close()?);
            }
        }
        Ok(TablePart::Parquet(chunks))
    }
}
