//! The entries of each column, so that only those on which a student spoke are read.

use super::count::count;
use crate::explanation::Points;
use crate::features::Criterion;

/// The criteria with many columns of which a student speaks about few: they are summed exactly, from postings.
pub(super) const POSTED: [Criterion; 2] = [Criterion::Similar, Criterion::Words];

/// For each column, the items with an entry in it and the values of these entries.
#[derive(Debug, Clone)]
pub(super) struct Postings {
    starts: Vec<u32>,
    items: Vec<u32>,
    values: Vec<f64>,
}

impl Postings {
    /// From entries as (column, item, value), in any order.
    pub(super) fn of(n_columns: usize, entries: impl Iterator<Item = (usize, u32, f64)> + Clone) -> Self {
        let mut starts = vec![0_u32; n_columns + 1];
        for (column, _, _) in entries.clone() {
            starts[column + 1] += 1;
        }
        for column in 0..n_columns {
            starts[column + 1] += starts[column];
        }
        let n_entries = starts[n_columns] as usize;
        let (mut items, mut values, mut next) = (vec![0; n_entries], vec![0.0; n_entries], starts.clone());
        for (column, item, value) in entries {
            let place = next[column] as usize;
            next[column] = count(place + 1);
            (items[place], values[place]) = (item, value);
        }
        Self { starts, items, values }
    }

    /// The memory used, in bytes.
    pub(super) fn n_bytes(&self) -> usize {
        size_of_val(&self.starts[..]) + size_of_val(&self.items[..]) + size_of_val(&self.values[..])
    }

    /// Adds what each column contributes to the items that have it.
    pub(super) fn add(&self, coefficients: &[f64], sums: &mut [f64]) {
        for (window, coefficient) in self.starts.windows(2).zip(coefficients).filter(|(_, coefficient)| **coefficient != 0.0) {
            let range = window[0] as usize..window[1] as usize;
            for (item, value) in self.items[range.clone()].iter().zip(&self.values[range]) {
                sums[*item as usize] += Points::of(*coefficient, *value).value();
            }
        }
    }
}
