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

text_target!("record", |text| replay(text, DEMO.clone()).is_ok(), check);
