//! Errors of quizzes.

use std::fmt;

use super::question::QuestionKind;
use crate::catalogue::UnknownLabel;
use crate::profile::write_problems;

/// The error for a quiz, with all its problems.
#[derive(Debug, Clone, PartialEq)]
pub struct QuizError {
    /// The problems, in the order of the questions; at least one.
    pub problems: Vec<QuizProblem>,
}

impl std::error::Error for QuizError {}

impl fmt::Display for QuizError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_problems(f, "quiz", &self.problems)
    }
}

impl From<QuizProblem> for QuizError {
    fn from(problem: QuizProblem) -> Self {
        Self { problems: vec![problem] }
    }
}

/// A part of a question that only some kinds have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the key of the same name in a file of questions")]
pub enum QuestionPart {
    Interests,
    Sets,
    Choices,
    Only,
    Longer,
    Sector,
    Sectors,
    Most,
    Status,
    Gate,
    Said,
}

impl fmt::Display for QuestionPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Interests => "interests",
            Self::Sets => "sets",
            Self::Choices => "choices",
            Self::Only => "only",
            Self::Longer => "longer",
            Self::Sector => "sector",
            Self::Sectors => "sectors",
            Self::Most => "most",
            Self::Status => "status",
            Self::Gate => "gate",
            Self::Said => "said",
        })
    }
}

/// A problem of a quiz. `id` is that of the question, `place` its number in the file, from 1.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
#[allow(missing_docs, reason = "the message names every field")]
pub enum QuizProblem {
    /// A syntax error, or another form than that of a quiz.
    #[error("expected {expected}, found: {reason}")]
    Syntax { expected: &'static str, reason: String },
    /// Questions of another schema.
    #[error("expected schema = \"{expected}\" in the first line, found {}", found_schema(found.as_ref()))]
    Schema { expected: &'static str, found: Option<String> },
    /// A quiz without questions.
    #[error("expected at least one question, found none")]
    Empty,
    /// An identifier that would be awkward in an address or a file.
    #[error("question {place}: id: expected letters a to z, digits, - and _, found « {found} »")]
    InvalidId { place: usize, found: String },
    /// One identifier for two questions.
    #[error("question {id}: expected each id once, found it for questions {first} and {second}; rename one of them")]
    RepeatedId { id: String, first: usize, second: usize },
    /// A question without words.
    #[error("question {id}: {language}: expected the words of the question, found an empty text")]
    EmptyWording { id: String, language: &'static str },
    /// A part that questions of this kind need is missing.
    #[error("question {id}: expected `{part}` in a question of kind {kind}, found none")]
    MissingPart { id: String, kind: QuestionKind, part: QuestionPart },
    /// A part that questions of this kind do not have.
    #[error("question {id}: expected no `{part}` in a question of kind {kind}; remove it or change the kind")]
    UnexpectedPart { id: String, kind: QuestionKind, part: QuestionPart },
    /// A question whose answer would change nothing.
    #[error("question {id}: expected an interest or a gate, found none, so that no answer would change anything")]
    Idle { id: String },
    /// A label that is neither in the catalogue nor in the table of known labels.
    #[error("question {id}: {part}: {error}")]
    UnknownLabel { id: String, part: QuestionPart, error: UnknownLabel },
    /// An interest that occurs twice.
    #[error("question {id}: interests: expected « {label} » once, found it in two spellings; keep one")]
    RepeatedInterest { id: String, label: String },
    /// A loading that is 0, above 1 in magnitude, or not finite.
    #[error("question {id}: interests: « {label} »: expected a loading from -1 to 1 other than 0, found {found}")]
    Loading { id: String, label: String, found: f64 },
    /// Loadings of both signs, so that a yes would mean yes and no.
    #[error("question {id}: interests: expected loadings of one sign, found both; ask two questions")]
    MixedLoadings { id: String },
    /// A constraint that would raise an interest.
    #[error("question {id}: interests: « {label} »: expected a loading below 0, as a constraint may only lower, found {found}")]
    RaisingConstraint { id: String, label: String, found: f64 },
    /// A number of sectors to choose that is not at least 1.
    #[error("question {id}: most: expected how many sectors may be chosen, at least 1, found {found}")]
    NumberToChoose { id: String, found: usize },
    /// One sector to choose twice.
    #[error("question {id}: sectors: expected each sector once, found « {label} » twice")]
    RepeatedSector { id: String, label: String },
    /// A second question for words, which have one answer together.
    #[error("question {id}: expected one question of kind words, found {first} before it; ask for all words at once")]
    WordsTwice { id: String, first: String },
    /// Too few choices, or too many for one key each.
    #[error("question {id}: choices: expected 2 to {max}, one key each, found {found}")]
    NumberOfChoices { id: String, max: usize, found: usize },
    /// Two choices with the same level.
    #[error("question {id}: choices: expected each level once, found « {level} » twice")]
    RepeatedLevel { id: String, level: crate::catalogue::AccessLevel },
}

fn found_schema(found: Option<&String>) -> String {
    found.map_or_else(|| "none".to_owned(), |found| format!("\"{found}\""))
}
