//! Identifiers of labels: which labels are the same because a source uses one identifier for them.
//!
//! An identifier is believed only if it is consistent. If it stands for labels that are known to differ, or if one of its labels
//! also has another identifier, it unites nothing and is dropped. That is a problem, unless the identifiers of the source merely
//! number the positions in each fiche's list: then they never named labels, nothing is lost, and nothing needs repair.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::label::label_key;
use super::place::{FicheField, Place};
use super::problem::{Problem, ProblemKind};
use super::thesaurus::{LabelKind, Thesaurus};

/// How many labels a problem names.
const N_NAMED: usize = 3;

/// How many identifiers must stand for several labels before all are taken for position numbers: a single one may be a slip.
const MIN_AMBIGUOUS: usize = 2;

/// A label that was seen with an identifier, and where it was seen first.
#[derive(Debug)]
struct LabelSighting {
    label: Arc<str>,
    source: Arc<str>,
    line: Option<usize>,
}

/// What was seen with one identifier.
#[derive(Debug, Default)]
struct IdSightings {
    /// The labels, by key.
    labels: BTreeMap<String, LabelSighting>,
    /// The positions in the lists of fiches; `None` for a label outside a list.
    places: BTreeSet<Option<usize>>,
    /// Spellings that are already in `labels`: most sightings repeat one.
    known: BTreeSet<Arc<str>>,
}

impl IdSightings {
    /// The position in the list, if it is the same everywhere.
    fn only_place(&self) -> Option<usize> {
        self.places.first().copied().flatten().filter(|_| self.places.len() == 1)
    }
}

/// All identifiers seen, by kind of label.
#[derive(Debug, Default)]
pub(super) struct LabelIds {
    seen: [BTreeMap<Box<str>, IdSightings>; LabelKind::ALL.len()],
}

/// The identifiers of one kind of label that are believed.
#[derive(Debug, Default)]
pub(super) struct ResolvedIds {
    /// The identifier of each label that has one, by the key of the label.
    pub(super) ids: BTreeMap<String, Box<str>>,
    /// The spellings seen with an identifier.
    pub(super) labels: Vec<Arc<str>>,
    /// Identifiers that number positions instead of naming labels.
    pub(super) place_numbers: Vec<String>,
}

impl LabelIds {
    /// Records that a label carries an identifier, and its position in the list of its fiche.
    pub(super) fn see(
        &mut self,
        kind: LabelKind,
        id: &str,
        label: &Arc<str>,
        place: Option<usize>,
        at: (&Arc<str>, Option<usize>),
    ) {
        let seen = &mut self.seen[kind as usize];
        if !seen.contains_key(id) {
            seen.insert(id.into(), IdSightings::default());
        }
        let Some(sightings) = seen.get_mut(id) else { return };
        sightings.places.insert(place);
        if sightings.known.insert(Arc::clone(label)) {
            let sighting = || LabelSighting { label: Arc::clone(label), source: Arc::clone(at.0), line: at.1 };
            sightings.labels.entry(label_key(label)).or_insert_with(sighting);
        }
    }

    /// The identifiers that are believed; the others are problems or position numbers.
    pub(super) fn resolve(&self, kind: LabelKind, problems: &mut Vec<Problem>) -> ResolvedIds {
        let seen = &self.seen[kind as usize];
        if are_place_numbers(seen) {
            return ResolvedIds { place_numbers: seen.keys().map(ToString::to_string).collect(), ..ResolvedIds::default() };
        }
        let mut n_ids: BTreeMap<&str, usize> = BTreeMap::new();
        for key in seen.values().flat_map(|sightings| sightings.labels.keys()) {
            *n_ids.entry(key).or_default() += 1;
        }
        let mut resolved = ResolvedIds::default();
        for (id, IdSightings { labels, .. }) in seen {
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

/// Whether every identifier has one position of its own in all lists, and several of them stand for several labels.
fn are_place_numbers(seen: &BTreeMap<Box<str>, IdSightings>) -> bool {
    let n_ambiguous = seen.values().filter(|sightings| 1 < sightings.labels.len()).count();
    let places: BTreeSet<usize> = seen.values().filter_map(IdSightings::only_place).collect();
    MIN_AMBIGUOUS <= n_ambiguous && places.len() == seen.len()
}

fn ambiguous(kind: LabelKind, id: &str, labels: &BTreeMap<String, LabelSighting>) -> Problem {
    let named = labels.values().take(N_NAMED).map(|sighting| sighting.label.to_string()).collect();
    // The second label by source and line is the one that contradicts the first.
    let mut places: Vec<(&str, Option<usize>)> = labels.values().map(|seen| (&*seen.source, seen.line)).collect();
    places.sort_unstable();
    let (source, line) = places.get(1).copied().unwrap_or_default();
    let place = Place { line, field: Some(FicheField::of_labels(kind)), ..Place::of_source(source) };
    Problem { place, kind: ProblemKind::AmbiguousId { id: id.to_owned(), labels: named, n_labels: labels.len() } }
}
