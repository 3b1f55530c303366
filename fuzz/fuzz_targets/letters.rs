//! Feeds arbitrary bytes to the reader of RIASEC letters.

#![no_main]

use boussole::catalogue::RomeLetters;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = RomeLetters::read_bytes("fuzz.csv", bytes);
});
