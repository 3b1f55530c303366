//! The state of a session: its answers by question, and what follows from them.

use super::answer::{Answer, GivenAnswer};
use super::gates::joined;
use super::question::{Asks, LevelAsked, Question, QuestionKind};
use super::questions::Quiz;
use super::settings::Settings;
use crate::catalogue::AccessLevel;
use crate::profile::Gates;

/// An answer on an interest from which on it is refused: « plutôt non ». Constraints on refused interests are not asked.
const REFUSED: f64 = -0.5;

/// The answers of a session by index of the question; rebuilt for each call, so that it cannot become stale.
pub(super) struct SessionState<'q> {
    pub(super) quiz: &'q Quiz,
    pub(super) settings: Settings,
    pub(super) answers: Vec<Option<&'q Answer>>,
}

impl<'q> SessionState<'q> {
    /// The state after these answers. Answers to questions that are not in the quiz are ignored.
    pub(super) fn of(quiz: &'q Quiz, settings: Settings, given: &'q [GivenAnswer]) -> Self {
        let mut answers = vec![None; quiz.questions.len()];
        for GivenAnswer { question, answer } in given {
            if let Some(position) = quiz.position(question) {
                answers[position] = Some(answer);
            }
        }
        Self { quiz, settings, answers }
    }

    /// Questions and their answers, in the order of identifiers, so that neither the order of answers nor that of the file can change
    /// a digit.
    pub(super) fn answered(&self) -> impl Iterator<Item = (usize, &'q Answer)> {
        self.quiz.by_id.iter().filter_map(|position| Some((*position, self.answers[*position]?)))
    }

    pub(super) fn n_asked(&self, questions: &[usize]) -> usize {
        questions.iter().filter(|question| self.answers[**question].is_some()).count()
    }

    /// The number of questions about interests that were asked.
    pub(super) fn n_interest(&self) -> usize {
        self.quiz.topics.iter().map(|topic| self.n_asked(&topic.wordings)).sum()
    }

    /// The number of questions that were chosen one by one: about interests or single sectors.
    pub(super) fn n_chosen(&self) -> usize {
        self.n_interest() + self.quiz.sectors.iter().map(|sector| self.n_asked(&sector.questions)).sum::<usize>()
    }

    /// `ρ`, the probability of each topic to be the student's, then of each sector.
    pub(super) fn masses(&self) -> Vec<f64> {
        let quiz = self.quiz;
        let log_ratio = |question: &usize| {
            let point = self.answers[*question]?.point()?;
            Some(quiz.likelihood.log_ratio(if quiz.is_against(*question) { 4 - point } else { point }))
        };
        let sum = |questions: &[usize]| -> f64 { questions.iter().filter_map(log_ratio).sum() };
        let mut log_ratios: Vec<f64> = quiz.topics.iter().map(|topic| sum(&topic.wordings)).collect();
        let chosen = self.chosen_sectors();
        // A sector that was chosen from a list counts like a yes; one that was not chosen says nothing.
        let choice = quiz.likelihood.log_ratio(Answer::POINTS.len() - 1);
        let of_list = |label: &str| chosen.iter().filter(|sector| **sector == label).count() as f64 * choice;
        log_ratios.extend(quiz.sectors.iter().map(|sector| sum(&sector.questions) + of_list(&sector.label)));
        let is_closed = |question: usize| self.answers[question] == Some(&Answer::Yes);
        match quiz.gates.passes(is_closed) {
            None => quiz.patterns.masses(&log_ratios, quiz.patterns.counts()),
            Some(passes) => quiz.patterns.masses(&log_ratios, &quiz.patterns.counts_of(&passes)),
        }
    }

