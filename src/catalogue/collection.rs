//! The catalogue: all métiers in a fixed order, with the vocabularies they share.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

use super::builder::{CatalogueBuilder, PlacedMetier, listed};
use super::draft::FicheDraft;
use super::fingerprint::fingerprint;
use super::identifier::MetierId;
use super::identity::ResolvedIds;
use super::join::join;
use super::label::{Interest, Sector, Status};
use super::metier::Metier;
use super::place::{FicheField, Place};
use super::problem::{Problem, ProblemKind};
use super::rome_letters::{LettersReport, RomeLetters};
use super::thesaurus::LabelKind;
use super::unify::LabelUnifier;
use super::vocabulary::Vocabulary;

/// All métiers that can be recommended, sorted by identifier, each identifier once.
///
/// The order of the input makes no difference. A label has one spelling in the whole catalogue.
#[derive(Debug, Clone)]
pub struct Catalogue {
    metiers: Vec<Arc<Metier>>,
    interests: Vocabulary,
    statuses: Vocabulary,
    sectors: Vocabulary,
    fingerprint: String,
}

/// A catalogue and the problems of its data.
///
/// A faulty fiche costs no other: everything right is in `catalogue`, everything wrong in `problems`.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The métiers that could be read.
    pub catalogue: Catalogue,
    /// Everything that was wrong, in the order of files and lines.
    pub problems: Vec<Problem>,
}

impl Catalogue {
    /// Builds a catalogue from métiers. Of two with the same identifier the first is kept, and the second is a problem.
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
        let mut builder = CatalogueBuilder::default();
        for (index, metier) in metiers.into_iter().enumerate() {
            let source: Arc<str> = format!("métier {}", index + 1).into();
            FicheDraft::of_metier(&source, &metier).finish(Vec::new(), &mut builder);
            builder.finish_file(&source);
        }
        Self::assemble(builder)
    }

    /// Sorts, removes duplicates, and gives every label its common spelling.
    pub(super) fn assemble(builder: CatalogueBuilder) -> Loaded {
        let CatalogueBuilder { placed, mut problems, identities, .. } = builder;
        let mut found_late = Vec::new();
        let mut by_id: BTreeMap<MetierId, PlacedMetier> = BTreeMap::new();
        for found in placed {
            match by_id.entry(found.metier.id.clone()) {
                Entry::Vacant(vacant) => {
                    vacant.insert(found);
                }
                Entry::Occupied(mut first) if first.get().path != found.path => {
                    let first = first.get_mut();
                    join(first, &found, &mut found_late);
                    first.path = found.path;
                }
                Entry::Occupied(first) => {
                    let place = Place { metier: Some(found.metier.id.to_string()), field: Some(FicheField::Id), ..found.place() };
                    found_late.push(Problem { place, kind: ProblemKind::DuplicateId { first: first.get().place() } });
                }
            }
        }
        let mut metiers: Vec<Arc<Metier>> = by_id.into_values().map(|found| found.metier).collect();
        let resolved = LabelKind::ALL.map(|kind| identities.resolve(kind, &mut found_late));
        problems.extend(listed(found_late));
        let [interests, statuses, sectors] = unify(&mut metiers, &resolved);
        let catalogue = Self { metiers, interests, statuses, sectors, fingerprint: String::new() }.fingerprinted();
        Loaded { catalogue, problems }
    }

    fn fingerprinted(self) -> Self {
        let fingerprint = fingerprint(&self.metiers, [&self.interests, &self.statuses, &self.sectors]);
        Self { fingerprint, ..self }
    }

    /// The same catalogue with RIASEC letters from a table of the ROME, and a report of codes without letters.
    ///
    /// A métier gets one entry per ROME code that has letters. If none of its codes has letters, it keeps those of its source.
    ///
    /// ```
    /// use boussole::catalogue::{Catalogue, Metier, RomeLetters, Title};
    /// let mut metier = Metier::new("MET.7829".parse()?, Title::from_heading("accompagnant / accompagnante"));
    /// metier.rome_codes = vec!["K2104".parse()?];
    /// let (catalogue, report) = Catalogue::from_metiers([metier]).catalogue.with_rome_letters(RomeLetters::embedded());
    /// assert_eq!(catalogue.metiers()[0].riasec[0].to_string(), "SC");
    /// assert!(report.codes.is_empty());
    /// # Ok::<(), boussole::catalogue::InvalidIdentifier>(())
    /// ```
    pub fn with_rome_letters(mut self, letters: &RomeLetters) -> (Self, LettersReport) {
        let mut report = LettersReport { n_metiers: self.metiers.len(), ..LettersReport::default() };
        for metier in &mut self.metiers {
            let found = report.look_up(metier, letters);
            if !found.is_empty() && found != metier.riasec {
                Arc::make_mut(metier).riasec = found;
            }
        }
        (self.fingerprinted(), report)
    }

    /// The métiers, sorted by identifier.
    pub fn metiers(&self) -> &[Arc<Metier>] {
        &self.metiers
    }

    /// The number of métiers.
    pub fn len(&self) -> usize {
        self.metiers.len()
    }

    /// Whether the catalogue has no métier.
    pub fn is_empty(&self) -> bool {
        self.metiers.is_empty()
    }

    /// The index of a métier in [`metiers`](Self::metiers).
    pub fn position(&self, id: &MetierId) -> Option<usize> {
        self.metiers.binary_search_by(|metier| metier.id.cmp(id)).ok()
    }

    /// The métier with this identifier, if the catalogue has it.
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

    /// 32 hexadecimal digits that change with anything in the catalogue (XXH3, 128 bits); not a defence against forgery.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }
}

