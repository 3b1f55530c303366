//! The status criterion: does the métier offer the statuses that the student prefers?
//!
//! # Formula
//!
//! ```text
//! s(m) = (1 / n_m) · Σ_k p_k over the n_m statuses of m
//! ```
//!
//! where `p_k` in [−1, 1] is the preference for status `k` (0 without one). The mean, not the sum: a métier does not gain by
//! listing many statuses. `s` is in [−1, 1]; without statuses in the fiche it is 0, the neutral value.

use std::sync::Arc;

use super::answered::Answered;
use super::definition::Definition;
use super::origin::Origin;
use super::sheet::{Labels, Sheet, equal_shares};
use super::student::Student;
use crate::profile::AnswerField;

pub(super) struct StatusCriterion;

impl Definition for StatusCriterion {
    /// One per status of the catalogue.
    fn columns(&self, labels: &Labels<'_>) -> Vec<Arc<str>> {
        labels.statuses.columns()
    }

    fn values(&self, _: &Labels<'_>, sheet: &Sheet<'_>) -> Vec<(usize, f64)> {
        equal_shares(&sheet.statuses)
    }

    fn is_learned(&self) -> bool {
        false
    }

    fn origin(&self, _: &Answered) -> Origin {
        Origin::Answer
    }

    fn answers(&self, student: &Student<'_>, columns: &mut Vec<f64>) {
        columns.extend_from_slice(student.answered.answers(AnswerField::Statuses));
    }
}

#[cfg(test)]
mod tests {
    use crate::criteria::toy::{check, four};
    use crate::features::Criterion;
    use crate::profile::Profile;

    #[test]
    fn worked_by_hand() {
        // s = −½ for the salaried; (−½ + 1) / 2 = ¼ for both; 1 for the artisan; the last fiche is silent.
        let profile = Profile::builder().status("salarié", -0.5).status("artisan", 1.0);
        check(Criterion::Status, &four(), profile, [0.25, 0.625, 1.0, 0.5]);
    }
}
