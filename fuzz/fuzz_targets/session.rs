//! Feeds text to the reader of saved sessions; one that is read is written to what reads back.

#![no_main]

use std::sync::LazyLock;

use boussole::Catalogue;
use boussole::quiz::{Quiz, Session};
use boussole_fuzz::text_target;

static QUIZ: LazyLock<Quiz> = LazyLock::new(|| Quiz::demo(&Catalogue::demo()));

fn check(text: &str) {
    if let Ok(session) = Session::from_json(text, &QUIZ) {
        assert_eq!(Session::from_json(&session.to_json(), &QUIZ).as_ref(), Ok(&session));
        let _ = (session.next_question(&QUIZ), session.progress(&QUIZ), session.profile(&QUIZ));
    }
}

text_target!("session", |text| Session::from_json(text, &QUIZ).is_ok(), check);