/// Gives every label its common spelling, and returns the vocabularies in the order of [`LabelKind::ALL`].
fn unify(metiers: &mut [Arc<Metier>], [interest, status, sector]: &[ResolvedIds; 3]) -> [Vocabulary; 3] {
    let mut interests = LabelUnifier::<Interest>::new(LabelKind::Interest, interest);
    let mut statuses = LabelUnifier::<Status>::new(LabelKind::Status, status);
    let mut sectors = LabelUnifier::<Sector>::new(LabelKind::Sector, sector);
    for metier in &*metiers {
        interests.learn(&metier.interests);
        statuses.learn(&metier.statuses);
        sectors.learn(&metier.sectors);
    }
    interests.settle(Interest::from_clean);
    statuses.settle(Status::from_clean);
    sectors.settle(Sector::from_clean);
    for (place, metier) in metiers.iter_mut().enumerate() {
        // Nobody else holds the métiers while the catalogue is built, so none is copied.
        let metier = Arc::make_mut(metier);
        interests.rewrite(place, &mut metier.interests);
        statuses.rewrite(place, &mut metier.statuses);
        sectors.rewrite(place, &mut metier.sectors);
    }
    [interests.into_vocabulary(), statuses.into_vocabulary(), sectors.into_vocabulary()]
}

#[cfg(test)]
mod tests {
    //! Properties: order makes no difference, the first of two is kept, labels with one identifier are one label, contradictory
    //! identifiers are problems unless they number positions.

    use super::*;
    use crate::catalogue::Title;

    fn metier(id: &str, interests: &[&str]) -> Metier {
        let mut metier = Metier::new(id.parse().expect("an identifier"), Title::from_heading("x"));
        metier.interests = interests.iter().map(|label| Interest::new(label)).collect();
        metier
    }

    #[test]
    fn the_order_of_metiers_and_labels_makes_no_difference() {
        let (one, two) = (metier("MET.1", &["a b", "B’"]), metier("MET.2", &["A B"]));
        let forward = Catalogue::from_metiers([one.clone(), two.clone()]).catalogue;
        let backward = Catalogue::from_metiers([two, metier("MET.1", &["B'", "a b"])]).catalogue;
        assert_eq!(forward.fingerprint(), backward.fingerprint());
        assert_eq!(forward.interests().terms().len(), 2);
        assert_eq!(forward.interests().terms()[0].label, "A B");
    }

