//! The rules that hold for one file at a time.

use crate::scan::scan;

/// The most lines of a file, its tests left aside.
const MAX_LINES: usize = 400;

/// Words that English never uses and French sentences can hardly do without.
const FRENCH_WORDS: [&str; 30] = [
    "le", "la", "les", "des", "du", "un", "une", "est", "et", "sont", "pour", "par", "pas", "que", "qui", "dans", "avec", "sur",
    "ce", "ces", "cette", "aux", "ou", "ne", "à", "c'est", "n'est", "d'un", "d'une", "leur",
];

/// So many of [`FRENCH_WORDS`] make a sentence; a label such as « Bac + 9 et plus » has fewer.
const N_FRENCH_WORDS: usize = 2;

/// Words with which a student is spoken to, one of which is enough.
const STUDENT_WORDS: [&str; 9] = ["tu", "toi", "ton", "tes", "t'es", "piste", "pistes", "d'après", "bonjour"];

/// Folders that hold only tests.
fn is_test(path: &str) -> bool {
    path.starts_with("tests/") || path.contains("/tests/") || path.ends_with("/tests.rs")
}

/// The text before its module of tests; nothing of a file that is a test.
pub(crate) fn before_tests<'a>(path: &str, text: &'a str) -> &'a str {
    let is_module = |at: usize| text[at + "#[cfg(test)]".len()..].trim_start().starts_with("mod ");
    let module = text.match_indices("#[cfg(test)]").map(|(at, _)| at).find(|at| is_module(*at) && !declares_a_file(&text[*at..]));
    if is_test(path) { "" } else { &text[..module.unwrap_or(text.len())] }
}

/// Whether the module that begins here is in a file of its own.
fn declares_a_file(text: &str) -> bool {
    text.find(';').unwrap_or(usize::MAX) < text.find('{').unwrap_or(usize::MAX)
}

pub(crate) fn begins_with_docs(path: &str, text: &str) -> Vec<String> {
    let first = text.lines().next().unwrap_or_default();
    let says_something = first.strip_prefix("//! ").is_some_and(|sentence| 10 <= sentence.trim().len());
    if says_something { Vec::new() } else { vec![format!("{path}:1: expected `//!` and what the file does, found {first:?}")] }
}

pub(crate) fn is_short(path: &str, text: &str) -> Vec<String> {
    let n_lines = before_tests(path, text).lines().count();
    if n_lines <= MAX_LINES { Vec::new() } else { vec![format!("{path}:{n_lines}: expected at most {MAX_LINES} lines")] }
}

pub(crate) fn has_no_french_wording(path: &str, text: &str) -> Vec<String> {
    let literals = scan(before_tests(path, text)).literals.into_iter();
    let french = literals.filter(|(_, literal)| is_french_wording(literal));
    french
        .map(|(line, literal)| format!("{path}:{line}: {literal:?}: wording belongs to the messages of crates/report"))
        .collect()
}

/// Whether a text is a French sentence, quotations « … » left aside: English messages may quote labels. What has no space is a name.
fn is_french_wording(literal: &str) -> bool {
    if !literal.contains(' ') {
        return false;
    }
    let mut said = String::new();
    for (index, part) in literal.split(['«', '»']).enumerate() {
        if index % 2 == 0 {
            said.push_str(part);
        }
    }
    let said = said.to_lowercase();
    let words: Vec<&str> = said.split(|character: char| !(character.is_alphanumeric() || character == '\'')).collect();
    let n_french = FRENCH_WORDS.iter().filter(|word| words.contains(*word)).count();
    N_FRENCH_WORDS <= n_french || words.iter().any(|word| STUDENT_WORDS.contains(word))
}

/// No absolute path of a home, of a folder for temporary files or of a drive.
pub(crate) fn has_no_machine_path(path: &str, text: &str) -> Vec<String> {
    // In pieces, so that this file is not its own bad sample.
    let roots = ["home", "Users", "root", "tmp", "work", "mnt", "var/folders"].map(|folder| format!("/{folder}/"));
    let drive = [":", "\\Users"].concat();
    let is_path = |line: &str, root: &str| {
        // Behind a letter or a dot it is part of a longer, relative path or of an address.
        let is_start =
            |at: usize| !line[..at].ends_with(|before: char| before.is_alphanumeric() || matches!(before, '.' | '}' | '_' | '-'));
        line.match_indices(root).any(|(at, _)| is_start(at))
    };
    let mut wrong = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if roots.iter().any(|root| is_path(line, root)) || line.contains(&drive) {
            wrong.push(format!("{path}:{}: a path of one machine", index + 1));
        }
    }
    wrong
}

#[cfg(test)]
mod samples {
    //! Every rule finds a bad sample, and lets a good one be.

    use super::*;

    #[track_caller]
    fn finds(wrong: &[String], expected: &[&str]) {
        assert_eq!(wrong, expected);
    }

    #[test]
    fn a_file_without_docs() {
        finds(
            &begins_with_docs("src/a.rs", "use b;\n"),
            &["src/a.rs:1: expected `//!` and what the file does, found \"use b;\""],
        );
        finds(&begins_with_docs("src/a.rs", "//! x\n"), &["src/a.rs:1: expected `//!` and what the file does, found \"//! x\""]);
        finds(&begins_with_docs("src/a.rs", ""), &["src/a.rs:1: expected `//!` and what the file does, found \"\""]);
        finds(&begins_with_docs("src/a.rs", "//! What it does.\n"), &[]);
    }

    #[test]
    fn a_long_file() {
        let long = "\n".repeat(401);
        finds(&is_short("src/a.rs", &long), &["src/a.rs:401: expected at most 400 lines"]);
        finds(&is_short("src/a.rs", &format!("//! a\n#[cfg(test)]\nmod tests {{\n{long}}}")), &[]);
        finds(&is_short("src/a.rs", &format!("#[cfg(test)]\nmod tests;\n{long}")), &["src/a.rs:403: expected at most 400 lines"]);
        finds(&is_short("src/a/tests.rs", &long), &[]);
    }

    #[test]
    fn french_wording() {
        for wording in ["Voici tes pistes", "Tu as dit oui", "{n} métiers sont dans la liste", "Bonjour {name}"] {
            assert!(is_french_wording(wording), "{wording}");
        }
        let english = "expected a métier, found « tu as dit que la liste est dans le tiroir »; correct it";
        for wording in
            [english, "Bac + 9 et plus", "diplôme national du brevet", "CAP ou équivalent", "expected a status", "piste-{}"]
        {
            assert!(!is_french_wording(wording), "{wording}");
        }
        let wrong = ["src/a.rs:2: \"Tu as dit oui\": wording belongs to the messages of crates/report"];
        finds(&has_no_french_wording("src/a.rs", "// Tu as dit oui\nlet a = \"Tu as dit oui\";"), &wrong);
    }

    #[test]
    fn paths_of_one_machine() {
        let sample = ["see ", "/ho", "me/lina/boussole"].concat();
        finds(&has_no_machine_path("README.md", &format!("\n{sample}\n")), &["README.md:2: a path of one machine"]);
        finds(&has_no_machine_path("README.md", "see src/home/page or https://example.org/home/page"), &[]);
    }
}
