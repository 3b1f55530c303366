//! Answers from a file or a pipe, one a line.
//!
//! A line is an answer to the next question (`4`, `plutôt oui`, `?`), or the identifier of a question and its answer
//! (`repair-1 4`), as paper gives them; a list takes numbers (`sectors 3 12`), and words are written with commas
//! between them (`words dessiner, chevaux`). Empty lines and lines from `#` on do not count. `r` takes back, `f` finishes, `q` leaves.

use std::io::{BufRead, Read};
use std::path::{Path, PathBuf};

use boussole::quiz::{Question, Quiz, Session};
use boussole_report::{Command, QuestionScreen, QuizNotice, Voice};

use super::ended::Ended;
use crate::failure::Failure;
use crate::limits::MAX_ANSWER_BYTES;
use crate::message::tell;

/// Lines of answers, and what is done with them.
pub(super) struct Lines<'a> {
    pub(super) quiz: &'a Quiz,
    /// Keeps the session, after every answer.
    pub(super) keep: &'a dyn Fn(&Session) -> Result<(), Failure>,
    /// Where the lines come from.
    pub(super) name: &'a Path,
    pub(super) voice: Voice,
    pub(super) is_quiet: bool,
    /// Whether questions are written to standard error, for who answers through a pipe.
    pub(super) shows_questions: bool,
}

impl Lines<'_> {
    /// Reads answers until the quiz is over or the lines end.
    pub(super) fn ask(&mut self, session: &mut Session, lines: &mut dyn BufRead) -> Result<Ended, Failure> {
        let mut text = String::new();
        let mut shown: Option<String> = None;
        if self.shows_questions {
            let progress = session.progress(self.quiz);
            tell!("{}\n", QuizNotice::Opening(&progress, &session.settings()).words(self.voice));
        }
        for number in 1.. {
            let Some(next) = session.next_question(self.quiz) else { return Ok(Ended::Finished) };
            if self.shows_questions && shown.as_ref() != Some(&next.id) {
                self.show(next, session);
                shown = Some(next.id.clone());
            }
            let at_line = |message: String| Failure::in_file(self.name, format!("line {number}: {message}"));
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
            match command(line, self.voice) {
                Some(Command::Finish) => return Ok(Ended::Finished),
                Some(Command::Quit) => return Ok(Ended::Left(Some(PathBuf::new()))),
                Some(Command::Back) => {
                    session.back();
                }
                None => self.answer(session, next, line).map_err(at_line)?,
            }
            (self.keep)(session)?;
        }
        if !self.is_quiet {
            let progress = session.progress(self.quiz);
            tell!("quiz: the answers end after {} questions, at most {} are left", progress.n_given, progress.at_most);
        }
        Ok(Ended::Finished)
    }

    fn show(&self, question: &Question, session: &Session) {
        let screen = QuestionScreen::new(question, &session.progress(self.quiz), self.voice);
        let lines: Vec<String> = screen.note.iter().cloned().chain(screen.lines(&str::to_owned)).collect();
        tell!("{} [{}]\n{}\n{}\n", screen.progress, question.id, screen.wording, lines.join("\n"));
    }

    /// Keeps the answer of a line, or tells what was expected.
    fn answer(&self, session: &mut Session, next: &Question, line: &str) -> Result<(), String> {
        let (quiz, voice) = (self.quiz, self.voice);
        let named =
            line.split_once(char::is_whitespace).and_then(|(id, rest)| Some((quiz.question(id.trim_end_matches(':'))?, rest)));
        let (question, words) = named.unwrap_or((next, line));
        let screen = QuestionScreen::new(question, &session.progress(quiz), voice);
        let Some(answer) = screen.answer(words, voice) else {
            let numbers =
                screen.list.iter().map(|list| format!("1 to {}, at most {} of them, or 0", list.choices.len(), list.most));
            let answers = screen.answers.iter().map(|one| format!("{} ({})", one.key, one.words));
            let written = screen.is_written.then(|| "words with commas between them".to_owned());
            let keys: Vec<String> = numbers.chain(written).chain(answers).collect();
            let keys = keys.join(", ");
            return Err(format!("expected an answer to {} « {} »: {keys}; found « {words} »", question.id, screen.wording));
        };
        session.answer(quiz, &question.id, answer).map_err(|error| error.to_string())
    }
}

fn command(line: &str, voice: Voice) -> Option<Command> {
    let is_meant = |command: &Command| line == command.words(voice) || line == command.key().to_string();
    Command::ALL.into_iter().find(is_meant)
}
