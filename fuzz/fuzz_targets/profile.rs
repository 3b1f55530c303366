//! Feeds text to the reader of profiles; one that is read is written to what reads back.

#![no_main]

use boussole::Profile;
use boussole_fuzz::text_target;

fn check(text: &str) {
    let _ = (Profile::from_json(text), Profile::from_toml(text));
    if let Ok(profile) = Profile::from_text(text) {
        let json = serde_json::to_string(&profile).expect("a profile is JSON");
        assert_eq!(Profile::from_json(&json).as_ref(), Ok(&profile));
    }
}

text_target!("profile", |text| Profile::from_text(text).is_ok(), check);
