//! A student's answers, compiled once: one coefficient per named column.

use super::answered::{Answered, is_spoken};
use super::inferred::Inferred;
use super::{access_level, domain, interest, related, riasec, sector, status};
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
        Ok(Self::of(&Answered::find(profile, catalogue, model)?, model, weights))
    }

    /// Compiles answers whose labels were found.
    pub(crate) fn of(answered: &Answered, model: &FeatureModel, weights: &Weights) -> Self {
        let inferred = Inferred::new(answered, model);
        let given: Vec<(Criterion, Vec<(usize, f64)>)> = vec![
            (Criterion::Related, related::answers(&inferred)),
            (Criterion::AccessLevel, access_level::answers(answered)),
            (Criterion::Status, status::answers(answered)),
            (Criterion::Sector, sector::answers(answered, &inferred)),
            (Criterion::Riasec, riasec::answers(answered, &inferred)),
            (Criterion::Domain, domain::answers(&inferred)),
            (Criterion::Similar, answered.similar.clone()),
            (Criterion::Interest, interest::answers(answered)),
        ];
        Self::weighted(given, model.space(), weights, origins(answered))
    }

    /// The query of answers to interests alone, by place in the vocabulary, with nothing inferred: only [`Criterion::Interest`] counts.
    pub(crate) fn of_interests(interests: &[Option<f64>], space: &FeatureSpace, weights: &Weights) -> Self {
        let given = interests.iter().enumerate().map(|(column, answer)| (column, answer.unwrap_or_default())).collect();
        Self::weighted(vec![(Criterion::Interest, given)], space, weights, [Origin::Answer; Criterion::COUNT])
    }

    fn weighted(
        given: Vec<(Criterion, Vec<(usize, f64)>)>,
        space: &FeatureSpace,
        weights: &Weights,
        origins: [Origin; Criterion::COUNT],
    ) -> Self {
        let mut answers = vec![0.0; space.n_features()];
        let mut is_spoken = [false; Criterion::COUNT];
        for (criterion, columns) in given {
            for (column, answer) in columns {
                answers[space.group(criterion).start + column] = answer;
                is_spoken[criterion.index()] |= answer != 0.0;
            }
        }
        let applied = weights.over(|criterion| is_spoken[criterion.index()]).unwrap_or_else(|| {
            answers.fill(0.0);
            weights.clone()
        });
        let mut coefficients = answers.clone();
        for (criterion, weight) in applied.iter() {
            for coefficient in &mut coefficients[space.group(criterion)] {
                *coefficient *= weight / 2.0;
            }
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
        self.answers.iter().all(|answer| *answer == 0.0)
    }
}

/// Which criteria speak for answers of the student, and which for what was inferred.
fn origins(answered: &Answered) -> [Origin; Criterion::COUNT] {
    Criterion::ALL.map(|criterion| match criterion {
        Criterion::Related | Criterion::Domain => Origin::Inference,
        Criterion::Riasec if !answered.has_riasec() => Origin::Inference,
        Criterion::Sector if !is_spoken(&answered.sectors) => Origin::Inference,
        _ => Origin::Answer,
    })
}
