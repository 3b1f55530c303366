//! One answer changed: what was answered, what would be answered instead, and how far apart the two are.

use std::sync::Arc;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::catalogue::{AccessLevel, Catalogue};
use crate::criteria::{Answered, is_spoken};
use crate::profile::{AnswerField, Profile};
use crate::ranking::PLAIN_NO;

/// The answers a change may propose: no, rather no, neither, rather yes, yes.
pub const ANSWER_SCALE: [f64; 5] = [-1.0, -0.5, 0.0, 0.5, 1.0];

/// The distance between two neighbours on [`ANSWER_SCALE`].
const STEP: f64 = 0.5;

/// Another answer to one question. Facts never change: the level a student has, the métiers they never want to see.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Another answer to a label, in [−1, 1]; 0 is the same as none.
    Answer {
        /// The part of the profile.
        field: AnswerField,
        /// The label, in the spelling of the catalogue.
        label: Arc<str>,
        /// What was answered, 0 when nothing was.
        from: f64,
        /// What would be answered instead.
        to: f64,
    },
    /// Another answer on how far to study.
    Willing {
        /// How far the student wants to study; `None` when they do not say.
        from: Option<AccessLevel>,
        /// How far it would be instead; `None` when the answer is left out.
        to: Option<AccessLevel>,
    },
}

impl Serialize for Change {
    /// An object with the part of the profile, the label of an answer, and both values.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(None)?;
        match self {
            Self::Answer { field, label, from, to } => {
                object.serialize_entry("field", &field.to_string())?;
                object.serialize_entry("label", label)?;
                object.serialize_entry("from", from)?;
                object.serialize_entry("to", to)?;
            }
            Self::Willing { from, to } => {
                object.serialize_entry("field", "access_level.willing")?;
                object.serialize_entry("from", from)?;
                object.serialize_entry("to", to)?;
            }
        }
        object.end()
    }
}

impl Change {
    /// The profile with this change. Its labels must be in the spelling of the catalogue ([`Recommender::understood`]).
    ///
    /// [`Recommender::understood`]: crate::Recommender::understood
    pub fn apply(&self, profile: &Profile) -> Profile {
        match self {
            Self::Answer { field, label, to, .. } => profile.with_answer(*field, label, *to),
            Self::Willing { to, .. } => profile.with_willing(*to),
        }
    }
}

/// A change, by position in the vocabularies.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum AnswerMove {
    Answer { field: AnswerField, place: usize, from: f64, to: f64 },
    Willing { reached: Option<AccessLevel>, from: Option<AccessLevel>, to: Option<AccessLevel> },
}

impl AnswerMove {
    /// The number of steps: half an answer each, rounded up, or rungs of the ladder; at least one.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the distance is from 0 to 2")]
    pub(super) fn steps(&self) -> usize {
        match self {
            Self::Answer { from, to, .. } => ((to - from).abs() / STEP).ceil() as usize,
            Self::Willing { reached, from, to } => {
                let rung = |level: Option<AccessLevel>| level.or(*reached).map_or(0, AccessLevel::rung);
                rung(*from).abs_diff(rung(*to)).max(1)
            }
        }
    }

    /// Whether both answer the same question.
    pub(super) fn asks_the_same_as(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Answer { field, place, .. }, Self::Answer { field: other_field, place: other_place, .. }) => {
                field == other_field && place == other_place
            }
            (Self::Willing { .. }, Self::Willing { .. }) => true,
            _ => false,
        }
    }

    /// Whether it takes back a plain no to a status or a sector, or is one: that decides who takes part.
    pub(super) fn is_about_a_refusal(&self) -> bool {
        match self {
            Self::Answer { field: AnswerField::Statuses | AnswerField::Sectors, from, to, .. } => [from, to].contains(&&PLAIN_NO),
            Self::Answer { .. } | Self::Willing { .. } => false,
        }
    }

    pub(super) fn apply(&self, answered: &mut Answered) {
        match *self {
            Self::Answer { field, place, to, .. } => answered.set(field, place, to),
            Self::Willing { to, .. } => answered.willing = to,
        }
    }

    pub(super) fn named(&self, catalogue: &Catalogue) -> Change {
        match *self {
            Self::Answer { field, place, from, to } => {
                let label = field.vocabulary(catalogue).terms()[place].label.as_str().into();
                Change::Answer { field, label, from, to }
            }
            Self::Willing { from, to, .. } => Change::Willing { from, to },
        }
    }
}

/// Every answer that may change, to every value of the scale: all interests; how far the student wants to study, if they spoke about
/// study (never less than they have); statuses and sectors, if they gave any.
pub(super) fn all_moves(answered: &Answered) -> Vec<AnswerMove> {
    let mut moves = Vec::new();
    for (field, answers) in fields(answered) {
        let may_change = field == AnswerField::Interests || is_spoken(answers);
        for (place, &from) in answers.iter().enumerate().filter(|_| may_change) {
            let others = ANSWER_SCALE.into_iter().filter(|to| *to != from);
            moves.extend(others.map(|to| AnswerMove::Answer { field, place, from, to }));
        }
    }
    if answered.level().is_some() {
        let (reached, from) = (answered.reached, answered.willing);
        let others = AccessLevel::ALL.into_iter().filter(|level| reached <= Some(*level) && from != Some(*level));
        moves.extend(others.map(|level| AnswerMove::Willing { reached, from, to: Some(level) }));
    }
    moves
}

/// Every answer that was given, left out or moved by one step.
pub(super) fn small_moves(answered: &Answered) -> Vec<AnswerMove> {
    let mut moves = Vec::new();
    for (field, answers) in fields(answered) {
        for (place, &from) in answers.iter().enumerate().filter(|(_, from)| **from != 0.0) {
            let mut others = vec![0.0, (from - STEP).max(-1.0), (from + STEP).min(1.0)];
            others.dedup();
            moves.extend(others.into_iter().filter(|to| *to != from).map(|to| AnswerMove::Answer { field, place, from, to }));
        }
    }
    if let Some(willing) = answered.willing {
        let (reached, from) = (answered.reached, Some(willing));
        let rung = |rung: Option<usize>| rung.and_then(|rung| AccessLevel::ALL.get(rung)).copied();
        let neighbours = [rung(willing.rung().checked_sub(1)), rung(Some(willing.rung() + 1))];
        let neighbours = neighbours.into_iter().flatten().filter(|level| reached <= Some(*level));
        moves.extend(std::iter::once(None).chain(neighbours.map(Some)).map(|to| AnswerMove::Willing { reached, from, to }));
    }
    moves
}

fn fields(answered: &Answered) -> [(AnswerField, &[f64]); 3] {
    AnswerField::ALL.map(|field| (field, answered.answers(field)))
}
