//! Reads fiches in JSON that others wrote: the open data of Onisep (a list of records), or the Idéo XML as a converter renders it.
//!
//! A record becomes the tree of elements that the XML would have: lists are repeated elements, null is an empty one, and what
//! converters write for attributes and text (« @id », « #text ») is taken for these.

use std::borrow::Cow;
use std::sync::Arc;

use serde_json::value::RawValue;

use super::super::elements;
use super::super::limits::{MAX_ELEMENT_DEPTH, MAX_FICHE_BYTES, MAX_RECORDS_BYTES};
use super::super::names::{Name, Names};
use super::super::other::other_of_fields;
use super::super::tree::FicheTree;
use super::malformed;
use super::parts::{Checked, Containers, Members, Part, WHOLE};
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
    let roots = match roots(text) {
        Ok(roots) => roots,
        Err(error) => return builder.problem(malformed(source, &error, "the file")),
    };
    let document = Document::new(text);
    let mut names = Names::default();
    let mut found = Found::default();
    collect_all(&roots, 0, &mut names, &mut found);
    for record in &found.records {
        if builder.is_overfull() {
            return;
        }
        let (mut tree, mut n_bytes, line) = (FicheTree::new(), 0, document.line(record));
        tree.begin("metier".into(), line, attributes(&Part::of(record)));
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
        let none = || ProblemKind::NoFiche { expected: "an object with « id » and « libelle »" };
        // A catalogue that was converted has its métiers in this member.
        let is_converted = |root: &&RawValue| matches!(Part::of(root), Part::Object(Members(members)) if members.iter().any(|(name, _)| name == "metiers"));
        let no_schema = || ProblemKind::UnknownSchema { expected: SCHEMA, found: "no schema".to_owned() };
        let kind = found.other.unwrap_or_else(|| if roots.iter().any(is_converted) { no_schema() } else { none() });
        builder.problem(Problem { place: Place::of_source(source), kind });
    }
}

/// The values of a document: usually one, or several in lines of their own (JSON Lines).
///
/// Parsed whole, so that each part can be; then taken apart with its place in the text, which a value does not know.
fn roots(text: &str) -> serde_json::Result<Vec<&RawValue>> {
    let values = serde_json::Deserializer::from_str(text).into_iter::<Checked>().try_for_each(|value| value.map(|_| ()));
    let is_one = serde_json::from_str::<Checked>(text);
    // Of one value, the parser says best what is wrong behind it.
    let has_lines = text.lines().filter(|line| line.trim_start().starts_with('{')).nth(1).is_some();
    match (is_one, values) {
        (Ok(_), _) => Ok(vec![serde_json::from_str(text)?]),
        (Err(_), Ok(())) if has_lines => serde_json::Deserializer::from_str(text).into_iter().collect(),
        (Err(error), _) => Err(error),
    }
}

/// So many objects are asked whether they are of something else; a document that is says so in its first ones.
const MAX_ASKED: usize = 1_000;

/// What a document holds: records of métiers, or what it is if it is known for something else.
#[derive(Default)]
struct Found<'v> {
    records: Vec<&'v RawValue>,
    other: Option<ProblemKind>,
    n_asked: usize,
}

/// Finds the records of métiers, wherever a document has them: objects with a name of an identifier and of a title.
fn collect<'v>(value: &'v RawValue, depth: usize, names: &mut Names, found: &mut Found<'v>) {
    if MAX_DEPTH < depth {
        return;
    }
    if value.get().starts_with('[') {
        let Containers(values) = serde_json::from_str(value.get()).expect(WHOLE);
        return collect_all(&values, depth, names, found);
    }
    match Part::of(value) {
        Part::Object(Members(members)) if is_record(&members, names) => found.records.push(value),
        Part::Object(Members(members)) => {
            if found.records.is_empty() && found.other.is_none() && found.n_asked < MAX_ASKED {
                found.n_asked += 1;
                found.other = other_of_fields(members.iter().map(|(name, _)| name.as_str()));
            }
            for (_, value) in members {
                collect(value, depth + 1, names, found);
            }
        }
        Part::Nothing | Part::Text(_) | Part::List(_) => {}
    }
}

