//! In which language, and to whom, a report speaks.

use serde::Serialize;

/// The language of a report. Labels of the catalogue stay French.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub enum Language {
    /// French.
    #[serde(rename = "fr")]
    #[default]
    French,
    /// English.
    #[serde(rename = "en")]
    English,
}

/// Who reads a report.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Audience {
    /// A pupil, addressed as « tu »: short sentences, no figures that suggest precision.
    #[default]
    Pupil,
    /// An adult, addressed as « vous », who is sent to the people who advise adults: otherwise like a pupil.
    Adult,
    /// Whoever advises the student, and wants the figures too.
    Counsellor,
}

/// How a report speaks. The default is French, to a pupil.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Voice {
    /// The language.
    pub language: Language,
    /// The reader.
    pub audience: Audience,
}

impl Language {
    /// Its code, as HTML and other languages know it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }
}

impl Voice {
    /// Whether the reader wants figures.
    pub(crate) fn has_figures(self) -> bool {
        self.audience == Audience::Counsellor
    }
}
