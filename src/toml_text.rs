//! TOML from outside: refused when it opens more tables and lists than any real file, since each takes a hundred times its bytes.

use serde::Deserialize;

/// The most brackets that open a table or a list. The questions of the library have about two hundred.
pub const MAX_TOML_BRACKETS: usize = 20_000;

/// Reads a text of at most [`MAX_TOML_BRACKETS`] tables and lists.
///
/// # Errors
///
/// What is wrong, with line and column where there is one.
pub fn from_toml<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, String> {
    let n_brackets = text.bytes().filter(|byte| matches!(byte, b'[' | b'{')).count();
    if MAX_TOML_BRACKETS < n_brackets {
        return Err(format!(
            "expected at most {MAX_TOML_BRACKETS} « [ » and « {{ », found {n_brackets}; take tables or lists out"
        ));
    }
    toml::from_str(text).map_err(|error| error.to_string().trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    //! Property: beyond the limit the text is refused before it is parsed, with both numbers.

    use super::*;

    #[test]
    fn many_tables_and_lists_are_refused() {
        let read = |text: &str| from_toml::<toml::Table>(text).map(|table| table.len());
        assert_eq!(read(&"[[a]]\n".repeat(MAX_TOML_BRACKETS / 2)), Ok(1));
        for text in ["[[a]]\n".repeat(MAX_TOML_BRACKETS), format!("a = [{}]", "{}, ".repeat(MAX_TOML_BRACKETS))] {
            let told = read(&text).expect_err("too many");
            assert!(told.starts_with("expected at most 20000 « [ » and « { », found "), "{told}");
        }
    }
}
