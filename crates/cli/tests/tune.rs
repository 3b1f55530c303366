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
    support::plain(&String::from_utf8(bytes.to_vec()).expect("it is UTF-8"))
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
    assert_eq!(text(&output.stdout), "");
    let message = text(&output.stderr);
    let found = message.split("found ").nth(1).and_then(|rest| rest.split(';').next()).expect("it counts the pairs");
    assert!(found.parse::<usize>().is_ok_and(|found| found <= 30), "{message}");
    let expected = format!(
        "boussole: tuned weights refused, the default weights are kept:\n\
         - expected at least 50 pairs that differ, found {found}; gather more before tuning\n\
         - expected pairs of at least 10 students, found 3; ask more people, not the same ones more often\n"
    );
    assert_eq!(message, expected);
    assert!(!weights.exists());
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
    // What scores higher on near wins; far is noise. Twelve students, six pairs each.
    let line = |n: u32| {
        let (near, far) = (f64::from(n * 7 % 10) / 10.0 + 0.1, f64::from(n * 3 % 11) / 11.0);
        format!(
            r#"{{"student": {}, "preferred": {{"near": {near}, "far": {far}}}, "over": {{"near": 0.0, "far": 0.5}}}}"#,
            n % 12
        )
    };
    fs::write(&path, (0..72).map(line).collect::<Vec<_>>().join("\n")).expect("it can be written");
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
