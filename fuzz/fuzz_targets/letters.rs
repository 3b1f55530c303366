//! Feeds bytes to the reader of RIASEC letters.

#![no_main]

use boussole::catalogue::RomeLetters;
use boussole_fuzz::target;

target!("letters", |bytes| RomeLetters::read_bytes("fuzz.csv", bytes).letters != RomeLetters::default(), |bytes| {
    let read = RomeLetters::read_bytes("fuzz.csv", bytes);
    assert!(read.problems.iter().all(|problem| !problem.to_string().is_empty()));
});
