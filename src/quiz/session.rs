//! The session: the answers of one student so far.

use serde::{Deserialize, Serialize};

use super::answer::{Answer, GivenAnswer};
use super::choosing::NextChosen;
use super::observation::{Observation, observe};
use super::outcome::{portrait, profile};
use super::question::{Asks, Question, QuestionKind};
use super::questions::Quiz;
use super::settings::{Progress, Settings, Stop};
use super::state::SessionState;
use crate::catalogue::{Catalogue, clean_label, nearest_ids, nearest_text};
use crate::profile::{MAX_WRITTEN, Portrait, Profile};

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
    #[error("session: expected a question of the quiz, found « {id} »; {}", nearest_text(nearest))]
    UnknownQuestion { id: String, nearest: Vec<String> },
    /// A second answer to a question.
    #[error("session: question {id}: expected one answer, found two; take the first back before")]
    AnsweredTwice { id: String },
    /// An answer that the question does not accept.
    #[error("session: question {id}: expected {expected}, found {found:?}")]
    WrongAnswer { id: String, expected: &'static str, found: Answer },
}

/// The schema of sessions that are written.
const SCHEMA: &str = "boussole/session/2";

/// Schemas that are read: the first had no sectors, no filter of the level and no « pas possible pour moi ».
const READ: [&str; 2] = ["boussole/session/1", SCHEMA];

