//! The catalogue: all métiers, in one order, with the vocabularies they share.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

use super::draft::Placed;
use super::fingerprint::fingerprint;
use super::identifier::MetierId;
use super::label::{Interest, Sector, Status, label_key};
use super::metier::Metier;
use super::problem::{Field, Place, Problem, ProblemKind};
use super::read::Loaded;
use super::thesaurus::{LabelKind, Thesaurus};
use super::vocabulary::Vocabulary;

/// All métiers that can be recommended, sorted by identifier, each identifier once.
///
/// The order in which métiers are given makes no difference. Labels have one spelling in the whole catalogue.
#[derive(Debug, Clone)]
pub struct Catalogue {
    metiers: Vec<Arc<Metier>>,
    interests: Vocabulary,
    statuses: Vocabulary,
    sectors: Vocabulary,
    fingerprint: String,
}

impl Catalogue {
    /// A catalogue of métiers that are at hand. Of two with one identifier, the first stays and the other is a problem.
    ///
    /// ```
    /// use boussole::catalogue::{Catalogue, Interest, Metier, Title};
    /// let mut metier = Metier::new("MET.1".parse()?, Title::from_heading("botaniste"));
    /// metier.interests.push(Interest::new("j'aime la nature"));
    /// let loaded = Catalogue::from_metiers([metier]);
    /// assert_eq!(loaded.catalogue.len(), 1);
    /// # Ok::<(), boussole::catalogue::InvalidIdentifier>(())
    /// ```
    pub fn from_metiers(metiers: impl IntoIterator<Item = Metier>) -> Loaded {
        let placed = metiers.into_iter().enumerate().map(|(index, metier)| {
            let source = format!("métier {}", index + 1);
            let place = Place { metier: Some(metier.id.to_string()), ..Place::of_source(&source) };
            Placed { metier, place }
        });
        Self::assemble(placed.collect(), Vec::new())
    }

    /// Sorts, removes doubles, gives every label its common spelling and counts.
    pub(super) fn assemble(placed: Vec<Placed>, mut problems: Vec<Problem>) -> Loaded {
        let mut by_id: BTreeMap<MetierId, Placed> = BTreeMap::new();
        for found in placed {
            match by_id.entry(found.metier.id.clone()) {
                Entry::Vacant(vacant) => {
                    vacant.insert(found);
                }
                Entry::Occupied(first) => {
                    let place = Place { field: Some(Field::Id), ..found.place };
                    let first = Place { metier: None, ..first.get().place.clone() };
                    problems.push(Problem { place, kind: ProblemKind::DuplicateId { first } });
                }
            }
        }
        let mut metiers: Vec<Metier> = by_id.into_values().map(|found| found.metier).collect();
        unify(&mut metiers, LabelKind::Interest, |metier| &mut metier.interests, Interest::new);
        unify(&mut metiers, LabelKind::Status, |metier| &mut metier.statuses, Status::new);
        unify(&mut metiers, LabelKind::Sector, |metier| &mut metier.sectors, Sector::new);
        let catalogue = Self {
            interests: Vocabulary::count(LabelKind::Interest, metiers.iter().map(|m| m.interests.iter().map(Interest::as_str))),
            statuses: Vocabulary::count(LabelKind::Status, metiers.iter().map(|m| m.statuses.iter().map(Status::as_str))),
            sectors: Vocabulary::count(LabelKind::Sector, metiers.iter().map(|m| m.sectors.iter().map(Sector::as_str))),
            fingerprint: fingerprint(&metiers),
            metiers: metiers.into_iter().map(Arc::new).collect(),
        };
        Loaded { catalogue, problems }
    }

    /// The métiers, sorted by identifier.
    pub fn metiers(&self) -> &[Arc<Metier>] {
        &self.metiers
    }

    /// How many métiers there are.
    pub fn len(&self) -> usize {
        self.metiers.len()
    }

    /// Whether there is no métier.
    pub fn is_empty(&self) -> bool {
        self.metiers.is_empty()
    }

    /// The place of a métier in [`metiers`](Self::metiers).
    pub fn position(&self, id: &MetierId) -> Option<usize> {
        self.metiers.binary_search_by(|metier| metier.id.cmp(id)).ok()
    }

    /// The métier with this identifier.
    pub fn get(&self, id: &MetierId) -> Option<&Arc<Metier>> {
        self.position(id).map(|position| &self.metiers[position])
    }

    /// The interests that métiers of this catalogue carry.
    pub fn interests(&self) -> &Vocabulary {
        &self.interests
    }

    /// The statuses that métiers of this catalogue have.
    pub fn statuses(&self) -> &Vocabulary {
        &self.statuses
    }

    /// The sectors that métiers of this catalogue belong to.
    pub fn sectors(&self) -> &Vocabulary {
        &self.sectors
    }

    /// 32 hexadecimal digits that change when anything in the catalogue changes (XXH3, 128 bits); no defence against forgery.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }
}

/// Gives labels that have one key one spelling, and keeps each once in a métier.
///
/// The spelling is the one of the [`Thesaurus`], or else the first of the catalogue's spellings in the order of their characters.
fn unify<L: AsRef<str>>(
    metiers: &mut [Metier],
    kind: LabelKind,
    labels: impl Fn(&mut Metier) -> &mut Vec<L>,
    new: impl Fn(&str) -> L,
) {
    let thesaurus = Thesaurus::embedded();
    let common = |text: &str| thesaurus.canonical(kind, text).map_or_else(|| text.to_owned(), str::to_owned);
    let mut spellings: BTreeMap<String, String> = BTreeMap::new();
    for label in metiers.iter_mut().flat_map(|metier| labels(metier).iter()) {
        let spelling = common(label.as_ref());
        let first = spellings.entry(label_key(&spelling)).or_insert_with(|| spelling.clone());
        if spelling < *first {
            *first = spelling;
        }
    }
    for metier in metiers {
        let list = labels(metier);
        let mut keys: Vec<String> = Vec::with_capacity(list.len());
        for label in list.iter() {
            let key = label_key(&common(label.as_ref()));
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        *list = keys.iter().filter_map(|key| spellings.get(key)).map(|spelling| new(spelling)).collect();
    }
}
