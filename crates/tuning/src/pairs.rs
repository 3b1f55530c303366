//! Pairs as numbers: what differs in each, and how often it counts.

use ndarray::{Array1, Array2};

/// Contrasts of preferred minus other, and how often each counts.
#[derive(Debug, Clone)]
pub(super) struct Pairs {
    /// Shape (`n_pairs`, `n_features`).
    pub(super) contrasts: Array2<f64>,
    /// Shape (`n_pairs`), above 0.
    pub(super) counts: Array1<f64>,
}
