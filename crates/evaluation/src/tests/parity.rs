//! Agreement with ranx and `pytrec_eval` on random queries; see `fixtures/evaluation/make_parity.py`.
//!
//! - 200 untied queries: every metric, whatever the treatment of ties.
//! - 40 tied queries: [`Ties::Trec`] is the order of `trec_eval`.

use crate::{Conventions, Evaluation, Metric, NoRelevant, Qrels, Run, Ties, evaluate};

/// How far two programs may differ by rounding.
const PARITY: f64 = 1e-9;

macro_rules! fixture {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/evaluation/", $name))
    };
}

/// Expected values: a header `query metric…`, then a line of numbers per query, parted by tabs.
struct Expected {
    metrics: Vec<Metric>,
    rows: Vec<(String, Vec<f64>)>,
}

fn parse_expected(text: &str) -> Expected {
    let mut lines = text.lines().map(|line| line.split('\t'));
    let header = lines.next().expect("a header").skip(1);
    let metrics = header.map(|name| name.parse().expect("a known name")).collect();
    let row = |mut fields: std::str::Split<'_, char>| {
        let query = fields.next().expect("a query").to_owned();
        (query, fields.map(|field| field.parse().expect("a number")).collect())
    };
    Expected { metrics, rows: lines.map(row).collect() }
}

fn evaluated(qrels: &str, run: &str, expected: &Expected, ties: Ties) -> Evaluation {
    let qrels = Qrels::parse_trec(qrels).expect("valid qrels");
    let run = Run::parse_trec(run).expect("a valid run");
    evaluate(&qrels, &run, &expected.metrics, Conventions { ties, no_relevant: NoRelevant::Zero, ..Conventions::default() })
}

#[track_caller]
fn check(evaluation: &Evaluation, expected: &Expected) {
    assert_eq!(evaluation.queries().len(), expected.rows.len());
    for (found, (query, values)) in evaluation.queries().iter().zip(&expected.rows) {
        assert_eq!(&found.query, query);
        assert_eq!(found.values.len(), values.len());
        for ((metric, found), value) in expected.metrics.iter().zip(&found.values).zip(values) {
            assert!((found - value).abs() < PARITY, "{query}, {metric}: {found}, expected {value}");
        }
    }
}

#[test]
fn agrees_with_ranx_and_pytrec_eval() {
    let expected = parse_expected(fixture!("untied_expected.tsv"));
    assert_eq!(expected.rows.len(), 200);
    for ties in [Ties::Expected, Ties::Trec, Ties::Strict] {
        let evaluation = evaluated(fixture!("untied_qrels.txt"), fixture!("untied_run.txt"), &expected, ties);
        check(&evaluation, &expected);
    }
}

#[test]
fn agrees_with_pytrec_eval_on_ties() {
    let expected = parse_expected(fixture!("tied_expected.tsv"));
    assert_eq!(expected.rows.len(), 40);
    check(&evaluated(fixture!("tied_qrels.txt"), fixture!("tied_run.txt"), &expected, Ties::Trec), &expected);
}
