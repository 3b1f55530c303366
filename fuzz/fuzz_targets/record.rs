//! Feeds text to the replay of records; what was replayed replays to itself.

#![no_main]

use std::sync::LazyLock;

use boussole::Catalogue;
use boussole::inquiry::replay;
use boussole_fuzz::text_target;

static DEMO: LazyLock<Catalogue> = LazyLock::new(Catalogue::demo);

fn check(text: &str) {
    if let Ok(first) = replay(text, DEMO.clone()) {
        assert!(replay(&first.replayed, DEMO.clone()).expect("what was replayed is a record").is_identical());
    }
}

/// Whether a text has the form of a record: replaying it is too slow to be tried for every change.
fn is_record(text: &str) -> bool {
    serde_json::from_str::<serde_json::Value>(text).is_ok_and(|record| record.get("schema").is_some())
}

text_target!("record", is_record, check);
