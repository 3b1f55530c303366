//! The ways of asking that are compared.

use serde::Serialize;

use super::student::Student;
use boussole::quiz::{HARD_LIMIT, Order, Quiz, SectorsAsked, Settings};

/// The numbers of questions after which rankings are compared.
pub(super) const CHECKPOINTS: [usize; 11] = [5, 8, 10, 12, 15, 18, 20, 22, 25, 30, 40];

/// A way of choosing questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Policy {
    /// The most informative question next, each interest once.
    Adaptive,
    /// The most informative question next, each interest up to twice.
    AdaptiveTwice,
    /// One order for everybody, the interest that moves scores most first, each interest once.
    Static,
    /// A random order for each student, each interest once.
    Random,
}

impl Policy {
    /// All policies, in the order of reports.
    pub const ALL: [Self; 4] = [Self::Adaptive, Self::AdaptiveTwice, Self::Static, Self::Random];

    /// The name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Adaptive => "adaptive",
            Self::AdaptiveTwice => "adaptive_twice",
            Self::Static => "static",
            Self::Random => "random",
        }
    }

    /// How often an interest is asked.
    pub const fn max_wordings(self) -> usize {
        if matches!(self, Self::AdaptiveTwice) { 2 } else { 1 }
    }
}

/// Settings that never stop before everything is asked.
fn endless(order: Order, max_wordings: usize) -> Settings {
    Settings {
        order,
        min_questions: HARD_LIMIT,
        max_questions: HARD_LIMIT,
        min_information: 0.0,
        max_wordings,
        sectors: SectorsAsked::Not,
    }
}

/// The order in which this policy asks a student, as positions of questions.
pub(super) fn questions(policy: Policy, quiz: &Quiz, student: &mut Student) -> Vec<usize> {
    match policy {
        Policy::Adaptive | Policy::AdaptiveTwice => {
            let session = student.asked(quiz, endless(Order::Adaptive, policy.max_wordings()));
            session.given().iter().filter_map(|given| quiz.position(&given.question)).collect()
        }
        Policy::Static => {
            let mut topics: Vec<_> = quiz.topics().iter().collect();
            topics.sort_by_key(|topic| topic.static_rank);
            topics.into_iter().map(|topic| topic.wordings[0]).collect()
        }
        Policy::Random => {
            let mut questions: Vec<usize> = quiz.topics().iter().map(|topic| topic.wordings[0]).collect();
            student.random.shuffle(&mut questions);
            questions
        }
    }
}
