//! Feeds lines to a quiz as answers of a person; the session that they make is written to what reads back, and gives a profile to rank.

#![no_main]

use std::sync::LazyLock;

use boussole::Catalogue;
use boussole::quiz::{Quiz, Session, Settings};
use boussole_fuzz::{DEMO, text_target};
use boussole_report::{QuestionScreen, Voice};

static QUIZ: LazyLock<Quiz> = LazyLock::new(|| Quiz::demo(&Catalogue::demo()));

/// The session after all lines that are answers, as the program takes them.
fn session(text: &str) -> Session {
    let mut session = Session::new(Settings::default());
    for line in text.lines().take(60) {
        let Some(next) = session.next_question(&QUIZ) else { break };
        let named = line.split_once(' ').and_then(|(id, rest)| Some((QUIZ.question(id)?, rest)));
        let (question, words) = named.unwrap_or((next, line));
        let screen = QuestionScreen::new(question, &session.progress(&QUIZ), Voice::default());
        if let Some(answer) = screen.answer(words, Voice::default()) {
            let _ = session.answer(&QUIZ, &question.id, answer);
        }
    }
    session
}

fn check(text: &str) {
    let session = session(text);
    assert_eq!(Session::from_json(&session.to_json(), &QUIZ).as_ref(), Ok(&session));
    assert!(DEMO.recommend(&session.profile(&QUIZ), 10).is_ok());
}

text_target!("answers", |text| !session(text).given().is_empty(), check);
