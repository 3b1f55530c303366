//! xQuAD: liked interests that the list does not cover yet come forward.

use super::greedy::{AspectGain, Diversifier};
use super::setting::Lambda;
use crate::explanation::Points;

/// c: how far one métier covers an interest that it carries. Below 1, so that a second métier with the same interest still counts
/// a little.
///
/// The value with which λ = 0.5 was measured; see [`Diversity::XQUAD`](super::Diversity::XQUAD).
pub const COVER: f64 = 0.9;

/// The state of xQuAD: how much of each aspect is still uncovered.
///
/// # Formula
///
/// ```text
/// gain(m) = λ · Σ_{i ∈ I_m} p_i · c · Π_{j above} (1 − c·[i ∈ I_j])
/// ```
///
/// where `p` are the shares of the student's aspects (sum 1, or all 0), `I_m` the aspects of item `m` and `c` is [`COVER`].
/// The relevance that goes with it is `(1 − λ) · r_m`.
pub(super) struct Xquad<'a> {
    lambda: Lambda,
    items: &'a [Vec<usize>],
    shares: &'a [f64],
    uncovered: Vec<f64>,
    n_above: Vec<usize>,
}

impl<'a> Xquad<'a> {
    /// `items` holds the aspects of each item, `shares` the share `p_i` of each aspect.
    pub(super) fn new(lambda: Lambda, items: &'a [Vec<usize>], shares: &'a [f64]) -> Self {
        Self { lambda, items, shares, uncovered: vec![1.0; shares.len()], n_above: vec![0; shares.len()] }
    }

    fn aspect_gain(&self, aspect: usize) -> Points {
        Points::of(self.lambda.value() * self.shares[aspect], COVER * self.uncovered[aspect])
    }
}

impl Diversifier for Xquad<'_> {
    fn gain(&self, item: usize) -> Points {
        self.items[item].iter().map(|aspect| self.aspect_gain(*aspect)).sum()
    }

    fn choose(&mut self, item: usize) {
        for &aspect in &self.items[item] {
            self.uncovered[aspect] *= 1.0 - COVER;
            self.n_above[aspect] += 1;
        }
    }

    /// The aspect that gains most among those that the rival lacks; of equal ones the first.
    fn aspect(&self, item: usize, rival: usize) -> Option<AspectGain> {
        let lacked = self.items[item].iter().copied().filter(|aspect| !self.items[rival].contains(aspect));
        let best = lacked.reduce(|best, other| if self.aspect_gain(best) < self.aspect_gain(other) { other } else { best })?;
        Some(AspectGain { aspect: best, n_above: self.n_above[best] })
    }
}
