//! The columns: which features there are, and what they are called.

use std::ops::Range;
use std::sync::Arc;

use super::Criterion;
use crate::catalogue::{AccessLevel, Catalogue, Vocabulary};

/// A named column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feature {
    /// The group that it belongs to.
    pub criterion: Criterion,
    /// Its name, a label of the catalogue: « j'ai le sens du contact », « Bac + 2 », « salarié ».
    pub name: Arc<str>,
}

/// All columns of a catalogue, grouped by criterion in the order of [`Criterion::ALL`].
///
/// Inside a group the columns follow the catalogue's vocabulary, or the ladder for access levels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeatureSpace {
    features: Vec<Feature>,
    starts: [usize; Criterion::COUNT + 1],
}

impl FeatureSpace {
    /// The columns that a catalogue needs.
    pub fn of(catalogue: &Catalogue) -> Self {
        let mut features = Vec::new();
        let mut starts = [0; Criterion::COUNT + 1];
        for criterion in Criterion::ALL {
            let names: Vec<Arc<str>> = match criterion {
                Criterion::Interest => labels(catalogue.interests()),
                Criterion::AccessLevel => AccessLevel::ALL.iter().map(|level| level.label().into()).collect(),
                Criterion::Status => labels(catalogue.statuses()),
                Criterion::Sector => labels(catalogue.sectors()),
            };
            features.extend(names.into_iter().map(|name| Feature { criterion, name }));
            starts[criterion.index() + 1] = features.len();
        }
        Self { features, starts }
    }

    /// The columns, in order.
    pub fn features(&self) -> &[Feature] {
        &self.features
    }

    /// How many columns there are.
    pub fn n_features(&self) -> usize {
        self.features.len()
    }

    /// The columns of one criterion.
    pub fn group(&self, criterion: Criterion) -> Range<usize> {
        self.starts[criterion.index()]..self.starts[criterion.index() + 1]
    }
}

fn labels(vocabulary: &Vocabulary) -> Vec<Arc<str>> {
    vocabulary.terms().iter().map(|term| term.label.as_str().into()).collect()
}
