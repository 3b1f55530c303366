//! What every per-list metric obeys, on random short lists with many ties.
//!
//! - In [0, 1].
//! - A perfect ranking has nDCG, AP, RR, R-precision and recall 1.
//! - The closed form under ties is the mean over all permutations (n ≤ 7).
//! - Items beyond k do not change a metric at k.
//! - Only [`Ties::Strict`] reads the order of the input.

use proptest::prelude::*;

use crate::{Judged, Judgements, Metric, RankedList, Ties};

const NAMES: [&str; 24] = [
    "ndcg",
    "ndcg@1",
    "ndcg@3",
    "ndcg_exp",
    "ndcg_exp@2",
    "rr",
    "rr@1",
    "rr@2",
    "rr@4",
    "ap",
    "ap@1",
    "ap@3",
    "ap@5",
    "ap_capped@2",
    "ap_capped@4",
    "recall",
    "recall@2",
    "recall@4",
    "precision",
    "precision@3",
    "rprec",
    "hit",
    "hit@2",
    "hit@3",
];

const CLOSE: f64 = 1e-12;

fn metrics() -> Vec<Metric> {
    NAMES.iter().map(|name| name.parse().expect("a known name")).collect()
}

/// Scores by id from few values, so that most lists have ties.
fn scores() -> impl Strategy<Value = Vec<(usize, f64)>> {
    prop::collection::vec(0_u8..4, 0..=7).prop_map(|scores| scores.into_iter().map(f64::from).enumerate().collect())
}

/// Gains of ids 0 to 8; those of ids above the list are relevant items that were not ranked.
fn judgements() -> impl Strategy<Value = Judgements<usize>> {
    prop::collection::vec(-1_i8..4, 9)
        .prop_map(|gains| Judgements::new(gains.into_iter().map(f64::from).enumerate()).expect("gains are small"))
}

fn values(scores: &[(usize, f64)], judgements: &Judgements<usize>, ties: Ties) -> Vec<f64> {
    let list = RankedList::new(scores.iter().copied()).expect("ids are distinct");
    let judged = Judged::new(&list, judgements, ties);
    metrics().into_iter().map(|metric| metric.value(&judged)).collect()
}

/// Calls `visit` with every order of `items` (Heap's algorithm).
fn permute<T>(items: &mut [T], n: usize, visit: &mut impl FnMut(&[T])) {
    if n <= 1 {
        return visit(items);
    }
    for position in 0..n {
        permute(items, n - 1, visit);
        items.swap(if n.is_multiple_of(2) { position } else { 0 }, n - 1);
    }
}

/// The mean of each metric over all orders of the input, read strictly: ties in random order.
fn brute_force(scores: &[(usize, f64)], judgements: &Judgements<usize>) -> Vec<f64> {
    let mut totals = vec![0.0; NAMES.len()];
    let mut n_orders = 0.0;
    let mut scores = scores.to_vec();
    let n = scores.len();
    permute(&mut scores, n, &mut |order| {
        n_orders += 1.0;
        for (total, value) in totals.iter_mut().zip(values(order, judgements, Ties::Strict)) {
            *total += value;
        }
    });
    totals.into_iter().map(|total| total / n_orders).collect()
}

#[track_caller]
fn check_close(found: &[f64], expected: &[f64]) -> Result<(), TestCaseError> {
    for ((name, found), expected) in NAMES.iter().zip(found).zip(expected) {
        prop_assert!((found - expected).abs() < CLOSE, "{}: {}, expected {}", name, found, expected);
    }
    Ok(())
}

proptest! {
    #[test]
    fn values_are_in_the_unit_interval(scores in scores(), judgements in judgements()) {
        for ties in [Ties::Expected, Ties::Trec, Ties::Strict] {
            for value in values(&scores, &judgements, ties) {
                prop_assert!((0.0..=1.0).contains(&value));
            }
        }
    }

    #[test]
    fn a_perfect_ranking_is_one(judgements in judgements()) {
        let scores: Vec<(usize, f64)> = judgements.iter().map(|(&id, gain)| (id, gain)).collect();
        let expected = if judgements.n_relevant() > 0 { 1.0 } else { 0.0 };
        for ties in [Ties::Expected, Ties::Trec, Ties::Strict] {
            for (metric, value) in metrics().into_iter().zip(values(&scores, &judgements, ties)) {
                let name = metric.to_string();
                let reaches_one = !name.starts_with("ap@") && !name.starts_with("recall@") && !name.starts_with("precision");
                prop_assert!(!reaches_one || (value - expected).abs() < CLOSE, "{}: {}", name, value);
            }
        }
    }

    #[test]
    fn items_beyond_k_do_not_matter(scores in scores(), judgements in judgements(), n_more in 0_usize..4) {
        // New ids, not judged, below all others; lists of 5 and more fill every cut-off of NAMES.
        let mut longer = scores.clone();
        longer.extend((0..n_more).map(|extra| (100 + extra, -1.0)));
        let found = values(&longer, &judgements, Ties::Expected);
        let expected = values(&scores, &judgements, Ties::Expected);
        for ((name, found), expected) in NAMES.iter().zip(found).zip(expected) {
            prop_assert!(!name.contains('@') || (found - expected).abs() < CLOSE, "{}", name);
        }
    }

    #[test]
    fn what_stands_beyond_k_does_not_matter(judgements in judgements(), mut tail in Just(vec![3_usize, 4, 5, 6]).prop_shuffle()) {
        let ordered = |tail: &[usize]| -> Vec<(usize, f64)> {
            (0..3).chain(tail.iter().copied()).enumerate().map(|(position, id)| (id, -(position as f64))).collect()
        };
        let found = values(&ordered(&tail), &judgements, Ties::Expected);
        tail.sort_unstable();
        let expected = values(&ordered(&tail), &judgements, Ties::Expected);
        for ((name, found), expected) in NAMES.iter().zip(found).zip(expected) {
            let cut_at_3 = name.split_once('@').and_then(|(_, k)| k.parse().ok()).is_some_and(|k: usize| k <= 3);
            prop_assert!(!cut_at_3 || (found - expected).abs() < CLOSE, "{}", name);
        }
    }

    #[test]
    fn only_strict_ties_read_the_order_of_the_input(scores in scores(), judgements in judgements()) {
        let mut reversed = scores.clone();
        reversed.reverse();
        for ties in [Ties::Expected, Ties::Trec] {
            check_close(&values(&reversed, &judgements, ties), &values(&scores, &judgements, ties))?;
        }
    }
}

proptest! {
    // A list of seven has 5040 orders.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn expectation_is_the_mean_over_permutations(scores in scores(), judgements in judgements()) {
        check_close(&values(&scores, &judgements, Ties::Expected), &brute_force(&scores, &judgements))?;
    }
}
