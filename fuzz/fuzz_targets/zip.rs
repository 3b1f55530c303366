//! Feeds archives to the reader of ZIP: bytes that begin like one are taken as they are, others are packed first, as lines « name » and
//! content between lines « --- », with the last byte for what is broken after packing.

#![no_main]

use std::io::{Cursor, Write};

use boussole_fuzz::{read_and_convert, reads, target};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn packed(bytes: &[u8]) -> Vec<u8> {
    if bytes.starts_with(b"PK") {
        return bytes.to_vec();
    }
    let text = String::from_utf8_lossy(bytes);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for member in text.split("\n---\n") {
        let (name, content) = member.split_once('\n').unwrap_or((member, ""));
        if archive.start_file(name, SimpleFileOptions::default()).is_ok() {
            archive.write_all(content.as_bytes()).expect("memory takes all");
        }
    }
    let mut bytes = archive.finish().expect("memory takes all").into_inner();
    if let (Some(b'!'), Some(place)) = (text.bytes().next_back(), bytes.len().checked_div(2)) {
        bytes[place] ^= 0x55;
    }
    bytes
}

target!("zip", |bytes| reads("fuzz.zip", &packed(bytes)), |bytes| read_and_convert("fuzz.zip", &packed(bytes)));
