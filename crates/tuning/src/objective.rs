//! What tuned weights minimise, and its minimum over some of the weights.

use ndarray::{Array1, Array2, ArrayView1, Axis};

use super::error::TuningError;
use super::logistic::{Limits, ridge};

/// ε: how much of the penalty is left along the ray of the default weights, so that the length of the weights stays bounded.
pub(super) const RAY_PENALTY: f64 = 1e-3;

/// The norm of the gradient at which the solver stops, by pair and typical contrast.
///
/// With a much lower norm, a line search only sees the rounding of the summed loss, and a fit takes three times as long.
const GRADIENT_TOLERANCE: f64 = 1e-7;

/// The curvature of `ln(1 + e^(−x))` where it is largest, at 0.
const MAX_LOGISTIC_CURVATURE: f64 = 0.25;

/// Below this length, two unit vectors are the same and no reflection is needed.
const SAME_DIRECTION: f64 = 1e-12;

/// Pairs and a penalty.
///
/// # Formula
///
/// ```text
/// f(w) = Σ_p ln(1 + e^(−d_p·w)) + α/2 · [‖w‖² − (1 − ε)(û·w)²],   α = λ·τ̄
/// ```
///
/// where `d_p` is the contrast of pair `p`, `τ̄` the mean of all squared contrasts and `û` the unit vector of the default weights;
/// without `û` it is the plain ridge. It is strictly convex.
#[derive(Debug)]
pub(super) struct Objective {
    contrasts: Array2<f64>,
    ray: Option<Array1<f64>>,
    alpha: f64,
    mean_square: f64,
    max_iterations: u64,
}

impl Objective {
    /// Pairs with a penalty of strength `lambda` towards `prior`, or towards zero without one.
    pub(super) fn new(
        contrasts: Array2<f64>,
        prior: Option<&[f64]>,
        lambda: f64,
        max_iterations: u64,
    ) -> Result<Self, TuningError> {
        let mean_square = contrasts.iter().map(|value| value * value).sum::<f64>() / contrasts.len().max(1) as f64;
        if !(mean_square.is_finite() && 0.0 < mean_square) {
            return Err(TuningError::NoContrast);
        }
        let ray = prior.map(unit).transpose()?;
        Ok(Self { contrasts, ray, alpha: lambda * mean_square, mean_square, max_iterations })
    }

    pub(super) fn n_features(&self) -> usize {
        self.contrasts.ncols()
    }

    /// Where the search begins by default: the point of the ray at which the objective is lowest, or zero without a ray.
    pub(super) fn start(&self) -> Result<Array1<f64>, TuningError> {
        let Some(ray) = &self.ray else { return Ok(Array1::zeros(self.n_features())) };
        let along = self.contrasts.dot(ray).insert_axis(Axis(1));
        let length = ridge(along, self.alpha * RAY_PENALTY, Array1::zeros(1), self.limits(1.0))?[0];
        Ok(ray * length.max(0.0))
    }

    fn limits(&self, unit: f64) -> Limits {
        let gradient_tolerance = GRADIENT_TOLERANCE * self.gradient_scale() * unit;
        Limits { max_iterations: self.max_iterations, gradient_tolerance }
    }

    /// What a gradient is measured against: pairs times the typical size of a contrast.
    pub(super) fn gradient_scale(&self) -> f64 {
        self.contrasts.nrows() as f64 * self.mean_square.sqrt()
    }

    /// The gradient at `w`, shape (`n_features`).
    pub(super) fn gradient(&self, weights: &Array1<f64>) -> Array1<f64> {
        let pull = self.contrasts.dot(weights).mapv_into(|margin| -1.0 / (1.0 + margin.exp()));
        let mut gradient = self.contrasts.t().dot(&pull);
        gradient.scaled_add(self.alpha, weights);
        if let Some(ray) = &self.ray {
            gradient.scaled_add(-self.alpha * (1.0 - RAY_PENALTY) * ray.dot(weights), ray);
        }
        gradient
    }

    /// The minimum over the `active` weights, the others being 0. `start` is where the search begins, shape (`n_features`).
    ///
    /// A reflection turns the ray into the first axis; stretched there, the penalty is a plain one and linfa can solve it.
    pub(super) fn minimise(&self, active: &[usize], start: &Array1<f64>) -> Result<Array1<f64>, TuningError> {
        let mut records =
            if active.len() == self.n_features() { self.contrasts.clone() } else { self.contrasts.select(Axis(1), active) };
        let mut inner = start.select(Axis(0), active);
        let ray = self.ray.as_ref().map(|ray| ray.select(Axis(0), active));
        let length = ray.as_ref().map_or(0.0, |ray| ray.dot(ray).sqrt());
        let mut stretch = 1.0;
        let mut mirror = None;
        if let Some(ray) = ray.filter(|_| 0.0 < length) {
            mirror = Mirror::onto_first_axis(&(ray / length));
            stretch = (1.0 - (1.0 - RAY_PENALTY) * length * length).sqrt().recip();
        }
        if let Some(mirror) = &mirror {
            mirror.reflect_rows(&mut records);
            mirror.reflect(&mut inner);
        }
        records.column_mut(0).mapv_inplace(|value| value * stretch);
        inner[0] /= stretch;
        // In units in which the curvature is at most 1, the first step of the solver has a sensible length.
        let curvature = MAX_LOGISTIC_CURVATURE * records.iter().map(|value| value * value).sum::<f64>() + self.alpha;
        let unit = curvature.sqrt().recip();
        records *= unit;
        let mut found = ridge(records, self.alpha * unit * unit, inner / unit, self.limits(unit))? * unit;
        found[0] *= stretch;
        if let Some(mirror) = &mirror {
            mirror.reflect(&mut found);
        }
        let mut weights = Array1::zeros(self.n_features());
        for (column, weight) in active.iter().zip(found) {
            weights[*column] = weight;
        }
        Ok(weights)
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

/// A Householder reflection `I − 2vvᵀ`: its own inverse, and it keeps lengths.
///
/// # References
///
/// A. Householder, « Unitary triangularization of a nonsymmetric matrix », 1958, DOI 10.1145/320941.320947.
struct Mirror {
    normal: Array1<f64>,
}

impl Mirror {
    /// The reflection that exchanges a unit vector and the first axis; `None` when they are the same.
    fn onto_first_axis(unit: &Array1<f64>) -> Option<Self> {
        let mut normal = -unit;
        normal[0] += 1.0;
        let length = normal.dot(&normal).sqrt();
        (SAME_DIRECTION < length).then(|| Self { normal: normal / length })
    }

    fn reflect(&self, vector: &mut Array1<f64>) {
        let along = self.normal.dot(vector);
        vector.scaled_add(-2.0 * along, &self.normal);
    }

    fn reflect_rows(&self, rows: &mut Array2<f64>) {
        let along = rows.dot(&self.normal);
        for (mut row, along) in rows.rows_mut().into_iter().zip(along) {
            row.scaled_add(-2.0 * along, &self.normal);
        }
    }
}
