//! One vocabulary: every label of the catalogue in one spelling.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::identity::ResolvedIds;
use super::label::label_key;
use super::thesaurus::{LabelKind, Thesaurus};
use super::vocabulary::{Term, Vocabulary};

/// Spellings of one label: they share a key, an entry of the thesaurus, or an identifier.
#[derive(Debug, Default)]
struct LabelGroup {
    /// The spelling of each key, and whether the thesaurus knows it.
    spellings: BTreeMap<String, (bool, String)>,
    id: Option<Box<str>>,
    n_metiers: usize,
    /// The last métier that got this label, so that it gets it only once.
    last_metier: Option<usize>,
}

impl LabelGroup {
    fn add(&mut self, key: String, is_known: bool, spelling: &str) {
        let kept = self.spellings.entry(key).or_insert_with(|| (is_known, spelling.to_owned()));
        if spelling < kept.1.as_str() {
            spelling.clone_into(&mut kept.1);
        }
    }

    /// The spelling of the thesaurus, otherwise the alphabetically first one.
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

/// Replaces all spellings of a label by a common one, removes repetitions within a métier, and counts métiers per label.
///
/// It first learns all labels, then settles on spellings, then rewrites each métier; so one pass over the métiers serves all three
/// kinds of labels.
#[derive(Debug)]
pub(super) struct LabelUnifier<'a, L> {
    kind: LabelKind,
    identities: &'a ResolvedIds,
    /// Groups by the key of a label, or by its identifier.
    by_key: BTreeMap<(bool, String), usize>,
    groups: Vec<LabelGroup>,
    of_label: BTreeMap<L, usize>,
    /// The common spelling of each group.
    common: Vec<L>,
}

impl<'a, L: AsRef<str> + Clone + Ord> LabelUnifier<'a, L> {
    /// A unifier that knows no label yet.
    pub(super) fn new(kind: LabelKind, identities: &'a ResolvedIds) -> Self {
        let (by_key, of_label) = (BTreeMap::new(), BTreeMap::new());
        Self { kind, identities, by_key, groups: Vec::new(), of_label, common: Vec::new() }
    }

    /// Learns the labels of a métier.
    pub(super) fn learn(&mut self, labels: &[L]) {
        for label in labels {
            if !self.of_label.contains_key(label) {
                let group = self.group_of(label.as_ref());
                self.of_label.insert(label.clone(), group);
            }
        }
    }

    /// Chooses the common spellings after all labels are known.
    pub(super) fn settle(&mut self, new: fn(Arc<str>) -> L) {
        for label in &self.identities.labels {
            self.group_of(label);
        }
        self.common = self.groups.iter().map(|group| new(group.best().into())).collect();
    }

    /// Replaces the labels of a métier, which must be known, by their common spelling.
    pub(super) fn rewrite(&mut self, place: usize, labels: &mut Vec<L>) {
        labels.retain_mut(|label| {
            let number = self.of_label[label];
            let group = &mut self.groups[number];
            let is_first = group.last_metier != Some(place);
            group.last_metier = Some(place);
            group.n_metiers += usize::from(is_first);
            if *label != self.common[number] {
                label.clone_from(&self.common[number]);
            }
            is_first
        });
    }

    /// The labels that at least one métier carries.
    pub(super) fn into_vocabulary(self) -> Vocabulary {
        let used = self.groups.into_iter().filter(|group| 0 < group.n_metiers);
        let terms = used.map(LabelGroup::into_term).collect();
        Vocabulary::new(self.kind, terms).with_place_numbers(self.identities.place_numbers.clone())
    }

    /// The group of a label, to which its spelling is added.
    fn group_of(&mut self, label: &str) -> usize {
        let canonical = Thesaurus::embedded().canonical(self.kind, label);
        let spelling = canonical.unwrap_or(label);
        let key = label_key(spelling);
        let id = self.identities.ids.get(&key);
        let handle = id.map_or_else(|| (false, key.clone()), |id| (true, id.to_string()));
        let n_groups = self.groups.len();
        let group = *self.by_key.entry(handle).or_insert(n_groups);
        if group == n_groups {
            self.groups.push(LabelGroup { id: id.cloned(), ..LabelGroup::default() });
        }
        self.groups[group].add(key, canonical.is_some(), spelling);
        group
    }
}
