//! Errors of profiles.

use std::fmt;

use crate::catalogue::{Catalogue, InvalidIdentifier, MetierId, UnknownAccessLevel, UnknownLabel, Vocabulary};

/// The error for a profile, with all its problems.
#[derive(Debug, Clone, PartialEq)]
pub struct ProfileError {
    /// The problems, in the order of the profile; at least one.
    pub problems: Vec<ProfileProblem>,
}

impl std::error::Error for ProfileError {}

impl fmt::Display for ProfileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_problems(f, "profile", &self.problems)
    }
}

/// Writes problems one per line, each after the name of what they concern.
pub(crate) fn write_problems(f: &mut fmt::Formatter<'_>, subject: &str, problems: &[impl fmt::Display]) -> fmt::Result {
    for (index, problem) in problems.iter().enumerate() {
        let separator = if index == 0 { "" } else { "\n" };
        write!(f, "{separator}{subject}: {problem}")?;
    }
    Ok(())
}

/// A part of a profile that holds answers by label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each is the part of the same name in a profile file")]
pub enum AnswerField {
    Interests,
    Statuses,
    Sectors,
}

impl AnswerField {
    /// All parts.
    pub(crate) const ALL: [Self; 3] = [Self::Interests, Self::Statuses, Self::Sectors];

    /// The name in a profile file.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Interests => "interests",
            Self::Statuses => "statuses",
            Self::Sectors => "sectors",
        }
    }

    /// The labels of a catalogue for this part.
    pub(crate) fn vocabulary(self, catalogue: &Catalogue) -> &Vocabulary {
        match self {
            Self::Interests => catalogue.interests(),
            Self::Statuses => catalogue.statuses(),
            Self::Sectors => catalogue.sectors(),
        }
    }
}

impl fmt::Display for AnswerField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A problem of a profile.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ProfileProblem {
    /// An answer that is not a number from −1 to 1.
    #[error("{field}: « {label} »: expected an answer from -1 (no) to 1 (yes), found {found}")]
    AnswerOutOfRange {
        /// The part of the profile.
        field: AnswerField,
        /// The label.
        label: String,
        /// The answer.
        found: f64,
    },
    /// One label with two answers.
    #[error("{field}: « {label} »: expected one answer, found {first} and {second}; keep one of them")]
    ContradictoryAnswers {
        /// The part of the profile.
        field: AnswerField,
        /// The label.
        label: String,
        /// The first answer.
        first: f64,
        /// The other answer.
        second: f64,
    },
    /// An answer without a label.
    #[error("{field}: expected a label, found an empty text")]
    EmptyLabel {
        /// The part of the profile.
        field: AnswerField,
    },
    /// More text than anybody has words for.
    #[error("words: expected at most {max} characters, found {found}; keep the words that say most")]
    TooMuchWritten {
        /// The largest number of characters.
        max: usize,
        /// How many were found.
        found: usize,
    },
    /// A level that is not on the ladder.
    #[error("{field}: {error}")]
    UnknownAccessLevel {
        /// The part of the profile, such as `access_level.reached`.
        field: &'static str,
        /// What was expected and found.
        error: UnknownAccessLevel,
    },
    /// An identifier of the wrong form.
    #[error("{field}: {error}")]
    InvalidIdentifier {
        /// The part of the profile: `metiers.likes` or `metiers.exclude`.
        field: &'static str,
        /// What was expected and found.
        error: InvalidIdentifier,
    },
    /// A RIASEC score that is not finite.
    #[error("riasec: {letter}: expected a finite number, found {found}")]
    RiasecNotFinite {
        /// The letter.
        letter: char,
        /// The score.
        found: f64,
    },
    /// A constraint without an identifier or without words.
    #[error("constraints: « {id} »: {part}: expected a text, found none")]
    EmptyConstraint {
        /// The identifier.
        id: String,
        /// The part without a text.
        part: &'static str,
    },
    /// Two constraints of one identifier.
    #[error("constraints: « {id} »: expected each id once, found it for two constraints; rename one of them")]
    RepeatedConstraint {
        /// The identifier.
        id: String,
    },
    /// A constraint that would raise an interest, or lower it by more than from neutral to no.
    #[error("constraints: « {id} »: « {label} »: expected an amount above 0 and at most 1 to lower it by, found {found}")]
    Lowering {
        /// The identifier.
        id: String,
        /// The interest.
        label: String,
        /// The amount.
        found: f64,
    },
    /// A constraint that names an interest twice, or none.
    #[error("constraints: « {id} »: expected each interest once, found « {label} » again")]
    LoweredTwice {
        /// The identifier.
        id: String,
        /// The interest.
        label: String,
    },
    /// A label that no métier of the catalogue carries.
    #[error("{field}: {error}")]
    UnknownLabel {
        /// The part of the profile.
        field: &'static str,
        /// What was expected and found, with the nearest labels.
        error: UnknownLabel,
    },
    /// An identifier that is not in the catalogue.
    #[error("{field}: expected a métier of the catalogue, found {id}; {}", nearest_ids(nearest))]
    UnknownMetier {
        /// The part of the profile, or the argument.
        field: &'static str,
        /// The identifier.
        id: MetierId,
        /// The most similar identifiers.
        nearest: Vec<MetierId>,
    },
}

fn nearest_ids(nearest: &[MetierId]) -> String {
    let ids: Vec<&str> = nearest.iter().map(MetierId::as_str).collect();
    format!("the nearest are {}", ids.join(", "))
}
