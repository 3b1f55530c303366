//! How to go on with a session that was kept: where it is, and what to type.

use std::env;
use std::path::{Path, PathBuf};

/// The name of the file for a session that is kept without a name.
const NAME: &str = "boussole-session";

/// So many sessions may be kept in one folder; the last is then replaced.
const MAX_SESSIONS: usize = 10_000;

/// The options whose values a resumed session has in itself, or that name its file.
const REPLACED: [&str; 6] = ["--resume", "--save", "--answers", "--max-questions", "--order", "--sectors"];

/// A name in this folder that no file has.
pub(super) fn free_name() -> PathBuf {
    let numbered =
        |number: usize| PathBuf::from(if number == 1 { format!("{NAME}.json") } else { format!("{NAME}-{number}.json") });
    (1..MAX_SESSIONS).map(numbered).find(|name| !name.exists()).unwrap_or_else(|| numbered(MAX_SESSIONS))
}

/// What to type to go on: the same command, with the session of this file.
pub(super) fn command(file: &Path) -> String {
    let mut words = vec!["boussole".to_owned()];
    let mut arguments = env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match REPLACED
            .iter()
            .find(|name| argument.strip_prefix(**name).is_some_and(|rest| rest.is_empty() || rest.starts_with('=')))
        {
            Some(_) if argument.contains('=') => {}
            Some(_) => _ = arguments.next(),
            None => words.push(quoted(&argument)),
        }
    }
    let file = quoted(&file.display().to_string());
    words.extend(["--resume".to_owned(), file.clone(), "--save".to_owned(), file]);
    words.join(" ")
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let is_plain = |character: char| character.is_alphanumeric() || "-_./=:,".contains(character);
    if !word.is_empty() && word.chars().all(is_plain) { word.to_owned() } else { format!("'{}'", word.replace('\'', r"'\''")) }
}

#[cfg(test)]
mod tests {
    //! Property: a word comes through a shell as it was.

    use super::quoted;

    #[test]
    fn words_are_quoted_where_a_shell_would_change_them() {
        assert_eq!(quoted("--top=3"), "--top=3");
        assert_eq!(quoted("mes fiches"), "'mes fiches'");
        assert_eq!(quoted("l'été"), r"'l'\''été'");
        assert_eq!(quoted(""), "''");
    }
}
