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
    // Answers to the list of sectors and to the filter are other ones.
    let answers: String = (0..80).map(|n| if n == 25 { "4 7\n" } else { "4\n" }).collect::<String>() + "f\n";
    let answers = answers.replace("x", "");
    let (stdout, stderr) = output(quiz(&["--top", "3"]).write_stdin(answers.clone()), 0);
    assert!(stdout.contains("Des pistes à explorer, d'après tes réponses"), "{stdout}");
    assert!(stdout.contains("Tu as répondu « plutôt oui »"), "one answer everywhere is noticed: {stdout}");
    assert!(!stdout.contains('\u{1b}') && stderr.is_empty(), "no colours, no noise: {stderr}");
    // The same bytes again, also from a file.
    let path = temporary("answers.txt");
    fs::write(&path, answers).expect("can be written");
    let file = path.to_str().expect("is UTF-8");
    assert_eq!(output(&mut quiz(&["--top", "3", "--answers", file]), 0).0, stdout);
}

#[test]
fn words_comments_and_commands_are_read() {
    let text = "# a class on paper\n\nrepair-1 oui\nrepair-2: PLUTÔT OUI\nstudy-willing 3 # bac\n5\nr\nf\n9\n";
    let (stdout, _) = output(quiz(&["--format", "json"]).write_stdin(text), 0);
    let json: Value = serde_json::from_str(&stdout).expect("is one document");
    assert_eq!(json["schema"], "boussole/recommendation/2");
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
    let (stdout, stderr) = output(quiz(&["--save", file, "--seed", "4"]).write_stdin("5\n1\n2\nq\n"), 0);
    assert_eq!(stdout, "");
    assert_eq!(stderr, "Tes réponses sont gardées. Tu peux reprendre quand tu veux.\n");
    let half = fs::read_to_string(&path).expect("was written");
    assert_eq!(half.matches("\"question\"").count(), 3);
    assert!(half.contains("\"seed\": 4"));
    // In two sittings as in one.
    let rest = "3\n".repeat(80);
    let (resumed, _) = output(quiz(&["--resume", file, "--format", "json"]).write_stdin(rest.clone()), 0);
    let (whole, _) = output(quiz(&["--seed", "4", "--format", "json"]).write_stdin(format!("5\n1\n2\n{rest}")), 0);
    assert_eq!(resumed, whole);
}

#[test]
fn answers_that_end_early_still_recommend() {
    let (stdout, stderr) = output(quiz(&["--top", "1"]).write_stdin("5\n1\n"), 0);
    assert!(stdout.contains(" 1. "), "{stdout}");
    assert_eq!(stderr, "quiz: the answers end after 2 questions, at most 42 are left\n");
    assert_eq!(output(quiz(&["--top", "1", "--quiet"]).write_stdin("5\n1\n"), 0).1, "");
}

#[test]
fn what_is_wrong_is_told_and_stdout_is_empty() {
    let wrong = |arguments: &[&str], input: &str, message: &str| {
        let (stdout, stderr) = output(quiz(arguments).write_stdin(input.to_owned()), 1);
        assert_eq!((stdout.as_str(), stderr.as_str()), ("", message));
    };
    wrong(
        &[],
        "5\nrepair-1 perhaps\n",
        "boussole: standard input: line 2: expected an answer to repair-1 « Réparer un vélo qui déraille, ça te tente ? »: 1 (non), \
         2 (plutôt non), 3 (ni oui ni non), 4 (plutôt oui), 5 (oui), ? (je ne sais pas), p (passer); found « perhaps »\n",
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
