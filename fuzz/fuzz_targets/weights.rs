//! Feeds text to the reader of weights, and asks that what is written reads back.

#![no_main]

use boussole::Weights;
use boussole_fuzz::text_target;

fn check(text: &str) {
    let json = serde_json::from_str::<Weights>(text);
    for weights in Weights::from_toml(text).into_iter().chain(json) {
        let again = Weights::from_toml(&weights.to_toml()).expect("what was written is read");
        assert_eq!((again.name(), again.origin().is_some()), (weights.name(), weights.origin().is_some()));
        assert!(weights.iter().all(|(criterion, weight)| (again.get(criterion) - weight).abs() < 1e-12), "{text}");
    }
}

text_target!("weights", |text| Weights::from_toml(text).is_ok() || serde_json::from_str::<Weights>(text).is_ok(), check);
