//! What follows from a student's answers on interests, for the criteria that use it.

use super::answered::is_spoken;
use crate::catalogue::AccessLevel;
use crate::features::{Criterion, Evidence, FeatureModel};
use crate::weights::Weights;

/// The answers from which other criteria are inferred: interests, and how far the student wants to study.
pub(super) struct Inferred<'a> {
    model: &'a FeatureModel,
    weights: &'a Weights,
    /// One answer an interest, 0 without one.
    interests: &'a [f64],
    /// Nothing without an answer on interests.
    evidence: Option<Evidence>,
}

impl<'a> Inferred<'a> {
    pub(super) fn new(interests: &'a [f64], level: Option<AccessLevel>, model: &'a FeatureModel, weights: &'a Weights) -> Self {
        let evidence = is_spoken(interests).then(|| model.inference().evidence(interests, level));
        Self { model, weights, interests, evidence }
    }

    /// Whether there is an answer on interests.
    pub(super) fn has_evidence(&self) -> bool {
        self.evidence.is_some()
    }

    /// Writes what the answers say about a criterion into the columns of its group; nothing without an answer on interests, or
    /// when the criterion has no weight. Tells whether they say something.
    pub(super) fn fill(&self, criterion: Criterion, columns: &mut [f64]) -> bool {
        let Some(evidence) = self.evidence_on(criterion) else { return false };
        self.model.inference().infer_into(criterion, evidence, columns);
        // Mostly all do, so the first is enough.
        columns.iter().any(|value| *value != 0.0)
    }

    /// Writes what the answers imply about interests that were not answered. Tells whether they do.
    pub(super) fn fill_related(&self, columns: &mut [f64]) -> bool {
        if self.evidence_on(Criterion::Related).is_none() {
            return false;
        }
        columns.copy_from_slice(&self.model.relatedness().implied(self.interests));
        is_spoken(columns)
    }

    fn evidence_on(&self, criterion: Criterion) -> Option<&Evidence> {
        self.evidence.as_ref().filter(|_| 0.0 < self.weights.get(criterion))
    }
}
