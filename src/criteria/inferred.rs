//! What follows from a student's answers on interests, for the criteria that use it.

use crate::catalogue::AccessLevel;
use crate::features::{Criterion, FeatureModel};
use crate::profile::Profile;

/// The answers from which other criteria are inferred: interests, and how far the student wants to study.
pub(super) struct Inferred<'a> {
    model: &'a FeatureModel,
    interests: Vec<f64>,
    level: Option<AccessLevel>,
}

impl<'a> Inferred<'a> {
    pub(super) fn new(profile: &Profile, interests: &[(usize, f64)], model: &'a FeatureModel) -> Self {
        let mut answers = vec![0.0; model.space().group(Criterion::Interest).len()];
        for (column, answer) in interests {
            answers[*column] = *answer;
        }
        Self { model, interests: answers, level: profile.willing().or(profile.reached()) }
    }

    /// What the answers say about a criterion, by column of its group; nothing without an answer on interests.
    pub(super) fn answers(&self, criterion: Criterion) -> Vec<(usize, f64)> {
        if self.interests.iter().all(|answer| *answer == 0.0) {
            return Vec::new();
        }
        let inferred = self.model.inference().infer(criterion, &self.interests, self.level).unwrap_or_default();
        inferred.into_iter().enumerate().collect()
    }

    /// What the answers imply about interests that were not answered.
    pub(super) fn related(&self) -> Vec<(usize, f64)> {
        self.model.relatedness().implied(&self.interests).into_iter().enumerate().filter(|(_, implied)| *implied != 0.0).collect()
    }
}
