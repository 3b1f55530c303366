//! Writes what is compiled in: the lists of fiches of the demonstration catalogue and of reference profiles, and the tables of canonical forms.

#![allow(clippy::disallowed_methods, reason = "a build script reads and writes files")]

use std::fmt::Write as _;
use std::path::Path;
use std::{env, error, fs};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, compose, is_combining_mark};

fn main() -> Result<(), Box<dyn error::Error>> {
    let fixtures = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("fixtures");
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("unicode.rs"), forms())?;
    list(&fixtures.join("fiches"), ".md", "include_bytes", &Path::new(&out).join("demo_fiches.rs"))?;
    list(&fixtures.join("profiles"), ".toml", "include_str", &Path::new(&out).join("reference_profiles.rs"))
}

/// Writes an array of name and content of each file with this ending; an empty one without the folder.
fn list(folder: &Path, ending: &str, include: &str, to: &Path) -> Result<(), Box<dyn error::Error>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut names = Vec::new();
    if folder.is_dir() {
        for entry in fs::read_dir(folder)? {
            let name = entry?.file_name().into_string().map_err(|name| format!("{} is no UTF-8", name.display()))?;
            if name.ends_with(ending) {
                names.push(name);
            }
        }
    }
    names.sort();
    let mut list = String::from("&[\n");
    for name in names {
        let path = folder.join(&name);
        let path = path.to_str().ok_or("the path of the package is no UTF-8")?;
        writeln!(list, "    ({name:?}, {include}!({path:?})),")?;
    }
    list.push_str("]\n");
    fs::write(to, list)?;
    Ok(())
}

/// The tables of canonical forms, sorted, without what can be counted: Korean syllables.
fn forms() -> String {
    let characters = || ('\0'..=char::MAX).filter(|character| !('\u{ac00}'..='\u{d7a3}').contains(character));
    let (mut decomposed, mut pairs) = (Vec::new(), Vec::new());
    for whole in characters() {
        let parts: Vec<char> = std::iter::once(whole).nfd().collect();
        if parts == [whole] {
            continue;
        }
        decomposed.push((whole, parts.iter().collect::<String>()));
        let (last, first) = parts.split_last().expect("a character has a form");
        let first: Vec<char> = first.iter().copied().nfc().collect();
        if let [first] = first[..]
            && compose(first, *last) == Some(whole)
        {
            pairs.push((first, *last, whole));
        }
    }
    pairs.sort_unstable();
    let classes =
        ranges(characters().map(|character| (character, canonical_combining_class(character))).filter(|(_, class)| *class != 0));
    let marks = ranges(characters().filter(|character| is_combining_mark(*character)).map(|character| (character, 0)));
    let marks: Vec<(char, char)> = marks.into_iter().map(|(first, last, _)| (first, last)).collect();
    table("DECOMPOSED", "The characters of normal form D of each that has others", "(char, &str)", &decomposed)
        + &table("PAIRS", "What two characters join to", "(char, char, char)", &pairs)
        + &table("CLASSES", "The classes of marks", "(char, char, u8)", &classes)
        + &table("MARKS", "Marks", "(char, char)", &marks)
}

/// Neighbours with the same number as ranges.
fn ranges(numbered: impl Iterator<Item = (char, u8)>) -> Vec<(char, char, u8)> {
    let mut ranges: Vec<(char, char, u8)> = Vec::new();
    for (character, number) in numbered {
        match ranges.last_mut() {
            Some((_, last, known)) if *known == number && u32::from(*last) + 1 == u32::from(character) => *last = character,
            _ => ranges.push((character, character, number)),
        }
    }
    ranges
}

fn table(name: &str, about: &str, row: &str, rows: &[impl std::fmt::Debug]) -> String {
    format!("/// {about}.\nstatic {name}: [{row}; {}] = {rows:?};\n", rows.len())
}
