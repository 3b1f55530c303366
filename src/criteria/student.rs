//! One student as criteria see them: the answers, and what follows from those on interests.

use super::answered::{Answered, is_spoken};
use crate::features::{Criterion, Evidence, FeatureModel};
use crate::profile::AnswerField;

/// A student's answers, and the evidence that other criteria are inferred from: interests, and how far the student wants to study.
pub(super) struct Student<'a> {
    pub(super) answered: &'a Answered,
    pub(super) model: &'a FeatureModel,
    /// `None` without an answer on interests.
    evidence: Option<Evidence>,
}

impl<'a> Student<'a> {
    pub(super) fn new(answered: &'a Answered, model: &'a FeatureModel) -> Self {
        let interests = answered.answers(AnswerField::Interests);
        let evidence = is_spoken(interests).then(|| model.inference().evidence(interests, answered.level()));
        Self { answered, model, evidence }
    }

    /// Writes what the answers on interests say about a criterion into its columns, see [`Inference`](crate::features::Inference).
    pub(super) fn infer(&self, criterion: Criterion, columns: &mut [f64]) {
        if let Some(evidence) = &self.evidence {
            self.model.inference().infer(criterion, evidence, columns);
        }
    }
}
