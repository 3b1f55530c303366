//! Which interests go together: the cosine of their occurrence in métiers.

use ndarray::Array2;

use super::frequent::Frequent;
use super::{Criterion, FeatureMatrix, FeatureSpace};

/// How strongly each interest is implied by each other one, shape (`n_interests`, `n_interests`), of the interests that are learned from.
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
    frequent: Frequent,
    by_pair: Array2<f64>,
}

impl Relatedness {
    /// Counts which interests go together in the rows of a catalogue.
    pub(crate) fn of(matrix: &FeatureMatrix, space: &FeatureSpace) -> Self {
        let group = space.group(Criterion::Interest);
        let frequent = Frequent::of(matrix, space);
        let mut together = Array2::<f64>::zeros((frequent.len(), frequent.len()));
        for row in matrix.rows().filter(|row| row.knows(Criterion::Interest)) {
            let carried: Vec<usize> = row.entries_in(&group).filter_map(|(interest, _)| frequent.place(interest)).collect();
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
        Self { frequent, by_pair }
    }

    /// What the answers to other interests say about each interest that was not answered: `ã_j = Σ_i R_ij a_i`, in [−1, 1].
    ///
    /// `answers` has one value per interest, 0 without an answer; answered interests get 0.
    pub(crate) fn implied(&self, answers: &[f64]) -> Vec<f64> {
        let others: Vec<(usize, f64)> =
            answers.iter().enumerate().filter_map(|(interest, answer)| Some((self.frequent.place(interest)?, *answer))).collect();
        let implied = |place: usize| {
            let column = self.by_pair.column(place);
            others.iter().map(|(other, answer)| column[*other] * answer).sum()
        };
        let value = |(interest, own): (usize, &f64)| match self.frequent.place(interest) {
            Some(place) if *own == 0.0 => implied(place),
            _ => 0.0,
        };
        answers.iter().enumerate().map(value).collect()
    }
}

#[cfg(test)]
mod tests {
    //! Worked by hand: what two interests of different frequencies say about a third, and one that goes with a single other one.

    use super::*;
    use crate::catalogue::{Catalogue, Interest, Metier, Title};
    use crate::features::FeatureModel;

    #[test]
    fn interests_are_implied_by_those_they_go_with() {
        let carried: [&[&str]; 6] = [&["a", "b"], &["a", "b"], &["a", "c"], &["a"], &["b"], &["d"]];
        let metiers = carried.into_iter().enumerate().map(|(number, labels)| Metier {
            interests: labels.iter().map(|label| Interest::new(label)).collect(),
            ..Metier::new(format!("MET.{number}").parse().expect("an id"), Title::from_heading("x"))
        });
        let model = FeatureModel::of(&Catalogue::from_metiers(metiers).catalogue);
        let relatedness = Relatedness::of(model.matrix(), model.space());
        // f = 4, 3, 1, 1; n_ab = 2, n_ac = 1. cos_ab = 2/√12 = .577350, cos_ac = 1/√4 = .5; of their sum, .535898 and .464102.
        for (answers, expected) in [
            ([0.0, 1.0, 0.0, 0.0], [0.535_898, 0.0, 0.0, 0.0]),
            ([0.0, 1.0, -1.0, 1.0], [0.071_797, 0.0, 0.0, 0.0]),
            ([0.5, 0.0, 0.0, 0.0], [0.0, 0.5, 0.5, 0.0]),
        ] {
            for (implied, expected) in relatedness.implied(&answers).into_iter().zip(expected) {
                assert!((implied - expected).abs() < 1e-6, "of {answers:?}: expected {expected}, found {implied}");
            }
        }
    }
}
