//! The values of one métier in each group of columns.

use super::weighting::{INTEREST_SHRINKAGE, interest_weights};
use super::{Criterion, FeatureSpace};
use crate::catalogue::{Catalogue, Metier, Vocabulary};

/// What a minor letter counts beside a major one.
const MINOR_LETTER: f64 = 0.5;

/// What all rows need to know about the catalogue.
pub(super) struct RowBuilder<'a> {
    catalogue: &'a Catalogue,
    space: &'a FeatureSpace,
    weights: Vec<f64>,
}

impl<'a> RowBuilder<'a> {
    pub(super) fn new(catalogue: &'a Catalogue, space: &'a FeatureSpace) -> Self {
        let frequencies: Vec<usize> = catalogue.interests().terms().iter().map(|term| term.n_metiers).collect();
        Self { catalogue, space, weights: interest_weights(catalogue.len(), &frequencies) }
    }

    /// The entries of one group, columns ascending; none when the fiche says nothing on it.
    pub(super) fn entries(&self, metier: &Metier, criterion: Criterion) -> Vec<(usize, f64)> {
        let offset = self.space.group(criterion).start;
        let mut entries = match criterion {
            Criterion::Interest | Criterion::Related => self.interests(metier),
            Criterion::AccessLevel => metier.access_level.iter().map(|level| (level.rung(), 1.0)).collect(),
            Criterion::Status => shares(self.catalogue.statuses(), &metier.statuses),
            Criterion::Sector => shares(self.catalogue.sectors(), &metier.sectors),
            Criterion::Riasec => letters(metier),
            Criterion::Domain => equal_shares(self.domains(metier)),
            Criterion::Similar => self.likeness(metier),
        };
        entries.sort_unstable_by_key(|(column, _)| *column);
        entries.into_iter().map(|(column, value)| (offset + column, value)).collect()
    }

    /// `x_mi = w_i / (W_m + κ)` for the interests of the métier.
    fn interests(&self, metier: &Metier) -> Vec<(usize, f64)> {
        let mut columns = places(self.catalogue.interests(), &metier.interests);
        // The sum is taken in the order of columns, whatever the order in the fiche.
        columns.sort_unstable();
        let total: f64 = columns.iter().map(|column| self.weights[*column]).sum();
        columns.into_iter().map(|column| (column, self.weights[column] / (total + INTEREST_SHRINKAGE))).collect()
    }

    /// The ROME domains of the métier, each once.
    fn domains(&self, metier: &Metier) -> Vec<usize> {
        let mut domains: Vec<usize> = metier.rome_codes.iter().filter_map(|code| self.space.domain(code)).collect();
        domains.sort_unstable();
        domains.dedup();
        domains
    }

    /// A vector of length 1 over interests (their weights), sectors and ROME domains (1 each).
    fn likeness(&self, metier: &Metier) -> Vec<(usize, f64)> {
        let (n_interests, n_sectors) = (self.catalogue.interests().len(), self.catalogue.sectors().len());
        let mut entries: Vec<(usize, f64)> = places(self.catalogue.interests(), &metier.interests)
            .into_iter()
            .map(|column| (column, self.weights[column]))
            .collect();
        entries.extend(places(self.catalogue.sectors(), &metier.sectors).into_iter().map(|column| (n_interests + column, 1.0)));
        entries.extend(self.domains(metier).into_iter().map(|column| (n_interests + n_sectors + column, 1.0)));
        entries.sort_unstable_by_key(|(column, _)| *column);
        let length = entries.iter().map(|(_, value)| value * value).sum::<f64>().sqrt();
        entries.into_iter().map(|(column, value)| (column, value / length)).collect()
    }
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

/// `x_mk = 1 / n` for each of the `n` labels, so that the dot product is a mean.
fn shares<L: AsRef<str>>(vocabulary: &Vocabulary, labels: &[L]) -> Vec<(usize, f64)> {
    equal_shares(places(vocabulary, labels))
}

/// `1 / n` in each of the `n` columns.
fn equal_shares(columns: Vec<usize>) -> Vec<(usize, f64)> {
    let share = 1.0 / columns.len() as f64;
    columns.into_iter().map(|column| (column, share)).collect()
}

fn places<L: AsRef<str>>(vocabulary: &Vocabulary, labels: &[L]) -> Vec<usize> {
    labels.iter().filter_map(|label| vocabulary.find(label.as_ref()).ok()).collect()
}
