//! One vocabulary: every label of the catalogue in one spelling.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::identity::Resolved;
use super::label::label_key;
use super::metier::Metier;
use super::thesaurus::{LabelKind, Thesaurus};
use super::vocabulary::{Term, Vocabulary};

/// Labels that are one: those with one key, one entry of the thesaurus, or one identifier.
#[derive(Debug, Default)]
struct Group {
    /// The spelling of each key, and whether the thesaurus knows it.
    spellings: BTreeMap<String, (bool, String)>,
    id: Option<Box<str>>,
    n_metiers: usize,
    /// The last métier that was given this label, so that it is given once.
    last_metier: Option<usize>,
}

impl Group {
    fn add(&mut self, key: String, is_known: bool, spelling: &str) {
        let kept = self.spellings.entry(key).or_insert_with(|| (is_known, spelling.to_owned()));
        if spelling < kept.1.as_str() {
            spelling.clone_into(&mut kept.1);
        }
    }

    /// The spelling of the thesaurus, or else the first in the order of characters.
    fn best(&self) -> &str {
        let best = self.spellings.values().min_by(|left, right| (!left.0, &left.1).cmp(&(!right.0, &right.1)));
        best.map_or("", |(_, spelling)| spelling)
    }

    fn into_term(self) -> Term {
        let label = self.best().to_owned();
        let key = label_key(&label);
        let other_labels = self.spellings.into_iter().filter(|(other, _)| *other != key).map(|(_, (_, text))| text).collect();
        Term { label, key, id: self.id.map(String::from), other_labels, n_metiers: self.n_metiers }
    }
}

/// Gives labels that are one label one spelling, keeps each once in a métier, and counts.
pub(super) fn unify<L: AsRef<str> + Clone + Ord>(
    metiers: &mut [Arc<Metier>],
    kind: LabelKind,
    identities: &Resolved,
    labels: fn(&mut Metier) -> &mut Vec<L>,
    new: fn(Arc<str>) -> L,
) -> Vocabulary {
    let mut groups = Groups { kind, identities, by_key: BTreeMap::new(), all: Vec::new() };
    let mut of_label: BTreeMap<L, usize> = BTreeMap::new();
    for metier in metiers.iter_mut() {
        // No one shares a métier while the catalogue is made, so none is copied.
        for label in labels(Arc::make_mut(metier)).iter() {
            if !of_label.contains_key(label) {
                of_label.insert(label.clone(), groups.group_of(label.as_ref()));
            }
        }
    }
    for label in &identities.labels {
        groups.group_of(label);
    }
    let mut groups = groups.all;
    let common: Vec<L> = groups.iter().map(|group| new(group.best().into())).collect();
    for (place, metier) in metiers.iter_mut().enumerate() {
        labels(Arc::make_mut(metier)).retain_mut(|label| {
            let group = of_label[label];
            let is_first = groups[group].last_metier != Some(place);
            groups[group].last_metier = Some(place);
            groups[group].n_metiers += usize::from(is_first);
            label.clone_from(&common[group]);
            is_first
        });
    }
    let used = groups.into_iter().filter(|group| 0 < group.n_metiers);
    Vocabulary::new(kind, used.map(Group::into_term).collect()).with_place_numbers(identities.place_numbers.clone())
}

struct Groups<'a> {
    kind: LabelKind,
    identities: &'a Resolved,
    /// Groups by the key of a label, or by its identifier.
    by_key: BTreeMap<(bool, String), usize>,
    all: Vec<Group>,
}

impl Groups<'_> {
    /// The group of a label; it learns the spelling.
    fn group_of(&mut self, label: &str) -> usize {
        let canonical = Thesaurus::embedded().canonical(self.kind, label);
        let spelling = canonical.unwrap_or(label);
        let key = label_key(spelling);
        let id = self.identities.ids.get(&key);
        let handle = id.map_or_else(|| (false, key.clone()), |id| (true, id.to_string()));
        let n_groups = self.all.len();
        let group = *self.by_key.entry(handle).or_insert(n_groups);
        if group == n_groups {
            self.all.push(Group { id: id.cloned(), ..Group::default() });
        }
        self.all[group].add(key, canonical.is_some(), spelling);
        group
    }
}
