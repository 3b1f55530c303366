//! Feeds arbitrary text to the reader of profiles.

#![no_main]

use boussole::Profile;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = Profile::from_text(text);
    let _ = Profile::from_json(text);
    let _ = Profile::from_toml(text);
});
