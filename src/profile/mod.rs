//! Who asks? The checked answers of a student, without anything that identifies a person.

mod error;
mod answers;
mod gates;
mod constraint;
mod student;
mod builder;
mod unchecked;
mod form;
mod portrait;
#[cfg(any(feature = "json", feature = "toml"))]
mod file;
#[cfg(all(feature = "demo", feature = "toml"))]
mod demo;

pub use answers::Answers;
pub(crate) use builder::MAX_WRITTEN;
pub use builder::ProfileBuilder;
pub use constraint::{Constraint, ConstraintKind};
pub use error::{AnswerField, MAX_ANSWERS, MAX_PROFILE_PROBLEMS, ProfileError, ProfileProblem};
pub(crate) use error::{Problems, write_problems};
#[cfg(any(feature = "json", feature = "toml"))]
pub use file::ProfileFileError;
pub use gates::Gates;
pub use portrait::{Feature, Portrait};
pub use student::{Profile, Riasec};
pub use unchecked::UncheckedProfile;
