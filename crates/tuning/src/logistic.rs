//! Logistic regression on contrasts through linfa-logistic, its traps avoided.
//!
//! - One class alone is an error there, so every second contrast is negated and labelled `false`: the loss is the same.
//! - The positive class is the more frequent one, or that of the first row, so coefficients can come with the other sign
//!   (linfa issue 393, in release 0.8.1): the class that the model calls positive decides.
//! - The loss is a sum, not a mean, with `α/2 · ‖w‖²`; the intercept is on by default and would be a bias for the first place.

use linfa::Dataset;
use linfa::traits::Fit;
use linfa_logistic::LogisticRegression;
use ndarray::{Array1, Array2, Axis, ShapeBuilder, concatenate};

use super::error::TuningError;

/// When the solver stops.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Limits {
    pub(super) max_iterations: u64,
    /// The largest norm of the gradient of the summed loss.
    pub(super) gradient_tolerance: f64,
}

/// The minimum of `Σ ln(1 + e^(−d·w)) + α/2 · ‖w‖²` over all `w`, the rows `d` being preferred minus other.
pub(super) fn ridge(contrasts: Array2<f64>, alpha: f64, start: Array1<f64>, limits: Limits) -> Result<Array1<f64>, TuningError> {
    let (mut records, alpha) = if contrasts.nrows() == 1 {
        // Alternating signs need two rows. Twice the row is twice the loss, hence twice the penalty.
        (concatenate![Axis(0), contrasts, contrasts], 2.0 * alpha)
    } else {
        (contrasts, alpha)
    };
    for mut row in records.rows_mut().into_iter().skip(1).step_by(2) {
        row.mapv_inplace(|value| -value);
    }
    let is_first_preferred = (0..records.nrows()).map(|row| row % 2 == 0).collect();
    labelled(&records, is_first_preferred, alpha, Some(start), limits)
}

/// The same for rows of either orientation, `true` where the first of the two is preferred.
fn labelled(
    records: &Array2<f64>,
    is_first_preferred: Array1<bool>,
    alpha: f64,
    start: Option<Array1<f64>>,
    limits: Limits,
) -> Result<Array1<f64>, TuningError> {
    // By columns: the gradient, a product with the transpose, then reads memory in order.
    let mut by_column = Array2::zeros(records.dim().f());
    by_column.assign(records);
    let dataset = Dataset::new(by_column, is_first_preferred);
    let mut solver = LogisticRegression::default()
        .alpha(alpha)
        .with_intercept(false)
        .max_iterations(limits.max_iterations)
        .gradient_tolerance(limits.gradient_tolerance);
    if let Some(start) = start {
        solver = solver.initial_params(start);
    }
    let model = solver.fit(&dataset)?;
    let weights = model.params();
    Ok(if model.labels().pos.class { weights.clone() } else { -weights })
}

#[cfg(test)]
mod tests {
    //! Properties: the values of scikit-learn and choix; neither row order nor orientation nor class counts change the sign.

    use ndarray::array;

    use super::*;

    const LIMITS: Limits = Limits { max_iterations: 1000, gradient_tolerance: 1e-10 };

    fn rows() -> Array2<f64> {
        array![[1.0, 0.5, -0.2], [0.3, -1.0, 0.8], [-0.6, 0.9, 0.4], [1.2, 0.1, -0.7], [-0.4, -0.3, 1.1], [0.8, -0.5, 0.6]]
    }

    #[track_caller]
    fn close(found: &Array1<f64>, expected: &[f64]) {
        assert_eq!(found.len(), expected.len());
        assert!(found.iter().zip(expected).all(|(left, right)| (left - right).abs() < 1e-6), "{found} is not {expected:?}");
    }

    fn plain(rows: Array2<f64>, alpha: f64) -> Array1<f64> {
        let start = Array1::zeros(rows.ncols());
        ridge(rows, alpha, start, LIMITS).expect("the rows are finite")
    }

    /// scikit-learn 1.9.1, `LogisticRegression(C = 1/α, fit_intercept=False)` on the same rows.
    #[test]
    fn ridge_is_that_of_scikit_learn() {
        close(&plain(rows(), 0.5), &[1.077_747_5, 0.276_618_4, 1.143_934_7]);
        close(&plain(rows(), 1.0), &[0.706_285_8, 0.090_349_1, 0.707_317_9]);
    }

    /// choix, `opt_pairwise(4, pairs, alpha=.1)`: its penalty is `alpha · ‖w‖²`, twice ours.
    #[test]
    fn bradley_terry_is_that_of_choix() {
        let pairs = [(0, 1), (0, 1), (1, 0), (1, 2), (0, 2), (2, 1), (3, 2), (0, 3), (1, 3)];
        let mut contrasts = Array2::zeros((pairs.len(), 4));
        for (row, (winner, loser)) in pairs.into_iter().enumerate() {
            contrasts[[row, winner]] = 1.0;
            contrasts[[row, loser]] = -1.0;
        }
        close(&plain(contrasts, 0.2), &[1.042_460, 0.169_962, -0.742_875, -0.469_546]);
    }

    #[test]
    fn sign_does_not_depend_on_which_class_is_first_or_frequent() {
        let records = array![[1.0, 0.5], [0.8, -0.4], [-1.0, -0.2], [-0.7, 0.3]];
        let labels = array![true, true, false, false];
        let fit = |order: &[usize]| {
            let labels = order.iter().map(|row| labels[*row]).collect();
            labelled(&records.select(Axis(0), order), labels, 0.5, None, LIMITS).expect("the rows are finite")
        };
        let expected = fit(&[0, 1, 2, 3]);
        assert!(0.0 < expected[0], "{expected}");
        close(&fit(&[2, 3, 0, 1]), &expected.to_vec());
        let more_negative = labelled(&records.select(Axis(0), &[2, 3, 0]), array![false, false, true], 0.5, None, LIMITS);
        assert!(0.0 < more_negative.expect("the rows are finite")[0]);
    }

    #[test]
    fn one_row_is_half_of_two() {
        let row = array![[1.0, -0.5]];
        let twice = concatenate![Axis(0), row, row];
        close(&plain(row, 0.5), &plain(twice, 1.0).to_vec());
    }
}
