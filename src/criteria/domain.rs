//! The domain criterion: is the métier in professional domains where the student's interests are at home?
//!
//! # Formula
//!
//! ```text
//! s(m) = (1 / n_m) · Σ_k p_k over the n_m domains of m
//! ```
//!
//! where a domain is the first three characters of a ROME code (K21, education) and `p_k` how much the student's interests and level
//! change the expected share of domain `k` ([`Inference`](crate::features::Inference)). Nobody is asked about domains, so it is
//! always inferred and marked so; `s` is in [−1, 1] and mostly small. It sets métiers apart that have the same interests.

use super::inferred::Inferred;
use crate::features::Criterion;

/// Writes what the answers on interests say about each domain into the columns of the group; tells whether they say something.
pub(super) fn fill(inferred: &Inferred<'_>, columns: &mut [f64]) -> bool {
    inferred.fill(Criterion::Domain, columns)
}
