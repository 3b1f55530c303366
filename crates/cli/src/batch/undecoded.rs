//! Rows of a Parquet file that nobody has decoded yet: any thread does it, column by column.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{ArrowError, Schema};
use parquet::arrow::arrow_reader::ParquetRecordBatchReader;

/// Some rows that nobody has decoded yet.
pub(super) struct Undecoded {
    columns: Arc<Columns>,
    number: usize,
}

/// The columns that say something of a profile.
///
/// Each has a reader of its own, which threads use in turns: one decodes the third piece of a column while another decodes the second of
/// the next. So two threads need not wait for each other, however few parts the file has.
pub(super) struct Columns {
    /// No reader at the end of a column, and after an error.
    readers: Vec<Turns<Option<ParquetRecordBatchReader>>>,
    /// Whether the table has ended, or cannot be read on.
    is_over: Turns<bool>,
}

/// What threads use one after the other, in the order of the pieces.
struct Turns<T> {
    /// The next piece, and what it uses.
    turn: Mutex<(usize, T)>,
    has_moved: Condvar,
}

impl Columns {
    /// The columns as readers of them, each so many rows at once.
    pub(super) fn new(readers: Vec<ParquetRecordBatchReader>) -> Self {
        Self { readers: readers.into_iter().map(|reader| Turns::new(Some(reader))).collect(), is_over: Turns::new(false) }
    }

    /// Whether there are no more rows.
    pub(super) fn is_over(&self) -> bool {
        self.is_over.lock().1
    }
}

impl Undecoded {
    /// The piece of this number, from 0.
    pub(super) fn new(columns: &Arc<Columns>, number: usize) -> Self {
        Self { columns: Arc::clone(columns), number }
    }

    /// The rows; none behind the end of the file and behind its first error.
    ///
    /// Every piece has to be decoded, since those behind it wait for it.
    pub(super) fn decode(self) -> Result<Option<RecordBatch>, ArrowError> {
        let Self { columns, number } = self;
        let parts: Vec<_> = columns.readers.iter().map(|reader| reader.take(number, next)).collect();
        columns.is_over.take(number, |is_over| {
            let rows = if *is_over { Ok(None) } else { beside(parts) };
            *is_over = !matches!(rows, Ok(Some(_)));
            rows
        })
    }
}

/// The next rows of a column.
fn next(reader: &mut Option<ParquetRecordBatchReader>) -> Result<Option<RecordBatch>, ArrowError> {
    let rows = reader.as_mut().and_then(Iterator::next).transpose();
    if !matches!(rows, Ok(Some(_))) {
        *reader = None;
    }
    rows
}

/// Columns beside each other, unless all have ended.
fn beside(parts: Vec<Result<Option<RecordBatch>, ArrowError>>) -> Result<Option<RecordBatch>, ArrowError> {
    let n_columns = parts.len();
    let parts: Vec<RecordBatch> = parts.into_iter().filter_map(Result::transpose).collect::<Result<_, _>>()?;
    match &parts[..] {
        [] => Ok(None),
        [whole] if n_columns == 1 => Ok(Some(whole.clone())),
        _ if parts.len() < n_columns => {
            let message = format!("expected as many rows in each column, found an end in {}", n_columns - parts.len());
            Err(ArrowError::ParquetError(message))
        }
        _ => {
            let fields: Vec<_> = parts.iter().flat_map(|part| part.schema_ref().fields().iter().cloned()).collect();
            let columns: Vec<ArrayRef> = parts.iter().flat_map(|part| part.columns().iter().cloned()).collect();
            RecordBatch::try_new(Arc::new(Schema::new(fields)), columns).map(Some)
        }
    }
}

impl<T> Turns<T> {
    fn new(used: T) -> Self {
        Self { turn: Mutex::new((0, used)), has_moved: Condvar::new() }
    }

    fn lock(&self) -> MutexGuard<'_, (usize, T)> {
        self.turn.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Uses it for a piece, once those before it are done.
    fn take<R>(&self, number: usize, work: impl FnOnce(&mut T) -> R) -> R {
        let turn = self.has_moved.wait_while(self.lock(), |(next, _)| *next != number);
        let mut turn = turn.unwrap_or_else(PoisonError::into_inner);
        turn.0 += 1;
        // Whoever wakes waits for the lock, even if the work ends in a panic.
        self.has_moved.notify_all();
        work(&mut turn.1)
    }
}
