//! What the student's own words were taken for.

use boussole::features::{WordMeaning, WrittenWord};

use super::message::{self, values};
use crate::voice::Voice;

/// At most so many words are told one by one.
const MAX_TOLD: usize = 8;

impl Voice {
    /// What is worth knowing of words that were written: which were taken for others, and which say nothing. Nothing was written without
    /// `is_written`.
    pub(crate) fn written(self, words: &[WrittenWord], is_written: bool) -> Vec<String> {
        if is_written && words.is_empty() {
            return vec![self.words(message::WORDS_NONE)];
        }
        let told = words.iter().filter_map(|word| self.understood(word));
        told.take(MAX_TOLD).collect()
    }

    fn understood(self, written: &WrittenWord) -> Option<String> {
        let word = written.word.as_str();
        match &written.meaning {
            WordMeaning::Known => None,
            WordMeaning::Repaired { understood } => {
                Some(self.words_with(message::WORDS_REPAIRED, values![word, understood = understood.as_str()]))
            }
            WordMeaning::TooCommon => Some(self.words_with(message::WORDS_TOO_COMMON, values![word])),
            WordMeaning::Unknown => Some(self.words_with(message::WORDS_UNKNOWN, values![word])),
        }
    }
}
