//! Logistic regression on contrasts by Newton's method: few features, many fits, each from a good start.

use std::borrow::Cow;
use std::cell::OnceCell;

use ndarray::{Array1, Array2};

/// The most halvings of a step; at 2⁻⁴⁰ only rounding is left.
const MAX_HALVINGS: usize = 40;

/// A logistic loss and a quadratic penalty.
///
/// # Formula
///
/// ```text
/// f(w) = Σ_p n_p·ln(1 + e^(−d_p·w)) + α/2 · [‖w‖² − (r·w)²]
/// ```
///
/// where `d_p` is a row of `contrasts`, which counts `n_p` times, and `r` is shorter than 1, or 0.
pub(super) struct Ridge<'a> {
    /// By rows, one behind the other.
    contrasts: Cow<'a, [f64]>,
    counts: &'a Array1<f64>,
    alpha: f64,
    spared: Array1<f64>,
}

/// Some weights, with the slope and the curvature there.
pub(super) struct Point {
    pub(super) weights: Array1<f64>,
    pub(super) gradient: Array1<f64>,
    /// Only the triangle below the diagonal, and the diagonal.
    hessian: Array2<f64>,
}

/// A row at some weights.
struct Pull<'a> {
    row: &'a [f64],
    /// How strongly it pulls: its count times the probability of the opposite.
    strength: f64,
    curvature: f64,
}

impl<'a> Ridge<'a> {
    /// `contrasts` has the rows of shape (`n_pairs`, `n_features`), `counts` shape (`n_pairs`), and `spared`, the direction with less penalty,
    /// (`n_features`).
    pub(super) fn new(contrasts: Cow<'a, [f64]>, counts: &'a Array1<f64>, alpha: f64, spared: Array1<f64>) -> Self {
        Self { contrasts, counts, alpha, spared }
    }

    fn rows(&self) -> impl Iterator<Item = (&[f64], f64)> {
        self.contrasts.chunks_exact(self.spared.len()).zip(self.counts.iter().copied())
    }

    fn pulls(&self, weights: &Array1<f64>) -> impl Iterator<Item = Pull<'_>> {
        self.rows().map(|(row, count)| {
            let margin = margin(row, weights);
            let tail = (-margin.abs()).exp();
            let missed = if 0.0 <= margin { tail } else { 1.0 } / (1.0 + tail);
            let strength = count * missed;
            Pull { row, strength, curvature: strength * (1.0 - missed) }
        })
    }

    fn value(&self, weights: &Array1<f64>) -> f64 {
        let along = self.spared.dot(weights);
        let loss = |(row, count): (&[f64], f64)| {
            let margin = margin(row, weights);
            count * ((-margin).max(0.0) + (-margin.abs()).exp().ln_1p())
        };
        self.alpha / 2.0 * (weights.dot(weights) - along * along) + self.rows().map(loss).sum::<f64>()
    }

    /// The gradient alone, shape (`n_features`).
    pub(super) fn gradient(&self, weights: &Array1<f64>) -> Array1<f64> {
        let mut gradient = self.penalty_gradient(weights);
        for Pull { row, strength, .. } in self.pulls(weights) {
            gradient.iter_mut().zip(row).for_each(|(slope, value)| *slope -= strength * value);
        }
        gradient
    }

    fn penalty_gradient(&self, weights: &Array1<f64>) -> Array1<f64> {
        self.alpha * (weights - &self.spared * self.spared.dot(weights))
    }

    pub(super) fn at(&self, weights: Array1<f64>) -> Point {
        let n = weights.len();
        let mut gradient = self.penalty_gradient(&weights);
        let mut hessian =
            Array2::from_shape_fn((n, n), |(i, j)| self.alpha * (f64::from(u8::from(i == j)) - self.spared[i] * self.spared[j]));
        let (slope, triangle) = (gradient.as_slice_mut(), hessian.as_slice_mut());
        let (slope, triangle) = (slope.expect("it is one piece"), triangle.expect("it is one piece"));
        for Pull { row, strength, curvature } in self.pulls(&weights) {
            for (place, left) in row.iter().enumerate().filter(|(_, left)| **left != 0.0) {
                slope[place] -= strength * left;
                let scaled = curvature * left;
                for (entry, right) in triangle[place * n..].iter_mut().zip(&row[..=place]) {
                    *entry += scaled * right;
                }
            }
        }
        Point { weights, gradient, hessian }
    }

    /// The first point on the way of a step that is lower, or flatter where only rounding is left of the value.
    fn along(&self, from: &Point, step: &Array1<f64>) -> Option<Point> {
        let (slope, value) = (norm(&from.gradient), OnceCell::new());
        let is_lower = |point: &Point| self.value(&point.weights) < *value.get_or_init(|| self.value(&from.weights));
        (0..MAX_HALVINGS).find_map(|halvings| {
            let point = self.at(&from.weights - step * 0.5_f64.powi(i32::try_from(halvings).unwrap_or(i32::MAX)));
            (norm(&point.gradient) < slope / 2.0 || is_lower(&point)).then_some(point)
        })
    }
}

