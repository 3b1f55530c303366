//! The access-level criterion: does the métier ask for as much study as the student wants?
//!
//! The student says what they have (`reached`) and how far they want to study (`willing`). Levels between the two fit best;
//! the preference falls from rung to rung outside, faster above than below. It never says which level a student *can* reach.

use std::sync::Arc;

use super::answered::Answered;
use super::definition::Definition;
use super::origin::Origin;
use super::sheet::{Labels, Sheet};
use super::student::Student;
use crate::catalogue::AccessLevel;
use crate::features::Target;

/// How much the preference falls with each rung above what the student is willing to study.
///
/// Twice [`FALL_BELOW`]: a year of study more than one wants costs more than a year less. Six rungs too many, from CAP to
/// Bac + 5, then weigh about as much as two liked interests. See « Why these slopes? » in `DESIGN.md`.
pub const FALL_ABOVE: f64 = 0.2;

/// How much the preference falls with each rung below what the student has, or on either side when only `reached` is given.
pub const FALL_BELOW: f64 = 0.1;

/// The preference for one rung, in [−1, 1].
///
/// # Formula
///
/// ```text
/// s(l) = max(−1, 1 − a · (l − high))   above high
///        1                             from low to high
///        max(−1, 1 − b · (low − l))    below low
/// ```
///
/// where `l` is the rung, `low` and `high` the lower and the higher of `reached` and `willing`, `b` = [`FALL_BELOW`] and
/// `a` = [`FALL_ABOVE`]. With one of the two alone, `low` = `high`; who does not say how far they want to study sets no limit,
/// so then `a` = [`FALL_BELOW`] too. Without either there is no preference.
///
/// ```
/// use boussole::catalogue::AccessLevel;
/// use boussole::criteria::level_preference;
/// let preference = |level| level_preference(level, Some(AccessLevel::Cap), Some(AccessLevel::BacPlus2));
/// assert_eq!(preference(AccessLevel::Bac), Some(1.0));
/// assert!(preference(AccessLevel::BacPlus5) < Some(0.5));
/// ```
pub fn level_preference(level: AccessLevel, reached: Option<AccessLevel>, willing: Option<AccessLevel>) -> Option<f64> {
    preference(reached, willing).map(|preference| preference(level))
}

/// The preference as a function of the rung; `None` when the student says nothing about study.
fn preference(reached: Option<AccessLevel>, willing: Option<AccessLevel>) -> Option<impl Fn(AccessLevel) -> f64> {
    let (one, other) = (reached.or(willing)?, willing.or(reached)?);
    let (low, high) = (one.min(other), one.max(other));
    let fall_above = if willing.is_some() { FALL_ABOVE } else { FALL_BELOW };
    let n_rungs = |from: AccessLevel, to: AccessLevel| to.rung().saturating_sub(from.rung()) as f64;
    Some(move |level| (1.0 - fall_above * n_rungs(high, level) - FALL_BELOW * n_rungs(level, low)).max(-1.0))
}

pub(super) struct AccessLevelCriterion;

impl Definition for AccessLevelCriterion {
    /// The rungs of the ladder.
    fn columns(&self, _: &Labels<'_>) -> Vec<Arc<str>> {
        AccessLevel::ALL.iter().map(|level| level.label().into()).collect()
    }

    /// 1 in the column of the métier's level.
    fn values(&self, _: &Labels<'_>, sheet: &Sheet<'_>) -> Vec<(usize, f64)> {
        sheet.metier.access_level.iter().map(|level| (level.rung(), 1.0)).collect()
    }

    fn learned(&self) -> Option<Target> {
        None
    }

    fn origin(&self, _: &Answered) -> Origin {
        Origin::Answer
    }

    fn answers(&self, student: &Student<'_>, columns: &mut Vec<f64>) {
        if let Some(preference) = preference(student.answered.reached, student.answered.willing) {
            columns.extend(AccessLevel::ALL.map(preference));
        }
    }
}

#[cfg(test)]
mod tests {
    //! Properties: worked by hand, 1 inside the range, never rising outside it, steeper above, in [−1, 1].

    use super::*;
    use crate::criteria::toy::{check, four};
    use crate::features::Criterion;
    use crate::profile::Profile;

    #[test]
    fn worked_by_hand() {
        // s = 1 for CAP and Bac, which are from « reached » to « willing »; Bac + 2 is two rungs above, 1 − 2 · .2; the last is silent.
        let profile = Profile::builder().reached(AccessLevel::Cap).willing(AccessLevel::Bac);
        check(Criterion::AccessLevel, &four(), profile, [1.0, 1.0, 0.8, 0.5]);
        // Three rungs from CAP up to Bac + 2 at .1 each without a limit; two from Bac.
        check(Criterion::AccessLevel, &four(), Profile::builder().reached(AccessLevel::Cap), [1.0, 0.95, 0.85, 0.5]);
        check(Criterion::AccessLevel, &four(), Profile::builder().willing(AccessLevel::BacPlus2), [0.85, 0.9, 1.0, 0.5]);
    }

    #[test]
    fn the_preference_never_falls_below_minus_one() {
        // 1 − .2 n for the n-th rung: −1 at the tenth, and at the eleventh too.
        let preference = |rung: usize| level_preference(AccessLevel::ALL[rung], None, Some(AccessLevel::SansDiplome));
        assert_eq!((preference(9).map(|s| s < -0.79), preference(10), preference(13)), (Some(true), Some(-1.0), Some(-1.0)));
    }

    #[test]
    fn highest_between_reached_and_willing_and_falling_outside() {
        for reached in AccessLevel::ALL {
            for willing in AccessLevel::ALL {
                let preference = |level: &AccessLevel| level_preference(*level, Some(reached), Some(willing)).expect("is given");
                let preferences: Vec<f64> = AccessLevel::ALL.iter().map(preference).collect();
                let (low, high) = (reached.min(willing).rung(), reached.max(willing).rung());
                assert!(preferences[..=low].is_sorted());
                assert!(preferences[low..=high].iter().all(|preference| *preference == 1.0));
                assert!(preferences[high..].is_sorted_by(|left, right| right <= left));
                assert!(preferences.iter().all(|preference| (-1.0..=1.0).contains(preference)));
            }
        }
    }

    #[test]
    fn one_rung_too_many_counts_twice_one_rung_less() {
        let preference = |level| level_preference(level, None, Some(AccessLevel::BacPlus2));
        assert_eq!(preference(AccessLevel::BacPlus3), Some(0.8));
        assert_eq!(preference(AccessLevel::BacPlus1), Some(0.9));
    }

    #[test]
    fn who_sets_no_limit_is_not_held_to_one() {
        let preference = |level| level_preference(level, Some(AccessLevel::BacPlus2), None);
        assert_eq!(preference(AccessLevel::BacPlus3), preference(AccessLevel::BacPlus1));
        assert_eq!(level_preference(AccessLevel::Bac, None, None), None);
    }
}
