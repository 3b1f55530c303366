//! How did this list come about? One document from which it can be made again, to the same bytes.

#[cfg(feature = "json")]
mod differences;
mod law;
#[cfg(feature = "json")]
mod write;
#[cfg(feature = "json")]
mod replay;

#[cfg(feature = "json")]
pub use differences::{Difference, MAX_DIFFERENCES};
pub use law::{ContributionOfProcessing, CriterionUsed, DataUsed, FourItems, KindOfData, Operation, Parameters, SourceOfData};
#[cfg(feature = "json")]
pub use replay::{Replay, ReplayError, replay};
#[cfg(feature = "json")]
pub use write::{RECORD_SCHEMA, RecordedWeights, record};
