//! Rows as small integers, and the largest and smallest of each block: what the filter reads instead of the rows.

use std::mem::size_of_val;

use super::columns::{Columns, Writer};
use super::small_integers::{N_INTEGERS, SmallIntegers};
use crate::features::FeatureModel;
use crate::weights::Weights;

/// How many rows make a block: one cache line per column.
pub(super) const N_ROWS: usize = N_INTEGERS;

/// How many blocks get their bounds at once.
pub(super) const N_BOUNDED: usize = N_INTEGERS;

/// The largest integer that a column, or a sum, holds.
pub(super) const LARGEST: f64 = 32767.0;

/// All rows by block and column, each column in units of its own.
#[derive(Debug, Clone)]
pub(super) struct Blocks {
    pub(super) columns: Columns,
    n_rows: usize,
    len: usize,
    /// By column, then by block.
    values: Vec<SmallIntegers>,
    /// By column, then by block: the largest of all, then the smallest of all.
    bounds: Vec<SmallIntegers>,
    /// By column, the largest absolute value.
    largest: Vec<f64>,
}

impl Blocks {
    /// The blocks of rows, given by their places in the catalogue.
    pub(super) fn of(model: &FeatureModel, weights: &Weights, order: &[u32]) -> Self {
        let columns = Columns::of(model, weights);
        let (n_columns, n_blocks) = (columns.len(), order.len().div_ceil(N_ROWS));
        let n_bounds = n_columns * n_blocks.div_ceil(N_BOUNDED);
        let mut blocks = Self {
            columns,
            n_rows: order.len(),
            len: n_blocks,
            values: vec![SmallIntegers::all(0); n_blocks * n_columns],
            bounds: vec![SmallIntegers::all(0); 2 * n_bounds],
            largest: vec![0.0; n_columns],
        };
        blocks.fill(model, weights, order);
        blocks.bound();
        blocks
    }

    fn fill(&mut self, model: &FeatureModel, weights: &Weights, order: &[u32]) {
        let columns = self.columns.clone();
        let (writer, n_blocks) = (Writer::new(&columns, model, weights), self.len());
        let mut row = vec![0.0; columns.len()];
        for position in order {
            writer.write(model.matrix().row(*position as usize), &mut row);
            for (largest, value) in self.largest.iter_mut().zip(&row) {
                *largest = largest.max(value.abs());
            }
        }
        let units: Vec<f64> = self.largest.iter().map(|largest| if *largest == 0.0 { 0.0 } else { LARGEST / largest }).collect();
        for (place, position) in order.iter().enumerate() {
            writer.write(model.matrix().row(*position as usize), &mut row);
            let (block, place) = (place / N_ROWS, place % N_ROWS);
            for (column, (value, unit)) in row.iter().zip(&units).enumerate().filter(|(_, (value, _))| **value != 0.0) {
                self.values[column * n_blocks + block].0[place] = narrow(value * unit);
            }
        }
    }

    fn bound(&mut self) {
        let (n_rows, n_blocks, stride) = (self.n_rows, self.len, self.stride());
        let (highs, lows) = self.bounds.split_at_mut(self.columns.len() * stride);
        for (column, values) in self.values.chunks(n_blocks).enumerate() {
            for (block, values) in values.iter().enumerate() {
                let values = &values.0[..rows_left(n_rows, block)];
                let (place, block) = (column * stride + block / N_BOUNDED, block % N_BOUNDED);
                highs[place].0[block] = values.iter().fold(i16::MIN, |high, value| high.max(*value));
                lows[place].0[block] = values.iter().fold(i16::MAX, |low, value| low.min(*value));
            }
        }
    }

    /// How many blocks there are.
    #[inline]
    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// How many rows a block has.
    #[inline]
    pub(super) fn n_rows_of(&self, block: usize) -> usize {
        rows_left(self.n_rows, block)
    }

    /// Where the blocks of a column begin.
    pub(super) fn first(&self, column: usize) -> usize {
        column * self.len
    }

    /// A block in the column that begins at `first`; only the first numbers of the last block, as many as it has rows, mean anything.
    #[inline]
    pub(super) fn values(&self, first: usize, block: usize) -> &SmallIntegers {
        &self.values[first + block]
    }

    /// How many bounds at once a column has.
    #[inline]
    pub(super) fn stride(&self) -> usize {
        self.len().div_ceil(N_BOUNDED)
    }

    /// Where the bounds of a column begin for factors of this sign.
    pub(super) fn first_bounds(&self, column: usize, is_positive: bool) -> usize {
        let column = if is_positive { column } else { self.columns.len() + column };
        column * self.stride()
    }

    /// Of some blocks, the rows with the largest products, in the bounds that begin at `first`.
    #[inline]
    pub(super) fn bounds(&self, first: usize, place: usize) -> &SmallIntegers {
        &self.bounds[first + place]
    }

    /// The largest absolute value of a column.
    pub(super) fn largest(&self, column: usize) -> f64 {
        self.largest[column]
    }

    /// The memory used, in bytes.
    pub(super) fn n_bytes(&self) -> usize {
        size_of_val(&self.values[..]) + size_of_val(&self.bounds[..]) + size_of_val(&self.largest[..])
    }
}

/// How many of `n_rows` rows are in a block.
fn rows_left(n_rows: usize, block: usize) -> usize {
    (n_rows - block * N_ROWS).min(N_ROWS)
}

/// The nearest small integer.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "units are such that numbers fit, and `as` would saturate")]
pub(super) fn narrow(value: f64) -> i16 {
    // `round` would be a function call on processors without such an instruction.
    (value + 0.5_f64.copysign(value)) as i16
}
