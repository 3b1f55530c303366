//! The quiz: questions checked against a catalogue, and what choosing among them needs.

use super::belief::InterestPatterns;
use super::check::{CheckedQuestions, SetAside, check};
use super::gates::GateMasks;
use super::likelihood::Likelihood;
use super::problem::QuizError;
use super::question::Question;
use super::topics::{Topic, topics, topics_of_metiers};
use crate::catalogue::Catalogue;

/// Questions that a catalogue can use.
///
/// It owns everything it needs, never changes, and can be shared between threads and sessions. The order of questions about interests
/// in a file makes no difference; the others are asked in their order.
#[derive(Debug, Clone, PartialEq)]
pub struct Quiz {
    pub(super) questions: Vec<Question>,
    /// Places of the questions in the order of their identifiers.
    pub(super) by_id: Vec<usize>,
    /// For each question its interests, by place in the vocabulary, with their loadings.
    pub(super) loadings: Vec<Vec<(usize, f64)>>,
    /// The labels of the interests, by place.
    pub(super) interests: Vec<String>,
    pub(super) topics: Vec<Topic>,
    pub(super) patterns: InterestPatterns,
    pub(super) gates: GateMasks,
    pub(super) likelihood: Likelihood,
    set_aside: Vec<SetAside>,
}

impl Quiz {
    /// Checks questions against the labels of a catalogue.
    ///
    /// A label in any spelling is found; one that the library knows and no métier carries sets its question aside
    /// ([`set_aside`](Self::set_aside)); any other is an error.
    ///
    /// # Errors
    ///
    /// [`QuizError`] with every problem of every question.
    ///
    /// # Panics
    ///
    /// Never: labels are looked up after the check has put them in the catalogue's spelling.
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
        Ok(Self {
            patterns: InterestPatterns::of(&topics_of_metiers(&topics, catalogue), topics.len()),
            gates: GateMasks::of(&questions, catalogue),
            interests: catalogue.interests().terms().iter().map(|term| term.label.clone()).collect(),
            likelihood: Likelihood::default(),
            questions,
            by_id,
            loadings,
            topics,
            set_aside,
        })
    }

    /// The same quiz with other assumptions on how students answer.
    #[must_use]
    pub fn with_likelihood(self, likelihood: Likelihood) -> Self {
        Self { likelihood, ..self }
    }

    /// The questions, in the order in which they were given.
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// The question with this identifier.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.position(id).map(|position| &self.questions[position])
    }

    /// Questions that are not asked, since the catalogue does not use their labels.
    pub fn set_aside(&self) -> &[SetAside] {
        &self.set_aside
    }

    /// Interests of the catalogue that no question asks about; their métiers can not be found by this quiz.
    pub fn unasked_interests(&self) -> Vec<&str> {
        let is_asked = |place: usize| self.topics.iter().any(|topic| topic.interests.contains(&place));
        self.interests.iter().enumerate().filter(|(place, _)| !is_asked(*place)).map(|(_, label)| label.as_str()).collect()
    }

    /// Questions about interests, gathered by the set of interests they ask about.
    pub fn topics(&self) -> &[Topic] {
        &self.topics
    }

    /// How students are assumed to answer.
    pub fn likelihood(&self) -> &Likelihood {
        &self.likelihood
    }

    /// The place of a question in [`questions`](Self::questions).
    pub fn position(&self, id: &str) -> Option<usize> {
        let found = self.by_id.binary_search_by(|position| self.questions[*position].id.as_str().cmp(id));
        found.ok().map(|place| self.by_id[place])
    }
}
