//! The encoding of an XML document: from bytes to characters.

use std::borrow::Cow;

use memchr::memmem;

/// An encoding that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    /// ISO-8859-1, read as its superset windows-1252, as the WHATWG Encoding Standard has it.
    Latin1,
}

/// The characters of windows-1252 from 0x80 to 0x9F.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“', '”',
    '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

impl Encoding {
    /// The encoding with this name, if it is one that is read.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name.to_ascii_lowercase().as_str() {
            "utf-8" | "utf8" | "us-ascii" | "ascii" => Self::Utf8,
            "iso-8859-1" | "iso8859-1" | "latin1" | "windows-1252" | "cp1252" => Self::Latin1,
            _ => return None,
        })
    }

    /// The text, and the position of the first invalid byte.
    pub(super) fn decode(self, bytes: &[u8]) -> (Cow<'_, str>, Option<usize>) {
        match (self, std::str::from_utf8(bytes)) {
            (Self::Utf8, Ok(text)) => (text.into(), None),
            (Self::Utf8, Err(error)) => (String::from_utf8_lossy(bytes), Some(error.valid_up_to())),
            (Self::Latin1, Ok(text)) if text.is_ascii() => (text.into(), None),
            (Self::Latin1, _) => (bytes.iter().copied().map(latin1).collect::<String>().into(), None),
        }
    }
}

fn latin1(byte: u8) -> char {
    if (0x80..0xa0).contains(&byte) { WINDOWS_1252[usize::from(byte - 0x80)] } else { char::from(byte) }
}

/// The encoding in `<?xml … encoding="…"?>`.
pub(super) fn declared_encoding(bytes: &[u8]) -> Option<String> {
    let end = memmem::find(bytes, b"?>")?;
    let declaration = bytes[..end].strip_prefix(b"<?xml")?;
    let start = memmem::find(declaration, b"encoding")? + b"encoding".len();
    let value = String::from_utf8_lossy(&declaration[start..]).into_owned();
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    Some(value[1..].split(quote).next()?.trim().to_owned())
}
