//! `boussole quiz` without a terminal: answers from a file or a pipe, sessions that are kept, simulations, errors.

use std::fs;
use std::path::PathBuf;

use assert_cmd::Command;
use serde_json::Value;

fn quiz(arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("boussole").expect("the program is built");
    command.arg("quiz").args(arguments);
    command
}

/// A path for a file of one test.
fn temporary(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name)
}

#[track_caller]
fn output(command: &mut Command, status: i32) -> (String, String) {
    let output = command.output().expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("is UTF-8").replace('\u{a0}', " ").replace('’', "'");
    let (stdout, stderr) = (text(output.stdout), text(output.stderr));
    assert_eq!(output.status.code(), Some(status), "{stderr}");
    (stdout, stderr)
}

#[test]
fn a_pipe_is_asked_without_a_terminal() {
    // Every interest once, then the list of sectors.
    let answers = "4\n".repeat(25) + "4 7\nf\n";
    let (stdout, stderr) = output(quiz(&["--top", "3"]).write_stdin(answers.clone()), 0);
    assert!(stdout.contains("Des pistes à explorer, d'après tes réponses"), "{stdout}");
    assert!(stdout.contains("Tu as répondu « plutôt oui »"), "one answer everywhere is noticed: {stdout}");
    assert!(stdout.contains("Ce qui te plaît : "), "the portrait comes first: {stdout}");
    assert!(!stdout.contains('\u{1b}') && !stderr.contains('\u{1b}'), "no colours: {stderr}");
    // Who answers through a pipe is told the length and every question, unless quiet.
    assert!(stderr.starts_with("25 questions sur ce que tu aimes") && stderr.contains("Question 26 "), "{stderr}");
    assert!(stderr.contains(" 1  Agriculture\n"), "{stderr}");
    assert_eq!(output(quiz(&["--top", "3", "--quiet"]).write_stdin(answers.clone()), 0), (stdout.clone(), String::new()));
    // The same bytes again, also from a file.
    let path = temporary("answers.txt");
    fs::write(&path, answers).expect("can be written");
    let file = path.to_str().expect("is UTF-8");
    assert_eq!(output(&mut quiz(&["--top", "3", "--answers", file]), 0).0, stdout);
}

#[test]
fn words_comments_and_commands_are_read() {
    let text = "# a class on paper\n\nrepair-1 oui\nrepair-2: PLUTÔT OUI\nstudy-willing 2 # bac\n5\nr\nf\n9\n";
    let (stdout, _) = output(quiz(&["--format", "json"]).write_stdin(text), 0);
    let json: Value = serde_json::from_str(&stdout).expect("is one document");
    assert_eq!(json["schema"], "boussole/recommendation/3");
    let given = json["quiz"]["session"]["given"].as_array().expect("is a list");
    let ids: Vec<&str> = given.iter().filter_map(|one| one["question"].as_str()).collect();
    assert_eq!(ids, ["repair-1", "repair-2", "study-willing"]);
    assert_eq!(json["profile"]["interests"]["réparer - bricoler - j'adore ça"], 0.75);
    assert_eq!(json["profile"]["access_level"]["willing"], "Bac ou équivalent");
    assert_eq!(json["recommendations"].as_array().map(Vec::len), Some(10));
}

#[test]
fn a_session_is_left_kept_and_resumed() {
    let path = temporary("session.json");
    let file = path.to_str().expect("is UTF-8");
    let (stdout, stderr) = output(quiz(&["--save", file, "--seed", "4", "--quiet"]).write_stdin("5\n1\n2\nq\n"), 0);
    assert_eq!(stdout, "");
    let again = format!("boussole quiz --seed 4 --quiet --resume {file} --save {file}");
    assert_eq!(stderr, format!("Tes réponses sont gardées. Pour reprendre : {again}\n"));
    let half = fs::read_to_string(&path).expect("was written");
    assert_eq!(half.matches("\"question\"").count(), 3);
    assert!(half.contains("\"seed\": 4"));
    // In two sittings as in one.
    let rest = "3\n".repeat(23) + "f\n";
    let (resumed, _) = output(quiz(&["--resume", file, "--format", "json"]).write_stdin(rest.clone()), 0);
    let (whole, _) = output(quiz(&["--seed", "4", "--format", "json"]).write_stdin(format!("5\n1\n2\n{rest}")), 0);
    assert_eq!(resumed, whole);
}

#[test]
fn a_kept_session_is_a_profile() {
    let path = temporary("profile_session.json");
    let file = path.to_str().expect("is UTF-8");
    let answers = "limit-blood oui\nsectors 1\nnature-1 5\nstudy-willing 2\nstudy-filter 1\nq\n";
    output(quiz(&["--save", file, "--quiet"]).write_stdin(answers), 0);
    let recommend = |arguments: &[&str]| {
        let mut command = Command::cargo_bin("boussole").expect("the program is built");
        command.args(["recommend", "--profile", file, "--format", "json"]).args(arguments);
        serde_json::from_str::<Value>(&output(&mut command, 0).0).expect("is one document")
    };
    let json = recommend(&[]);
    let profile = &json["profile"];
    assert_eq!((&profile["interests"]["j'aime la nature"], &profile["sectors"]["Agriculture"]), (&1.0.into(), &1.0.into()));
    assert_eq!(profile["gates"]["max_access_level"], "Bac ou équivalent");
    assert_eq!(profile["constraints"][0]["fr"], "la vue du sang");
    assert_eq!(profile["constraints"][0]["lowers"]["ma vocation est de soigner"], 0.6);
    let terms =
        || json["recommendations"].as_array().into_iter().flatten().filter_map(|one| one["contributions"].as_array()).flatten();
    assert!(terms().all(|term| term["origin"] != "answer" || term["answer"].as_f64().is_some_and(|answer| 0.0 <= answer)));
    assert_eq!(recommend(&["--max-level", "CAP"])["profile"]["gates"]["max_access_level"], "CAP ou équivalent");
    // The lower limit holds.
    assert_eq!(recommend(&["--max-level", "Bac + 5"])["profile"]["gates"]["max_access_level"], "Bac ou équivalent");
}

