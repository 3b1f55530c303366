//! Feeds arbitrary bytes to the reader of xml.

#![no_main]

use boussole_fuzz::read_and_convert;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| read_and_convert("fuzz.xml", bytes));
