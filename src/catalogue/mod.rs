//! What is there? Occupations, the labels they share, and readers that tell what is wrong in the data.

mod access_level;
pub mod audit;
mod collection;

#[cfg(feature = "demo")]
mod demo;
mod draft;
mod fingerprint;
mod identifier;
mod label;
mod metier;
mod problem;
pub mod read;
mod thesaurus;
mod vocabulary;

pub use access_level::{AccessLevel, UnknownAccessLevel};
pub use audit::Audit;
pub use collection::Catalogue;
pub use identifier::{InvalidIdentifier, MetierId, RomeCode, TrainingId};
pub use label::{Interest, Sector, Status, clean_label, label_key};
pub use metier::{Metier, Section, StudyPath, Title, Training};
pub use problem::{Field, Place, Problem, ProblemKind};
pub use read::{Loaded, ReadError};
pub use thesaurus::{LabelKind, Thesaurus};
pub(crate) use vocabulary::nearest;
pub use vocabulary::{Term, UnknownLabel, Vocabulary};
