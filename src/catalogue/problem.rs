//! Problems in the data of a catalogue, and their places.

use std::fmt;

use serde::Serialize;

use super::access_level::UnknownAccessLevel;
use super::identifier::InvalidIdentifier;
use super::thesaurus::LabelKind;

/// A problem in the data: where it is, what was expected, what was found, how to repair it.
///
/// A problem never stops reading: everything else is still read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Where it is.
    pub place: Place,
    /// What is wrong.
    #[serde(flatten)]
    pub kind: ProblemKind,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.kind)
    }
}

/// A place in the data: the file, and the line, fiche and field if they are known.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The file, or another name of the source.
    pub source: String,
    /// The line, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// The identifier of the fiche, as it is written there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metier: Option<String>,
    /// The field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<FicheField>,
}

impl Place {
    /// A place of which only the source is known.
    pub fn of_source(source: &str) -> Self {
        Self { source: source.to_owned(), ..Self::default() }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.source)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if let Some(metier) = &self.metier {
            write!(f, ": {metier}")?;
        }
        if let Some(field) = self.field {
            write!(f, ": {field}")?;
        }
        Ok(())
    }
}

/// A field of a fiche.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is the field of the same name in `Metier`")]
pub enum FicheField {
    Id,
    Title,
    Feminine,
    Masculine,
    RomeCodes,
    Riasec,
    AccessLevel,
    Statuses,
    Interests,
    Sectors,
    Domains,
    Trainings,
    Presentation,
    Overview,
    Studies,
}

impl FicheField {
    /// The field that holds labels of this kind.
    pub(super) const fn of_labels(kind: LabelKind) -> Self {
        match kind {
            LabelKind::Interest => Self::Interests,
            LabelKind::Status => Self::Statuses,
            LabelKind::Sector => Self::Sectors,
        }
    }
}

