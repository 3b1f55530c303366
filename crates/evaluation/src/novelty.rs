//! How far a list leaves what everybody is shown.

use std::collections::BTreeMap;

/// Novelty of a list, in bits, higher is rarer: the mean self-information of its items.
///
/// In [0, log₂ Σ x]. An item that no list shows counts as shown once, so that the mean stays
/// finite. It is `None` for an empty list and when nothing was ever shown.
///
/// # Formula
///
/// ```text
/// novelty = 1/n · Σ_{i ∈ list} −log₂(max(xᵢ, 1) / Σ x)
/// ```
///
/// where xᵢ counts how often item i is shown ([`appearance_counts`](super::appearance_counts)) and
/// n is the length of the list.
///
/// ```
/// use std::collections::BTreeMap;
/// use boussole_evaluation::novelty;
///
/// let counts = BTreeMap::from([("baker", 3), ("welder", 1)]);
/// assert_eq!(novelty(&["welder"], &counts), Some(2.0)); // shown once in four times
/// ```
///
/// # References
///
/// - Zhou et al. 2010, *Solving the apparent diversity-accuracy dilemma of recommender systems*,
///   doi:10.1073/pnas.1000488107
/// - Vargas & Castells 2011, *Rank and relevance in novelty and diversity metrics for recommender
///   systems*, doi:10.1145/2043932.2043955
#[must_use]
pub fn novelty<Id: Ord>(list: &[Id], counts: &BTreeMap<Id, u64>) -> Option<f64> {
    let total: f64 = counts.values().map(|&count| count as f64).sum();
    if list.is_empty() || total <= 0.0 {
        return None;
    }
    let count = |id| counts.get(id).copied().unwrap_or(0).max(1) as f64;
    let information: f64 = list.iter().map(|id| (total / count(id)).log2()).sum();
    Some(information / list.len() as f64)
}

#[cfg(test)]
mod tests {
    //! Known items by hand, unknown items, nothing shown.

    use std::collections::BTreeMap;

    use super::novelty;

    #[test]
    fn by_hand() {
        let counts = BTreeMap::from([('a', 4), ('b', 2), ('c', 1), ('d', 1), ('e', 0)]);
        assert_eq!(novelty(&['a', 'b', 'c', 'd'], &counts), Some((1.0 + 2.0 + 3.0 + 3.0) / 4.0));
        assert_eq!(novelty(&['e'], &counts), Some(3.0));
        assert_eq!(novelty(&['x'], &counts), Some(3.0));
    }

    #[test]
    fn everybody_sees_the_same_item() {
        assert_eq!(novelty(&['a'], &BTreeMap::from([('a', 9)])), Some(0.0));
    }

    #[test]
    fn nothing_shown_has_no_novelty() {
        assert_eq!(novelty::<char>(&[], &BTreeMap::from([('a', 9)])), None);
        assert_eq!(novelty(&['a'], &BTreeMap::from([('a', 0)])), None);
        assert_eq!(novelty(&['a'], &BTreeMap::new()), None);
    }
}
