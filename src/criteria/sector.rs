//! The sector criterion: is the métier in the sectors that the student prefers?
//!
//! # Formula
//!
//! ```text
//! s(m) = (1 / n_m) · Σ_k p_k over the n_m sectors of m
//! ```
//!
//! where `p_k` in [−1, 1] is the preference for sector `k` (0 without one). `s` is in [−1, 1]; without sectors in the fiche it
//! is 0, the neutral value. Without any preference given, `p_k` is how much the student's interests and level change the expected
//! share of sector `k` ([`Inference`](crate::features::Inference)): small, and marked as inferred in the explanation.

use super::inferred::Inferred;
use super::resolve::Resolve;
use crate::features::Criterion;
use crate::profile::AnswerField;

/// Writes the preferences that are given into the columns of the group.
pub(super) fn fill(resolve: &mut Resolve<'_>, columns: &mut [f64]) {
    resolve.fill(AnswerField::Sectors, columns);
}

/// Writes what the answers on interests say into the columns of the group, when no preference is given; tells whether they say
/// something.
pub(super) fn infer(inferred: &Inferred<'_>, columns: &mut [f64]) -> bool {
    inferred.fill(Criterion::Sector, columns)
}
