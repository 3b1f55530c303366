//! A question: its wording, what it asks about, and what its answers set.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::catalogue::AccessLevel;
use crate::profile::Gates;

/// One question in one wording.
///
/// Two wordings of one interest are two questions with the same interests. A [`Quiz`](super::Quiz) checks the labels of a
/// question.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Question {
    /// The identifier, unique in a quiz: letters, digits, `-` and `_`.
    pub id: String,
    /// The question in words.
    pub wording: Wording,
    /// What the answer sets.
    pub asks: Asks,
    /// The name of a drawing that an app may show.
    pub illustration: Option<String>,
}

/// A text in French and in English.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(expecting = "a table of names and values")]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// In French, to a pupil.
    pub fr: String,
    /// In English.
    pub en: String,
    /// In French, to an adult, where it is another text: « vous », and no scene of school.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adult: Option<String>,
}

/// What a question asks about.
#[derive(Debug, Clone, PartialEq)]
pub enum Asks {
    /// Interests by label with their loadings, all in [−1, 1] and of one sign. A yes to a question with loading −1 is a no to the
    /// interest.
    Interests(Vec<(String, f64)>),
    /// A sector by label; the answer is the preference.
    Sector(String),
    /// Several sectors, from which the student chooses some.
    Sectors {
        /// The largest number that may be chosen.
        most: usize,
        /// The sectors, in the order shown.
        choices: Vec<SectorChoice>,
    },
    /// How far the student has studied or wants to study: one of several choices.
    AccessLevel {
        /// What the choice sets.
        sets: LevelAsked,
        /// The choices, in the order shown.
        choices: Vec<Choice>,
    },
    /// Whether métiers beyond the level that the student wants are left aside. Asked only of who said how far they want to study.
    LevelFilter {
        /// « Seulement jusqu'à là ».
        only: Wording,
        /// « Un peu plus long si ça me tente ».
        longer: Wording,
    },
    /// A status by label; the answer is the preference.
    Status(String),
    /// Words of the student's own: words, not sentences.
    Words,
    /// Something that would rule out métiers or speak against an interest.
    Constraint {
        /// Interests by label with their loadings, all in [−1, 0): a yes lowers the interest by so much, and no answer raises it.
        interests: Vec<(String, f64)>,
        /// The gates that a yes closes; any other answer leaves them open.
        gate: Gates,
        /// What it is, to be told as a reason: « la vue du sang ». Without it the wording is told.
        said: Option<Wording>,
    },
}

/// The kinds of questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuestionKind {
    /// About interests; these questions are chosen one by one.
    Interest,
    /// About a sector; chosen one by one like those about interests.
    Sector,
    /// Several sectors to choose from.
    Sectors,
    /// About studies.
    AccessLevel,
    /// Whether the level that is wanted is a filter.
    LevelFilter,
    /// About a status.
    Status,
    /// For words of the student's own.
    Words,
    /// About something a student would not want.
    Constraint,
}

/// Which level a question asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LevelAsked {
    /// The level that the student has.
    Reached,
    /// How far the student wants to study.
    Willing,
}

/// One choice of a question about studies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(expecting = "a table of names and values")]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// In French.
    pub fr: String,
    /// In English.
    pub en: String,
    /// In French, to an adult, where it is another text: no class of school.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adult: Option<String>,
    /// The level of the choice.
    pub level: AccessLevel,
}

/// One sector to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(expecting = "a table of names and values")]
#[serde(deny_unknown_fields)]
pub struct SectorChoice {
    /// In French.
    pub fr: String,
    /// In English.
    pub en: String,
    /// The label of the sector.
    pub sector: String,
}

impl Wording {
    /// A text without another form for adults.
    pub fn new(fr: &str, en: &str) -> Self {
        Self { fr: fr.to_owned(), en: en.to_owned(), adult: None }
    }
}

impl Question {
    /// A question without a drawing.
    pub fn new(id: &str, fr: &str, en: &str, asks: Asks) -> Self {
        Self { id: id.to_owned(), wording: Wording::new(fr, en), asks, illustration: None }
    }

    /// The kind of the question.
    pub fn kind(&self) -> QuestionKind {
        match self.asks {
            Asks::Interests(_) => QuestionKind::Interest,
            Asks::Sector(_) => QuestionKind::Sector,
            Asks::Sectors { .. } => QuestionKind::Sectors,
            Asks::AccessLevel { .. } => QuestionKind::AccessLevel,
            Asks::LevelFilter { .. } => QuestionKind::LevelFilter,
            Asks::Status(_) => QuestionKind::Status,
            Asks::Words => QuestionKind::Words,
            Asks::Constraint { .. } => QuestionKind::Constraint,
        }
    }

    /// The interests that the question is about, with their loadings.
    pub fn interests(&self) -> &[(String, f64)] {
        match &self.asks {
            Asks::Interests(interests) | Asks::Constraint { interests, .. } => interests,
            _ => &[],
        }
    }

    /// The choices of a question about studies; empty for other questions.
    pub fn choices(&self) -> &[Choice] {
        if let Asks::AccessLevel { choices, .. } = &self.asks { choices } else { &[] }
    }

    /// The sectors to choose from; empty for other questions.
    pub fn sector_choices(&self) -> &[SectorChoice] {
        if let Asks::Sectors { choices, .. } = &self.asks { choices } else { &[] }
    }

    /// The gates that a yes closes.
    pub(super) fn gate(&self) -> Option<&Gates> {
        if let Asks::Constraint { gate, .. } = &self.asks { Some(gate).filter(|gate| !gate.is_empty()) } else { None }
    }
}

impl QuestionKind {
    /// The name in files: `interest`, `sector`, `sectors`, `access_level`, `level_filter`, `status`, `words`,
    /// `constraint`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Interest => "interest",
            Self::Sector => "sector",
            Self::Sectors => "sectors",
            Self::AccessLevel => "access_level",
            Self::LevelFilter => "level_filter",
            Self::Status => "status",
            Self::Words => "words",
            Self::Constraint => "constraint",
        }
    }

    /// Whether questions of this kind are chosen one by one, by what an answer is expected to tell.
    pub const fn is_chosen(self) -> bool {
        matches!(self, Self::Interest | Self::Sector)
    }
}

impl fmt::Display for QuestionKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
