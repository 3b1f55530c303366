//! The access-level criterion: does the métier ask for as much study as the student wants?
//!
//! The student says what they have (`reached`) and how far they want to study (`willing`). Levels between the two fit best;
//! the preference falls from rung to rung outside. It never says which level a student *can* reach.
//!
//! # Formula
//!
//! ```text
//! s(m) = f · p(level of m),   f = min(1, n / 5), or 1 when n = 0
//! ```
//!
//! where `p` is the preference ([`level_preference`]) and `n` how many things the student says of what they would like, study apart: answers
//! on interests, statuses and sectors that are not 0, liked métiers, words, and six for scores of RIASEC. So the level counts in
//! proportion to what it orders, and one passion is not outvoted by it.

use std::sync::Arc;

use super::answered::Answered;
use super::definition::Definition;
use super::origin::Origin;
use super::sheet::{Labels, Sheet};
use super::student::Student;
use crate::catalogue::AccessLevel;

/// How much the preference falls with each rung above what the student is willing to study.
///
/// Five rungs too many, from CAP to Bac + 4, are as bad as neither for nor against. See « Why these slopes? » in `DESIGN.md`.
pub const FALL_ABOVE_WILLING: f64 = 0.2;

/// How much the preference falls with each rung below what the student has and is willing to study.
pub const FALL_BELOW_WILLING: f64 = 0.2;

/// How much the preference falls with each rung below what the student has, when they do not say how far they want to study.
pub const FALL_BELOW_REACHED: f64 = 0.1;

/// How many things a student has to say of what they would like before the level counts in full.
pub const FULL_LEVEL: usize = 5;

/// `f`: how much of the preference counts beside so many things that were said.
pub(crate) fn level_share(n_said: usize) -> f64 {
    if 0 < n_said { n_said.min(FULL_LEVEL) as f64 / FULL_LEVEL as f64 } else { 1.0 }
}

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
/// where `l` is the rung, `low` and `high` the lower and the higher of `reached` and `willing`, `a` = [`FALL_ABOVE_WILLING`] and
/// `b` = [`FALL_BELOW_WILLING`]. With `willing` alone, `low` = `high`. Who does not say how far they want to study sets no limit: then
/// nothing falls above `reached`, and `b` = [`FALL_BELOW_REACHED`] below. Without either there is no preference.
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
    let (above, below) = if willing.is_some() { (FALL_ABOVE_WILLING, FALL_BELOW_WILLING) } else { (0.0, FALL_BELOW_REACHED) };
    let n_rungs = |from: AccessLevel, to: AccessLevel| to.rung().saturating_sub(from.rung()) as f64;
    Some(move |level| (1.0 - above * n_rungs(high, level) - below * n_rungs(level, low)).max(-1.0))
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

    fn is_learned(&self) -> bool {
        false
    }

    fn origin(&self, _: &Answered) -> Origin {
        Origin::Answer
    }

    fn answers(&self, student: &Student<'_>, columns: &mut Vec<f64>) {
        if let Some(preference) = preference(student.answered.reached, student.answered.willing) {
            let share = level_share(student.answered.n_said());
            columns.extend(AccessLevel::ALL.map(|level| share * preference(level)));
        }
    }
}

#[cfg(test)]
mod tests {
    //! Properties: worked by hand, 1 inside the range, never rising outside it, the same on both sides, in [−1, 1].

    use super::*;
    use crate::criteria::toy::{check, four, id};
    use crate::features::Criterion;
    use crate::profile::{Profile, ProfileBuilder};

    #[test]
    fn worked_by_hand() {
        // s = 1 for CAP and Bac, which are from « reached » to « willing »; Bac + 2 is two rungs above, 1 − 2 · .2; the last is silent.
        let profile = Profile::builder().reached(AccessLevel::Cap).willing(AccessLevel::Bac);
        check(Criterion::AccessLevel, &four(), profile, [1.0, 1.0, 0.8, 0.5]);
        // Without a limit nothing above is lowered, and one rung below costs .1.
        check(Criterion::AccessLevel, &four(), Profile::builder().reached(AccessLevel::Cap), [1.0, 1.0, 1.0, 0.5]);
        check(Criterion::AccessLevel, &four(), Profile::builder().reached(AccessLevel::Bac), [0.95, 1.0, 1.0, 0.5]);
        // Three rungs from CAP up to Bac + 2, two from Bac.
        check(Criterion::AccessLevel, &four(), Profile::builder().willing(AccessLevel::BacPlus2), [0.7, 0.8, 1.0, 0.5]);
    }

    #[test]
    fn it_counts_in_proportion_to_what_is_said() {
        // Two of five: two fifths of 1, 1, .8 and of nothing. How strong an answer is does not matter, as long as it is one.
        let said = |builder: ProfileBuilder| builder.reached(AccessLevel::Cap).willing(AccessLevel::Bac);
        let interests = said(Profile::builder().likes("A").interest("B", -0.5).interest("C", 0.0));
        check(Criterion::AccessLevel, &four(), interests, [0.7, 0.7, 0.62, 0.5]);
        let others = said(Profile::builder().status("artisan", -1.0).likes_metier(id(1)));
        check(Criterion::AccessLevel, &four(), others, [0.7, 0.7, 0.62, 0.5]);
        let full = said(Profile::builder().likes("A").riasec([1.0, 2.0, 3.0, 4.0, 5.0, 6.0]));
        check(Criterion::AccessLevel, &four(), full, [1.0, 1.0, 0.8, 0.5]);
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

    /// Computed by a replica of the program that scores all 734 métiers.
    #[test]
    fn the_same_on_both_sides_of_the_wish() {
        use AccessLevel::{Bac, BacPlus1, BacPlus2, BacPlus3, BacPlus5, Cap};
        let expected = [(Cap, 0.4), (Bac, 0.6), (BacPlus1, 0.8), (BacPlus2, 1.0), (BacPlus3, 0.8), (BacPlus5, 0.4)];
        for (level, expected) in expected {
            let preference = level_preference(level, None, Some(BacPlus2)).expect("is given");
            assert!((preference - expected).abs() < 1e-12, "{level:?}: {preference}");
        }
    }

    #[test]
    fn who_sets_no_limit_is_not_held_to_one() {
        let preference = |level| level_preference(level, Some(AccessLevel::BacPlus2), None);
        assert!(
            AccessLevel::ALL
                .into_iter()
                .filter(|level| AccessLevel::BacPlus2 <= *level)
                .all(|level| preference(level) == Some(1.0))
        );
        assert_eq!(preference(AccessLevel::BacPlus1), Some(0.9));
        assert_eq!(level_preference(AccessLevel::Bac, None, None), None);
    }
}
