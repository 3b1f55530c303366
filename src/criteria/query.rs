//! A student's answers, compiled once: one coefficient per named column.

use std::ops::Range;

use super::answered::{Answered, is_spoken};
use super::inferred::Inferred;
use super::{access_level, domain, related, riasec, sector};
use crate::catalogue::{AccessLevel, Catalogue};
use crate::features::{Criterion, FeatureModel, FeatureSpace};
use crate::profile::{AnswerField, Profile, ProfileError};
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
    /// The answer of each column, then the coefficient of each.
    ///
    /// When the student likes no métier, the columns of [`Criterion::Similar`], which are the last, are left out.
    columns: Vec<f64>,
    n_columns: usize,
    level: Option<AccessLevel>,
    weights: Weights,
    origins: [Origin; Criterion::COUNT],
}

/// Where a term comes from: what the student said, or what follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
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
        Ok(Self::complete(Answered::find(profile, catalogue, model)?, model, weights))
    }

    /// Compiles answers whose labels were found.
    pub(crate) fn of(answered: &Answered, model: &FeatureModel, weights: &Weights) -> Self {
        Self::complete(answered.clone(), model, weights)
    }

    /// Adds what follows from the answers to the answers.
    fn complete(answered: Answered, model: &FeatureModel, weights: &Weights) -> Self {
        let (space, origins) = (model.space(), origins(&answered));
        let (reached, willing, level, riasec) = (answered.reached, answered.willing, answered.level(), answered.riasec);
        let mut columns = answered.into_columns();
        // Interests are the first columns; what is inferred from them goes into the others.
        let (interests, mut others) = columns.split_at_mut(space.group(Criterion::Interest).len());
        let inferred = Inferred::new(interests, level, model, weights);
        let mut spoken = [inferred.has_evidence(); Criterion::COUNT];
        for criterion in Criterion::ALL.into_iter().filter(|criterion| *criterion != Criterion::Interest) {
            // Only the last group may be absent.
            let (group, next) = others.split_at_mut(space.group(criterion).len().min(others.len()));
            spoken[criterion.index()] = match criterion {
                Criterion::Related => related::fill(&inferred, group),
                Criterion::AccessLevel => access_level::fill(reached, willing, group),
                Criterion::Sector if origins[criterion.index()] == Origin::Inference => sector::infer(&inferred, group),
                Criterion::Riasec => riasec::fill(riasec, &inferred, group),
                Criterion::Domain => domain::fill(&inferred, group),
                _ => is_spoken(group),
            };
            others = next;
        }
        let n_columns = columns.len();
        let weights = add_coefficients(&mut columns, space, weights, spoken);
        Self { columns, n_columns, level, weights, origins }
    }

    /// What the student's answers say about a column: in [−1, 1], or a standardised score in [−√5, √5] for RIASEC letters; 0 about
    /// a column that there is not.
    pub fn answer(&self, column: usize) -> f64 {
        if column < self.n_columns { self.columns[column] } else { 0.0 }
    }

    /// What the student's answers say about some columns; empty for [`Criterion::Similar`] when the student likes no métier.
    pub(crate) fn answers(&self, columns: Range<usize>) -> &[f64] {
        self.columns[..self.n_columns].get(columns).unwrap_or_default()
    }

    /// `q_j`: what one unit of a column adds to the score; 0 for a column that there is not.
    pub fn coefficient(&self, column: usize) -> f64 {
        if column < self.n_columns { self.columns[self.n_columns + column] } else { 0.0 }
    }

    /// The coefficients of some columns; empty for [`Criterion::Similar`] when the student likes no métier.
    pub(crate) fn coefficients(&self, columns: Range<usize>) -> &[f64] {
        self.columns[self.n_columns..].get(columns).unwrap_or_default()
    }

    /// The level that answers on interests are read with: how far the student wants to study, or else what they have.
    pub(crate) fn level(&self) -> Option<AccessLevel> {
        self.level
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
        !is_spoken(&self.columns[..self.n_columns])
    }
}

/// Which criteria speak for answers of the student, and which for what was inferred.
fn origins(answered: &Answered) -> [Origin; Criterion::COUNT] {
    Criterion::ALL.map(|criterion| match criterion {
        Criterion::Related | Criterion::Domain => Origin::Inference,
        Criterion::Riasec if !answered.has_riasec() => Origin::Inference,
        Criterion::Sector if !is_spoken(answered.answers(AnswerField::Sectors)) => Origin::Inference,
        _ => Origin::Answer,
    })
}

/// Appends the coefficients to the answers and tells the weights that apply. When no criterion on which the student spoke has a
/// weight, nothing is said about any.
fn add_coefficients(
    answers: &mut Vec<f64>,
    space: &FeatureSpace,
    weights: &Weights,
    spoken: [bool; Criterion::COUNT],
) -> Weights {
    let n_columns = answers.len();
    answers.resize(2 * n_columns, 0.0);
    let Some(applied) = weights.over(|criterion| spoken[criterion.index()]) else {
        answers.fill(0.0);
        return weights.clone();
    };
    let (answers, coefficients) = answers.split_at_mut(n_columns);
    for (criterion, weight) in applied.iter().filter(|(_, weight)| 0.0 < *weight) {
        let group = space.group(criterion);
        for (coefficient, answer) in coefficients[group.clone()].iter_mut().zip(&answers[group]) {
            *coefficient = answer * (weight / 2.0);
        }
    }
    applied
}

#[cfg(feature = "demo")]
#[cfg(test)]
mod tests {
    //! Properties: every column has its coefficient, also where columns are left out; groups as slices and column by column agree.

    use super::*;

    #[track_caller]
    fn check(profile: crate::profile::ProfileBuilder) {
        let (catalogue, weights) = (Catalogue::demo(), Weights::default());
        let model = FeatureModel::of(&catalogue);
        let profile = profile.build().expect("is valid");
        let query = Query::compile(&profile, &catalogue, &model, &weights).expect("the catalogue has the labels");
        for criterion in Criterion::ALL {
            let group = model.space().group(criterion);
            let half = query.weights().get(criterion) / 2.0;
            let answers: Vec<f64> = group.clone().map(|column| query.answer(column)).collect();
            let coefficients: Vec<f64> = group.clone().map(|column| query.coefficient(column)).collect();
            let expected: Vec<f64> = answers.iter().map(|answer| answer * half).collect();
            assert_eq!(coefficients, expected, "{criterion}");
            if criterion == Criterion::Similar && profile.liked_metiers().is_empty() {
                assert_eq!((query.answers(group.clone()), query.coefficients(group)), (&[][..], &[][..]));
            } else {
                assert_eq!((query.answers(group.clone()), query.coefficients(group)), (&answers[..], &coefficients[..]));
            }
        }
        assert_eq!(query.level(), profile.willing().or(profile.reached()));
    }

    #[test]
    fn every_column_has_its_coefficient() {
        let id = Catalogue::demo().metiers()[0].id.clone();
        let spoken = || Profile::builder().likes("j'ai le sens du contact").reached(AccessLevel::Bac);
        check(Profile::builder());
        check(spoken());
        check(spoken().willing(AccessLevel::BacPlus5).likes_metier(id.clone()));
        check(Profile::builder().likes_metier(id));
    }
}
