//! Feeds bytes to the reader of xml.

#![no_main]

use boussole_fuzz::{read_and_convert, reads, target};

target!("xml", |bytes| reads("fuzz.xml", bytes), |bytes| read_and_convert("fuzz.xml", bytes));
