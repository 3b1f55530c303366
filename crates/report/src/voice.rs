//! In which language, and to whom, a report speaks.

/// The language of a report. Labels of the catalogue stay French.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Language {
    /// French.
    #[default]
    French,
    /// English.
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

impl Voice {
    /// Whether the reader wants figures.
    pub(crate) fn has_figures(self) -> bool {
        self.audience == Audience::Counsellor
    }
}
