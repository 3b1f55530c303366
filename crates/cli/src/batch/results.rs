//! The results of a batch as an Arrow table: one row for each student and rank.

use std::sync::Arc;

use arrow_array::builder::{Float64Builder, StringBuilder, UInt32Builder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema, SchemaRef};

use boussole::catalogue::Catalogue;
use boussole::ranking::Placed;

/// What one student of a batch got.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ResultRows {
    /// Who asked.
    pub(super) id: Option<String>,
    /// The métiers, best first, or why there are none.
    pub(super) outcome: Result<Vec<Placed>, String>,
}

/// The columns of [`results_table`].
pub(super) fn results_schema() -> SchemaRef {
    let field = |name, kind| Field::new(name, kind, true);
    Arc::new(Schema::new(vec![
        field("id", DataType::Utf8),
        field("rank", DataType::UInt32),
        field("metier", DataType::Utf8),
        field("score", DataType::Float64),
        field("tie_group", DataType::UInt32),
        field("n_tied", DataType::UInt32),
        field("error", DataType::Utf8),
    ]))
}

/// One row for each student and rank; for a student who could not be ranked, one row with the error and nothing else.
pub(super) fn results_table(catalogue: &Catalogue, answered: &[ResultRows]) -> RecordBatch {
    let (mut id, mut metier, mut error) = (StringBuilder::new(), StringBuilder::new(), StringBuilder::new());
    let [mut rank, mut tie_group, mut n_tied] = [(); 3].map(|()| UInt32Builder::new());
    let mut score = Float64Builder::new();
    let count = |number: usize| Some(u32::try_from(number).expect("a catalogue has far fewer than 2^32 métiers"));
    for one in answered {
        let (placed, problem) = match &one.outcome {
            Ok(placed) => (placed.iter().map(Some).collect(), None),
            Err(problem) => (vec![None], Some(problem)),
        };
        for placed in placed {
            id.append_option(one.id.as_deref());
            rank.append_option(placed.and_then(|placed| count(placed.standing.rank)));
            metier.append_option(placed.map(|placed| catalogue.metiers()[placed.position].id.as_str()));
            score.append_option(placed.map(|placed| placed.score.value()));
            tie_group.append_option(placed.and_then(|placed| count(placed.standing.tie_group)));
            n_tied.append_option(placed.and_then(|placed| count(placed.standing.n_tied)));
            error.append_option(problem);
        }
    }
    let columns: Vec<ArrayRef> = vec![
        Arc::new(id.finish()),
        Arc::new(rank.finish()),
        Arc::new(metier.finish()),
        Arc::new(score.finish()),
        Arc::new(tie_group.finish()),
        Arc::new(n_tied.finish()),
        Arc::new(error.finish()),
    ];
    RecordBatch::try_new(results_schema(), columns).expect("the columns are those of the schema, and of one length")
}
