//! The possible answers to a question.

use serde::{Deserialize, Serialize};

use crate::catalogue::AccessLevel;

/// One answer. In JSON: `"yes"`, `"rather_no"`, `"dont_know"`, `{"level": "Bac + 2"}`, `{"sectors": ["Informatique"]}`,
/// `{"words": ["dessiner", "mangas"]}` …
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// « Non », the first of five points.
    No,
    /// « Plutôt non ».
    RatherNo,
    /// « Ni oui ni non », the middle.
    Neither,
    /// « Plutôt oui ».
    RatherYes,
    /// « Oui », the last of five points.
    Yes,
    /// « Je ne sais pas »: the question counts as asked and changes nothing else.
    DontKnow,
    /// The student skips the question; like [`DontKnow`](Self::DontKnow), but recorded separately.
    Skip,
    /// « Pas possible pour moi », which is no taste: the student may like it nonetheless.
    NotPossible,
    /// The level that was chosen, for a question about studies.
    Level(AccessLevel),
    /// « Seulement jusqu'à là »: métiers beyond the level that the student wants are left aside.
    OnlyUpTo,
    /// « Un peu plus long si ça me tente »: no métier is left aside for its level.
    LongerToo,
    /// The sectors that were chosen, by label; none is « aucun de ceux-là ».
    Sectors(Vec<String>),
    /// What the student wrote: words that fiches may contain, one or several a text.
    Words(Vec<String>),
}

impl Answer {
    /// The five points, from no to yes.
    pub const POINTS: [Self; 5] = [Self::No, Self::RatherNo, Self::Neither, Self::RatherYes, Self::Yes];

    /// The position among the five points, from 0 for no to 4 for yes. Returns `None` for other answers.
    pub fn point(&self) -> Option<usize> {
        Self::POINTS.iter().position(|point| point == self)
    }

    /// The answer as a number: −1, −½, 0, ½ or 1. Returns `None` if it is not one of the five points.
    pub fn value(&self) -> Option<f64> {
        self.point().map(|point| (point as f64 - 2.0) / 2.0)
    }

    /// Whether the answer leaves the question open: « je ne sais pas » or skipped. Every question accepts these.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::DontKnow | Self::Skip)
    }
}

/// An answer to one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(expecting = "a table of names and values")]
#[serde(deny_unknown_fields)]
pub struct GivenAnswer {
    /// The identifier of the question, which implies its wording.
    pub question: String,
    /// The answer.
    pub answer: Answer,
}
