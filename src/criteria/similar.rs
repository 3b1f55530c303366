//! The similar criterion: what does a métier share with those the student likes?
//!
//! # Formula
//!
//! ```text
//! s(m) = cos(v_m, Σ_l v_l) = Σ_j x_mj · c_j,   c = Σ_l x_l / ‖Σ_l x_l‖ over the liked métiers l
//! ```
//!
//! where `v_m` has the weight of each interest of `m`, 1 for each of its sectors and 1 for each of its domains of the ROME, and
//! `x_m = v_m / ‖v_m‖`. `s` is in [0, 1]: sharing nothing with a liked métier is neutral, not bad. The terms are what both share.
//!
//! # References
//!
//! J. Rocchio, « Relevance feedback in information retrieval », in *The SMART retrieval system*, 1971: the centroid of what was liked.

use std::sync::Arc;

use super::answered::Answered;
use super::definition::Definition;
use super::origin::Origin;
use super::sheet::{Labels, Sheet};
use super::student::Student;
use crate::features::Criterion;

pub(super) struct SimilarCriterion;

impl Definition for SimilarCriterion {
    /// Interests, then sectors, then domains.
    fn columns(&self, labels: &Labels<'_>) -> Vec<Arc<str>> {
        [labels.interests.columns(), labels.sectors.columns(), labels.domains.columns()].concat()
    }

    fn values(&self, labels: &Labels<'_>, sheet: &Sheet<'_>) -> Vec<(usize, f64)> {
        let (n_interests, n_sectors) = (labels.interests.len(), labels.sectors.len());
        let interests = sheet.interests.iter().map(|interest| (*interest, labels.interest_weights[*interest]));
        let sectors = sheet.sectors.iter().map(|sector| (n_interests + sector, 1.0));
        let domains = sheet.domains.iter().map(|domain| (n_interests + n_sectors + domain, 1.0));
        let entries: Vec<(usize, f64)> = interests.chain(sectors).chain(domains).collect();
        let length = entries.iter().map(|(_, value)| value * value).sum::<f64>().sqrt();
        entries.into_iter().map(|(column, value)| (column, value / length)).collect()
    }

    fn is_learned(&self) -> bool {
        false
    }

    fn origin(&self, _: &Answered) -> Origin {
        Origin::Answer
    }

    fn answers(&self, student: &Student<'_>, columns: &mut Vec<f64>) {
        if student.answered.liked.is_empty() {
            return;
        }
        let group = student.model.space().group(Criterion::Similar);
        let mut sum = vec![0.0; group.len()];
        for position in &student.answered.liked {
            for (column, value) in student.model.matrix().row(*position).entries_in(&group) {
                sum[column] += value;
            }
        }
        let length = sum.iter().map(|value| value * value).sum::<f64>().sqrt();
        if 0.0 < length {
            columns.extend(sum.into_iter().map(|value| value / length));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::catalogue::{Catalogue, Interest, Metier, Title};
    use crate::criteria::toy::{check, four, id, row};
    use crate::features::Criterion;
    use crate::profile::Profile;

    // The first métier has A, B, « bois » and K21, so ½ in four columns; the second A, C, both sectors and both domains, 1/√6 = .408248
    // in six; the third B, C, « mer » and A12, ½ in four. They share 3, 1 and 3 columns: cosines 3/(2√6) = .612372, ¼ and .612372.

    #[test]
    fn one_liked_metier_worked_by_hand() {
        check(Criterion::Similar, &four(), Profile::builder().likes_metier(id(0)), [1.0, 0.806_186, 0.625, 0.5]);
    }

    #[test]
    fn interests_weigh_as_they_are_rare() {
        // Of three fiches, A and B have one and two: √(ln(4/2)) = .832555 and √(ln(4/3)) = .536360, on average 1: 1.216372 and .783628.
        // The first fiche has both, at length 1.446940, so .840652 and .541577; the others have B alone, which is 1.
        let metier = |number: usize, labels: &[&str]| Metier {
            interests: labels.iter().map(|label| Interest::new(label)).collect(),
            ..Metier::new(id(number), Title::from_heading("x"))
        };
        let catalogue = Catalogue::from_metiers([metier(0, &["A", "B"]), metier(1, &["B"]), metier(2, &[])]).catalogue;
        let found = [0, 1].map(|position| row(Criterion::Similar, &catalogue, position));
        for ((label, found), (expected_label, expected)) in
            found.iter().flatten().zip([("A", 0.840_652), ("B", 0.541_577), ("B", 1.0)])
        {
            assert!(label == expected_label && (found - expected).abs() < 1e-6, "{label}: expected {expected}, found {found}");
        }
    }

    #[test]
    fn two_liked_metiers_worked_by_hand() {
        // The length of the sum is √(1 + 1 + 2 · .612372) = 1.795758. s = 1.612372 / 1.795758 = .897879 for both of them, and
        // (.25 + .612372) / 1.795758 = .480227 for the third.
        let profile = Profile::builder().likes_metier(id(0)).likes_metier(id(1));
        check(Criterion::Similar, &four(), profile, [0.948_939, 0.948_939, 0.740_114, 0.5]);
    }
}
