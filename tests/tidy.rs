//! The house rules, checked on every file of the project.
//!
//! - Rooms stand in their order in `src/lib.rs`, and a file imports only from its own room and the rooms before it.
//! - Every source file begins with `//!`; bodies are at most 400 lines and functions 40, tests left aside.
//! - No `HashMap`, clock or global randomness in `src`, no `.unwrap()` outside tests, files only where they belong.
//! - French wording only in `src/report`; no path of one machine; every profile of `fixtures/profiles` can be ranked.
//!
//! Each rule is a function from a path and a text to what is wrong there, and is shown to find a bad sample.

#[path = "tidy/rooms.rs"]
mod rooms;
#[path = "tidy/rules.rs"]
mod rules;
#[path = "tidy/scan.rs"]
mod scan;
#[path = "tidy/sources.rs"]
mod sources;

use sources::{check, check_texts};

#[test]
fn rooms_stand_in_their_order() {
    check("src/lib.rs", rooms::stand_in_order);
    check("src", rooms::are_known);
}

#[test]
fn a_room_imports_only_from_those_before_it() {
    check("src", rooms::import_backwards);
}

#[test]
fn every_file_says_what_it_does() {
    for folder in ["build.rs", "src", "tests", "examples", "benches", "fuzz"] {
        check(folder, rules::begins_with_docs);
    }
}

#[test]
fn bodies_and_functions_are_short() {
    for folder in ["build.rs", "src", "examples", "benches"] {
        check(folder, rules::is_short);
        check(folder, rules::has_short_functions);
    }
}

#[test]
fn nothing_depends_on_hashing_clocks_or_chance() {
    check("src", rules::is_deterministic);
}

#[test]
fn nothing_unwraps() {
    check("src", rules::does_not_unwrap);
}

#[test]
fn files_are_touched_only_where_they_belong() {
    check("src", rules::touches_no_files);
}

#[test]
fn wording_is_in_the_report() {
    check("src", rules::has_no_french_wording);
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
    let profiles = sources::texts("fixtures/profiles");
    assert!(5 <= profiles.len(), "expected at least five profiles, found {}", profiles.len());
    for (path, text) in profiles {
        assert!(text.starts_with("# A fictitious student"), "{path}: expected a comment that says who it is not");
        let profile = Profile::from_text(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
        recommender.recommend(&profile, 1).unwrap_or_else(|error| panic!("{path}: {error}"));
    }
}
