//! Feeds text to the readers of judgements, runs and names of metrics: three parts between empty lines.

#![no_main]

use boussole_evaluation::{Conventions, Metric, Qrels, Run, evaluate};
use boussole_fuzz::text_target;

fn read(text: &str) -> Option<(Qrels, Run)> {
    let mut parts = text.split("\n\n");
    let qrels = Qrels::parse_trec(parts.next()?);
    let run = Run::parse_trec(parts.next().unwrap_or_default());
    Some((qrels.ok()?, run.ok()?))
}

fn check(text: &str) {
    let names = text.split("\n\n").nth(2).unwrap_or_default();
    let metrics: Vec<Metric> = names.split_whitespace().take(8).filter_map(|word| word.parse().ok()).collect();
    if let Some((qrels, run)) = read(text) {
        let evaluation = evaluate(&qrels, &run, &metrics, Conventions::default());
        assert!(evaluation.queries().iter().flat_map(|query| &query.values).all(|value| value.is_finite()));
    }
}

text_target!("trec", |text| read(text).is_some(), check);
