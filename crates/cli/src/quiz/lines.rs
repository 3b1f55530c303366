//! Answers from a file or a pipe, one a line.
//!
//! A line is an answer to the next question (`4`, `plutôt oui`, `?`), or the identifier of a question and its answer
//! (`repair-1 4`), as paper gives them. Empty lines and lines from `#` on do not count. `r` takes back, `f` finishes, `q` leaves.

use std::io::BufRead;

use boussole::quiz::{Question, Quiz, Session};
use boussole_report::{Command, QuestionScreen, Voice};

use super::ended::Ended;

/// Reads answers until the quiz is over or the lines end.
pub(super) fn ask(
    quiz: &Quiz,
    session: &mut Session,
    lines: &mut dyn BufRead,
    voice: Voice,
    is_quiet: bool,
) -> Result<Ended, String> {
    let mut text = String::new();
    for number in 1.. {
        let Some(next) = session.next_question(quiz) else { return Ok(Ended::Finished) };
        text.clear();
        let n_bytes = lines.read_line(&mut text).map_err(|error| format!("line {number}: expected text, found: {error}"))?;
        if n_bytes == 0 {
            break;
        }
        let line = text.split('#').next().unwrap_or_default().trim();
        if line.is_empty() {
            continue;
        }
        match command(line, voice) {
            Some(Command::Finish) => return Ok(Ended::Finished),
            Some(Command::Quit) => return Ok(Ended::Left),
            Some(Command::Back) => {
                session.back();
            }
            None => answer(quiz, session, next, line, voice).map_err(|message| format!("line {number}: {message}"))?,
        }
    }
    if !is_quiet {
        let progress = session.progress(quiz);
        eprintln!("quiz: the answers end after {} questions, at most {} are left", progress.n_given, progress.at_most);
    }
    Ok(Ended::Finished)
}

fn command(line: &str, voice: Voice) -> Option<Command> {
    let is_meant = |command: &Command| line == command.words(voice) || line == command.key().to_string();
    Command::ALL.into_iter().find(is_meant)
}

/// Keeps the answer of a line, or tells what was expected.
fn answer(quiz: &Quiz, session: &mut Session, next: &Question, line: &str, voice: Voice) -> Result<(), String> {
    let named =
        line.split_once(char::is_whitespace).and_then(|(id, rest)| Some((quiz.question(id.trim_end_matches(':'))?, rest)));
    let (question, words) = named.unwrap_or((next, line));
    let screen = QuestionScreen::new(question, &session.progress(quiz), voice);
    let Some(found) = screen.answer(words) else {
        let answers: Vec<String> = screen.answers.iter().map(|one| format!("{} ({})", one.key, one.words)).collect();
        let keys = answers.join(", ");
        return Err(format!("expected an answer to {} « {} »: {keys}; found « {words} »", question.id, screen.wording));
    };
    session.answer(quiz, &question.id, found.answer).map_err(|error| error.to_string())
}
