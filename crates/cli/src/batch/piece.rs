//! A part of a batch, before any check: lines or rows that one thread answers together.

#[cfg(feature = "arrow")]
use arrow_array::RecordBatch;

#[cfg(feature = "arrow")]
use super::undecoded::Undecoded;

/// Some students, in their order.
pub(super) struct Piece {
    pub(super) content: Content,
    /// Where it ends in the file, about.
    pub(super) end: u64,
}

/// What the students say.
pub(super) enum Content {
    /// Whole lines, and what follows them.
    Lines(Vec<u8>, Option<Tail>),
    #[cfg(feature = "arrow")]
    Rows(RecordBatch),
    #[cfg(feature = "arrow")]
    Undecoded(Undecoded),
}

/// What comes after whole lines.
pub(super) enum Tail {
    /// A line of so many bytes, which is not taken.
    TooLong(usize),
    /// The file cannot be read from here on.
    Broken(String),
}
