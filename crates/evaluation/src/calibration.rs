//! Whether a list divides itself over the interests as the student does (Steck's calibration).

use std::collections::BTreeMap;

use thiserror::Error;

/// How much of the target is mixed into what is shown, so that an interest that the list leaves out
/// costs much, but not infinitely much (Steck 2018).
const SMOOTHING: f64 = 0.01;

/// Shares of categories, each ≥ 0, together 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Shares<K> {
    by_category: BTreeMap<K, f64>,
}

/// Why weights do not make [`Shares`]. Positions count from 0.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum SharesError {
    /// A weight is negative, NaN or infinite.
    #[error("weight at position {position}: expected a finite number of at least 0, found {weight}")]
    Weight {
        /// Where in the input.
        position: usize,
        /// What stands there.
        weight: f64,
    },
    /// The weights have no finite sum above 0.
    #[error("expected weights with a finite sum above 0, found {sum}")]
    Sum {
        /// The sum.
        sum: f64,
    },
}

impl<K: Ord> Shares<K> {
    /// Divides weights by their sum; the weights of a repeated category add up.
    ///
    /// For a student, weigh each liked interest; for a list, count the interests of its métiers.
    ///
    /// # Errors
    ///
    /// [`SharesError::Weight`] for the first weight that is negative or not finite,
    /// [`SharesError::Sum`] when there is nothing to share.
    pub fn new(weights: impl IntoIterator<Item = (K, f64)>) -> Result<Self, SharesError> {
        let mut by_category = BTreeMap::new();
        for (position, (category, weight)) in weights.into_iter().enumerate() {
            if !(weight.is_finite() && 0.0 <= weight) {
                return Err(SharesError::Weight { position, weight });
            }
            *by_category.entry(category).or_insert(0.0) += weight;
        }
        // From +0.0, because an empty f64 sum is −0.0.
        let sum = by_category.values().fold(0.0, |sum, weight| sum + weight);
        if !(sum.is_finite() && 0.0 < sum) {
            return Err(SharesError::Sum { sum });
        }
        for weight in by_category.values_mut() {
            *weight /= sum;
        }
        Ok(Self { by_category })
    }

    /// The share of a category: 0 when it has none.
    #[must_use]
    pub fn share(&self, category: &K) -> f64 {
        self.by_category.get(category).copied().unwrap_or(0.0)
    }
}

/// Steck's calibration, in nats, lower is better: how far the shares of a list are from those the
/// student asks for.
///
/// In [0, ln 100 ≈ 4.61]: 0 when the shares are equal, the maximum when the list shows nothing of
/// what the student likes. Without likes, or with an empty list, there are no [`Shares`] to build.
///
/// # Formula
///
/// ```text
/// C = Σᵢ pᵢ ln(pᵢ / q̃ᵢ),   q̃ᵢ = (1 − α)·qᵢ + α·pᵢ,   α = 0.01
/// ```
///
/// where p are the shares `wanted` and q those `shown`; categories with pᵢ = 0 add nothing.
///
/// ```
/// use boussole_evaluation::{Shares, calibration_kl};
///
/// let wanted = Shares::new([("nature", 1.0), ("music", 1.0)])?;
/// let balanced = Shares::new([("music", 3.0), ("nature", 3.0)])?;
/// let one_sided = Shares::new([("nature", 6.0)])?;
/// assert_eq!(calibration_kl(&wanted, &balanced), 0.0);
/// assert!(calibration_kl(&wanted, &one_sided) > 1.0);
/// # Ok::<(), boussole_evaluation::SharesError>(())
/// ```
///
/// # References
///
/// - Steck 2018, *Calibrated recommendations*, doi:10.1145/3240323.3240372
#[must_use]
pub fn calibration_kl<K: Ord>(wanted: &Shares<K>, shown: &Shares<K>) -> f64 {
    let divergence: f64 = wanted
        .by_category
        .iter()
        .filter(|&(_, &p)| p > 0.0)
        .map(|(category, &p)| {
            let smoothed = (1.0 - SMOOTHING) * shown.share(category) + SMOOTHING * p;
            p * (p / smoothed).ln()
        })
        .sum();
    // A divergence is never negative but by rounding.
    divergence.max(0.0)
}

#[cfg(test)]
mod tests {
    //! - The reference of the science brief; both ends of the range.
    //! - Bounds hold for any shares.
    //! - Weights that can not be shared are refused.

    use proptest::prelude::*;

    use super::{Shares, calibration_kl};

    fn shares(weights: &[f64]) -> Shares<usize> {
        Shares::new(weights.iter().copied().enumerate()).expect("valid weights")
    }

    #[track_caller]
    fn check(wanted: &[f64], shown: &[f64], expected: f64) {
        let found = calibration_kl(&shares(wanted), &shares(shown));
        assert!((found - expected).abs() < 5e-7, "{wanted:?} and {shown:?}: {found}, expected {expected}");
    }

    #[track_caller]
    fn check_error(weights: &[f64], message: &str) {
        let error = Shares::new(weights.iter().copied().enumerate()).expect_err("refused");
        assert_eq!(error.to_string(), message);
    }

    /// Science brief, section 6.
    #[test]
    fn matches_the_science_brief() {
        check(&[0.5, 0.3, 0.2, 0.0], &[0.8, 0.2, 0.0, 0.0], 0.808_054);
    }

    #[test]
    fn both_ends_of_the_range() {
        check(&[2.0, 1.0], &[4.0, 2.0], 0.0);
        check(&[1.0], &[3.0], 0.0);
        check(&[1.0, 0.0], &[0.0, 1.0], 100_f64.ln());
    }

    #[test]
    fn repeated_categories_add_up() {
        let added = Shares::new([("a", 1.0), ("b", 2.0), ("a", 1.0)]).expect("valid weights");
        assert!((added.share(&"a") - 0.5).abs() < 1e-12 && added.share(&"c").abs() < 1e-12);
    }

    #[test]
    fn weights_that_can_not_be_shared() {
        check_error(&[1.0, -0.5], "weight at position 1: expected a finite number of at least 0, found -0.5");
        check_error(&[f64::NAN], "weight at position 0: expected a finite number of at least 0, found NaN");
        check_error(&[], "expected weights with a finite sum above 0, found 0");
        check_error(&[f64::MAX, f64::MAX], "expected weights with a finite sum above 0, found inf");
    }

    proptest! {
        #[test]
        fn bounds_hold(weights in prop::collection::vec((0_u8..9, 0_u8..9), 1..9)) {
            let (wanted, shown): (Vec<f64>, Vec<f64>) = weights.iter().map(|&(p, q)| (f64::from(p), f64::from(q))).unzip();
            let pairs = |weights: Vec<f64>| Shares::new(weights.into_iter().enumerate());
            if let (Ok(wanted), Ok(shown)) = (pairs(wanted), pairs(shown)) {
                let found = calibration_kl(&wanted, &shown);
                prop_assert!((0.0..=100_f64.ln() + 1e-12).contains(&found));
                prop_assert!(calibration_kl(&wanted, &wanted) < 1e-12);
            }
        }
    }
}
