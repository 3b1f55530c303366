//! Between which values one weight may lie, the others unchanged, without changing a ranking.

use serde::Serialize;

/// Differences between values below this are rounding.
const EQUAL: f64 = 1e-12;

/// The values of one weight, before any scaling, for which a ranking stays as it is; at its ends two alternatives are equal.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[non_exhaustive]
pub struct WeightInterval {
    /// The lowest value, at least 0.
    pub low: f64,
    /// The highest value; `None` when unbounded.
    pub high: Option<f64>,
}

/// For each weight, the interval in which the first `k` alternatives stay the first `k`, in any order.
///
/// # Formula
///
/// ```text
/// d = S_x − S_y,  d_j = u_xj − u_yj     for x among the first k and y below
/// ω_j + d / −d_j                        bounds ω_j above where d_j < 0
/// ω_j − d / d_j                         bounds ω_j below where d_j > 0
/// ```
///
/// where `S = Σ_j ω_j u_j`. The tightest bounds hold. `utilities` has the alternatives best first, shape (`n`, `n_weights`).
///
/// # References
///
/// Weight stability intervals of the weighted sum: B. Mareschal, « Weight stability intervals in multicriteria decision aid », 1988,
/// DOI 10.1016/0377-2217(88)90254-8.
pub(super) fn set_intervals(utilities: &[Vec<f64>], weights: &[f64], k: usize) -> Vec<WeightInterval> {
    let (first, rest) = utilities.split_at(k.min(utilities.len()));
    tightest(first.iter().flat_map(|above| rest.iter().map(move |below| (above, below))), weights)
}

/// For each weight, the interval in which the whole order stays as it is.
///
/// The formula is that of [`set_intervals`], for each alternative and the next one: if no neighbours change places, the order stays.
pub(super) fn order_intervals(utilities: &[Vec<f64>], weights: &[f64]) -> Vec<WeightInterval> {
    tightest(utilities.iter().zip(utilities.iter().skip(1)), weights)
}

fn tightest<'a>(pairs: impl Iterator<Item = (&'a Vec<f64>, &'a Vec<f64>)>, weights: &[f64]) -> Vec<WeightInterval> {
    let mut intervals = vec![WeightInterval { low: 0.0, high: None }; weights.len()];
    for (above, below) in pairs {
        let difference: f64 = above.iter().zip(below).zip(weights).map(|((above, below), weight)| weight * (above - below)).sum();
        // A draw may have decided between equals, so rounding may have put the difference just below 0.
        let difference = difference.max(0.0);
        for (index, interval) in intervals.iter_mut().enumerate() {
            let slope = above[index] - below[index];
            if slope < -EQUAL {
                let bound = weights[index] - difference / slope;
                interval.high = Some(interval.high.map_or(bound, |high| high.min(bound)));
            } else if EQUAL < slope {
                interval.low = interval.low.max(weights[index] - difference / slope);
            }
        }
    }
    intervals
}

#[cfg(test)]
mod tests {
    //! Properties: the reference values; the order of the alternatives changes just outside of an interval and not inside;
    //! equals that differ leave no room; identical alternatives bound nothing.

    use super::*;

    const WEIGHTS: [f64; 3] = [0.5, 0.3, 0.2];

    fn utilities() -> Vec<Vec<f64>> {
        vec![vec![0.9, 0.2, 0.5], vec![0.6, 0.7, 0.4], vec![0.3, 0.9, 0.8], vec![0.8, 0.1, 0.2]]
    }

    fn score(utilities: &[f64], weights: &[f64]) -> f64 {
        utilities.iter().zip(weights).map(|(utility, weight)| utility * weight).sum()
    }

    #[track_caller]
    fn is(found: &[WeightInterval], expected: [(f64, f64); 3]) {
        for (interval, (low, high)) in found.iter().zip(expected) {
            let found_high = interval.high.expect("is bounded");
            assert!((interval.low - low).abs() < 1e-6 && (found_high - high).abs() < 1e-6, "{found:?}");
        }
    }

    /// Values computed with numpy from the formula of the weighted sum.
    #[test]
    fn reference_values() {
        let scores: Vec<f64> = utilities().iter().map(|row| score(row, &WEIGHTS)).collect();
        assert!(scores.iter().zip([0.61, 0.59, 0.58, 0.47]).all(|(score, expected)| (score - expected).abs() < 1e-12));
        is(&set_intervals(&utilities(), &WEIGHTS, 2), [(0.466_667, 1.1), (0.1, 0.342_857), (0.0, 0.225)]);
        is(&order_intervals(&utilities(), &WEIGHTS), [(0.466_667, 0.72), (0.1625, 0.34), (0.016_667, 0.225)]);
    }

    fn order(weights: &[f64]) -> Vec<usize> {
        let mut order = vec![0, 1, 2, 3];
        order.sort_by(|left, right| score(&utilities()[*right], weights).total_cmp(&score(&utilities()[*left], weights)));
        order
    }

    #[test]
    fn the_order_changes_just_outside() {
        for (index, interval) in order_intervals(&utilities(), &WEIGHTS).into_iter().enumerate() {
            let with = |weight: f64| {
                let mut weights = WEIGHTS;
                weights[index] = weight;
                order(&weights)
            };
            let high = interval.high.expect("is bounded");
            assert_eq!(with(interval.low + 1e-9), [0, 1, 2, 3]);
            assert_eq!(with(high - 1e-9), [0, 1, 2, 3]);
            assert_ne!(with(interval.low - 1e-9), [0, 1, 2, 3]);
            assert_ne!(with(high + 1e-9), [0, 1, 2, 3]);
        }
    }

    #[test]
    fn equals() {
        let free = WeightInterval { low: 0.0, high: None };
        assert_eq!(order_intervals(&[vec![0.5, 0.5], vec![0.5, 0.5]], &[0.5, 0.5]), [free, free]);
        let tied = order_intervals(&[vec![1.0, 0.0], vec![0.0, 1.0]], &[0.5, 0.5]);
        assert_eq!(tied, [WeightInterval { low: 0.5, high: None }, WeightInterval { low: 0.0, high: Some(0.5) }]);
        assert_eq!(set_intervals(&utilities(), &WEIGHTS, 9), [free; 3]);
    }
}
