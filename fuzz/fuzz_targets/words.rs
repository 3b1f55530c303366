//! Feeds text to what understands a student's own words; the list that they make is that of the plain path.

#![no_main]

use boussole::Profile;
use boussole::profile::ProfileError;
use boussole::ranking::Diversity;
use boussole_fuzz::{DEMO, text_target};

fn profile(text: &str) -> Result<Profile, ProfileError> {
    text.lines().take(8).fold(Profile::builder(), |builder, line| builder.words(line)).build()
}

fn check(text: &str) {
    let Ok(profile) = profile(text) else { return };
    let compiled = DEMO.recommend(&profile, 10).expect("words are never unknown");
    let plain = DEMO.recommend_plainly(&profile, 10, Diversity::None).expect("words are never unknown");
    assert_eq!(compiled, plain);
    assert!(compiled.iter().all(|one| (0.0..=1.0).contains(&one.score().value())), "{text}");
}

text_target!("words", |text| profile(text).is_ok_and(|profile| !DEMO.written_words(&profile).is_empty()), check);
