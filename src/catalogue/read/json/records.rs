//! Reads fiches in JSON that others wrote: the open data of Onisep (a list of records), or the Idéo XML as a converter renders it.
//!
//! A record becomes the tree of elements that the XML would have: lists are repeated elements, null is an empty one, and what
//! converters write for attributes and text (« @id », « #text ») is taken for these.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;
use serde_json::value::RawValue;

use super::super::elements;
use super::super::limits::{MAX_ELEMENT_DEPTH, MAX_FICHE_BYTES, MAX_RECORDS_BYTES};
use super::super::names::{Name, Names};
use super::super::other::other_of_fields;
use super::super::tree::FicheTree;
use super::malformed;
use crate::catalogue::builder::CatalogueBuilder;
use crate::catalogue::canonical::SCHEMA;
use crate::catalogue::{FicheField, Place, Problem, ProblemKind};

/// The deepest place of a record.
const MAX_DEPTH: usize = 6;

/// Reads all records of a document.
pub(super) fn read(source: &Arc<str>, text: &str, builder: &mut CatalogueBuilder) {
    if MAX_RECORDS_BYTES < text.len() {
        let kind = ProblemKind::TooLarge { limit: MAX_RECORDS_BYTES as u64 };
        return builder.problem(Problem { place: Place::of_source(source), kind });
    }
    // Parsed whole, so that each part can be; then taken apart with its place in the text, which a value does not know.
    let document = match serde_json::from_str::<Value>(text).and_then(|_| serde_json::from_str(text)) {
        Ok(document) => document,
        Err(error) => return builder.problem(malformed(source, &error, "the file")),
    };
    let document = Document::new(text, document);
    let mut names = Names::default();
    let mut found = Found::default();
    collect(document.root, 0, &mut names, &mut found);
    for record in &found.records {
        if builder.is_overfull() {
            return;
        }
        let (mut tree, mut n_bytes, line) = (FicheTree::new(), 0, document.line(record));
        tree.begin("metier".into(), line, Vec::new());
        let is_small = document.grow(&mut tree, record, &mut n_bytes);
        while 0 < tree.depth() {
            tree.finish();
        }
        let draft = elements::draft(&tree, source, line, &mut names, builder);
        if is_small {
            draft.finish(Vec::new(), builder);
        } else {
            let kind = ProblemKind::FicheTooLarge { limit: MAX_FICHE_BYTES, left_out: "the fiche" };
            builder.problem(Problem { place: Place { metier: draft.written_id(), ..Place::of_line(source, line) }, kind });
        }
    }
    if found.records.is_empty() {
        let unknown = || ProblemKind::UnknownSchema { expected: SCHEMA, found: "no schema".to_owned() };
        let kind = found.other.unwrap_or_else(unknown);
        builder.problem(Problem { place: Place::of_source(source), kind });
    }
}

/// What a document holds: records of métiers, or what it is if it is known for something else.
#[derive(Default)]
struct Found<'v> {
    records: Vec<&'v RawValue>,
    other: Option<ProblemKind>,
}

/// Finds the records of métiers, wherever a document has them: objects with a name of an identifier and of a title.
fn collect<'v>(value: &'v RawValue, depth: usize, names: &mut Names, found: &mut Found<'v>) {
    if MAX_DEPTH < depth {
        return;
    }
    match Part::of(value) {
        Part::List(values) => {
            for value in values {
                collect(value, depth + 1, names, found);
            }
        }
        Part::Object(members) => {
            let mut has = |field| members.keys().any(|key| names.find(plain(key)) == Name::Field(field));
            if has(FicheField::Id) && (has(FicheField::Title) || has(FicheField::Feminine) || has(FicheField::Masculine)) {
                found.records.push(value);
            } else {
                if found.records.is_empty() && found.other.is_none() {
                    found.other = other_of_fields(members.keys().map(String::as_str));
                }
                for value in members.into_values() {
                    collect(value, depth + 1, names, found);
                }
            }
        }
        Part::Nothing | Part::Text(_) => {}
    }
}

/// A value of a document that was parsed whole, taken apart once.
enum Part<'v> {
    Nothing,
    Object(BTreeMap<String, &'v RawValue>),
    List(Vec<&'v RawValue>),
    Text(String),
}

impl<'v> Part<'v> {
    fn of(value: &'v RawValue) -> Self {
        const WHOLE: &str = "each part of a document that was parsed can be";
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

/// A document and where its lines end.
struct Document<'v> {
    root: &'v RawValue,
    start: usize,
    line_ends: Vec<usize>,
}

impl<'v> Document<'v> {
    fn new(text: &'v str, root: &'v RawValue) -> Self {
        let line_ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect();
        Self { root, start: text.as_ptr().addr(), line_ends }
    }

    /// The line where a part of the document begins.
    fn line(&self, value: &'v RawValue) -> usize {
        let at = value.get().as_ptr().addr() - self.start;
        1 + self.line_ends.partition_point(|end| *end < at)
    }

    /// Adds a value to the open element. Returns `false` beyond a limit.
    fn grow(&self, tree: &mut FicheTree<'v>, value: &'v RawValue, n_bytes: &mut usize) -> bool {
        match Part::of(value) {
            Part::Nothing => true,
            Part::Object(members) => members.into_iter().all(|(name, value)| self.member(tree, &name, value, n_bytes)),
            Part::List(values) => values.into_iter().all(|value| self.member(tree, "value", value, n_bytes)),
            Part::Text(text) => {
                *n_bytes += text.len();
                tree.add(text.into());
                *n_bytes <= MAX_FICHE_BYTES
            }
        }
    }

    fn member(&self, tree: &mut FicheTree<'v>, name: &str, value: &'v RawValue, n_bytes: &mut usize) -> bool {
        const TEXTS: [&str; 5] = ["#text", "$text", "$t", "_text", "#cdata"];
        *n_bytes += name.len();
        if TEXTS.contains(&name) {
            return self.grow(tree, value, n_bytes);
        }
        let mut element = |value: &'v RawValue| {
            if tree.depth() == MAX_ELEMENT_DEPTH {
                return false;
            }
            tree.begin(plain(name).to_owned().into(), self.line(value), Vec::new());
            let is_small = self.grow(tree, value, n_bytes);
            tree.finish();
            is_small
        };
        let is_repeatable = |value: &&RawValue| value.get().starts_with(['{', 'n']);
        match Part::of(value) {
            // A list is the same element again and again, but a list of texts is one element with values.
            Part::List(values) if values.iter().all(is_repeatable) => values.into_iter().all(element),
            _ => element(value),
        }
    }
}

/// A name without the mark of an attribute.
fn plain(name: &str) -> &str {
    name.trim_start_matches(['@', '-', '_'])
}
