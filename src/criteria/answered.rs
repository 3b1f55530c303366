//! A student's answers by place in the vocabularies of a catalogue: labels are found once, answers can then change many times.

use std::ops::Range;

use super::resolve::Resolve;
use super::{interest, sector, similar, status};
use crate::catalogue::{AccessLevel, Catalogue};
use crate::features::{Criterion, FeatureModel, FeatureSpace};
use crate::profile::{AnswerField, Profile, ProfileError, Riasec};

/// What a [`Query`](super::Query) is made of. An answer of 0 is the same as none.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Answered {
    /// What was answered about interests, statuses, sectors and liked métiers, in the columns of their criteria; 0 elsewhere.
    ///
    /// Without liked métiers it ends where their columns begin, which are the last and the most.
    columns: Vec<f64>,
    interests: Range<usize>,
    statuses: Range<usize>,
    sectors: Range<usize>,
    /// The level that the student has.
    pub(crate) reached: Option<AccessLevel>,
    /// How far the student wants to study.
    pub(crate) willing: Option<AccessLevel>,
    pub(super) riasec: Option<Riasec>,
}

impl Answered {
    /// Finds everything that a profile names.
    ///
    /// # Errors
    ///
    /// [`ProfileError`] with every label and identifier that the catalogue does not have.
    pub(crate) fn find(profile: &Profile, catalogue: &Catalogue, model: &FeatureModel) -> Result<Self, ProfileError> {
        let space = model.space();
        let mut answered = Self { riasec: profile.riasec(), ..Self::silent(space) };
        (answered.reached, answered.willing) = (profile.reached(), profile.willing());
        let (columns, mut resolve) = (&mut answered.columns, Resolve::new(profile, catalogue));
        interest::fill(&mut resolve, &mut columns[space.group(Criterion::Interest)]);
        status::fill(&mut resolve, &mut columns[space.group(Criterion::Status)]);
        sector::fill(&mut resolve, &mut columns[space.group(Criterion::Sector)]);
        if !profile.liked_metiers().is_empty() {
            let group = space.group(Criterion::Similar);
            columns.resize(group.end, 0.0);
            similar::fill(profile, catalogue, model, &mut columns[group.clone()]);
            if !is_spoken(&columns[group.clone()]) {
                columns.truncate(group.start);
            }
        }
        resolve.finish()?;
        Ok(answered)
    }

    fn silent(space: &FeatureSpace) -> Self {
        let n_columns = space.group(Criterion::Similar).start;
        // Room for the coefficients of a query, so that its memory is asked for once.
        let mut columns = Vec::with_capacity(2 * n_columns);
        columns.resize(n_columns, 0.0);
        Self {
            columns,
            interests: space.group(Criterion::Interest),
            statuses: space.group(Criterion::Status),
            sectors: space.group(Criterion::Sector),
            reached: None,
            willing: None,
            riasec: None,
        }
    }

    /// The answers of one part of the profile, by place in the vocabulary.
    pub(crate) fn answers(&self, field: AnswerField) -> &[f64] {
        &self.columns[self.range(field)]
    }

    /// Answers otherwise.
    pub(crate) fn set(&mut self, field: AnswerField, place: usize, answer: f64) {
        let columns = self.range(field);
        self.columns[columns][place] = answer;
    }

    /// The level that answers on interests are read with.
    pub(crate) fn level(&self) -> Option<AccessLevel> {
        self.willing.or(self.reached)
    }

    /// Whether scores for the letters of Holland's model are given.
    pub(crate) fn has_riasec(&self) -> bool {
        self.riasec.is_some()
    }

    /// All columns, without those of liked métiers if none is liked.
    pub(super) fn into_columns(self) -> Vec<f64> {
        self.columns
    }

    fn range(&self, field: AnswerField) -> Range<usize> {
        match field {
            AnswerField::Interests => self.interests.clone(),
            AnswerField::Statuses => self.statuses.clone(),
            AnswerField::Sectors => self.sectors.clone(),
        }
    }
}

/// Whether an answer says something.
///
/// Every bit but the sign is looked at, without stopping early: several answers at a time.
pub(crate) fn is_spoken(answers: &[f64]) -> bool {
    answers.iter().fold(0, |bits, answer| bits | answer.to_bits() << 1) != 0
}
