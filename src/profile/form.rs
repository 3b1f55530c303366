//! The form of a profile in files, which TOML and JSON have in common.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::constraint::{Constraint, ConstraintKind};
use super::student::{Profile, Riasec};
use super::unchecked::UncheckedProfile;
use crate::catalogue::{AccessLevel, MetierId};

/// A profile as a file writes it, with its texts borrowed where the format lets it.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(expecting = "a table of names and values")]
#[serde(deny_unknown_fields, default)]
pub(super) struct ProfileForm<'a, Id = IgnoredAny> {
    /// The identifier of a line of a batch, which is not part of the profile.
    pub(super) id: Id,
    seed: u64,
    #[serde(borrow)]
    interests: Pairs<'a>,
    #[serde(borrow)]
    access_level: LevelForm<'a>,
    #[serde(borrow)]
    statuses: Pairs<'a>,
    #[serde(borrow)]
    sectors: Pairs<'a>,
    riasec: Option<RiasecForm>,
    #[serde(borrow)]
    words: Texts<'a>,
    constraints: Vec<ConstraintForm>,
    #[serde(borrow)]
    metiers: MetiersForm<'a>,
    #[serde(borrow)]
    gates: GatesForm<'a>,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(expecting = "a table of names and values")]
#[serde(deny_unknown_fields, default)]
struct LevelForm<'a> {
    #[serde(borrow)]
    reached: Option<Text<'a>>,
    #[serde(borrow)]
    willing: Option<Text<'a>>,
}

#[derive(Debug, serde::Deserialize)]
#[serde(expecting = "a table of names and values")]
#[serde(deny_unknown_fields)]
struct ConstraintForm {
    id: String,
    #[serde(default)]
    kind: ConstraintKind,
    fr: String,
    en: String,
    #[serde(deserialize_with = "owned_pairs")]
    lowers: Vec<(String, f64)>,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(expecting = "a table of names and values")]
#[serde(deny_unknown_fields, default)]
struct MetiersForm<'a> {
    #[serde(borrow)]
    likes: Vec<Text<'a>>,
    show_liked: bool,
    #[serde(borrow)]
    exclude: Vec<Text<'a>>,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(expecting = "a table of names and values")]
#[serde(deny_unknown_fields, default)]
struct GatesForm<'a> {
    #[serde(borrow)]
    max_access_level: Option<Text<'a>>,
    #[serde(borrow)]
    statuses: Vec<Text<'a>>,
    #[serde(borrow)]
    sectors: Vec<Text<'a>>,
    keep_refused: bool,
}

#[derive(Debug, Default, serde::Deserialize, serde::Serialize)]
#[serde(expecting = "a table of names and values")]
#[serde(deny_unknown_fields, default)]
#[allow(non_snake_case, reason = "the letters of Holland's model are capitals")]
struct RiasecForm {
    R: f64,
    I: f64,
    A: f64,
    S: f64,
    E: f64,
    C: f64,
}

impl<'a, Id> From<ProfileForm<'a, Id>> for UncheckedProfile<'a> {
    fn from(form: ProfileForm<'a, Id>) -> Self {
        Self {
            seed: form.seed,
            interests: form.interests.0,
            reached: form.access_level.reached.map(Text::into_cow),
            willing: form.access_level.willing.map(Text::into_cow),
            statuses: form.statuses.0,
            sectors: form.sectors.0,
            riasec: form.riasec.map(|RiasecForm { R, I, A, S, E, C }| [R, I, A, S, E, C]),
            words: form.words.0,
            constraints: form.constraints.into_iter().map(Constraint::from).collect(),
            likes: cows(form.metiers.likes),
            shows_liked: form.metiers.show_liked,
            exclude: cows(form.metiers.exclude),
            max_access_level: form.gates.max_access_level.map(Text::into_cow),
            gate_statuses: cows(form.gates.statuses),
            gate_sectors: cows(form.gates.sectors),
            keep_refused: form.gates.keep_refused,
        }
    }
}

fn cows(texts: Vec<Text<'_>>) -> Vec<Cow<'_, str>> {
    texts.into_iter().map(Text::into_cow).collect()
}

/// A text, borrowed from what is read unless it holds escapes.
#[derive(Debug)]
struct Text<'a>(Cow<'a, str>);

