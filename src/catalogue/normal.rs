//! Canonical forms of Unicode: a letter and its accents as one character where there is one (NFC), or without accents.
//!
//! The tables are those of the crate `unicode-normalization`, written by the build in a third of the space: they are downloaded with the module for
//! browsers.
//!
//! # References
//!
//! Unicode Standard Annex 15, « Unicode Normalization Forms »; The Unicode Standard, sections 3.11 and 3.12.

use std::borrow::Cow;
use std::cmp::Ordering;

include!(concat!(env!("OUT_DIR"), "/unicode.rs"));

/// The text in normal form C.
pub(super) fn composed(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_inert) {
        return text.into();
    }
    let mut composed: Vec<char> = Vec::with_capacity(text.len());
    // The last character that others may join, and the class of the last that did not.
    let (mut base, mut last_class) = (None, 0);
    for (character, class) in decomposed(text) {
        if let Some(base) = base {
            let is_next = base + 1 == composed.len();
            let joined = pair(composed[base], character).filter(|_| is_next || last_class < class);
            if let Some(joined) = joined {
                composed[base] = joined;
                continue;
            }
        }
        if class == 0 {
            base = Some(composed.len());
        }
        last_class = class;
        composed.push(character);
    }
    composed.into_iter().collect::<String>().into()
}

/// The text in normal form D without its marks.
pub(super) fn without_marks(text: &str) -> String {
    decomposed(text).into_iter().map(|(character, _)| character).filter(|character| !is_mark(*character)).collect()
}

/// Whether a character is in normal form C and joins no other: below the first mark all are, and so is usual punctuation.
fn is_inert(character: char) -> bool {
    matches!(character, ..'\u{300}' | '\u{2010}'..='\u{206f}')
}

/// The characters of normal form D with their classes: marks of one character in the order of their classes.
fn decomposed(text: &str) -> Vec<(char, u8)> {
    let mut decomposed = Vec::with_capacity(text.len());
    for character in text.chars() {
        let parts = DECOMPOSED.binary_search_by_key(&character, |(whole, _)| *whole).map(|place| DECOMPOSED[place].1);
        match (parts, syllable(character)) {
            (Ok(parts), _) => decomposed.extend(parts.chars().map(|part| (part, class(part)))),
            (Err(_), Some(letters)) => decomposed.extend(letters.filter_map(char::from_u32).map(|letter| (letter, 0))),
            (Err(_), None) => decomposed.push((character, class(character))),
        }
    }
    for marks in decomposed.split_mut(|(_, class)| *class == 0) {
        marks.sort_by_key(|(_, class)| *class);
    }
    decomposed
}

fn class(character: char) -> u8 {
    in_ranges(&CLASSES, character, |(first, last, _)| (*first, *last)).map_or(0, |(_, _, class)| *class)
}

fn is_mark(character: char) -> bool {
    in_ranges(&MARKS, character, |range| *range).is_some()
}

/// The range of a sorted table that holds a character.
fn in_ranges<T>(table: &[T], character: char, ends: impl Fn(&T) -> (char, char)) -> Option<&T> {
    let compared = |range: &T| match ends(range) {
        (_, last) if last < character => Ordering::Less,
        (first, _) if character < first => Ordering::Greater,
        _ => Ordering::Equal,
    };
    table.binary_search_by(compared).ok().map(|place| &table[place])
}

/// The character that two join to.
fn pair(first: char, second: char) -> Option<char> {
    let found = PAIRS.binary_search_by_key(&(first, second), |(first, second, _)| (*first, *second));
    found.ok().map(|place| PAIRS[place].2).or_else(|| syllable_of(first, second))
}

/// Korean syllables are counted, not listed: 19 first letters, 21 vowels, 27 last letters or none.
mod korean {
    pub(super) const SYLLABLE: u32 = 0xac00;
    pub(super) const FIRST: u32 = 0x1100;
    pub(super) const VOWEL: u32 = 0x1161;
    /// The one before the first last letter stands for none.
    pub(super) const LAST: u32 = 0x11a7;
    pub(super) const N_FIRST: u32 = 19;
    pub(super) const N_VOWEL: u32 = 21;
    pub(super) const N_LAST: u32 = 28;
}

/// The letters of a Korean syllable.
fn syllable(character: char) -> Option<impl Iterator<Item = u32>> {
    use korean::{FIRST, LAST, N_FIRST, N_LAST, N_VOWEL, SYLLABLE, VOWEL};
    let number = u32::from(character).checked_sub(SYLLABLE).filter(|number| *number < N_FIRST * N_VOWEL * N_LAST)?;
    let last = number % N_LAST;
    let letters = [FIRST + number / (N_VOWEL * N_LAST), VOWEL + number / N_LAST % N_VOWEL];
    Some(letters.into_iter().chain((last != 0).then_some(LAST + last)))
}

/// The Korean syllable of two letters, or of a syllable without a last letter and one.
fn syllable_of(first: char, second: char) -> Option<char> {
    use korean::{FIRST, LAST, N_FIRST, N_LAST, N_VOWEL, SYLLABLE, VOWEL};
    let place = |character: char, start: u32, n: u32| u32::from(character).checked_sub(start).filter(|place| *place < n);
    if let (Some(first), Some(vowel)) = (place(first, FIRST, N_FIRST), place(second, VOWEL, N_VOWEL)) {
        return char::from_u32(SYLLABLE + (first * N_VOWEL + vowel) * N_LAST);
    }
    let syllable = place(first, SYLLABLE, N_FIRST * N_VOWEL * N_LAST).filter(|number| number % N_LAST == 0)?;
    let last = place(second, LAST, N_LAST).filter(|last| *last != 0)?;
    char::from_u32(SYLLABLE + syllable + last)
}

#[cfg(test)]
mod tests {
    //! Properties: every character, and any text, has the forms that `unicode-normalization` gives it.

    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;

    use super::*;

    #[track_caller]
    fn check(text: &str) {
        assert_eq!(composed(text), text.nfc().collect::<String>(), "{text:?}");
        let expected: String = text.nfd().filter(|character| !is_combining_mark(*character)).collect();
        assert_eq!(without_marks(text), expected, "{text:?}");
    }

    #[test]
    fn every_character_has_its_forms() {
        for character in '\0'..=char::MAX {
            check(character.encode_utf8(&mut [0; 4]));
            let letters: String = std::iter::once(character).nfd().collect();
            if letters.chars().count() != 1 {
                check(&letters);
            }
        }
    }

    #[test]
    fn marks_join_in_their_order() {
        for text in [
            "e\u{301}\u{323}",
            "q\u{323}\u{301}\u{307}",
            "\u{301}e",
            "a\u{315}\u{300}\u{5ae}\u{301}b",
            "\u{1100}\u{1161}\u{11a8}",
            "\u{ac00}\u{11a7}",
            "\u{9c7}\u{300}\u{9be}",
        ] {
            check(text);
        }
    }

    proptest! {
        #[test]
        fn any_text_has_its_forms(text in "[a-zA-Zé\u{300}-\u{345}\u{5b0}-\u{5bd}\u{900}-\u{9ff}\u{1100}-\u{11ff}\u{1e00}-\u{1fff}\u{3040}-\u{30ff}\u{ac00}-\u{ad00}]{0,12}") {
            check(&text);
        }
    }
}
