//! Every kind of problem in every format, with the message that the owner of the file reads.
//!
//! `fixtures/invalid/<format>/<kind>.<ending>` is read, and its problems must be the lines of `<kind>.txt` beside it.
//! `BOUSSOLE_BLESS=1` rewrites the `.txt` files.

#![allow(clippy::disallowed_methods, reason = "a test reads and writes files")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use boussole::catalogue::{Catalogue, Problem, ReadError};

/// Kinds whose examples are too large for a file (other tests build them) or need another build.
const WITHOUT_EXAMPLE: [&str; 8] = [
    "fiche_too_large",
    "too_large",
    "too_long",
    "too_many_columns",
    "too_many_problems",
    "too_many_fiches",
    "format_not_built",
    "sources_differ",
];

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("can be listed").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|ending| ending != "txt") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn problems(path: &Path) -> Vec<Problem> {
    let bytes = fs::read(path).expect("can be read");
    let name = path.file_name().expect("is a file").to_string_lossy();
    match Catalogue::read_bytes(&name, &bytes) {
        Ok(loaded) => loaded.problems,
        Err(ReadError::NoFiche { problems, .. }) => problems,
        Err(error) => panic!("{}: {error}", path.display()),
    }
}

fn name_of(problem: &Problem) -> String {
    let value = serde_json::to_value(problem).expect("is text and numbers");
    value["kind"].as_str().expect("has a kind").to_owned()
}

#[test]
fn every_message_is_the_one_beside_the_file() {
    let is_blessing = std::env::var_os("BOUSSOLE_BLESS").is_some();
    let mut kinds = BTreeSet::new();
    let mut wrong = Vec::new();
    for path in files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/invalid")) {
        let problems = problems(&path);
        assert!(!problems.is_empty(), "{} has no problem", path.display());
        kinds.extend(problems.iter().map(name_of));
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        let told = told.join("\n") + "\n";
        let golden = path.with_extension("txt");
        if is_blessing {
            fs::write(&golden, &told).expect("can be written");
        } else if fs::read_to_string(&golden).ok().as_deref() != Some(told.as_str()) {
            wrong.push(format!("{}:\n{told}", golden.display()));
        }
    }
    assert!(wrong.is_empty(), "other messages than expected:\n{}", wrong.join("\n"));
    assert_eq!(kinds.len(), 29, "{kinds:?}");
    assert!(WITHOUT_EXAMPLE.iter().all(|kind| !kinds.contains(*kind)));
}
