//! Who asks? What a student answered, checked, without anything that identifies a person.

mod answers;
mod builder;
#[cfg(all(feature = "demo", feature = "toml"))]
mod demo;
mod error;
#[cfg(any(feature = "json", feature = "toml"))]
mod file;
mod form;
mod gates;
mod student;

pub use answers::Answers;
pub use builder::ProfileBuilder;
pub use error::{AnswerField, ProfileError, ProfileProblem};
#[cfg(any(feature = "json", feature = "toml"))]
pub use file::ProfileFileError;
pub use form::{GatesForm, LevelForm, MetiersForm, Pairs, ProfileForm, RiasecForm};
pub use gates::Gates;
pub use student::{Profile, Riasec};
