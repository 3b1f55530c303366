//! What a file says, as messages quote it: short, and without control characters.

use std::borrow::Cow;

/// The most bytes of a quotation.
const MAX_QUOTED_BYTES: usize = 300;

/// Cuts a quotation at the limit, at the border of a character.
pub(super) fn shorten(text: &mut String) {
    if MAX_QUOTED_BYTES < text.len() {
        *text = quoted(text);
    }
}

/// A text as it is quoted: trimmed, and cut at the limit.
pub(crate) fn quoted(text: &str) -> String {
    let text = text.trim();
    if text.len() <= MAX_QUOTED_BYTES {
        return text.to_owned();
    }
    let end = (0..=MAX_QUOTED_BYTES).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
    format!("{}…", &text[..end])
}

/// A text whose control characters are shown escaped.
pub(crate) fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(char::is_control) {
        return text.into();
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        if character.is_control() { shown.extend(character.escape_default()) } else { shown.push(character) }
    }
    shown.into()
}

#[cfg(test)]
mod tests {
    //! Properties: quotations are cut at the border of a character; control characters are shown.

    use super::*;

    #[test]
    fn a_quotation_is_cut_at_the_border_of_a_character() {
        let mut text = "é".repeat(1_000);
        shorten(&mut text);
        assert_eq!(text, "é".repeat(150) + "…");
        let mut short = "été".to_owned();
        shorten(&mut short);
        assert_eq!(short, "été");
    }

    #[test]
    fn control_characters_are_shown() {
        assert_eq!(escaped("\u{1b}[2J\n\u{9b}é"), "\\u{1b}[2J\\n\\u{9b}é");
    }
}
