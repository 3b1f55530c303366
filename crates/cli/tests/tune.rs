//! `boussole tune` as a person runs it: what is written where, what is refused with which words and status.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;

const SIMULATED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/preferences/simulated.jsonl");

/// A folder for one test, empty.
fn folder(name: &str) -> PathBuf {
    support::Folder::new(&format!("tune_{name}")).path().to_owned()
}

/// The first lines of the simulated preferences, in a file.
fn first_pairs(folder: &Path, n_pairs: usize) -> PathBuf {
    let text = fs::read_to_string(SIMULATED).expect("the fixture is there");
    let path = folder.join("preferences.jsonl");
    let lines: Vec<&str> = text.lines().take(n_pairs).collect();
    fs::write(&path, lines.join("\n")).expect("the folder can be written");
    path
}

fn tune(preferences: &Path) -> Command {
    let mut command = Command::cargo_bin("boussole").expect("it is built");
    command.arg("tune").arg("--preferences").arg(preferences);
    command
}

fn text(bytes: &[u8]) -> String {
    support::plain(core::str::from_utf8(bytes).expect("it is UTF-8"))
}

#[test]
fn factors_of_interests_are_written_and_read_again() {
    let weights = folder("factors").join("weights.toml");
    let output = tune(Path::new(SIMULATED)).args(["--per-interest", "--lambda", "10", "--output"]).arg(&weights).output();
    let output = output.expect("it runs");
    assert!(output.status.success(), "{}", text(&output.stderr));
    let toml = fs::read_to_string(&weights).expect("it was written");
    let (_, factors) = toml.split_once("[interests]\n").expect("it has factors of interests");
    assert!(factors.contains("\"j'aime la nature\" = "), "{toml}");
    let mut recommend = Command::cargo_bin("boussole").expect("it is built");
    recommend.args(["recommend", "--likes", "j'aime la nature", "--weights"]).arg(&weights).assert().success();
}

#[test]
fn the_fixture_is_marked_as_simulated() {
    let text = fs::read_to_string(SIMULATED).expect("the fixture is there");
    assert_eq!(text.lines().count(), 2000);
    assert!(text.lines().all(|line| line.contains("\"simulated\":true")));
    assert!(text.len() < 1_000_000);
}

#[test]
fn tuned_weights_go_straight_into_recommend() {
    let folder = folder("tuned");
    let preferences = first_pairs(&folder, 400);
    let (weights, report, profile) = (folder.join("weights.toml"), folder.join("report.md"), folder.join("lea.toml"));
    fs::write(&profile, "[interests]\n\"j'ai le sens du contact\" = 1.0\n[access_level]\nwilling = \"Bac + 2\"\n")
        .expect("it can be written");
    let output = tune(&preferences)
        .args(["--lambda", "10", "--date", "2026-01-31", "--seed", "3", "--output"])
        .arg(&weights)
        .arg("--report")
        .arg(&report)
        .arg("--profiles")
        .arg(&profile)
        .output()
        .expect("it runs");
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert_eq!(text(&output.stderr), "", "no progress off a terminal");
    let out = text(&output.stdout);
    assert!(out.starts_with("Poids réglés d'après des préférences\n==="), "{out}");
    assert!(
        out.contains("400 paires des données viennent d'un simulateur : ce ne sont pas des poids pour de vrais élèves"),
        "{out}"
    );
    assert!(out.contains("Les données soutiennent ces poids.") && out.contains("Ce qui change pour lea.toml"), "{out}");

    let toml = fs::read_to_string(&weights).expect("it was written");
    assert!(toml.starts_with("schema = \"boussole/weights/1\"\n\n[weights]\ninterest = 0."), "{toml}");
    let provenance = &toml[toml.find("[provenance]").expect("it has its provenance")..];
    assert!(
        provenance.contains("data = \"xxh3_128:") && provenance.contains("n_students = 40\nn_simulated = 400\nlambda = 10.0\n")
    );
    assert!(provenance.ends_with("seed = 3\ndate = \"2026-01-31\"\nversion = \"0.1.0\"\n"), "{toml}");
    let mut recommend = Command::cargo_bin("boussole").expect("it is built");
    recommend.args(["recommend", "--likes", "j'ai le sens du contact", "--weights"]).arg(&weights).assert().success();

    let markdown = fs::read_to_string(&report).expect("it was written");
    assert!(
        markdown.contains("](report.svg)\n") && markdown.contains("| poids | avant | après | stabilité | paires |"),
        "{markdown}"
    );
    let picture = fs::read_to_string(folder.join("report.svg")).expect("the picture stands beside");
    assert!(picture.starts_with("<svg xmlns=") && picture.ends_with("</svg>\n"));
    assert!(picture.contains(">interest</text>") && !picture.contains("NaN"), "{picture}");
}

