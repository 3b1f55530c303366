//! How students answer, and how much information one more answer is expected to give.

/// The probability of each of the five answers if an interest is the student's, and if it is not.
///
/// All ten are above 0, so that no answer ever rules a métier out.
#[derive(Debug, Clone, PartialEq)]
pub struct Likelihood {
    liked: [f64; 5],
    not_liked: [f64; 5],
    entropy_liked: f64,
    entropy_not_liked: f64,
    log_ratios: [f64; 5],
}

/// The error for an invalid table of likelihoods.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum LikelihoodError {
    /// A probability outside (0, 1].
    #[error("{row}, answer {}: expected a probability above 0 and at most 1, found {found}", point + 1)]
    OutOfRange {
        /// `liked` or `not_liked`.
        row: &'static str,
        /// The index of the answer, from 0.
        point: usize,
        /// The number.
        found: f64,
    },
    /// Probabilities that do not sum to 1.
    #[error("{row}: expected five probabilities with sum 1, found sum {found}")]
    Sum {
        /// `liked` or `not_liked`.
        row: &'static str,
        /// The sum.
        found: f64,
    },
}

/// The tolerance for the sum of a row: tables are written with four decimals.
const SUM_TOLERANCE: f64 = 1e-6;

/// Answers to an interest of the student, from no to yes.
///
/// From a model: `round(μ + 0.5·u + ε)`, cut to 1 … 5, with standard normal `u` (the student's style) and `ε`, μ = 4.2. Its
/// reliability for one answer, .32, is that of the items of the Mini-IP (α .70–.75 for five). To be replaced by counts of real answers.
const LIKED: [f64; 5] = [0.008, 0.057, 0.201, 0.340, 0.394];

/// Answers to an interest that is not the student's: the same model with μ = 2.2.
const NOT_LIKED: [f64; 5] = [0.235, 0.306, 0.2635, 0.1306, 0.0649];

impl Default for Likelihood {
    fn default() -> Self {
        Self::of(LIKED, NOT_LIKED)
    }
}

impl Likelihood {
    /// A table from counts or a model, each row from no to yes.
    ///
    /// # Errors
    ///
    /// [`LikelihoodError`] if a probability is not in (0, 1], or if a row does not sum to 1 within 1e-6.
    pub fn new(liked: [f64; 5], not_liked: [f64; 5]) -> Result<Self, LikelihoodError> {
        for (row, values) in [("liked", liked), ("not_liked", not_liked)] {
            for (point, found) in values.into_iter().enumerate() {
                if !(found.is_finite() && 0.0 < found && found <= 1.0) {
                    return Err(LikelihoodError::OutOfRange { row, point, found });
                }
            }
            let found: f64 = values.iter().sum();
            if (found - 1.0).abs() > SUM_TOLERANCE {
                return Err(LikelihoodError::Sum { row, found });
            }
        }
        Ok(Self::of(liked, not_liked))
    }

    fn of(liked: [f64; 5], not_liked: [f64; 5]) -> Self {
        let log_ratios = std::array::from_fn(|point| libm::log(liked[point] / not_liked[point]));
        Self { liked, not_liked, entropy_liked: entropy(&liked), entropy_not_liked: entropy(&not_liked), log_ratios }
    }

    /// The rows `L1` and `L0`: the probabilities of the answers if the interest is the student's, and if it is not.
    pub fn rows(&self) -> [[f64; 5]; 2] {
        [self.liked, self.not_liked]
    }

    /// `ln L1[a] − ln L0[a]` for the answer at this point.
    pub(super) fn log_ratio(&self, point: usize) -> f64 {
        self.log_ratios[point]
    }

    /// The expected information of one answer, in bits, if the interest is the student's with probability `mass`.
    ///
    /// # Formula
    ///
    /// ```text
    /// EIG(ρ) = H(ρ·L1 + (1 − ρ)·L0) − ρ·H(L1) − (1 − ρ)·H(L0)
    /// ```
    ///
    /// With two rows this equals the sum over all answers and all métiers. It is 0 at 0 and 1. With the default table its maximum,
    /// which no answer exceeds, is .2967 bits at .522.
    ///
    /// ```
    /// use boussole::quiz::Likelihood;
    /// let likelihood = Likelihood::default();
    /// assert_eq!(likelihood.information(0.0), 0.0);
    /// assert!((likelihood.information(0.5) - 0.296198).abs() < 1e-6);
    /// ```
    pub fn information(&self, mass: f64) -> f64 {
        let mass = mass.clamp(0.0, 1.0);
        let mixed = std::array::from_fn(|point| mass * self.liked[point] + (1.0 - mass) * self.not_liked[point]);
        (entropy(&mixed) - mass * self.entropy_liked - (1.0 - mass) * self.entropy_not_liked).max(0.0)
    }
}

/// The entropy of a distribution in bits.
fn entropy(probabilities: &[f64; 5]) -> f64 {
    -probabilities.iter().filter(|p| 0.0 < **p).map(|p| p * libm::log2(*p)).sum::<f64>()
}

#[cfg(test)]
mod tests {
    //! Properties: reference values, never negative, zero at both ends, nonsense refused.

    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn informs(mass: f64, bits: f64) {
        let found = Likelihood::default().information(mass);
        assert!((found - bits).abs() < 1e-6, "{found}");
    }

    #[test]
    fn reference_values() {
        // From an independent computation with the same table.
        informs(0.1, 0.107_927);
        informs(0.3, 0.245_583);
        informs(0.5, 0.296_198);
        informs(0.522, 0.296_711);
        for end in [0.0, 1.0] {
            assert!(Likelihood::default().information(end) < 1e-15);
        }
    }

    #[test]
    fn the_maximum_is_where_it_is_said_to_be() {
        let likelihood = Likelihood::default();
        let best = (0..=1000).max_by(|a, b| {
            let of = |mass: i32| likelihood.information(f64::from(mass) / 1000.0);
            of(*a).total_cmp(&of(*b))
        });
        assert_eq!(best, Some(522));
    }

    proptest! {
        #[test]
        fn information_is_never_negative(mass in 0.0..=1.0f64) {
            let bits = Likelihood::default().information(mass);
            prop_assert!((0.0..0.2968).contains(&bits));
        }
    }

    #[test]
    fn nonsense_is_refused() {
        let even = [0.2; 5];
        let message = |liked, not_liked| Likelihood::new(liked, not_liked).map_err(|error| error.to_string()).map(|_| ());
        assert_eq!(message(even, even), Ok(()));
        assert_eq!(
            message(even, [0.0, 0.4, 0.2, 0.2, 0.2]),
            Err("not_liked, answer 1: expected a probability above 0 and at most 1, found 0".into())
        );
        assert_eq!(
            message([f64::NAN, 0.4, 0.2, 0.2, 0.2], even),
            Err("liked, answer 1: expected a probability above 0 and at most 1, found NaN".into())
        );
        assert_eq!(message([0.3; 5], even), Err("liked: expected five probabilities with sum 1, found sum 1.5".into()));
    }
}
