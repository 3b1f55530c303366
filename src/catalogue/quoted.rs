//! What a file says, as messages quote it: short, and without control characters.

use std::borrow::Cow;

/// The most bytes of a quotation.
const MAX_QUOTED_BYTES: usize = 300;

/// So many bytes are searched together.
pub(super) const BLOCK: usize = 64;

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

/// Whether a control character other than a line feed may begin with this byte.
#[allow(clippy::needless_bitwise_bool, reason = "without a branch, many bytes are looked at together")]
pub(super) fn may_begin_control(byte: u8) -> bool {
    ((byte < b' ') & (byte != b'\n')) | (byte == 0x7f) | (byte == 0xc2)
}

/// Whether a text has control characters other than line feeds.
pub(super) fn has_control(text: &str) -> bool {
    let may_have =
        text.as_bytes().chunks(BLOCK).any(|block| block.iter().fold(false, |may, byte| may | may_begin_control(*byte)));
    may_have && text.contains(|letter: char| letter != '\n' && letter.is_control())
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
    fn every_control_character_is_found() {
        for letter in ('\0'..='\u{fff}').chain("« é » — œ".chars()) {
            let is_control = letter.is_control() && letter != '\n';
            assert!(!is_control || may_begin_control(letter.to_string().as_bytes()[0]), "{letter:?}");
            for text in [letter.to_string(), format!("{}{letter}x", "é".repeat(BLOCK))] {
                assert_eq!(has_control(&text), is_control, "{letter:?}");
            }
        }
    }

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
