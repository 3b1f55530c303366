//! Labels as people write them, and the key that all spellings of a label share.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use xxhash_rust::xxh3::xxh3_64;

/// The text in plain typography: one Unicode form (NFC), one kind of apostrophe, dash and space.
///
/// Case and accents are kept. This is the form that is shown.
///
/// ```
/// assert_eq!(boussole::catalogue::clean_label("J’ai  le\u{a0}sens "), "J'ai le sens");
/// assert_eq!(boussole::catalogue::clean_label("bac+5"), "bac + 5");
/// ```
pub fn clean_label(text: &str) -> String {
    let mut cleaned = clean_name(text);
    let end = cleaned.trim_end_matches(|last| last == ' ' || END_PUNCTUATION.contains(&last)).len();
    cleaned.truncate(end);
    cleaned
}

/// Punctuation that may end an item of a list and is not part of the label.
const END_PUNCTUATION: [char; 3] = [';', ',', '.'];

/// A name in the typography of [`clean_label`], except that final punctuation is kept.
pub(super) fn clean_name(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let mut cleaned = String::with_capacity(text.len());
    // Invisible characters are removed first: between a letter and its accent they would prevent composition.
    for character in text.chars().filter(|character| !is_invisible(*character)).nfc() {
        match plain_character(character) {
            '+' => {
                push_space(&mut cleaned);
                cleaned.push_str("+ ");
            }
            ' ' => push_space(&mut cleaned),
            plain => cleaned.push(plain),
        }
    }
    cleaned.truncate(cleaned.trim_end_matches(' ').len());
    cleaned
}

/// Whether the typography is already plain: Latin letters, ASCII without special marks, single spaces between words.
///
/// Most texts are, and this check is much cheaper than composing characters. `false` may be too strict.
fn is_plain(text: &str) -> bool {
    let mut last = ' ';
    for character in text.chars() {
        let is_known = match character {
            ' ' => last != ' ',
            '+' | '`' => false,
            // Letters of Latin-1 Supplement and Latin Extended-A are their own canonical form.
            '!'..='~' | '\u{c0}'..='\u{17f}' => true,
            _ => false,
        };
        if !is_known {
            return false;
        }
        last = character;
    }
    last != ' ' || text.is_empty()
}

/// The key of a label: [`clean_label`] in lower case. Labels with equal keys are the same label.
///
/// Accents matter, because they distinguish words (« pêcheur », « pécheur »); typography does not.
///
/// ```
/// use boussole::catalogue::label_key;
/// assert_eq!(label_key("J’AI le sens du contact"), label_key("j'ai le sens du contact"));
/// ```
pub fn label_key(text: &str) -> String {
    let lower = clean_label(text).to_lowercase();
    // Composed again, because lower case may have a composed form that upper case lacks (« J̌ », « ǰ »); plain letters have none.
    if is_plain(text) { lower } else { lower.nfc().collect() }
}

/// The hash of a [`label_key`]: computed once, when an answer is given, and compared for every catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct KeyHash(u64);

impl KeyHash {
    pub(crate) fn of(key: &str) -> Self {
        Self(xxh3_64(key.as_bytes()))
    }
}

/// The key of a heading: [`label_key`] without accents, which capitals often lose.
pub(crate) fn heading_key(text: &str) -> String {
    if !is_plain(text) || text.ends_with(END_PUNCTUATION) {
        return composed_heading_key(text);
    }
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.chars().map(base_letter).collect::<Option<String>>().unwrap_or_else(|| composed_heading_key(text))
}

/// The key of a heading for any text, by Unicode decomposition.
fn composed_heading_key(text: &str) -> String {
    label_key(text).nfd().filter(|character| !is_combining_mark(*character)).collect()
}

/// The letters from « À » to « ÿ » in lower case and without marks.
const BASE_LETTERS: [char; 64] = [
    'a', 'a', 'a', 'a', 'a', 'a', 'æ', 'c', 'e', 'e', 'e', 'e', 'i', 'i', 'i', 'i', 'ð', 'n', 'o', 'o', 'o', 'o', 'o', '×', 'ø',
    'u', 'u', 'u', 'u', 'y', 'þ', 'ß', 'a', 'a', 'a', 'a', 'a', 'a', 'æ', 'c', 'e', 'e', 'e', 'e', 'i', 'i', 'i', 'i', 'ð', 'n',
    'o', 'o', 'o', 'o', 'o', '÷', 'ø', 'u', 'u', 'u', 'u', 'y', 'þ', 'y',
];

