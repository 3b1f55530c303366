//! Feeds text to the readers of access levels and of headings of studies.

#![no_main]

use boussole::catalogue::{AccessLevel, StudyPath};
use boussole_fuzz::text_target;

fn after(text: &str) -> Vec<AccessLevel> {
    StudyPath::new(text, String::new()).after
}

fn check(text: &str) {
    if let Ok(level) = text.parse::<AccessLevel>() {
        assert_eq!(level.label().parse(), Ok(level), "a level reads back");
    }
    assert!(after(text).is_sorted(), "levels are in their order");
}

text_target!("levels", |text| text.parse::<AccessLevel>().is_ok() || !after(text).is_empty(), check);
