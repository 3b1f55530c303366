//! A student's answers, compiled once: one coefficient per named column.

use std::ops::Range;

use super::inferred::Inferred;
use super::resolve::Resolve;
use super::{access_level, domain, interest, related, riasec, sector, similar, status};
use crate::catalogue::Catalogue;
use crate::features::{Criterion, FeatureModel, FeatureSpace};
use crate::profile::{Profile, ProfileError};
use crate::weights::Weights;

/// What a profile asks of a catalogue: the query vector `q` of the dot product, and the neutral part of each criterion.
///
/// # Formula
///
/// ```text
/// S(m) = Σ_c ω_c · u_c(m) = Σ_c ω_c / 2 + Σ_j q_j · x_mj,   q_j = ω_c / 2 · a_j for the columns j of criterion c
/// ```
///
/// where `ω` are the weights over the criteria on which the student spoke (sum 1). A student spoke about a criterion when an
/// answer to it is not 0, or when answers on interests say something about it ([`Origin::Inference`]). Who spoke about nothing gets every criterion's neutral part, so each métier scores ½.
#[derive(Debug, Clone, PartialEq)]
pub struct Query {
    answers: Vec<f64>,
    coefficients: Vec<f64>,
    weights: Weights,
    origins: [Origin; Criterion::COUNT],
}

/// Where a term comes from: what the student said, or what follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Origin {
    /// The student answered about this.
    Answer,
    /// It was inferred from the student's answers on interests.
    Inference,
}

impl Query {
    /// Compiles a profile.
    ///
    /// # Errors
    ///
    /// [`ProfileError`] with every label and identifier that the catalogue does not have.
    pub fn compile(
        profile: &Profile,
        catalogue: &Catalogue,
        model: &FeatureModel,
        weights: &Weights,
    ) -> Result<Self, ProfileError> {
        let space = model.space();
        let mut answers = vec![0.0; space.n_features()];
        // Interests are the first columns; what is inferred from them goes into the others.
        let n_interests = space.group(Criterion::Interest).end;
        let (interests, others) = answers.split_at_mut(n_interests);
        let mut resolve = Resolve::new(profile, catalogue);
        interest::fill(&mut resolve, interests);
        let inferred = Inferred::new(profile, interests, model, weights);
        for criterion in Criterion::ALL {
            let group = space.group(criterion);
            let columns = &mut others[group.start.saturating_sub(n_interests)..group.end - n_interests];
            match criterion {
                Criterion::Interest => {}
                Criterion::Related => related::fill(&inferred, columns),
                Criterion::AccessLevel => access_level::fill(profile, columns),
                Criterion::Status => status::fill(&mut resolve, columns),
                Criterion::Sector => sector::fill(&mut resolve, &inferred, columns),
                Criterion::Riasec => riasec::fill(profile, &inferred, columns),
                Criterion::Domain => domain::fill(&inferred, columns),
                Criterion::Similar => similar::fill(profile, catalogue, model, columns),
            }
        }
        resolve.finish()?;
        Ok(Self::weighted(answers, space, weights, origins(profile)))
    }

    fn weighted(mut answers: Vec<f64>, space: &FeatureSpace, weights: &Weights, origins: [Origin; Criterion::COUNT]) -> Self {
        let is_spoken = |criterion| !is_zero(&answers[space.group(criterion)]);
        let applied = weights.over(is_spoken).unwrap_or_else(|| {
            answers.fill(0.0);
            weights.clone()
        });
        let mut coefficients = Vec::with_capacity(answers.len());
        for (criterion, weight) in applied.iter() {
            coefficients.extend(answers[space.group(criterion)].iter().map(|answer| answer * (weight / 2.0)));
        }
        Self { answers, coefficients, weights: applied, origins }
    }

    /// What the student's answers say about a column: in [−1, 1], or a standardised score in [−√5, √5] for RIASEC letters.
    pub fn answer(&self, column: usize) -> f64 {
        self.answers[column]
    }

    /// `q_j`: what one unit of a column adds to the score.
    pub fn coefficient(&self, column: usize) -> f64 {
        self.coefficients[column]
    }

    /// The coefficients of some columns.
    pub(crate) fn coefficients(&self, columns: Range<usize>) -> &[f64] {
        &self.coefficients[columns]
    }

    /// The neutral part of each criterion that counts, `ω_c / 2`.
    pub fn neutral_parts(&self) -> impl Iterator<Item = (Criterion, f64)> + '_ {
        self.weights.iter().filter(|(_, weight)| 0.0 < *weight).map(|(criterion, weight)| (criterion, weight / 2.0))
    }

    /// Whether the student spoke about a criterion, or its value was inferred from other answers.
    pub fn origin(&self, criterion: Criterion) -> Origin {
        self.origins[criterion.index()]
    }

    /// The weights applied to this student: sum 1, 0 for criteria that dropped out.
    pub fn weights(&self) -> &Weights {
        &self.weights
    }

    /// Whether the student's answers say nothing that could tell métiers apart.
    pub fn is_silent(&self) -> bool {
        is_zero(&self.answers)
    }
}

/// Whether all answers are 0. Every bit but the sign is looked at, without stopping early: several at a time.
fn is_zero(answers: &[f64]) -> bool {
    answers.iter().fold(0, |bits, answer| bits | answer.to_bits() << 1) == 0
}

/// Which criteria speak for answers of the student, and which for what was inferred.
fn origins(profile: &Profile) -> [Origin; Criterion::COUNT] {
    Criterion::ALL.map(|criterion| match criterion {
        Criterion::Related | Criterion::Domain => Origin::Inference,
        Criterion::Riasec if profile.riasec().is_none() => Origin::Inference,
        Criterion::Sector if profile.sectors().iter().all(|(_, preference)| preference == 0.0) => Origin::Inference,
        _ => Origin::Answer,
    })
}
