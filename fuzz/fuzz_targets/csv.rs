//! Feeds bytes to the reader of csv.

#![no_main]

use boussole_fuzz::{read_and_convert, reads, target};

target!("csv", |bytes| reads("fuzz.csv", bytes), |bytes| read_and_convert("fuzz.csv", bytes));
