//! How different the items of one list are.

use std::collections::BTreeSet;

/// Intra-list diversity: the mean dissimilarity of all pairs of items of a list.
///
/// In [0, 1], higher is more diverse, when `similarity` gives finite values in [0, 1]; it is taken
/// as symmetric, and the order of the list does not matter. It is `None` for fewer than two items,
/// which have no pair.
///
/// # Formula
///
/// ```text
/// ILD = 2 / (n(n−1)) · Σ_{i<j} (1 − similarity(i, j))
/// ```
///
/// where n is the length of the list.
///
/// ```
/// use std::collections::BTreeSet;
/// use boussole_evaluation::{intra_list_diversity, weighted_jaccard};
///
/// let interests = [BTreeSet::from(["air", "sea"]), BTreeSet::from(["sea"]), BTreeSet::from(["law"])];
/// let diversity = intra_list_diversity(&interests, |a, b| weighted_jaccard(a, b, |_| 1.0));
/// assert_eq!(diversity, Some((0.5 + 1.0 + 1.0) / 3.0));
/// ```
///
/// # References
///
/// - Ziegler, `McNee`, Konstan & Lausen 2005, *Improving recommendation lists through topic
///   diversification*, doi:10.1145/1060745.1060754
#[must_use]
pub fn intra_list_diversity<T>(items: &[T], similarity: impl Fn(&T, &T) -> f64) -> Option<f64> {
    let mut total = 0.0;
    let mut n_pairs = 0_usize;
    for (position, first) in items.iter().enumerate() {
        for second in &items[position + 1..] {
            total += 1.0 - similarity(first, second);
            n_pairs += 1;
        }
    }
    (n_pairs > 0).then(|| total / n_pairs as f64)
}

/// Weighted Jaccard similarity of two sets, in [0, 1]: the weight that they share over the weight
/// of their union.
///
/// Weights that are negative or not finite count as 0. Two sets without weight, such as two empty
/// ones, have similarity 1: nothing tells them apart.
///
/// # Formula
///
/// ```text
/// J_w(A, B) = Σ_{i ∈ A∩B} wᵢ / Σ_{i ∈ A∪B} wᵢ
/// ```
///
/// where wᵢ is the weight of element i.
///
/// # References
///
/// - Ioffe 2010, *Improved consistent sampling, weighted minhash and L1 sketching*,
///   doi:10.1109/ICDM.2010.80 (weighted Jaccard)
#[must_use]
pub fn weighted_jaccard<T: Ord>(left: &BTreeSet<T>, right: &BTreeSet<T>, weight: impl Fn(&T) -> f64) -> f64 {
    let weight = |element: &T| Some(weight(element)).filter(|weight| weight.is_finite() && *weight > 0.0).unwrap_or(0.0);
    let union: f64 = left.union(right).map(weight).sum();
    if union > 0.0 { left.intersection(right).map(weight).sum::<f64>() / union } else { 1.0 }
}

#[cfg(test)]
mod tests {
    //! - The reference of the science brief; weights by hand.
    //! - Too short lists, empty sets, useless weights.

    use std::collections::BTreeSet;

    use super::{intra_list_diversity, weighted_jaccard};

    #[track_caller]
    fn check(sets: &[&[u8]], expected: Option<f64>) {
        let sets: Vec<BTreeSet<u8>> = sets.iter().map(|set| set.iter().copied().collect()).collect();
        let found = intra_list_diversity(&sets, |a, b| weighted_jaccard(a, b, |_| 1.0));
        assert_eq!(found.map(|found| format!("{found:.6}")), expected.map(|expected| format!("{expected:.6}")));
    }

    /// Science brief, section 6.
    #[test]
    fn matches_the_science_brief() {
        check(&[&[1, 2], &[1, 2, 3], &[4]], Some(0.777_778));
        check(&[&[], &[]], Some(0.0));
    }

    #[test]
    fn short_lists_have_no_diversity() {
        check(&[], None);
        check(&[&[1]], None);
    }

    #[test]
    fn weights_decide_what_is_shared() {
        let (left, right) = (BTreeSet::from([1, 2]), BTreeSet::from([2, 3]));
        let similarity = |weight: fn(&u8) -> f64| weighted_jaccard(&left, &right, weight).to_string();
        assert_eq!(similarity(|&i| f64::from(i)), (2.0_f64 / 6.0).to_string());
        assert_eq!(similarity(|&i| if i == 2 { f64::NAN } else { 1.0 }), "0");
        assert_eq!(similarity(|_| -1.0), "1");
    }
}