    #[test]
    fn of_two_with_one_identifier_the_first_stays_and_both_places_are_named() {
        let loaded = Catalogue::from_metiers([metier("MET.1", &["a"]), metier("MET.1", &["b"])]);
        assert_eq!(loaded.catalogue.metiers()[0].interests[0].as_str(), "a");
        assert_eq!(
            loaded.problems[0].to_string(),
            "métier 2: MET.1: id: expected each id once, found it again (first in métier 1); \
             remove or rename one, the first is kept"
        );
    }

    /// Reads fiches whose lists hold these identifiers and labels.
    fn read(fiches: &[&[(&str, &str)]]) -> Loaded {
        let mut builder = CatalogueBuilder::default();
        let source: Arc<str> = "test".into();
        for (index, list) in fiches.iter().enumerate() {
            let labels: Vec<&str> = list.iter().map(|(_, label)| *label).collect();
            let metier = metier(&format!("MET.{index}"), &labels);
            FicheDraft::of_metier(&source, &metier).finish(Vec::new(), &mut builder);
            for (place, (id, label)) in list.iter().enumerate() {
                let label: Arc<str> = builder.spellings.of(LabelKind::Interest, label).expect("not empty").text;
                builder.identities.see(LabelKind::Interest, id, &label, Some(place), (&source, Some(index)));
            }
        }
        Catalogue::assemble(builder)
    }

    #[track_caller]
    fn labels_after(sightings: &[(&str, &str)]) -> (Vec<String>, usize) {
        let loaded = read(&sightings.iter().map(std::slice::from_ref).collect::<Vec<_>>());
        let shown = |term: &crate::catalogue::Term| format!("{} {:?} {}", term.label, term.id, term.n_metiers);
        (loaded.catalogue.interests().terms().iter().map(shown).collect(), loaded.problems.len())
    }

    #[test]
    fn labels_with_one_identifier_are_one_label() {
        let united = labels_after(&[("T.1", "voler"), ("T.1", "planer"), ("T.2", "nager")]);
        assert_eq!(united, (vec!["nager Some(\"T.2\") 1".to_owned(), "planer Some(\"T.1\") 2".to_owned()], 0));
        let known = labels_after(&[("T.1", "j'aime bouger"), ("T.1", "bouger")]);
        assert_eq!(known, (vec!["j'aime bouger Some(\"T.1\") 2".to_owned()], 0));
    }

    #[test]
    fn identifiers_that_number_places_are_no_problem_and_unite_nothing() {
        let fiches: [&[(&str, &str)]; 2] = [&[("T.1", "voler"), ("T.2", "nager")], &[("T.1", "nager"), ("T.2", "planer")]];
        let loaded = read(&fiches);
        assert_eq!(loaded.problems, []);
        assert_eq!(loaded.catalogue.interests().place_numbers(), ["T.1", "T.2"]);
        assert!(loaded.catalogue.interests().terms().iter().all(|term| term.id.is_none()));
        // With one identifier out of position they do not number positions: they contradict each other.
        let slips: [&[(&str, &str)]; 2] = [fiches[0], &[("T.2", "voler"), ("T.1", "nager")]];
        let loaded = read(&slips);
        assert_eq!((loaded.problems.len(), loaded.catalogue.interests().place_numbers().len()), (2, 0));
    }

    #[test]
    fn an_identifier_of_labels_that_differ_unites_nothing_and_is_a_problem() {
        let numbered = labels_after(&[("T.1", "voler"), ("T.1", "nager"), ("T.2", "nager")]);
        assert_eq!(numbered, (vec!["nager None 2".to_owned(), "voler None 1".to_owned()], 1));
        let known = labels_after(&[("T.1", "j'aime bouger"), ("T.1", "j'aime la nature")]);
        assert_eq!(known.1, 1);
    }
}
