//! Options of calls: JSON text, where nothing means the defaults, and these are those of the program.

use std::fmt;
use std::str::FromStr;

use boussole::ranking::Diversity;
use boussole_report::{Audience, Language, Voice};
use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, Error};

use crate::failure::{Failure, FailureKind};

/// So many métiers are in a list.
pub(crate) const TOP: usize = 10;

/// So many métiers are on a rung of a ladder.
const EACH: usize = 3;

/// In which form a result is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentForm {
    /// One JSON document.
    #[default]
    Json,
    /// Plain text.
    Text,
    /// Markdown, with every number.
    Markdown,
    /// One self-contained page.
    Html,
    /// The style and the body of that page apart, as JSON, for a page that allows no inline style.
    HtmlParts,
    /// The sentences of that page in their parts, as JSON, for an app that lays them out itself.
    Said,
}

/// In which language, and to whom, sentences speak.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct VoiceOptions {
    /// The language.
    pub language: SpokenLanguage,
    /// The reader.
    pub audience: Reader,
}

/// A language by its code.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is the code of a language")]
pub enum SpokenLanguage {
    #[default]
    Fr,
    En,
}

/// A reader by the name that the program takes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is the reader of that name in `Audience`")]
pub enum Reader {
    #[default]
    #[serde(alias = "student")]
    Pupil,
    Adult,
    Counsellor,
}

/// Declares the options of a call: its own, and in which voice and form the result is written.
macro_rules! options {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty = $default:expr,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Deserialize)]
        #[serde(deny_unknown_fields, default)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $type,)*
            /// The language of sentences.
            pub language: SpokenLanguage,
            /// The reader of sentences.
            pub audience: Reader,
            /// The form of the result.
            pub format: DocumentForm,
        }

        impl Default for $name {
            fn default() -> Self {
                Self {
                    $($field: $default,)*
                    language: SpokenLanguage::default(),
                    audience: Reader::default(),
                    format: DocumentForm::default(),
                }
            }
        }

        impl $name {
            /// The voice of sentences.
            pub fn voice(&self) -> Voice {
                VoiceOptions { language: self.language, audience: self.audience }.voice()
            }
        }
    };
}

options! {
    /// Options of a list.
    ListOptions {
        /// How many métiers.
        top: usize = TOP,
        /// How the list is varied.
        #[serde(deserialize_with = "parsed")]
        diversity: Diversity = Diversity::None,
        /// Whether it is said how sure places are, which takes much longer than the list itself.
        stability: bool = true,
        /// Where fiches are shown.
        #[serde(deserialize_with = "parsed_if_given")]
        link: Option<LinkTemplate> = None,
    }
}

options! {
    /// Options of the explanation of one métier.
    ExplainOptions {
        /// How many métiers are in a list, to say how sure it is that this one is.
        top: usize = TOP,
        /// Whether it is said how sure the place is.
        stability: bool = true,
        /// Where the fiche is shown.
        #[serde(deserialize_with = "parsed_if_given")]
        link: Option<LinkTemplate> = None,
    }
}

options! {
    /// Options of a comparison.
    CompareOptions {}
}

options! {
    /// Options of what hangs on the length of a list: what if, and stability.
    TopOptions {
        /// How many métiers are in a list.
        top: usize = TOP,
    }
}

options! {
    /// Options of a ladder.
    LadderOptions {
        /// How many métiers at each level.
        each: usize = EACH,
    }
}

options! {
    /// Options of a replay.
    ReplayOptions {}
}

/// Options of a record, which has no voice: it is data.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct RecordOptions {
    pub(crate) top: usize,
    #[serde(deserialize_with = "parsed")]
    pub(crate) diversity: Diversity,
}

impl Default for RecordOptions {
    fn default() -> Self {
        Self { top: TOP, diversity: Diversity::None }
    }
}

/// The address of a fiche, in which « {id} » stands for the identifier: a page of the web, or of the same site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkTemplate(String);

impl LinkTemplate {
    /// The template as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A text that is no address of a fiche.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected an address such as https://example.org/{{id}}")]
pub struct InvalidLinkTemplate;

impl FromStr for LinkTemplate {
    type Err = InvalidLinkTemplate;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_page = ["https://", "http://", "/", "./"].iter().any(|start| text.starts_with(start));
        let is_template = is_page && text.contains("{id}") && !text.contains(char::is_whitespace);
        if is_template { Ok(Self(text.to_owned())) } else { Err(InvalidLinkTemplate) }
    }
}

impl VoiceOptions {
    /// The voice.
    pub fn voice(self) -> Voice {
        let language = match self.language {
            SpokenLanguage::Fr => Language::French,
            SpokenLanguage::En => Language::English,
        };
        let audience = match self.audience {
            Reader::Pupil => Audience::Pupil,
            Reader::Adult => Audience::Adult,
            Reader::Counsellor => Audience::Counsellor,
        };
        Voice { language, audience }
    }
}

/// The options that a text states; an empty one states none.
pub(crate) fn options_of<T: DeserializeOwned + Default>(text: &str) -> Result<T, Failure> {
    if text.trim().is_empty() {
        return Ok(T::default());
    }
    let expected =
        |error| Failure::new(FailureKind::Options, format!("options: expected JSON with options of this call, found: {error}"));
    serde_json::from_str(text).map_err(expected)
}

fn parsed<'de, D: Deserializer<'de>, T: FromStr<Err: fmt::Display>>(deserializer: D) -> Result<T, D::Error> {
    String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
}

fn parsed_if_given<'de, D: Deserializer<'de>, T: FromStr<Err: fmt::Display>>(deserializer: D) -> Result<Option<T>, D::Error> {
    Option::<String>::deserialize(deserializer)?.map(|text| text.parse()).transpose().map_err(D::Error::custom)
}
