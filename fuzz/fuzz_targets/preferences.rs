//! Feeds text to the reader of preferences.

#![no_main]

use boussole_fuzz::{DEMO, text_target};
use boussole_tuning::{Grain, Preferences};

fn check(text: &str) {
    for grain in [Grain::Criterion, Grain::Interest] {
        match Preferences::from_json_lines(text, &DEMO, grain) {
            Ok(preferences) => assert!(preferences.dataset().records.iter().all(|value| value.is_finite())),
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
}

text_target!("preferences", |text| Preferences::from_json_lines(text, &DEMO, Grain::Criterion).is_ok(), check);
