//! Another learner of preferences: a product of floors, as MonProjetSup publishes it.
//!
//! # Formula
//!
//! ```text
//! a = Π_i (β_i + (1 − β_i)·s_i),   β = σ(raw),   P(A ≻ B) = a_A / (a_A + a_B)
//! ```
//!
//! with the mean cross-entropy of the pairs as loss, and Adam with step 0.01 over 1,000 epochs.
//!
//! # References
//!
//! - Kingma & Ba 2015, *Adam: a method for stochastic optimization*, arXiv:1412.6980

const N_EPOCHS: i32 = 1000;

/// The score of one side: the product of the floors that its scores, each cut to [0, 1], rise above.
pub fn product(floors: &[f64], scores: &[f64]) -> f64 {
    floors.iter().zip(scores).map(|(floor, score)| floor + (1.0 - floor) * score.clamp(0.0, 1.0)).product()
}

/// Floors fitted to pairs « scores of the preferred, scores of the other »; those in `fixed` stay as they are.
///
/// # Panics
///
/// If a pair has not one score for each entry of `fixed`.
pub fn fit(pairs: &[(Vec<f64>, Vec<f64>)], fixed: &[Option<f64>]) -> Vec<f64> {
    let n = fixed.len();
    let (mut raw, mut mean, mut square) = (vec![0.0; n], vec![0.0; n], vec![0.0; n]);
    let floors =
        |raw: &[f64]| -> Vec<f64> { raw.iter().zip(fixed).map(|(raw, fixed)| fixed.unwrap_or_else(|| sigmoid(*raw))).collect() };
    for epoch in 1..=N_EPOCHS {
        let floor = floors(&raw);
        let mut gradient = vec![0.0; n];
        for (preferred, other) in pairs {
            let surprise = sigmoid(product(&floor, other).ln() - product(&floor, preferred).ln()) / pairs.len() as f64;
            for i in 0..n {
                let slope = |score: f64| (1.0 - score) / (floor[i] + (1.0 - floor[i]) * score);
                gradient[i] -= surprise * (slope(preferred[i]) - slope(other[i])) * floor[i] * (1.0 - floor[i]);
            }
        }
        for i in 0..n {
            mean[i] = 0.9 * mean[i] + 0.1 * gradient[i];
            square[i] = 0.999 * square[i] + 0.001 * gradient[i] * gradient[i];
            let (mean, square) = (mean[i] / (1.0 - 0.9_f64.powi(epoch)), square[i] / (1.0 - 0.999_f64.powi(epoch)));
            raw[i] -= 0.01 * mean / (square.sqrt() + 1e-8);
        }
    }
    floors(&raw)
}

fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}
