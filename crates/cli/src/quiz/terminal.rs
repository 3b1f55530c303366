//! Questions on a terminal, one key an answer. Everything is written to standard error, so that the result can be redirected.

use std::path::PathBuf;

use console::{Style, Term};

use boussole::Catalogue;
use boussole::quiz::{Answer, Question, Quiz, Session};
use boussole_report::{Command, PortraitScreen, QuestionScreen, QuizNotice, Voice, wrapped};

use super::ended::Ended;
use super::keys::{Typed, read, read_line};
use super::resume::free_name;
use crate::failure::Failure;

/// Lines are not longer than this, however wide the terminal is: longer ones are hard to read.
const MAX_WIDTH: usize = 72;

/// Lines are not wrapped below this: a word has to fit.
const MIN_WIDTH: usize = 16;

/// The most characters of a line that is typed.
const MAX_TYPED: usize = 200;

/// A terminal with a student before it.
pub(super) struct Terminal<'a> {
    pub(super) quiz: &'a Quiz,
    pub(super) catalogue: &'a Catalogue,
    /// Keeps the session, if a file was named for it.
    pub(super) keep: &'a dyn Fn(&Session) -> Result<(), Failure>,
    pub(super) is_kept: bool,
    pub(super) voice: Voice,
    term: Term,
}

/// What the student chose.
enum Chosen {
    Answer(Answer),
    Command(Command),
    /// The terminal is gone, or the student wants to be.
    Gone,
}

/// The widest line on this terminal.
pub(super) fn width(term: &Term) -> usize {
    usize::from(term.size().1).clamp(MIN_WIDTH, MAX_WIDTH)
}

impl<'a> Terminal<'a> {
    pub(super) fn new(
        quiz: &'a Quiz,
        catalogue: &'a Catalogue,
        keep: &'a dyn Fn(&Session) -> Result<(), Failure>,
        is_kept: bool,
        voice: Voice,
    ) -> Self {
        Self { quiz, catalogue, keep, is_kept, voice, term: Term::stderr() }
    }

    /// Asks until the quiz is over or the student ends it, and shows the portrait. The session is kept after every answer.
    pub(super) fn ask(&self, session: &mut Session) -> Result<Ended, Failure> {
        let progress = session.progress(self.quiz);
        self.notice(QuizNotice::Opening(&progress, &session.settings()))?;
        let mut was_warned = false;
        while let Some(question) = session.next_question(self.quiz) {
            match self.put(question, session)? {
                Chosen::Answer(answer) => session.answer(self.quiz, &question.id, answer)?,
                Chosen::Command(Command::Finish) if was_warned || session.progress(self.quiz).may_stop => break,
                Chosen::Command(Command::Finish) => {
                    self.notice(QuizNotice::TooEarly)?;
                    was_warned = true;
                }
                Chosen::Command(Command::Quit) => {
                    if let Some(ended) = self.leave(session)? {
                        return Ok(ended);
                    }
                }
                Chosen::Gone => return Ok(Ended::Left(self.is_kept.then(PathBuf::new))),
                Chosen::Command(Command::Back) => {
                    if session.back().is_none() {
                        self.notice(QuizNotice::AtFirst)?;
                    }
                }
            }
            (self.keep)(session)?;
        }
        self.correct(session)
    }

    /// Shows the portrait until the student goes on; entries can be corrected by their numbers.
    fn correct(&self, session: &mut Session) -> Result<Ended, Failure> {
        loop {
            let screen = PortraitScreen::new(&session.portrait(self.quiz, self.catalogue), self.voice);
            self.show_portrait(&screen)?;
            let Some(line) = read_line(&self.term, MAX_TYPED) else { return Ok(Ended::Left(self.is_kept.then(PathBuf::new))) };
            match line.trim() {
                "" => return Ok(Ended::Finished),
                "q" => {
                    if let Some(ended) = self.leave(session)? {
                        return Ok(ended);
                    }
                }
                number => match number.parse().ok().and_then(|number| screen.entry(number)) {
                    Some(entry) => self.ask_again(&entry.about, session)?,
                    None => self.notice(QuizNotice::UnknownKey)?,
                },
            }
            (self.keep)(session)?;
        }
    }

    /// Puts the questions again that an entry of the portrait comes from, or the first about it when none was put.
    fn ask_again(&self, about: &str, session: &mut Session) -> Result<(), Failure> {
        let ids = self.quiz.questions_about(about);
        let given: Vec<&str> =
            ids.iter().copied().filter(|id| session.given().iter().any(|given| given.question == *id)).collect();
        let again = if given.is_empty() { ids.into_iter().take(1).collect() } else { given };
        for question in again.into_iter().filter_map(|id| self.quiz.question(id)) {
            match self.put(question, session)? {
                Chosen::Answer(answer) => session.change(self.quiz, &question.id, answer)?,
                Chosen::Command(_) | Chosen::Gone => return Ok(()),
            }
        }
        Ok(())
    }

