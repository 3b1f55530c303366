//! A projected Newton method for the same objective: the oracle that the active set is held against.

use ndarray::{Array1, Array2};

/// Steps before giving up; the method needs about ten.
const MAX_STEPS: usize = 200;

/// Minimises `Σ ln(1 + e^(−d·w)) + λτ̄/2 · wᵀPw` over `w ≥ 0`, with `P = I − 0.999·ûûᵀ` for a prior and `I` without.
pub(super) fn projected_newton(contrasts: &Array2<f64>, prior: Option<&[f64]>, lambda: f64) -> Vec<f64> {
    let n = contrasts.ncols();
    let alpha = lambda * contrasts.iter().map(|value| value * value).sum::<f64>() / contrasts.len() as f64;
    let mut penalty = Array2::<f64>::eye(n);
    if let Some(prior) = prior {
        let square: f64 = prior.iter().map(|weight| weight * weight).sum();
        for ((row, column), entry) in penalty.indexed_iter_mut() {
            *entry -= 0.999 * prior[row] * prior[column] / square;
        }
    }
    let penalty = penalty * alpha;
    let value = |weights: &Array1<f64>| -> f64 {
        let loss: f64 = contrasts.dot(weights).iter().map(|margin| (-margin).max(0.0) + (-margin.abs()).exp().ln_1p()).sum();
        loss + 0.5 * weights.dot(&penalty.dot(weights))
    };
    let mut weights = Array1::<f64>::from_elem(n, 0.1);
    for _ in 0..MAX_STEPS {
        let probability = contrasts.dot(&weights).mapv(|margin| 1.0 / (1.0 + margin.exp()));
        let gradient = penalty.dot(&weights) - contrasts.t().dot(&probability);
        let curvature = probability.mapv(|p| p * (1.0 - p)).insert_axis(ndarray::Axis(1));
        let hessian = contrasts.t().dot(&(contrasts * &curvature)) + &penalty;
        let free: Vec<usize> = (0..n).filter(|column| 0.0 < weights[*column] || gradient[*column] < 0.0).collect();
        let step = solve(&hessian, &gradient, &free);
        if step.iter().all(|change| change.abs() < 1e-13) {
            break;
        }
        let mut size = 1.0;
        let before = value(&weights);
        loop {
            let candidate = (&weights - &(&step * size)).mapv(|weight| weight.max(0.0));
            if value(&candidate) <= before || size < 1e-12 {
                weights = candidate;
                break;
            }
            size /= 2.0;
        }
    }
    weights.to_vec()
}

/// The Newton step over the free weights, 0 for the others: Gaussian elimination, the matrix being positive definite.
fn solve(hessian: &Array2<f64>, gradient: &Array1<f64>, free: &[usize]) -> Array1<f64> {
    let n = free.len();
    let mut rows: Vec<Vec<f64>> =
        free.iter().map(|row| free.iter().map(|column| hessian[[*row, *column]]).chain([gradient[*row]]).collect()).collect();
    for pivot in 0..n {
        let pivot_row = rows[pivot].clone();
        for row in &mut rows[pivot + 1..] {
            let factor = row[pivot] / pivot_row[pivot];
            for (entry, above) in row.iter_mut().zip(&pivot_row) {
                *entry -= factor * above;
            }
        }
    }
    let mut step = Array1::zeros(gradient.len());
    for place in (0..n).rev() {
        let known: f64 = (place + 1..n).map(|column| rows[place][column] * step[free[column]]).sum();
        step[free[place]] = (rows[place][n] - known) / rows[place][place];
    }
    step
}
