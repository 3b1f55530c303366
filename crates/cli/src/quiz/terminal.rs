//! Questions on a terminal, one key an answer. Everything is written to standard error, so that the result can be redirected.

use console::{Key, Style, Term, measure_text_width};

use boussole::quiz::{Quiz, Session};
use boussole_report::{Command, KeyedAnswer, QuestionScreen, QuizNotice, Voice};

use super::ended::Ended;
use crate::failure::Failure;

/// Lines are not longer than this, however wide the terminal is: longer ones are hard to read.
const MAX_WIDTH: usize = 72;

/// Lines are not wrapped below this: a word has to fit.
const MIN_WIDTH: usize = 16;

/// Asks until the quiz is over or the student ends it. The session is kept after every answer.
pub(super) fn ask(
    quiz: &Quiz,
    session: &mut Session,
    keep: &dyn Fn(&Session) -> Result<(), Failure>,
    voice: Voice,
) -> Result<Ended, Failure> {
    let terminal = Terminal { term: Term::stderr(), voice };
    terminal.write(&QuizNotice::Opening.words(voice), "")?;
    while let Some(question) = session.next_question(quiz) {
        let screen = QuestionScreen::new(question, &session.progress(quiz), voice);
        terminal.show(&screen)?;
        match terminal.choose(&screen)? {
            Chosen::Answer(answer) => session.answer(quiz, &question.id, answer.answer)?,
            Chosen::Command(Command::Finish) => return Ok(Ended::Finished),
            Chosen::Command(Command::Quit) => return Ok(Ended::Left),
            Chosen::Command(Command::Back) => {
                if session.back().is_none() {
                    terminal.write(&QuizNotice::AtFirst.words(voice), "")?;
                }
            }
        }
        keep(session)?;
    }
    Ok(Ended::Finished)
}

enum Chosen<'a> {
    Answer(&'a KeyedAnswer),
    Command(Command),
}

struct Terminal {
    term: Term,
    voice: Voice,
}

impl Terminal {
    fn show(&self, screen: &QuestionScreen) -> Result<(), Failure> {
        let style = Style::new().for_stderr();
        self.term.write_line("")?;
        self.write(&style.clone().dim().apply_to(&screen.progress).to_string(), "")?;
        self.write(&style.clone().bold().apply_to(&screen.wording).to_string(), "")?;
        for answer in &screen.answers {
            self.write(&format!("{}  {}", style.clone().cyan().apply_to(answer.key), answer.words), "   ")?;
        }
        let command = |command: Command| {
            format!("{}\u{a0}{}", style.clone().cyan().apply_to(command.key()), command.words(self.voice).replace(' ', "\u{a0}"))
        };
        self.write(&Command::ALL.map(command).join("   "), "")
    }

    /// Waits for a key that means something; others are passed over.
    fn choose<'a>(&self, screen: &'a QuestionScreen) -> Result<Chosen<'a>, Failure> {
        loop {
            let chosen = match self.term.read_key_raw() {
                Ok(Key::Char(key)) => by_key(screen, key),
                Ok(Key::Backspace | Key::ArrowLeft) => Some(Chosen::Command(Command::Back)),
                // The terminal is gone, or the student wants to be: nothing is lost.
                Ok(Key::CtrlC | Key::Escape) | Err(_) => Some(Chosen::Command(Command::Quit)),
                Ok(_) => None,
            };
            if let Some(chosen) = chosen {
                let words = match &chosen {
                    Chosen::Answer(answer) => answer.words.clone(),
                    Chosen::Command(command) => command.words(self.voice),
                };
                self.write(&format!("→ {words}"), "")?;
                return Ok(chosen);
            }
        }
    }

    /// Writes a text in lines that fit; the lines after the first begin with the indent.
    fn write(&self, text: &str, indent: &str) -> Result<(), Failure> {
        let width = usize::from(self.term.size().1).clamp(MIN_WIDTH, MAX_WIDTH);
        for line in wrapped(text, width, indent) {
            self.term.write_line(&line)?;
        }
        Ok(())
    }
}

fn by_key(screen: &QuestionScreen, key: char) -> Option<Chosen<'_>> {
    let key = key.to_lowercase().next().unwrap_or(key);
    // Control-D says that nothing more will come.
    if key == '\u{4}' {
        return Some(Chosen::Command(Command::Quit));
    }
    let answer = screen.answers.iter().find(|answer| answer.key == key).map(Chosen::Answer);
    answer.or_else(|| Command::ALL.into_iter().find(|command| command.key() == key).map(Chosen::Command))
}

/// The text in lines of at most this width where words allow; spaces inside a line stay.
fn wrapped(text: &str, width: usize, indent: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_inclusive(' ') {
        let line = lines.last_mut().expect("there is always a line");
        if width < measure_text_width(line) + measure_text_width(word.trim_end()) && !line.trim().is_empty() {
            lines.push(format!("{indent}{word}"));
        } else {
            line.push_str(word);
        }
    }
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    //! Properties: no word is lost, no line is too long where words allow.

    use super::wrapped;

    #[test]
    fn words_are_wrapped_and_none_is_lost() {
        assert_eq!(wrapped("un deux trois", 8, ""), ["un deux", "trois"]);
        assert_eq!(wrapped("1  ni oui ni non", 10, "   "), ["1  ni oui", "   ni non"]);
        assert_eq!(wrapped("anticonstitutionnellement non", 16, ""), ["anticonstitutionnellement", "non"]);
        assert_eq!(wrapped("", 10, ""), [""]);
    }
}
