//! Feeds arbitrary text to the readers of weights and of questions.

#![no_main]

use boussole::catalogue::{Catalogue, Metier, Title};
use boussole::quiz::Quiz;
use boussole::Weights;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = Weights::from_toml(text);
    let metier = Metier::new("MET.1".parse().expect("is an identifier"), Title::from_heading("mime"));
    let _ = Quiz::from_toml(text, &Catalogue::from_metiers([metier]).catalogue);
});
