//! `boussole quiz` on a real pseudo-terminal.
//!
//! - One key an answer, back, skip, finish, quit; the result comes last.
//! - Control-C loses nothing that is kept.
//! - Colours, and none with `NO_COLOR`; a narrow terminal gets narrow lines.

#![cfg(unix)]

use std::path::PathBuf;
use std::process::Command;
use std::{env, fs};

use rexpect::session::{PtySession, spawn_command};

/// How long to wait for what must come, in milliseconds; machines that build are slow.
const PATIENCE: u64 = 60_000;

fn spawn(arguments: &str, colours: bool) -> PtySession {
    let program = assert_cmd::cargo::cargo_bin("boussole");
    // A shell sets the size of the terminal: 34 columns.
    let line = format!("stty cols 34 rows 24; exec '{}' quiz {arguments}", program.display());
    let mut command = Command::new("sh");
    command.args(["-c", &line]).env("TERM", "xterm").env_remove("NO_COLOR").env_remove("CLICOLOR");
    if !colours {
        command.env("NO_COLOR", "1");
    }
    spawn_command(command, Some(PATIENCE)).expect("a pseudo-terminal can be opened")
}

#[track_caller]
fn press(session: &mut PtySession, key: &str) {
    session.send(key).expect("the terminal takes keys");
    session.flush().expect("the terminal takes keys");
}

/// Waits for a text and returns what came before it. The crate takes each byte for a character, so texts go through the same mill.
#[track_caller]
fn expect(session: &mut PtySession, text: &str) -> String {
    let as_bytes: String = text.bytes().map(char::from).collect();
    let before = session.exp_string(&as_bytes).unwrap_or_else(|error| panic!("{text:?} does not come: {error}"));
    let bytes: Vec<u8> = before.chars().map(|byte| u8::try_from(u32::from(byte)).expect("is a byte")).collect();
    String::from_utf8_lossy(&bytes).into_owned()
}

fn temporary(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name)
}

#[test]
fn keys_answer_take_back_and_finish() {
    let mut session = spawn("--top 1", false);
    expect(&mut session, "Question 1 ");
    press(&mut session, "r");
    expect(&mut session, "C’est la première question.");
    expect(&mut session, "Question 1 ");
    // A key that means nothing, and one that sends the bytes of an answer in its sequence.
    press(&mut session, "x");
    expect(&mut session, "Ce n’est pas une des réponses");
    press(&mut session, "\u{1b}[1;5C5");
    expect(&mut session, "→ oui");
    expect(&mut session, "Question 2 ");
    press(&mut session, "p");
    expect(&mut session, "→ pas possible pour moi");
    expect(&mut session, "Question 3 ");
    press(&mut session, "r");
    expect(&mut session, "→ revenir");
    expect(&mut session, "Question 2 ");
    press(&mut session, "?");
    expect(&mut session, "→ je ne sais pas");
    expect(&mut session, "Question 3 ");
    expect(&mut session, "quitter");
    press(&mut session, "F");
    expect(&mut session, "→ finir ici");
    expect(&mut session, "Avec si peu de réponses");
    press(&mut session, "f");
    // The portrait comes first; its first entry is changed in place.
    expect(&mut session, "Ce qui te plaît");
    expect(&mut session, "pour continuer.");
    press(&mut session, "1\r");
    expect(&mut session, "quitter");
    press(&mut session, "4");
    expect(&mut session, "(plutôt");
    expect(&mut session, "pour continuer.");
    press(&mut session, "\r");
    expect(&mut session, "Des pistes à explorer");
    expect(&mut session, "plutôt oui");
    session.exp_eof().expect("the program ends");
}

