//! The interest criterion: how much of what a métier is about the student likes.
//!
//! # Formula
//!
//! ```text
//! s(m) = Σ_i a_i · w_i / (W_m + κ)
//! ```
//!
//! where `a_i` in [−1, 1] is the answer to interest `i` (0 without one) and `w_i / (W_m + κ)` the value of the row
//! ([`FeatureMatrix`](crate::features::FeatureMatrix)). It is linear in the answers, so what an answer contributes is exactly what
//! erasing it would change. `s` is in (−1, 1); without interests in the fiche it is 0, the neutral value.
//!
//! # References
//!
//! S. Lundberg, S.-I. Lee, « A unified approach to interpreting model predictions », 2017, arXiv:1705.07874: for a linear
//! function the Shapley value of an input is its term.

use super::resolve::Resolve;
use crate::profile::AnswerField;

/// Writes the answers into the columns of the group.
pub(super) fn fill(resolve: &mut Resolve<'_>, columns: &mut [f64]) {
    resolve.fill(AnswerField::Interests, columns);
}
