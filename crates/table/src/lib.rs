//! Profiles as Arrow tables, and what their students get: record batches in, record batches out.
//!
//! It reads what Parquet and Arrow files hold and what Python hands over, and knows neither files nor Python: a [`Table`] is made of a
//! schema, and [`Table::answer`] turns a batch of profiles into a batch of results.
//!
//! | column | type | what it says |
//! | --- | --- | --- |
//! | `id` | text or integer | who asks |
//! | `seed` | integer | the order of ties, 0 if absent |
//! | `interests`, `statuses`, `sectors` | list of text | labels |
//! | `interest_answers`, `status_answers`, `sector_answers` | list of number | one answer in [−1, 1] a label; all 1 if absent |
//! | `reached`, `willing`, `max_access_level` | text | levels |
//! | `riasec` | list of six numbers | scores of R, I, A, S, E, C |
//! | `words` | list of text, or text | words of the student's own |
//! | `likes`, `exclude` | list of text | identifiers of métiers |
//! | `gate_statuses`, `gate_sectors` | list of text | labels of which a métier must have one |
//!
//! Every column may be absent, and every value null: the student said nothing about it. Labels with their answers may also stand in one
//! column, as a map from label to answer or as a list of pairs (`label`, `answer`). Texts may be of any width or dictionary-encoded, numbers
//! of any width or decimals, lists of any kind. Other columns are left alone, see [`Table::others`].

mod error;
mod names;
mod texts;
mod numbers;
mod lists;
mod answers;
mod results;
mod table;

pub use error::{RowError, TableError};
pub use names::COLUMNS;
pub use results::Results;
pub use table::{Id, Rows, Table};
