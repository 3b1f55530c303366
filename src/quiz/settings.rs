//! The settings of a quiz (its length and order), and the progress of a session.

use serde::{Deserialize, Serialize};

/// The largest number of questions about interests and sectors, whatever the settings: beyond it, recovery is flat (.367 at 30, .373 at 40).
pub const HARD_LIMIT: usize = 40;

/// How questions about interests are chosen, and when to stop. Every combination is valid.
///
/// | parameter | default | purpose |
/// | --- | --- | --- |
/// | `order` | adaptive | the choice of the next question |
/// | `min_questions` | 12 | the student may stop from this number on |
/// | `max_questions` | 30 | always stop at this number, and at [`HARD_LIMIT`] |
/// | `min_information` | 0.05 | once every interest was asked, stop if no question has at least this expected information, in bits |
/// | `max_wordings` | 2 | how often an interest is asked, in another wording each time |
/// | `sectors` | list | how sectors are asked |
///
/// Only questions about interests and single sectors are counted; those about studies, statuses and constraints are always asked.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(expecting = "a table of names and values")]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Which question comes next.
    pub order: Order,
    /// The number of questions from which on the student may stop with what is known.
    pub min_questions: usize,
    /// The number of questions after which a session stops.
    pub max_questions: usize,
    /// The expected information, in bits, below which no question is worth asking.
    pub min_information: f64,
    /// How many wordings of one interest may be asked.
    pub max_wordings: usize,
    /// How sectors are asked.
    pub sectors: SectorsAsked,
}

/// How sectors are asked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SectorsAsked {
    /// In one list to choose from, once every interest was asked.
    #[default]
    List,
    /// One by one, when a sector is expected to tell more than an interest.
    OneByOne,
    /// Not at all.
    Not,
}

/// Which question comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// The question with the largest expected information, given the answers so far; every interest once before any is asked twice.
    Adaptive,
    /// The same order for everybody, for paper: by how much an interest moves scores in the catalogue, first wordings first.
    Static,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            order: Order::Adaptive,
            min_questions: 12,
            max_questions: 30,
            min_information: 0.05,
            max_wordings: 2,
            sectors: SectorsAsked::List,
        }
    }
}

/// The progress of a session.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Progress {
    /// The number of questions of any kind with an answer, including those left open.
    pub n_given: usize,
    /// The number of these that are about interests.
    pub n_interest: usize,
    /// The number of interests, or sets of them, that the quiz asks about: the length of the first pass.
    pub n_topics: usize,
    /// The number of these that were not asked about yet.
    pub n_unasked: usize,
    /// Whether enough is known for the student to stop.
    pub may_stop: bool,
    /// The smallest number of questions to come, of any kind.
    pub at_least: usize,
    /// The largest number of questions to come.
    pub at_most: usize,
    /// The largest expected information of a question about interests or a sector, in bits; 0 if none is left.
    pub information: f64,
    /// Why questions about interests have ended; `None` while they continue.
    pub stop: Option<Stop>,
}

impl Progress {
    /// Whether no question is left.
    pub fn is_done(&self) -> bool {
        self.at_most == 0
    }
}

/// The reason why questions about interests end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stop {
    /// Every interest was asked, and no question has enough expected information.
    LittleToLearn,
    /// The largest number of questions was asked.
    Length,
    /// Every question that may be asked was asked.
    NothingLeft,
}
