//! What follows from a student's answers on interests, for the criteria that use it.

use crate::catalogue::AccessLevel;
use crate::features::{Criterion, FeatureModel};
use crate::weights::Weights;

/// The answers from which other criteria are inferred: interests, and how far the student wants to study.
pub(super) struct Inferred<'a> {
    model: &'a FeatureModel,
    weights: &'a Weights,
    /// One answer an interest, 0 without one.
    interests: &'a [f64],
    /// Place and answer of those that were answered, not with 0.
    spoken: Vec<(usize, f64)>,
    level: Option<AccessLevel>,
}

impl<'a> Inferred<'a> {
    pub(super) fn new(interests: &'a [f64], level: Option<AccessLevel>, model: &'a FeatureModel, weights: &'a Weights) -> Self {
        let spoken = interests.iter().copied().enumerate().filter(|(_, answer)| *answer != 0.0).collect();
        Self { model, weights, interests, spoken, level }
    }

    /// Writes what the answers say about a criterion into the columns of its group; nothing without an answer on interests, or
    /// when the criterion has no weight.
    pub(super) fn fill(&self, criterion: Criterion, columns: &mut [f64]) {
        if !self.spoken.is_empty() && 0.0 < self.weights.get(criterion) {
            self.model.inference().infer_into(criterion, &self.spoken, self.level, columns);
        }
    }

    /// Writes what the answers imply about interests that were not answered.
    pub(super) fn fill_related(&self, columns: &mut [f64]) {
        if !self.spoken.is_empty() && 0.0 < self.weights.get(Criterion::Related) {
            columns.copy_from_slice(&self.model.relatedness().implied(self.interests));
        }
    }
}
