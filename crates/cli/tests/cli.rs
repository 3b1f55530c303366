//! The program as a person types it: output, exit status, messages.
//!
//! - A result goes to standard output with status 0; a fault of the input gives status 1, one of usage status 2, and then
//!   standard output is empty and the message says what was expected, what was found and where.
//! - JSON has the fields of the contract, and the points of each métier sum to its score exactly, left to right.
//! - What the program prints for the profiles in `fixtures/profiles` is in `tests/snapshots`. After a change of weights or words,
//!   refresh with `INSTA_UPDATE=always cargo test --test cli` and read the difference.

mod support;

use std::fs;
use std::path::Path;

use serde_json::Value;
use support::{Folder, PROJECT, REAL, boussole, printed};

const PROFILES: [&str; 5] = ["ines", "karim", "lina", "maelle", "noe"];

fn profile(name: &str) -> String {
    format!("fixtures/profiles/{name}.toml")
}

#[track_caller]
fn json(arguments: &[&str]) -> Value {
    let text = printed(&[arguments, &["--format", "json"]].concat());
    serde_json::from_str(&text).expect("output is one JSON document")
}

/// Checks exit status and the whole message; standard output must be empty.
#[track_caller]
fn fails(arguments: &[&str], code: i32, message: &str) {
    boussole(arguments).assert().code(code).stdout("").stderr(format!("{message}\n"));
}

fn text(path: &Path) -> &str {
    path.to_str().expect("the path is UTF-8")
}

#[test]
fn text_for_each_profile() {
    for name in PROFILES {
        insta::assert_snapshot!(format!("text_{name}"), printed(&["recommend", "--profile", &profile(name), "--top", "5"]));
    }
}

#[test]
fn markdown_for_a_profile() {
    let arguments = ["recommend", "--profile", &profile("lina"), "--top", "3", "--format", "markdown"];
    insta::assert_snapshot!("markdown_lina", printed(&arguments));
}

#[test]
fn explanations() {
    insta::assert_snapshot!("explain_text", printed(&["explain", "MET.7829", "--profile", &profile("maelle")]));
    insta::assert_snapshot!("explain_excluded", printed(&["explain", "MET.299", "--profile", &profile("karim")]));
    let markdown = ["explain", "met.7829", "--profile", &profile("maelle"), "--format", "markdown"];
    insta::assert_snapshot!("explain_markdown", printed(&markdown));
}

#[test]
fn answers_on_the_command_line_are_those_of_a_file() {
    let arguments = ["--likes", "j'aime la nature", "j'aime bouger", "--dislikes", "le sport est ma passion", "--reached", "3e"];
    let folder = Folder::new("cli_answers");
    let file = "[interests]\n\"j'aime la nature\" = 1\n\"j'aime bouger\" = 1\n\"le sport est ma passion\" = -1\n[access_level]\nreached = \"3e\"";
    let path = folder.write("profile.toml", file);
    let from_file = printed(&["recommend", "--profile", text(&path), "--format", "json"]);
    assert_eq!(printed(&[&["recommend", "--format", "json"], &arguments[..]].concat()), from_file);
}

#[test]
fn toml_and_json_profiles_are_told_apart_by_content() {
    let folder = Folder::new("cli_content");
    let understood = json(&["recommend", "--profile", &profile("lina")])["profile"].to_string();
    // The endings are wrong on purpose.
    let path = folder.write("lina.toml", format!("\u{feff}\n {understood}"));
    let from_json = printed(&["recommend", "--profile", text(&path), "--format", "json"]);
    assert_eq!(from_json, printed(&["recommend", "--profile", &profile("lina"), "--format", "json"]));
}

#[test]
fn output_is_the_same_each_time() {
    for format in ["text", "json", "markdown"] {
        let arguments = ["recommend", "--profile", &profile("noe"), "--top", "152", "--format", format];
        assert_eq!(printed(&arguments), printed(&arguments), "{format}");
    }
}

