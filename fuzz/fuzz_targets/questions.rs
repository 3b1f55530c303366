//! Feeds text to the reader of questions; a quiz that is read can be asked to its end.

#![no_main]

use std::sync::LazyLock;

use boussole::catalogue::{Catalogue, Interest, Metier, Title};
use boussole::quiz::{Answer, Quiz, Session, Settings};
use boussole_fuzz::text_target;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let mut metier = Metier::new("MET.1".parse().expect("is an identifier"), Title::from_heading("mime"));
    metier.interests.extend(["j'aime la nature", "j'aime bouger"].map(Interest::new));
    Catalogue::from_metiers([metier]).catalogue
});

fn check(text: &str) {
    let Ok(quiz) = Quiz::from_toml(text, &CATALOGUE) else { return };
    let mut session = Session::new(Settings::default());
    while let Some(next) = session.next_question(&quiz) {
        let id = next.id.clone();
        session.answer(&quiz, &id, Answer::Skip).expect("any question may be passed");
    }
    let _ = (session.progress(&quiz), session.profile(&quiz));
}

text_target!("questions", |text| Quiz::from_toml(text, &CATALOGUE).is_ok(), check);
