//! The first métiers in order, and where each stands.

use std::cmp::Reverse;

use super::exact::Question;
use super::layout::Layout;
use crate::ranking::order::{Candidate, Standing};

impl Layout {
    /// The first `k` métiers in order, with where each stands.
    ///
    /// The order is: rounded score, highest first; then the hash of the identifier; then the identifier, should two hashes be equal.
    pub(in crate::ranking) fn placed(&self, question: Question<'_>, k: usize, seed: u64) -> Vec<(Candidate, Standing)> {
        let mut candidates = self.first(question, k);
        if 0 < k && k < candidates.len() {
            let (_, kth, _) = candidates.select_nth_unstable_by_key(k - 1, |candidate| Reverse(candidate.score));
            let threshold = kth.score;
            candidates.retain(|candidate| threshold <= candidate.score);
        }
        candidates.sort_unstable_by_key(|candidate| Reverse(candidate.score));
        let mut placed: Vec<(Candidate, Standing)> = Vec::with_capacity(k.min(candidates.len()));
        for (index, tied) in candidates.chunk_by_mut(|left, right| left.score == right.score).enumerate() {
            let n_tied = tied.len();
            for candidate in self.lots.draw(tied, k - placed.len(), seed) {
                placed.push((*candidate, Standing { rank: placed.len() + 1, tie_group: index + 1, n_tied }));
            }
        }
        placed
    }
}
