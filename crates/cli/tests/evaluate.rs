//! What a run shows of a catalogue, worked by hand on four métiers.

mod support;

use serde_json::{Value, json};
use support::{Folder, boussole, printed};

/// Both students are shown MET.1 first.
const RUN: &str = "lea Q0 MET.1 1 0.9 t\nlea Q0 MET.2 2 0.8 t\ntom Q0 MET.1 1 0.9 t\ntom Q0 MET.3 2 0.1 t\n";

/// MET.2 is in two sectors, MET.3 in none.
const CATALOGUE: &str = "id,libelle,niveau_acces,secteurs\nMET.1,a,CAP ou équivalent,Bois\nMET.2,b,Bac + 2,Bois|Mer\n\
                         MET.3,c,Bac + 2,\nMET.4,d,Bac + 5,Mer\n";

#[test]
fn a_run_is_measured_against_the_catalogue() {
    let folder = Folder::new("evaluate_catalogue");
    let files = [("qrels", "lea 0 MET.1 1\n"), ("run", RUN), ("catalogue.csv", CATALOGUE)];
    let [qrels, run, catalogue] = files.map(|(name, text)| folder.write(name, text).to_string_lossy().into_owned());
    let files = ["evaluate", "--qrels", &qrels, "--run", &run];
    let asked = ["--metrics", "coverage@1,gini@1,coverage@2,exposure@1"];
    let json = printed(&[&files[..], &asked, &["--catalogue", &catalogue, "--format", "json"]].concat());
    let found: Value = serde_json::from_str(&json).expect("is JSON");
    let found = &found["catalogue"];
    assert_eq!([&found["coverage@1"], &found["gini@1"], &found["coverage@2"]], [&json!(0.25), &json!(0.75), &json!(0.75)]);
    let of = |by: &str, group: &str| found["exposure@1"][by]["groups"][group].clone();
    assert_eq!(of("level", "CAP ou équivalent"), json!({"exposure_share": 1.0, "eligible_share": 0.25}));
    assert_eq!(of("sector", "Mer"), json!({"exposure_share": 0.0, "eligible_share": 0.375}));
    assert_eq!(of("sector", ""), json!({"exposure_share": 0.0, "eligible_share": 0.25}));
    assert_eq!(found["exposure@1"]["sector"]["parity"], json!(0.0));
    let ladder = ["CAP ou équivalent", "Bac + 2", "Bac + 5"].map(|level| json.find(level));
    assert!(ladder.is_sorted() && ladder[0].is_some(), "{json}");

    let refusal = "coverage@1: expected --catalogue with the métiers that could be shown, found none";
    let assert = boussole(&[&files[..], &asked].concat()).assert().code(2).stdout("");
    let stderr = String::from_utf8_lossy(&assert.get_output().stderr).into_owned();
    assert!(stderr.contains(refusal), "{stderr}");
}
