//! Results as columns: one row for each student and rank.

use std::sync::Arc;

use arrow_array::builder::StringBuilder;
use arrow_array::types::{Float64Type, UInt32Type};
use arrow_array::{Array, ArrayRef, PrimitiveArray, RecordBatch, UInt32Array};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use arrow_select::take::take;
use boussole::Catalogue;
use boussole::ranking::Placed;

/// The columns of results, with `id` of some type.
pub(super) fn results_schema(id: &DataType) -> SchemaRef {
    let field = |name, kind| Field::new(name, kind, true);
    Arc::new(Schema::new(vec![
        field("id", id.clone()),
        field("rank", DataType::UInt32),
        field("metier", DataType::Utf8),
        field("score", DataType::Float64),
        field("tie_group", DataType::UInt32),
        field("n_tied", DataType::UInt32),
        field("error", DataType::Utf8),
    ]))
}

/// What students got, as it is gathered.
#[derive(Debug)]
pub struct Results<'a> {
    catalogue: &'a Catalogue,
    n_students: u32,
    /// The student of each row.
    student: Vec<u32>,
    rank: Vec<u32>,
    metier: StringBuilder,
    score: Vec<f64>,
    tie_group: Vec<u32>,
    n_tied: Vec<u32>,
    /// The rows of students who could not be ranked, and why.
    errors: Vec<(usize, String)>,
}

/// So many bytes a métier's identifier has, about.
const ID_BYTES: usize = 8;

impl<'a> Results<'a> {
    /// The columns of the results of tables whose students are texts, or that have none.
    pub fn schema() -> SchemaRef {
        results_schema(&DataType::Utf8)
    }

    /// Room for so many students with `k` métiers each.
    pub fn new(catalogue: &'a Catalogue, n_students: usize, k: usize) -> Self {
        let n_rows = n_students.saturating_mul(k.clamp(1, catalogue.len()));
        Self {
            catalogue,
            n_students: 0,
            student: Vec::with_capacity(n_rows),
            rank: Vec::with_capacity(n_rows),
            metier: StringBuilder::with_capacity(n_rows, n_rows.saturating_mul(ID_BYTES)),
            score: Vec::with_capacity(n_rows),
            tie_group: Vec::with_capacity(n_rows),
            n_tied: Vec::with_capacity(n_rows),
            errors: Vec::new(),
        }
    }

    /// The next student's métiers, best first.
    pub fn push(&mut self, placed: &[Placed]) {
        for one in placed {
            self.student.push(self.n_students);
            self.rank.push(count(one.standing.rank));
            self.metier.append_value(self.catalogue.metiers()[one.position].id.as_str());
            self.score.push(one.score.value());
            self.tie_group.push(count(one.standing.tie_group));
            self.n_tied.push(count(one.standing.n_tied));
        }
        self.n_students += 1;
    }

    /// Why the next student gets none.
    pub fn push_error(&mut self, error: &str) {
        self.errors.push((self.student.len(), error.to_owned()));
        self.student.push(self.n_students);
        self.metier.append_null();
        self.score.push(0.0);
        for column in [&mut self.rank, &mut self.tie_group, &mut self.n_tied] {
            column.push(0);
        }
        self.n_students += 1;
    }

    /// The table: for each student the rows that were pushed, with their place in `ids`.
    ///
    /// # Panics
    ///
    /// When the identifiers are fewer than the students, or of another type than in the schema.
    pub fn finish(mut self, schema: &SchemaRef, ids: &dyn Array) -> RecordBatch {
        let n_rows = self.student.len();
        let rows = UInt32Array::from(self.student);
        let mut is_ranked = vec![true; if self.errors.is_empty() { 0 } else { n_rows }];
        let mut error = StringBuilder::with_capacity(if self.errors.is_empty() { 0 } else { n_rows }, 0);
        let mut done = 0;
        for (row, message) in &self.errors {
            is_ranked[*row] = false;
            error.append_nulls(row - done);
            error.append_value(message);
            done = row + 1;
        }
        error.append_nulls(n_rows - done);
        let ranked = (!self.errors.is_empty()).then(|| is_ranked.into());
        let columns: Vec<ArrayRef> = vec![
            take(ids, &rows, None).expect("each student has a place in the column of identifiers"),
            Arc::new(PrimitiveArray::<UInt32Type>::new(self.rank.into(), ranked.clone())),
            Arc::new(self.metier.finish()),
            Arc::new(PrimitiveArray::<Float64Type>::new(self.score.into(), ranked.clone())),
            Arc::new(PrimitiveArray::<UInt32Type>::new(self.tie_group.into(), ranked.clone())),
            Arc::new(PrimitiveArray::<UInt32Type>::new(self.n_tied.into(), ranked)),
            Arc::new(error.finish()),
        ];
        RecordBatch::try_new(Arc::clone(schema), columns).expect("the columns are those of the schema, and of one length")
    }
}

/// A number as a column holds it.
fn count(number: usize) -> u32 {
    u32::try_from(number).expect("a catalogue has far fewer than 2^32 métiers")
}