/// A session as it is written.
#[derive(Serialize, Deserialize)]
#[serde(expecting = "a table of names and values")]
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
    /// First come questions that can rule out métiers, then those about interests and sectors, chosen one by one until a rule of
    /// [`Settings`] ends them, with the list of sectors once every interest was asked; then those about studies, statuses and
    /// constraints.
    pub fn next_question<'q>(&self, quiz: &'q Quiz) -> Option<&'q Question> {
        let state = self.state(quiz);
        let (opening, list, closing) = (state.opening().next(), state.lists().next(), state.closing().next());
        let next = match state.next_chosen() {
            NextChosen::Ask { question, .. } if 0 < state.n_unasked() || list.is_none() => Some(question),
            NextChosen::Ask { .. } | NextChosen::Stop { .. } => None,
        };
        let id = match (opening, next) {
            (Some(opening), _) => Some(opening.id.as_str()),
            (None, Some(next)) => Some(quiz.questions[next].id.as_str()),
            (None, None) => list.or(closing).map(|question| question.id.as_str()),
        };
        id.and_then(|id| quiz.question(id))
    }

    /// Questions about interests and sectors that may be asked, with the information that each is expected to yield, in bits: for an app
    /// that chooses otherwise. Interests that were not asked yet come first, then the others, each part by information.
    pub fn candidates<'q>(&self, quiz: &'q Quiz) -> Vec<(&'q Question, f64)> {
        let found = self.state(quiz).ordered_candidates();
        found.into_iter().map(|(position, information)| (&quiz.questions[position], information)).collect()
    }

    /// Records an answer to the next question, or to any other unanswered one, as a quiz on paper has its own order.
    ///
    /// # Errors
    ///
    /// [`SessionError`] if the quiz has no such question, if it is already answered, or if it does not accept the answer. The
    /// session is then unchanged.
    pub fn answer(&mut self, quiz: &Quiz, id: &str, answer: Answer) -> Result<(), SessionError> {
        check_answer(quiz, id, &answer)?;
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
        self.given.iter().try_for_each(|given| check_answer(quiz, &given.question, &given.answer))
    }

    /// Replaces the answer to a question in place, or records it, so that a student can correct what is known of them.
    ///
    /// # Errors
    ///
    /// [`SessionError`] if the quiz has no such question, or if it does not accept the answer. The session is then unchanged.
    pub fn change(&mut self, quiz: &Quiz, id: &str, answer: Answer) -> Result<(), SessionError> {
        check_answer(quiz, id, &answer)?;
        match self.given.iter_mut().find(|given| given.question == id) {
            Some(given) => given.answer = answer,
            None => self.given.push(GivenAnswer { question: id.to_owned(), answer }),
        }
        Ok(())
    }

    /// How far the session has got, and why it ends.
    pub fn progress(&self, quiz: &Quiz) -> Progress {
        let state = self.state(quiz);
        let (n_chosen, n_unasked, n_lists) = (state.n_chosen(), state.n_unasked(), state.lists().count());
        let (information, stop) = match state.next_chosen() {
            NextChosen::Ask { information, .. } => (information, None),
            // A list of sectors may make questions worth asking that were not.
            NextChosen::Stop { stop: Stop::LittleToLearn, information } if 0 < n_lists => (information, None),
            NextChosen::Stop { stop, information } => (information, Some(stop)),
        };
        let left = state.limit().saturating_sub(n_chosen).min(if stop.is_some() { 0 } else { state.n_open() });
        // The next question is one of them, unless a list comes first.
        let chosen_least = left.min(n_unasked.max(usize::from(n_lists == 0)));
        let n_certain = state.opening().count() + n_lists;
        let (closing_least, closing_most) = state.n_closing(stop.is_some());
        Progress {
            n_given: state.answers.iter().flatten().count(),
            n_interest: state.n_interest(),
            n_topics: quiz.topics.len(),
            n_unasked,
            may_stop: self.settings.min_questions <= n_chosen || stop.is_some(),
            at_least: chosen_least + n_certain + closing_least,
            at_most: left + n_certain + closing_most,
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
    /// over the questions about interest `i` with one of the five points as answer. Open questions leave no trace in the profile. What
    /// bothers the student is a [`Constraint`](crate::profile::Constraint) of the profile, by its loading, or half of it for
    /// « plutôt oui »; so is an interest that is not possible for them, wholly. No such answer raises an interest.
    ///
    /// # Panics
    ///
    /// Never: means of checked answers are in [−1, 1].
    pub fn profile(&self, quiz: &Quiz) -> Profile {
        profile(&self.state(quiz), self.seed)
    }

    /// What the student likes and avoids, and what they were not asked, to be shown and corrected before anything is recommended.
    pub fn portrait(&self, quiz: &Quiz, catalogue: &Catalogue) -> Portrait {
        portrait(&self.state(quiz), &self.profile(quiz), catalogue)
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

    pub(super) fn state<'s>(&'s self, quiz: &'s Quiz) -> SessionState<'s> {
        SessionState::of(quiz, self.settings, &self.given)
    }
}

/// Checks that the quiz has the question, and that the question accepts the answer.
fn check_answer(quiz: &Quiz, id: &str, answer: &Answer) -> Result<(), SessionError> {
    let Some(question) = quiz.question(id) else {
        let ids = quiz.questions.iter().map(|question| question.id.as_str());
        let nearest = nearest_ids(id, ids, 3).into_iter().map(str::to_owned).collect();
        return Err(SessionError::UnknownQuestion { id: id.to_owned(), nearest });
    };
    let (is_fitting, expected) = match question.kind() {
        QuestionKind::AccessLevel => {
            let is_choice = question.choices().iter().any(|choice| *answer == Answer::Level(choice.level));
            (is_choice, "one of its levels, dont_know or skip")
        }
        QuestionKind::LevelFilter => {
            (matches!(answer, Answer::OnlyUpTo | Answer::LongerToo), "only_up_to, longer_too, dont_know or skip")
        }
        QuestionKind::Sectors => (is_choice_of_sectors(question, answer), "some of its sectors, each once, dont_know or skip"),
        QuestionKind::Words => (is_written(answer), "a list of words, at most 2000 characters in all, dont_know or skip"),
        QuestionKind::Sector | QuestionKind::Status => (answer.point().is_some(), "one of the five points, dont_know or skip"),
        QuestionKind::Interest | QuestionKind::Constraint => {
            let is_fitting = answer.point().is_some() || *answer == Answer::NotPossible;
            (is_fitting, "one of the five points, not_possible, dont_know or skip")
        }
    };
    if is_fitting || answer.is_open() {
        return Ok(());
    }
    Err(SessionError::WrongAnswer { id: id.to_owned(), expected, found: answer.clone() })
}

/// Whether an answer is some words, and not more than a profile takes.
fn is_written(answer: &Answer) -> bool {
    let Answer::Words(words) = answer else { return false };
    let n_characters: usize = words.iter().map(|text| text.chars().count()).sum();
    !words.is_empty() && words.iter().all(|text| !clean_label(text).is_empty()) && n_characters <= MAX_WRITTEN
}

/// Whether an answer names sectors of the question, each once, and not too many.
fn is_choice_of_sectors(question: &Question, answer: &Answer) -> bool {
    let (Asks::Sectors { most, choices }, Answer::Sectors(chosen)) = (&question.asks, answer) else { return false };
    let is_offered = |sector: &String| choices.iter().any(|choice| choice.sector == *sector);
    let is_new = |(place, sector): (usize, &String)| !chosen[..place].contains(sector);
    chosen.len() <= *most && chosen.iter().all(is_offered) && chosen.iter().enumerate().all(is_new)
}

impl TryFrom<SessionForm> for Session {
    type Error = SessionError;

    fn try_from(form: SessionForm) -> Result<Self, Self::Error> {
        if !READ.contains(&form.schema.as_str()) {
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