#[test]
fn one_piste_or_none_is_said_in_words() {
    let looked_at = |top: &str| {
        let text = printed(&["recommend", "--likes", "j'aime bouger", "--top", top]);
        text.lines()
            .filter(|line| line.contains("comparé") || line.contains("tirée au sort"))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(looked_at("0"), ["152 métiers comparés."]);
    assert_eq!(looked_at("1"), ["152 métiers comparés. Voici ta première piste."]);
    assert_eq!(looked_at("2"), ["152 métiers comparés. Voici tes 2 premières pistes."]);
    assert_eq!(looked_at("152"), ["152 métiers comparés."]);
}

#[test]
fn who_answered_is_not_told_to_answer() {
    let silent = "Tu n'as pas encore répondu";
    assert!(printed(&["recommend"]).contains(silent));
    let neither =
        Folder::new("cli_neither").write("neither.toml", "[interests]\n\"j'aime bouger\" = 0\n\"j'aime la nature\" = 0\n");
    let told = printed(&["recommend", "--profile", text(&neither)]);
    assert!(!told.contains(silent) && told.contains("Tes réponses ne penchent d'aucun côté"), "{told}");
    // One métier, of which the fiche gives no level: the answer tells nothing apart, but it was given.
    let arguments = ["recommend", "--catalogue", "fixtures/fiche_variants/bare.md", "--reached", "Bac"];
    assert!(!printed(&arguments).contains(silent));
}

/// Checks the terms of one métier: fields, and the sum left to right.
#[track_caller]
fn check_terms(one: &Value) {
    let terms = one["contributions"].as_array().expect("a list");
    let number = |term: &Value, field: &str| term[field].as_f64().unwrap_or_else(|| panic!("{field} is no number in {term}"));
    let sum = terms.iter().fold(0.0, |sum, term| sum + number(term, "points"));
    assert_eq!(sum.to_bits(), number(one, "score").to_bits(), "{}", one["id"]);
    for term in terms {
        assert!(term["criterion"].is_string() && (term["feature"].is_string() || term["feature"].is_null()), "{term}");
        assert!(number(term, "answer").is_finite() && number(term, "value").is_finite());
    }
    assert!(one["missing"].is_array());
    assert!(one["title"]["feminine"].is_string() && one["title"]["masculine"].is_string());
}

#[test]
fn json_keeps_the_contract() {
    for name in PROFILES {
        let document = json(&["recommend", "--profile", &profile(name), "--top", "400"]);
        assert_eq!(document["schema"], "boussole/recommendation/3");
        assert_eq!(document["catalogue"]["n_metiers"], 152);
        assert_eq!(document["catalogue"]["fingerprint"].as_str().map(str::len), Some(32));
        assert!(document["weights"]["interest"].is_f64() && document["profile"]["interests"].is_object());
        let recommendations = document["recommendations"].as_array().expect("a list");
        let excluded = document["excluded"].as_array().expect("a list");
        let n_excluded: u64 = excluded.iter().map(|one| one["n_metiers"].as_u64().expect("a number")).sum();
        assert!(excluded.iter().all(|one| one["reason"].is_string()));
        assert_eq!(document["n_ranked"].as_u64().map(|n| n + n_excluded), Some(152));
        assert_eq!(document["n_ranked"].as_u64(), Some(recommendations.len() as u64));
        for (index, one) in recommendations.iter().enumerate() {
            check_terms(one);
            assert_eq!(one["rank"], index + 1);
            assert!(one["tie_group"].is_u64() && one["id"].is_string());
        }
    }
}

#[test]
fn json_tells_what_fiches_do_not_say_and_what_filters_removed() {
    let bare = json(&["recommend", "--catalogue", "fixtures/fiche_variants/bare.md", "--reached", "Bac"]);
    assert_eq!(bare["recommendations"][0]["missing"], serde_json::json!(["access_level"]));
    let gated = json(&["recommend", "--profile", &profile("karim")]);
    // Counted with grep: of 152 fiches two are named, 57 of the others ask for more than Bac + 2, 17 of the rest lack « salarié ».
    let excluded = serde_json::json!([
        {"reason": "exclude", "n_metiers": 2, "n_without_data": 0},
        {"reason": "max_access_level", "n_metiers": 57, "n_without_data": 0},
        {"reason": "statuses", "n_metiers": 17, "n_without_data": 1},
    ]);
    assert_eq!(gated["excluded"], excluded);
}

#[test]
fn json_says_what_was_understood() {
    let document = json(&["recommend", "--profile", &profile("maelle"), "--top", "1"]);
    let expected = serde_json::json!({
        "seed": 0,
        "interests": {
            "j'ai le sens du contact": 1.0,
            "je suis branché high tech": -0.5,
            "je veux m'occuper d'enfants": 1.0,
            "réparer - bricoler - j'adore ça": 0.25,
        },
        "access_level": {"reached": "Bac ou équivalent", "willing": "Bac + 5"},
        "statuses": {"fonctionnaire": 1.0},
        "sectors": {},
        "metiers": {"likes": [], "exclude": []},
        "gates": {},
    });
    assert_eq!(document["profile"], expected);
}

#[test]
fn json_of_an_explanation_agrees_with_the_ranking() {
    let document = json(&["recommend", "--profile", &profile("karim"), "--top", "400"]);
    for one in document["recommendations"].as_array().expect("a list").iter().step_by(15) {
        let explained = json(&["explain", one["id"].as_str().expect("an id"), "--profile", &profile("karim")]);
        assert_eq!(explained["schema"], "boussole/explanation/3");
        check_terms(&explained);
        for field in ["id", "title", "score", "rank", "tie_group", "n_tied", "contributions", "missing"] {
            assert_eq!(explained[field], one[field], "{field} of {}", one["id"]);
        }
    }
    let excluded = json(&["explain", "MET.10", "--profile", &profile("karim")]);
    check_terms(&excluded);
    assert_eq!((&excluded["rank"], &excluded["excluded_by"]), (&Value::Null, &"exclude".into()));
}

#[test]
fn unknown_labels_come_with_the_nearest() {
    fails(
        &["recommend", "--likes", "j'ai le sans du contact"],
        1,
        "boussole: profile: interests: expected an interest of the catalogue, found « j'ai le sans du contact »; the nearest are \
         « j'ai le sens du contact »",
    );
}

#[test]
fn every_wrong_answer_is_told_at_once() {
    let folder = Folder::new("cli_wrong_answers");
    let profile = "[interests]\n\"j'aime bouger\" = 3\n[statuses]\n\"salarie\" = 1\n[access_level]\nreached = \"jamais\"\n[metiers]\nlikes = [\"31\"]";
    let path = folder.write("profile.toml", profile);
    let message = format!(
        "boussole: {}: profile: interests: « j'aime bouger »: expected an answer from -1 (no) to 1 (yes), found 3\n\
         profile: access_level.reached: expected an access level (« sans diplôme », « 3e », « diplôme national du brevet », \
         « CAP ou équivalent », « Bac ou équivalent », « Bac + 1 » to « Bac + 8 » or « Bac + 9 et plus »), found « jamais »\n\
         profile: metiers.likes: expected an identifier such as MET.7829, found « 31 »",
        path.display()
    );
    fails(&["recommend", "--profile", text(&path)], 1, &message);
}

#[test]
fn contradictory_answers_are_told() {
    fails(
        &["recommend", "--likes", "j'aime bouger", "--dislikes", "J’AIME BOUGER"],
        1,
        "boussole: profile: interests: « J'AIME BOUGER »: expected one answer, found 1 and -1; keep one of them",
    );
}

#[test]
fn unknown_metiers_come_with_those_one_slip_away() {
    fails(
        &["explain", "MET.999999", "--likes", "j'aime bouger"],
        1,
        "boussole: Aucun métier n’a pour nom ou pour identifiant «\u{a0}MET.999999\u{a0}», et aucun nom ne lui ressemble.",
    );
}

#[test]
fn a_profile_that_is_no_toml_is_told_with_line_and_column() {
    let folder = Folder::new("cli_bad_toml");
    let path = folder.write("profile.toml", "[interests]\n\"j'aime bouger\" = oui\n");
    let message = format!(
        "boussole: {}: profile: expected TOML with the parts of a profile, found: TOML parse error at line 2, column 19\n  |\n\
         2 | \"j'aime bouger\" = oui\n  |                   ^^^\nstring values must be quoted, expected literal string",
        path.display()
    );
    fails(&["recommend", "--profile", text(&path)], 1, &message);
    fails(
        &["recommend", "--profile", "nulle/part.toml"],
        1,
        "boussole: nulle/part.toml: expected a text file, found: No such file or directory (os error 2)",
    );
}

#[test]
fn bad_weights_are_told() {
    let folder = Folder::new("cli_bad_weights");
    let fails_with = |content: &str, line: usize, message: &str| {
        let path = folder.write("weights.toml", content);
        let run = boussole(&["recommend", "--profile", &profile("ines"), "--weights", text(&path)]).assert().code(1).stdout("");
        let told = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
        let (begin, place) = (format!("boussole: {}: ", path.display()), format!("at line {line}, "));
        assert!(told.starts_with(&begin) && told.contains(&place) && told.contains(message), "{told}");
    };
    fails_with("interest = -1", 1, "interest: expected a finite weight of at least 0, found -1");
    fails_with("[weights]\ninterest = 0\nstatus = 0.0", 1, "expected at least one weight above 0, found none");
    fails_with("[weights]\nsector = nan", 2, "sector: expected a finite weight of at least 0, found NaN");
    fails_with("sector = 1\n[weights]\nsector = 1", 3, "sector: expected one weight, found two");
}

#[test]
fn weights_of_a_file_are_used() {
    let folder = Folder::new("cli_weights");
    let path = folder.write("weights.toml", "[weights]\naccess_level = 2\nstatus = 6\n[provenance]\nwhy = \"a test\"");
    let document = json(&["recommend", "--profile", &profile("lina"), "--weights", text(&path), "--top", "1"]);
    assert_eq!((&document["weights"]["access_level"], &document["weights"]["status"]), (&0.25.into(), &0.75.into()));
    assert_eq!(document["weights"]["interest"], 0.0);
}

#[test]
fn factors_of_interests_count_and_unknown_ones_are_told() {
    let folder = Folder::new("cli_factors");
    let path = folder.write("weights.toml", "[weights]\ninterest = 1\n[interests]\n\"J’aime la nature\" = 0");
    let arguments = ["recommend", "--likes", "j'aime la nature", "--weights", text(&path)];
    let document = json(&arguments);
    assert_eq!(document["weights"]["interests"], serde_json::json!({ "J'aime la nature": 0.0 }));
    let scores = document["recommendations"].as_array().expect("is a list").iter().map(|one| &one["score"]);
    assert!(scores.into_iter().all(|score| *score == 0.5), "what counts for nothing moves nobody: {document}");
    let path = folder.write("weights.toml", "[weights]\ninterest = 1\n[interests]\n\"j'aime la natur\" = 2");
    let run = boussole(&["recommend", "--likes", "j'aime la nature", "--weights", text(&path)]).assert().code(1).stdout("");
    let told = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    let expected = "weights: interests: expected an interest of the catalogue, found « j'aime la natur »; the nearest are « j'aime la nature »";
    assert!(told.contains(expected), "{told}");
}

#[test]
fn what_is_liked_is_shown_when_asked() {
    let folder = Folder::new("cli_liked");
    let path = folder.write("me.toml", "[metiers]\nlikes = [\"MET.171\"]");
    let shows = |arguments: &[&str]| {
        let document = json(&[&["recommend", "--profile", text(&path), "--top", "1000"], arguments].concat());
        document["recommendations"].as_array().expect("is a list").iter().any(|one| one["id"] == "MET.171")
    };
    assert!(!shows(&[]) && shows(&["--show-liked"]));
}

#[test]
fn a_catalogue_that_is_not_there_is_told() {
    fails(
        &["recommend", "--catalogue", "nulle/part", "--likes", "j'aime bouger"],
        1,
        "boussole: expected a file or folder of fiches at nulle/part, found: No such file or directory (os error 2)",
    );
}

#[test]
fn an_empty_folder_is_told() {
    let folder = Folder::new("cli_empty");
    let message = format!(
        "boussole: expected at least one fiche in {}, found none (0 problems); a fiche is a .md file with a line « **ID:** MET.… », \
         an element <metier> of an .xml file, a row of a .csv table with columns id and libelle, or part of a catalogue that was \
         converted",
        folder.path().display()
    );
    fails(&["recommend", "--catalogue", text(folder.path())], 1, &message);
}

#[test]
fn problems_of_the_catalogue_are_told_and_strict_makes_them_a_failure() {
    let folder = Folder::new("cli_one_id");
    let first = folder.write("a.md", "# mime\n**ID:** MET.1\n");
    let second = folder.write("b.md", "# clown\n**ID:** MET.1\n");
    let problems = format!(
        "problem: {}:1: MET.1: id: expected each id once, found it again (first in {}:1); remove or rename one, the first is kept\n",
        second.display(),
        first.display()
    );
    let both = ["--catalogue", text(folder.path())];
    let arguments = [&["recommend", "--reached", "Bac"], &both[..]].concat();
    let assert = boussole(&arguments).assert().code(0).stderr(problems.clone());
    assert!(!assert.get_output().stdout.is_empty());
    let strict = format!("{problems}boussole: 1 problem in the catalogue, and --strict was given");
    fails(&[&arguments[..], &["--strict"]].concat(), 1, &strict);
    boussole(&["recommend", "--strict", "--catalogue", "fixtures/fiches", "--reached", "Bac"]).assert().code(0).stderr("");
}

#[test]
fn the_embedded_catalogue_is_the_one_of_fixtures() {
    let embedded = json(&["recommend", "--reached", "Bac"]);
    let letters = ["--quiet", "--rome-riasec", "fixtures/rome_riasec.csv"];
    let read = json(&[&["recommend", "--reached", "Bac", "--catalogue", "fixtures/fiches"], &letters[..]].concat());
    assert_eq!(embedded, read);
}

#[test]
fn codes_without_letters_are_told_and_counted() {
    let folder = Folder::new("cli_letters");
    let header = "code_rome,riasec_majeur,riasec_mineur\n";
    let letters = fs::read_to_string(Path::new(PROJECT).join("fixtures/rome_riasec.csv")).expect("is there");
    let audit = |table: String| {
        let path = folder.write("letters.csv", table);
        let arguments = ["audit", "--no-reachability", "--rome-riasec", text(&path)];
        let assert = boussole(&arguments).assert().code(0);
        String::from_utf8(assert.get_output().stderr.clone()).expect("messages are UTF-8")
    };
    let one = "note: 1 ROME code has no letters in the table (1 of 152 métiers): I1404\n";
    assert_eq!(audit(letters.clone()), one);
    let without = letters.lines().filter(|line| !line.starts_with("A1101,")).map(|line| format!("{line}\n")).collect();
    let several = "note: 2 ROME codes have no letters in the table (2 of 152 métiers): A1101, I1404\n";
    assert_eq!(audit(without), several);
    assert!(audit(format!("{header}A1101,R,C\n")).contains(" ROME codes have no letters in the table ("));
}

#[test]
fn numbers_are_the_same_for_every_voice() {
    let voices = [["fr", "student"], ["fr", "counsellor"], ["en", "student"], ["en", "counsellor"]];
    let profile = profile("maelle");
    for command in [&["recommend", "--top", "3"][..], &["explain", "MET.10"]] {
        let arguments = [command, &["--profile", &profile]].concat();
        let numbers = |document: &Value| {
            let of = |one: &Value| ["id", "score", "contributions", "level", "beyond"].map(|key| one[key].clone());
            document["recommendations"].as_array().map_or_else(|| vec![of(document)], |all| all.iter().map(of).collect())
        };
        let plain = numbers(&json(&arguments));
        for [language, audience] in voices {
            let spoken = json(&[&arguments[..], &["--language", language, "--audience", audience]].concat());
            assert_eq!(numbers(&spoken), plain, "{language} {audience}");
        }
    }
}

#[test]
fn a_voice_is_heard_in_every_format() {
    let said = [("fr", "student", "tes réponses"), ("fr", "counsellor", "l'élève"), ("en", "student", "your answers")];
    for (language, audience, expected) in said {
        for format in ["text", "markdown", "html"] {
            let voice = ["--language", language, "--audience", audience, "--format", format];
            let told = printed(&[&["recommend", "--profile", &profile("maelle")], &voice[..]].concat());
            assert!(told.contains(expected), "{language} {audience} {format}");
        }
    }
    let message = "error: invalid value 'de' for '--language <LANGUAGE>'\n  [possible values: fr, en]\n\n\
                   For more information, try '--help'.";
    fails(&["recommend", "--language", "de"], 2, message);
}

#[test]
fn wrong_usage_gives_status_2() {
    fails(
        &["recommend", "--reached", "jamais"],
        2,
        "error: invalid value 'jamais' for '--reached <LEVEL>': expected an access level (« sans diplôme », « 3e », « diplôme \
         national du brevet », « CAP ou équivalent », « Bac ou équivalent », « Bac + 1 » to « Bac + 8 » or « Bac + 9 et plus »), \
         found « jamais »\n\nFor more information, try '--help'.",
    );
    let usages: [&[&str]; 7] = [
        &[],
        &["devine"],
        &["recommend", "--top", "-1"],
        &["recommend", "--top", "beaucoup"],
        &["recommend", "--format", "pdf"],
        &["recommend", "--profile", "x", "--likes", "y"],
        &["explain"],
    ];
    for usage in usages {
        boussole(usage).assert().code(2).stdout("");
    }
}

#[test]
fn help_and_version_are_results() {
    assert!(printed(&["--help"]).contains("Usage: boussole"));
    assert_eq!(printed(&["--version"]), format!("boussole {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_closed_pipe_is_no_failure() {
    use std::process::{Command, Stdio};
    let arguments = ["recommend", "--top", "152", "--format", "json", "--likes", "j'aime bouger"];
    let mut child = Command::new(env!("CARGO_BIN_EXE_boussole")).args(arguments).stdout(Stdio::piped()).spawn().expect("starts");
    drop(child.stdout.take());
    assert_eq!(child.wait().expect("ends").code(), Some(0));
}

#[test]
fn the_program_writes_pages_where_there_are_pages() {
    let boussole = |arguments: &[&str]| boussole(arguments).assert();
    for arguments in [&["recommend", "--likes", "j'aime bouger"][..], &["explain", "MET.10", "--likes", "j'aime bouger"]] {
        let assert = boussole(&[arguments, &["--format", "html"]].concat()).code(0).stderr("");
        assert!(assert.get_output().stdout.starts_with(b"<!DOCTYPE html>"));
    }
    let message = "error: invalid value 'html' for '--format <FORMAT>'\n  [possible values: text, json, markdown]\n\n\
                   For more information, try '--help'.\n";
    boussole(&["audit", "--format", "html"]).code(2).stdout("").stderr(message);
    boussole(&["evaluate", "--qrels", "a", "--run", "b", "--format", "html"]).code(2).stdout("").stderr(message);
}

#[test]
fn profiles_hold_for_real_metiers() {
    for name in PROFILES {
        let document = json(&["recommend", "--strict", "--catalogue", REAL, "--profile", &profile(name)]);
        assert_eq!(document["catalogue"]["n_metiers"], 440);
        document["recommendations"].as_array().expect("a list").iter().for_each(check_terms);
    }
}
