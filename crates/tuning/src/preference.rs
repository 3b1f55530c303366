//! One preference, and what can be wrong with one.

use std::collections::BTreeMap;
use std::fmt;

use boussole::catalogue::MetierId;
use boussole::profile::{Profile, ProfileProblem};

/// A student preferred one thing to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Preference {
    /// The student; without a name, pairs with equal profiles are attributed to one student.
    pub student: Option<String>,
    /// Whether a simulator made it; results say so.
    pub is_simulated: bool,
    /// What was preferred to what.
    pub choice: Choice,
}

/// What was preferred to what.
#[derive(Debug, Clone, PartialEq)]
pub enum Choice {
    /// Two métiers, seen by a student with these answers.
    Metiers {
        /// The answers.
        profile: Box<Profile>,
        /// The métier that was preferred.
        preferred: MetierId,
        /// The other one.
        over: MetierId,
    },
    /// Two sets of scores by name, of whatever they belong to.
    Scores {
        /// Scores of what was preferred.
        preferred: BTreeMap<String, f64>,
        /// Scores of the other.
        over: BTreeMap<String, f64>,
    },
}

/// Where a preference stands, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is what its name says")]
pub enum PreferencePlace {
    Line(usize),
    Pair(usize),
}

impl fmt::Display for PreferencePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(line) => write!(f, "line {line}"),
            Self::Pair(pair) => write!(f, "pair {pair}"),
        }
    }
}

/// Everything that is wrong with some preferences, at once.
#[derive(Debug, Clone, PartialEq)]
pub struct PreferencesError {
    /// The problems in the order of the preferences; at least one.
    pub problems: Vec<(PreferencePlace, PreferenceProblem)>,
}

impl std::error::Error for PreferencesError {}

impl fmt::Display for PreferencesError {
    /// Writes one problem per line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, (place, problem)) in self.problems.iter().enumerate() {
            let separator = if index == 0 { "" } else { "\n" };
            write!(f, "{separator}{place}: {problem}")?;
        }
        Ok(())
    }
}

/// One thing that is wrong with a preference.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PreferenceProblem {
    /// A line is not a preference.
    #[error("expected {{\"profile\": …, \"preferred\": …, \"over\": …}}, found: {reason}")]
    Syntax {
        /// What the parser says.
        reason: String,
    },
    /// A side is neither an identifier nor scores.
    #[error("{side}: expected an identifier such as \"MET.1\" or scores by name, found {found}")]
    Side {
        /// `preferred` or `over`.
        side: &'static str,
        /// What was found, as JSON.
        found: String,
    },
    /// Identifiers without a profile.
    #[error("expected a profile beside the identifiers of two métiers, found none")]
    NoProfile,
    /// Scores beside a profile, or an identifier beside scores.
    #[error("expected either a profile and two identifiers, or two sets of scores without a profile")]
    Muddled,
    /// Pairs of another kind than the first one.
    #[error("expected {expected} as in the first pair, found {found}")]
    Mixed {
        /// The kind of the first pair.
        expected: &'static str,
        /// The kind of this one.
        found: &'static str,
    },
    /// A métier against itself.
    #[error("expected two different métiers, found {id} twice")]
    SameMetier {
        /// The métier.
        id: MetierId,
    },
    /// A wrong answer, or a label or métier that the catalogue does not have.
    #[error(transparent)]
    Profile(#[from] ProfileProblem),
    /// A score that only one side has.
    #[error("{name}: expected a score on both sides, found one only in {side}")]
    OneSided {
        /// The name of the score.
        name: String,
        /// `preferred` or `over`.
        side: &'static str,
    },
    /// A score that is infinite or not a number.
    #[error("{name}: expected a finite score, found {found}")]
    NotFinite {
        /// The name of the score.
        name: String,
        /// The score.
        found: f64,
    },
    /// No pair at all.
    #[error("expected at least one preference, found none")]
    Empty,
}
