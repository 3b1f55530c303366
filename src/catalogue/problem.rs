//! Problems in the data of a catalogue, and their places.

use std::fmt;

use serde::Serialize;

use super::access_level::{AccessLevel, UnknownAccessLevel};
use super::identifier::InvalidIdentifier;
use super::place::Place;
use super::quoted::escaped;
use super::repair::{in_lines, rung_hint};
use super::vocabulary::nearest;

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
        // No control character of a file reaches a terminal.
        f.write_str(&escaped(&format!("{}: {}", self.place, self.kind)))
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
    /// An address that is none of a page; it is left out.
    #[error("expected an address such as https://example.org/MET.1, found « {found} »; correct it, it is left out")]
    InvalidUrl {
        /// The text that was found.
        found: String,
    },
    /// An access level that is not on the ladder; it is left out.
    #[error("expected a rung of the ladder, found « {found} »; {}, the level is left out", rung_hint(*nearest))]
    UnknownAccessLevel {
        /// The text that was found.
        found: String,
        /// The most similar label of the ladder, if one is similar.
        #[serde(skip_serializing_if = "Option::is_none")]
        nearest: Option<&'static str>,
    },
    /// A name that is no field and near to one; its content is kept as a section.
    #[error("expected the name of a field, found « {found} », which is near « {nearest} »; rename it, it is kept as a section")]
    UnknownName {
        /// The name that was found.
        found: String,
        /// The name of the field.
        nearest: &'static str,
    },
    /// A fact that is stated twice with two values; the first is kept.
    #[error("expected one value, found « {found} » beside « {first} »; remove one, the first is kept")]
    TwoValues {
        /// The value that is kept.
        first: String,
        /// The other one.
        found: String,
    },
    /// Two sources that state different values for one field of a métier; the first is kept.
    #[error("expected the value of {first}, found « {found} » where it has « {kept} »; correct one, the first is kept")]
    SourcesDiffer {
        /// The place of the source that was read first.
        first: Place,
        /// The value that is kept.
        kept: String,
        /// The other one.
        found: String,
    },
    /// Several known labels in one value; each is read.
    #[error("expected one label, found {n_labels} in « {found} »; separate them with « | » or as items, each is read")]
    SeveralInOne {
        /// The value.
        found: String,
        /// The number of labels.
        n_labels: usize,
    },
    /// A label or name beyond the limit; it is left out.
    #[error("expected at most {limit} bytes, found {found}; shorten it, it is left out")]
    TooLong {
        /// The largest length that is read.
        limit: usize,
        /// The length.
        found: usize,
    },
    /// A trace of a wrong conversion in the past, which nothing here can undo; the text is kept.
    #[error(
        "expected text, found « {found} », the trace of a wrong encoding; save the source anew as UTF-8, it is kept as it is"
    )]
    BrokenText {
        /// The first trace.
        found: String,
    },
    /// A character that controls a terminal or a printer; the first one of a file is told, and a space is read for each.
    #[error("expected text, found the control character « {found} »; remove it, a space is read for each in the file")]
    ControlCharacter {
        /// The character as an escape.
        found: String,
    },
    /// Other data than fiches of métiers; the file is left out.
    #[error("expected fiches of métiers, found {found}; {advice}, the file is left out")]
    OtherData {
        /// What the file is.
        found: &'static str,
        /// What to do or to take instead.
        advice: &'static str,
    },
    /// Files of a folder or an archive that are not read.
    #[error("expected files that can be read, found {n_files} other{} (« {} »); remove them or give them another form, they are left out",
        if *n_files == 1 { "" } else { "s" }, names.join(" », « "))]
    FilesNotRead {
        /// The number of files.
        n_files: usize,
        /// The first of their names, with the reason.
        names: Vec<String>,
    },
    /// More columns than the limit; the others are left out.
    #[error("expected at most {limit} columns, found {found}; remove those that are no field, the last ones are left out")]
    TooManyColumns {
        /// The largest number that is read.
        limit: usize,
        /// The number of columns.
        found: usize,
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
    /// An entity that neither XML nor HTML defines; it stays as it is.
    #[error(
        "expected an entity of XML or HTML or the number of a character, found « &{name}; »; write the character, it stays as it is"
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
    /// A row with more values than the header has columns; it is left out.
    #[error("expected at most {expected} values as in the header, found {found}{}", in_lines(*n_lines))]
    WrongFieldCount {
        /// The number of columns of the header.
        expected: usize,
        /// The number of values of the row.
        found: usize,
        /// The number of lines of the row; more than one if a quote opens on the first.
        n_lines: usize,
    },
    /// A quote that is not closed before another row; its row is left out, the others are read.
    #[error(
        "expected the quote that opens here to be closed in its row, found it open over {n_lines} line{}; \
         close it, or write a quote inside a text twice, the row is left out",
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
    /// Bytes that are not UTF-8; they are read as windows-1252.
    #[error("expected UTF-8, found the byte 0x{byte:02X}; save the file as UTF-8, such bytes are read as windows-1252")]
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
    #[allow(clippy::too_many_lines, reason = "one line a kind")]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "missing",
            Self::InvalidIdentifier { .. } => "invalid_identifier",
            Self::UnknownAccessLevel { .. } => "unknown_access_level",
            Self::UnknownName { .. } => "unknown_name",
            Self::TwoValues { .. } => "two_values",
            Self::SourcesDiffer { .. } => "sources_differ",
            Self::SeveralInOne { .. } => "several_in_one",
            Self::TooLong { .. } => "too_long",
            Self::BrokenText { .. } => "broken_text",
            Self::ControlCharacter { .. } => "control_character",
            Self::OtherData { .. } => "other_data",
            Self::FilesNotRead { .. } => "files_not_read",
            Self::TooManyColumns { .. } => "too_many_columns",
            Self::InvalidUrl { .. } => "invalid_url",
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
        let nearest = nearest(&error.found, AccessLevel::ALL.map(AccessLevel::label), 1).first().copied();
        Self::UnknownAccessLevel { found: error.found, nearest }
    }
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
    #[allow(clippy::too_many_lines, reason = "one line a kind")]
    fn names() -> [(ProblemKind, &'static str); 39] {
        let found = || "x".to_owned();
        [
            (ProblemKind::Missing { expected: "x" }, "missing"),
            (ProblemKind::InvalidIdentifier { example: "x", found: found() }, "invalid_identifier"),
            (ProblemKind::InvalidUrl { found: found() }, "invalid_url"),
            (ProblemKind::UnknownAccessLevel { found: found(), nearest: Some("x") }, "unknown_access_level"),
            (ProblemKind::UnknownName { found: found(), nearest: "x" }, "unknown_name"),
            (ProblemKind::TwoValues { first: found(), found: found() }, "two_values"),
            (ProblemKind::SourcesDiffer { first: Place::default(), kept: found(), found: found() }, "sources_differ"),
            (ProblemKind::SeveralInOne { found: found(), n_labels: 2 }, "several_in_one"),
            (ProblemKind::TooLong { limit: 1, found: 2 }, "too_long"),
            (ProblemKind::BrokenText { found: found() }, "broken_text"),
            (ProblemKind::ControlCharacter { found: found() }, "control_character"),
            (ProblemKind::OtherData { found: "x", advice: "x" }, "other_data"),
            (ProblemKind::FilesNotRead { n_files: 1, names: vec![found()] }, "files_not_read"),
            (ProblemKind::TooManyColumns { limit: 1, found: 2 }, "too_many_columns"),
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
