//! Errors of profiles.

use std::fmt;

use crate::catalogue::{Catalogue, InvalidIdentifier, MetierId, UnknownAccessLevel, UnknownLabel, Vocabulary, nearest_text};

/// The most problems of a profile that are listed: more would not help to repair it, and finding what is nearest to a label takes time.
pub const MAX_PROFILE_PROBLEMS: usize = 20;

/// The most answers of one kind that a profile has; far above any catalogue.
pub const MAX_ANSWERS: usize = 10_000;

/// The error for a profile, with its problems.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ProfileError {
    /// The problems, in the order of the profile; from 1 to [`MAX_PROFILE_PROBLEMS`].
    pub problems: Vec<ProfileProblem>,
    /// How many more there are.
    pub n_more: usize,
}

/// Problems as they are found: the first are kept, the others counted.
#[derive(Debug, Clone, Default)]
pub(crate) struct Problems {
    kept: Vec<ProfileProblem>,
    n_more: usize,
}

impl Problems {
    /// Adds a problem, which is worked out only if it is kept.
    pub(crate) fn add(&mut self, problem: impl FnOnce() -> ProfileProblem) {
        if self.kept.len() < MAX_PROFILE_PROBLEMS { self.kept.push(problem()) } else { self.n_more += 1 }
    }

    /// Adds problems.
    pub(crate) fn extend(&mut self, problems: impl IntoIterator<Item = ProfileProblem>) {
        problems.into_iter().for_each(|problem| self.add(|| problem));
    }

    /// The error, if there is a problem.
    pub(crate) fn finish(self) -> Result<(), ProfileError> {
        let Self { kept: problems, n_more } = self;
        if problems.is_empty() { Ok(()) } else { Err(ProfileError { problems, n_more }) }
    }
}

impl std::error::Error for ProfileError {}

impl fmt::Display for ProfileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_problems(f, "profile", &self.problems)?;
        if 0 < self.n_more { write!(f, "\nprofile: … and {} more problems", self.n_more) } else { Ok(()) }
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
    pub fn name(self) -> &'static str {
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
    /// More answers than a profile can have.
    #[error("{field}: expected at most {MAX_ANSWERS} answers, found {found}")]
    TooManyAnswers {
        /// The part of the profile.
        field: &'static str,
        /// The number of answers.
        found: usize,
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
    /// A constraint without an identifier or without words, or with an interest that has no name.
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
    /// A constraint that names an interest twice.
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
    #[error("{field}: expected a métier of the catalogue, found {id}; {}", nearest_text(nearest))]
    UnknownMetier {
        /// The part of the profile, or the argument.
        field: &'static str,
        /// The identifier.
        id: MetierId,
        /// The most similar identifiers.
        nearest: Vec<MetierId>,
    },
}
