//! The terms of each criterion once per distinct content, so that the scores of all rows are sums of few numbers.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::mem::size_of_val;

use super::count::count;
use super::postings::POSTED;
use crate::explanation::Points;
use crate::features::{Criterion, FeatureModel};
use crate::weights::Weights;

/// What rows have in each criterion that counts under some weights, except those that are added from postings.
#[derive(Debug, Clone)]
pub(super) struct Parts(Vec<Part>);

/// What rows have in one criterion. Thousands of fiches share a few lists of sectors or levels.
#[derive(Debug, Clone)]
struct Part {
    /// Where each distinct content begins, and the end of the last.
    starts: Vec<u32>,
    columns: Vec<u32>,
    values: Vec<f64>,
    /// By row, its content.
    of_row: Vec<u32>,
}

/// Columns and values of a row in one criterion; equal to the bit.
#[derive(Clone, Copy)]
struct Content<'a>(&'a [u32], &'a [f64]);

impl Parts {
    /// The parts of rows, given by their places in the catalogue.
    pub(super) fn of(model: &FeatureModel, weights: &Weights, order: &[u32]) -> Self {
        let counts = |criterion: &Criterion| !POSTED.contains(criterion) && 0.0 < weights.get(*criterion);
        Self(Criterion::ALL.into_iter().filter(counts).map(|criterion| Part::of(model, criterion, order)).collect())
    }

    /// The sum of each row's terms: the coefficient of each column times its value.
    pub(super) fn sums(&self, coefficients: &[f64]) -> impl Fn(usize) -> Points {
        let sums: Vec<(Vec<Points>, &[u32])> = self.0.iter().map(|part| (part.sums(coefficients), &part.of_row[..])).collect();
        move |row| sums.iter().map(|(sums, of_row)| sums[of_row[row] as usize]).sum()
    }

    /// The memory used, in bytes.
    pub(super) fn n_bytes(&self) -> usize {
        self.0.iter().map(Part::n_bytes).sum()
    }
}

impl Part {
    fn of(model: &FeatureModel, criterion: Criterion, order: &[u32]) -> Self {
        let group = model.space().group(criterion);
        let mut part = Self { starts: vec![0], columns: Vec::new(), values: Vec::new(), of_row: Vec::with_capacity(order.len()) };
        let mut known = BTreeMap::new();
        for position in order {
            let (columns, values) = model.matrix().row(*position as usize).within(&group);
            let content = *known.entry(Content(columns, values)).or_insert_with(|| {
                part.columns.extend(columns);
                part.values.extend(values);
                part.starts.push(count(part.columns.len()));
                count(part.starts.len() - 2)
            });
            part.of_row.push(content);
        }
        part
    }

    /// What each content adds to the score.
    fn sums(&self, coefficients: &[f64]) -> Vec<Points> {
        let of = |ends: &[u32]| {
            let range = ends[0] as usize..ends[1] as usize;
            let entries = self.columns[range.clone()].iter().zip(&self.values[range]);
            entries.map(|(column, value)| Points::of(coefficients[*column as usize], *value)).sum()
        };
        self.starts.windows(2).map(of).collect()
    }

    fn n_bytes(&self) -> usize {
        let columns = size_of_val(&self.starts[..]) + size_of_val(&self.columns[..]) + size_of_val(&self.of_row[..]);
        columns + size_of_val(&self.values[..])
    }
}

impl Ord for Content<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        // Values follow from the columns, nearly always.
        let values = || self.1.iter().map(|value| value.to_bits()).cmp(other.1.iter().map(|value| value.to_bits()));
        self.0.cmp(other.0).then_with(values)
    }
}

impl PartialOrd for Content<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Content<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Content<'_> {}
