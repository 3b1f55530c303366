//! The session: the answers of one student so far.

use serde::{Deserialize, Serialize};

use super::answer::{Answer, GivenAnswer};
use super::observation::{Observation, observe};
use super::question::{Asks, LevelAsked, Question, QuestionKind};
use super::questions::Quiz;
use super::settings::{Progress, Settings};
use super::state::{NextInterest, SessionState};
use crate::catalogue::nearest;
use crate::profile::{Profile, ProfileBuilder};

/// The answers of one student in their order, and the settings of the quiz.
///
/// A plain value that can be serialised, compared, and stored by the app between two questions. It contains no clock, no random state
/// and nothing about the person: the next question depends only on the answers and the [`Quiz`], and equal answers produce equal
/// bytes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "SessionForm", into = "SessionForm")]
pub struct Session {
    seed: u64,
    settings: Settings,
    given: Vec<GivenAnswer>,
}

/// The error for an invalid answer or session.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
#[allow(missing_docs, reason = "the message names every field")]
pub enum SessionError {
    /// A session with another schema.
    #[error("session: expected schema \"{expected}\", found \"{found}\"")]
    Schema { expected: &'static str, found: String },
    /// Text that is not a session.
    #[error("session: expected JSON with `schema`, `settings` and `given`, found: {reason}")]
    Syntax { reason: String },
    /// A question that is not in the quiz.
    #[error("session: expected a question of the quiz, found « {id} »; the nearest are {}", nearest.join(", "))]
    UnknownQuestion { id: String, nearest: Vec<String> },
    /// A second answer to a question.
    #[error("session: question {id}: expected one answer, found two; take the first back before")]
    AnsweredTwice { id: String },
    /// An answer that the question does not accept.
    #[error("session: question {id}: expected {expected}, found {found:?}")]
    WrongAnswer { id: String, expected: &'static str, found: Answer },
}

/// The schema of sessions.
const SCHEMA: &str = "boussole/session/1";

/// A session as it is written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SessionForm {
    schema: String,
    #[serde(default)]
    seed: u64,
    #[serde(default)]
    settings: Settings,
    #[serde(default)]
    given: Vec<GivenAnswer>,
}

impl Session {
    /// A session without answers.
    pub fn new(settings: Settings) -> Self {
        // No answer gives more than 1 bit about an interest; NaN never stops the quiz.
        let given = settings.min_information;
        let min_information = if given.is_nan() { 0.0 } else { given.clamp(0.0, 1.0) };
        Self { seed: 0, settings: Settings { min_information, ..settings }, given: Vec::new() }
    }

    /// The same session with another seed for the order of equal scores.
    #[must_use]
    pub fn with_seed(self, seed: u64) -> Self {
        Self { seed, ..self }
    }

    /// The answers in their order.
    pub fn given(&self) -> &[GivenAnswer] {
        &self.given
    }

    /// The settings of the quiz.
    pub fn settings(&self) -> Settings {
        self.settings
    }

