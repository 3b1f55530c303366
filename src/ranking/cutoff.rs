//! Where the first of some scores end, and how many métiers share the last places.

use super::order::Rounded;

/// Where the list of the first `k` métiers ends.
///
/// Métiers with a higher score than [`last`](Self::last) are shown whatever the tie-break; [`n_left`](Self::n_left) of the
/// [`n_tied`](Self::n_tied) with that score are shown by its grace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Cutoff {
    /// The lowest score that is shown.
    pub last: Rounded,
    /// How many places are left for métiers with this score, at least one.
    pub n_left: usize,
    /// How many métiers have this score, at least [`n_left`](Self::n_left).
    pub n_tied: usize,
}

impl Cutoff {
    /// Where the first `k` of the scores end, or all of them if there are fewer; `None` when nothing is shown.
    pub fn of(scores: &[Rounded], k: usize) -> Option<Self> {
        let n_shown = k.min(scores.len());
        let mut descending = scores.to_vec();
        let (_, last, _) = descending.select_nth_unstable_by(n_shown.checked_sub(1)?, |left, right| right.cmp(left));
        let last = *last;
        let n_above = scores.iter().filter(|score| last < **score).count();
        let n_tied = scores.iter().filter(|score| last == **score).count();
        Some(Self { last, n_left: n_shown - n_above, n_tied })
    }
}
