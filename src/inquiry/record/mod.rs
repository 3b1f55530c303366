//! How did this list come about? One document from which it can be reproduced, byte for byte.

#[cfg(feature = "json")]
mod differences;
mod four_items;
#[cfg(feature = "json")]
mod write;
#[cfg(feature = "json")]
mod replay;

#[cfg(feature = "json")]
pub use differences::Difference;
pub use four_items::{
    ContributionOfProcessing, CriterionUsed, DataUsed, FourItems, KindOfData, Operation, Parameters, SourceOfData,
};
#[cfg(feature = "json")]
pub use replay::{Replay, ReplayError, replay};
#[cfg(feature = "json")]
pub use write::{RecordedWeights, record};
