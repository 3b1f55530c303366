//! Maximal marginal relevance: métiers that differ from those above come forward.

use super::greedy::Diversifier;
use super::setting::Lambda;
use crate::explanation::Points;

/// The state of MMR: how near each item is to the nearest one above.
///
/// # Formula
///
/// ```text
/// gain(m) = (1 − λ) · (1 − max_{j above} J_w(I_m, I_j)),   J_w(A, B) = Σ_{i ∈ A∩B} w_i / Σ_{i ∈ A∪B} w_i
/// ```
///
/// where `I_m` are the interests of item `m` and `w` their weights; `J_w` of two empty sets is 1, of an empty and another one
/// [`UNKNOWN_SIMILARITY`], and the maximum is 0 for the first item. The relevance that goes with it is `λ · r_m`. Against `λ·r − (1−λ)·max J` all sums are larger by
/// `1 − λ`, so the order is the same and no gain is negative.
pub(super) struct Mmr<'a> {
    lambda: Lambda,
    items: &'a [Vec<usize>],
    weights: &'a [f64],
    nearest: Vec<f64>,
}

impl<'a> Mmr<'a> {
    /// `items` holds the interests of each item in ascending order, `weights` the weight of each interest.
    pub(super) fn new(lambda: Lambda, items: &'a [Vec<usize>], weights: &'a [f64]) -> Self {
        Self { lambda, items, weights, nearest: vec![0.0; items.len()] }
    }
}

impl Diversifier for Mmr<'_> {
    fn gain(&self, item: usize) -> Points {
        Points::of(self.lambda.rest(), 1.0 - self.nearest[item])
    }

    fn choose(&mut self, chosen: usize) {
        for (nearest, item) in self.nearest.iter_mut().zip(self.items) {
            *nearest = nearest.max(weighted_jaccard(item, &self.items[chosen], self.weights));
        }
    }
}

/// The similarity of an item without interests to one with some, which is unknown. Midway, since a silent fiche should neither
/// come forward as the most different one nor fall behind; the neutral value of criteria is the same.
const UNKNOWN_SIMILARITY: f64 = 0.5;

/// `J_w` of two sets, each in ascending order; in [0, 1].
fn weighted_jaccard(left: &[usize], right: &[usize], weights: &[f64]) -> f64 {
    if left.is_empty() != right.is_empty() {
        return UNKNOWN_SIMILARITY;
    }
    let weight = |interests: &[usize]| interests.iter().map(|interest| weights[*interest]).sum::<f64>();
    let shared = left.iter().filter(|interest| right.binary_search(interest).is_ok());
    let shared: f64 = shared.map(|interest| weights[*interest]).sum();
    let union = weight(left) + weight(right) - shared;
    // Rounding may leave the union a little below what is shared.
    if 0.0 < union { (shared / union).min(1.0) } else { 1.0 }
}

#[cfg(test)]
mod tests {
    //! Properties: similarity by hand, 1 for equal and for empty sets, midway when one is unknown.

    use super::*;

    #[track_caller]
    fn check(left: &[usize], right: &[usize], expected: f64) {
        for similarity in [weighted_jaccard(left, right, &[1.0, 0.5, 2.0]), weighted_jaccard(right, left, &[1.0, 0.5, 2.0])] {
            assert!((similarity - expected).abs() < 1e-12, "{left:?}, {right:?}: {similarity}");
        }
    }

    #[test]
    fn similarity_is_shared_weight_over_all_weight() {
        check(&[0, 1], &[1, 2], 0.5 / 3.5);
        check(&[0, 1, 2], &[0, 1, 2], 1.0);
        check(&[0], &[1, 2], 0.0);
        check(&[0], &[], UNKNOWN_SIMILARITY);
        check(&[], &[], 1.0);
    }
}
