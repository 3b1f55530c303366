//! The house rules that neither the borders of crates nor `clippy.toml` can hold, checked on every file of the project.
//!
//! - Modules stand in reading order in their `lib.rs`, `main.rs` or `mod.rs`, and use only those before them: no circles.
//! - Every source file begins with `//!`; its body has at most 400 lines, tests left aside.
//! - French wording stands only in the messages of `crates/report`, which are no Rust; no path is of one machine; every profile of `fixtures/profiles` can be ranked.
//!
//! Each rule is a function from a path and a text to what is wrong there, and is shown to find a bad sample.

#[path = "tidy/order.rs"]
mod order;
#[path = "tidy/rules.rs"]
mod rules;
#[path = "tidy/scan.rs"]
mod scan;
#[path = "tidy/sources.rs"]
mod sources;

use sources::{check, check_texts, report, texts};

/// The sources of each crate.
const CRATES: [&str; 11] = [
    "src",
    "bindings/python/src",
    "crates/app-snippet/src",
    "crates/cli/src",
    "crates/documents/src",
    "crates/evaluation/src",
    "crates/lab/src",
    "crates/report/src",
    "crates/simulation/src",
    "crates/table/src",
    "crates/tuning/src",
];

#[test]
fn modules_use_only_those_before_them() {
    report(&CRATES.into_iter().flat_map(|root| order::uses_of_later_modules(root, &texts(root))).collect::<Vec<_>>());
}

#[test]
fn every_file_says_what_it_does() {
    for folder in ["build.rs", "src", "crates", "tests", "examples", "benches", "fuzz"] {
        check(folder, rules::begins_with_docs);
    }
}

#[test]
fn bodies_are_short() {
    for folder in ["build.rs", "src", "crates", "examples", "benches"] {
        check(folder, rules::is_short);
    }
}

#[test]
fn wording_is_in_the_messages() {
    // The README's program quotes labels.
    for folder in CRATES.into_iter().filter(|folder| *folder != "crates/app-snippet/src") {
        check(folder, rules::has_no_french_wording);
    }
}

#[test]
fn no_path_is_of_one_machine() {
    check_texts(rules::has_no_machine_path);
}

#[cfg(all(feature = "demo", feature = "toml"))]
#[test]
fn every_fixture_profile_can_be_ranked() {
    use boussole::{Catalogue, Profile, Recommender, Weights};
    let recommender = Recommender::new(Catalogue::demo(), Weights::default()).expect("the demonstration has métiers");
    let profiles = texts("fixtures/profiles");
    assert!(5 <= profiles.len(), "expected at least five profiles, found {}", profiles.len());
    for (path, text) in profiles {
        assert!(text.starts_with("# A fictitious student"), "{path}: expected a comment that says who it is not");
        let profile = Profile::from_text(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
        recommender.recommend(&profile, 1).unwrap_or_else(|error| panic!("{path}: {error}"));
    }
}
