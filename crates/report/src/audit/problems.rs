//! What is wrong in data, and where, in words.

use boussole::catalogue::{FicheField, Place, ProblemKind};

use crate::voice::Voice;
use crate::words::message::{self, Message};
use crate::words::values;

impl Voice {
    /// The name of a field of a fiche.
    pub(crate) fn field(self, field: FicheField) -> String {
        self.words(match field {
            FicheField::Id => message::FIELD_ID,
            FicheField::Title => message::FIELD_TITLE,
            FicheField::Feminine => message::FIELD_FEMININE,
            FicheField::Masculine => message::FIELD_MASCULINE,
            FicheField::RomeCodes => message::FIELD_ROME_CODES,
            FicheField::AccessLevel => message::FIELD_ACCESS_LEVEL,
            FicheField::Statuses => message::FIELD_STATUSES,
            FicheField::Interests => message::FIELD_INTERESTS,
            FicheField::Sectors => message::FIELD_SECTORS,
            FicheField::Riasec => message::FIELD_RIASEC,
            FicheField::Domains => message::FIELD_DOMAINS,
            FicheField::Trainings => message::FIELD_TRAININGS,
            FicheField::Url => message::FIELD_URL,
            FicheField::Presentation => message::FIELD_PRESENTATION,
            FicheField::Overview => message::FIELD_OVERVIEW,
            FicheField::Studies => message::FIELD_STUDIES,
        })
    }

    /// A place in the data.
    pub(super) fn place(self, place: &Place) -> String {
        let line = place.line.map(|line| self.words_with(message::AUDIT_LINE, values![line = line.to_string()]));
        let known = [line, place.metier.clone(), place.field.map(|field| self.field(field))].into_iter().flatten();
        std::iter::once(place.source.clone()).chain(known).collect::<Vec<_>>().join(", ")
    }

    /// What problems of one kind are, and what became of the value.
    #[allow(clippy::too_many_lines, reason = "one line a kind")]
    pub(super) fn problem_kind(self, kind: &ProblemKind) -> String {
        self.words(match kind {
            ProblemKind::Missing { .. } => message::PROBLEM_MISSING,
            ProblemKind::InvalidIdentifier { .. } => message::PROBLEM_INVALID_IDENTIFIER,
            ProblemKind::InvalidUrl { .. } => message::PROBLEM_INVALID_URL,
            ProblemKind::UnknownAccessLevel { .. } => message::PROBLEM_UNKNOWN_ACCESS_LEVEL,
            ProblemKind::RepeatedField { .. } => message::PROBLEM_REPEATED_FIELD,
            ProblemKind::NotAnItem { .. } => message::PROBLEM_NOT_AN_ITEM,
            ProblemKind::EmptyItem => message::PROBLEM_EMPTY_ITEM,
            ProblemKind::RepeatedValue { .. } => message::PROBLEM_REPEATED_VALUE,
            ProblemKind::DuplicateId { .. } => message::PROBLEM_DUPLICATE_ID,
            ProblemKind::InvalidRiasec { .. } => message::PROBLEM_INVALID_RIASEC,
            ProblemKind::AmbiguousId { .. } => message::PROBLEM_AMBIGUOUS_ID,
            ProblemKind::Malformed { .. } => message::PROBLEM_MALFORMED,
            ProblemKind::Doctype { .. } => message::PROBLEM_DOCTYPE,
            ProblemKind::UnknownEntity { .. } => message::PROBLEM_UNKNOWN_ENTITY,
            ProblemKind::TooDeep { .. } => message::PROBLEM_TOO_DEEP,
            ProblemKind::FicheTooLarge { .. } => message::PROBLEM_FICHE_TOO_LARGE,
            ProblemKind::UnknownEncoding { .. } => message::PROBLEM_UNKNOWN_ENCODING,
            ProblemKind::WrongFieldCount { .. } => message::PROBLEM_WRONG_FIELD_COUNT,
            ProblemKind::QuoteNotClosed { .. } => message::PROBLEM_QUOTE_NOT_CLOSED,
            ProblemKind::MissingColumns { .. } => message::PROBLEM_MISSING_COLUMNS,
            ProblemKind::UnknownSchema { .. } => message::PROBLEM_UNKNOWN_SCHEMA,
            ProblemKind::UnknownFormat => message::PROBLEM_UNKNOWN_FORMAT,
            ProblemKind::FormatNotBuilt { .. } => message::PROBLEM_FORMAT_NOT_BUILT,
            ProblemKind::NoFiche { .. } => message::PROBLEM_NO_FICHE,
            ProblemKind::TooManyProblems { .. } => message::PROBLEM_TOO_MANY_PROBLEMS,
            ProblemKind::TooManyFiches { .. } => message::PROBLEM_TOO_MANY_FICHES,
            ProblemKind::NotUtf8 { .. } => message::PROBLEM_NOT_UTF8,
            ProblemKind::TooLarge { .. } => message::PROBLEM_TOO_LARGE,
            ProblemKind::Unreadable { .. } => message::PROBLEM_UNREADABLE,
            ProblemKind::UnknownName { .. } => message::PROBLEM_UNKNOWN_NAME,
            ProblemKind::TwoValues { .. } => message::PROBLEM_TWO_VALUES,
            ProblemKind::SourcesDiffer { .. } => message::PROBLEM_SOURCES_DIFFER,
            ProblemKind::SeveralInOne { .. } => message::PROBLEM_SEVERAL_IN_ONE,
            ProblemKind::TooLong { .. } => message::PROBLEM_TOO_LONG,
            ProblemKind::BrokenText { .. } => message::PROBLEM_BROKEN_TEXT,
            ProblemKind::ControlCharacter { .. } => message::PROBLEM_CONTROL_CHARACTER,
            ProblemKind::OtherData { .. } => message::PROBLEM_OTHER_DATA,
            ProblemKind::FilesNotRead { .. } => message::PROBLEM_FILES_NOT_READ,
            ProblemKind::TooManyColumns { .. } => message::PROBLEM_TOO_MANY_COLUMNS,
        })
    }

