//! The mean of a metric over queries, with a bootstrap interval.

use std::num::NonZeroUsize;

use crate::random::SplitMix64;

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

/// A 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The 2.5 % quantile.
    pub lower: f64,
    /// The 97.5 % quantile.
    pub upper: f64,
}

/// The mean of some values and how sure it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Summary {
    /// The arithmetic mean.
    pub mean: f64,
    /// How many values there are.
    pub n: usize,
    /// The percentile bootstrap interval of the mean.
    pub interval: Interval,
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

/// The mean of at least one value.
pub(super) fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// The percentile bootstrap interval of the mean of at least one value.
pub(super) fn bootstrap_interval(values: &[f64], resampling: &Resampling) -> Interval {
    let n = values.len();
    let mut random = SplitMix64::new(resampling.seed);
    let mut means: Vec<f64> =
        (0..resampling.n_samples.get()).map(|_| (0..n).map(|_| values[random.index_below(n)]).sum::<f64>() / n as f64).collect();
    means.sort_by(f64::total_cmp);
    let tail = (1.0 - CONFIDENCE) / 2.0;
    Interval { lower: quantile(&means, tail), upper: quantile(&means, 1.0 - tail) }
}

/// The quantile at `level` in [0, 1] of at least one sorted value, by linear interpolation.
fn quantile(sorted: &[f64], level: f64) -> f64 {
    let position = level * (sorted.len() - 1) as f64;
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is in [0, len − 1], because level is in [0, 1]"
    )]
    let below = position.floor() as usize;
    let above = (below + 1).min(sorted.len() - 1);
    sorted[below] + (position - below as f64) * (sorted[above] - sorted[below])
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
    fn quantiles_interpolate() {
        assert!((quantile(&[1.0, 2.0, 4.0], 0.75) - 3.0).abs() < 1e-12);
        assert!((quantile(&[1.0, 2.0, 4.0], 1.0) - 4.0).abs() < 1e-12);
        assert!((quantile(&[5.0], 0.3) - 5.0).abs() < 1e-12);
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
    }
}
