//! A student's answers by place in the vocabularies of a catalogue: labels are found once, answers can then change many times.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::resolve::Resolve;
use crate::catalogue::{AccessLevel, Catalogue, RiasecLetter};
use crate::features::Lexicon;
use crate::profile::{AnswerField, Profile, ProfileError, Riasec};

/// What a [`Query`](super::Query) is made of. An answer of 0 is the same as none.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Answered {
    interests: Vec<f64>,
    /// By how much constraints lower each interest, in [0, 1]; empty without a constraint.
    lowered: Vec<f64>,
    statuses: Vec<f64>,
    sectors: Vec<f64>,
    /// The level that the student has.
    pub(crate) reached: Option<AccessLevel>,
    /// How far the student wants to study.
    pub(crate) willing: Option<AccessLevel>,
    /// Scores for the letters of Holland's model.
    pub(crate) riasec: Option<Riasec>,
    /// The places of liked métiers in the catalogue, in the order of their identifiers.
    pub(crate) liked: Vec<usize>,
    /// The words that fiches have, by place.
    pub(crate) words: Vec<AnsweredWord>,
}

/// A word of the student that has a column.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct AnsweredWord {
    /// The place among the columns of words.
    pub(crate) place: usize,
    /// How often it was written.
    pub(crate) count: f64,
    /// As it was written; the first of several forms in alphabetical order.
    pub(crate) written: Arc<str>,
}

impl Answered {
    /// Finds everything that a profile names.
    ///
    /// # Errors
    ///
    /// [`ProfileError`] with every label and identifier that the catalogue does not have.
    pub(crate) fn find(profile: &Profile, catalogue: &Catalogue, lexicon: &Lexicon) -> Result<Self, ProfileError> {
        let mut resolve = Resolve::new(profile, catalogue);
        let answered = Self {
            interests: resolve.answers(AnswerField::Interests),
            lowered: resolve.lowered(|_| true),
            statuses: resolve.answers(AnswerField::Statuses),
            sectors: resolve.answers(AnswerField::Sectors),
            reached: profile.reached(),
            willing: profile.willing(),
            riasec: profile.riasec(),
            words: words(profile, lexicon),
            liked: profile.liked_metiers().iter().filter_map(|id| catalogue.position(id)).collect(),
        };
        resolve.finish()?;
        Ok(answered)
    }

    /// The answers of one part of the profile, by place in the vocabulary.
    pub(crate) fn answers(&self, field: AnswerField) -> &[f64] {
        match field {
            AnswerField::Interests => &self.interests,
            AnswerField::Statuses => &self.statuses,
            AnswerField::Sectors => &self.sectors,
        }
    }

    /// Answers on interests as constraints leave them, by place in the vocabulary.
    ///
    /// # Formula
    ///
    /// ```text
    /// a'_i = max(−1, a_i − c_i)
    /// ```
    pub(crate) fn lowered_interests(&self) -> Vec<f64> {
        let lowered = self.lowered.iter().copied().chain(std::iter::repeat(0.0));
        self.interests.iter().zip(lowered).map(|(answer, by)| if by == 0.0 { *answer } else { (answer - by).max(-1.0) }).collect()
    }

    /// The same answers without one constraint of the profile that they were found in.
    pub(crate) fn without_constraint(&self, profile: &Profile, catalogue: &Catalogue, id: &str) -> Self {
        let lowered = Resolve::new(profile, catalogue).lowered(|one| one.id() != id);
        Self { lowered, ..self.clone() }
    }

    /// Whether a constraint lowers an interest.
    pub(crate) fn has_constraints(&self) -> bool {
        !self.lowered.is_empty()
    }

    /// How many things are said of what the student would like, study apart: answers, liked métiers, words and letters.
    pub(crate) fn n_said(&self) -> usize {
        let answers = AnswerField::ALL.into_iter().flat_map(|field| self.answers(field));
        let n_letters = if self.riasec.is_some() { RiasecLetter::ALL.len() } else { 0 };
        answers.filter(|answer| **answer != 0.0).count() + self.liked.len() + self.words.len() + n_letters
    }

    /// Answers otherwise.
    pub(crate) fn set(&mut self, field: AnswerField, place: usize, answer: f64) {
        let answers = match field {
            AnswerField::Interests => &mut self.interests,
            AnswerField::Statuses => &mut self.statuses,
            AnswerField::Sectors => &mut self.sectors,
        };
        answers[place] = answer;
    }

    /// The level that answers on interests are read with: how far the student wants to study, or else what they have.
    pub(crate) fn level(&self) -> Option<AccessLevel> {
        self.willing.or(self.reached)
    }
}

/// The words of a profile that have a column.
fn words(profile: &Profile, lexicon: &Lexicon) -> Vec<AnsweredWord> {
    let mut by_place: BTreeMap<usize, AnsweredWord> = BTreeMap::new();
    for (word, place) in profile.words().iter().flat_map(|text| lexicon.find(text)) {
        let Some(place) = place else { continue };
        let written: Arc<str> = word.word.into();
        let known = by_place.entry(place).or_insert_with(|| AnsweredWord { place, count: 0.0, written: Arc::clone(&written) });
        known.count += 1.0;
        known.written = written.min(Arc::clone(&known.written));
    }
    by_place.into_values().collect()
}

/// Whether one of the answers says something.
pub(crate) fn is_spoken(answers: &[f64]) -> bool {
    answers.iter().any(|answer| *answer != 0.0)
}
