//! Answers from a file or a pipe, one a line.
//!
//! A line is an answer to the next question (`4`, `plutôt oui`, `?`), or the identifier of a question and its answer
//! (`repair-1 4`), as paper gives them. Empty lines and lines from `#` on do not count. `r` takes back, `f` finishes, `q` leaves.

use std::io::{BufRead, Read};
use std::path::Path;

use boussole::quiz::{Question, Quiz, Session};
use boussole_report::{Command, QuestionScreen, Voice};

use super::ended::Ended;
use crate::failure::Failure;
use crate::limits::MAX_ANSWER_BYTES;
use crate::message::tell;

/// Reads answers until the quiz is over or the lines end. The session is kept after every answer.
pub(super) fn ask(
    quiz: &Quiz,
    session: &mut Session,
    keep: &dyn Fn(&Session) -> Result<(), Failure>,
    (name, lines): (&Path, &mut dyn BufRead),
    voice: Voice,
    is_quiet: bool,
) -> Result<Ended, Failure> {
    let mut text = String::new();
    for number in 1.. {
        let Some(next) = session.next_question(quiz) else { return Ok(Ended::Finished) };
        let at_line = |message: String| Failure::in_file(name, format!("line {number}: {message}"));
        text.clear();
        let read = lines.take(MAX_ANSWER_BYTES).read_line(&mut text);
        if read.map_err(|error| at_line(format!("expected text, found: {error}")))? == 0 {
            break;
        }
        if text.len() as u64 == MAX_ANSWER_BYTES {
            return Err(at_line(format!("expected a line of fewer than {MAX_ANSWER_BYTES} bytes, found a longer one")));
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
            None => answer(quiz, session, next, line, voice).map_err(at_line)?,
        }
        keep(session)?;
    }
    if !is_quiet {
        let progress = session.progress(quiz);
        tell!("quiz: the answers end after {} questions, at most {} are left", progress.n_given, progress.at_most);
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
