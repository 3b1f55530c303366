//! What would have been answered instead, said.

use boussole::inquiry::Change;
use boussole::profile::AnswerField;

use super::message::{self, values};
use crate::statement::Condition;
use crate::voice::Voice;

/// A sentence that joins two conditions has at most so many words.
const MAX_WORDS: usize = 25;

impl Voice {
    /// « si tu avais répondu « oui » à … »
    pub(crate) fn condition(self, change: &Change) -> String {
        match Condition::of(change) {
            Condition::Answered { field, label, answer } => {
                self.words_with(message::CHANGE_ANSWERED, values![said = self.said(field, label, answer)])
            }
            Condition::Unanswered { field, label } => {
                self.words_with(message::CHANGE_UNANSWERED, values![question = self.question(field, label)])
            }
            Condition::Willing(level) => self.words_with(message::CHANGE_WILLING, values![level = level.label()]),
            Condition::NotWilling => self.words(message::CHANGE_NOT_WILLING),
        }
    }

    /// Two conditions in one sentence, or in two where it would be too long. The second does not say « si tu avais répondu » again.
    pub(crate) fn both_conditions(self, first: &Change, second: &Change) -> String {
        let second = match (Condition::of(first), Condition::of(second)) {
            (Condition::Answered { .. }, Condition::Answered { field, label, answer }) => self.said(field, label, answer),
            _ => self.condition(second),
        };
        let both = |message| self.words_with(message, values![first = self.condition(first), second = second.as_str()]);
        let joined = both(message::WHATIF_BOTH);
        let n_words = joined.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
        if n_words <= MAX_WORDS { joined } else { both(message::WHATIF_BOTH_APART) }
    }

    fn said(self, field: AnswerField, label: &str, answer: f64) -> String {
        self.words_with(message::CHANGE_SAID, values![answer = self.answer(answer), question = self.question(field, label)])
    }

    fn question(self, field: AnswerField, label: &str) -> String {
        let message = match field {
            AnswerField::Interests => message::CHANGE_INTEREST,
            AnswerField::Statuses => message::CHANGE_STATUS,
            AnswerField::Sectors => message::CHANGE_SECTOR,
        };
        self.words_with(message, values![label])
    }
}