impl<'a> Text<'a> {
    fn into_cow(self) -> Cow<'a, str> {
        self.0
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;

        impl<'de> Visitor<'de> for TextVisitor {
            type Value = Text<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }

            fn visit_string<E>(self, text: String) -> Result<Self::Value, E> {
                Ok(Text(Cow::Owned(text)))
            }
        }

        deserializer.deserialize_str(TextVisitor)
    }
}

/// One text, or a list of texts.
#[derive(Debug, Default)]
struct Texts<'a>(Vec<Cow<'a, str>>);

impl<'de: 'a, 'a> Deserialize<'de> for Texts<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextsVisitor;

        impl<'de> Visitor<'de> for TextsVisitor {
            type Value = Texts<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("words such as \"dessiner\", or a list of them")
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Texts(vec![Cow::Owned(text.to_owned())]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
                let mut texts = Vec::new();
                while let Some(Text(text)) = list.next_element()? {
                    texts.push(text);
                }
                Ok(Texts(texts))
            }
        }

        deserializer.deserialize_any(TextsVisitor)
    }
}

impl From<ConstraintForm> for Constraint {
    fn from(form: ConstraintForm) -> Self {
        let constraint = Self::new(&form.id, form.kind, &form.fr, &form.en);
        form.lowers.iter().fold(constraint, |constraint, (label, by)| constraint.lowering(label, *by))
    }
}

fn owned_pairs<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<(String, f64)>, D::Error> {
    let Pairs(pairs) = Pairs::deserialize(deserializer)?;
    Ok(pairs.into_iter().map(|(label, number)| (label.into_owned(), number)).collect())
}

/// A map as a list of pairs, so that a label that occurs twice is noticed.
#[derive(Debug, Default)]
struct Pairs<'a>(Vec<(Cow<'a, str>, f64)>);

impl<'de: 'a, 'a> Deserialize<'de> for Pairs<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PairsVisitor;

        impl<'de> Visitor<'de> for PairsVisitor {
            type Value = Pairs<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a table of label = number")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut pairs = Vec::new();
                while let Some((Text(label), number)) = map.next_entry()? {
                    pairs.push((label, number));
                }
                Ok(Pairs(pairs))
            }
        }

        deserializer.deserialize_map(PairsVisitor)
    }
}

impl<'de> Deserialize<'de> for Profile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        UncheckedProfile::from(ProfileForm::<IgnoredAny>::deserialize(deserializer)?).check().map_err(serde::de::Error::custom)
    }
}

impl Serialize for Profile {
    /// Writes the form that is read; optional parts without an answer are omitted.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("seed", &self.seed())?;
        map.serialize_entry("interests", self.interests())?;
        let levels = Levels { reached: self.reached(), willing: self.willing() };
        map.serialize_entry("access_level", &levels)?;
        map.serialize_entry("statuses", self.statuses())?;
        map.serialize_entry("sectors", self.sectors())?;
        if let Some([r, i, a, s, e, c]) = self.riasec().map(Riasec::scores) {
            map.serialize_entry("riasec", &RiasecForm { R: r, I: i, A: a, S: s, E: e, C: c })?;
        }
        if !self.constraints().is_empty() {
            map.serialize_entry("constraints", self.constraints())?;
        }
        if !self.words().is_empty() {
            map.serialize_entry("words", self.words())?;
        }
        let show_liked = self.shows_liked_metiers();
        let metiers = Metiers { likes: self.liked_metiers(), show_liked, exclude: self.excluded_metiers() };
        map.serialize_entry("metiers", &metiers)?;
        map.serialize_entry("gates", self.gates())?;
        map.end()
    }
}

#[derive(serde::Serialize)]
struct Levels {
    #[serde(skip_serializing_if = "Option::is_none")]
    reached: Option<AccessLevel>,
    #[serde(skip_serializing_if = "Option::is_none")]
    willing: Option<AccessLevel>,
}

#[derive(serde::Serialize)]
struct Metiers<'a> {
    likes: &'a [MetierId],
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    show_liked: bool,
    exclude: &'a [MetierId],
}
