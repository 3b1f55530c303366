//! One student as criteria see them: the answers, and what follows from those on interests.

use super::answered::{Answered, is_spoken};
use super::origin::Origin;
use crate::features::{Criterion, Evidence, FeatureModel, Inference, SlopeProducts};
use crate::profile::AnswerField;

/// A student's answers, and the evidence that other criteria are inferred from: interests, and how far the student wants to study.
pub(super) struct Student<'a> {
    pub(super) answered: &'a Answered,
    pub(super) model: &'a FeatureModel,
    origins: &'a [Origin; Criterion::COUNT],
    products: &'a dyn SlopeProducts,
    /// `None` without an answer on interests, or with too little.
    evidence: Option<Evidence>,
}

impl<'a> Student<'a> {
    pub(super) fn new(
        answered: &'a Answered,
        model: &'a FeatureModel,
        origins: &'a [Origin; Criterion::COUNT],
        products: &'a dyn SlopeProducts,
    ) -> Self {
        let interests = answered.answers(AnswerField::Interests);
        let evidence = is_spoken(interests).then(|| model.inference().evidence(interests, answered.level()));
        let n_levels = usize::from(answered.level().is_some());
        let evidence = evidence.filter(|evidence| Inference::is_enough(evidence.len() - n_levels));
        Self { answered, model, origins, products, evidence }
    }

    /// Whether the answers speak about a criterion.
    pub(super) fn origin(&self, criterion: Criterion) -> Origin {
        self.origins[criterion.index()]
    }

    /// Appends what the answers on interests say about the columns of a criterion, if they say something.
    pub(super) fn infer(&self, criterion: Criterion, columns: &mut Vec<f64>) {
        if let Some(evidence) = &self.evidence {
            self.model.inference().infer(criterion, evidence, self.products, columns);
        }
    }
}