#[test]
fn thirty_pairs_are_refused_and_nothing_is_written() {
    let folder = folder("thirty");
    let weights = folder.join("weights.toml");
    let output = tune(&first_pairs(&folder, 30)).arg("--output").arg(&weights).output().expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    let document = text(&output.stdout);
    assert!(
        document.contains("Refusés\n-------\nLes poids par défaut sont gardés.\n  - Il faut au moins 100 paires"),
        "{document}"
    );
    let message = text(&output.stderr);
    let found = message.split("found ").nth(1).and_then(|rest| rest.split(';').next()).expect("it counts the pairs");
    assert!(found.parse::<usize>().is_ok_and(|found| found <= 30), "{message}");
    let expected = format!(
        "boussole: tuned weights refused, the default weights are kept:\n\
         - expected at least 100 pairs that differ, found {found}; gather more before tuning\n\
         - expected pairs of at least 10 students, found 3; ask more people, not the same ones more often\n"
    );
    assert_eq!(message, expected);
    assert!(!weights.exists());
    let output = tune(&first_pairs(&folder, 30)).args(["--format", "json"]).output().expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    assert_eq!((&document["is_accepted"], document["refusals"].as_array().map(Vec::len)), (&false.into(), Some(2)));
    assert!(document["provenance"].get("lambda").is_none(), "nothing was fitted");
}

