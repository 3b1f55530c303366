//! The audit: all counts of a catalogue in one value.

use std::cmp::Reverse;

use serde::Serialize;

use super::{DoubtfulName, Gap, Patterns, ProblemGroup, Relations};
use crate::catalogue::{AccessLevel, Catalogue, FicheField, Metier, Problem, Term, Vocabulary};

/// Counts of what a catalogue contains and lacks.
///
/// It depends only on the catalogue and its problems; the order in which fiches were read affects only the order of problems.
/// Which métiers a student can be shown at all is a question for [`reachability`](crate::inquiry::reachability).
///
/// ```
/// use boussole::catalogue::{Audit, Catalogue, Interest, Metier, Title};
/// let mut botanist = Metier::new("MET.1".parse()?, Title::from_heading("botaniste"));
/// botanist.interests.push(Interest::new("j'aime la nature"));
/// let diver = Metier::new("MET.2".parse()?, Title::from_heading("plongeur / plongeuse"));
/// let writer = Metier::new("MET.3".parse()?, Title::from_heading("écrivain / écrivaine"));
/// let loaded = Catalogue::from_metiers([botanist, diver, writer]);
/// let audit = Audit::of(&loaded.catalogue, &loaded.problems);
/// let by_interests = &audit.patterns[0];
/// assert_eq!((by_interests.n_patterns(), by_interests.n_tied()), (2, 2));
/// # Ok::<(), boussole::catalogue::InvalidIdentifier>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Audit {
    /// The number of métiers.
    pub n_metiers: usize,
    /// The fingerprint of the catalogue.
    pub fingerprint: String,
    /// The interests, most frequent first, equally frequent ones by key.
    pub interests: Vec<Term>,
    /// Every rung of the ladder, lowest first.
    pub access_levels: Vec<LevelCount>,
    /// The statuses, most frequent first.
    pub statuses: Vec<Term>,
    /// The sectors, most frequent first.
    pub sectors: Vec<Term>,
    /// The number of métiers with 0, 1, 2 … interests; the last count is not 0 unless it is the only one.
    pub interest_counts: Vec<usize>,
    /// The métiers that leave a field empty, for each field that may be empty.
    pub gaps: Vec<Gap>,
    /// The métiers grouped by interests alone, then by one more field each time.
    pub patterns: Vec<Patterns>,
    /// Which interests occur together.
    pub relations: Relations,
    /// The names that a person should look at, in the order of the catalogue.
    pub doubtful_names: Vec<DoubtfulName>,
    /// Identifiers that do not name labels, by field; not a problem, since every label is kept.
    pub place_numbers: Vec<PlaceNumbers>,
    /// The problems grouped by kind, most frequent first.
    pub problems: Vec<ProblemGroup>,
}

/// Identifiers that number the positions in the list of each fiche, so that one stands for many labels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct PlaceNumbers {
    /// The field whose labels carry them.
    pub field: FicheField,
    /// The identifiers, in order; at least two.
    pub ids: Vec<String>,
}

/// A rung of the ladder and the number of métiers that require it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct LevelCount {
    /// The rung.
    pub level: AccessLevel,
    /// The number of métiers with this minimum level.
    pub n_metiers: usize,
}

impl Audit {
    /// Audits a catalogue, given the problems of reading it.
    pub fn of(catalogue: &Catalogue, problems: &[Problem]) -> Self {
        Self {
            n_metiers: catalogue.len(),
            fingerprint: catalogue.fingerprint().to_owned(),
            interests: by_frequency(catalogue.interests()),
            access_levels: access_levels(catalogue),
            statuses: by_frequency(catalogue.statuses()),
            sectors: by_frequency(catalogue.sectors()),
            interest_counts: interest_counts(catalogue),
            gaps: Gap::all(catalogue),
            patterns: Patterns::growing(catalogue),
            relations: Relations::of(catalogue),
            doubtful_names: DoubtfulName::all(catalogue),
            place_numbers: place_numbers(catalogue),
            problems: ProblemGroup::by_kind(problems),
        }
    }

    /// The share of all métiers that `n_metiers` are, in [0, 1]; 0 for an empty catalogue.
    pub fn share(&self, n_metiers: usize) -> f64 {
        n_metiers as f64 / self.n_metiers.max(1) as f64
    }

    /// The mean number of interests per métier.
    pub fn mean_interests(&self) -> f64 {
        self.share(self.interests.iter().map(|term| term.n_metiers).sum())
    }

    /// The share of pairs (métier, interest) in which the métier has the interest, in [0, 1].
    pub fn density(&self) -> f64 {
        self.mean_interests() / self.interests.len().max(1) as f64
    }

    /// The number of problems of all kinds.
    pub fn n_problems(&self) -> usize {
        self.problems.iter().map(|group| group.problems.len()).sum()
    }
}

fn by_frequency(vocabulary: &Vocabulary) -> Vec<Term> {
    let mut terms = vocabulary.terms().to_vec();
    // The sort is stable, so equal frequencies stay ordered by key.
    terms.sort_by_key(|term| Reverse(term.n_metiers));
    terms
}

fn place_numbers(catalogue: &Catalogue) -> Vec<PlaceNumbers> {
    let fields = [
        (FicheField::Interests, catalogue.interests()),
        (FicheField::Statuses, catalogue.statuses()),
        (FicheField::Sectors, catalogue.sectors()),
    ];
    let found = fields.map(|(field, vocabulary)| PlaceNumbers { field, ids: vocabulary.place_numbers().to_vec() });
    found.into_iter().filter(|numbers| !numbers.ids.is_empty()).collect()
}

fn access_levels(catalogue: &Catalogue) -> Vec<LevelCount> {
    let n_metiers = |level| catalogue.metiers().iter().filter(|metier| metier.access_level == Some(level)).count();
    AccessLevel::ALL.into_iter().map(|level| LevelCount { level, n_metiers: n_metiers(level) }).collect()
}

fn interest_counts(catalogue: &Catalogue) -> Vec<usize> {
    let n_interests = |metier: &Metier| metier.interests.len();
    let largest = catalogue.metiers().iter().map(|metier| n_interests(metier)).max().unwrap_or(0);
    let mut counts = vec![0; largest + 1];
    for metier in catalogue.metiers() {
        counts[n_interests(metier)] += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    //! Properties: the numbers of an empty catalogue are finite, frequencies decrease.

    use super::*;

    #[test]
    fn an_empty_catalogue_has_finite_numbers() {
        let audit = Audit::of(&Catalogue::from_metiers([]).catalogue, &[]);
        assert_eq!((audit.n_metiers, audit.mean_interests(), audit.density(), audit.share(0)), (0, 0.0, 0.0, 0.0));
        assert_eq!(audit.interest_counts, [0]);
        assert!(audit.patterns.iter().all(|patterns| patterns.tied_share() == 0.0 && patterns.entropy_bits() == 0.0));
    }

    #[cfg(feature = "demo")]
    #[test]
    fn frequencies_fall() {
        let audit = Audit::of(&Catalogue::demo(), &[]);
        for terms in [&audit.interests, &audit.statuses, &audit.sectors] {
            assert!(terms.is_sorted_by_key(|term| Reverse(term.n_metiers)));
        }
        assert_eq!(audit.interest_counts.iter().sum::<usize>(), audit.n_metiers);
    }
}
