//! A student's answers by place in the vocabularies of a catalogue: labels are found once, answers can then change many times.

use super::resolve::Resolve;
use super::similar;
use crate::catalogue::{AccessLevel, Catalogue};
use crate::features::FeatureModel;
use crate::profile::{AnswerField, Profile, ProfileError, Riasec};

/// What a [`Query`](super::Query) is made of. An answer of 0 is the same as none.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Answered {
    /// Shape (`n_interests`), in [−1, 1].
    pub(crate) interests: Vec<f64>,
    /// Shape (`n_statuses`), in [−1, 1].
    pub(crate) statuses: Vec<f64>,
    /// Shape (`n_sectors`), in [−1, 1].
    pub(crate) sectors: Vec<f64>,
    /// The level that the student has.
    pub(crate) reached: Option<AccessLevel>,
    /// How far the student wants to study.
    pub(crate) willing: Option<AccessLevel>,
    pub(super) riasec: Option<Riasec>,
    /// The centroid of the liked métiers, by column of its group.
    pub(super) similar: Vec<(usize, f64)>,
}

impl Answered {
    /// Finds everything that a profile names.
    ///
    /// # Errors
    ///
    /// [`ProfileError`] with every label and identifier that the catalogue does not have.
    pub(crate) fn find(profile: &Profile, catalogue: &Catalogue, model: &FeatureModel) -> Result<Self, ProfileError> {
        let mut resolve = Resolve::new(profile, catalogue);
        let answered = Self {
            interests: dense(resolve.answers(AnswerField::Interests), catalogue.interests().len()),
            statuses: dense(resolve.answers(AnswerField::Statuses), catalogue.statuses().len()),
            sectors: dense(resolve.answers(AnswerField::Sectors), catalogue.sectors().len()),
            reached: profile.reached(),
            willing: profile.willing(),
            riasec: profile.riasec(),
            similar: similar::answers(profile, catalogue, model),
        };
        resolve.finish()?;
        Ok(answered)
    }

    /// The level that answers on interests are read with.
    pub(crate) fn level(&self) -> Option<AccessLevel> {
        self.willing.or(self.reached)
    }

    /// Whether scores for the letters of Holland's model are given.
    pub(crate) fn has_riasec(&self) -> bool {
        self.riasec.is_some()
    }
}

/// Whether an answer says something.
pub(crate) fn is_spoken(answers: &[f64]) -> bool {
    answers.iter().any(|answer| *answer != 0.0)
}

/// Column and answer of those that say something.
pub(super) fn by_column(answers: &[f64]) -> Vec<(usize, f64)> {
    answers.iter().copied().enumerate().filter(|(_, answer)| *answer != 0.0).collect()
}

fn dense(answers: Vec<(usize, f64)>, n: usize) -> Vec<f64> {
    let mut all = vec![0.0; n];
    for (place, answer) in answers {
        all[place] = answer;
    }
    all
}