#[test]
fn a_whole_quiz_ends_with_reasons() {
    let mut session = spawn("--top 1 --max-questions 3", false);
    // Three about interests, the list of sectors, words, how far to study, whether that is a limit, and the others.
    for n in 1..=20 {
        expect(&mut session, &format!("Question {n} "));
        expect(&mut session, "quitter");
        press(
            &mut session,
            match n {
                4 => "4 7\r",
                5 => "chevaux, dessiner\r",
                7 => "2",
                _ => "4",
            },
        );
    }
    expect(&mut session, "Ce qui te plaît");
    expect(&mut session, "pour continuer.");
    press(&mut session, "\r");
    expect(&mut session, "On s’arrête là");
    expect(&mut session, "Des pistes à explorer");
    session.exp_eof().expect("the program ends");
}

#[test]
fn control_c_loses_nothing() {
    let path = temporary("terminal_session.json");
    let mut session = spawn(&format!("--save '{}'", path.display()), false);
    expect(&mut session, "Question 1 ");
    press(&mut session, "1");
    expect(&mut session, "Question 2 ");
    expect(&mut session, "quitter");
    press(&mut session, "\u{3}");
    expect(&mut session, "Tes réponses sont gardées.");
    expect(&mut session, "--resume");
    session.exp_eof().expect("the program ends");
    let kept = fs::read_to_string(&path).expect("was kept");
    assert_eq!(kept.matches("\"answer\": \"no\"").count(), 1, "{kept}");
    let mut resumed = spawn(&format!("--resume '{}'", path.display()), false);
    expect(&mut resumed, "Question 2 ");
    // What is not kept yet is not thrown away without a question, and not by any key.
    expect(&mut resumed, "quitter");
    press(&mut resumed, "q");
    expect(&mut resumed, "Tes réponses ne sont pas");
    press(&mut resumed, " ");
    expect(&mut resumed, "Question 2 ");
    expect(&mut resumed, "quitter");
    press(&mut resumed, "q");
    expect(&mut resumed, "Tes réponses ne sont pas");
    press(&mut resumed, "n");
    expect(&mut resumed, "Rien n’est gardé de tes réponses.");
    resumed.exp_eof().expect("the program ends");
}

#[test]
fn who_quits_keeps_the_answers_by_default() {
    let folder = temporary("kept_by_default");
    fs::create_dir_all(&folder).expect("can be created");
    let path = folder.join("boussole-session.json");
    fs::remove_file(&path).ok();
    let program = assert_cmd::cargo::cargo_bin("boussole");
    let line = format!("cd '{}'; stty cols 34 rows 24; exec '{}' quiz", folder.display(), program.display());
    let mut command = Command::new("sh");
    command.args(["-c", &line]).env("TERM", "xterm").env("NO_COLOR", "1");
    let mut session = spawn_command(command, Some(PATIENCE)).expect("a pseudo-terminal can be opened");
    expect(&mut session, "quitter");
    press(&mut session, "5");
    expect(&mut session, "Question 2 ");
    expect(&mut session, "quitter");
    press(&mut session, "q");
    expect(&mut session, "Tes réponses ne sont pas");
    press(&mut session, "\r");
    expect(&mut session, "boussole quiz --resume boussole-session.json --save boussole-session.json");
    session.exp_eof().expect("the program ends");
    assert!(fs::read_to_string(&path).expect("was kept").contains("\"answer\": \"yes\""));
}

#[test]
fn colours_and_no_colours() {
    for colours in [true, false] {
        let mut session = spawn("", colours);
        let before = expect(&mut session, "quitter");
        assert_eq!(before.contains('\u{1b}'), colours, "{before:?}");
        press(&mut session, "q");
        session.exp_eof().expect("the program ends");
    }
}

#[test]
fn narrow_lines_on_a_narrow_terminal() {
    let mut session = spawn("--max-questions 0", false);
    // The first question is the list of sectors, with long choices.
    let before = expect(&mut session, "quitter");
    let widest = before.lines().map(|line| line.trim_end().chars().count()).max().unwrap_or_default();
    assert!((20..=34).contains(&widest), "{widest}: {before}");
    assert!(!before.lines().any(|line| line.starts_with(['!', ':', '»']) || line.trim_end() == "?"), "{before}");
    press(&mut session, "q\r");
    session.exp_eof().expect("the program ends");
}