#[test]
fn fixed_weights_are_written_as_they_are() {
    let folder = folder("fixed");
    let weights = folder.join("weights.toml");
    let run = |fixed: &[&str]| {
        let mut command = tune(&first_pairs(&folder, 400));
        command.args(["--lambda", "10", "--quiet", "--fixed"]).args(fixed).arg("--output").arg(&weights);
        command.output().expect("it runs")
    };
    let output = run(&["interest=0.44", "sector=0.1"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let table: toml::Table = fs::read_to_string(&weights).expect("it was written").parse().expect("it is TOML");
    let values: Vec<f64> =
        table["weights"].as_table().expect("is one").values().map(|value| value.as_float().expect("a number")).collect();
    assert_eq!((&table["weights"]["interest"], &table["weights"]["sector"]), (&0.44.into(), &0.1.into()));
    assert!((values.iter().sum::<f64>() - 1.0).abs() < 1e-12, "{values:?}");
    let output = run(&["interest=1", "sector=2"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("expected shares whose sum is below 1"), "{}", text(&output.stderr));
}

#[test]
fn a_wrong_line_does_not_stop_the_rest() {
    let folder = folder("lenient");
    let preferences = first_pairs(&folder, 300);
    let good = fs::read_to_string(&preferences).expect("it was written");
    let bad =
        r#"{"student": "s1", "profile": {"interests": {"j'aime le bruit": 1.0}}, "preferred": "MET.710", "over": "MET.10"}"#;
    fs::write(&preferences, format!("{bad}\n{good}\n{bad}\n")).expect("it can be written");
    let output = tune(&preferences).args(["--format", "json", "--lambda", "10"]).output().expect("it runs");
    assert!(output.status.success(), "{}", text(&output.stderr));
    let told = text(&output.stderr);
    assert!(
        told.contains("line 1: interests: expected an interest of the catalogue") && told.ends_with("(2 such lines)\n"),
        "{told}"
    );
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    assert_eq!((&document["n_left_out"], &document["remarks"][0]["kind"]), (&2.into(), &"unknown_label".into()));
}

#[test]
fn preferences_that_are_turned_round_are_refused_in_a_document() {
    let folder = folder("turned");
    let preferences = first_pairs(&folder, 400);
    let good = fs::read_to_string(&preferences).expect("it was written");
    let turned = good.replace("\"over\"", "\"\"").replace("\"preferred\"", "\"over\"").replace("\"\":", "\"preferred\":");
    fs::write(&preferences, turned).expect("it can be written");
    let output = tune(&preferences).args(["--format", "json", "--lambda", "10"]).output().expect("it runs");
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    let refusal = document["refusals"][0].as_str().expect("there is one");
    assert!(refusal.ends_with("they contradict every criterion; look whether sides are turned round"), "{refusal}");
    assert!(document["is_accepted"] == false && document["fit"].is_null(), "{document}");
}

#[test]
fn json_is_one_document_and_the_same_every_time() {
    let folder = folder("json");
    let preferences = first_pairs(&folder, 300);
    let run = || tune(&preferences).args(["--format", "json", "--lambda", "30"]).output().expect("it runs");
    let first = run();
    assert!(first.status.success(), "{}", text(&first.stderr));
    let document: serde_json::Value = serde_json::from_slice(&first.stdout).expect("it is JSON");
    assert_eq!(document["schema"], "boussole/tuning/1");
    assert_eq!(document["is_accepted"], true);
    assert_eq!(document["fit"]["solver"]["stop_reason"], "optimal");
    let sum: f64 =
        document["fit"]["weights"].as_array().expect("a list").iter().filter_map(|weight| weight["after"].as_f64()).sum();
    assert!((sum - 1.0).abs() < 1e-12);
    assert_eq!(run().stdout, first.stdout);

    let text = fs::read_to_string(&preferences).expect("it was written");
    let mut lines: Vec<&str> = text.lines().collect();
    lines.reverse();
    fs::write(&preferences, lines.join("\n")).expect("it can be written");
    let reversed: serde_json::Value = serde_json::from_slice(&run().stdout).expect("it is JSON");
    assert_eq!(reversed["fit"], document["fit"], "the order of lines does not matter");
}

#[test]
fn raw_scores_are_tuned_and_their_names_kept() {
    let folder = folder("raw");
    let path = folder.join("raw.jsonl");
    // What scores higher on near wins; far is noise. Twelve students, nine pairs each.
    let line = |n: u32| {
        let (near, far) = (f64::from(n * 7 % 10) / 10.0 + 0.1, f64::from(n * 3 % 11) / 11.0);
        format!(
            r#"{{"student": {}, "preferred": {{"near": {near}, "far": {far}}}, "over": {{"near": 0.0, "far": 0.5}}}}"#,
            n % 12
        )
    };
    fs::write(&path, (0..108).map(line).collect::<Vec<_>>().join("\n")).expect("it can be written");
    let output = tune(&path).args(["--format", "markdown", "--fixed", "far=0.2", "--lambda", "1"]).output().expect("it runs");
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(text(&output.stdout).contains("| near |") && text(&output.stdout).contains("| fixé |"));
    let output = tune(&path).arg("--output").arg(folder.join("weights.toml")).output().expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    let message = text(&output.stderr);
    assert!(message.starts_with("boussole: --output: expected a criterion (interest, "), "{message}");
    assert!(message.ends_with("found « far »; leave --output out and read the weights in the report\n"), "{message}");
}

#[test]
fn wrong_lines_and_wrong_flags_have_their_status() {
    let folder = folder("wrong");
    let path = folder.join("wrong.jsonl");
    fs::write(&path, "{}\n\nnonsense\n").expect("it can be written");
    let output = tune(&path).output().expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    let form = "expected {\"profile\": …, \"preferred\": …, \"over\": …}, found";
    let expected = format!(
        "boussole: {}: line 1: {form}: missing field `preferred` (column 2)\nline 3: {form}: expected ident (column 2)\n",
        path.display()
    );
    assert_eq!(text(&output.stderr), expected);
    for wrong in [["--fixed", "interest"], ["--date", "31 janvier"], ["--lambda", "much"]] {
        tune(&path).args(wrong).assert().code(2);
    }
}

#[test]
fn weights_are_compared_and_swept_on_every_judge() {
    let folder = folder("compared");
    let (preferences, weights) = (first_pairs(&folder, 100), folder.join("b.toml"));
    fs::write(&weights, "[weights]\ninterest = 0.2\naccess_level = 0.8\n").expect("it can be written");
    let run = |arguments: &[&str]| {
        let mut command = support::boussole(&[&["weights"], arguments].concat());
        command.arg("--preferences").arg(&preferences).args(["--quiet"]).output().expect("it runs")
    };
    let output = run(&["compare", "default", weights.to_str().expect("is UTF-8"), "--format", "json"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    assert_eq!(document["schema"], "boussole/weights-comparison/1");
    assert_eq!(document["second"]["weights"]["access_level"], 0.8);
    let measures: Vec<&str> =
        document["measures"].as_array().expect("a list").iter().filter_map(|one| one["measure"].as_str()).collect();
    assert_eq!(measures, ["accuracy", "own", "coverage"]);
    let marked = folder.join("a<b.toml");
    fs::copy(&weights, &marked).expect("it can be copied");
    let output = run(&["compare", "default", marked.to_str().expect("is UTF-8"), "--format", "svg", "--language", "en"]);
    let picture = text(&output.stdout);
    // A ring and a dot for each of nine criteria and three measures, and in the legend; an interval for each measure, and in the legend.
    assert_eq!((picture.matches("<circle").count(), picture.matches("stroke-opacity").count()), (2 * 13, 4), "{picture}");
    assert!(picture.contains(">pairs in the right order<") && !picture.contains("a<b"), "{picture}");
    let moves = document["moves"].as_array().expect("a list");
    assert!(moves.len() == 5 && moves.iter().any(|one| one["n_kept"] != 10), "{moves:?}");

    let qrels = ["--catalogue", support::REAL, "--qrels", "fixtures/real/qrels/mob.txt"];
    let output = support::boussole(&[&["weights", "sweep", "interest", "--format", "json"], &qrels[..]].concat()).output();
    let output = output.expect("it runs");
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    let points = document["points"].as_array().expect("a list");
    let present: Vec<&serde_json::Value> = points.iter().filter(|point| point["is_present"] == true).collect();
    assert!(4 < points.len() && present.len() == 1 && present[0]["measures"][0]["difference"] == 0.0, "{present:?}");
    assert_eq!(points[0]["measures"][0]["measure"], "ndcg");
    for (format, start) in [("text", "Le poids « interest »"), ("markdown", "# Le poids"), ("svg", "<svg xmlns=")] {
        let output = run(&["sweep", "interest", "--format", format]);
        assert!(text(&output.stdout).starts_with(start), "{format}: {}", text(&output.stderr));
    }
    run(&["sweep", "taste"]).status.code().into_iter().for_each(|code| assert_eq!(code, 2));
}
