//! Answers by label.

use std::collections::BTreeMap;

use serde::Serialize;

use super::error::{AnswerField, ProfileProblem};
use crate::catalogue::{clean_label, label_key};

/// Answers in [−1, 1] by label, in the order of the labels' keys: 1 is a clear yes, −1 a clear no, 0 the same as no answer.
///
/// Two spellings of one label can not both be in it, nor can a number that is not finite.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answers {
    by_key: BTreeMap<String, (String, f64)>,
}

impl Answers {
    /// Label and answer of each, in the order of keys.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, f64)> {
        self.by_key.values().map(|(label, answer)| (label.as_str(), *answer))
    }

    /// How many answers there are.
    pub fn len(&self) -> usize {
        self.by_key.len()
    }

    /// Whether there is no answer.
    pub fn is_empty(&self) -> bool {
        self.by_key.is_empty()
    }

    /// Puts an answer in the place of the one to the same label, if there is one.
    pub(super) fn replace(&mut self, label: &str, answer: f64) {
        debug_assert!((-1.0..=1.0).contains(&answer), "an answer is in [−1, 1]");
        self.by_key.insert(label_key(label), (clean_label(label), answer + 0.0));
    }

    /// Adds one answer, or tells what is wrong with it.
    pub(super) fn add(&mut self, field: AnswerField, label: &str, answer: f64) -> Result<(), ProfileProblem> {
        let cleaned = clean_label(label);
        if cleaned.is_empty() {
            return Err(ProfileProblem::EmptyLabel { field });
        }
        if !(answer.is_finite() && (-1.0..=1.0).contains(&answer)) {
            return Err(ProfileProblem::AnswerOutOfRange { field, label: cleaned, found: answer });
        }
        // −0.0 and 0.0 are one answer.
        let answer = answer + 0.0;
        match self.by_key.insert(label_key(label), (cleaned.clone(), answer)) {
            Some((_, first)) if first.to_bits() != answer.to_bits() => {
                Err(ProfileProblem::ContradictoryAnswers { field, label: cleaned, first, second: answer })
            }
            _ => Ok(()),
        }
    }
}

impl Serialize for Answers {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}
