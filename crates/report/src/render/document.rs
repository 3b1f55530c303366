//! The model of a document: what a report says, in its order, without saying how it looks.

/// What a report says, ready to be written in any form.
#[derive(Debug, Clone)]
pub struct Document {
    pub(crate) title: String,
    pub(crate) sections: Vec<Section>,
}

/// The form in which a document is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Plain text, for a terminal.
    Text,
    /// Markdown, with every number.
    Markdown,
    /// One self-contained page, for a phone and for paper.
    Html,
}

/// A part with a heading.
#[derive(Debug, Clone)]
pub(crate) struct Section {
    pub(crate) title: String,
    pub(crate) blocks: Vec<Block>,
}

/// What stands in a part.
#[derive(Debug, Clone)]
pub(crate) enum Block {
    /// One sentence or a few.
    Paragraph(String),
    /// Sentences or short lines, one below the other.
    List(Vec<String>),
    /// Rows and columns.
    Table(Table),
}

/// Columns and rows. Every row has one cell per column.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    pub(crate) name: String,
    /// Numbers stand to the right.
    pub(crate) is_number: bool,
}

impl Document {
    /// A document without parts.
    pub(crate) fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), sections: Vec::new() }
    }

    /// The document with one more part.
    #[must_use]
    pub(crate) fn with(mut self, title: impl Into<String>, blocks: Vec<Block>) -> Self {
        self.sections.push(Section { title: title.into(), blocks });
        self
    }
}

impl Block {
    /// One paragraph per text.
    pub(crate) fn paragraphs(texts: impl IntoIterator<Item = String>) -> Vec<Self> {
        texts.into_iter().map(Self::Paragraph).collect()
    }
}

impl Table {
    /// A table whose first column is text and whose others are numbers.
    pub(crate) fn new(columns: impl IntoIterator<Item = String>, rows: Vec<Vec<String>>) -> Self {
        let column = |(index, name)| Column { name, is_number: 0 < index };
        Self { columns: columns.into_iter().enumerate().map(column).collect(), rows }
    }
}
