//! The access-level criterion: does the métier ask for as much study as the student wants?
//!
//! The student says what they have (`reached`) and how far they want to study (`willing`). Levels between the two fit best;
//! the preference falls from rung to rung outside, faster above than below. It never says which level a student *can* reach.

use crate::catalogue::AccessLevel;
use crate::profile::Profile;

/// How much the preference falls with each rung above what the student is willing to study.
pub const FALL_ABOVE: f64 = 0.5;

/// How much the preference falls with each rung below what the student has.
pub const FALL_BELOW: f64 = 0.25;

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
/// where `l` is the rung, `low` = the lower of `reached` and `willing`, `high` = the higher, `a` = [`FALL_ABOVE`] and `b` =
/// [`FALL_BELOW`]. With one of the two alone, `low` = `high`.
///
/// ```
/// use boussole::catalogue::AccessLevel;
/// use boussole::criteria::level_preference;
/// assert_eq!(level_preference(AccessLevel::Bac, AccessLevel::Cap, AccessLevel::BacPlus2), 1.0);
/// assert!(level_preference(AccessLevel::BacPlus5, AccessLevel::Cap, AccessLevel::BacPlus2) < 0.0);
/// ```
pub fn level_preference(level: AccessLevel, reached: AccessLevel, willing: AccessLevel) -> f64 {
    let (low, high) = (reached.min(willing).rung(), reached.max(willing).rung());
    let above = level.rung().saturating_sub(high) as f64;
    let below = low.saturating_sub(level.rung()) as f64;
    (1.0 - FALL_ABOVE * above - FALL_BELOW * below).max(-1.0)
}

/// The preference of each rung; none when the student says nothing about study.
pub(super) fn answers(profile: &Profile) -> Vec<(usize, f64)> {
    let either = profile.reached().or(profile.willing());
    let other = profile.willing().or(profile.reached());
    let (Some(reached), Some(willing)) = (either, other) else { return Vec::new() };
    AccessLevel::ALL.into_iter().map(|level| (level.rung(), level_preference(level, reached, willing))).collect()
}

#[cfg(test)]
mod tests {
    //! Properties: 1 inside the range, never rising outside it, steeper above, in [−1, 1].

    use super::*;

    #[test]
    fn highest_between_reached_and_willing_and_falling_outside() {
        for reached in AccessLevel::ALL {
            for willing in AccessLevel::ALL {
                let preferences: Vec<f64> =
                    AccessLevel::ALL.iter().map(|level| level_preference(*level, reached, willing)).collect();
                let (low, high) = (reached.min(willing).rung(), reached.max(willing).rung());
                assert!(preferences[..=low].is_sorted());
                assert!(preferences[low..=high].iter().all(|preference| *preference == 1.0));
                assert!(preferences[high..].is_sorted_by(|left, right| right <= left));
                assert!(preferences.iter().all(|preference| (-1.0..=1.0).contains(preference)));
            }
        }
    }

    #[test]
    fn one_rung_too_many_counts_more_than_one_rung_less() {
        let preference = |level| level_preference(level, AccessLevel::BacPlus2, AccessLevel::BacPlus2);
        assert!(preference(AccessLevel::BacPlus3) < preference(AccessLevel::BacPlus1));
    }
}
