//! `boussole compare`, `whatif`, `stability`, `ladder`, `recommend --record` and `replay` as a person types them.
//!
//! - JSON has the fields of the contract; terms of a comparison sum to its difference, left to right, to the bit.
//! - A record replays to the same bytes from another process; a hand that changed it is told, with status 1.
//! - Reasons for a failure go to standard error, with status 1, and standard output stays empty.

mod support;

use std::fs;

use serde_json::Value;
use support::{Folder, boussole, plain, printed};

const MAELLE: &str = "fixtures/profiles/maelle.toml";

#[track_caller]
fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&printed(&[arguments, &["--profile", MAELLE, "--format", "json"]].concat())).expect("is JSON")
}

#[track_caller]
fn fails(arguments: &[&str], message: &str) {
    boussole(arguments).assert().code(1).stdout("").stderr(format!("{message}\n"));
}

#[test]
fn a_comparison_sums_to_its_difference() {
    for (one, other) in [("MET.7829", "MET.279"), ("MET.10", "MET.299"), ("MET.279", "MET.279")] {
        let document = json(&["compare", one, other]);
        assert_eq!(document["schema"], "boussole/comparison/2");
        let points = document["terms"].as_array().expect("a list").iter().map(|term| term["points"].as_f64().expect("a number"));
        let difference = document["difference"].as_f64().expect("a number");
        assert_eq!(points.fold(0.0, |sum, points| sum + points).to_bits(), difference.to_bits());
        let back = json(&["compare", other, one])["difference"].as_f64().expect("a number");
        assert_eq!(back, -difference);
    }
}

#[test]
fn whatif_stability_and_ladder_are_told_in_json() {
    let whatif = json(&["whatif", "MET.285", "--top", "10"]);
    assert_eq!((&whatif["schema"], &whatif["goal"]), (&"boussole/whatif/1".into(), &"enter".into()));
    assert!(whatif["alternatives"][0]["changes"][0]["to"].is_f64());
    let stability = json(&["stability", "--top", "3"]);
    assert_eq!((&stability["schema"], stability["metiers"].as_array().map(Vec::len)), (&"boussole/stability/2".into(), Some(3)));
    let ladder = json(&["ladder", "--each", "1"]);
    assert_eq!((&ladder["schema"], ladder["rungs"].as_array().map(Vec::len)), (&"boussole/ladder/1".into(), Some(6)));
    let explained = json(&["explain", "MET.7829"]);
    assert_eq!(explained["stability"], "fragile");
}

#[test]
fn language_and_reader_can_be_chosen() {
    let told = |voice: &[&str]| printed(&[&["compare", "MET.7829", "MET.279", "--profile", MAELLE], voice].concat());
    assert!(told(&[]).contains("Tu as dit oui"));
    assert!(told(&["--audience", "counsellor"]).contains("L'élève a dit oui"));
    assert!(told(&["--language", "en"]).contains("You said yes"));
    assert!(told(&["--language", "en", "--audience", "counsellor"]).contains("The student said yes"));
}

#[test]
fn a_record_replays_to_the_same_bytes() {
    let folder = Folder::new("inquiry_record");
    let weights = folder.write("weights.toml", "[weights]\ninterest = 0.7\ndomain = 0.1\n[provenance]\nwhy = \"a test\"");
    let path = folder.path().join("record.json");
    let (weights, record) = (weights.to_str().expect("is UTF-8"), path.to_str().expect("is UTF-8"));
    let arguments = ["recommend", "--profile", MAELLE, "--weights", weights, "--diversity", "xquad", "--record", record];
    assert_eq!(printed(&arguments), printed(&arguments[..arguments.len() - 2]));
    let text = fs::read_to_string(&path).expect("it was written");
    let document: Value = serde_json::from_str(&text).expect("is JSON");
    assert_eq!(document["question"]["weights_origin"]["provenance"]["why"], "a test");
    assert_eq!(document["four_items"].as_object().map(serde_json::Map::len), Some(4));
    let replayed: Value = serde_json::from_str(&printed(&["replay", record, "--format", "json"])).expect("is JSON");
    assert_eq!((&replayed["identical"], &replayed["same_bytes"]), (&true.into(), &true.into()));
    let changed = folder.write("changed.json", text.replacen("\"rank\": 1,", "\"rank\": 4,", 1));
    let run = boussole(&["replay", changed.to_str().expect("is UTF-8")]).assert().code(1).stderr("");
    let told = plain(&String::from_utf8_lossy(&run.get_output().stdout));
    assert!(told.contains("answer.recommendations[0].rank : 4 → 1"), "{told}");
}

#[test]
fn failures_say_what_is_wrong() {
    let message =
        "boussole: Aucun métier n’a pour nom ou pour identifiant «\u{a0}MET.999999\u{a0}», et aucun nom ne lui ressemble.";
    fails(&["compare", "MET.7829", "MET.999999", "--profile", MAELLE], message);
    fails(&["whatif", "MET.999999", "--profile", MAELLE], message);
    fails(
        &["replay", MAELLE],
        &format!(
            "boussole: {MAELLE}: record: expected JSON that `boussole recommend --record` writes, found: expected value at line 1 column 1"
        ),
    );
    fails(
        &["replay", "nulle/part.json"],
        "boussole: nulle/part.json: expected a text file, found: No such file or directory (os error 2)",
    );
}
