//! How the questions of a quiz ended.

use std::path::PathBuf;

/// What comes after the last question.
pub(super) enum Ended {
    /// The student wants to see what fits.
    Finished,
    /// The student left. The answers are to be kept in this file, which is empty for the one that was named; `None` throws them away.
    Left(Option<PathBuf>),
}
