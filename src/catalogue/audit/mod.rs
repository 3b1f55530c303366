//! What does a catalogue contain, and what does it lack? Counts, gaps, problems, and métiers that no answer distinguishes.

mod facts;
mod gaps;
mod names;
mod patterns;
mod problems;
mod relations;
mod census;
mod document;

pub use census::{Audit, LevelCount, PlaceNumbers};
pub use gaps::Gap;
pub use names::DoubtfulName;
pub use patterns::{PatternGroup, Patterns};
pub use problems::ProblemGroup;
pub use relations::{Implication, MIN_SUPPORT, Relations};
