//! The rows of one criterion, packed for many products with other answers.

use std::ops::Range;

use crate::features::FeatureMatrix;

/// The columns of one group for some métiers; the last row is the one that the others are compared with.
pub(super) struct GroupRows {
    starts: Vec<usize>,
    columns: Vec<usize>,
    values: Vec<f64>,
}

impl GroupRows {
    pub(super) fn of(matrix: &FeatureMatrix, positions: &[usize], group: Range<usize>) -> Self {
        let mut rows = Self { starts: vec![0], columns: Vec::new(), values: Vec::new() };
        for position in positions {
            for (column, value) in matrix.row(*position).entries().filter(|(column, _)| group.contains(column)) {
                rows.columns.push(column - group.start);
                rows.values.push(value);
            }
            rows.starts.push(rows.columns.len());
        }
        rows
    }

    /// `Σ_j (x_nj − x_mj) · a_j` for every row `n` but the last, which is `m`; shape (`n_rows` − 1).
    pub(super) fn gaps(&self, answers: &[f64]) -> Vec<f64> {
        let products: Vec<f64> = self.starts.windows(2).map(|ends| self.product(ends[0]..ends[1], answers)).collect();
        let (own, others) = products.split_last().expect("the row that others are compared with is the last");
        others.iter().map(|other| other - own).collect()
    }

    fn product(&self, entries: Range<usize>, answers: &[f64]) -> f64 {
        self.columns[entries.clone()].iter().zip(&self.values[entries]).map(|(column, value)| value * answers[*column]).sum()
    }

    /// The largest value in a column.
    pub(super) fn largest(&self, column: usize) -> f64 {
        let here = self.columns.iter().zip(&self.values).filter(|(other, _)| **other == column);
        here.map(|(_, value)| *value).fold(0.0, f64::max)
    }
}
