//! Reads fiches in JSON that others wrote: the open data of Onisep (a list of records), or the Idéo XML as a converter renders it.
//!
//! A record becomes the tree of elements that the XML would have: lists are repeated elements, null is an empty one, and what
//! converters write for attributes and text (« @id », « #text ») is taken for these.

use std::borrow::Cow;
use std::sync::Arc;

use serde_json::Value;

use super::super::elements;
use super::super::limits::{MAX_ELEMENT_DEPTH, MAX_FICHE_BYTES, MAX_RECORDS_BYTES};
use super::super::names::{Name, Names};
use super::super::tree::FicheTree;
use super::malformed;
use crate::catalogue::builder::CatalogueBuilder;
use crate::catalogue::canonical::SCHEMA;
use crate::catalogue::draft::FicheDraft;
use crate::catalogue::{FicheField, Place, Problem, ProblemKind};

/// The deepest place of a record.
const MAX_DEPTH: usize = 6;

/// Reads all records of a document.
pub(super) fn read(source: &Arc<str>, text: &str, builder: &mut CatalogueBuilder) {
    if MAX_RECORDS_BYTES < text.len() {
        let kind = ProblemKind::TooLarge { limit: MAX_RECORDS_BYTES as u64 };
        return builder.problem(Problem { place: Place::of_source(source), kind });
    }
    let document: Value = match serde_json::from_str(text) {
        Ok(document) => document,
        Err(error) => return builder.problem(malformed(source, &error, "the file")),
    };
    let mut names = Names::default();
    let mut found = Vec::new();
    collect(&document, 0, &mut names, &mut found);
    for record in &found {
        if builder.is_overfull() {
            return;
        }
        let mut tree = FicheTree::new();
        let mut n_bytes = 0;
        tree.begin("metier".into(), 0, Vec::new());
        let is_small = grow(&mut tree, record, &mut n_bytes);
        while 0 < tree.depth() {
            tree.finish();
        }
        let draft = FicheDraft { line: None, ..elements::draft(&tree, source, 0, &mut names, builder) };
        if is_small {
            draft.finish(Vec::new(), builder);
        } else {
            let kind = ProblemKind::FicheTooLarge { limit: MAX_FICHE_BYTES, left_out: "the fiche" };
            builder.problem(Problem { place: Place { metier: draft.written_id(), ..Place::of_source(source) }, kind });
        }
    }
    if found.is_empty() {
        let kind = ProblemKind::UnknownSchema { expected: SCHEMA, found: "no schema".to_owned() };
        builder.problem(Problem { place: Place::of_source(source), kind });
    }
}

/// Finds the records of métiers, wherever a document has them: objects with a name of an identifier and of a title.
fn collect<'v>(value: &'v Value, depth: usize, names: &mut Names, found: &mut Vec<&'v Value>) {
    if MAX_DEPTH < depth {
        return;
    }
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, depth + 1, names, found)),
        Value::Object(members) => {
            let mut has = |field| members.keys().any(|key| names.find(plain(key)) == Name::Field(field));
            if has(FicheField::Id) && (has(FicheField::Title) || has(FicheField::Feminine) || has(FicheField::Masculine)) {
                found.push(value);
            } else {
                members.values().for_each(|value| collect(value, depth + 1, names, found));
            }
        }
        _ => {}
    }
}

/// Adds a value to the open element. Returns `false` beyond a limit.
fn grow<'v>(tree: &mut FicheTree<'v>, value: &'v Value, n_bytes: &mut usize) -> bool {
    match value {
        Value::Null => true,
        Value::Object(members) => members.iter().all(|(name, value)| member(tree, name, value, n_bytes)),
        Value::Array(values) => values.iter().all(|value| member(tree, "value", value, n_bytes)),
        Value::String(text) => add(tree, text.into(), n_bytes),
        other => add(tree, other.to_string().into(), n_bytes),
    }
}

fn add<'v>(tree: &mut FicheTree<'v>, text: Cow<'v, str>, n_bytes: &mut usize) -> bool {
    *n_bytes += text.len();
    tree.add(text);
    *n_bytes <= MAX_FICHE_BYTES
}

fn member<'v>(tree: &mut FicheTree<'v>, name: &'v str, value: &'v Value, n_bytes: &mut usize) -> bool {
    const TEXTS: [&str; 5] = ["#text", "$text", "$t", "_text", "#cdata"];
    *n_bytes += name.len();
    if TEXTS.contains(&name) {
        return grow(tree, value, n_bytes);
    }
    let mut element = |value: &'v Value| {
        if tree.depth() == MAX_ELEMENT_DEPTH {
            return false;
        }
        tree.begin(plain(name).into(), 0, Vec::new());
        let is_small = grow(tree, value, n_bytes);
        tree.finish();
        is_small
    };
    match value {
        // A list is the same element again and again, but a list of texts is one element with values.
        Value::Array(values) if values.iter().all(|value| value.is_object() || value.is_null()) => values.iter().all(element),
        value => element(value),
    }
}

/// A name without the mark of an attribute.
fn plain(name: &str) -> &str {
    name.trim_start_matches(['@', '-', '_'])
}
