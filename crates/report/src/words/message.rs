//! Messages by name, and their text in the language and for the reader of a [`Voice`].

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use crate::voice::{Audience, Language, Voice};

/// The name of a message, which exists in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Message(&'static str);

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// The values of a message: what stands in braces in the files.
pub(crate) type Values<'a> = FluentArgs<'a>;

/// Values by name: `values![n, label = name.as_str()]`.
macro_rules! values {
    (@one $values:ident $name:ident) => { $values.set(stringify!($name), $name) };
    (@one $values:ident $name:ident $value:expr) => { $values.set(stringify!($name), $value) };
    ($($name:ident $(= $value:expr)?),* $(,)?) => {{
        let mut values = $crate::words::Values::new();
        $($crate::words::values!(@one values $name $($value)?);)*
        values
    }};
}
pub(crate) use values;

/// The sources of both languages.
const FRENCH: &str = include_str!("fr.ftl");
const ENGLISH: &str = include_str!("en.ftl");

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<[Bundle; 2]> = LazyLock::new(|| [bundle("fr", FRENCH), bundle("en", ENGLISH)]);

fn bundle(language: &str, text: &str) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![language.parse().expect("is the name of a language")]);
    // Marks around values that set the direction of writing would be bytes that nobody needs in these two languages.
    bundle.set_use_isolating(false);
    let resource = FluentResource::try_new(text.to_owned()).expect("a test reads the files");
    bundle.add_resource(resource).expect("a test looks for messages that stand twice");
    bundle
}

impl Voice {
    /// A message without values.
    pub(crate) fn words(self, message: Message) -> String {
        self.words_with(message, Values::new())
    }

    /// A message with its values.
    ///
    /// A reader without a text of their own is told what a pupil is told.
    #[allow(clippy::needless_pass_by_value, reason = "values are made for one message, where it is said")]
    pub(crate) fn words_with(self, message: Message, values: Values<'_>) -> String {
        let bundle = match self.language {
            Language::French => &BUNDLES[0],
            Language::English => &BUNDLES[1],
        };
        let found = bundle.get_message(message.0).expect("a test compares the files");
        let own = match self.audience {
            Audience::Pupil => None,
            Audience::Adult => found.get_attribute("adult"),
            Audience::Counsellor => found.get_attribute("counsellor"),
        };
        let pattern = own.map(|attribute| attribute.value()).or(found.value()).expect("a test looks for texts");
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&values), &mut errors);
        debug_assert!(errors.is_empty(), "{message:?}: {errors:?}");
        text.into_owned()
    }
}

#[cfg(test)]
mod tests {
    //! Properties: both languages have the same messages with the same values and voices; every message can be said.
    //!
    //! A message that code asks for and no file has does not compile; one that no code asks for is dead code, which clippy refuses.

    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

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
    fn every_message_is_read() {
        for (bundle, text) in BUNDLES.iter().zip([FRENCH, ENGLISH]) {
            for id in shapes(text).keys() {
                assert!(bundle.get_message(id).is_some_and(|message| message.value().is_some()), "{id} has no text");
            }
        }
    }
}
