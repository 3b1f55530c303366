//! The RIASEC criterion: does the métier ask for the kind of person that the student says, or seems, to be?
//!
//! # Formula
//!
//! ```text
//! s(m) = r(m) = Σ_l z_l · v_ml / (6 · sd_m),   z_l = (score_l − mean) / sd
//! ```
//!
//! where `v_m` has 1 for the major letter of each ROME code of `m`, ½ for the minor one, averaged over codes, `sd_m` is its standard
//! deviation over the six letters, and `z` the student's standardised scores. As `Σ z = 0`, `r` is the Pearson correlation of the two
//! profiles, in [−1, 1], and each letter's term is exact. Equal scores for all letters say nothing.
//!
//! Without scores given, `z_l` is how much the student's interests and level change the expected value of letter `l`
//! ([`Inference`](crate::features::Inference)), centred over the letters: small, and marked as inferred in the explanation.
//!
//! # References
//!
//! - J. L. Holland, *Making vocational choices*, 3rd edition, 1997: the six types.
//! - Of four congruence indices, profile correlation predicted satisfaction best: DOI 10.1177/1069072720909825.

use super::inferred::Inferred;
use crate::features::Criterion;
use crate::profile::Riasec;

/// Below this standard deviation, relative to the largest score, the letters are equal but for rounding.
const FLAT: f64 = 1e-12;

/// Writes the standardised scores into the columns of the group: those given, or else what the answers on interests say. Tells
/// whether they say something.
pub(super) fn fill(given: Option<Riasec>, inferred: &Inferred<'_>, columns: &mut [f64]) -> bool {
    let Some(given) = given else { return inferred.fill(Criterion::Riasec, columns) };
    let scores = standardised(given.scores());
    columns.copy_from_slice(&scores.unwrap_or_default());
    scores.is_some()
}

/// `z`, population standard deviation; nothing for a flat profile.
fn standardised(scores: [f64; 6]) -> Option<[f64; 6]> {
    let largest = scores.iter().fold(0.0_f64, |largest, score| largest.max(score.abs()));
    if largest == 0.0 {
        return None;
    }
    // On the scale of the largest, so that huge scores stay finite.
    let scores = scores.map(|score| score / largest);
    let mean = scores.iter().sum::<f64>() / 6.0;
    let deviation = (scores.iter().map(|score| (score - mean).powi(2)).sum::<f64>() / 6.0).sqrt();
    (FLAT < deviation).then(|| scores.map(|score| (score - mean) / deviation))
}

#[cfg(test)]
mod tests {
    //! Properties: the reference values, any positive scale gives the same, flat says nothing.

    use super::*;

    #[test]
    fn standardised_like_the_reference() {
        // R12 I30 A25 S18 E8 C10, values computed with scipy.
        let z = standardised([12.0, 30.0, 25.0, 18.0, 8.0, 10.0]).expect("is not flat");
        let expected = [-0.641_807, 1.594_165, 0.973_062, 0.103_517, -1.138_690, -0.890_248];
        assert!(z.iter().zip(expected).all(|(value, expected)| (value - expected).abs() < 1e-6), "{z:?}");
    }

    #[test]
    fn scale_and_origin_do_not_count() {
        let scores = [1.0, 2.0, 3.0, 5.0, 8.0, 13.0];
        let z = standardised(scores).expect("is not flat");
        let other = standardised(scores.map(|score| 1e300 * (7.0 * score + 3.0))).expect("is not flat");
        assert!(z.iter().zip(other).all(|(left, right)| (left - right).abs() < 1e-9));
    }

    #[test]
    fn flat_profiles_say_nothing() {
        assert_eq!(standardised([3.0; 6]), None);
        assert_eq!(standardised([0.0; 6]), None);
        assert_eq!(standardised([0.1 + 0.2, 0.3, 0.3, 0.3, 0.3, 0.3]), None);
    }
}
