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
pub struct ProfileForm {
    /// The identifier of a line in a batch; no part of the profile.
    #[serde(rename = "id")]
    _id: IgnoredAny,
    pub seed: u64,
    pub interests: Pairs<f64>,
    pub access_level: LevelForm,
    pub statuses: Pairs<f64>,
    pub sectors: Pairs<f64>,
    pub riasec: Option<RiasecForm>,
    pub metiers: MetiersForm,
    pub gates: GatesForm,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LevelForm {
    pub reached: Option<String>,
    pub willing: Option<String>,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct MetiersForm {
    pub likes: Vec<String>,
    pub exclude: Vec<String>,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct GatesForm {
    pub max_access_level: Option<String>,
    pub statuses: Vec<String>,
    pub sectors: Vec<String>,
}

#[derive(Debug, Default, serde::Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields, default)]
#[allow(non_snake_case, reason = "the letters of Holland's model are capitals")]
pub struct RiasecForm {
    pub R: f64,
    pub I: f64,
    pub A: f64,
    pub S: f64,
    pub E: f64,
    pub C: f64,
}

impl ProfileForm {
    /// The checked profile.
    pub fn check(self) -> Result<Profile, ProfileError> {
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
pub struct Pairs<T>(pub Vec<(String, T)>);

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
        ProfileForm::deserialize(deserializer)?.check().map_err(serde::de::Error::custom)
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
