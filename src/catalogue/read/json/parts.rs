//! The values of a JSON document, taken apart with their places in the text.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

/// Why a part of a document can be parsed.
pub(super) const WHOLE: &str = "each part of a document that was parsed can be";

/// A value that was parsed and is not kept.
pub(super) struct Checked;

impl<'v> Deserialize<'v> for Checked {
    fn deserialize<D: Deserializer<'v>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CheckedVisitor)
    }
}

struct CheckedVisitor;

impl<'v> Visitor<'v> for CheckedVisitor {
    type Value = Checked;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Checked, E> {
        Ok(Checked)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Checked, E> {
        Ok(Checked)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Checked, E> {
        Ok(Checked)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Checked, E> {
        Ok(Checked)
    }

    fn visit_str<E>(self, _: &str) -> Result<Checked, E> {
        Ok(Checked)
    }

    fn visit_unit<E>(self) -> Result<Checked, E> {
        Ok(Checked)
    }

    fn visit_seq<A: SeqAccess<'v>>(self, mut list: A) -> Result<Checked, A::Error> {
        while list.next_element::<Checked>()?.is_some() {}
        Ok(Checked)
    }

    fn visit_map<A: MapAccess<'v>>(self, mut map: A) -> Result<Checked, A::Error> {
        while map.next_entry::<Checked, Checked>()?.is_some() {}
        Ok(Checked)
    }
}

/// The objects and lists in a list: millions of numbers are no records, and need no memory.
pub(super) struct Containers<'v>(pub(super) Vec<&'v RawValue>);

impl<'v> Deserialize<'v> for Containers<'v> {
    fn deserialize<D: Deserializer<'v>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(ContainersVisitor)
    }
}

struct ContainersVisitor;

impl<'v> Visitor<'v> for ContainersVisitor {
    type Value = Containers<'v>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'v>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut containers = Vec::new();
        while let Some(value) = list.next_element::<&RawValue>()? {
            if value.get().starts_with(['{', '[']) {
                containers.push(value);
            }
        }
        Ok(Containers(containers))
    }
}

/// A value of a document that was parsed whole, taken apart once.
pub(super) enum Part<'v> {
    Nothing,
    Object(Members<'v>),
    List(Vec<&'v RawValue>),
    Text(String),
}

impl<'v> Part<'v> {
    pub(super) fn of(value: &'v RawValue) -> Self {
        let text = value.get();
        match text.as_bytes().first() {
            Some(b'{') => Self::Object(serde_json::from_str(text).expect(WHOLE)),
            Some(b'[') => Self::List(serde_json::from_str(text).expect(WHOLE)),
            Some(b'n') => Self::Nothing,
            Some(b'"') => Self::Text(serde_json::from_str(text).expect(WHOLE)),
            _ => Self::Text(serde_json::from_str::<Value>(text).expect(WHOLE).to_string()),
        }
    }
}

/// The members of an object in their order; a name may stand twice.
pub(super) struct Members<'v>(pub(super) Vec<(String, &'v RawValue)>);

impl<'v> Deserialize<'v> for Members<'v> {
    fn deserialize<D: Deserializer<'v>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MembersVisitor)
    }
}

struct MembersVisitor;

impl<'v> Visitor<'v> for MembersVisitor {
    type Value = Members<'v>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'v>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Members(members))
    }
}
