//! The terms of rows one after the other, so that an exact score reads memory once.

use std::mem::size_of_val;

use super::count::count;
use super::postings::POSTED;
use crate::explanation::Points;
use crate::features::FeatureModel;
use crate::weights::Weights;

/// The entries of all rows that can count under some weights, except those that are added from postings.
#[derive(Debug, Clone)]
pub(super) struct Terms {
    /// One per row, and a last one that marks the end of the entries.
    heads: Vec<Head>,
    entries: Vec<Entry>,
}

/// The beginning of a row.
#[derive(Debug, Clone, Copy)]
struct Head {
    first: u32,
    /// The place of the métier in the catalogue.
    position: u32,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    column: u32,
    value: f64,
}

impl Terms {
    /// The terms of rows, given by their places in the catalogue.
    pub(super) fn of(model: &FeatureModel, weights: &Weights, order: &[u32]) -> Self {
        let features = model.space().features();
        let counts = |criterion| !POSTED.contains(&criterion) && 0.0 < weights.get(criterion);
        let (mut heads, mut entries) = (Vec::with_capacity(order.len() + 1), Vec::new());
        for position in order {
            heads.push(Head { first: count(entries.len()), position: *position });
            let row = model.matrix().row(*position as usize).entries();
            let counted = row.filter(|(column, _)| counts(features[*column].criterion));
            entries.extend(counted.map(|(column, value)| Entry { column: count(column), value }));
        }
        heads.push(Head { first: count(entries.len()), position: 0 });
        Self { heads, entries }
    }

    /// How many rows there are.
    pub(super) fn n_rows(&self) -> usize {
        self.heads.len() - 1
    }

    /// The place of a row's métier in the catalogue.
    #[inline]
    pub(super) fn position(&self, row: usize) -> usize {
        self.heads[row].position as usize
    }

    /// The sum of a row's terms: the coefficient of each column times its value.
    #[inline]
    pub(super) fn sum(&self, row: usize, coefficients: &[f64]) -> Points {
        let entries = &self.entries[self.heads[row].first as usize..self.heads[row + 1].first as usize];
        entries.iter().map(|entry| Points::of(coefficients[entry.column as usize], entry.value)).sum()
    }

    /// The memory used, in bytes.
    pub(super) fn n_bytes(&self) -> usize {
        size_of_val(&self.heads[..]) + size_of_val(&self.entries[..])
    }
}
