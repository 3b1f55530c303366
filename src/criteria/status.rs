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

use super::resolve::Resolve;
use crate::profile::AnswerField;

/// Writes the preferences into the columns of the group.
pub(super) fn fill(resolve: &mut Resolve<'_>, columns: &mut [f64]) {
    resolve.fill(AnswerField::Statuses, columns);
}
