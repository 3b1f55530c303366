//! How did this list come about? One document from which it can be made again, to the same bytes.

mod differences;
mod law;
mod replay;
mod write;

pub use differences::{Difference, MAX_DIFFERENCES};
pub use law::{DataUsed, Operation, SourceOfData};
pub use replay::{Replay, ReplayError, replay};
pub use write::{RECORD_SCHEMA, RecordedWeights, record};
