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
    /// The student, who is spoken to: short sentences, no figures that suggest precision.
    #[default]
    Student,
    /// Who advises the student, and wants the figures too.
    Counsellor,
}

/// How a report speaks. The default is French, to a student.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Voice {
    /// The language.
    pub language: Language,
    /// The reader.
    pub audience: Audience,
}

impl Voice {
    /// Whether figures are told.
    pub(super) fn has_figures(self) -> bool {
        self.audience == Audience::Counsellor
    }
}