/// A letter in lower case and without marks, for ASCII and Latin-1 letters.
fn base_letter(character: char) -> Option<char> {
    match character {
        '\0'..='~' => Some(character.to_ascii_lowercase()),
        'À'..='ÿ' => BASE_LETTERS.get(character as usize - 'À' as usize).copied(),
        _ => None,
    }
}

/// Whether a character is invisible: zero-width spaces and joiners, the byte-order mark, the soft hyphen.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// The plain typographic equivalent of a character.
fn plain_character(character: char) -> char {
    match character {
        '’' | '‘' | 'ʼ' | '′' | '`' | '´' => '\'',
        '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
        other if other.is_whitespace() || other.is_control() => ' ',
        other => other,
    }
}

/// Appends a space, unless the text is empty or ends with one.
fn push_space(cleaned: &mut String) {
    if !cleaned.is_empty() && !cleaned.ends_with(' ') {
        cleaned.push(' ');
    }
}

/// Declares the type of one kind of label, so that a status cannot be mistaken for a sector.
macro_rules! label_kind {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(from = "String", into = "String")]
        pub struct $name(Arc<str>);

        impl $name {
            /// A label from text, in the typography of [`clean_label`].
            pub fn new(text: &str) -> Self {
                Self(clean_label(text).into())
            }

            /// A label from text whose typography is already plain.
            pub(super) fn from_clean(text: Arc<str>) -> Self {
                Self(text)
            }

            /// The label as it is shown.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self::new(&text)
            }
        }

        impl From<$name> for String {
            fn from(label: $name) -> Self {
                label.as_str().to_owned()
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.0, f)
            }
        }
    };
}

label_kind! {
    /// A *centre d'intérêt*: something that a student may like, such as « j'ai le sens du contact ».
    Interest
}
label_kind! {
    /// A status under which the occupation is exercised, such as « salarié » or « artisan ».
    Status
}
label_kind! {
    /// A sector of the economy, such as « Santé - Social - Bien-être ».
    Sector
}

#[cfg(test)]
mod tests {
    //! Properties: typography does not matter, accents do, cleaning is idempotent.

    use super::*;

    #[track_caller]
    fn same(left: &str, right: &str) {
        assert_eq!(label_key(left), label_key(right));
    }

    #[test]
    fn typography_does_not_count() {
        same("J’ai le sens du contact", "j'ai le sens du contact");
        same("Bac\u{a0}+\u{202f}5", "bac+5");
        same("organiser – gérer", "organiser - gérer");
        same("  deux\t mots ;", "deux mots");
        same("e\u{301}te\u{301}", "été");
        same("zéro\u{200b}largeur", "zérolargeur");
    }

    #[test]
    fn accents_count_in_labels_and_not_in_headings() {
        assert_ne!(label_key("pêcheur"), label_key("pécheur"));
        assert_eq!(heading_key("CENTRES D’INTERET"), heading_key("Centres d'intérêt"));
    }

    #[test]
    fn cleaning_keeps_case_and_is_idempotent() {
        for text in ["Bac+5", "a ++ b", " ’x’ ", "", ".,;", "É +é", "a ;+"] {
            let once = clean_label(text);
            assert_eq!(clean_label(&once), once, "{text:?}");
        }
        assert_eq!(clean_label("Salarié."), "Salarié");
    }

    #[test]
    fn a_name_keeps_its_last_punctuation() {
        for (text, name) in [(" etc. ", "etc."), ("a ;", "a ;"), ("l’art.", "l'art."), ("mime", "mime"), (" . ", ".")] {
            assert_eq!(clean_name(text), name);
            assert_eq!(clean_name(name), name);
        }
    }

    #[test]
    fn the_short_way_to_a_heading_key_is_the_long_way() {
        for character in ('!'..='~').chain('À'..='ÿ') {
            let text = format!("x{character}x");
            assert_eq!(heading_key(&text), composed_heading_key(&text), "{character}");
        }
    }

    #[test]
    fn plain_letters_are_composed_in_lower_case() {
        for character in ('!'..='~').chain('À'..='ſ') {
            let lower = format!("x{character}x").to_lowercase();
            assert_eq!(lower.nfc().collect::<String>(), lower, "{character}");
        }
    }

    proptest::proptest! {
        #[test]
        fn a_plain_text_is_what_cleaning_makes_of_it(text in "[ a-cÀ-ſ+`;.’\u{301}\u{a0}]{0,8}") {
            let marked = format!("{text}\u{200b}x");
            let slow = clean_label(&marked);
            proptest::prop_assert_eq!(clean_label(&format!("{text}x")), slow);
        }
    }
}
