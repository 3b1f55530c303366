//! Feeds arbitrary text to the readers of access levels and of headings of studies.

#![no_main]

use boussole::catalogue::{AccessLevel, StudyPath};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(level) = text.parse::<AccessLevel>() {
        assert_eq!(level.label().parse(), Ok(level), "a level reads back");
    }
    assert!(StudyPath::new(text, String::new()).after.is_sorted(), "levels are in their order");
});
