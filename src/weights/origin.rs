//! Where weights come from: what tuning states, or what their author wrote.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize, Serializer};

/// Where tuned weights come from, so that they can be checked and tuned again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provenance {
    /// The fingerprint of the preferences.
    pub data: String,
    /// Pairs that were used.
    pub n_pairs: usize,
    /// Students that they are from.
    pub n_students: usize,
    /// Pairs of the data that a simulator made, used or not.
    pub n_simulated: usize,
    /// How strongly the weights were pulled towards the defaults; `None` where data were too few to choose it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lambda: Option<f64>,
    /// The seed of folds and draws; written as text where TOML has no number so large.
    #[serde(serialize_with = "number_or_text")]
    pub seed: u64,
    /// The date, as stated by the caller; the library does not read the clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The version of this library.
    pub version: String,
}

/// What a file of weights says on where they come from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged, expecting = "a table of facts on where the weights come from")]
pub enum WeightsOrigin {
    /// They were tuned by this library.
    Tuned(Provenance),
    /// Their author says so, in words of their own.
    Stated(BTreeMap<String, Fact>),
}

/// A value in an [`WeightsOrigin::Stated`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
#[allow(missing_docs, reason = "each is a kind of value that TOML and JSON have")]
pub enum Fact {
    Truth(bool),
    Integer(i64),
    Number(f64),
    Text(String),
    Date(TomlDate),
    List(Vec<Self>),
    Table(BTreeMap<String, Self>),
}

/// A date of TOML without quotes; it is written as text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", deny_unknown_fields)]
pub struct TomlDate {
    /// The date, as it was written.
    #[serde(rename = "$__toml_private_datetime")]
    pub text: String,
}

impl From<TomlDate> for String {
    fn from(date: TomlDate) -> Self {
        date.text
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields so")]
fn number_or_text<S: Serializer>(seed: &u64, serializer: S) -> Result<S::Ok, S::Error> {
    match i64::try_from(*seed) {
        Ok(seed) => serializer.serialize_i64(seed),
        Err(_) => serializer.serialize_str(&seed.to_string()),
    }
}
