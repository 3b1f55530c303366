//! Feeds arbitrary text to the reader of saved sessions; one that is read is written to what reads back.

#![no_main]

use std::sync::LazyLock;

use boussole::Catalogue;
use boussole::quiz::{Quiz, Session};
use libfuzzer_sys::fuzz_target;

static QUIZ: LazyLock<Quiz> = LazyLock::new(|| Quiz::demo(&Catalogue::demo()));

fuzz_target!(|text: &str| {
    if let Ok(session) = Session::from_json(text, &QUIZ) {
        assert_eq!(Session::from_json(&session.to_json(), &QUIZ).as_ref(), Ok(&session));
        let _ = (session.next_question(&QUIZ), session.progress(&QUIZ), session.profile(&QUIZ));
    }
});
