//! The sector criterion: is the métier in the sectors that the student prefers?
//!
//! # Formula
//!
//! ```text
//! s(m) = (1 / n_m) · Σ_k p_k over the n_m sectors of m
//! ```
//!
//! where `p_k` in [−1, 1] is the preference for sector `k` (0 without one). `s` is in [−1, 1]; without sectors in the fiche it
//! is 0, the neutral value.

use super::query::Resolve;
use crate::profile::AnswerField;

/// The preferences by column of the group.
pub(super) fn answers(resolve: &mut Resolve<'_>) -> Vec<(usize, f64)> {
    resolve.answers(AnswerField::Sectors)
}
