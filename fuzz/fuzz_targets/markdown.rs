//! Feeds bytes to the reader of markdown.

#![no_main]

use boussole_fuzz::{read_and_convert, reads, target};

target!("markdown", |bytes| reads("fuzz.md", bytes), |bytes| read_and_convert("fuzz.md", bytes));
