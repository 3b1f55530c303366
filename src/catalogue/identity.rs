//! Identifiers of labels: which labels are one label because a source gives them one identifier.
//!
//! An identifier is believed only where it can be one. Some sources number the labels of each fiche anew; there one identifier
//! stands for labels that are known to differ, or one label has several identifiers. Such an identifier unites nothing, is not
//! kept, and is reported.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::label::label_key;
use super::problem::{Field, Place, Problem, ProblemKind};
use super::thesaurus::{LabelKind, Thesaurus};

/// How many labels a problem names.
const N_NAMED: usize = 3;

/// A label that was seen with an identifier, and where it was first.
#[derive(Debug)]
struct Sighting {
    label: Arc<str>,
    source: Arc<str>,
    line: Option<usize>,
}

/// All identifiers seen, with the labels that carry them, by key.
#[derive(Debug, Default)]
pub(super) struct Identities {
    seen: [BTreeMap<Box<str>, BTreeMap<String, Sighting>>; LabelKind::ALL.len()],
    /// Pairs of an identifier and a spelling already in `seen`: most sightings repeat one.
    known: [BTreeMap<Box<str>, BTreeSet<Arc<str>>>; LabelKind::ALL.len()],
}

/// What the identifiers of one kind of label say, as far as they are believed.
#[derive(Debug, Default)]
pub(super) struct Resolved {
    /// For the key of each label that has an identifier: the identifier.
    pub(super) ids: BTreeMap<String, Box<str>>,
    /// The spellings seen with an identifier.
    pub(super) labels: Vec<Arc<str>>,
}

impl Identities {
    /// Notes that a label carries an identifier.
    pub(super) fn see(&mut self, kind: LabelKind, id: &str, label: &Arc<str>, source: &Arc<str>, line: Option<usize>) {
        let known = &mut self.known[kind as usize];
        if let Some(spellings) = known.get_mut(id) {
            if !spellings.insert(Arc::clone(label)) {
                return;
            }
        } else {
            known.insert(id.into(), BTreeSet::from([Arc::clone(label)]));
        }
        let sighting = || Sighting { label: Arc::clone(label), source: Arc::clone(source), line };
        let labels = self.seen[kind as usize].entry(id.into()).or_default();
        labels.entry(label_key(label)).or_insert_with(sighting);
    }

    /// Which identifiers are believed; the others are problems.
    pub(super) fn resolve(&self, kind: LabelKind, problems: &mut Vec<Problem>) -> Resolved {
        let seen = &self.seen[kind as usize];
        let mut n_ids: BTreeMap<&str, usize> = BTreeMap::new();
        for key in seen.values().flat_map(BTreeMap::keys) {
            *n_ids.entry(key).or_default() += 1;
        }
        let mut resolved = Resolved::default();
        for (id, labels) in seen {
            let n_known = labels.values().filter(|seen| Thesaurus::embedded().canonical(kind, &seen.label).is_some()).count();
            let is_exclusive = labels.keys().all(|key| n_ids[key.as_str()] == 1);
            if n_known <= 1 && is_exclusive {
                resolved.ids.extend(labels.keys().map(|key| (key.clone(), id.clone())));
                resolved.labels.extend(labels.values().map(|sighting| Arc::clone(&sighting.label)));
            } else if 1 < labels.len() {
                problems.push(ambiguous(kind, id, labels));
            }
        }
        resolved
    }
}

fn ambiguous(kind: LabelKind, id: &str, labels: &BTreeMap<String, Sighting>) -> Problem {
    let named = labels.values().take(N_NAMED).map(|sighting| sighting.label.to_string()).collect();
    // The second label in the order of sources and lines is the one that contradicts.
    let mut places: Vec<(&str, Option<usize>)> = labels.values().map(|seen| (&*seen.source, seen.line)).collect();
    places.sort_unstable();
    let (source, line) = places.get(1).copied().unwrap_or_default();
    let place = Place { line, field: Some(Field::of_labels(kind)), ..Place::of_source(source) };
    Problem { place, kind: ProblemKind::AmbiguousId { id: id.to_owned(), labels: named, n_labels: labels.len() } }
}
