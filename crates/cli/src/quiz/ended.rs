//! How the questions of a quiz ended.

/// What comes after the last question.
pub(super) enum Ended {
    /// The student wants to see what fits.
    Finished,
    /// The student left.
    Left,
}
