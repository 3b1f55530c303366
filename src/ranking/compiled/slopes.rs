//! The slopes of inference, laid out so that many columns are computed at a time.

#![allow(clippy::inline_always, reason = "what is not inlined is compiled for the smallest processor")]

use fearless_simd::prelude::*;
use fearless_simd::{dispatch, f64x8};
use ndarray::Array2;

use super::processor::vectors;
use crate::features::{Criterion, Inference, SlopeProducts};

/// How many columns are summed at once: so few that their sums stay in registers.
const WIDTH: usize = 16;

/// The slopes of one predictor in [`WIDTH`] columns.
#[derive(Debug, Clone, Copy, PartialEq)]
#[repr(align(64))]
struct Line([[f64; WIDTH / 2]; 2]);

/// The slopes of every criterion that is inferred.
#[derive(Debug, Clone)]
pub(in crate::ranking) struct InferenceSlopes {
    by_criterion: [Option<Slopes>; Criterion::COUNT],
}

impl InferenceSlopes {
    pub(super) fn of(inference: &Inference) -> Self {
        Self { by_criterion: Criterion::ALL.map(|criterion| inference.slopes(criterion).map(Slopes::of)) }
    }

    /// The memory used, in bytes.
    pub(super) fn n_bytes(&self) -> usize {
        self.by_criterion.iter().flatten().map(|slopes| size_of_val(&slopes.blocks[..])).sum()
    }
}

impl SlopeProducts for InferenceSlopes {
    fn append(&self, criterion: Criterion, evidence: &[(usize, f64)], limit: f64, columns: &mut Vec<f64>) {
        let slopes = self.by_criterion[criterion.index()].as_ref().expect("asked about criteria with slopes only");
        slopes.append(evidence, limit, columns);
    }
}

/// How much each column changes with each predictor, shape (`n_predictors`, `n_columns`).
///
/// In blocks of [`WIDTH`] columns, each with one line per predictor. The last block begins early enough to be whole, inside
/// the previous one; fewer columns than a block are padded with zeros.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Slopes {
    n_predictors: usize,
    n_columns: usize,
    blocks: Vec<Line>,
}

impl Slopes {
    /// The slopes of a table, one row per predictor.
    fn of(table: &Array2<f64>) -> Self {
        let (n_predictors, n_columns) = table.dim();
        let slope = |predictor, column| table.get((predictor, column)).copied().unwrap_or_default();
        let blocks = first_columns(n_columns).flat_map(|first| {
            let half = move |predictor, first| std::array::from_fn(|place| slope(predictor, first + place));
            (0..n_predictors).map(move |predictor| Line([half(predictor, first), half(predictor, first + WIDTH / 2)]))
        });
        Self { n_predictors, n_columns, blocks: blocks.collect() }
    }

    /// Appends the sum of the slopes of each column times the values of the predictors, held within ±`limit`.
    ///
    /// `evidence` has predictors and their values; they are added in its order, and those not in it have the value 0.
    fn append(&self, evidence: &[(usize, f64)], limit: f64, columns: &mut Vec<f64>) {
        let start = columns.len();
        columns.resize(start + self.n_columns, 0.0);
        dispatch!(vectors(), simd => self.write_with(simd, evidence, limit, &mut columns[start..]));
    }

    #[inline(always)]
    fn write_with<S: Simd>(&self, simd: S, evidence: &[(usize, f64)], limit: f64, columns: &mut [f64]) {
        // Handled apart, so that the loops below have a fixed length.
        if self.n_columns < WIDTH {
            let sums = if self.n_columns == 0 { return } else { sums(simd, &self.blocks, evidence, limit) };
            columns.copy_from_slice(&sums.as_flattened()[..self.n_columns]);
            return;
        }
        let mut lines = &self.blocks[..];
        for first in first_columns(self.n_columns) {
            let (block, next) = lines.split_at(self.n_predictors);
            columns[first..][..WIDTH].copy_from_slice(sums(simd, block, evidence, limit).as_flattened());
            lines = next;
        }
    }
}

/// The sums of a block. A product is rounded before it is added, so that every processor computes the same bits.
#[inline(always)]
fn sums<S: Simd>(simd: S, block: &[Line], evidence: &[(usize, f64)], limit: f64) -> [[f64; WIDTH / 2]; 2] {
    let [mut first, mut last] = [f64x8::splat(simd, 0.0); 2];
    for (predictor, value) in evidence {
        let (Line(slopes), value) = (&block[*predictor], f64x8::splat(simd, *value));
        first += value * f64x8::load_array_ref(simd, &slopes[0]);
        last += value * f64x8::load_array_ref(simd, &slopes[1]);
    }
    let (low, high) = (f64x8::splat(simd, -limit), f64x8::splat(simd, limit));
    [first.max(low).min(high).to_array(), last.max(low).min(high).to_array()]
}

/// Where each block begins.
fn first_columns(n_columns: usize) -> impl Iterator<Item = usize> {
    (0..n_columns).step_by(WIDTH).map(move |first| first.min(n_columns.saturating_sub(WIDTH)))
}

#[cfg(test)]
mod tests {
    //! Properties: the sums are those of the matrix product, cut at the limit, in any number of columns, and the same to the bit with
    //! vectors of any size.

    use fearless_simd::Level;

    use super::*;

    #[test]
    fn sums_are_those_of_the_matrix_product() {
        for n_columns in [0, 1, WIDTH - 1, WIDTH, WIDTH + 1, 3 * WIDTH] {
            let table = Array2::from_shape_fn((4, n_columns), |(row, column)| (1 + row) as f64 - 0.5 * column as f64);
            let mut columns = Vec::new();
            Slopes::of(&table).append(&[(3, 0.5), (1, -2.0)], 3.0, &mut columns);
            let expected = &table.row(3) * 0.5 + &table.row(1) * -2.0;
            assert_eq!(columns, expected.mapv(|sum| sum.clamp(-3.0, 3.0)).to_vec());
        }
    }

    #[test]
    fn vectors_of_any_size_yield_the_same_bits() {
        let table = Array2::from_shape_fn((5, 2 * WIDTH + 3), |(row, column)| libm::sin((7 * row + column) as f64));
        let (slopes, evidence) = (Slopes::of(&table), [(0, 0.3), (4, -0.7), (2, 1.0 / 3.0)]);
        let of = |level| {
            let mut columns = vec![f64::NAN; slopes.n_columns];
            dispatch!(level, simd => slopes.write_with(simd, &evidence, 1.0, &mut columns));
            columns.into_iter().map(f64::to_bits).collect::<Vec<_>>()
        };
        let smallest = of(Level::baseline());
        assert_eq!(of(vectors()), smallest);
        assert_eq!(of(Level::new()), smallest);
    }
}