    /// Asks before answers are thrown away. Returns `None` when the student stays.
    fn leave(&self, session: &Session) -> Result<Option<Ended>, Failure> {
        if self.is_kept || session.given().is_empty() {
            return Ok(Some(Ended::Left(self.is_kept.then(PathBuf::new))));
        }
        let file = free_name();
        self.notice(QuizNotice::Keep { file: &file.display().to_string() })?;
        Ok(match read(&self.term) {
            Typed::Enter | Typed::Gone => Some(Ended::Left(Some(file))),
            Typed::Char('n') => Some(Ended::Left(None)),
            Typed::Char(_) | Typed::Back | Typed::Other => None,
        })
    }

    /// Puts a question and waits for an answer.
    fn put(&self, question: &Question, session: &Session) -> Result<Chosen, Failure> {
        let screen = QuestionScreen::new(question, &session.progress(self.quiz), self.voice);
        self.show(&screen)?;
        let takes_line = screen.list.is_some() || screen.is_written;
        let chosen = if takes_line { self.choose_by_line(&screen)? } else { self.choose(&screen)? };
        let words = match &chosen {
            Chosen::Answer(answer) => screen.words_of(answer),
            Chosen::Command(command) => command.words(self.voice),
            Chosen::Gone => return Ok(chosen),
        };
        self.write(&format!("→ {words}"), "")?;
        Ok(chosen)
    }

    fn show(&self, screen: &QuestionScreen) -> Result<(), Failure> {
        let style = Style::new().for_stderr();
        self.term.write_line("")?;
        self.write(&style.clone().dim().apply_to(&screen.progress).to_string(), "")?;
        self.write(&style.clone().bold().apply_to(&screen.wording).to_string(), "")?;
        if let Some(note) = &screen.note {
            self.write(note, "")?;
        }
        for line in screen.lines(&|mark| style.clone().cyan().apply_to(mark).to_string()) {
            self.write(&line, "   ")?;
        }
        let command = |command: Command| {
            format!("{}\u{a0}{}", style.clone().cyan().apply_to(command.key()), command.words(self.voice).replace(' ', "\u{a0}"))
        };
        self.write(&Command::ALL.map(command).join("   "), "")
    }

    fn show_portrait(&self, screen: &PortraitScreen) -> Result<(), Failure> {
        let style = Style::new().for_stderr();
        self.term.write_line("")?;
        self.write(&style.clone().bold().apply_to(&screen.title).to_string(), "")?;
        for group in &screen.groups {
            self.write(&group.title, "")?;
            for entry in &group.entries {
                let number = format!("{:>2}", entry.number);
                self.write(&format!("  {}  {}", style.clone().cyan().apply_to(number), entry.words), "      ")?;
            }
        }
        self.notice(QuizNotice::Correct)
    }

    /// Waits for a key that means something, and says so of others.
    fn choose(&self, screen: &QuestionScreen) -> Result<Chosen, Failure> {
        loop {
            match read(&self.term) {
                Typed::Gone => return Ok(Chosen::Gone),
                Typed::Back => return Ok(Chosen::Command(Command::Back)),
                Typed::Char(key) => match by_key(screen, key) {
                    Some(chosen) => return Ok(chosen),
                    None => self.notice(QuizNotice::UnknownKey)?,
                },
                Typed::Enter | Typed::Other => {}
            }
        }
    }

    /// Waits for a line that chooses from a list, or has words.
    fn choose_by_line(&self, screen: &QuestionScreen) -> Result<Chosen, Failure> {
        loop {
            let Some(line) = read_line(&self.term, MAX_TYPED) else { return Ok(Chosen::Gone) };
            let mut keys = line.trim().chars();
            let command = match (keys.next(), keys.next()) {
                (Some(key), None) => Command::ALL.into_iter().find(|command| command.key() == key),
                _ => None,
            };
            match command.map(Chosen::Command).or_else(|| screen.answer(&line, self.voice).map(Chosen::Answer)) {
                Some(chosen) => return Ok(chosen),
                None => self.notice(QuizNotice::UnknownKey)?,
            }
        }
    }

    fn notice(&self, notice: QuizNotice<'_>) -> Result<(), Failure> {
        self.write(&notice.words(self.voice), "")
    }

    /// Writes a text in lines that fit; the lines after the first begin with the indent.
    fn write(&self, text: &str, indent: &str) -> Result<(), Failure> {
        for line in wrapped(text, width(&self.term), indent) {
            self.term.write_line(&line)?;
        }
        Ok(())
    }
}

fn by_key(screen: &QuestionScreen, key: char) -> Option<Chosen> {
    let answer = screen.answers.iter().find(|answer| answer.key == key).map(|found| Chosen::Answer(found.answer.clone()));
    answer.or_else(|| Command::ALL.into_iter().find(|command| command.key() == key).map(Chosen::Command))
}
