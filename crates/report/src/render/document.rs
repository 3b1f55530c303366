//! The model of a document: what a report says, in its order, without saying how it looks.

use boussole::catalogue::AccessLevel;
use boussole::inquiry::Robustness;
use serde::Serialize;

/// What a report says, ready to be written in any form.
#[derive(Debug, Clone)]
pub struct Document {
    pub(crate) title: String,
    pub(crate) kind: Kind,
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

/// What a document is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Several parts with headings of their own.
    Outline,
    /// A list of métiers.
    List,
    /// One métier, whose name is the title.
    Metier,
    /// Several pupils, each with a part.
    Class,
}

/// A part, with a heading or without.
#[derive(Debug, Clone)]
pub(crate) struct Section {
    pub(crate) title: Option<String>,
    /// What a page calls the part; it stands there once.
    pub(crate) name: &'static str,
    pub(crate) blocks: Vec<Block>,
}

/// What stands in a part.
#[allow(clippy::large_enum_variant, reason = "a document has some hundred, and the largest are most of them")]
#[derive(Debug, Clone)]
pub(crate) enum Block {
    /// One sentence or a few.
    Paragraph(String),
    /// Sentences that lead in.
    Introduction(String),
    /// How to read what follows.
    Legend(String),
    /// What a screen says about paper.
    PrintHint(String),
    /// Sentences or short lines, one below the other.
    List(Vec<String>),
    /// Rows and columns.
    Table(Table),
    /// A picture in a file beside the document, and what it shows; forms without pictures leave it out.
    #[cfg_attr(not(feature = "tuning"), expect(dead_code, reason = "only reports on tuning name a picture"))]
    Picture { path: String, shows: String },
    /// A part of a part.
    Section(Section),
    /// A part that a reader opens.
    Disclosure(Section),
    /// Parts beside each other, where there is room: one, and a column of others.
    Columns(Section, Vec<Section>),
    /// Names, and what was said about each.
    Pairs(Vec<Pair>),
    /// A métier of a list.
    Card(Card),
    /// Neighbours that have something in common: what to say about all of them, and their cards.
    Bracket { label: String, sentence: String, items: Vec<Item>, cards: Vec<Card> },
    /// What stands below the name of a métier.
    Facts(Facts),
    /// Why a métier has its score.
    Why(Why),
    /// Access levels, and who stands on them.
    Ladder(LadderPicture),
    /// Parts of equal right, two in a row where there is room.
    Grid(Vec<Section>),
    /// What an empty space on paper is for; a screen shows none.
    Notes(String),
}

/// A name, and what was said about it.
#[derive(Debug, Clone)]
pub(crate) struct Pair {
    pub(crate) name: String,
    pub(crate) said: Phrase,
}

/// Text of ours, in which labels are quoted, or text of the catalogue, which is French in any document.
#[derive(Debug, Clone)]
pub(crate) enum Phrase {
    Own(String),
    Label(String),
}

/// A métier of a list.
#[derive(Debug, Clone)]
pub(crate) struct Card {
    pub(crate) rank: usize,
    pub(crate) name: String,
    pub(crate) id: String,
    pub(crate) facts: Facts,
    pub(crate) why: Why,
}

/// What stands below the name of a métier: where access starts and how that fits, how sure the place is, what the métier is about, what
/// else to note, and the way on.
#[derive(Debug, Clone)]
pub(crate) struct Facts {
    pub(crate) access: String,
    pub(crate) level: Option<String>,
    pub(crate) fit: Option<String>,
    pub(crate) badge: Option<(Robustness, String)>,
    pub(crate) about: Option<String>,
    pub(crate) notes: Vec<String>,
    pub(crate) way: Vec<Pair>,
    pub(crate) link: Option<Link>,
}

/// Where to read more.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    pub(crate) name: String,
    pub(crate) url: String,
}

/// Sentences about a score, its terms as bars, and as a table where the form has room.
#[derive(Debug, Clone)]
pub(crate) struct Why {
    pub(crate) items: Vec<Item>,
    pub(crate) bars: Option<Bars>,
    pub(crate) table: Option<Table>,
}

/// A sentence about a score, with its mark.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    pub(crate) mark: Mark,
    pub(crate) text: String,
    /// What to add where its value was inferred, and the sentence does not say so.
    pub(crate) tag: Option<String>,
}

/// What a sentence about a score is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Mark {
    For,
    Against,
    Note,
    Unknown,
    Moved,
    Tied,
    Place,
}

/// The strongest terms of a score, strongest first.
#[derive(Debug, Clone)]
pub(crate) struct Bars {
    /// What the picture is called; unique in the document.
    pub(crate) name: String,
    pub(crate) title: String,
    pub(crate) terms: Vec<Bar>,
    pub(crate) scale: Scale,
    pub(crate) separator: String,
}

/// One term, or several together.
#[derive(Debug, Clone)]
pub(crate) struct Bar {
    pub(crate) label: String,
    /// The label for those who do not see how it is drawn.
    pub(crate) said: String,
    pub(crate) points: f64,
    pub(crate) is_inferred: bool,
    /// Whether it stands for the level or for several terms, which no chip names.
    pub(crate) is_level: bool,
}

/// The longest bars to both sides: the same in a whole document, so that all bars can be compared.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Scale {
    pub(crate) up: f64,
    pub(crate) down: f64,
}

