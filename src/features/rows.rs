//! The values of one métier in each group of columns.

use super::weighting::{INTEREST_SHRINKAGE, interest_weights};
use super::{Criterion, FeatureSpace};
use crate::catalogue::{Catalogue, Metier, Vocabulary};

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
            Criterion::Interest => self.interests(metier),
            Criterion::AccessLevel => metier.access_level.iter().map(|level| (level.rung(), 1.0)).collect(),
            Criterion::Status => shares(self.catalogue.statuses(), &metier.statuses),
            Criterion::Sector => shares(self.catalogue.sectors(), &metier.sectors),
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
}

/// `x_mk = 1 / n` for each of the `n` labels, so that the dot product is a mean.
fn shares<L: AsRef<str>>(vocabulary: &Vocabulary, labels: &[L]) -> Vec<(usize, f64)> {
    let columns = places(vocabulary, labels);
    let share = 1.0 / columns.len() as f64;
    columns.into_iter().map(|column| (column, share)).collect()
}

fn places<L: AsRef<str>>(vocabulary: &Vocabulary, labels: &[L]) -> Vec<usize> {
    labels.iter().filter_map(|label| vocabulary.find(label.as_ref()).ok()).collect()
}
