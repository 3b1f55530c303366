//! The sector criterion: is the métier in the sectors that the student prefers?
//!
//! # Formula
//!
//! ```text
//! s(m) = (1 / n_m) · Σ_k p_k over the n_m sectors of m
//! ```
//!
//! where `p_k` in [−1, 1] is the preference for sector `k` (0 without one). `s` is in [−1, 1]; without sectors in the fiche it
//! is 0, the neutral value. Without any preference, `p_k` is how much the student's interests and level change the expected
//! share of sector `k` (`Inference` in `src/features`): small, and marked as inferred in the explanation.

use std::sync::Arc;

use super::answered::{Answered, is_spoken};
use super::definition::Definition;
use super::origin::Origin;
use super::sheet::{Labels, Sheet, equal_shares};
use super::student::Student;
use crate::features::Criterion;
use crate::profile::AnswerField;

pub(super) struct SectorCriterion;

impl Definition for SectorCriterion {
    /// One per sector of the catalogue.
    fn columns(&self, labels: &Labels<'_>) -> Vec<Arc<str>> {
        labels.sectors.columns()
    }

    fn values(&self, _: &Labels<'_>, sheet: &Sheet<'_>) -> Vec<(usize, f64)> {
        equal_shares(&sheet.sectors)
    }

    fn is_learned(&self) -> bool {
        true
    }

    fn origin(&self, answered: &Answered) -> Origin {
        if is_spoken(answered.answers(AnswerField::Sectors)) { Origin::Answer } else { Origin::Inference }
    }

    fn answers(&self, student: &Student<'_>, columns: &mut Vec<f64>) {
        match student.origin(Criterion::Sector) {
            Origin::Answer => columns.extend_from_slice(student.answered.answers(AnswerField::Sectors)),
            Origin::Constraint | Origin::Inference => student.infer(Criterion::Sector, columns),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::catalogue::AccessLevel;
    use crate::criteria::toy::{check, four, pairs};
    use crate::features::Criterion;
    use crate::profile::Profile;

    #[test]
    fn worked_by_hand() {
        // s = 1 for « bois »; (1 + 0) / 2 for « bois » and « mer »; 0 for « mer »; the last fiche is silent.
        check(Criterion::Sector, &four(), Profile::builder().likes("A").sector("bois", 1.0), [1.0, 0.75, 0.5, 0.5]);
    }

    #[test]
    fn inferred_by_hand() {
        // One unit of A adds 5/22 to the expected share of « bois » and takes as much from that of « mer », see `toy::pairs`; no B as much.
        let profile = Profile::builder().likes("A").dislikes("B");
        check(Criterion::Sector, &pairs(), profile, [0.727_273, 0.727_273, 0.272_727, 0.272_727]);
        // One answer is too little to guess from, and a level is no taste.
        check(Criterion::Sector, &pairs(), Profile::builder().likes("A").willing(AccessLevel::Bac), [0.5; 4]);
    }
}
