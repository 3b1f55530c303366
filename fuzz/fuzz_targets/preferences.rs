//! Feeds arbitrary text to the reader of preferences.

#![no_main]

use std::sync::LazyLock;

use boussole::{Catalogue, Recommender, Weights};
use boussole_tuning::{Grain, Preferences};
use libfuzzer_sys::fuzz_target;

static DEMO: LazyLock<Recommender> =
    LazyLock::new(|| Recommender::new(Catalogue::demo(), Weights::default()).expect("the demonstration has métiers"));

fuzz_target!(|text: &str| {
    for grain in [Grain::Criterion, Grain::Interest] {
        match Preferences::from_json_lines(text, &DEMO, grain) {
            Ok(preferences) => assert!(preferences.dataset().records.iter().all(|value| value.is_finite())),
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
});