impl fmt::Display for FicheField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Id => "id",
            Self::Title => "title",
            Self::Feminine => "feminine label",
            Self::Masculine => "masculine label",
            Self::RomeCodes => "ROME codes",
            Self::Riasec => "RIASEC letters",
            Self::AccessLevel => "access level",
            Self::Statuses => "statuses",
            Self::Interests => "interests",
            Self::Sectors => "sectors",
            Self::Domains => "domains",
            Self::Trainings => "trainings",
            Self::Presentation => "presentation",
            Self::Overview => "overview",
            Self::Studies => "studies",
        })
    }
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ProblemKind {
    /// A required field is missing; the fiche is left out.
    #[error("expected {expected}, found nothing; add it, the fiche is left out")]
    Missing {
        /// What a value looks like.
        expected: &'static str,
    },
    /// An identifier or code of the wrong form; it is left out.
    #[error("expected an identifier such as {example}, found « {found} »; correct it, it is left out")]
    InvalidIdentifier {
        /// One valid identifier of that kind.
        example: &'static str,
        /// The text that was found.
        found: String,
    },
    /// An access level that is not on the ladder; it is left out.
    #[error("expected a rung of the ladder, found « {found} »; the nearest is « {nearest} », the level is left out")]
    UnknownAccessLevel {
        /// The text that was found.
        found: String,
        /// The most similar label of the ladder.
        nearest: &'static str,
    },
    /// A field that occurs twice although it may occur once; the first value is kept.
    #[error("expected the field once, found it again (first on line {first_line}); remove one, the first is kept")]
    RepeatedField {
        /// The line of the first one.
        first_line: usize,
    },
    /// A line inside a list that is not an item; it is left out.
    #[error("expected an item « - … », found « {found} »; write it as an item, it is left out")]
    NotAnItem {
        /// The text that was found.
        found: String,
    },
    /// An empty item of a list.
    #[error("expected a value in the list, found nothing; write it or remove the item")]
    EmptyItem,
    /// A value that occurs twice in a list; it is kept once.
    #[error("expected each value once, found « {found} » again; remove one, it is kept once")]
    RepeatedValue {
        /// The value.
        found: String,
    },
    /// Two fiches with the same identifier; the first is kept.
    #[error("expected each id once, found it again (first in {first}); remove or rename one, the first is kept")]
    DuplicateId {
        /// The place of the first one.
        first: Place,
    },
    /// Letters that are not a RIASEC code; they are left out.
    #[error("expected one or two letters of RIASEC such as RC, found « {found} »; correct it, it is left out")]
    InvalidRiasec {
        /// The text that was found.
        found: String,
    },
    /// An identifier that stands for different labels; it is left out, the labels are kept.
    #[error(
        "expected one label for the id « {id} », found {n_labels} (« {} »); give each label its own id, the id is left out",
        labels.join(" », « ")
    )]
    AmbiguousId {
        /// The identifier.
        id: String,
        /// The first of its labels.
        labels: Vec<String>,
        /// The number of its labels.
        n_labels: usize,
    },
    /// Text that breaks the rules of its format; the damaged part is left out.
    #[error("expected well-formed {format}, found: {reason}; correct it, {left_out} is left out")]
    Malformed {
        /// The name of the format.
        format: &'static str,
        /// The message of the parser.
        reason: String,
        /// What is not read because of it: the fiche, the file.
        left_out: &'static str,
    },
    /// A document type declaration, which is never read.
    #[error("expected a document without « <!DOCTYPE », found one; remove it, {left_out} is left out")]
    Doctype {
        /// What is not read because of it: the fiche, the rest of the file.
        left_out: &'static str,
    },
    /// An entity that XML itself does not define; it is left out.
    #[error(
        "expected one of the entities lt, gt, amp, apos, quot or a number, found « &{name}; »; write the character, it is left out"
    )]
    UnknownEntity {
        /// Its name.
        name: String,
    },
    /// Elements nested deeper than the limit; the fiche is left out.
    #[error("expected at most {limit} elements inside each other, found more; the fiche is left out")]
    TooDeep {
        /// The largest depth that is read.
        limit: usize,
    },
    /// A fiche beyond the limit of size; it is left out.
    #[error("expected a fiche of at most {limit} bytes, found a larger one; close or split it, {left_out} is left out")]
    FicheTooLarge {
        /// The largest size that is read.
        limit: usize,
        /// What is not read because of it: the fiche, the rest of the file.
        left_out: &'static str,
    },
    /// An unsupported encoding; the file is left out.
    #[error("expected UTF-8 or ISO-8859-1, found « {found} »; save the file as UTF-8, it is left out")]
    UnknownEncoding {
        /// The encoding that the file declares.
        found: String,
    },
    /// A row with another number of fields than the header; it is left out.
    #[error("expected {expected} fields as in the header, found {found}{}", in_lines(*n_lines))]
    WrongFieldCount {
        /// The number of columns of the header.
        expected: usize,
        /// The number of fields of the row.
        found: usize,
        /// The number of lines of the row; more than one if a quote opens on the first.
        n_lines: usize,
    },
    /// A quote that swallows other rows, or all that follow; they are left out.
    #[error(
        "expected the quote that opens here to be closed in its row, found it open over {n_lines} line{}; \
         close it, or write a quote inside a text twice, what stands there is left out",
        if *n_lines == 1 { "" } else { "s" }
    )]
    QuoteNotClosed {
        /// The number of lines of the quoted field.
        n_lines: usize,
    },
    /// A table without the required columns; the file is left out.
    #[error("expected a header with the columns {expected}, found « {found} »; name the columns, the file is left out")]
    MissingColumns {
        /// The required columns.
        expected: &'static str,
        /// The header.
        found: String,
    },
    /// A JSON document with another schema; the file is left out.
    #[error("expected the schema « {expected} », found « {found} »; convert the file, it is left out")]
    UnknownSchema {
        /// The schema that is read.
        expected: &'static str,
        /// The schema that was found.
        found: String,
    },
    /// A file of unknown format; it is left out.
    #[error("expected Markdown, XML, CSV, JSON or ZIP, found neither by content nor by name; the file is left out")]
    UnknownFormat,
    /// A file in a format that this build does not read; it is left out.
    #[error(
        "expected a format that this build reads, found {format}; build with the feature « {feature} », the file is left out"
    )]
    FormatNotBuilt {
        /// The name of the format.
        format: &'static str,
        /// The feature that reads it.
        feature: &'static str,
    },
    /// A file without any fiche.
    #[error("expected at least one fiche ({expected}), found none; remove the file or correct it")]
    NoFiche {
        /// What a fiche looks like in this format.
        expected: &'static str,
    },
    /// More problems in a file than are listed.
    #[error(
        "expected at most {limit} problems in one file, found {n_more} more; correct the first ones, the others are not listed"
    )]
    TooManyProblems {
        /// How many are listed.
        limit: usize,
        /// How many are not.
        n_more: usize,
    },
    /// More fiches than the limit; the others are left out.
    #[error("expected at most {limit} fiches, found more; split the catalogue, the rest is left out")]
    TooManyFiches {
        /// The largest number that is read.
        limit: usize,
    },
    /// Bytes that are not UTF-8; they are replaced by �.
    #[error("expected UTF-8, found the byte 0x{byte:02X}; save the file as UTF-8, the byte is read as �")]
    NotUtf8 {
        /// The first such byte.
        byte: u8,
    },
    /// A file beyond the limit of size, or an archive beyond its own; it is left out.
    #[error("expected at most {limit} bytes, found more; split it, the file is left out")]
    TooLarge {
        /// The largest size that is read.
        limit: u64,
    },
    /// A file that cannot be opened or read; it is left out.
    #[error("expected a file that can be read, found: {reason}; the file is left out")]
    Unreadable {
        /// The message of the operating system.
        reason: String,
    },
}

