//! One student of a batch, before any check.

#[cfg(feature = "arrow")]
use super::profiles::TableRow;

/// A line or row, and where it stands.
pub(super) struct Question {
    /// The line or row, from 1.
    pub(super) number: usize,
    /// Where it ends in the file, about.
    pub(super) end: u64,
    pub(super) content: Content,
}

/// What a line or row says.
pub(super) enum Content {
    Line(Vec<u8>),
    /// A line that is not taken, and why.
    Refused(String),
    #[cfg(feature = "arrow")]
    Row(Box<TableRow>),
    /// The file cannot be read from here on.
    Broken(String),
}

impl Question {
    /// The memory that it takes, about.
    pub(super) fn n_bytes(&self) -> usize {
        match &self.content {
            Content::Line(bytes) => bytes.len(),
            _ => 0,
        }
    }
}
