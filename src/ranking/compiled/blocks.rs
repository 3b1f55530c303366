//! Rows as small integers, and the largest and smallest of each block: what the filter reads instead of the rows.

use std::mem::size_of_val;

use super::columns::{Columns, Writer};
use super::lanes::{Lanes, N_LANES};
use crate::features::FeatureModel;
use crate::weights::Weights;

/// So many times [`Lanes`] make a block: one line of the processor's cache a column.
pub(super) const N_VECTORS: usize = 4;

/// How many rows make a block.
pub(super) const N_ROWS: usize = N_VECTORS * N_LANES;

/// So many times [`Lanes`] of blocks are bounded at once.
pub(super) const N_BOUNDS: usize = 8;

/// The largest integer that a column, or a sum, holds.
pub(super) const LARGEST: f64 = 32767.0;

/// The rows of a block in one column.
pub(super) type Column = [Lanes; N_VECTORS];

/// Some bounds of blocks in one column.
pub(super) type Bounds = [Lanes; N_BOUNDS];

/// All rows by block and column, each column in units of its own.
#[derive(Debug, Clone)]
pub(super) struct Blocks {
    pub(super) columns: Columns,
    n_rows: usize,
    len: usize,
    /// By column, then by block.
    values: Vec<Column>,
    /// By column, then by block: the largest and the smallest.
    highs: Vec<Bounds>,
    lows: Vec<Bounds>,
    /// By column, the largest absolute value.
    largest: Vec<f64>,
}

impl Blocks {
    /// The blocks of rows, given by their places in the catalogue.
    pub(super) fn of(model: &FeatureModel, weights: &Weights, order: &[u32]) -> Self {
        let columns = Columns::of(model, weights);
        let (n_columns, n_blocks) = (columns.len(), order.len().div_ceil(N_ROWS));
        let n_bounds = n_columns * n_blocks.div_ceil(N_BOUNDS * N_LANES);
        let mut blocks = Self {
            columns,
            n_rows: order.len(),
            len: n_blocks,
            values: vec![[[0; N_LANES]; N_VECTORS]; n_blocks * n_columns],
            highs: vec![[[0; N_LANES]; N_BOUNDS]; n_bounds],
            lows: vec![[[0; N_LANES]; N_BOUNDS]; n_bounds],
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
                self.values[column * n_blocks + block][place / N_LANES][place % N_LANES] = narrow(value * unit);
            }
        }
    }

    fn bound(&mut self) {
        let (n_rows, n_blocks, stride) = (self.n_rows, self.len, self.stride());
        for column in 0..self.columns.len() {
            let bounds = column * stride..(column + 1) * stride;
            let highs = self.highs[bounds.clone()].as_flattened_mut().as_flattened_mut();
            let lows = self.lows[bounds].as_flattened_mut().as_flattened_mut();
            for (block, values) in self.values[column * n_blocks..(column + 1) * n_blocks].iter().enumerate() {
                let values = &values.as_flattened()[..rows_left(n_rows, block)];
                highs[block] = values.iter().fold(i16::MIN, |high, value| high.max(*value));
                lows[block] = values.iter().fold(i16::MAX, |low, value| low.min(*value));
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

    /// A column, by block; only the first numbers of the last block, as many as it has rows, mean anything.
    #[inline]
    pub(super) fn column(&self, column: usize) -> &[Column] {
        &self.values[column * self.len..][..self.len]
    }

    /// How many [`Bounds`] a column has.
    #[inline]
    pub(super) fn stride(&self) -> usize {
        self.len().div_ceil(N_BOUNDS * N_LANES)
    }

    /// Of some blocks, the row with the largest product with a factor of this sign.
    #[inline]
    pub(super) fn bounds(&self, column: usize, place: usize, is_positive: bool) -> &Bounds {
        let bounds = if is_positive { &self.highs } else { &self.lows };
        &bounds[column * self.stride() + place]
    }

    /// The largest absolute value of a column.
    pub(super) fn largest(&self, column: usize) -> f64 {
        self.largest[column]
    }

    /// The memory that they take, in bytes.
    pub(super) fn n_bytes(&self) -> usize {
        size_of_val(&self.values[..])
            + size_of_val(&self.highs[..])
            + size_of_val(&self.lows[..])
            + size_of_val(&self.largest[..])
    }
}

/// How many of so many rows are in a block.
fn rows_left(n_rows: usize, block: usize) -> usize {
    (n_rows - block * N_ROWS).min(N_ROWS)
}

/// The nearest small integer.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "units are such that numbers fit, and `as` would saturate")]
pub(super) fn narrow(value: f64) -> i16 {
    // Without a call of `round`, which not every processor has as an instruction.
    (value + 0.5_f64.copysign(value)) as i16
}