    /// The sectors that were chosen from lists.
    pub(super) fn chosen_sectors(&self) -> Vec<&'q str> {
        let chosen = |(_, answer): (usize, &'q Answer)| match answer {
            Answer::Sectors(sectors) => sectors.iter().map(String::as_str).collect(),
            _ => Vec::new(),
        };
        self.answered().flat_map(chosen).collect()
    }

    /// What the student wrote.
    pub(super) fn written(&self) -> impl Iterator<Item = &'q str> {
        let words = |(_, answer): (usize, &'q Answer)| if let Answer::Words(words) = answer { words.as_slice() } else { &[] };
        self.answered().flat_map(words).map(String::as_str)
    }

    /// The level that a question about studies set.
    pub(super) fn level(&self, asked: LevelAsked) -> Option<AccessLevel> {
        let of = |(position, answer): (usize, &Answer)| match (&self.quiz.questions[position].asks, answer) {
            (Asks::AccessLevel { sets, .. }, Answer::Level(level)) if *sets == asked => Some(*level),
            _ => None,
        };
        self.answered().filter_map(of).last()
    }

    /// The answer to each interest, in [−1, 1], by index in the vocabulary; `None` if none of its questions has a point as answer.
    ///
    /// # Formula
    ///
    /// ```text
    /// a_i = Σ_q loading_qi · answer_q / Σ_q |loading_qi|   over the questions about interests with one of the five points
    /// ```
    pub(super) fn interest_answers(&self) -> Vec<Option<f64>> {
        let quiz = self.quiz;
        let mut sums = vec![(0.0, 0.0); quiz.interests.len()];
        for (position, answer) in self.answered() {
            let is_own = quiz.questions[position].kind() == QuestionKind::Interest;
            let Some(answer) = answer.value().filter(|_| is_own) else { continue };
            for &(interest, loading) in &quiz.loadings[position] {
                sums[interest].0 += loading * answer;
                sums[interest].1 += loading.abs();
            }
        }
        // Rounding can move the quotient out of [−1, 1].
        sums.into_iter().map(|(sum, total): (f64, f64)| (0.0 < total).then(|| (sum / total).clamp(-1.0, 1.0))).collect()
    }

    /// The gates that were closed by a yes.
    pub(super) fn gates(&self) -> Gates {
        let closed = self.answered().filter(|(_, answer)| **answer == Answer::Yes);
        joined(closed.filter_map(|(position, _)| self.quiz.questions[position].gate()))
    }

    /// Questions that close gates, which come first, because they decide which métiers are left.
    pub(super) fn opening(&self) -> impl Iterator<Item = &'q Question> {
        self.unanswered(|question| question.gate().is_some())
    }

    /// Lists of sectors, which come when every interest was asked.
    pub(super) fn lists(&self) -> impl Iterator<Item = &'q Question> {
        let are_asked = self.settings.sectors == super::SectorsAsked::List;
        self.unanswered(move |question| are_asked && question.kind() == QuestionKind::Sectors)
    }

    /// Questions about studies, statuses and constraints, which come last, because no choice depends on them. Those that the answers
    /// have made idle are left out.
    pub(super) fn closing(&self) -> impl Iterator<Item = &'q Question> {
        let refused = self.refused();
        let has_wish = self.level(LevelAsked::Willing).is_some_and(|level| level < AccessLevel::BacPlus9AndMore);
        self.all_closing().filter(move |question| match &question.asks {
            Asks::LevelFilter { .. } => has_wish,
            Asks::Constraint { interests, .. } => !interests.iter().all(|(label, _)| refused.contains(&label.as_str())),
            _ => true,
        })
    }

    /// The least and the largest number of questions about studies, statuses and constraints to come, once questions about interests are
    /// over and before.
    pub(super) fn n_closing(&self, is_over: bool) -> (usize, usize) {
        let is_filter = |question: &&Question| question.kind() == QuestionKind::LevelFilter;
        let is_idle = |question: &&Question| is_filter(question) || question.kind() == QuestionKind::Constraint;
        if !is_over {
            let n_all = self.all_closing().count();
            return (n_all - self.all_closing().filter(is_idle).count(), n_all);
        }
        // A wish for study that is not known yet may wake the filter.
        let n_asleep = self.all_closing().filter(is_filter).count() - self.closing().filter(is_filter).count();
        let is_wish_open = self.all_closing().any(|question| question.kind() == QuestionKind::AccessLevel);
        let n = self.closing().count();
        (n, n + if is_wish_open { n_asleep } else { 0 })
    }

    /// The same with those that other answers may still make idle.
    fn all_closing(&self) -> impl Iterator<Item = &'q Question> {
        self.unanswered(|question| {
            let is_own = !question.kind().is_chosen() && question.kind() != QuestionKind::Sectors;
            is_own && question.gate().is_none()
        })
    }

    fn refused(&self) -> Vec<&'q str> {
        let answers = self.quiz.interests.iter().zip(self.interest_answers());
        answers.filter(|(_, answer)| answer.is_some_and(|answer| answer <= REFUSED)).map(|(label, _)| label.as_str()).collect()
    }

    fn unanswered(&self, is_wanted: impl Fn(&Question) -> bool) -> impl Iterator<Item = &'q Question> {
        let open: Vec<&'q Question> =
            self.quiz.questions.iter().zip(&self.answers).filter(|(_, a)| a.is_none()).map(|(q, _)| q).collect();
        open.into_iter().filter(move |question| is_wanted(question))
    }
}
