//! Feeds arbitrary text to what answers a line of a batch: a profile of any answers, words among them, is ranked or refused.

#![no_main]

use std::sync::LazyLock;

use boussole::{Catalogue, Profile, Recommender, Weights};
use libfuzzer_sys::fuzz_target;

static DEMO: LazyLock<Recommender> =
    LazyLock::new(|| Recommender::new(Catalogue::demo(), Weights::default()).expect("the demonstration has métiers"));

fuzz_target!(|text: &str| {
    let Ok(profile) = Profile::from_json(text) else { return };
    if let Ok(ranking) = DEMO.recommend(&profile, 10) {
        assert!(ranking.iter().all(|one| (0.0..=1.0).contains(&one.score().value())), "{text}");
    }
});
