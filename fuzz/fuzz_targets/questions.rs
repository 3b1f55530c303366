//! Feeds arbitrary text to the reader of questions; a quiz that is read can be asked to its end.

#![no_main]

use boussole::catalogue::{Catalogue, Interest, Metier, Title};
use boussole::quiz::{Quiz, Session, Settings};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut metier = Metier::new("MET.1".parse().expect("is an identifier"), Title::from_heading("mime"));
    metier.interests.extend(["j'aime la nature", "j'aime bouger"].map(Interest::new));
    if let Ok(quiz) = Quiz::from_toml(text, &Catalogue::from_metiers([metier]).catalogue) {
        let session = Session::new(Settings::default());
        let _ = (session.next_question(&quiz), session.progress(&quiz), session.profile(&quiz));
    }
});
