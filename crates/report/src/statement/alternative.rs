//! What would have to be answered otherwise, or why no other answer is enough.

use boussole::catalogue::AccessLevel;
use boussole::inquiry::{Change, Counterfactual, Goal};
use boussole::profile::AnswerField;

/// A condition contrary to fact: what the student would have said.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Condition<'a> {
    /// This answer to a label.
    Answered { field: AnswerField, label: &'a str, answer: f64 },
    /// No answer to a label.
    Unanswered { field: AnswerField, label: &'a str },
    /// The wish to study up to a level.
    Willing(AccessLevel),
    /// No wish for study.
    NotWilling,
}

impl<'a> Condition<'a> {
    /// The condition that a change stands for; the answer 0 is none.
    pub(crate) fn of(change: &'a Change) -> Self {
        match *change {
            Change::Answer { field, ref label, to: 0.0, .. } => Self::Unanswered { field, label },
            Change::Answer { field, ref label, to: answer, .. } => Self::Answered { field, label, answer },
            Change::Willing { to: Some(level), .. } => Self::Willing(level),
            Change::Willing { to: None, .. } => Self::NotWilling,
        }
    }
}

/// Why no alternative was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoAlternative {
    /// So many métiers always have the same score and win the draw; they alone fill the list.
    AheadByDraw { n: usize },
    /// One or two other answers do not bring the métier in.
    CannotEnter,
    /// One or two other answers do not take it out.
    CannotLeave,
}

impl NoAlternative {
    /// Why a search found nothing. Returns `None` when it found an alternative.
    pub(crate) fn of(found: &Counterfactual, goal: Goal) -> Option<Self> {
        let n = found.n_always_ahead;
        found.alternatives.is_empty().then_some(match goal {
            Goal::Enter if found.top <= n => Self::AheadByDraw { n },
            Goal::Enter => Self::CannotEnter,
            Goal::Leave => Self::CannotLeave,
        })
    }
}
