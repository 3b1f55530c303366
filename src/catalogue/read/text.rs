//! From bytes to characters, in whatever encoding a file was saved.

use std::borrow::Cow;
use std::sync::Arc;

use crate::catalogue::builder::CatalogueBuilder;
use crate::catalogue::quoted::{BLOCK, may_begin_control};
use crate::catalogue::{Place, Problem, ProblemKind};

/// The characters of windows-1252 from 0x80 to 0x9F.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“', '”',
    '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The number of line ends in these bytes.
pub(super) fn n_lines(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte == b'\n').count()
}

/// Counts lines up to increasing positions.
#[derive(Debug)]
pub(super) struct LineCounter<'a> {
    text: &'a str,
    line: usize,
    /// Where the line ends.
    end: usize,
}

impl<'a> LineCounter<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, line: 1, end: end_of_line(text, 0) }
    }

    /// The line of a byte. One that lies before the last has the line of the last.
    pub(super) fn at(&mut self, position: usize) -> usize {
        while self.end < position {
            self.line += 1;
            self.end = end_of_line(self.text, self.end + 1);
        }
        self.line
    }
}

/// Where the line ends that a place is in: its line feed, or beyond every place if there is none.
fn end_of_line(text: &str, from: usize) -> usize {
    text.get(from..).and_then(|rest| rest.find('\n')).map_or(usize::MAX, |end| from + end)
}

/// The character of a byte in ISO-8859-15.
#[cfg(feature = "xml")]
pub(super) fn latin_9(byte: u8) -> char {
    match byte {
        0xa4 => '€',
        0xa6 => 'Š',
        0xa8 => 'š',
        0xb4 => 'Ž',
        0xb8 => 'ž',
        0xbc => 'Œ',
        0xbd => 'œ',
        0xbe => 'Ÿ',
        _ => char::from(byte),
    }
}

/// The character of a byte in windows-1252, a superset of ISO-8859-1, as the WHATWG Encoding Standard has it.
pub(super) fn windows_1252(byte: u8) -> char {
    if (0x80..0xa0).contains(&byte) { WINDOWS_1252[usize::from(byte - 0x80)] } else { char::from(byte) }
}

/// The text of a whole file without its byte order mark: UTF-8, or UTF-16 with a mark. Bytes that are not UTF-8 are read as
/// windows-1252, byte by byte, so that a single damaged byte costs nothing else; the first one is reported.
pub(super) fn text<'a>(source: &Arc<str>, bytes: &'a [u8], builder: &mut CatalogueBuilder) -> Cow<'a, str> {
    let text = decoded(source, bytes, builder);
    tell_damages(source, &text, builder);
    text
}

/// The text of bytes of which the file says that each is a character, unless they are UTF-8 for whoever looks.
#[cfg(feature = "xml")]
pub(super) fn single_bytes<'a>(
    source: &Arc<str>,
    bytes: &'a [u8],
    character: fn(u8) -> char,
    builder: &mut CatalogueBuilder,
) -> Cow<'a, str> {
    match utf8(bytes) {
        Ok(text) if !text.is_ascii() => self::text(source, bytes, builder),
        _ => {
            let text: String = bytes.iter().copied().map(character).collect();
            tell_damages(source, &text, builder);
            text.into()
        }
    }
}

/// Tells what is lost or broken in a text: the first trace of a wrong conversion, and the first control character that is no white space.
fn tell_damages(source: &Arc<str>, text: &str, builder: &mut CatalogueBuilder) {
    let (mut broken, mut control) = (None, None);
    for at in suspects(text.as_bytes()) {
        let rest = &text[at..];
        broken = broken.or_else(|| Some((at, ProblemKind::BrokenText { found: trace(rest)? })));
        control = control.or_else(|| Some((at, ProblemKind::ControlCharacter { found: lost_control(rest)? })));
        if broken.is_some() && control.is_some() {
            break;
        }
    }
    for (at, kind) in [broken, control].into_iter().flatten() {
        let line = 1 + n_lines(&text.as_bytes()[..at]);
        builder.problem(Problem { place: Place::of_line(source, line), kind });
    }
}

/// The places at which a trace of a wrong conversion or a control character may begin.
#[allow(clippy::needless_bitwise_bool, reason = "without a branch, a whole block is looked at together")]
fn suspects(bytes: &[u8]) -> impl Iterator<Item = usize> {
    // « Â », « Ã », « Å » and « â » as bytes, and the beginning of « � ».
    let is_suspect = |first: u8, second: u8| {
        may_begin_control(first)
            | ((first == 0xc3) & ((second == 0x82) | (second == 0x83) | (second == 0x85) | (second == 0xa2)))
            | ((first == 0xef) & (second == 0xbf))
    };
    let pairs = |start: usize| bytes[start..bytes.len().min(start + BLOCK + 1)].windows(2);
    let blocks = (0..bytes.len()).step_by(BLOCK);
    let suspicious = blocks.filter(move |start| pairs(*start).fold(false, |found, pair| found | is_suspect(pair[0], pair[1])));
    let places = suspicious.flat_map(move |start| (start..).zip(pairs(start)));
    let last = bytes.len().checked_sub(1).filter(|last| may_begin_control(bytes[*last]));
    places.filter(move |(_, pair)| is_suspect(pair[0], pair[1])).map(|(at, _)| at).chain(last)
}

