//! One preference, and what can be wrong with one.

use std::collections::BTreeMap;
use std::fmt;

use boussole::catalogue::MetierId;
use boussole::profile::{Profile, ProfileProblem};
use boussole::serialize_keys;

/// The largest share of lines that may be left out; when more are wrong, the file is not what it should be.
pub const MAX_LEFT_OUT: f64 = 0.2;

/// The most characters of a wrong value that a message quotes.
const MAX_QUOTED: usize = 40;

/// A student preferred one thing to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Preference {
    /// The student; without a name, pairs with equal profiles are attributed to one student.
    pub student: Option<String>,
    /// Whether a simulator made it; results say so.
    pub is_simulated: bool,
    /// How much it counts beside others, 1 as a rule; finite and at least 0.
    pub weight: f64,
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

/// Lines of one kind that were left out or taken with a remark: told once, counted.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Remark {
    /// Where the first of them stands.
    pub place: PreferencePlace,
    /// What it is.
    pub problem: PreferenceProblem,
    /// How many there are.
    pub n_lines: usize,
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.problem)?;
        if 1 < self.n_lines { write!(f, " ({} such lines)", self.n_lines) } else { Ok(()) }
    }
}

serialize_keys!(impl Remark as this {
    "kind" => this.problem.kind(),
    "first" => format!("{}: {}", this.place, this.problem),
    "n_lines" => this.n_lines,
});

/// Everything that is wrong with some preferences, at once.
#[derive(Debug, Clone, PartialEq)]
pub struct PreferencesError {
    /// The problems in the order of the preferences; at least one.
    pub problems: Vec<(PreferencePlace, PreferenceProblem)>,
    /// How many lines are wrong.
    pub n_left_out: usize,
    /// How many lines there are.
    pub n_lines: usize,
}

impl std::error::Error for PreferencesError {}

impl fmt::Display for PreferencesError {
    /// Writes how many lines may be wrong, if some are good, and one problem per line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.n_left_out < self.n_lines {
            let Self { n_left_out, n_lines, .. } = self;
            let percent = 100.0 * MAX_LEFT_OUT;
            writeln!(f, "expected at most {percent} % of the lines to be wrong, found {n_left_out} of {n_lines}")?;
        }
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
    /// Scores by name, of which none belongs to an interest.
    #[error("expected a profile and two métiers, since each interest is to have its own weight, found scores by name")]
    NoInterests,
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
    /// A score that is not a number, or so large that it could not be squared.
    #[error("{name}: expected a score from -1e100 to 1e100, found {found:e}")]
    OutOfRange {
        /// The name of the score.
        name: String,
        /// The score.
        found: f64,
    },
    /// A field that says nothing here; the line is taken without it.
    #[error(
        "expected student, simulated, profile, preferred, over, weight, count, propensity, position or timestamp, found « {name} »; it is ignored"
    )]
    ExtraField {
        /// The name of the field.
        name: String,
    },
    /// A number that makes no weight.
    #[error("{field}: expected {expected}, found {found}")]
    Weight {
        /// `weight`, `count` or `propensity`.
        field: &'static str,
        /// What it should be.
        expected: &'static str,
        /// The number.
        found: f64,
    },
    /// No pair at all.
    #[error("expected at least one preference, found none")]
    Empty,
}

impl PreferenceProblem {
    /// What kind of problem it is: lines of one kind are told once.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Syntax { .. } => "syntax",
            Self::Side { .. } => "side",
            Self::NoProfile => "no_profile",
            Self::Muddled => "muddled",
            Self::NoInterests => "no_interests",
            Self::Mixed { .. } => "mixed",
            Self::SameMetier { .. } => "same_metier",
            Self::Profile(ProfileProblem::UnknownLabel { .. }) => "unknown_label",
            Self::Profile(ProfileProblem::UnknownMetier { .. }) => "unknown_metier",
            Self::Profile(_) => "profile",
            Self::OneSided { .. } => "one_sided",
            Self::OutOfRange { .. } => "out_of_range",
            Self::ExtraField { .. } => "extra_field",
            Self::Weight { .. } => "weight",
            Self::Empty => "empty",
        }
    }
}

/// A text that came from outside, as a message quotes it.
pub(super) fn quoted(text: &str) -> String {
    text.chars().take(MAX_QUOTED).collect()
}
