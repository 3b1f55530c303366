//! What is there? Occupations, the labels they share, and readers that report what is wrong in the data.

#![cfg_attr(
    not(all(feature = "csv", feature = "json", feature = "markdown", feature = "xml")),
    allow(dead_code, unused_variables, reason = "a build that reads few formats uses a part of what all of them share")
)]

mod quoted;
mod label;
mod nothing;
mod identifier;
mod access_level;
mod spelled_level;
mod riasec;
mod title;
mod metier;
mod thesaurus;
mod vocabulary;
mod place;
mod repair;
mod problem;
mod rome_letters;
mod spellings;
mod identity;
mod unify;
mod builder;
mod draft;
mod fingerprint;
mod join;
mod collection;
mod find;
mod used;
#[cfg(feature = "json")]
mod canonical;
pub mod read;
#[cfg(feature = "demo")]
mod demo;
pub mod audit;

pub use access_level::{AccessLevel, UnknownAccessLevel};
pub use audit::Audit;
pub use collection::{Catalogue, Loaded};
pub use find::{NamedMetier, UnclearName};
pub(crate) use identifier::MAX_ID_BYTES;
pub use identifier::{InvalidIdentifier, MetierId, RomeCode, TrainingId};
pub use label::{Interest, Sector, Status, clean_label, label_key};
pub(crate) use label::{KeyHash, heading_key};
pub use metier::{Metier, Section, StudyPath, Training};
pub use place::{FicheField, Place};
pub use problem::{Problem, ProblemKind};
pub(crate) use quoted::quoted;
pub use read::ReadError;
pub use riasec::{InvalidRiasec, RiasecCode, RiasecLetter};
pub use rome_letters::{LettersReport, LoadedLetters, RomeLetters};
pub use thesaurus::LabelKind;
pub(crate) use thesaurus::Thesaurus;
pub use title::{NameDoubt, Title};
pub use used::CatalogueUsed;
pub use vocabulary::{Term, UnknownLabel, Vocabulary};
pub(crate) use vocabulary::{nearest_ids, nearest_text};