/// The weights at which the gradient is shorter than `tolerance`, or as near to them as `max_steps` and rounding let it come.
///
/// # References
///
/// S. Boyd, L. Vandenberghe, « Convex optimization », 2004, chapter 9.5: damped Newton steps.
pub(super) fn minimise(ridge: &Ridge<'_>, start: Array1<f64>, tolerance: f64, max_steps: u64) -> Point {
    let mut point = ridge.at(start);
    for _ in 0..max_steps {
        if norm(&point.gradient) <= tolerance {
            break;
        }
        let Some(next) = point.step().and_then(|step| ridge.along(&point, &step)) else { break };
        point = next;
    }
    point
}

impl Point {
    /// The Newton step, by Cholesky decomposition; `None` where rounding leaves the curvature without a root.
    fn step(&self) -> Option<Array1<f64>> {
        let n = self.weights.len();
        let mut root = self.hessian.clone();
        let mut step = self.gradient.clone();
        for row in 0..n {
            for column in 0..=row {
                let known: f64 = (0..column).map(|k| root[[row, k]] * root[[column, k]]).sum();
                let rest = root[[row, column]] - known;
                root[[row, column]] = if row == column { rest.sqrt() } else { rest / root[[column, column]] };
            }
            let pivot: f64 = root[[row, row]];
            if pivot.is_nan() || pivot <= 0.0 {
                return None;
            }
            let known: f64 = (0..row).map(|k| root[[row, k]] * step[k]).sum();
            step[row] = (step[row] - known) / root[[row, row]];
        }
        for row in (0..n).rev() {
            let known: f64 = (row + 1..n).map(|k| root[[k, row]] * step[k]).sum();
            step[row] = (step[row] - known) / root[[row, row]];
        }
        Some(step)
    }
}

/// By how much a preferred métier scores higher.
fn margin(row: &[f64], weights: &Array1<f64>) -> f64 {
    row.iter().zip(weights).map(|(value, weight)| value * weight).sum()
}

fn norm(vector: &Array1<f64>) -> f64 {
    vector.dot(vector).sqrt()
}

#[cfg(test)]
mod tests {
    //! Properties: the values of scikit-learn and choix; a count is so many rows; data without noise do not lead astray.

    use ndarray::{Axis, array, concatenate};

    use super::*;

    #[track_caller]
    fn close(found: &Array1<f64>, expected: &[f64]) {
        assert_eq!(found.len(), expected.len());
        assert!(found.iter().zip(expected).all(|(left, right)| (left - right).abs() < 1e-6), "{found} is not {expected:?}");
    }

    fn ridge<'a>(rows: &Array2<f64>, counts: &'a Array1<f64>, alpha: f64) -> Ridge<'a> {
        Ridge::new(rows.iter().copied().collect(), counts, alpha, Array1::zeros(rows.ncols()))
    }

    fn plain(rows: &Array2<f64>, counts: &Array1<f64>, alpha: f64) -> Array1<f64> {
        minimise(&ridge(rows, counts, alpha), Array1::zeros(rows.ncols()), 1e-10, 100).weights
    }

    fn once(rows: &Array2<f64>, alpha: f64) -> Array1<f64> {
        plain(rows, &Array1::ones(rows.nrows()), alpha)
    }

    /// scikit-learn 1.9.1, `LogisticRegression(C = 1/α, fit_intercept=False)` on the same rows.
    #[test]
    fn ridge_is_that_of_scikit_learn() {
        let rows =
            array![[1.0, 0.5, -0.2], [0.3, -1.0, 0.8], [-0.6, 0.9, 0.4], [1.2, 0.1, -0.7], [-0.4, -0.3, 1.1], [0.8, -0.5, 0.6]];
        close(&once(&rows, 0.5), &[1.077_747_5, 0.276_618_4, 1.143_934_7]);
        close(&once(&rows, 1.0), &[0.706_285_8, 0.090_349_1, 0.707_317_9]);
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
        close(&once(&contrasts, 0.2), &[1.042_460, 0.169_962, -0.742_875, -0.469_546]);
    }

    #[test]
    fn a_count_is_so_many_rows() {
        let rows = array![[1.0, -0.5], [0.2, 0.8]];
        let twice = concatenate![Axis(0), rows, rows];
        close(&plain(&rows, &array![2.0, 2.0], 0.5), &once(&twice, 0.5).to_vec());
    }

    /// Huge contrasts that all agree: the first whole steps overshoot.
    #[test]
    fn steps_are_damped() {
        let rows = array![[1e4, 1.0], [-9e3, 2.0], [1e4, -3.0]];
        let ones = Array1::ones(3);
        let ridge = ridge(&rows, &ones, 1.0);
        assert!(norm(&minimise(&ridge, array![1.0, -50.0], 1e-6, 100).gradient) <= 1e-6);
    }
}