/// Finds the records among the values of a list. What has no identifier or no title among records is a record too, which the draft tells.
fn collect_all<'v>(values: &[&'v RawValue], depth: usize, names: &mut Names, found: &mut Found<'v>) {
    let mut is_record =
        |value: &RawValue| matches!(Part::of(value), Part::Object(Members(members)) if is_record(&members, names));
    let has_record = values.iter().any(|value| is_record(value));
    for value in values {
        if has_record && value.get().starts_with('{') {
            found.records.push(value);
        } else {
            collect(value, depth + 1, names, found);
        }
    }
}

fn is_record(members: &[(String, &RawValue)], names: &mut Names) -> bool {
    let mut has = |field| members.iter().any(|(name, _)| names.find(plain(name)) == Name::Field(field));
    has(FicheField::Id) && (has(FicheField::Title) || has(FicheField::Feminine) || has(FicheField::Masculine))
}

/// A document and where its lines end.
struct Document {
    start: usize,
    line_ends: Vec<usize>,
}

impl Document {
    fn new(text: &str) -> Self {
        let line_ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect();
        Self { start: text.as_ptr().addr(), line_ends }
    }

    /// The line where a part of the document begins.
    fn line(&self, value: &RawValue) -> usize {
        let at = value.get().as_ptr().addr() - self.start;
        1 + self.line_ends.partition_point(|end| *end < at)
    }

    /// Adds a value to the open element. Returns `false` beyond a limit.
    fn grow<'v>(&self, tree: &mut FicheTree<'v>, value: &'v RawValue, n_bytes: &mut usize) -> bool {
        match Part::of(value) {
            Part::Nothing => true,
            Part::Object(Members(members)) => {
                let mut parts = members.into_iter().filter(|(name, value)| !is_attribute(name, value));
                parts.all(|(name, value)| self.member(tree, &name, value, n_bytes))
            }
            Part::List(values) => {
                let mut said = values.into_iter().filter(|value| !value.get().starts_with('n'));
                said.all(|value| self.member(tree, "value", value, n_bytes))
            }
            Part::Text(text) => {
                *n_bytes += text.len();
                tree.add(text.into());
                *n_bytes <= MAX_FICHE_BYTES
            }
        }
    }

    fn member<'v>(&self, tree: &mut FicheTree<'v>, name: &str, value: &'v RawValue, n_bytes: &mut usize) -> bool {
        const TEXTS: [&str; 5] = ["#text", "$text", "$t", "_text", "#cdata"];
        *n_bytes += name.len();
        if TEXTS.contains(&name) {
            return self.grow(tree, value, n_bytes);
        }
        let mut element = |value: &'v RawValue| {
            if tree.depth() == MAX_ELEMENT_DEPTH {
                return false;
            }
            tree.begin(plain(name).to_owned().into(), self.line(value), attributes(&Part::of(value)));
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

/// Whether a member is what a converter makes of an attribute: « @id ».
fn is_attribute(name: &str, value: &RawValue) -> bool {
    name.starts_with('@') && !value.get().starts_with(['{', '['])
}

/// The attributes of an element, as a converter writes them among its members.
fn attributes<'v>(part: &Part<'v>) -> Vec<Attribute<'v>> {
    let Part::Object(Members(members)) = part else { return Vec::new() };
    let attributes = members.iter().filter(|(name, value)| is_attribute(name, value));
    let text = |value| if let Part::Text(text) = Part::of(value) { text } else { String::new() };
    attributes.map(|(name, value)| (plain(name).to_owned().into(), text(value).into())).collect()
}

/// The name of an attribute, and its value.
type Attribute<'v> = (Cow<'v, str>, Cow<'v, str>);

/// A name without the mark of an attribute.
fn plain(name: &str) -> &str {
    name.trim_start_matches(['@', '-', '_'])
}
