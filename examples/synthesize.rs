//! Writes a synthetic catalogue and profiles to measure `boussole batch` with: the data of the benches.
//!
//! `cargo run --release --example synthesize -- FOLDER [METIERS] [STUDENTS]` writes `catalogue.json` and `profiles.jsonl`.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::PathBuf;

use boussole_lab::synthetic::{Draw, catalogue, student};
use serde_json::{Value, json};

/// Two seeds, those of the benches.
const CATALOGUE_SEED: u64 = 1;
const STUDENT_SEED: u64 = 7;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let Some(folder) = arguments.next().map(PathBuf::from) else {
        println!("Give a folder to write to, and perhaps the numbers of métiers and of students.");
        return Ok(());
    };
    let mut number = |default: usize| arguments.next().map_or(Ok(default), |argument| argument.parse());
    let (n_metiers, n_students) = (number(734)?, number(1_000_000)?);
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("catalogue.json"), catalogue(n_metiers, CATALOGUE_SEED).to_json())?;
    let mut profiles = BufWriter::new(File::create(folder.join("profiles.jsonl"))?);
    let mut draw = Draw::new(STUDENT_SEED);
    for id in 0..n_students {
        let mut profile = serde_json::to_value(student(&mut draw, None).build()?)?;
        let parts = profile.as_object_mut().expect("a profile is an object");
        parts.insert("id".to_owned(), json!(id));
        parts.retain(|_, part| part.as_object().is_none_or(|part| !part.is_empty()) && *part != Value::Null);
        writeln!(profiles, "{profile}")?;
    }
    profiles.flush()?;
    println!("wrote {n_metiers} métiers and {n_students} students to {}", folder.display());
    Ok(())
}
