//! The state of a session: its answers by question, and what follows from them.

use super::answer::{Answer, GivenAnswer};
use super::gates::joined;
use super::question::{Question, QuestionKind};
use super::questions::Quiz;
use super::settings::{HARD_LIMIT, Order, Settings, Stop};
use crate::profile::Gates;

/// Expected information is rounded to billionths of a bit before it is compared, so that the last digits of a logarithm decide
/// nothing.
const INFORMATION_SCALE: f64 = 1e9;

/// The answers of a session by index of the question; rebuilt for each call, so that it cannot become stale.
pub(super) struct SessionState<'q> {
    pub(super) quiz: &'q Quiz,
    pub(super) settings: Settings,
    pub(super) answers: Vec<Option<Answer>>,
}

/// The next step among the questions about interests.
pub(super) enum NextInterest {
    Ask { question: usize, information: f64 },
    Stop { stop: Stop, information: f64 },
}

impl<'q> SessionState<'q> {
    /// The state after these answers. Answers to questions that are not in the quiz are ignored.
    pub(super) fn of(quiz: &'q Quiz, settings: Settings, given: &[GivenAnswer]) -> Self {
        let mut answers = vec![None; quiz.questions.len()];
        for GivenAnswer { question, answer } in given {
            if let Some(position) = quiz.position(question) {
                answers[position] = Some(*answer);
            }
        }
        Self { quiz, settings, answers }
    }

    /// The number of questions about interests that were asked.
    pub(super) fn n_interest(&self) -> usize {
        self.quiz.topics.iter().map(|topic| self.n_asked(&topic.wordings)).sum()
    }

    fn n_asked(&self, wordings: &[usize]) -> usize {
        wordings.iter().filter(|question| self.answers[**question].is_some()).count()
    }

    /// `ρ`, the probability of each topic to be the student's.
    pub(super) fn masses(&self) -> Vec<f64> {
        let quiz = self.quiz;
        let log_ratio = |question: &usize| {
            let point = self.answers[*question]?.point()?;
            // A yes to a question against an interest is a no to the interest.
            let is_against = quiz.loadings[*question].iter().all(|(_, loading)| *loading < 0.0);
            Some(quiz.likelihood.log_ratio(if is_against { 4 - point } else { point }))
        };
        let log_ratios: Vec<f64> = quiz.topics.iter().map(|topic| topic.wordings.iter().filter_map(log_ratio).sum()).collect();
        let is_closed = |question: usize| self.answers[question] == Some(Answer::Yes);
        match quiz.gates.passes(is_closed) {
            None => quiz.patterns.masses(&log_ratios, quiz.patterns.counts()),
            Some(passes) => quiz.patterns.masses(&log_ratios, &quiz.patterns.counts_of(&passes)),
        }
    }

    /// The next question about interests, or the reason to stop.
    pub(super) fn next_interest(&self) -> NextInterest {
        let Some((question, information)) = self.best() else {
            return NextInterest::Stop { stop: Stop::NothingLeft, information: 0.0 };
        };
        let (n, settings) = (self.n_interest(), &self.settings);
        if settings.max_questions.min(HARD_LIMIT) <= n {
            return NextInterest::Stop { stop: Stop::Length, information };
        }
        let is_adaptive = settings.order == Order::Adaptive;
        if is_adaptive && settings.min_questions <= n && information < settings.min_information {
            return NextInterest::Stop { stop: Stop::LittleToLearn, information };
        }
        NextInterest::Ask { question, information }
    }

    /// The best question among those that may be asked, with its expected information.
    fn best(&self) -> Option<(usize, f64)> {
        let masses = self.masses();
        let mut best: Option<((i64, usize), usize, f64)> = None;
        for (topic, mass) in self.quiz.topics.iter().zip(masses) {
            let n_asked = self.n_asked(&topic.wordings);
            let unasked = topic.wordings.iter().find(|question| self.answers[**question].is_none());
            let Some(&question) = unasked.filter(|_| n_asked < self.settings.max_wordings) else { continue };
            let information = self.quiz.likelihood.information(mass);
            // Smaller is better.
            let key = match self.settings.order {
                Order::Adaptive => (-rounded(information), 0),
                Order::Static => (rounded(0.0), n_asked * self.quiz.topics.len() + topic.static_rank),
            };
            let is_better = best.is_none_or(|(best_key, best_question, _)| {
                key.cmp(&best_key).then_with(|| self.id(question).cmp(self.id(best_question))).is_lt()
            });
            if is_better {
                best = Some((key, question, information));
            }
        }
        best.map(|(_, question, information)| (question, information))
    }

    fn id(&self, question: usize) -> &str {
        &self.quiz.questions[question].id
    }

    /// Questions that close gates, which come first, because they decide which métiers are left.
    pub(super) fn opening(&self) -> impl Iterator<Item = &'q Question> {
        self.unanswered(|question| question.gate().is_some())
    }

    /// Questions about studies, statuses and constraints, which come last, because no other question depends on them.
    pub(super) fn closing(&self) -> impl Iterator<Item = &'q Question> {
        self.unanswered(|question| question.kind() != QuestionKind::Interest && question.gate().is_none())
    }

    fn unanswered(&self, is_wanted: impl Fn(&Question) -> bool) -> impl Iterator<Item = &'q Question> {
        let open = self.quiz.questions.iter().zip(&self.answers).filter(|(_, answer)| answer.is_none());
        open.map(|(question, _)| question).filter(move |question| is_wanted(question))
    }

    /// The number of questions about interests that may still be asked, apart from the limit on length.
    pub(super) fn n_open(&self) -> usize {
        let most = self.settings.max_wordings;
        let open = |wordings: &[usize]| wordings.len().min(most).saturating_sub(self.n_asked(wordings));
        self.quiz.topics.iter().map(|topic| open(&topic.wordings)).sum()
    }

    /// The answer to each interest, in [−1, 1], by index in the vocabulary; `None` if none of its questions has a point as answer.
    ///
    /// # Formula
    ///
    /// ```text
    /// a_i = Σ_q loading_qi · answer_q / Σ_q |loading_qi|   over the questions with one of the five points
    /// ```
    pub(super) fn interest_answers(&self) -> Vec<Option<f64>> {
        let mut sums = vec![(0.0, 0.0); self.quiz.interests.len()];
        // Summed in the order of identifiers, so that neither the order of answers nor that of the file can change a digit.
        for &question in &self.quiz.by_id {
            let Some(answer) = self.answers[question].and_then(Answer::value) else { continue };
            for &(interest, loading) in &self.quiz.loadings[question] {
                sums[interest].0 += loading * answer;
                sums[interest].1 += loading.abs();
            }
        }
        // Rounding can move the quotient out of [−1, 1].
        sums.into_iter().map(|(sum, total): (f64, f64)| (0.0 < total).then(|| (sum / total).clamp(-1.0, 1.0))).collect()
    }

    /// The gates that were closed by a yes.
    pub(super) fn gates(&self) -> Gates {
        let answered = self.quiz.questions.iter().zip(&self.answers);
        joined(answered.filter(|(_, answer)| **answer == Some(Answer::Yes)).filter_map(|(question, _)| question.gate()))
    }
}

#[allow(clippy::cast_possible_truncation, reason = "information is in [0, 1] bit, its billionths fit in 31 bits")]
fn rounded(information: f64) -> i64 {
    (information * INFORMATION_SCALE).round() as i64
}
