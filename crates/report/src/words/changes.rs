//! What would have been answered instead, said.

use boussole::inquiry::Change;
use boussole::profile::AnswerField;

use super::message::{self, values};
use crate::statement::Condition;
use crate::voice::Voice;

/// A line that joins two changes has at most so many words.
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
            Condition::Willing(level) => {
                self.words_with(message::CHANGE_WILLING, values![goal = self.level_in(message::LEVEL_GOAL, level)])
            }
            Condition::NotWilling => self.words(message::CHANGE_NOT_WILLING),
        }
    }

    /// « avec « oui » à … », for a part of two changes.
    fn with_change(self, change: &Change) -> String {
        match Condition::of(change) {
            Condition::Answered { field, label, answer } => {
                let message = if is_less(change) { message::CHANGE_WITH_LESS } else { message::CHANGE_WITH };
                self.words_with(message, values![answer = self.answer(answer), question = self.question(field, label)])
            }
            Condition::Unanswered { field, label } => {
                self.words_with(message::CHANGE_WITH_NONE, values![question = self.question(field, label)])
            }
            Condition::Willing(level) => {
                self.words_with(message::CHANGE_WITH_GOAL, values![goal = self.level_in(message::LEVEL_GOAL, level)])
            }
            Condition::NotWilling => self.words(message::CHANGE_WITH_NO_GOAL),
        }
    }

    /// Two changes in one line, or in two sentences where it would be too long.
    pub(crate) fn both_changes(self, first: &Change, second: &Change) -> String {
        let both =
            |message| self.words_with(message, values![first = self.with_change(first), second = self.with_change(second)]);
        let joined = both(message::WHATIF_BOTH);
        let n_words = joined.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
        if n_words <= MAX_WORDS { joined } else { both(message::WHATIF_BOTH_APART) }
    }

    fn said(self, field: AnswerField, label: &str, answer: f64) -> String {
        self.words_with(message::CHANGE_SAID, values![answer = self.answer(answer), question = self.question(field, label)])
    }

    fn question(self, field: AnswerField, label: &str) -> String {
        match field {
            AnswerField::Interests => self.words_with(message::CHANGE_INTEREST, values![label = self.shown(label)]),
            AnswerField::Statuses => {
                self.words_with(message::CHANGE_STATUS, values![status = self.status_in(message::STATUS_OF, label)])
            }
            AnswerField::Sectors => self.words_with(message::CHANGE_SECTOR, values![label = self.shown(label)]),
        }
    }
}

/// Whether an answer stays a yes or a no, and is less of it.
fn is_less(change: &Change) -> bool {
    matches!(*change, Change::Answer { from, to, .. } if 0.0 < from * to && to.abs() < from.abs())
}
