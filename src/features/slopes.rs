//! A matrix of slopes, laid out so that many columns are worked out at a time.

use ndarray::Array2;

/// So many columns are summed at once: their sums stay in registers as predictors are added.
const WIDTH: usize = 16;

/// How much each column changes with each predictor, shape (`n_predictors`, `n_columns`).
///
/// In blocks of [`WIDTH`] columns, each with all predictors. The last block begins so much before the end that it is whole, inside
/// the one before; fewer columns than a block are filled up with zeros.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Slopes {
    n_predictors: usize,
    n_columns: usize,
    blocks: Vec<[f64; WIDTH]>,
}

impl Slopes {
    /// The slopes of a table, a row a predictor.
    pub(super) fn of(table: &Array2<f64>) -> Self {
        let (n_predictors, n_columns) = table.dim();
        let slope = |predictor, column| table.get((predictor, column)).copied().unwrap_or_default();
        let blocks = first_columns(n_columns).flat_map(|first| {
            (0..n_predictors).map(move |predictor| std::array::from_fn(|place| slope(predictor, first + place)))
        });
        Self { n_predictors, n_columns, blocks: blocks.collect() }
    }

    pub(super) fn n_columns(&self) -> usize {
        self.n_columns
    }

    /// Writes into each column the sum of its slopes times the values of the predictors, each sum passed through `finish`.
    ///
    /// `evidence` has predictors and their values; they are added in its order, and those not in it have the value 0.
    pub(super) fn write(&self, evidence: &[(usize, f64)], columns: &mut [f64], finish: impl Fn(f64) -> f64) {
        let (columns, mut blocks) = (&mut columns[..self.n_columns], &self.blocks[..]);
        if (1..WIDTH).contains(&columns.len()) {
            columns.copy_from_slice(&sums(blocks, evidence).map(finish)[..columns.len()]);
            return;
        }
        for first in first_columns(self.n_columns) {
            let (block, next) = blocks.split_at(self.n_predictors);
            columns[first..][..WIDTH].copy_from_slice(&sums(block, evidence).map(&finish));
            blocks = next;
        }
    }
}

#[inline]
fn sums(block: &[[f64; WIDTH]], evidence: &[(usize, f64)]) -> [f64; WIDTH] {
    let mut sums = [0.0; WIDTH];
    for (predictor, value) in evidence {
        for (sum, slope) in sums.iter_mut().zip(&block[*predictor]) {
            *sum += value * slope;
        }
    }
    sums
}

/// Where each block begins.
fn first_columns(n_columns: usize) -> impl Iterator<Item = usize> {
    (0..n_columns).step_by(WIDTH).map(move |first| first.min(n_columns.saturating_sub(WIDTH)))
}

#[cfg(test)]
mod tests {
    //! Property: the sums are those of the matrix product, in any number of columns.

    use super::*;

    #[test]
    fn sums_are_those_of_the_matrix_product() {
        for n_columns in [0, 1, WIDTH - 1, WIDTH, WIDTH + 1, 3 * WIDTH] {
            let table = Array2::from_shape_fn((4, n_columns), |(row, column)| (1 + row) as f64 - 0.5 * column as f64);
            let mut columns = vec![f64::NAN; n_columns];
            Slopes::of(&table).write(&[(3, 0.5), (1, -2.0)], &mut columns, |sum| 2.0 * sum);
            let expected = (&table.row(3) * 0.5 + &table.row(1) * -2.0) * 2.0;
            assert_eq!(columns, expected.to_vec());
        }
    }
}
