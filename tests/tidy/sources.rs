//! The files of the project, and how a rule is held against them.

#![allow(clippy::disallowed_methods, reason = "a test reads and writes files")]

use std::fs;
use std::path::Path;

/// Names of folders, or of files that stand for them, that hold no text of ours.
const SKIPPED: [&str; 9] =
    ["target", ".git", "corpus", "artifacts", "node_modules", "dist", "out", "__pycache__", ".pytest_cache"];

/// A rule: what is wrong in a file, as « path:line: what », from its path in the project and its text.
pub(crate) type Rule = fn(&str, &str) -> Vec<String>;

/// Path and text of every text file at or below a path of the project, in the order of paths; nothing if there is none.
pub(crate) fn texts(below: &str) -> Vec<(String, String)> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = package.ancestors().find(|folder| folder.join("fixtures").is_dir()).expect("is below the workspace");
    let mut found = Vec::new();
    walk(root, &root.join(below), &mut found);
    found.sort();
    found
}

fn walk(root: &Path, path: &Path, found: &mut Vec<(String, String)>) {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    if SKIPPED.contains(&name.as_ref()) {
        return;
    }
    if path.is_dir() {
        for entry in fs::read_dir(path).expect("folders of the project can be listed") {
            walk(root, &entry.expect("can be listed").path(), found);
        }
    } else if path.is_file() {
        let relative = path.strip_prefix(root).expect("is below the root").to_string_lossy().replace('\\', "/");
        // What is not UTF-8 is not a text.
        found.extend(fs::read_to_string(path).ok().map(|text| (relative, text)));
    }
}

/// Holds a rule against all Rust files at or below a path.
#[track_caller]
pub(crate) fn check(below: &str, rule: Rule) {
    let files = texts(below).into_iter();
    report(
        &files
            .filter(|(path, _)| Path::new(path).extension().is_some_and(|extension| extension == "rs"))
            .flat_map(|(path, text)| rule(&path, &text))
            .collect::<Vec<_>>(),
    );
}

/// Holds a rule against all text files of the project.
#[track_caller]
pub(crate) fn check_texts(rule: Rule) {
    report(&texts(".").into_iter().flat_map(|(path, text)| rule(path.trim_start_matches("./"), &text)).collect::<Vec<_>>());
}

/// Fails with what is wrong.
#[track_caller]
pub(crate) fn report(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} places to tidy:\n{}", wrong.len(), wrong.join("\n"));
}
