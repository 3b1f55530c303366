//! The quiz: questions checked against a catalogue, and what choosing among them needs.

use std::collections::BTreeMap;

use super::belief::{Patterns, Topic};
use super::compile::{Checked, check};
use super::gates::GateMasks;
use super::likelihood::Likelihood;
use super::problem::QuizError;
use super::question::{Kind, Question};
use crate::catalogue::Catalogue;
use crate::criteria::columns_and_rows;
use crate::features::Criterion;

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
    pub(super) patterns: Patterns,
    pub(super) gates: GateMasks,
    pub(super) likelihood: Likelihood,
    set_aside: Vec<SetAside>,
}

/// A question that is not asked because no métier of the catalogue carries its labels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// The identifier of the question.
    pub id: String,
    /// The labels that the library knows and the catalogue does not use.
    pub labels: Vec<String>,
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
        let Checked { questions, set_aside } = check(questions, catalogue)?;
        let place = |label: &str| catalogue.interests().find(label).expect("the check put labels in the catalogue's spelling");
        let loadings: Vec<Vec<(usize, f64)>> = questions
            .iter()
            .map(|question| question.interests().iter().map(|(label, loading)| (place(label), *loading)).collect())
            .collect();
        let mut by_id: Vec<usize> = (0..questions.len()).collect();
        by_id.sort_by(|left, right| questions[*left].id.cmp(&questions[*right].id));
        let topics = topics(&questions, &by_id, &loadings, catalogue);
        Ok(Self {
            patterns: Patterns::of(&topics_of_metiers(&topics, catalogue), topics.len()),
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

/// Questions about interests, gathered by the set of interests, in the order of the sets.
fn topics(questions: &[Question], by_id: &[usize], loadings: &[Vec<(usize, f64)>], catalogue: &Catalogue) -> Vec<Topic> {
    let mut wordings: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
    for position in by_id.iter().copied().filter(|position| questions[*position].kind() == Kind::Interest) {
        let mut interests: Vec<usize> = loadings[position].iter().map(|(place, _)| *place).collect();
        interests.sort_unstable();
        wordings.entry(interests).or_default().push(position);
    }
    let mut topics: Vec<Topic> =
        wordings.into_iter().map(|(interests, wordings)| Topic { interests, wordings, static_rank: 0 }).collect();
    let spreads = spreads(&topics, catalogue);
    let mut order: Vec<usize> = (0..topics.len()).collect();
    order.sort_by(|left, right| spreads[*right].total_cmp(&spreads[*left]).then(left.cmp(right)));
    for (rank, topic) in order.into_iter().enumerate() {
        topics[topic].static_rank = rank;
    }
    topics
}

/// How much an answer to each topic moves scores: the variance over métiers of what it adds, rounded so that order can not matter.
///
/// # Formula
///
/// ```text
/// spread(t) = Var over métiers m of Σ_{i ∈ t} x_mi,   x_mi = w_i / (W_m + κ) for the interests of m, else 0
/// ```
fn spreads(topics: &[Topic], catalogue: &Catalogue) -> Vec<f64> {
    let (space, matrix) = columns_and_rows(catalogue);
    let interests = space.group(Criterion::Interest);
    let n_metiers = matrix.n_metiers().max(1) as f64;
    let spread = |topic: &Topic| {
        let value = |row: crate::features::Row<'_>| -> f64 {
            row.entries_in(&interests).filter(|(place, _)| topic.interests.contains(place)).map(|(_, value)| value).sum()
        };
        let values: Vec<f64> = matrix.rows().map(value).collect();
        let mean = values.iter().sum::<f64>() / n_metiers;
        let variance = values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / n_metiers;
        (variance * SPREAD_SCALE).round()
    };
    topics.iter().map(spread).collect()
}

/// Spreads are compared in billionths: below that they differ by rounding only.
const SPREAD_SCALE: f64 = 1e9;

/// For each métier the topics of which it has an interest.
fn topics_of_metiers(topics: &[Topic], catalogue: &Catalogue) -> Vec<Vec<usize>> {
    let vocabulary = catalogue.interests();
    let of_metier = |metier: &crate::catalogue::Metier| {
        let places: Vec<usize> = metier.interests.iter().filter_map(|label| vocabulary.find(label.as_str()).ok()).collect();
        let has = |topic: &Topic| topic.interests.iter().any(|interest| places.contains(interest));
        topics.iter().enumerate().filter(|(_, topic)| has(topic)).map(|(place, _)| place).collect()
    };
    catalogue.metiers().iter().map(|metier| of_metier(metier)).collect()
}
