//! What follows from a student's answers on interests, for the criteria that use it.

use super::answered::{Answered, is_spoken};
use crate::features::{Criterion, FeatureModel};

/// The answers from which other criteria are inferred: interests, and how far the student wants to study.
pub(super) struct Inferred<'a> {
    answered: &'a Answered,
    model: &'a FeatureModel,
}

impl<'a> Inferred<'a> {
    pub(super) fn new(answered: &'a Answered, model: &'a FeatureModel) -> Self {
        Self { answered, model }
    }

    /// What the answers say about a criterion, by column of its group; nothing without an answer on interests.
    pub(super) fn answers(&self, criterion: Criterion) -> Vec<(usize, f64)> {
        if !is_spoken(&self.answered.interests) {
            return Vec::new();
        }
        let inferred =
            self.model.inference().infer(criterion, &self.answered.interests, self.answered.level()).unwrap_or_default();
        inferred.into_iter().enumerate().collect()
    }

    /// What the answers imply about interests that were not answered.
    pub(super) fn related(&self) -> Vec<(usize, f64)> {
        let implied = self.model.relatedness().implied(&self.answered.interests).into_iter().enumerate();
        implied.filter(|(_, implied)| *implied != 0.0).collect()
    }
}
