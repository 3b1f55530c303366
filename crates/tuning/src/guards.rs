//! When tuned weights are refused: the defaults are kept unless the data clearly support others.

use super::cross_validation::MeanOverStudents;
use super::error::TuningError;

/// The fewest pairs that differ to tune on: with fewer, weights that pass every other guard may still rank worse than the defaults.
pub const MIN_PAIRS: usize = 100;

/// The fewest students to tune on: pairs of one person share a taste, so the sample is of students, not of pairs.
pub const MIN_STUDENTS: usize = 10;

/// From this share of resamples on, a weight below zero is not an accident.
pub(super) const MAX_NEGATIVE_PART: f64 = 0.975;

/// Why tuned weights are refused.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Refusal {
    /// Too few pairs.
    #[error("expected at least {MIN_PAIRS} pairs that differ, found {found}; gather more before tuning")]
    TooFewPairs {
        /// The number found.
        found: usize,
    },
    /// Too few students.
    #[error("expected pairs of at least {MIN_STUDENTS} students, found {found}; ask more people, not the same ones more often")]
    TooFewStudents {
        /// The number found.
        found: usize,
    },
    /// Students that were left out are not predicted better.
    #[error(
        "expected a held-out log-loss lower than with the default weights by more than one standard error ({:.4}), found {:+.4} lower",
        improvement.standard_error,
        improvement.mean
    )]
    NotBetter {
        /// By how much the log-loss is lower.
        improvement: MeanOverStudents,
    },
    /// Preferences run against a default weight.
    #[error(
        "{name}: expected a weight of at least 0, found that preferences run against it ({value:.3}, below 0 in {:.1} % of resamples); \
         look at the data or at the criterion",
        100.0 * negative_part
    )]
    SignFlip {
        /// The feature.
        name: String,
        /// Its share when signs are free.
        value: f64,
        /// The part of resamples in which it is negative.
        negative_part: f64,
    },
    /// Preferences run against every criterion.
    #[error(
        "expected preferences that a weight above 0 explains, found that they contradict every criterion; look whether sides are turned round"
    )]
    AllContradicted,
    /// Preferences run against the fixed weights.
    #[error("expected preferences that the fixed weights ({}) explain, found that they run against them; free one of them", names.join(", "))]
    FixedContradicted {
        /// The fixed features.
        names: Vec<String>,
    },
    /// The solver did not reach the minimum.
    #[error(
        "expected weights at the minimum, found that the solver stopped {residual:.1e} short of it; give more data or a larger lambda"
    )]
    NotConverged {
        /// By how much the conditions of the minimum are missed.
        residual: f64,
    },
}

impl TryFrom<TuningError> for Refusal {
    type Error = TuningError;

    /// That data contradict what they are tuned on is a finding; other errors stay what they are.
    fn try_from(error: TuningError) -> Result<Self, TuningError> {
        match error {
            TuningError::NoPositiveWeight => Ok(Self::AllContradicted),
            TuningError::FixedContradicted { names } => Ok(Self::FixedContradicted { names }),
            other => Err(other),
        }
    }
}

/// Whether the data are too few to tune on.
pub(super) fn size_refusals(n_pairs: usize, n_students: usize) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    if n_pairs < MIN_PAIRS {
        refusals.push(Refusal::TooFewPairs { found: n_pairs });
    }
    if n_students < MIN_STUDENTS {
        refusals.push(Refusal::TooFewStudents { found: n_students });
    }
    refusals
}

/// Whether the held-out log-loss is lower by more than one standard error.
pub(super) fn improvement_refusal(improvement: MeanOverStudents) -> Option<Refusal> {
    (!improvement.is_clearly_above_zero()).then_some(Refusal::NotBetter { improvement })
}
