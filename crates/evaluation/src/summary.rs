//! The mean of a metric over queries, with a bootstrap interval.

use std::num::NonZeroUsize;

use rand_xoshiro::SplitMix64;
use rand_xoshiro::rand_core::{RngCore, SeedableRng};
use serde::Serialize;

/// The coverage that an [`Interval`] aims at.
const CONFIDENCE: f64 = 0.95;

/// How many resamples are drawn unless told otherwise: enough to settle the third decimal.
const DEFAULT_N_SAMPLES: NonZeroUsize = NonZeroUsize::new(10_000).expect("10 000 > 0");

/// Where the randomness of intervals and tests comes from.
///
/// | parameter | default | purpose |
/// | --- | --- | --- |
/// | `seed` | 0 | same seed and values, same result, on any machine |
/// | `n_samples` | 10 000 | resamples of an interval, sign patterns of a sampled test |
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Resampling {
    /// Sets every draw.
    pub seed: u64,
    /// How many resamples to draw.
    pub n_samples: NonZeroUsize,
}

/// A 95 % interval; a list of two numbers when it is serialised.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(into = "[f64; 2]")]
pub struct Interval {
    /// The 2.5 % quantile.
    pub lower: f64,
    /// The 97.5 % quantile.
    pub upper: f64,
}

impl From<Interval> for [f64; 2] {
    fn from(interval: Interval) -> Self {
        [interval.lower, interval.upper]
    }
}

/// The mean of some values and how sure it is.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Summary {
    /// The arithmetic mean.
    pub mean: f64,
    /// The percentile bootstrap interval of the mean.
    pub interval: Interval,
    /// How many values there are.
    pub n: usize,
}

/// The mean of `values` with its 95 % percentile bootstrap interval, or `None` for no value.
///
/// The interval says how far the mean may move with other queries (students) of the same kind. One
/// value, or equal values, give an interval of width 0: that is ignorance, not precision. Values
/// are expected to be finite; NaN passes through to the mean.
///
/// # Formula
///
/// ```text
/// interval = [Q(0.025), Q(0.975)] of the means of B resamples of n values drawn with replacement
/// ```
///
/// where Q is the quantile by linear interpolation between order statistics.
///
/// ```
/// use boussole_evaluation::{Resampling, summarize};
///
/// let summary = summarize(&[0.2, 0.4, 0.9], &Resampling::default()).expect("there are values");
/// assert_eq!((summary.mean, summary.n), (0.5, 3));
/// assert!(summary.interval.lower < 0.5 && 0.5 < summary.interval.upper);
/// ```
///
/// # References
///
/// - Efron 1979, *Bootstrap methods: another look at the jackknife*, doi:10.1214/aos/1176344552
#[must_use]
pub fn summarize(values: &[f64], resampling: &Resampling) -> Option<Summary> {
    if values.is_empty() {
        return None;
    }
    Some(Summary { mean: mean(values), n: values.len(), interval: bootstrap_interval(values, resampling) })
}

impl Default for Resampling {
    fn default() -> Self {
        Self { seed: 0, n_samples: DEFAULT_N_SAMPLES }
    }
}

impl Interval {
    /// The middle 95 % of some values, or `None` for no value: their quantiles at 2.5 % and 97.5 %.
    #[must_use]
    pub fn around(mut values: Vec<f64>) -> Option<Self> {
        values.sort_by(f64::total_cmp);
        let tail = (1.0 - CONFIDENCE) / 2.0;
        Some(Self { lower: quantile(&values, tail)?, upper: quantile(&values, 1.0 - tail)? })
    }
}

/// The arithmetic mean of some values; 0 for no value.
#[must_use]
pub fn mean(values: &[f64]) -> f64 {
    // The sum of nothing is -0.0.
    values.iter().sum::<f64>() / values.len().max(1) as f64 + 0.0
}

