//! The quiz: questions checked against a catalogue, compiled for choosing among them.

use super::belief::InterestPatterns;
use super::check::{CheckedQuestions, SetAside, check};
use super::gates::GateMasks;
use super::likelihood::Likelihood;
use super::problem::QuizError;
use super::question::{Asks, Question, QuestionKind};
use super::topics::{SectorTopic, Topic, asked_of_metiers, sector_topics, topics};
use crate::catalogue::{Catalogue, label_key};

/// Questions that have been checked against a catalogue.
///
/// A quiz is immutable and can be shared between threads and sessions. The order of questions about interests in a file makes no
/// difference; the others are asked in their order.
#[derive(Debug, Clone, PartialEq)]
pub struct Quiz {
    pub(super) questions: Vec<Question>,
    /// The indices of the questions, sorted by identifier.
    pub(super) by_id: Vec<usize>,
    /// The interests of each question, by index in the vocabulary, with their loadings.
    pub(super) loadings: Vec<Vec<(usize, f64)>>,
    /// The labels of the interests, by index.
    pub(super) interests: Vec<String>,
    pub(super) topics: Vec<Topic>,
    pub(super) sectors: Vec<SectorTopic>,
    pub(super) patterns: InterestPatterns,
    pub(super) gates: GateMasks,
    pub(super) likelihood: Likelihood,
    set_aside: Vec<SetAside>,
}

impl Quiz {
    /// Checks questions against the labels of a catalogue.
    ///
    /// Labels may have any spelling. A label that the library knows but no métier carries sets its question aside
    /// ([`set_aside`](Self::set_aside)); an unknown label is an error.
    ///
    /// # Errors
    ///
    /// [`QuizError`] with every problem of every question.
    ///
    /// # Panics
    ///
    /// Never: the check has put all labels into the catalogue's spelling.
    pub fn new(questions: Vec<Question>, catalogue: &Catalogue) -> Result<Self, QuizError> {
        let CheckedQuestions { questions, set_aside } = check(questions, catalogue)?;
        let place = |label: &str| catalogue.interests().find(label).expect("the check put labels in the catalogue's spelling");
        let loadings: Vec<Vec<(usize, f64)>> = questions
            .iter()
            .map(|question| question.interests().iter().map(|(label, loading)| (place(label), *loading)).collect())
            .collect();
        let mut by_id: Vec<usize> = (0..questions.len()).collect();
        by_id.sort_by(|left, right| questions[*left].id.cmp(&questions[*right].id));
        let topics = topics(&questions, &by_id, &loadings, catalogue);
        let sectors = sector_topics(&questions, &by_id);
        let asked = asked_of_metiers(&topics, &sectors, catalogue);
        Ok(Self {
            patterns: InterestPatterns::of(&asked, topics.len() + sectors.len()),
            gates: GateMasks::of(&questions, catalogue),
            interests: catalogue.interests().terms().iter().map(|term| term.label.clone()).collect(),
            likelihood: Likelihood::default(),
            questions,
            by_id,
            loadings,
            topics,
            sectors,
            set_aside,
        })
    }

    /// The same quiz with other assumptions on how students answer.
    #[must_use]
    pub fn with_likelihood(self, likelihood: Likelihood) -> Self {
        Self { likelihood, ..self }
    }

    /// The questions in their original order.
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// The question with this identifier, if the quiz has it.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.position(id).map(|position| &self.questions[position])
    }

    /// Questions that are not asked, because the catalogue does not use their labels.
    pub fn set_aside(&self) -> &[SetAside] {
        &self.set_aside
    }

    /// Interests of the catalogue that no question asks about; the quiz cannot find their métiers.
    pub fn unasked_interests(&self) -> Vec<&str> {
        let is_asked = |place: usize| self.topics.iter().any(|topic| topic.interests.contains(&place));
        self.interests.iter().enumerate().filter(|(place, _)| !is_asked(*place)).map(|(_, label)| label.as_str()).collect()
    }

    /// Questions about interests, grouped by their set of interests.
    pub fn topics(&self) -> &[Topic] {
        &self.topics
    }

    /// The identifiers of the questions whose answer says something of an interest, a sector or a status, or of the question with this
    /// identifier, or for words (« words »): those that correct an entry of a portrait.
    pub fn questions_about(&self, label: &str) -> Vec<&str> {
        let key = label_key(label);
        let is_it = |other: &str| label_key(other) == key;
        let is_about = |question: &Question| match &question.asks {
            Asks::Interests(interests) => interests.iter().any(|(label, _)| is_it(label)),
            Asks::Sector(label) | Asks::Status(label) => is_it(label),
            Asks::Sectors { choices, .. } => choices.iter().any(|choice| is_it(&choice.sector)),
            Asks::AccessLevel { .. } | Asks::LevelFilter { .. } | Asks::Constraint { .. } => false,
            Asks::Words => label == QuestionKind::Words.name(),
        };
        let questions = self.by_id.iter().map(|position| &self.questions[*position]);
        questions.filter(|question| question.id == label || is_about(question)).map(|question| question.id.as_str()).collect()
    }

    /// The assumptions on how students answer.
    pub fn likelihood(&self) -> &Likelihood {
        &self.likelihood
    }

    /// Whether a yes to a question is a no to its interest.
    pub(super) fn is_against(&self, position: usize) -> bool {
        !self.loadings[position].is_empty() && self.loadings[position].iter().all(|(_, loading)| *loading < 0.0)
    }

    /// The index of a question in [`questions`](Self::questions).
    pub fn position(&self, id: &str) -> Option<usize> {
        let found = self.by_id.binary_search_by(|position| self.questions[*position].id.as_str().cmp(id));
        found.ok().map(|place| self.by_id[place])
    }
}
