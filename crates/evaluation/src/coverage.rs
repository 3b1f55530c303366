//! How much of a catalogue all lists together show, and how evenly.

use std::collections::{BTreeMap, BTreeSet};

/// In how many of the lists each eligible item appears; items that no list shows are there with 0.
///
/// Items that are shown but not eligible are left out, and an item repeated in a list counts once.
/// The values feed [`coverage`] and [`gini`].
///
/// ```
/// use std::collections::BTreeSet;
/// use boussole_evaluation::appearance_counts;
///
/// let counts = appearance_counts(&[&["a", "b"][..], &["a"]], &BTreeSet::from(["a", "b", "c"]));
/// assert_eq!(counts.into_iter().collect::<Vec<_>>(), [("a", 2), ("b", 1), ("c", 0)]);
/// ```
#[must_use]
pub fn appearance_counts<Id: Ord + Clone>(lists: &[&[Id]], eligible: &BTreeSet<Id>) -> BTreeMap<Id, u64> {
    let mut counts: BTreeMap<Id, u64> = eligible.iter().map(|id| (id.clone(), 0)).collect();
    for list in lists {
        for id in list.iter().collect::<BTreeSet<_>>() {
            if let Some(count) = counts.get_mut(id) {
                *count += 1;
            }
        }
    }
    counts
}

/// Catalogue coverage, in [0, 1], higher is better: the share of the items that at least one list
/// shows.
///
/// For coverage at k, count the first k of each list. Without items it is 0.
///
/// # Formula
///
/// ```text
/// coverage = |{i : xᵢ > 0}| / n
/// ```
///
/// where xᵢ counts the lists that show item i ([`appearance_counts`]) and n items are eligible.
///
/// # References
///
/// - Ge, Delgado-Battenfeld & Jannach 2010, *Beyond accuracy: evaluating recommender systems by
///   coverage and serendipity*, doi:10.1145/1864708.1864761
#[must_use]
pub fn coverage(counts: &[u64]) -> f64 {
    if counts.is_empty() {
        return 0.0;
    }
    counts.iter().filter(|&&count| count > 0).count() as f64 / counts.len() as f64
}

/// The Gini coefficient, in [0, (n−1)/n], lower is more even: how unequally the items are shown.
///
/// Items never shown belong in `counts` with 0. It is 0 when all are shown equally often, as when
/// none is shown, for one item and for no item; (n−1)/n when only one is shown.
///
/// # Formula
///
/// ```text
/// G = 2 Σ i·x₍ᵢ₎ / (n Σ x) − (n + 1)/n
/// ```
///
/// where x₍₁₎ ≤ … ≤ x₍ₙ₎ are the counts by size.
///
/// ```
/// assert_eq!(boussole_evaluation::gini(&[0, 0, 0, 4]), 0.75);
/// ```
///
/// # References
///
/// - Fleder & Hosanagar 2009, *Blockbuster culture's next rise or fall: the impact of recommender
///   systems on sales diversity*, doi:10.1287/mnsc.1080.0974
#[must_use]
pub fn gini(counts: &[u64]) -> f64 {
    let total: f64 = counts.iter().map(|&count| count as f64).sum();
    if total <= 0.0 {
        return 0.0;
    }
    let mut sorted = counts.to_vec();
    sorted.sort_unstable();
    let n = sorted.len() as f64;
    // Σ (2i − n − 1)·x₍ᵢ₎ is the formula over one denominator: 0 for equal counts, not nearly 0.
    let weighted: f64 =
        sorted.iter().enumerate().map(|(position, &count)| (2.0 * position as f64 + 1.0 - n) * count as f64).sum();
    (weighted / (n * total)).max(0.0)
}

#[cfg(test)]
mod tests {
    //! - The references of the science brief.
    //! - Nothing shown, one item, all equal, one-hot.
    //! - Bounds and independence of order.

    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::{appearance_counts, coverage, gini};

    #[track_caller]
    fn check(metric: fn(&[u64]) -> f64, counts: &[u64], expected: f64) {
        let found = metric(counts);
        assert!((found - expected).abs() < 5e-7, "{counts:?}: {found}, expected {expected}");
    }

    /// Science brief, section 6: lists abc, abd, ace over eight métiers; Gini of short counts.
    #[test]
    fn matches_the_science_brief() {
        let lists = ["abc", "abd", "ace"].map(|list| list.chars().collect::<Vec<_>>());
        let lists = [&lists[0][..], &lists[1], &lists[2]];
        let counts: Vec<u64> = appearance_counts(&lists, &('a'..='h').collect()).into_values().collect();
        assert_eq!(counts, [3, 2, 2, 1, 1, 0, 0, 0]);
        check(coverage, &counts, 0.625);
        check(gini, &counts, 0.513_889);
        check(gini, &[0, 0, 1, 3], 0.625);
        check(gini, &[0, 0, 0, 4], 0.75);
    }

    #[test]
    fn nothing_one_and_all_equal() {
        for metric in [coverage, gini] {
            check(metric, &[], 0.0);
            check(metric, &[0, 0], 0.0);
        }
        check(coverage, &[5], 1.0);
        check(gini, &[5], 0.0);
        check(gini, &[3, 3, 3], 0.0);
    }

    #[test]
    fn repeated_and_ineligible_items() {
        let counts = appearance_counts(&[&["a", "a", "x"]], &BTreeSet::from(["a", "b"]));
        assert_eq!(counts.into_iter().collect::<Vec<_>>(), [("a", 1), ("b", 0)]);
    }

    proptest! {
        #[test]
        fn bounds_hold_in_any_order(counts in prop::collection::vec(0_u64..50, 1..30)) {
            let n = counts.len() as f64;
            let mut reversed = counts.clone();
            reversed.reverse();
            prop_assert!((0.0..=1.0).contains(&coverage(&counts)));
            prop_assert!((0.0..=(n - 1.0) / n + 1e-12).contains(&gini(&counts)));
            prop_assert!((gini(&counts) - gini(&reversed)).abs() < 1e-12);
        }

        #[test]
        fn gini_of_equal_and_one_hot(n in 1_usize..40, count in 1_u64..1000) {
            let mut one_hot = vec![0; n];
            one_hot[n / 2] = count;
            check(gini, &vec![count; n], 0.0);
            check(gini, &one_hot, (n as f64 - 1.0) / n as f64);
        }
    }
}
