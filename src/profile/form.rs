//! The form of a profile in files, which TOML and JSON have in common.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::constraint::{Constraint, ConstraintKind};
use super::student::{Profile, Riasec};
use super::unchecked::UncheckedProfile;
use crate::catalogue::{AccessLevel, MetierId};

/// A profile as a file writes it.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(expecting = "a table of names and values")]
#[serde(deny_unknown_fields, default)]
pub(super) struct ProfileForm {
    /// The identifier of a line of a batch, which is not part of the profile.
    #[serde(rename = "id")]
    _id: IgnoredAny,
    seed: u64,
    interests: Pairs<f64>,
    access_level: LevelForm,
    statuses: Pairs<f64>,
    sectors: Pairs<f64>,
    riasec: Option<RiasecForm>,
    words: Texts,
    constraints: Vec<ConstraintForm>,
    metiers: MetiersForm,
    gates: GatesForm,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(expecting = "a table of names and values")]
#[serde(deny_unknown_fields, default)]
struct LevelForm {
    reached: Option<String>,
    willing: Option<String>,
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
    lowers: Pairs<f64>,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(expecting = "a table of names and values")]
#[serde(deny_unknown_fields, default)]
struct MetiersForm {
    likes: Vec<String>,
    show_liked: bool,
    exclude: Vec<String>,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(expecting = "a table of names and values")]
#[serde(deny_unknown_fields, default)]
struct GatesForm {
    max_access_level: Option<String>,
    statuses: Vec<String>,
    sectors: Vec<String>,
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

impl From<ProfileForm> for UncheckedProfile {
    fn from(form: ProfileForm) -> Self {
        Self {
            seed: form.seed,
            interests: form.interests.0,
            reached: form.access_level.reached,
            willing: form.access_level.willing,
            statuses: form.statuses.0,
            sectors: form.sectors.0,
            riasec: form.riasec.map(|RiasecForm { R, I, A, S, E, C }| [R, I, A, S, E, C]),
            words: form.words.0,
            constraints: form.constraints.into_iter().map(Constraint::from).collect(),
            likes: form.metiers.likes,
            shows_liked: form.metiers.show_liked,
            exclude: form.metiers.exclude,
            max_access_level: form.gates.max_access_level,
            gate_statuses: form.gates.statuses,
            gate_sectors: form.gates.sectors,
            keep_refused: form.gates.keep_refused,
        }
    }
}

/// One text, or a list of texts.
#[derive(Debug, Default)]
struct Texts(Vec<String>);

impl<'de> Deserialize<'de> for Texts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextsVisitor;

        impl<'de> Visitor<'de> for TextsVisitor {
            type Value = Texts;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("words such as \"dessiner\", or a list of them")
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Texts(vec![text.to_owned()]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
                let mut texts = Vec::new();
                while let Some(text) = list.next_element()? {
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
        form.lowers.0.iter().fold(constraint, |constraint, (label, by)| constraint.lowering(label, *by))
    }
}

/// A map as a list of pairs, so that a label that occurs twice is noticed.
#[derive(Debug)]
struct Pairs<T>(Vec<(String, T)>);

impl<T> Default for Pairs<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Pairs<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PairsVisitor<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for PairsVisitor<T> {
            type Value = Pairs<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a table of label = number")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }

        deserializer.deserialize_map(PairsVisitor(PhantomData))
    }
}

impl<'de> Deserialize<'de> for Profile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        UncheckedProfile::from(ProfileForm::deserialize(deserializer)?).check().map_err(serde::de::Error::custom)
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
