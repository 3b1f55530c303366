//! The best rows found so far, and the score that a row must reach to matter.

use crate::explanation::Points;
use crate::ranking::order::{Candidate, Rounded};

/// Rows that may be among the first `k` or tie with rank `k`.
///
/// A row below [`cut`](Self::cut) has a rounded score below that of `k` other rows.
#[derive(Debug)]
pub(super) struct Shortlist {
    k: usize,
    found: Vec<(f64, u32)>,
    /// How many rows are gathered before the worst of them leave.
    capacity: usize,
    cut: f64,
}

impl Shortlist {
    /// An empty list for the first `k` rows, at least one.
    pub(super) fn new(k: usize) -> Self {
        // Finite, so that −∞, which stands for what gates keep out, never comes in.
        Self { k, found: Vec::with_capacity(2 * k.min(1 << 10)), capacity: k.saturating_mul(2), cut: f64::MIN }
    }

    /// The lowest score that still matters.
    #[inline]
    pub(super) fn cut(&self) -> f64 {
        self.cut
    }

    /// Adds a row that reaches the cut.
    #[inline]
    pub(super) fn push(&mut self, score: f64, position: u32) {
        self.found.push((score, position));
        if self.capacity <= self.found.len() {
            self.tighten();
        }
    }

    /// Raises the cut to the score of rank `k`, if there are so many.
    pub(super) fn tighten(&mut self) {
        if self.k <= self.found.len() {
            let (_, kth, _) = self.found.select_nth_unstable_by(self.k - 1, |left, right| right.0.total_cmp(&left.0));
            self.cut = Rounded::of(Points::exactly(kth.0)).lower_edge();
            let cut = self.cut;
            self.found.retain(|(score, _)| cut <= *score);
        }
        // Many ties may stay; the next time must be far enough that each row is moved a few times only.
        self.capacity = self.k.max(self.found.len()).saturating_mul(2);
    }

    /// The rows as candidates: the first `k` and all that tie with rank `k` are among them.
    pub(super) fn into_candidates(self) -> Vec<Candidate> {
        let candidate = |(score, position): (f64, u32)| Candidate::new(position as usize, Points::exactly(score));
        self.found.into_iter().map(candidate).collect()
    }
}
