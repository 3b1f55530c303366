//! What tuning finds: weights by feature, and why the search stopped.

use ndarray::{Array1, ArrayBase, Data, Ix2};
use serde::Serialize;

use super::error::TuningError;
use boussole::features::Criterion;
use boussole::weights::Weights;

/// Why the search for weights ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StopReason {
    /// The conditions of the minimum hold.
    Optimal,
    /// The solver had no iterations left.
    IterationLimit,
    /// Weights went in and out of zero too often.
    FitLimit,
}

/// Weights that were fitted to preferences.
#[derive(Debug, Clone, PartialEq)]
pub struct TunedWeights {
    names: Vec<String>,
    values: Vec<f64>,
    scale: f64,
    stop: StopReason,
    n_fits: usize,
    residual: f64,
}

impl TunedWeights {
    pub(super) fn new(names: Vec<String>, values: Vec<f64>, scale: f64, stop: StopReason, n_fits: usize, residual: f64) -> Self {
        Self { names, values, scale, stop, n_fits, residual }
    }

    /// The features, in the order of the data.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The weights as fitted, or in the unit of the fixed ones, shape (`n_features`).
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// The weight of a feature as fitted.
    pub fn get(&self, name: &str) -> Option<f64> {
        self.names.iter().position(|known| known == name).map(|place| self.values[place])
    }

    /// How decided the answers are: `σ(scale · w · contrast)` is the probability that the first of a pair is preferred.
    ///
    /// It is 1 unless weights were fixed.
    pub fn scale(&self) -> f64 {
        self.scale
    }

    /// Weights times scale: what a contrast is multiplied with to predict.
    pub(super) fn slopes(&self) -> Vec<f64> {
        self.values.iter().map(|weight| self.scale * weight).collect()
    }

    /// The weights divided by the sum of their sizes, shape (`n_features`): what decides a ranking.
    pub fn shares(&self) -> Vec<f64> {
        shares(&self.values)
    }

    /// The share of a feature, in [0, 1] unless signs are free.
    pub fn share(&self, name: &str) -> Option<f64> {
        self.names.iter().position(|known| known == name).map(|place| self.shares()[place])
    }

    /// Why the search ended.
    pub fn stop_reason(&self) -> StopReason {
        self.stop
    }

    /// How many times linfa was called: once, and once more each time weights were held at zero or freed again.
    pub fn n_fits(&self) -> usize {
        self.n_fits
    }

    /// By how much the conditions of the minimum are missed, per pair and typical contrast.
    pub fn residual(&self) -> f64 {
        self.residual
    }

    /// The probability that the first of each pair is preferred, from contrasts of shape (`n_pairs`, `n_features`).
    ///
    /// # Panics
    ///
    /// If the contrasts have another number of features.
    pub fn predict_probabilities<D: Data<Elem = f64>>(&self, contrasts: &ArrayBase<D, Ix2>) -> Array1<f64> {
        contrasts.dot(&Array1::from(self.slopes())).mapv(|margin| 1.0 / (1.0 + (-margin).exp()))
    }

    /// The weights of the criteria, when the features are criteria.
    ///
    /// # Errors
    ///
    /// [`TuningError::Weights`] when a feature is not a criterion, or a weight is negative because signs were free.
    pub fn to_weights(&self) -> Result<Weights, TuningError> {
        let mut weights = Vec::with_capacity(self.names.len());
        for (name, value) in self.names.iter().zip(&self.values) {
            let criterion: Criterion = name.parse().map_err(boussole::weights::WeightsError::from)?;
            weights.push((criterion, *value));
        }
        Ok(Weights::new(weights)?)
    }
}

/// Weights divided by the sum of their sizes; all zero when they are.
pub(super) fn shares(values: &[f64]) -> Vec<f64> {
    let total: f64 = values.iter().map(|value| value.abs()).sum();
    if 0.0 < total { values.iter().map(|value| value / total).collect() } else { vec![0.0; values.len()] }
}
