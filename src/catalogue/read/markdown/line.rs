//! A line of a fiche, as a reader of the page sees it.

/// The form of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Form {
    Heading {
        level: u8,
        is_indented: bool,
    },
    /// A bold name, with the value behind it as text.
    Bold(String),
    /// An item, with the mark that shows it.
    Item(String),
    Text,
    /// Code, in which no field begins.
    Code,
    /// The space between two blocks.
    Gap,
}

/// A line of a fiche.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) number: usize,
    pub(super) form: Form,
    pub(super) text: String,
}
