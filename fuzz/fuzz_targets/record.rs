//! Feeds text to the replay of records; what was replayed replays to itself.

#![no_main]

use std::sync::LazyLock;

use boussole::Catalogue;
use boussole::catalogue::Metier;
use boussole::inquiry::replay;
use boussole_fuzz::text_target;

/// A few métiers of the demonstration, those of the seeds: with all of them a run takes seconds.
static FEW: LazyLock<Catalogue> = LazyLock::new(|| {
    let demo = Catalogue::demo();
    Catalogue::from_metiers(demo.metiers().iter().take(12).map(|metier| Metier::clone(metier))).catalogue
});

fn check(text: &str) {
    if let Ok(first) = replay(text, FEW.clone()) {
        assert!(replay(&first.replayed, FEW.clone()).expect("what was replayed is a record").is_identical());
    }
}

/// Whether a text has the form of a record: replaying it is too slow to be tried for every change.
fn is_record(text: &str) -> bool {
    serde_json::from_str::<serde_json::Value>(text).is_ok_and(|record| record.get("schema").is_some())
}

text_target!("record", is_record, check);