impl ProblemKind {
    /// The name in files, the value of `kind`.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "missing",
            Self::InvalidIdentifier { .. } => "invalid_identifier",
            Self::UnknownAccessLevel { .. } => "unknown_access_level",
            Self::RepeatedField { .. } => "repeated_field",
            Self::NotAnItem { .. } => "not_an_item",
            Self::EmptyItem => "empty_item",
            Self::RepeatedValue { .. } => "repeated_value",
            Self::DuplicateId { .. } => "duplicate_id",
            Self::InvalidRiasec { .. } => "invalid_riasec",
            Self::AmbiguousId { .. } => "ambiguous_id",
            Self::Malformed { .. } => "malformed",
            Self::Doctype { .. } => "doctype",
            Self::UnknownEntity { .. } => "unknown_entity",
            Self::TooDeep { .. } => "too_deep",
            Self::FicheTooLarge { .. } => "fiche_too_large",
            Self::UnknownEncoding { .. } => "unknown_encoding",
            Self::WrongFieldCount { .. } => "wrong_field_count",
            Self::QuoteNotClosed { .. } => "quote_not_closed",
            Self::MissingColumns { .. } => "missing_columns",
            Self::UnknownSchema { .. } => "unknown_schema",
            Self::UnknownFormat => "unknown_format",
            Self::FormatNotBuilt { .. } => "format_not_built",
            Self::NoFiche { .. } => "no_fiche",
            Self::TooManyProblems { .. } => "too_many_problems",
            Self::TooManyFiches { .. } => "too_many_fiches",
            Self::NotUtf8 { .. } => "not_utf8",
            Self::TooLarge { .. } => "too_large",
            Self::Unreadable { .. } => "unreadable",
        }
    }

    /// The problem of an access level that is not on the ladder.
    pub(crate) fn unknown_level(error: UnknownAccessLevel) -> Self {
        let labels = super::AccessLevel::ALL.map(super::AccessLevel::label);
        let nearest = super::vocabulary::nearest(&error.found, labels, 1);
        Self::UnknownAccessLevel { found: error.found, nearest: nearest.first().copied().unwrap_or(labels[0]) }
    }
}