#[test]
fn an_adult_is_asked_with_vous_and_english_in_english() {
    let asked = |arguments: &[&str]| output(quiz(arguments).write_stdin("5\nf\n"), 0);
    let (stdout, stderr) = asked(&["--audience", "adult"]);
    assert!(stderr.contains("ce que vous aimez") && !stderr.contains(" te ") && !stderr.contains(" tu "), "{stderr}");
    assert!(stdout.contains("France Travail") && stdout.contains("CEP") && !stdout.contains("psyEN"), "{stdout}");
    let (stdout, stderr) = asked(&["--language", "en"]);
    assert!(stderr.contains("questions about what you like") && stderr.contains("not possible for me"), "{stderr}");
    assert!(stdout.contains("What you like"), "{stdout}");
}

#[test]
fn answers_that_end_early_still_recommend() {
    let (stdout, stderr) = output(quiz(&["--top", "1"]).write_stdin("5\n1\n"), 0);
    assert!(stdout.contains(" 1. "), "{stdout}");
    assert!(stderr.ends_with("\nquiz: the answers end after 2 questions, at most 45 are left\n"), "{stderr}");
    assert_eq!(output(quiz(&["--top", "1", "--quiet"]).write_stdin("5\n1\n"), 0).1, "");
}

#[test]
fn what_is_wrong_is_told_and_stdout_is_empty() {
    let wrong = |arguments: &[&str], input: &str, message: &str| {
        let (stdout, stderr) = output(quiz(arguments).arg("--quiet").write_stdin(input.to_owned()), 1);
        assert_eq!((stdout.as_str(), stderr.as_str()), ("", message));
    };
    wrong(
        &[],
        "5\nrepair-1 perhaps\n",
        "boussole: standard input: line 2: expected an answer to repair-1 « Réparer un vélo qui déraille, ça te tente ? »: 1 (non), \
         2 (plutôt non), 3 (ni oui ni non), 4 (plutôt oui), 5 (oui), p (pas possible pour moi), ? (je ne sais pas); found « perhaps »\n",
    );
    wrong(
        &[],
        "repair-1 5\nrepair-1 4\n",
        "boussole: standard input: line 2: session: question repair-1: expected one answer, found two; take the first back before\n",
    );
    let path = temporary("foreign.json");
    fs::write(&path, "{\"schema\": \"boussole/session/1\", \"given\": [{\"question\": \"repair-9\", \"answer\": \"no\"}]}")
        .expect("can be written");
    let file = path.to_str().expect("is UTF-8");
    let (_, stderr) = output(&mut quiz(&["--resume", file]), 1);
    assert!(
        stderr.starts_with(&format!("boussole: {file}: session: expected a question of the quiz, found « repair-9 »")),
        "{stderr}"
    );
    let path = temporary("questions.toml");
    fs::write(&path, "schema = \"boussole/quiz/1\"\n").expect("can be written");
    let file = path.to_str().expect("is UTF-8");
    let expected = format!("boussole: {file}: quiz: expected at least one question, found none\n");
    assert_eq!(output(&mut quiz(&["--questions", file]), 1), (String::new(), expected));
}

#[test]
fn usage_is_checked() {
    for arguments in [&["--format", "svg"][..], &["--simulate", "0"], &["--svg", "x.svg"], &["--simulate", "5", "--save", "x"]] {
        assert_eq!(output(&mut quiz(arguments), 2).0, "", "{arguments:?}");
    }
}

#[test]
fn a_simulation_reports_in_every_form() {
    let simulated =
        |format| output(&mut quiz(&["--simulate", "40", "--seed", "1", "--quiet", "--language", "en", "--format", format]), 0).0;
    let text = simulated("text");
    for part in ["adaptive, twice", "p10", "p90", "overlap@10", "R@10", "agreeable", "Bac + 5", "random"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(simulated("markdown").starts_with("# Simulation of the quiz\n"));
    let json: Value = serde_json::from_str(&simulated("json")).expect("is one document");
    assert_eq!(json["schema"], "boussole/quiz_simulation/1");
    assert_eq!(json["kinds"].as_array().map(Vec::len), Some(6));
    let typical = &json["kinds"][0];
    let questions = &typical["stopped"]["questions"];
    let number = |name: &str| questions[name].as_f64().expect("is a number");
    assert!(12.0 <= number("p10") && number("p10") <= number("mean") && number("mean") <= number("p90"));
    assert_eq!(typical["curves"][0]["points"][8]["overlap@10"]["mean"], 1.0, "after 25 questions nothing is left to learn");
    let svg = simulated("svg");
    assert!(svg.starts_with("<svg xmlns=") && svg.ends_with("</svg>\n") && !svg.contains("NaN"), "{svg}");
    assert_eq!(svg.matches("<polyline").count(), 8);
    assert_eq!(simulated("json"), simulated("json"));
}
