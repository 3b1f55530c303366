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
//! Who gives no scores says nothing: letters guessed from interests find métiers of the same ROME domain, whose letters they are, and
//! no others.
//!
//! # References
//!
//! - J. L. Holland, *Making vocational choices*, 3rd edition, 1997: the six types.
//! - Of four congruence indices, profile correlation predicted satisfaction best: DOI 10.1177/1069072720909825.

use std::sync::Arc;

use super::answered::Answered;
use super::definition::Definition;
use super::origin::Origin;
use super::sheet::{Labels, Sheet};
use super::student::Student;
use crate::catalogue::{Metier, RiasecLetter};

/// What a minor letter counts beside a major one.
const MINOR_LETTER: f64 = 0.5;

/// Scores whose range is at most this part of the largest are equal but for rounding.
const FLAT: f64 = 4.0 * f64::EPSILON;

pub(super) struct RiasecCriterion;

impl Definition for RiasecCriterion {
    /// The letters R, I, A, S, E, C.
    fn columns(&self, _: &Labels<'_>) -> Vec<Arc<str>> {
        RiasecLetter::ALL.iter().map(|letter| letter.to_string().into()).collect()
    }

    /// `x_ml = v_l / (6 · sd_v)`; none without letters, or when all six are equal.
    fn values(&self, _: &Labels<'_>, sheet: &Sheet<'_>) -> Vec<(usize, f64)> {
        let letters = letters(sheet.metier);
        let mean = letters.iter().sum::<f64>() / 6.0;
        let deviation = (letters.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / 6.0).sqrt();
        if deviation == 0.0 {
            return Vec::new();
        }
        let used = letters.into_iter().enumerate().filter(|(_, value)| 0.0 < *value);
        used.map(|(letter, value)| (letter, value / (6.0 * deviation))).collect()
    }

    fn is_learned(&self) -> bool {
        false
    }

    fn origin(&self, _: &Answered) -> Origin {
        Origin::Answer
    }

    fn answers(&self, student: &Student<'_>, columns: &mut Vec<f64>) {
        let given = student.answered.riasec.and_then(|given| standardised(given.scores()));
        columns.extend(given.into_iter().flatten());
    }
}

/// `v_m`: 1 for a major letter, ½ for a minor one, averaged over the codes of the métier; zeros without any.
pub(super) fn letters(metier: &Metier) -> [f64; 6] {
    let mut letters = [0.0; 6];
    let share = 1.0 / metier.riasec.len() as f64;
    for code in &metier.riasec {
        letters[code.major() as usize] += share;
        if let Some(minor) = code.minor() {
            letters[minor as usize] += MINOR_LETTER * share;
        }
    }
    letters
}

/// `z`, population standard deviation; `None` for a flat profile.
///
/// What all scores have in common is taken out first, without rounding where they are near each other, so `z(x + c) = z(x)`.
fn standardised(scores: [f64; 6]) -> Option<[f64; 6]> {
    // Halves, because the difference of two huge scores would not be finite.
    let scores = scores.map(|score| score / 2.0);
    let magnitude = scores.iter().fold(0.0_f64, |largest, score| largest.max(score.abs()));
    let lowest = scores.iter().fold(f64::INFINITY, |lowest, score| lowest.min(*score));
    let above = scores.map(|score| score - lowest);
    let range = above.iter().fold(0.0_f64, |largest, above| largest.max(*above));
    if range <= FLAT * magnitude {
        return None;
    }
    // On the scale of the range, so that squares stay finite.
    let above = above.map(|above| above / range);
    let mean = above.iter().sum::<f64>() / 6.0;
    let deviation = (above.iter().map(|above| (above - mean) * (above - mean)).sum::<f64>() / 6.0).sqrt();
    Some(above.map(|above| (above - mean) / deviation))
}

#[cfg(test)]
mod tests {
    //! Properties: worked by hand, the reference values, any positive scale gives the same, flat says nothing.

    use super::*;
    use crate::catalogue::Title;
    use crate::criteria::toy::{check, four, id};
    use crate::features::Criterion;
    use crate::profile::Profile;

    #[test]
    fn worked_by_hand() {
        // Scores 1 for R, −1 for C: mean 0, sd = √(2/6) = .577350. Correlations by the definition, cov / (sd · sd):
        // RC: v = 1 and ½, sd_v = √(1.25/6 − (1.5/6)²) = .381881; (1 − ½) / 6 / (.381881 · .577350) = .377964.
        // S: no letter in common, 0. S and RC: v = ½ S, ½ R, ¼ C, sd_v = √(.5625/6 − (1.25/6)²) = .224382;
        // (½ − ¼) / 6 / (.224382 · .577350) = .321634. The last fiche is silent.
        let profile = Profile::builder().riasec([1.0, 0.0, 0.0, 0.0, 0.0, -1.0]);
        check(Criterion::Riasec, &four(), profile, [0.688_982, 0.5, 0.660_817, 0.5]);
    }

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
        for common in [1e9, -1e9, (1_u64 << 40) as f64] {
            assert_eq!(standardised(scores.map(|score| score + common)), Some(z), "{common}");
        }
    }

    #[test]
    fn flat_profiles_say_nothing() {
        assert_eq!(standardised([3.0; 6]), None);
        assert_eq!(standardised([0.0; 6]), None);
        assert_eq!(standardised([0.1 + 0.2, 0.3, 0.3, 0.3, 0.3, 0.3]), None);
        assert_eq!(standardised([1e6 + 1e-10, 1e6, 1e6, 1e6, 1e6, 1e6]), None);
    }

    #[test]
    fn the_largest_numbers_are_standardised() {
        let z = standardised([f64::MAX, -f64::MAX, 0.0, 0.0, 0.0, 0.0]).expect("is not flat");
        let expected = [3.0_f64.sqrt(), -3.0_f64.sqrt(), 0.0, 0.0, 0.0, 0.0];
        assert!(z.iter().zip(expected).all(|(value, expected)| (value - expected).abs() < 1e-12), "{z:?}");
    }

    #[test]
    fn letters_are_averaged_over_codes() {
        let mut metier = Metier::new(id(1), Title::from_heading("x"));
        metier.riasec = ["RI", "S"].map(|code| code.parse().expect("are letters")).into();
        assert_eq!(letters(&metier), [0.5, 0.25, 0.0, 0.5, 0.0, 0.0]);
    }
}
