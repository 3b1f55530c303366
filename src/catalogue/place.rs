//! Where something stands in the data: file, line, fiche and field.

use std::fmt;

use serde::Serialize;

use super::thesaurus::LabelKind;

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

    /// A line of a source; 0 if it is not known.
    pub(super) fn of_line(source: &str, line: usize) -> Self {
        Self { line: Some(line).filter(|line| 0 < *line), ..Self::of_source(source) }
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
    Url,
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

    /// Whether a fiche may give several values.
    pub(super) const fn is_list(self) -> bool {
        use FicheField::{Domains, Interests, Riasec, RomeCodes, Sectors, Statuses, Trainings};
        matches!(self, RomeCodes | Riasec | Statuses | Interests | Sectors | Domains | Trainings)
    }

    /// Whether its value is a text in paragraphs.
    pub(super) const fn is_text(self) -> bool {
        matches!(self, Self::Presentation | Self::Overview | Self::Studies)
    }
}

impl fmt::Display for FicheField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Id => "id",
            Self::Title => "title",
            Self::Feminine => "feminine label",
            Self::Masculine => "masculine label",
            Self::Url => "url",
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
