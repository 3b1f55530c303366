//! The domain criterion: is the métier in professional domains where the student's interests are at home?
//!
//! # Formula
//!
//! ```text
//! s(m) = (1 / n_m) · Σ_k p_k over the n_m domains of m
//! ```
//!
//! where a domain is the first three characters of a ROME code (K21, education) and `p_k` how much the student's interests and level
//! change the expected share of domain `k` (`Inference` in `src/features`). Nobody is asked about domains, so it is
//! always inferred and marked so; `s` is in [−1, 1] and mostly small. It sets métiers apart that have the same interests.

use std::sync::Arc;

use super::answered::Answered;
use super::definition::Definition;
use super::origin::Origin;
use super::sheet::{Labels, Sheet, equal_shares};
use super::student::Student;
use crate::features::Criterion;

pub(super) struct DomainCriterion;

impl Definition for DomainCriterion {
    /// One per domain that a ROME code of the catalogue is in.
    fn columns(&self, labels: &Labels<'_>) -> Vec<Arc<str>> {
        labels.domains.columns()
    }

    fn values(&self, _: &Labels<'_>, sheet: &Sheet<'_>) -> Vec<(usize, f64)> {
        equal_shares(&sheet.domains)
    }

    fn is_learned(&self) -> bool {
        true
    }

    fn origin(&self, _: &Answered) -> Origin {
        Origin::Inference
    }

    fn answers(&self, student: &Student<'_>, columns: &mut Vec<f64>) {
        student.infer(Criterion::Domain, columns);
    }
}

#[cfg(test)]
mod tests {
    use crate::catalogue::AccessLevel;
    use crate::criteria::toy::{check, four, pairs, row};
    use crate::features::Criterion;
    use crate::profile::Profile;

    #[test]
    fn inferred_by_hand() {
        // One unit of A adds 5/22 to the expected share of K21 and takes as much from that of A12, see `toy::pairs`; no B as much.
        let profile = Profile::builder().likes("A").dislikes("B");
        check(Criterion::Domain, &pairs(), profile, [0.727_273, 0.727_273, 0.272_727, 0.272_727]);
        // One answer is too little to guess from, and a level is no taste.
        check(Criterion::Domain, &pairs(), Profile::builder().likes("A").willing(AccessLevel::Bac), [0.5; 4]);
    }

    #[test]
    fn a_metier_in_two_domains_is_half_in_each() {
        // Two codes of one domain are one.
        assert_eq!(row(Criterion::Domain, &four(), 0), [("K21".to_owned(), 1.0)]);
        assert_eq!(row(Criterion::Domain, &four(), 1), [("A12".to_owned(), 0.5), ("K21".to_owned(), 0.5)]);
        assert_eq!(row(Criterion::Domain, &four(), 3), []);
    }
}
