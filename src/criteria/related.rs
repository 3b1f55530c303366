//! The related criterion: interests that often go with those the student spoke about. Off by default.
//!
//! # Formula
//!
//! ```text
//! s(m) = Σ_j ã_j · w_j / (W_m + κ) over the interests j of m that the student did not answer,   ã_j = Σ_i R_ij a_i
//! ```
//!
//! where `R` says which interests go together ([`Relatedness`](crate::features::Relatedness)). `s` is in (−1, 1). It smooths lists of few answers
//! (the share of métiers with a score of exactly zero falls from 72 % to 6 % for three likes), and changes long ones little; a
//! quarter of the interest weight is a good value. It is a criterion of its own so that what was said and what was guessed never mix.

use super::inferred::Inferred;

/// Writes what the answers imply into the columns of the group; tells whether they imply something.
pub(super) fn fill(inferred: &Inferred<'_>, columns: &mut [f64]) -> bool {
    inferred.fill_related(columns)
}