/// The rungs from the lowest to the highest on which somebody stands, the highest first.
#[derive(Debug, Clone)]
pub(crate) struct LadderPicture {
    pub(crate) title: String,
    pub(crate) rungs: Vec<Rung>,
    pub(crate) reached: Option<AccessLevel>,
    pub(crate) willing: Option<AccessLevel>,
}

/// A rung, who stands on it in words, and what is written in their circles.
#[derive(Debug, Clone)]
pub(crate) struct Rung {
    pub(crate) level: AccessLevel,
    pub(crate) said: String,
    pub(crate) marks: Vec<String>,
}

/// Columns, and groups of rows. Every row has one cell per column.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) caption: Option<String>,
    pub(crate) columns: Vec<Column>,
    pub(crate) groups: Vec<Group>,
}

/// A column of a table.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    pub(crate) name: String,
    /// Numbers stand to the right.
    pub(crate) is_number: bool,
}

/// Rows that belong together, below a label of the catalogue.
#[derive(Debug, Clone, Default)]
pub(crate) struct Group {
    pub(crate) label: Option<String>,
    pub(crate) rows: Vec<Vec<Cell>>,
    /// What is to be said about the group.
    pub(crate) note: Option<String>,
    /// What the last column sums to.
    pub(crate) total: Option<(String, String)>,
}

/// A cell of a table.
#[derive(Debug, Clone)]
pub(crate) enum Cell {
    /// The column has nothing to say about this row.
    Nothing,
    Text(String),
    /// A name and a label of the catalogue.
    Named(String, String),
}

impl Document {
    /// A document with several parts, of which it has none yet.
    pub(crate) fn new(title: impl Into<String>) -> Self {
        Self::of(Kind::Outline, title)
    }

    /// A document about something, without parts.
    pub(crate) fn of(kind: Kind, title: impl Into<String>) -> Self {
        Self { title: title.into(), kind, sections: Vec::new() }
    }

    /// The document with one more part.
    #[must_use]
    pub(crate) fn with(mut self, title: impl Into<String>, blocks: Vec<Block>) -> Self {
        self.sections.push(Section::new("", title, blocks));
        self
    }

    /// The document with a part that has no heading.
    #[must_use]
    pub(crate) fn with_blocks(mut self, blocks: Vec<Block>) -> Self {
        self.sections.push(Section { title: None, name: "", blocks });
        self
    }
}

impl Section {
    /// A part with a heading and what a page calls it.
    pub(crate) fn new(name: &'static str, title: impl Into<String>, blocks: Vec<Block>) -> Self {
        Self { title: Some(title.into()), name, blocks }
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
        Self::with_text(1, columns).group(rows.into_iter().map(|row| row.into_iter().map(Cell::Text).collect()).collect())
    }

    /// A table without rows whose first columns are text.
    pub(crate) fn with_text(n_text: usize, columns: impl IntoIterator<Item = String>) -> Self {
        let column = |(index, name)| Column { name, is_number: n_text <= index };
        let columns = columns.into_iter().enumerate().map(column).collect();
        Self { name: "", caption: None, columns, groups: Vec::new() }
    }

    /// The table with what a page calls it and what stands above it.
    #[must_use]
    pub(crate) fn named(self, name: &'static str, caption: String) -> Self {
        Self { name, caption: Some(caption), ..self }
    }

    /// The table with text in its last column.
    #[cfg_attr(not(feature = "tuning"), expect(dead_code, reason = "only reports on tuning end with remarks"))]
    #[must_use]
    pub(crate) fn with_remarks(mut self) -> Self {
        if let Some(last) = self.columns.last_mut() {
            last.is_number = false;
        }
        self
    }

    /// The table with more rows.
    #[must_use]
    pub(crate) fn group(mut self, rows: Vec<Vec<Cell>>) -> Self {
        self.groups.push(Group { rows, ..Group::default() });
        self
    }
}

impl Item {
    /// A sentence with its mark.
    pub(crate) fn new(mark: Mark, text: String) -> Self {
        Self { mark, text, tag: None }
    }
}

impl Facts {
    /// The access level in one line, with what it has to do with the student's.
    pub(crate) fn level_line(&self) -> String {
        let fit = self.fit.as_ref().map(|fit| format!("({fit})"));
        [Some(self.access.clone()), self.level.clone(), fit].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// The way on, a line each.
    pub(crate) fn way_lines(&self) -> Vec<String> {
        let way = self.way.iter().map(|pair| format!("{} {}", pair.name, pair.said.text()));
        way.chain(self.link.iter().map(|link| link.url.clone())).collect()
    }
}

impl Mark {
    /// The mark in plain text.
    pub(crate) fn character(self) -> char {
        match self {
            Self::For => '+',
            Self::Against => '-',
            Self::Note => ' ',
            Self::Unknown => '?',
            Self::Moved => '>',
            Self::Tied => '=',
            Self::Place => '~',
        }
    }
}

impl Phrase {
    /// The text.
    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Own(text) | Self::Label(text) => text,
        }
    }
}

impl Cell {
    /// The text, where names and labels are one.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Text(text) => text.clone(),
            Self::Named(name, label) => format!("{name} {label}"),
        }
    }
}
