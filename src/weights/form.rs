//! Weights in files: one form for TOML, JSON and whatever else serde reads. What is wrong is told with its line, where the format has lines.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use serde::ser::{SerializeMap, SerializeStruct, Serializer};
use serde::{Deserialize, Serialize};

use super::{Shares, Table, Weights, WeightsError, WeightsOrigin};
use crate::features::{Criterion, InterestFactors};

/// The schema of the files that this version reads and writes.
const SCHEMA: &str = "boussole/weights/1";

impl Serialize for Weights {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let factors = self.interest_factors();
        let n_parts =
            2 + [self.name().is_some(), !factors.is_empty(), self.origin().is_some()].map(usize::from).iter().sum::<usize>();
        let mut file = serializer.serialize_struct("Weights", n_parts)?;
        file.serialize_field("schema", SCHEMA)?;
        if let Some(name) = self.name() {
            file.serialize_field("name", name)?;
        }
        file.serialize_field("weights", &Numbers(self))?;
        if !factors.is_empty() {
            file.serialize_field("interests", factors)?;
        }
        if let Some(origin) = self.origin() {
            file.serialize_field("provenance", origin)?;
        }
        file.end()
    }
}

/// A number for each criterion.
struct Numbers<'a>(&'a Weights);

impl Serialize for Numbers<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(criterion, weight)| (criterion.name(), weight)))
    }
}

impl Serialize for Shares<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let factors = self.0.interest_factors();
        let mut map = serializer.serialize_map(Some(Criterion::COUNT + usize::from(!factors.is_empty())))?;
        for (criterion, weight) in self.0.iter() {
            map.serialize_entry(criterion.name(), &weight)?;
        }
        if !factors.is_empty() {
            map.serialize_entry("interests", factors)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Weights {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FileVisitor)
    }
}

/// A key of a file of weights.
enum Key {
    Schema,
    Name,
    Weights,
    Interests,
    Provenance,
    /// A weight outside any table.
    Weight(Criterion),
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Ok(match name.as_str() {
            "schema" => Self::Schema,
            "name" => Self::Name,
            "weights" => Self::Weights,
            "interests" => Self::Interests,
            "provenance" => Self::Provenance,
            _ => Self::Weight(name.parse().map_err(D::Error::custom)?),
        })
    }
}

struct Schema;

impl<'de> Deserialize<'de> for Schema {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let found = String::deserialize(deserializer)?;
        if found == SCHEMA { Ok(Self) } else { Err(D::Error::custom(WeightsError::Schema { expected: SCHEMA, found })) }
    }
}

/// Factors of interests.
#[derive(Default)]
struct Factors(InterestFactors);

impl<'de> Deserialize<'de> for Factors {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Self::default())
    }
}

impl<'de> Visitor<'de> for Factors {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table of interests and their factors")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut factors: A) -> Result<Self, A::Error> {
        while let Some(label) = factors.next_key()? {
            factors.next_value_seed(Checked(|found| self.0.add(label, found).map_err(WeightsError::from)))?;
        }
        Ok(self)
    }
}

struct FileVisitor;

impl<'de> Visitor<'de> for FileVisitor {
    type Value = Weights;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table of names and values")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut file: A) -> Result<Weights, A::Error> {
        let mut table = Table::default();
        let (mut name, mut factors, mut origin) = (None, Factors::default(), None);
        while let Some(key) = file.next_key()? {
            match key {
                Key::Schema => {
                    file.next_value::<Schema>()?;
                }
                Key::Name => name = file.next_value::<Option<String>>()?,
                Key::Weights => file.next_value_seed(&mut table)?,
                Key::Interests => factors = file.next_value()?,
                Key::Provenance => origin = file.next_value::<Option<WeightsOrigin>>()?,
                Key::Weight(criterion) => file.next_value_seed(Checked(|found| table.add(criterion, found)))?,
            }
        }
        let weights = table.weights().map_err(A::Error::custom)?;
        Ok(Weights { name, interests: factors.0, origin: origin.map(Box::new), ..weights })
    }
}

impl<'de> DeserializeSeed<'de> for &mut Table {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for &mut Table {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table of criteria and their weights")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut weights: A) -> Result<(), A::Error> {
        while let Some(criterion) = weights.next_key_seed(Name)? {
            weights.next_value_seed(Checked(|found| self.add(criterion, found)))?;
        }
        Ok(())
    }
}

/// The name of a criterion.
struct Name;

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Criterion;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Criterion, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

/// What takes a number. It is checked while it is read, because only then is its line known.
struct Checked<F>(F);

impl<'de, F: FnOnce(f64) -> Result<(), WeightsError>> DeserializeSeed<'de> for Checked<F> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_f64(self)
    }
}

impl<F: FnOnce(f64) -> Result<(), WeightsError>> Visitor<'_> for Checked<F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    fn visit_f64<E: Error>(self, found: f64) -> Result<(), E> {
        (self.0)(found).map_err(E::custom)
    }

    fn visit_i64<E: Error>(self, found: i64) -> Result<(), E> {
        self.visit_f64(found as f64)
    }

    fn visit_u64<E: Error>(self, found: u64) -> Result<(), E> {
        self.visit_f64(found as f64)
    }
}
