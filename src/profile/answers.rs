//! Answers to labels of one kind.

use serde::Serialize;

use super::error::{AnswerField, ProfileProblem};
use crate::catalogue::{KeyHash, clean_label, label_key};

/// Answers in [−1, 1] by label, sorted by key: 1 is a clear yes, −1 a clear no, 0 is equivalent to no answer.
///
/// It never holds two spellings of a label, nor a number that is not finite.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answers {
    sorted: Vec<Answer>,
}

/// One answer, with the key and hash that find its label in a catalogue quickly.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Answer {
    pub(crate) key: String,
    pub(crate) hash: KeyHash,
    pub(crate) label: String,
    pub(crate) value: f64,
}

impl Answers {
    /// Labels and answers, sorted by key.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, f64)> {
        self.sorted.iter().map(|answer| (answer.label.as_str(), answer.value))
    }

    /// The number of answers.
    pub fn len(&self) -> usize {
        self.sorted.len()
    }

    /// Whether it has no answer.
    pub fn is_empty(&self) -> bool {
        self.sorted.is_empty()
    }

    /// The answers with their keys and hashes, sorted by key.
    pub(crate) fn keyed(&self) -> &[Answer] {
        &self.sorted
    }

    /// Adds an answer or replaces the one to the same label.
    pub(super) fn replace(&mut self, label: &str, answer: f64) {
        debug_assert!((-1.0..=1.0).contains(&answer), "an answer is in [−1, 1]");
        let answer = Answer::new(clean_label(label), answer);
        match self.place(&answer) {
            Ok(place) => self.sorted[place] = answer,
            Err(place) => self.sorted.insert(place, answer),
        }
    }

    /// Adds an answer.
    ///
    /// # Errors
    ///
    /// [`ProfileProblem`] for an empty label, a number outside [−1, 1], or another answer to the same label.
    pub(super) fn add(&mut self, field: AnswerField, label: &str, answer: f64) -> Result<(), ProfileProblem> {
        let label = clean_label(label);
        if label.is_empty() {
            return Err(ProfileProblem::EmptyLabel { field });
        }
        if !(-1.0..=1.0).contains(&answer) {
            return Err(ProfileProblem::AnswerOutOfRange { field, label, found: answer });
        }
        let added = Answer::new(label, answer);
        match self.place(&added) {
            Err(place) => {
                self.sorted.insert(place, added);
                Ok(())
            }
            Ok(place) => {
                let first = std::mem::replace(&mut self.sorted[place], added).value;
                let Answer { label, value, .. } = &self.sorted[place];
                if first.to_bits() == value.to_bits() {
                    return Ok(());
                }
                Err(ProfileProblem::ContradictoryAnswers { field, label: label.clone(), first, second: *value })
            }
        }
    }

    /// The index of the answer to the same label, otherwise the index where it belongs.
    fn place(&self, answer: &Answer) -> Result<usize, usize> {
        self.sorted.binary_search_by(|other| other.key.cmp(&answer.key))
    }
}

impl Answer {
    fn new(label: String, answer: f64) -> Self {
        let key = label_key(&label);
        // Adding 0.0 turns −0.0 into 0.0.
        Self { hash: KeyHash::of(&key), key, label, value: answer + 0.0 }
    }
}

impl Serialize for Answers {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

#[cfg(test)]
mod tests {
    //! Property: −0.0 is stored as 0.0, to the bit, however it arrives.

    use super::*;

    #[test]
    fn a_negative_zero_is_kept_as_zero() {
        let mut answers = Answers::default();
        assert_eq!(answers.add(AnswerField::Interests, "bouger", -0.0), Ok(()));
        assert_eq!(answers.add(AnswerField::Interests, "Bouger", 0.0), Ok(()), "both are one answer");
        answers.replace("compter", -0.0);
        let bits: Vec<u64> = answers.iter().map(|(_, answer)| answer.to_bits()).collect();
        assert_eq!(bits, [0, 0]);
        assert_eq!(serde_json::to_string(&answers).expect("is a map"), r#"{"Bouger":0.0,"compter":0.0}"#);
    }
}
