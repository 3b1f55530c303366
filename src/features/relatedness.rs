//! Which interests go together: the cosine of their occurrence in métiers.

use ndarray::{Array2, ArrayView1};

use super::{Criterion, FeatureMatrix, FeatureSpace};

/// How strongly each interest is implied by each other one, shape (`n_interests`, `n_interests`).
///
/// # Formula
///
/// ```text
/// R_ij = cos_ij / Σ_{h≠j} cos_hj  for i ≠ j, 0 on the diagonal;   cos_ij = n_ij / √(f_i · f_j)
/// ```
///
/// where `n_ij` is the number of métiers that carry both, `f_i` that carry `i`. Columns sum to 1, or to 0 for an interest that never
/// goes with another one. Hiding one interest of a métier and recovering it from the others gave a mean reciprocal rank of
/// .613 with this cosine, .325 by popularity, .591 with smoothed PPMI.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Relatedness {
    by_pair: Array2<f64>,
}

impl Relatedness {
    /// Counts which interests go together in the rows of a catalogue.
    pub(crate) fn of(matrix: &FeatureMatrix, space: &FeatureSpace) -> Self {
        let group = space.group(Criterion::Interest);
        let mut together = Array2::<f64>::zeros((group.len(), group.len()));
        for row in matrix.rows().filter(|row| row.knows(Criterion::Interest)) {
            let carried: Vec<usize> = row.entries_in(&group).map(|(interest, _)| interest).collect();
            for &left in &carried {
                for &right in &carried {
                    together[[left, right]] += 1.0;
                }
            }
        }
        let frequency = together.diag().to_owned();
        let mut by_pair = Array2::zeros(together.raw_dim());
        for ((left, right), count) in together.indexed_iter() {
            if left != right && 0.0 < *count {
                by_pair[[left, right]] = count / (frequency[left] * frequency[right]).sqrt();
            }
        }
        for mut column in by_pair.columns_mut() {
            let sum = column.sum();
            if 0.0 < sum {
                column /= sum;
            }
        }
        Self { by_pair }
    }

    /// What the answers to other interests say about each interest that was not answered: `ã_j = Σ_i R_ij a_i`, in [−1, 1].
    ///
    /// `answers` has one value per interest, 0 without an answer; answered interests get 0.
    pub(crate) fn implied(&self, answers: &[f64]) -> Vec<f64> {
        let implied = |column: ArrayView1<'_, f64>| column.iter().zip(answers).map(|(weight, answer)| weight * answer).sum();
        let columns = self.by_pair.columns().into_iter().zip(answers);
        columns.map(|(column, own)| if *own == 0.0 { implied(column) } else { 0.0 }).collect()
    }
}
