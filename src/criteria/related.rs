//! The related criterion: interests that often go with those the student spoke about. Off by default.
//!
//! # Formula
//!
//! ```text
//! s(m) = Σ_j ã_j · x_mj over the interests j of m that the student did not answer,   ã_j = Σ_i R_ij a_i
//! ```
//!
//! where `x` is that of the interest criterion and `R` says which interests go together
//! (`Relatedness` in `src/features`). `s` is in (−1, 1). It smooths lists of few answers (the share of métiers with a score
//! of exactly zero falls from 72 % to 6 % for three likes), and changes long ones little; a quarter of the interest weight is a good
//! value. It is a criterion of its own so that what was said and what was guessed never mix.

use std::sync::Arc;

use super::answered::Answered;
use super::definition::Definition;
use super::interest::shares;
use super::origin::Origin;
use super::sheet::{Labels, Sheet};
use super::student::Student;
use crate::profile::AnswerField;

pub(super) struct RelatedCriterion;

impl Definition for RelatedCriterion {
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
        Origin::Inference
    }

    fn answers(&self, student: &Student<'_>, columns: &mut Vec<f64>) {
        columns.extend_from_slice(&student.model.relatedness().implied(student.answered.answers(AnswerField::Interests)));
    }
}

#[cfg(test)]
mod tests {
    use crate::criteria::toy::{check, four};
    use crate::features::Criterion;
    use crate::profile::Profile;

    #[test]
    fn worked_by_hand() {
        // Any two interests have one métier in common, of two each: cos = ½, and R = ½ once columns sum to 1.
        // ã_C = ½ · 1 − ½ · ½ = ¼; A and B were answered, so nothing is implied about them. s = ¼ · .2 for AC and BC.
        let profile = Profile::builder().interest("A", 1.0).interest("B", -0.5);
        check(Criterion::Related, &four(), profile, [0.5, 0.525, 0.525, 0.5]);
    }
}