/// The consequence of a row with the wrong number of fields: an unclosed quote may have swallowed other rows.
fn in_lines(n_lines: usize) -> String {
    if n_lines < 2 {
        return "; correct the row, it is left out".to_owned();
    }
    format!(
        " in a row of {n_lines} lines; close the quote that opens on its first line, or correct the row, the {n_lines} lines are left out"
    )
}

impl From<InvalidIdentifier> for ProblemKind {
    fn from(error: InvalidIdentifier) -> Self {
        Self::InvalidIdentifier { example: error.example, found: error.found }
    }
}

#[cfg(test)]
mod tests {
    //! Property: each kind has the name that files promise, in `name` and in JSON.

    use super::*;

    /// One problem of each kind and its name.
    fn names() -> [(ProblemKind, &'static str); 28] {
        let found = || "x".to_owned();
        [
            (ProblemKind::Missing { expected: "x" }, "missing"),
            (ProblemKind::InvalidIdentifier { example: "x", found: found() }, "invalid_identifier"),
            (ProblemKind::UnknownAccessLevel { found: found(), nearest: "x" }, "unknown_access_level"),
            (ProblemKind::RepeatedField { first_line: 1 }, "repeated_field"),
            (ProblemKind::NotAnItem { found: found() }, "not_an_item"),
            (ProblemKind::EmptyItem, "empty_item"),
            (ProblemKind::RepeatedValue { found: found() }, "repeated_value"),
            (ProblemKind::DuplicateId { first: Place::default() }, "duplicate_id"),
            (ProblemKind::InvalidRiasec { found: found() }, "invalid_riasec"),
            (ProblemKind::AmbiguousId { id: found(), labels: vec![found()], n_labels: 2 }, "ambiguous_id"),
            (ProblemKind::Malformed { format: "x", reason: found(), left_out: "x" }, "malformed"),
            (ProblemKind::Doctype { left_out: "x" }, "doctype"),
            (ProblemKind::UnknownEntity { name: found() }, "unknown_entity"),
            (ProblemKind::TooDeep { limit: 1 }, "too_deep"),
            (ProblemKind::FicheTooLarge { limit: 1, left_out: "x" }, "fiche_too_large"),
            (ProblemKind::UnknownEncoding { found: found() }, "unknown_encoding"),
            (ProblemKind::WrongFieldCount { expected: 1, found: 2, n_lines: 1 }, "wrong_field_count"),
            (ProblemKind::QuoteNotClosed { n_lines: 1 }, "quote_not_closed"),
            (ProblemKind::MissingColumns { expected: "x", found: found() }, "missing_columns"),
            (ProblemKind::UnknownSchema { expected: "x", found: found() }, "unknown_schema"),
            (ProblemKind::UnknownFormat, "unknown_format"),
            (ProblemKind::FormatNotBuilt { format: "x", feature: "x" }, "format_not_built"),
            (ProblemKind::NoFiche { expected: "x" }, "no_fiche"),
            (ProblemKind::TooManyProblems { limit: 1, n_more: 1 }, "too_many_problems"),
            (ProblemKind::TooManyFiches { limit: 1 }, "too_many_fiches"),
            (ProblemKind::NotUtf8 { byte: 0xFF }, "not_utf8"),
            (ProblemKind::TooLarge { limit: 1 }, "too_large"),
            (ProblemKind::Unreadable { reason: found() }, "unreadable"),
        ]
    }

    #[test]
    fn every_kind_has_the_name_that_files_promise() {
        for (kind, name) in names() {
            assert_eq!(kind.name(), name);
            let json = serde_json::to_value(&kind).expect("a kind is a map");
            assert_eq!(json["kind"], name);
        }
    }
}