/// The quantile of values in rising order at `level`, which is cut to [0, 1]; `None` for no value.
///
/// # Formula
///
/// ```text
/// Q(p) = x₍⌊h⌋₎ + (h − ⌊h⌋)·(x₍⌊h⌋₊₁₎ − x₍⌊h⌋₎),   h = p·(n − 1)
/// ```
///
/// where x₍₀₎ ≤ … ≤ x₍ₙ₋₁₎ are the values: linear interpolation, the definition 7 of Hyndman & Fan.
///
/// ```
/// assert_eq!(boussole_evaluation::quantile(&[1.0, 2.0, 4.0], 0.75), Some(3.0));
/// ```
///
/// # References
///
/// - Hyndman & Fan 1996, *Sample quantiles in statistical packages*, doi:10.2307/2684934
#[must_use]
pub fn quantile(sorted: &[f64], level: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let position = level.clamp(0.0, 1.0) * last as f64;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is in [0, last]")]
    let below = position.floor() as usize;
    let above = (below + 1).min(last);
    Some(sorted[below] + (position - below as f64) * (sorted[above] - sorted[below]))
}

/// The percentile bootstrap interval of the mean of at least one value.
pub(super) fn bootstrap_interval(values: &[f64], resampling: &Resampling) -> Interval {
    let n = values.len();
    let mut random = SplitMix64::seed_from_u64(resampling.seed);
    let mut resampled_mean = || (0..n).map(|_| values[index_below(n, &mut random)]).sum::<f64>() / n as f64;
    let means = (0..resampling.n_samples.get()).map(|_| resampled_mean()).collect();
    Interval::around(means).expect("the number of samples is above 0")
}

/// A uniform index below `n`, by the high half of a product; the bias is below n · 2⁻⁶⁴.
fn index_below(n: usize, random: &mut SplitMix64) -> usize {
    #[allow(clippy::cast_possible_truncation, reason = "it is below n, which was a usize")]
    return ((u128::from(random.next_u64()) * n as u128) >> 64) as usize;
}

#[cfg(test)]
mod tests {
    //! - Empty, one and equal values.
    //! - Quantiles by hand; the interval nears that of the normal distribution; the seed decides.

    use std::num::NonZeroUsize;

    use super::{Interval, Resampling, quantile, summarize};

    #[test]
    fn no_value_has_no_mean() {
        assert_eq!(summarize(&[], &Resampling::default()), None);
    }

    #[test]
    fn one_value_and_equal_values_have_no_width() {
        for values in [&[0.25][..], &[0.25; 8]] {
            let summary = summarize(values, &Resampling::default()).expect("there are values");
            assert_eq!((summary.mean, summary.n), (0.25, values.len()));
            assert_eq!(summary.interval, Interval { lower: 0.25, upper: 0.25 });
        }
    }

    #[test]
    fn quantiles_interpolate_between_the_ends() {
        assert_eq!(quantile(&[1.0, 2.0, 4.0], 0.75), Some(3.0));
        assert_eq!(quantile(&[1.0, 2.0, 4.0], 1.0), Some(4.0));
        assert_eq!(quantile(&[5.0], 0.3), Some(5.0));
        assert_eq!(quantile(&[1.0, 2.0], -3.0), Some(1.0));
        assert_eq!(quantile(&[], 0.5), None);
    }

    #[test]
    fn interval_nears_the_normal_one() {
        // 0.5 ± 1.96·√(var/n) for 0, .01, …, 1: var = .085, n = 101, half width .0569.
        let values: Vec<f64> = (0..=100).map(|i| f64::from(i) / 100.0).collect();
        let interval = summarize(&values, &Resampling::default()).expect("there are values").interval;
        assert!((interval.lower - 0.4431).abs() < 0.004 && (interval.upper - 0.5569).abs() < 0.004, "{interval:?}");
    }

    #[test]
    fn the_seed_decides() {
        let values = [0.1, 0.7, 0.3, 0.35, 0.9];
        // So few resamples that their quantiles differ.
        let n_samples = NonZeroUsize::new(50).expect("50 > 0");
        let with_seed = |seed| summarize(&values, &Resampling { seed, n_samples });
        assert_eq!(with_seed(1), with_seed(1));
        assert_ne!(with_seed(1), with_seed(2));
        // Worked out by a second program that has the published generator: the digits are part of the contract.
        let expected = Interval { lower: 0.259_999_999_999_999_95, upper: 0.691 };
        assert_eq!(with_seed(1).map(|summary| summary.interval), Some(expected));
    }
}
