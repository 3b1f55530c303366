//! Feeds text to the reader of targets of an audit: they are met, or what falls short or is wrong is told.

#![no_main]

use std::sync::LazyLock;

use boussole::catalogue::Audit;
use boussole::inquiry::{Reachability, ReachabilityScope, reachability};
use boussole_fuzz::{DEMO, text_target};

#[path = "../../crates/cli/src/require.rs"]
mod require;

static AUDIT: LazyLock<(Audit, Reachability)> = LazyLock::new(|| {
    let scope = ReachabilityScope { max_likes: 1, ..ReachabilityScope::default() };
    (Audit::of(DEMO.catalogue(), &[]), reachability(&DEMO, scope, |_, _| {}).expect("its own labels are known"))
});

fn check(text: &str) {
    if let Err(told) = require::check(text, &AUDIT.0, Some(&AUDIT.1)) {
        assert!(!told.is_empty());
    }
}

fn reads(text: &str) -> bool {
    require::check(text, &AUDIT.0, Some(&AUDIT.1)).map_or_else(|told| told.contains("expected at "), |()| true)
}

text_target!("requirements", reads, check);
