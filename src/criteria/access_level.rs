//! The access-level criterion: does the métier ask for as much study as the student wants?
//!
//! The student says what they have (`reached`) and how far they want to study (`willing`). Levels between the two fit best;
//! the preference falls from rung to rung outside, faster above than below. It never says which level a student *can* reach.

use crate::catalogue::AccessLevel;

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
    Wish::of(reached, willing).map(|wish| wish.preference(level.rung() as f64))
}

/// Writes the preference of each rung into the columns of the group; nothing when the student says nothing about study. Tells
/// whether they do.
pub(super) fn fill(reached: Option<AccessLevel>, willing: Option<AccessLevel>, columns: &mut [f64]) -> bool {
    let Some(wish) = Wish::of(reached, willing) else { return false };
    let preferences: [f64; AccessLevel::ALL.len()] = std::array::from_fn(|rung| wish.preference(rung as f64));
    columns.copy_from_slice(&preferences);
    true
}

/// What one student prefers, as rungs in numbers: all levels can then be worked out at a time.
struct Wish {
    low: f64,
    high: f64,
    fall_above: f64,
}

impl Wish {
    fn of(reached: Option<AccessLevel>, willing: Option<AccessLevel>) -> Option<Self> {
        let (one, other) = (reached.or(willing)?, willing.or(reached)?);
        let (low, high) = (one.min(other).rung() as f64, one.max(other).rung() as f64);
        Some(Self { low, high, fall_above: if willing.is_some() { FALL_ABOVE } else { FALL_BELOW } })
    }

    #[inline]
    fn preference(&self, rung: f64) -> f64 {
        // Comparisons, not `max`, which would look out for NaN.
        let or_lowest = |value: f64, lowest: f64| if value < lowest { lowest } else { value };
        let (above, below) = (or_lowest(rung - self.high, 0.0), or_lowest(self.low - rung, 0.0));
        or_lowest(1.0 - self.fall_above * above - FALL_BELOW * below, -1.0)
    }
}

#[cfg(test)]
mod tests {
    //! Properties: 1 inside the range, never rising outside it, steeper above, in [−1, 1].

    use super::*;

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
