//! A preference for levels as a sum of ramps, so that it is linear in few columns.

#![allow(clippy::inline_always, reason = "what is not inlined is compiled for the smallest processor")]

use crate::catalogue::AccessLevel;

/// How many rungs the ladder has.
const N_RUNGS: usize = AccessLevel::ALL.len();

/// The ramps: how far a level is above each rung, how far below each, and 1 for any level.
pub(super) const N_RAMPS: usize = 2 * N_RUNGS + 1;

/// Smaller than any slope that is not due to rounding.
const NEGLIGIBLE: f64 = 1e-12;

/// How high each ramp is at a rung.
pub(super) fn heights(rung: usize) -> impl Iterator<Item = f64> {
    let above = (0..N_RUNGS).map(move |from| rung.saturating_sub(from) as f64);
    let below = (0..N_RUNGS).map(move |from| from.saturating_sub(rung) as f64);
    above.chain(below).chain([1.0])
}

/// Writes a function of the rung as a sum of ramps, and calls `each` with the place and slope of every ramp in it.
///
/// At the maximum of the function, one ramp begins on each side; every further change of slope is one more ramp. So no two ramps cancel
/// each other where the function falls on both sides, and the largest value of the sum is close to the sum of the largest values.
#[inline(always)]
pub(super) fn each_slope(function: &[f64], mut each: impl FnMut(usize, f64)) {
    let mut peak = 0;
    for (rung, value) in function.iter().enumerate() {
        peak = if function[peak] < *value { rung } else { peak };
    }
    let mut add = |ramp, slope: f64| {
        if NEGLIGIBLE < slope.abs() {
            each(ramp, slope);
        }
    };
    let mut before = 0.0;
    for (rung, pair) in function.windows(2).enumerate().skip(peak) {
        let step = pair[1] - pair[0];
        add(rung, step - before);
        before = step;
    }
    let mut before = 0.0;
    for (rung, pair) in function.windows(2).enumerate().take(peak).rev() {
        let step = pair[0] - pair[1];
        add(N_RUNGS + rung + 1, step - before);
        before = step;
    }
    add(2 * N_RUNGS, function[peak]);
}

#[cfg(test)]
mod tests {
    //! Properties: the ramps add up to the function, and a preference needs four of them.

    use proptest::prelude::*;

    use super::*;
    use crate::criteria::level_preference;

    fn slopes(function: &[f64]) -> Vec<(usize, f64)> {
        let mut slopes = Vec::new();
        each_slope(function, |ramp, slope| slopes.push((ramp, slope)));
        slopes
    }

    fn sum(function: &[f64], rung: usize) -> f64 {
        let heights: Vec<f64> = heights(rung).collect();
        slopes(function).iter().map(|(ramp, slope)| slope * heights[*ramp]).sum()
    }

    proptest! {
        #[test]
        fn ramps_add_up_to_any_function(function in prop::collection::vec(-1.0..1.0f64, N_RUNGS)) {
            for (rung, value) in function.iter().enumerate() {
                prop_assert!((sum(&function, rung) - value).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn a_preference_needs_few_ramps() {
        let of = |level| level_preference(level, Some(AccessLevel::Bac), Some(AccessLevel::BacPlus3)).expect("is given");
        let function = AccessLevel::ALL.map(of);
        // One for all levels, one for those below, and from the peak on one where it begins to fall.
        assert!((3..=4).contains(&slopes(&function).len()), "{:?}", slopes(&function));
    }
}