fn decoded<'a>(source: &Arc<str>, bytes: &'a [u8], builder: &mut CatalogueBuilder) -> Cow<'a, str> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => return utf16(rest, u16::from_le_bytes).into(),
        [0xfe, 0xff, rest @ ..] => return utf16(rest, u16::from_be_bytes).into(),
        _ if is_utf16(bytes, 1) => return utf16(bytes, u16::from_le_bytes).into(),
        _ if is_utf16(bytes, 0) => return utf16(bytes, u16::from_be_bytes).into(),
        _ => {}
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let at = match utf8(bytes) {
        Ok(text) => return text.into(),
        Err(at) => at,
    };
    let place = Place::of_line(source, 1 + n_lines(&bytes[..at]));
    builder.problem(Problem { place, kind: ProblemKind::NotUtf8 { byte: bytes[at] } });
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().copied().map(windows_1252));
    }
    text.into()
}

/// The text of bytes that are UTF-8, otherwise where they stop being it.
fn utf8(bytes: &[u8]) -> Result<&str, usize> {
    #[cfg(feature = "vectors")]
    return simdutf8::compat::from_utf8(bytes).map_err(|error| error.valid_up_to());
    #[cfg(not(feature = "vectors"))]
    return std::str::from_utf8(bytes).map_err(|error| error.valid_up_to());
}

/// Whether the first characters are ASCII in UTF-16 without a mark: every other byte is 0, and no other.
pub(super) fn is_utf16(bytes: &[u8], zero: usize) -> bool {
    const N_BYTES: usize = 8;
    N_BYTES <= bytes.len() && bytes[..N_BYTES].iter().enumerate().all(|(at, byte)| (*byte == 0) == (at % 2 == zero))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// The control character that a text begins with, as an escape, if it is no white space.
fn lost_control(text: &str) -> Option<String> {
    let lost = text.chars().next().filter(|letter| letter.is_control() && !letter.is_whitespace());
    lost.map(|letter| letter.escape_default().to_string())
}

/// The trace that a text begins with, if it begins with one.
fn trace(text: &str) -> Option<String> {
    let first = text.chars().next()?;
    let n_trails = match first {
        char::REPLACEMENT_CHARACTER => 0,
        'Â' | 'Ã' | 'Å' => 1,
        'â' => 2,
        _ => return None,
    };
    let trails: Vec<char> = text.chars().skip(1).take(n_trails).collect();
    let is_trace = trails.len() == n_trails && trails.iter().all(|letter| (0x80..0xc0).contains(&byte_of(*letter)));
    is_trace.then(|| std::iter::once(first).chain(trails).collect())
}

/// The byte of a character in windows-1252, 0 if it has none.
fn byte_of(letter: char) -> u8 {
    let place = WINDOWS_1252.iter().position(|known| *known == letter).and_then(|place| u8::try_from(0x80 + place).ok());
    place.or_else(|| u8::try_from(u32::from(letter)).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    //! Properties: every saved form of a text is the same text; what was lost before is told; good texts are not.

    use super::*;

    fn read(bytes: &[u8]) -> (String, Vec<String>) {
        let mut builder = CatalogueBuilder::default();
        let text = text(&"t".into(), bytes, &mut builder).into_owned();
        (text, builder.problems.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn every_saved_form_is_the_same_text() {
        let good = "j'ai œuvré, l’été — 5 €\nfin";
        let bytes: Vec<u8> = good.chars().map(|letter| if letter == '\n' { b'\n' } else { byte_of(letter) }).collect();
        let (text, problems) = read(&bytes);
        assert_eq!(text, good);
        let told = "t:1: expected UTF-8, found the byte 0x9C; save the file as UTF-8, such bytes are read as windows-1252";
        assert_eq!(problems, [told]);
        assert_eq!(read(format!("\u{feff}{good}").as_bytes()), (good.to_owned(), vec![]));
        let units: Vec<u16> = format!("\u{feff}{good}").encode_utf16().collect();
        for bytes in [
            units.iter().flat_map(|unit| unit.to_le_bytes()).collect::<Vec<u8>>(),
            units.iter().flat_map(|unit| unit.to_be_bytes()).collect(),
            units[1..].iter().flat_map(|unit| unit.to_le_bytes()).collect(),
            units[1..].iter().flat_map(|unit| unit.to_be_bytes()).collect(),
        ] {
            assert_eq!(read(&bytes), (good.to_owned(), vec![]));
        }
    }

    #[test]
    fn one_damaged_byte_costs_nothing_else() {
        assert_eq!(read(b"l'\xc3\xa9t\xc3\xa9 d\xe9j\xc3\xa0").0, "l'été déjà");
    }

    #[test]
    fn what_was_lost_before_is_told() {
        for (text, found) in
            [("ok\nj'aime crÃ©er", "Ã©"), ("\nlâ€™été", "â€™"), ("\nmini\u{fffd}re", "\u{fffd}"), ("\nl'Å“uvre", "Å“")]
        {
            let told = format!(
                "t:2: expected text, found « {found} », the trace of a wrong encoding; save the source anew as UTF-8, it is kept as it is"
            );
            assert_eq!(read(text.as_bytes()).1, [told]);
        }
        for at in [0, 1, BLOCK - 1, BLOCK, 2 * BLOCK] {
            let before = "x".repeat(at);
            assert!(read(format!("{before}\0").as_bytes()).1[0].contains("\\u{0}"), "{at}");
            assert!(read(format!("{before}Ã©").as_bytes()).1[0].contains("Ã©"), "{at}");
        }
        for text in ["Â", "PÂTÉ", "« Â »", "château", "Ã", "Ångström", "âge", "SÃO Paulo"] {
            assert_eq!(read(text.as_bytes()).1, [""; 0], "{text}");
        }
    }
}
