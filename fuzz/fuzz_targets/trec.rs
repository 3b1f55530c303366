//! Feeds arbitrary text to the readers of judgements, runs and names of metrics.

#![no_main]

use boussole_evaluation::{Conventions, Metric, Qrels, Run, evaluate};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let metrics: Vec<Metric> = text.split_whitespace().take(8).filter_map(|word| word.parse().ok()).collect();
    if let (Ok(qrels), Ok(run)) = (Qrels::parse_trec(text), Run::parse_trec(text)) {
        let evaluation = evaluate(&qrels, &run, &metrics, Conventions::default());
        assert!(evaluation.queries().iter().flat_map(|query| &query.values).all(|value| value.is_finite()));
    }
});
