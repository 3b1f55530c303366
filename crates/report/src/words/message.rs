//! Messages by name, and their text in the language and for the reader of a [`Voice`].

use std::borrow::Cow;

use super::marks::{CASE, CHOICE, IS, VALUE};
use crate::voice::{Audience, Language, Voice};

/// A message: its text in each language for each reader, as `marks` has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Message(&'static [[&'static str; 3]; 2]);

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// The values of a message by name: what stands in braces in the files.
pub(crate) type Values<'a> = [(&'static str, Cow<'a, str>)];

/// What can be a value, as it is written.
pub(crate) trait Value<'a> {
    fn written(self) -> Cow<'a, str>;
}

impl<'a> Value<'a> for &'a str {
    fn written(self) -> Cow<'a, str> {
        self.into()
    }
}

impl<'a> Value<'a> for &'a String {
    fn written(self) -> Cow<'a, str> {
        self.into()
    }
}

impl<'a> Value<'a> for String {
    fn written(self) -> Cow<'a, str> {
        self.into()
    }
}

impl<'a> Value<'a> for Cow<'a, str> {
    fn written(self) -> Cow<'a, str> {
        self
    }
}

/// Numbers are written in full; a rounded one comes as text.
macro_rules! number {
    ($($number:ty),*) => {
        $(impl<'a> Value<'a> for $number {
            fn written(self) -> Cow<'a, str> {
                self.to_string().into()
            }
        })*
    };
}
number!(u8, u32, u64, usize);

/// Values by name: `values![n, label = name.as_str()]`.
macro_rules! values {
    (@one $name:ident) => { $name };
    (@one $name:ident $value:expr) => { $value };
    ($($name:ident $(= $value:expr)?),* $(,)?) => {
        &[$((stringify!($name), $crate::words::Value::written($crate::words::values!(@one $name $($value)?)))),*]
    };
}
pub(crate) use values;

impl Voice {
    /// A message without values.
    pub(crate) fn words(self, message: Message) -> String {
        self.words_with(message, &[])
    }

    /// A message with its values.
    pub(crate) fn words_with(self, message: Message, values: &Values<'_>) -> String {
        let language = match self.language {
            Language::French => 0,
            Language::English => 1,
        };
        let reader = match self.audience {
            Audience::Pupil => 0,
            Audience::Adult => 1,
            Audience::Counsellor => 2,
        };
        filled(message.0[language][reader], values)
    }
}

/// A text with its choices made and its values filled in.
fn filled(text: &str, values: &Values<'_>) -> String {
    let mut filled = String::new();
    // Between two marks is a choice, before and after is text.
    for (number, part) in text.split(CHOICE).enumerate() {
        let chosen = if number % 2 == 0 { part } else { chosen(part, values) };
        for (number, part) in chosen.split(VALUE).enumerate() {
            filled += if number % 2 == 0 { part } else { value(part, values) };
        }
    }
    filled
}

/// The text of the case that a value is, else of the last, which is for all others.
fn chosen<'a>(choice: &'a str, values: &Values<'_>) -> &'a str {
    let mut cases = choice.split(CASE);
    let value = value(cases.next().unwrap_or_default(), values);
    let mut cases = cases.filter_map(|case| case.split_once(IS));
    cases.find(|(key, _)| *key == value || key.is_empty()).map_or("", |(_, text)| text)
}

fn value<'a>(name: &str, values: &'a Values<'_>) -> &'a str {
    let found = values.iter().find(|(given, _)| *given == name);
    debug_assert!(found.is_some(), "expected a value for {name}, found {values:?}");
    found.map_or("", |(_, value)| value)
}

#[cfg(test)]
mod tests {
    //! Properties: both languages have the same values and voices; choices are made and values filled in.
    //!
    //! A message that code asks for and a file does not have does not compile; one that no code asks for is dead code, which clippy refuses.

    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    const FRENCH: &str = include_str!("fr.ftl");
    const ENGLISH: &str = include_str!("en.ftl");

    /// The values and the voices of a message.
    type Shape<'a> = (BTreeSet<&'a str>, BTreeSet<&'a str>);

    fn shapes(text: &str) -> BTreeMap<&str, Shape<'_>> {
        let mut shapes: BTreeMap<&str, Shape<'_>> = BTreeMap::new();
        let mut current = "";
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let begins = |line: &str| line.starts_with(|first: char| first.is_ascii_lowercase());
            if let Some((id, _)) = line.split_once(" =").filter(|_| begins(line)) {
                assert!(shapes.insert(id, Shape::default()).is_none(), "{id} stands twice");
                current = id;
            }
            let Some((values, voices)) = shapes.get_mut(current) else { continue };
            voices.extend(line.trim().strip_prefix('.').and_then(|voice| voice.split_once(" =")).map(|(voice, _)| voice));
            let ends = |character: char| !character.is_ascii_alphanumeric() && character != '_';
            values.extend(line.split('$').skip(1).map(|rest| rest.split(ends).next().unwrap_or_default()));
        }
        shapes
    }

    #[test]
    fn both_languages_have_the_same_messages() {
        let (french, english) = (shapes(FRENCH), shapes(ENGLISH));
        let ids = |shapes: &BTreeMap<&str, Shape<'_>>| shapes.keys().map(|id| (*id).to_owned()).collect::<Vec<_>>();
        assert_eq!(ids(&french), ids(&english));
        for (id, (values, voices)) in &french {
            let (english_values, english_voices) = &english[id];
            assert_eq!(values, english_values, "values of {id}");
            // « you » is « tu » and « vous », so English may do without a text for adults.
            assert!(english_voices.is_subset(voices), "voices of {id}");
            assert_eq!(voices.contains("counsellor"), english_voices.contains("counsellor"), "voices of {id}");
            assert!(voices.iter().all(|voice| ["adult", "counsellor"].contains(voice)), "voices of {id}");
        }
    }

    #[test]
    fn values_and_choices_are_filled_in() {
        let text = format!("{VALUE}n{VALUE} sur {CHOICE}n{CASE}1{IS}un{CASE}0{IS}{CASE}{IS}{VALUE}n{VALUE} autres{CHOICE}.");
        assert_eq!(filled(&text, values![n = 1_u64]), "1 sur un.");
        assert_eq!(filled(&text, values![n = 0_u64]), "0 sur .");
        assert_eq!(filled(&text, values![n = 12_u64]), "12 sur 12 autres.");
        assert_eq!(filled(&text, values![n = "sept"]), "sept sur sept autres.");
    }
}