    /// What was found at the place of one problem, where that helps to repair it.
    pub(super) fn problem_detail(self, kind: &ProblemKind) -> Option<String> {
        self.limit(kind).or_else(|| found_text(kind).map(|found| self.quoted(found))).or_else(|| self.problem_found(kind))
    }

    /// The limit that a problem is beyond.
    fn limit(self, kind: &ProblemKind) -> Option<String> {
        let (message, limit) = match kind {
            ProblemKind::TooDeep { limit } => (message::FOUND_TOO_DEEP, limit.to_string()),
            ProblemKind::TooManyColumns { limit, .. } | ProblemKind::TooManyFiches { limit } => {
                (message::FOUND_MORE_THAN, limit.to_string())
            }
            ProblemKind::TooLong { limit, .. } | ProblemKind::FicheTooLarge { limit, .. } => {
                (message::FOUND_MORE_BYTES, limit.to_string())
            }
            ProblemKind::TooLarge { limit } => (message::FOUND_MORE_BYTES, limit.to_string()),
            _ => return None,
        };
        Some(self.words_with(message, values![limit = limit]))
    }

    /// What was found, for problems whose finding takes more than its text or a limit.
    fn problem_found(self, kind: &ProblemKind) -> Option<String> {
        let tell = |message, values| Some(self.words_with(message, values));
        match kind {
            ProblemKind::InvalidIdentifier { example, found } => Some(self.found(message::FOUND_INSTEAD_OF_FORM, found, example)),
            ProblemKind::UnknownName { found, nearest } | ProblemKind::UnknownAccessLevel { found, nearest: Some(nearest) } => {
                tell(message::FOUND_NEAREST, values![found = found.as_str(), nearest = (*nearest).to_owned()])
            }
            ProblemKind::TwoValues { first, found } | ProblemKind::SourcesDiffer { kept: first, found, .. } => {
                Some(self.found(message::FOUND_INSTEAD, found, first))
            }
            ProblemKind::FilesNotRead { n_files, names } => {
                let names = names.iter().map(|name| self.quoted(name)).collect::<Vec<_>>().join(", ");
                Some(self.named(&n_files.to_string(), &names))
            }
            ProblemKind::RepeatedField { first_line } => tell(message::FOUND_FIRST_LINE, values![line = first_line.to_string()]),
            ProblemKind::AmbiguousId { id, labels, .. } => {
                let labels = labels.iter().map(|label| self.quoted(label)).collect::<Vec<_>>().join(", ");
                Some(self.named(id, &labels))
            }
            ProblemKind::Malformed { format, reason, .. } => Some(self.named(format, reason)),
            ProblemKind::UnknownEntity { name } => Some(self.quoted(&format!("&{name};"))),
            ProblemKind::WrongFieldCount { expected, found, n_lines } => {
                let message = if *n_lines == 1 { message::FOUND_FIELDS } else { message::FOUND_FIELDS_ON_LINES };
                tell(message, values![found = *found, expected = *expected, lines = *n_lines])
            }
            ProblemKind::QuoteNotClosed { n_lines } => tell(message::FOUND_LINES_TAKEN, values![n = *n_lines]),
            ProblemKind::UnknownSchema { expected, found } => Some(self.found(message::FOUND_INSTEAD, found, expected)),
            ProblemKind::FormatNotBuilt { format, .. } => Some((*format).to_owned()),
            ProblemKind::TooManyProblems { n_more, .. } => tell(message::FOUND_MORE, values![n = *n_more]),
            ProblemKind::DuplicateId { first } => tell(message::FOUND_FIRST_PLACE, values![place = self.place(first)]),
            ProblemKind::NotUtf8 { byte } => tell(message::FOUND_BYTE, values![byte = format!("0x{byte:02X}")]),
            ProblemKind::Unreadable { reason } => Some(reason.clone()),
            // What is missing was not found, and the others say all by their kind, their text or their limit.
            _ => None,
        }
    }

    fn found(self, message: Message, found: &str, expected: &str) -> String {
        self.words_with(message, values![found, expected])
    }
}

/// The text that was found, for problems that say no more.
fn found_text(kind: &ProblemKind) -> Option<&str> {
    match kind {
        ProblemKind::NotAnItem { found }
        | ProblemKind::UnknownAccessLevel { found, nearest: None }
        | ProblemKind::SeveralInOne { found, .. }
        | ProblemKind::BrokenText { found }
        | ProblemKind::ControlCharacter { found }
        | ProblemKind::RepeatedValue { found }
        | ProblemKind::InvalidRiasec { found }
        | ProblemKind::InvalidUrl { found }
        | ProblemKind::UnknownEncoding { found }
        | ProblemKind::MissingColumns { found, .. } => Some(found),
        _ => None,
    }
}
