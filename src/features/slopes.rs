//! A matrix of slopes, laid out so that many columns are worked out at a time.

use ndarray::Array2;

/// So many columns are summed at once where there are so many: their sums stay in registers as predictors are added.
const WIDE: usize = 16;
/// Where there are fewer.
const NARROW: usize = 4;

/// How much each column changes with each predictor, shape (`n_predictors`, `n_columns`), row by row.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Slopes {
    n_columns: usize,
    rows: Vec<f64>,
}

impl Slopes {
    /// The slopes of a table, a row a predictor.
    pub(super) fn of(table: &Array2<f64>) -> Self {
        Self { n_columns: table.ncols(), rows: table.iter().copied().collect() }
    }

    pub(super) fn n_columns(&self) -> usize {
        self.n_columns
    }

    /// Writes into each column the sum of its slopes times the values of the predictors, each sum passed through `finish`.
    ///
    /// `evidence` has predictors and their values; they are added in its order, and those not in it have the value 0.
    pub(super) fn write(&self, evidence: &[(usize, f64)], columns: &mut [f64], finish: impl Fn(f64) -> f64) {
        let columns = &mut columns[..self.n_columns];
        match columns.len() {
            WIDE.. => self.write_chunks::<WIDE>(evidence, columns, finish),
            NARROW.. => self.write_chunks::<NARROW>(evidence, columns, finish),
            _ => self.write_chunks::<1>(evidence, columns, finish),
        }
    }

    /// Writes so many columns at once; there must be so many.
    fn write_chunks<const N: usize>(&self, evidence: &[(usize, f64)], columns: &mut [f64], finish: impl Fn(f64) -> f64) {
        let last = columns.len() - N;
        for first in (0..columns.len()).step_by(N) {
            // The last chunk may begin inside the one before: what both write is the same.
            let first = first.min(last);
            let mut sums = [0.0; N];
            for (predictor, value) in evidence {
                let slopes = &self.rows[predictor * self.n_columns + first..][..N];
                for (sum, slope) in sums.iter_mut().zip(slopes) {
                    *sum += value * slope;
                }
            }
            columns[first..][..N].copy_from_slice(&sums.map(&finish));
        }
    }
}

#[cfg(test)]
mod tests {
    //! Property: the sums are those of the matrix product, in any number of columns.

    use super::*;

    #[test]
    fn sums_are_those_of_the_matrix_product() {
        for n_columns in [1, NARROW - 1, NARROW, 2 * NARROW + 1, WIDE - 1, WIDE, WIDE + 1, 3 * WIDE] {
            let table = Array2::from_shape_fn((4, n_columns), |(row, column)| (1 + row) as f64 - 0.5 * column as f64);
            let mut columns = vec![f64::NAN; n_columns];
            Slopes::of(&table).write(&[(3, 0.5), (1, -2.0)], &mut columns, |sum| 2.0 * sum);
            let expected = (&table.row(3) * 0.5 + &table.row(1) * -2.0) * 2.0;
            assert_eq!(columns, expected.to_vec());
        }
    }
}
