//! Feeds bytes to the reader of json.

#![no_main]

use boussole_fuzz::{read_and_convert, reads, target};

target!("json", |bytes| reads("fuzz.json", bytes), |bytes| read_and_convert("fuzz.json", bytes));
