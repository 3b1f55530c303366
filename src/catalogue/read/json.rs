//! Reads JSON: a catalogue in its canonical form, or, with the reader of Onisep's open data, fiches as others write them.

mod canonical;
#[cfg(feature = "xml")]
mod parts;
#[cfg(feature = "xml")]
mod records;

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, Visitor};

use super::text;
use crate::catalogue::builder::CatalogueBuilder;
use crate::catalogue::canonical::SCHEMA;
use crate::catalogue::{Place, Problem, ProblemKind};

/// Reads all métiers of a document.
pub(super) fn read(source: &Arc<str>, bytes: &[u8], builder: &mut CatalogueBuilder) {
    let text = text::text(source, bytes, builder);
    match schema(&text) {
        Some(found) if found == SCHEMA => canonical::read(source, &text, builder),
        Some(found) => {
            let kind = ProblemKind::UnknownSchema { expected: SCHEMA, found: found.into_owned() };
            builder.problem(Problem { place: Place::of_source(source), kind });
        }
        None => read_records(source, &text, builder),
    }
}

#[cfg(feature = "xml")]
use records::read as read_records;

#[cfg(not(feature = "xml"))]
fn read_records(source: &Arc<str>, text: &str, builder: &mut CatalogueBuilder) {
    builder.problem(match serde_json::from_str::<IgnoredAny>(text) {
        Ok(_) => {
            let kind =
                ProblemKind::FormatNotBuilt { format: "JSON of another form than `boussole convert` writes", feature: "xml" };
            Problem { place: Place::of_source(source), kind }
        }
        Err(error) => malformed(source, &error, "the file"),
    });
}

/// The problem of a document that is no JSON, or not the expected one.
fn malformed(source: &str, error: &serde_json::Error, left_out: &'static str) -> Problem {
    let kind = ProblemKind::Malformed { format: "JSON", reason: reason(error), left_out };
    Problem { place: Place::of_line(source, error.line()), kind }
}

/// The parser's message without its position, which the [`Place`] of the problem states.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let end = text.rfind(" at line ").unwrap_or(text.len());
    text[..end].to_owned()
}

/// The schema that a document names, wherever it stands: the order of members means nothing.
fn schema(text: &str) -> Option<Cow<'_, str>> {
    let mut found = None;
    // Damage behind the schema is told by whoever reads the document.
    let _ = serde_json::Deserializer::from_str(text).deserialize_map(SchemaFinder(&mut found));
    found
}

struct SchemaFinder<'f, 'a>(&'f mut Option<Cow<'a, str>>);

impl<'a> Visitor<'a> for SchemaFinder<'_, 'a> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<Cow<'a, str>>()? {
            if key == "schema" {
                *self.0 = Some(map.next_value()?);
                return Err(A::Error::custom("found"));
            }
            map.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}