    /// The next question. Returns `None` when the quiz is over.
    ///
    /// First come questions that can rule out métiers, then those about interests, chosen one by one until a rule of [`Settings`]
    /// ends them, then those about studies, statuses and constraints.
    pub fn next_question<'q>(&self, quiz: &'q Quiz) -> Option<&'q Question> {
        let state = self.state(quiz);
        state.opening().next().or_else(|| match state.next_interest() {
            NextInterest::Ask { question, .. } => Some(&quiz.questions[question]),
            NextInterest::Stop { .. } => state.closing().next(),
        })
    }

    /// Records an answer to the next question, or to any other unanswered one, as a quiz on paper has its own order.
    ///
    /// # Errors
    ///
    /// [`SessionError`] if the quiz has no such question, if it is already answered, or if it does not accept the answer. The
    /// session is then unchanged.
    pub fn answer(&mut self, quiz: &Quiz, id: &str, answer: Answer) -> Result<(), SessionError> {
        check_answer(quiz, id, answer)?;
        if self.given.iter().any(|given| given.question == id) {
            return Err(SessionError::AnsweredTwice { id: id.to_owned() });
        }
        self.given.push(GivenAnswer { question: id.to_owned(), answer });
        Ok(())
    }

    /// Removes the last answer and returns it.
    pub fn back(&mut self) -> Option<GivenAnswer> {
        self.given.pop()
    }

    /// Checks a session from outside: whether every answer belongs to a question of this quiz.
    ///
    /// # Errors
    ///
    /// [`SessionError`] for the first answer that does not. Without this check, such an answer is ignored.
    pub fn check(&self, quiz: &Quiz) -> Result<(), SessionError> {
        self.given.iter().try_for_each(|given| check_answer(quiz, &given.question, given.answer))
    }

    /// How far the session has got, and why it ends.
    pub fn progress(&self, quiz: &Quiz) -> Progress {
        let state = self.state(quiz);
        let n_other = state.opening().count() + state.closing().count();
        let n_interest = state.n_interest();
        let (information, stop) = match state.next_interest() {
            NextInterest::Ask { information, .. } => (information, None),
            NextInterest::Stop { stop, information } => (information, Some(stop)),
        };
        let left = |limit: usize| limit.min(super::HARD_LIMIT).saturating_sub(n_interest).min(state.n_open());
        let (at_least, at_most) = match stop {
            Some(_) => (0, 0),
            // The next question is one of them.
            None => (left(self.least()).max(1), left(self.settings.max_questions)),
        };
        Progress {
            n_given: state.answers.iter().flatten().count(),
            n_interest,
            at_least: at_least + n_other,
            at_most: at_most + n_other,
            information,
            stop,
        }
    }

    /// The profile that results from the answers, for a recommender.
    ///
    /// # Formula
    ///
    /// ```text
    /// a_i = Σ_q loading_qi · answer_q / Σ_q |loading_qi|,   answer in {−1, −½, 0, ½, 1}
    /// ```
    ///
    /// over the questions about interest `i` with one of the five points as answer. Open questions leave no trace in the profile.
    ///
    /// # Panics
    ///
    /// Never: means of checked answers are in [−1, 1].
    pub fn profile(&self, quiz: &Quiz) -> Profile {
        let state = self.state(quiz);
        let mut builder = Profile::builder().seed(self.seed);
        for (label, answer) in quiz.interests.iter().zip(state.interest_answers()) {
            if let Some(answer) = answer {
                builder = builder.interest(label, answer);
            }
        }
        for (label, preference) in statuses(&state) {
            builder = builder.status(label, preference);
        }
        for (question, answer) in quiz.questions.iter().zip(&state.answers) {
            if let (Asks::AccessLevel { sets, .. }, Some(Answer::Level(level))) = (&question.asks, answer) {
                builder = match sets {
                    LevelAsked::Reached => builder.reached(*level),
                    LevelAsked::Willing => builder.willing(*level),
                };
            }
        }
        let gates = state.gates();
        builder = gates.max_access_level.into_iter().fold(builder, ProfileBuilder::max_access_level);
        builder = gates.statuses.iter().fold(builder, |builder, status| builder.only_status(status.as_str()));
        builder = gates.sectors.iter().fold(builder, |builder, sector| builder.only_sector(sector.as_str()));
        builder.build().expect("each label is there once, and means of answers are in [-1, 1]")
    }

    /// What a counsellor would notice in the answers: contradictions, long runs of one answer, many open questions.
    pub fn observations(&self, quiz: &Quiz) -> Vec<Observation> {
        observe(quiz, &self.given)
    }

    /// The session as JSON, for the app to store.
    ///
    /// # Panics
    ///
    /// Never: the least information is a finite number.
    #[cfg(feature = "json")]
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).expect("a session has text keys only")
    }

    /// Reads a session that [`to_json`](Self::to_json) wrote and checks it against the quiz.
    ///
    /// # Errors
    ///
    /// [`SessionError`] for text that is not a session, and for an answer that does not belong to a question of this quiz.
    #[cfg(feature = "json")]
    pub fn from_json(text: &str, quiz: &Quiz) -> Result<Self, SessionError> {
        let session: Self = serde_json::from_str(text).map_err(|error| SessionError::Syntax { reason: error.to_string() })?;
        session.check(quiz)?;
        Ok(session)
    }

    pub(super) fn state<'q>(&self, quiz: &'q Quiz) -> SessionState<'q> {
        SessionState::of(quiz, self.settings, &self.given)
    }

    /// The smallest number of questions about interests, which is all of them in the order for paper.
    fn least(&self) -> usize {
        match self.settings.order {
            super::Order::Adaptive => self.settings.min_questions.min(self.settings.max_questions),
            super::Order::Static => self.settings.max_questions,
        }
    }
}

/// The mean preference for each status with an answer, in the order of the questions.
fn statuses<'q>(state: &SessionState<'q>) -> Vec<(&'q str, f64)> {
    let mut sums: Vec<(&str, f64, f64)> = Vec::new();
    for &position in &state.quiz.by_id {
        let Asks::Status(label) = &state.quiz.questions[position].asks else { continue };
        let Some(answer) = state.answers[position].and_then(Answer::value) else { continue };
        match sums.iter_mut().find(|(seen, ..)| seen == label) {
            Some((_, sum, n)) => (*sum, *n) = (*sum + answer, *n + 1.0),
            None => sums.push((label, answer, 1.0)),
        }
    }
    sums.into_iter().map(|(label, sum, n)| (label, sum / n)).collect()
}

/// Checks that the quiz has the question, and that the question accepts the answer.
fn check_answer(quiz: &Quiz, id: &str, answer: Answer) -> Result<(), SessionError> {
    let Some(question) = quiz.question(id) else {
        let ids = quiz.questions.iter().map(|question| question.id.as_str());
        let nearest = nearest(id, ids, 3).into_iter().map(str::to_owned).collect();
        return Err(SessionError::UnknownQuestion { id: id.to_owned(), nearest });
    };
    let (is_fitting, expected) = match question.kind() {
        QuestionKind::AccessLevel => {
            let is_choice = question.choices().iter().any(|choice| answer == Answer::Level(choice.level));
            (is_choice, "one of its levels, dont_know or skip")
        }
        QuestionKind::Interest | QuestionKind::Status | QuestionKind::Constraint => {
            (answer.point().is_some(), "one of the five points, dont_know or skip")
        }
    };
    if is_fitting || answer.is_open() {
        return Ok(());
    }
    Err(SessionError::WrongAnswer { id: id.to_owned(), expected, found: answer })
}

impl TryFrom<SessionForm> for Session {
    type Error = SessionError;

    fn try_from(form: SessionForm) -> Result<Self, Self::Error> {
        if form.schema != SCHEMA {
            return Err(SessionError::Schema { expected: SCHEMA, found: form.schema });
        }
        for (index, given) in form.given.iter().enumerate() {
            if form.given[..index].iter().any(|earlier| earlier.question == given.question) {
                return Err(SessionError::AnsweredTwice { id: given.question.clone() });
            }
        }
        Ok(Self { seed: form.seed, settings: form.settings, given: form.given })
    }
}

impl From<Session> for SessionForm {
    fn from(session: Session) -> Self {
        Self { schema: SCHEMA.to_owned(), seed: session.seed, settings: session.settings, given: session.given }
    }
}
