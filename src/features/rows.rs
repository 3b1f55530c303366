//! The values of one métier in each group of columns.

use super::weighting::{INTEREST_SHRINKAGE, interest_weights};
use super::{Criterion, FeatureSpace};
use crate::catalogue::{Catalogue, Metier, Vocabulary};

/// What a minor letter counts beside a major one.
const MINOR_LETTER: f64 = 0.5;

/// What all rows need to know about the catalogue.
pub(super) struct RowBuilder<'a> {
    space: &'a FeatureSpace,
    weights: Vec<f64>,
    interests: Places<'a>,
    statuses: Places<'a>,
    sectors: Places<'a>,
}

/// One métier, with the places of its labels in their vocabularies, ascending.
pub(super) struct Placed<'a> {
    metier: &'a Metier,
    interests: Vec<usize>,
    statuses: Vec<usize>,
    sectors: Vec<usize>,
    domains: Vec<usize>,
}

impl<'a> RowBuilder<'a> {
    pub(super) fn new(catalogue: &'a Catalogue, space: &'a FeatureSpace) -> Self {
        let frequencies: Vec<usize> = catalogue.interests().terms().iter().map(|term| term.n_metiers).collect();
        Self {
            space,
            weights: interest_weights(catalogue.len(), &frequencies),
            interests: Places::of(catalogue.interests()),
            statuses: Places::of(catalogue.statuses()),
            sectors: Places::of(catalogue.sectors()),
        }
    }

    /// Finds the labels of a métier.
    pub(super) fn place<'m>(&self, metier: &'m Metier) -> Placed<'m> {
        Placed {
            metier,
            interests: self.interests.find(&metier.interests),
            statuses: self.statuses.find(&metier.statuses),
            sectors: self.sectors.find(&metier.sectors),
            domains: ascending(metier.rome_codes.iter().filter_map(|code| self.space.domain(code)).collect()),
        }
    }

    /// The entries of one group, columns ascending; none when the fiche says nothing on it.
    pub(super) fn entries(&self, placed: &Placed<'_>, criterion: Criterion) -> Vec<(usize, f64)> {
        let offset = self.space.group(criterion).start;
        let entries = match criterion {
            Criterion::Interest | Criterion::Related => self.interests(placed),
            Criterion::AccessLevel => placed.metier.access_level.iter().map(|level| (level.rung(), 1.0)).collect(),
            Criterion::Status => equal_shares(&placed.statuses),
            Criterion::Sector => equal_shares(&placed.sectors),
            Criterion::Riasec => letters(placed.metier),
            Criterion::Domain => equal_shares(&placed.domains),
            Criterion::Similar => self.likeness(placed),
        };
        entries.into_iter().map(|(column, value)| (offset + column, value)).collect()
    }

    /// `x_mi = w_i / (W_m + κ)` for the interests of the métier.
    fn interests(&self, placed: &Placed<'_>) -> Vec<(usize, f64)> {
        // The sum is taken in the order of columns, whatever the order in the fiche.
        let total: f64 = placed.interests.iter().map(|column| self.weights[*column]).sum();
        placed.interests.iter().map(|column| (*column, self.weights[*column] / (total + INTEREST_SHRINKAGE))).collect()
    }

    /// A vector of length 1 over interests (their weights), sectors and ROME domains (1 each).
    fn likeness(&self, placed: &Placed<'_>) -> Vec<(usize, f64)> {
        let (n_interests, n_sectors) = (self.interests.n_terms(), self.sectors.n_terms());
        let mut entries: Vec<(usize, f64)> = placed.interests.iter().map(|column| (*column, self.weights[*column])).collect();
        entries.extend(placed.sectors.iter().map(|column| (n_interests + column, 1.0)));
        entries.extend(placed.domains.iter().map(|column| (n_interests + n_sectors + column, 1.0)));
        let length = entries.iter().map(|(_, value)| value * value).sum::<f64>().sqrt();
        entries.into_iter().map(|(column, value)| (column, value / length)).collect()
    }
}

/// Where labels stand in a vocabulary, for labels in the spelling of the catalogue: found without making their keys.
struct Places<'a> {
    vocabulary: &'a Vocabulary,
    /// Label and place, by label.
    sorted: Vec<(&'a str, usize)>,
}

impl<'a> Places<'a> {
    fn of(vocabulary: &'a Vocabulary) -> Self {
        let labels = vocabulary.terms().iter().enumerate();
        let mut sorted: Vec<(&str, usize)> = labels.map(|(place, term)| (term.label.as_str(), place)).collect();
        sorted.sort_unstable();
        Self { vocabulary, sorted }
    }

    fn n_terms(&self) -> usize {
        self.sorted.len()
    }

    /// The places of labels, ascending.
    fn find<L: AsRef<str>>(&self, labels: &[L]) -> Vec<usize> {
        let place = |label: &L| {
            let known = self.sorted.binary_search_by(|(other, _)| (*other).cmp(label.as_ref())).ok();
            known.map(|index| self.sorted[index].1).or_else(|| self.vocabulary.find(label.as_ref()).ok())
        };
        ascending(labels.iter().filter_map(place).collect())
    }
}

/// Places in ascending order, each once.
fn ascending(mut places: Vec<usize>) -> Vec<usize> {
    places.sort_unstable();
    places.dedup();
    places
}

/// `x_ml = v_l / (6 · sd_v)`: letters averaged over the métier's codes, divided so that the dot product with standardised scores
/// is a correlation. None without letters, or when all six are equal.
fn letters(metier: &Metier) -> Vec<(usize, f64)> {
    let profile = letter_profile(metier);
    let mean = profile.iter().sum::<f64>() / 6.0;
    let deviation = (profile.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / 6.0).sqrt();
    if deviation == 0.0 {
        return Vec::new();
    }
    let used = profile.into_iter().enumerate().filter(|(_, value)| 0.0 < *value);
    used.map(|(column, value)| (column, value / (6.0 * deviation))).collect()
}

/// The letters of a métier as six numbers: 1 for a major letter, ½ for a minor one, averaged over its codes; zeros without any.
pub(super) fn letter_profile(metier: &Metier) -> [f64; 6] {
    let mut profile = [0.0; 6];
    let share = 1.0 / metier.riasec.len() as f64;
    for code in &metier.riasec {
        profile[code.major() as usize] += share;
        if let Some(minor) = code.minor() {
            profile[minor as usize] += MINOR_LETTER * share;
        }
    }
    profile
}

/// `x_mk = 1 / n` in each of the `n` columns, so that the dot product is a mean.
fn equal_shares(columns: &[usize]) -> Vec<(usize, f64)> {
    let share = 1.0 / columns.len() as f64;
    columns.iter().map(|column| (*column, share)).collect()
}
