//! Who asks? What a student answered, checked, without anything that identifies a person.

mod answers;
mod builder;
mod error;
#[cfg(any(feature = "json", feature = "toml"))]
mod file;
mod form;
mod gates;
mod student;
#[cfg(feature = "arrow")]
mod table;

pub use answers::Answers;
pub use builder::ProfileBuilder;
pub use error::{AnswerField, ProfileError, ProfileProblem};
#[cfg(any(feature = "json", feature = "toml"))]
pub use file::ProfileFileError;
pub use gates::Gates;
pub use student::{Profile, Riasec};
#[cfg(feature = "arrow")]
pub use table::{RowError, TableError, TableRow, profiles_of_table};
