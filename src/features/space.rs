//! The columns: which features there are, and what they are called.

use std::ops::Range;
use std::sync::Arc;

use super::Criterion;

/// A named column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feature {
    /// The group that it belongs to.
    pub criterion: Criterion,
    /// Its name, mostly a label of the catalogue: « j'ai le sens du contact », « Bac + 2 », « salarié ».
    pub name: Arc<str>,
}

/// All columns of a catalogue, grouped by criterion in the order of [`Criterion::ALL`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeatureSpace {
    features: Vec<Feature>,
    groups: [Range<usize>; Criterion::COUNT],
}

impl FeatureSpace {
    /// The columns that each criterion names.
    pub(crate) fn new(names: impl Fn(Criterion) -> Vec<Arc<str>>) -> Self {
        let mut features = Vec::new();
        let groups = Criterion::ALL.map(|criterion| {
            let start = features.len();
            features.extend(names(criterion).into_iter().map(|name| Feature { criterion, name }));
            start..features.len()
        });
        Self { features, groups }
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
        self.groups[criterion.index()].clone()
    }
}
