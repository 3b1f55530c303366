//! The interest criterion: how much of what a métier is about the student likes.
//!
//! # Formula
//!
//! ```text
//! s(m) = Σ_i a_i · x_mi,   x_mi = w_i / (W_m + κ),   W_m = Σ w_i over the interests of m
//! ```
//!
//! where `a_i` in [−1, 1] is the answer to interest `i` (0 without one; lowered by what bothers the student,
//! [`Constraint`](crate::profile::Constraint)), `w` the weight of an interest,
//! from its rarity ([`interest_weights`](crate::features::interest_weights)) times its factor
//! ([`InterestFactors`](crate::features::InterestFactors), 1 unless somebody decided otherwise), and `κ` = [`INTEREST_SHRINKAGE`]. It is linear in the answers. `s` is in
//! (−1, 1); without interests in the fiche it is 0, the neutral value.
//!
//! # References
//!
//! S. Lundberg, S.-I. Lee, « A unified approach to interpreting model predictions », 2017, arXiv:1705.07874: for a linear
//! function the Shapley value of an input is its term.

use std::sync::Arc;

use super::answered::Answered;
use super::definition::Definition;
use super::origin::Origin;
use super::sheet::{Labels, Sheet};
use super::student::Student;
use crate::features::INTEREST_SHRINKAGE;

pub(super) struct InterestCriterion;

impl Definition for InterestCriterion {
    /// One per interest of the catalogue.
    fn columns(&self, labels: &Labels<'_>) -> Vec<Arc<str>> {
        labels.interests.columns()
    }

    fn values(&self, labels: &Labels<'_>, sheet: &Sheet<'_>) -> Vec<(usize, f64)> {
        shares(labels, sheet)
    }

    fn is_learned(&self) -> bool {
        false
    }

    fn origin(&self, _: &Answered) -> Origin {
        Origin::Answer
    }

    fn answers(&self, student: &Student<'_>, columns: &mut Vec<f64>) {
        columns.extend(student.answered.lowered_interests());
    }
}

/// `x_mi` of the interests of a métier, which the related criterion has too.
pub(super) fn shares(labels: &Labels<'_>, sheet: &Sheet<'_>) -> Vec<(usize, f64)> {
    let weight = |interest: &usize| labels.counted_weights[*interest];
    let total: f64 = sheet.interests.iter().map(weight).sum();
    sheet.interests.iter().map(|interest| (*interest, weight(interest) / (total + INTEREST_SHRINKAGE))).collect()
}

#[cfg(test)]
mod tests {
    use crate::criteria::toy::{check, four};
    use crate::features::{Criterion, FeatureModel};
    use crate::profile::Profile;

    #[test]
    fn worked_by_hand() {
        // Each interest has two métiers, so all weigh 1, and x = 1 / (2 + 3) = .2 where there are two.
        // s = .2 − .1 = .1 for AB; .2 for AC; −.1 for BC; the last fiche is silent.
        let profile = Profile::builder().interest("A", 1.0).interest("B", -0.5);
        check(Criterion::Interest, &four(), profile, [0.55, 0.6, 0.45, 0.5]);
    }

    #[test]
    fn a_factor_stands_beside_the_rarity() {
        // With factor 2 on A, x_A = 2 / (2 + 1 + 3) and x_B = 1 / 6 where both are; with 0 an interest has nothing and takes nothing.
        let row = |factors: &[f64], position| {
            let model = FeatureModel::with_factors(&four(), factors);
            let group = model.space().group(Criterion::Interest);
            model.matrix().row(position).entries_in(&group).collect::<Vec<_>>()
        };
        assert_eq!(row(&[2.0, 1.0, 1.0], 0), [(0, 2.0 / 6.0), (1, 1.0 / 6.0)]);
        let [(0, nothing), (1, quarter)] = row(&[0.0, 1.0, 1.0], 0)[..] else { panic!("two interests have a column") };
        assert!(nothing == 0.0 && (quarter - 0.25).abs() < 1e-15, "{nothing} {quarter}");
        let [(1, second), (2, third)] = row(&[2.0, 1.0, 1.0], 2)[..] else { panic!("two interests have a column") };
        assert!((second - 0.2).abs() < 1e-15 && (third - 0.2).abs() < 1e-15, "{second} {third}");
    }
}
