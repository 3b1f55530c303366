//! The shape of a profile in files: what TOML and JSON have in common.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::builder::ProfileBuilder;
use super::error::{ProfileError, ProfileProblem};
use super::student::{Profile, Riasec};
use crate::catalogue::AccessLevel;

/// A profile as it is written, before any check.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Form {
    /// The identifier of a line in a batch; no part of the profile.
    #[serde(rename = "id")]
    _id: IgnoredAny,
    pub(super) seed: u64,
    pub(super) interests: Pairs<f64>,
    pub(super) access_level: LevelForm,
    pub(super) statuses: Pairs<f64>,
    pub(super) sectors: Pairs<f64>,
    pub(super) riasec: Option<RiasecForm>,
    pub(super) metiers: MetiersForm,
    pub(super) gates: GatesForm,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct LevelForm {
    pub(super) reached: Option<String>,
    pub(super) willing: Option<String>,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct MetiersForm {
    pub(super) likes: Vec<String>,
    pub(super) exclude: Vec<String>,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct GatesForm {
    pub(super) max_access_level: Option<String>,
    pub(super) statuses: Vec<String>,
    pub(super) sectors: Vec<String>,
}

#[derive(Debug, Default, serde::Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields, default)]
#[allow(non_snake_case, reason = "the letters of Holland's model are capitals")]
pub(super) struct RiasecForm {
    pub(super) R: f64,
    pub(super) I: f64,
    pub(super) A: f64,
    pub(super) S: f64,
    pub(super) E: f64,
    pub(super) C: f64,
}

impl Form {
    /// The checked profile.
    pub(super) fn check(self) -> Result<Profile, ProfileError> {
        let mut builder = Profile::builder().seed(self.seed);
        for (label, answer) in &self.interests.0 {
            builder = builder.interest(label, *answer);
        }
        builder = level(builder, "access_level.reached", self.access_level.reached, ProfileBuilder::reached);
        builder = level(builder, "access_level.willing", self.access_level.willing, ProfileBuilder::willing);
        for (label, preference) in &self.statuses.0 {
            builder = builder.status(label, *preference);
        }
        for (label, preference) in &self.sectors.0 {
            builder = builder.sector(label, *preference);
        }
        if let Some(form) = self.riasec {
            builder = builder.riasec([form.R, form.I, form.A, form.S, form.E, form.C]);
        }
        builder = metiers(builder, "metiers.likes", &self.metiers.likes, ProfileBuilder::likes_metier);
        builder = metiers(builder, "metiers.exclude", &self.metiers.exclude, ProfileBuilder::excludes);
        builder = level(builder, "gates.max_access_level", self.gates.max_access_level, ProfileBuilder::max_access_level);
        for label in &self.gates.statuses {
            builder = builder.only_status(label);
        }
        for label in &self.gates.sectors {
            builder = builder.only_sector(label);
        }
        builder.build()
    }
}

fn level(
    builder: ProfileBuilder,
    field: &'static str,
    text: Option<String>,
    set: impl FnOnce(ProfileBuilder, AccessLevel) -> ProfileBuilder,
) -> ProfileBuilder {
    match text.map(|text| text.parse()) {
        None => builder,
        Some(Ok(level)) => set(builder, level),
        Some(Err(error)) => builder.problem(ProfileProblem::UnknownAccessLevel { field, error }),
    }
}

fn metiers(
    mut builder: ProfileBuilder,
    field: &'static str,
    ids: &[String],
    add: impl Fn(ProfileBuilder, crate::catalogue::MetierId) -> ProfileBuilder,
) -> ProfileBuilder {
    for id in ids {
        builder = match id.parse() {
            Ok(id) => add(builder, id),
            Err(error) => builder.problem(ProfileProblem::InvalidIdentifier { field, error }),
        };
    }
    builder
}

/// A map as the pairs it is written with, so that a label that stands twice is seen.
#[derive(Debug)]
pub(super) struct Pairs<T>(pub(super) Vec<(String, T)>);

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
        Form::deserialize(deserializer)?.check().map_err(serde::de::Error::custom)
    }
}

impl Serialize for Profile {
    /// Writes the form that is read; parts without an answer are left out.
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
        let metiers = Metiers { likes: self.liked_metiers(), exclude: self.excluded_metiers() };
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
    likes: &'a [crate::catalogue::MetierId],
    exclude: &'a [crate::catalogue::MetierId],
}
