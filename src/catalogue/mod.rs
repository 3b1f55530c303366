//! What is there? Occupations, the labels they share, and readers that tell what is wrong in the data.

mod access_level;
pub mod audit;
#[cfg(feature = "json")]
mod canonical;
mod collection;
#[cfg(feature = "demo")]
mod demo;
mod draft;
mod fingerprint;
mod harvest;
mod identifier;
mod identity;
mod key_index;
mod label;
mod metier;
mod problem;
pub mod read;
mod riasec;
mod rome_letters;
mod spellings;
mod thesaurus;
mod unify;
mod vocabulary;

pub use access_level::{AccessLevel, UnknownAccessLevel};
pub use audit::Audit;
pub use collection::Catalogue;
pub use identifier::{InvalidIdentifier, MetierId, RomeCode, TrainingId};
pub(crate) use key_index::KeyHash;
pub use label::{Interest, Sector, Status, clean_label, label_key};
pub use metier::{Metier, Section, StudyPath, Title, Training};
pub use problem::{Field, Place, Problem, ProblemKind};
pub use read::{Loaded, ReadError};
pub use riasec::{InvalidRiasec, RiasecCode, RiasecLetter};
pub use rome_letters::{LettersReport, LoadedLetters, RomeLetters};
pub use thesaurus::{LabelKind, Thesaurus};
pub(crate) use vocabulary::nearest;
pub use vocabulary::{Term, UnknownLabel, Vocabulary};
