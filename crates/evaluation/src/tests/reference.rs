//! Values published in the science brief, section 6, and edge cases of every metric by name.
//!
//! - Reference A, untied (pytrec_eval-terrier 0.5.11, ranx 0.3.21, scikit-learn 1.9.1).
//! - Reference B, tied (`trec_eval` order, scikit-learn and brute force).
//! - Nothing relevant, an empty list, one item, all tied, a list shorter than k.

use super::judged;
use crate::{Metric, Ties};

/// Reference A: five of six judged métiers in the list.
const GAINS_A: [(&str, f64); 6] = [("m01", 3.0), ("m02", 2.0), ("m03", 0.0), ("m04", 1.0), ("m05", 0.0), ("m06", 2.0)];
const SCORES_A: [(&str, f64); 5] = [("m03", 0.9), ("m01", 0.8), ("m06", 0.7), ("m07", 0.6), ("m02", 0.5)];

/// Reference B: three métiers tied at the top.
const GAINS_B: [(&str, f64); 4] = [("a", 1.0), ("b", 0.0), ("c", 0.0), ("d", 1.0)];
const SCORES_B: [(&str, f64); 4] = [("a", 1.0), ("b", 1.0), ("c", 1.0), ("d", 0.5)];

/// Half a unit of the sixth decimal, to which the brief rounds.
const ROUNDED: f64 = 5e-7;

#[track_caller]
fn check(scores: &[(&str, f64)], gains: &[(&str, f64)], ties: Ties, name: &str, expected: f64) {
    let metric: Metric = name.parse().expect("a known name");
    let found = metric.value(&judged(scores, gains, ties));
    assert!((found - expected).abs() < ROUNDED, "{name}, {ties}: {found}, expected {expected}");
}

#[test]
fn reference_a() {
    for (name, expected) in [
        ("ndcg@3", 0.549_766),
        ("ndcg@5", 0.644_088),
        ("ndcg@10", 0.644_088),
        ("ndcg_exp@5", 0.653_863),
        ("ap", 0.441_667),
        ("rr", 0.5),
        ("recall@3", 0.5),
        ("recall@5", 0.75),
        ("p@5", 0.6),
        ("p@10", 0.3),
        ("rprec", 0.5),
    ] {
        for ties in [Ties::Expected, Ties::Trec, Ties::Strict] {
            check(&SCORES_A, &GAINS_A, ties, name, expected);
        }
    }
}

/// scikit-learn ranks the whole catalogue: m04 and m05, which the run leaves out, tie at 0.
#[test]
fn reference_a_over_the_full_catalogue() {
    let scores = [&SCORES_A[..], &[("m04", 0.0), ("m05", 0.0)]].concat();
    check(&scores, &GAINS_A, Ties::Expected, "ndcg@10", 0.704_653);
}

#[test]
fn reference_b_in_trec_order() {
    for (name, expected) in
        [("ndcg@1", 0.0), ("ndcg@3", 0.306_574), ("ndcg@5", 0.570_642), ("rr", 0.333_333_333), ("ap", 0.416_666_667)]
    {
        check(&SCORES_B, &GAINS_B, Ties::Trec, name, expected);
    }
}

#[test]
fn reference_b_in_expectation() {
    for (name, expected) in
        [("ndcg@1", 0.333_333_333), ("ndcg@3", 0.435_525), ("ndcg@5", 0.699_593), ("rr", 0.611_111), ("ap", 0.555_556)]
    {
        check(&SCORES_B, &GAINS_B, Ties::Expected, name, expected);
    }
}

#[test]
fn strict_order_takes_ties_as_given() {
    check(&SCORES_B, &GAINS_B, Ties::Strict, "rr", 1.0);
    check(&[("b", 1.0), ("a", 1.0)], &GAINS_B, Ties::Strict, "rr", 0.5);
}

const NAMES: [&str; 16] = [
    "ndcg",
    "ndcg@2",
    "ndcg_exp",
    "ndcg_exp@2",
    "rr",
    "rr@2",
    "ap",
    "ap@2",
    "ap_capped@2",
    "recall",
    "recall@2",
    "precision",
    "precision@2",
    "rprec",
    "hit",
    "hit@2",
];

#[test]
fn nothing_relevant_or_nothing_ranked_is_zero() {
    for name in NAMES {
        for ties in [Ties::Expected, Ties::Trec, Ties::Strict] {
            check(&SCORES_B, &[], ties, name, 0.0);
            check(&SCORES_B, &[("a", 0.0), ("b", -1.0)], ties, name, 0.0);
            check(&SCORES_B, &[("x", 1.0)], ties, name, 0.0);
            check(&[], &GAINS_B, ties, name, 0.0);
            check(&[], &[], ties, name, 0.0);
        }
    }
}

#[test]
fn one_relevant_item_alone_is_perfect_but_for_precision_at_2() {
    for name in NAMES {
        let expected = if name == "precision@2" { 0.5 } else { 1.0 };
        check(&[("a", 0.3)], &[("a", 2.0)], Ties::Expected, name, expected);
    }
}

/// Four items tied, one relevant: each rank has the chance ¼.
#[test]
fn all_tied() {
    let scores = [("a", 1.0), ("b", 1.0), ("c", 1.0), ("d", 1.0)];
    for (name, expected) in [
        ("ndcg@1", 0.25),
        ("rr", (1.0 + 1.0 / 2.0 + 1.0 / 3.0 + 1.0 / 4.0) / 4.0),
        ("rr@2", (1.0 + 1.0 / 2.0) / 4.0),
        ("ap", (1.0 + 1.0 / 2.0 + 1.0 / 3.0 + 1.0 / 4.0) / 4.0),
        ("recall@3", 0.75),
        ("precision@2", 0.25),
        ("hit@2", 0.5),
        ("hit@4", 1.0),
    ] {
        check(&scores, &[("a", 1.0)], Ties::Expected, name, expected);
    }
}

#[test]
fn average_precision_at_k_divides_by_all_or_by_the_reachable() {
    let gains = [("a", 1.0), ("b", 1.0), ("c", 1.0), ("d", 1.0)];
    check(&SCORES_B, &gains, Ties::Expected, "ap@2", 0.5);
    check(&SCORES_B, &gains, Ties::Expected, "ap_capped@2", 1.0);
}
