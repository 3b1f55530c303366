//! What tuned weights minimise, and its minimum over some of the weights.

use ndarray::{Array1, ArrayView1, Axis};

use super::error::TuningError;
use super::newton::{Ridge, minimise};
use super::pairs::Pairs;

/// ε: how much of the penalty is left along the ray of the default weights, so that the length of the weights stays bounded.
pub(super) const RAY_PENALTY: f64 = 1e-3;

/// The norm of the gradient at which the search ends, by pair and typical contrast: far above the rounding of the sums.
const GRADIENT_TOLERANCE: f64 = 1e-8;

/// Pairs and a penalty.
///
/// # Formula
///
/// ```text
/// f(w) = Σ_p n_p·ln(1 + e^(−d_p·w)) + α/2 · [‖w‖² − (1 − ε)(û·w)²],   α = λ·τ̄
/// ```
///
/// where `d_p` is the contrast of pair `p`, which counts `n_p` times, `τ̄` the mean of all squared contrasts and `û` the unit vector of the
/// default weights; without `û` it is the plain ridge. It is strictly convex.
#[derive(Debug)]
pub(super) struct Objective {
    pairs: Pairs,
    ray: Option<Array1<f64>>,
    alpha: f64,
    mean_square: f64,
    max_iterations: u64,
}

impl Objective {
    /// Pairs with a penalty of strength `lambda` towards `prior`, or towards zero without one.
    pub(super) fn new(pairs: Pairs, prior: Option<&[f64]>, lambda: f64, max_iterations: u64) -> Result<Self, TuningError> {
        let squares = pairs.contrasts.rows().into_iter().zip(&pairs.counts).map(|(row, count)| count * row.dot(&row));
        let mean_square = squares.sum::<f64>() / (pairs.counts.sum() * pairs.contrasts.ncols() as f64);
        if !(mean_square.is_finite() && 0.0 < mean_square) {
            return Err(TuningError::NoContrast);
        }
        let ray = prior.map(unit).transpose()?;
        Ok(Self { pairs, ray, alpha: lambda * mean_square, mean_square, max_iterations })
    }

    pub(super) fn n_features(&self) -> usize {
        self.pairs.contrasts.ncols()
    }

    /// Where the search begins by default: the point of the ray at which the objective is lowest, or zero without a ray.
    pub(super) fn start(&self) -> Array1<f64> {
        let Some(ray) = &self.ray else { return Array1::zeros(self.n_features()) };
        let along = self.pairs.contrasts.dot(ray).to_vec();
        let ridge = Ridge::new(along.into(), &self.pairs.counts, self.alpha * RAY_PENALTY, Array1::zeros(1));
        ray * minimise(&ridge, Array1::zeros(1), self.tolerance(), self.max_iterations).weights[0].max(0.0)
    }

    /// What a gradient is measured against: pairs times the typical size of a contrast.
    pub(super) fn gradient_scale(&self) -> f64 {
        self.pairs.counts.sum() * self.mean_square.sqrt()
    }

    fn tolerance(&self) -> f64 {
        GRADIENT_TOLERANCE * self.gradient_scale()
    }

    /// The gradient at `w`, shape (`n_features`).
    pub(super) fn gradient(&self, weights: &Array1<f64>) -> Array1<f64> {
        let all: Vec<usize> = (0..self.n_features()).collect();
        self.over(&all).gradient(weights)
    }

    /// The minimum over the `active` weights, the others being 0, and the gradient there, both of shape (`n_features`). `start` is where
    /// the search begins, of the same shape.
    pub(super) fn minimise(&self, active: &[usize], start: &Array1<f64>) -> (Array1<f64>, Array1<f64>) {
        let mut weights = Array1::zeros(self.n_features());
        if !active.is_empty() {
            let found = minimise(&self.over(active), start.select(Axis(0), active), self.tolerance(), self.max_iterations);
            if active.len() == self.n_features() {
                return (found.weights, found.gradient);
            }
            for (column, weight) in active.iter().zip(found.weights) {
                weights[*column] = weight;
            }
        }
        let gradient = self.gradient(&weights);
        (weights, gradient)
    }

    fn over(&self, active: &[usize]) -> Ridge<'_> {
        let ray = self.ray.as_ref().map(|ray| ray.select(Axis(0), active) * (1.0 - RAY_PENALTY).sqrt());
        let contrasts = match self.pairs.contrasts.as_slice() {
            Some(all) if active.len() == self.n_features() => all.into(),
            _ => self.pairs.contrasts.select(Axis(1), active).iter().copied().collect(),
        };
        Ridge::new(contrasts, &self.pairs.counts, self.alpha, ray.unwrap_or_else(|| Array1::zeros(active.len())))
    }
}

/// The vector of length 1 in the direction of some weights.
fn unit(prior: &[f64]) -> Result<Array1<f64>, TuningError> {
    // The largest first: squares of huge weights would be infinite.
    let largest = prior.iter().copied().fold(0.0, f64::max);
    if largest <= 0.0 {
        return Err(TuningError::EmptyPrior);
    }
    let scaled = ArrayView1::from(prior).mapv(|weight| weight / largest);
    let length = scaled.dot(&scaled).sqrt();
    Ok(scaled / length)
}
