//! Feeds text to what answers a line of a batch: a profile of any answers, words among them, is ranked or refused.

#![no_main]

use boussole::Profile;
use boussole_fuzz::{DEMO, text_target};

fn check(text: &str) {
    let Ok(profile) = Profile::from_json(text) else { return };
    if let Ok(ranking) = DEMO.recommend(&profile, 10) {
        assert!(ranking.iter().all(|one| (0.0..=1.0).contains(&one.score().value())), "{text}");
    }
}

text_target!("batch", |text| Profile::from_json(text).is_ok_and(|profile| DEMO.shortlist(&profile, 1).is_ok()), check);
