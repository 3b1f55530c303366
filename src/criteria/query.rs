//! A student's answers, compiled once: one coefficient per named column.

use super::{access_level, interest, sector, status};
use crate::catalogue::{Catalogue, UnknownLabel, nearest};
use crate::features::{Criterion, FeatureSpace};
use crate::profile::{AnswerField, Answers, Profile, ProfileError, ProfileProblem};
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
/// answer to it is not 0. Who spoke about nothing gets every criterion's neutral part, so each métier scores ½.
#[derive(Debug, Clone, PartialEq)]
pub struct Query {
    answers: Vec<f64>,
    coefficients: Vec<f64>,
    weights: Weights,
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
        space: &FeatureSpace,
        weights: &Weights,
    ) -> Result<Self, ProfileError> {
        let mut resolve = Resolve { profile, catalogue, problems: Vec::new() };
        let mut answers = vec![0.0; space.n_features()];
        let mut is_spoken = [false; Criterion::COUNT];
        for criterion in Criterion::ALL {
            let given = match criterion {
                Criterion::Interest => interest::answers(&mut resolve),
                Criterion::AccessLevel => access_level::answers(profile),
                Criterion::Status => status::answers(&mut resolve),
                Criterion::Sector => sector::answers(&mut resolve),
            };
            for (column, answer) in given {
                answers[space.group(criterion).start + column] = answer;
                is_spoken[criterion.index()] |= answer != 0.0;
            }
        }
        resolve.check_metiers();
        if !resolve.problems.is_empty() {
            return Err(ProfileError { problems: resolve.problems });
        }
        Ok(Self::weighted(answers, space, weights, is_spoken))
    }

    /// The query of answers to interests alone, by place in the vocabulary: what [`compile`](Self::compile) makes of their labels.
    pub(crate) fn of_interests(interests: &[Option<f64>], space: &FeatureSpace, weights: &Weights) -> Self {
        let mut answers = vec![0.0; space.n_features()];
        for (column, answer) in space.group(Criterion::Interest).zip(interests) {
            answers[column] = answer.unwrap_or_default();
        }
        let mut is_spoken = [false; Criterion::COUNT];
        is_spoken[Criterion::Interest.index()] = answers.iter().any(|answer| *answer != 0.0);
        Self::weighted(answers, space, weights, is_spoken)
    }

    fn weighted(mut answers: Vec<f64>, space: &FeatureSpace, weights: &Weights, is_spoken: [bool; Criterion::COUNT]) -> Self {
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
        Self { answers, coefficients, weights: applied }
    }

    /// What the student's answers say about a column, in [−1, 1].
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

    /// The weights applied to this student: sum 1, 0 for criteria that dropped out.
    pub fn weights(&self) -> &Weights {
        &self.weights
    }

    /// Whether the student's answers say nothing that could tell métiers apart.
    pub fn is_silent(&self) -> bool {
        self.answers.iter().all(|answer| *answer == 0.0)
    }
}

/// Finds a profile's labels in a catalogue and gathers those that are not there.
pub(super) struct Resolve<'a> {
    profile: &'a Profile,
    catalogue: &'a Catalogue,
    problems: Vec<ProfileProblem>,
}

impl Resolve<'_> {
    /// The answers of one part of the profile by place in the vocabulary.
    pub(super) fn answers(&mut self, field: AnswerField) -> Vec<(usize, f64)> {
        let (answers, vocabulary, name): (&Answers, _, _) = match field {
            AnswerField::Interests => (self.profile.interests(), self.catalogue.interests(), "interests"),
            AnswerField::Statuses => (self.profile.statuses(), self.catalogue.statuses(), "statuses"),
            AnswerField::Sectors => (self.profile.sectors(), self.catalogue.sectors(), "sectors"),
        };
        let mut found: Vec<(usize, f64)> = Vec::with_capacity(answers.len());
        for (label, answer) in answers.iter() {
            match vocabulary.find(label) {
                Err(error) => self.problems.push(ProfileProblem::UnknownLabel { field: name, error }),
                Ok(place) => match found.iter().find(|(seen, _)| *seen == place) {
                    Some((_, first)) if *first != answer => {
                        let label = vocabulary.terms()[place].label.clone();
                        self.problems.push(ProfileProblem::ContradictoryAnswers { field, label, first: *first, second: answer });
                    }
                    _ => found.push((place, answer)),
                },
            }
        }
        found
    }

    /// Gates name labels and métiers too.
    fn check_metiers(&mut self) {
        let gates = self.profile.gates();
        let mut unknown: Vec<(&'static str, UnknownLabel)> = Vec::new();
        for status in &gates.statuses {
            unknown.extend(self.catalogue.statuses().find(status.as_str()).err().map(|error| ("gates.statuses", error)));
        }
        for sector in &gates.sectors {
            unknown.extend(self.catalogue.sectors().find(sector.as_str()).err().map(|error| ("gates.sectors", error)));
        }
        self.problems.extend(unknown.into_iter().map(|(field, error)| ProfileProblem::UnknownLabel { field, error }));
        for id in self.profile.liked_metiers() {
            self.problems.extend(unknown_metier(self.catalogue, "metiers.likes", id));
        }
        for id in self.profile.excluded_metiers() {
            self.problems.extend(unknown_metier(self.catalogue, "metiers.exclude", id));
        }
    }
}

/// The problem of an identifier that the catalogue does not have.
pub(crate) fn unknown_metier(
    catalogue: &Catalogue,
    field: &'static str,
    id: &crate::catalogue::MetierId,
) -> Option<ProfileProblem> {
    if catalogue.position(id).is_some() {
        return None;
    }
    let ids = nearest(id.as_str(), catalogue.metiers().iter().map(|metier| metier.id.as_str()), 3);
    let nearest = ids.into_iter().filter_map(|id| id.parse().ok()).collect();
    Some(ProfileProblem::UnknownMetier { field, id: id.clone(), nearest })
}
