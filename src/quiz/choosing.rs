//! Which question about interests or sectors comes next, and when these end.

use super::answer::Answer;
use super::settings::{HARD_LIMIT, Order, SectorsAsked, Stop};
use super::state::SessionState;

/// Expected information is rounded to billionths of a bit before it is compared, so that the last digits of a logarithm decide
/// nothing.
const INFORMATION_SCALE: f64 = 1e9;

/// The next step among the questions that are chosen one by one.
pub(super) enum NextChosen {
    Ask { question: usize, information: f64 },
    Stop { stop: Stop, information: f64 },
}

/// A question that may be asked next.
struct Candidate {
    question: usize,
    information: f64,
    is_first_wording: bool,
    is_sector: bool,
    /// The place in the order for paper.
    static_place: usize,
}

impl SessionState<'_> {
    /// The next question, or the reason to stop: every interest once, and then second wordings where they tell enough.
    pub(super) fn next_chosen(&self) -> NextChosen {
        let candidates = self.candidates();
        let (n, limit, n_unasked) = (self.n_chosen(), self.limit(), self.n_unasked());
        let is_first_pass = 0 < n_unasked;
        // A sector never takes the place of an interest that was not asked.
        let has_room = n + n_unasked < limit;
        let may_be_asked = |one: &&Candidate| {
            if one.is_sector { has_room || !is_first_pass } else { one.is_first_wording == is_first_pass }
        };
        let best = candidates.iter().filter(may_be_asked).min_by(|left, right| self.order(left, right));
        let Some(best) = best else { return NextChosen::Stop { stop: Stop::NothingLeft, information: 0.0 } };
        let Candidate { question, information, .. } = *best;
        if limit <= n {
            return NextChosen::Stop { stop: Stop::Length, information };
        }
        let is_adaptive = self.settings.order == Order::Adaptive;
        let is_enough = !is_first_pass && self.settings.min_questions <= n;
        if is_adaptive && is_enough && information < self.settings.min_information {
            return NextChosen::Stop { stop: Stop::LittleToLearn, information };
        }
        NextChosen::Ask { question, information }
    }

    /// All that may be asked, interests that were not asked yet first, with the expected information of each.
    pub(super) fn ordered_candidates(&self) -> Vec<(usize, f64)> {
        let mut candidates = self.candidates();
        candidates
            .sort_by(|left, right| right.is_first_wording.cmp(&left.is_first_wording).then_with(|| self.order(left, right)));
        candidates.into_iter().map(|one| (one.question, one.information)).collect()
    }

    /// The most questions that are chosen one by one.
    pub(super) fn limit(&self) -> usize {
        self.settings.max_questions.min(HARD_LIMIT.max(self.quiz.topics.len()))
    }

    /// The number of topics that were not asked about, of those that may be.
    pub(super) fn n_unasked(&self) -> usize {
        let is_unasked = |wordings: &[usize]| 0 < self.settings.max_wordings && self.n_asked(wordings) == 0;
        self.quiz.topics.iter().filter(|topic| is_unasked(&topic.wordings)).count()
    }

    /// The number of questions that may still be chosen one by one, apart from the limit on length.
    pub(super) fn n_open(&self) -> usize {
        let most = self.settings.max_wordings;
        let open = |wordings: &[usize]| {
            if self.is_impossible(wordings) { 0 } else { wordings.len().min(most).saturating_sub(self.n_asked(wordings)) }
        };
        let of_topics: usize = self.quiz.topics.iter().map(|topic| open(&topic.wordings)).sum();
        of_topics + self.open_sectors().count()
    }

    fn candidates(&self) -> Vec<Candidate> {
        let masses = self.masses();
        let (topics, n_topics) = (&self.quiz.topics, self.quiz.topics.len());
        let information = |place: usize| self.quiz.likelihood.information(masses[place]);
        let of_topic = |(place, topic): (usize, &super::Topic)| {
            let n_asked = self.n_asked(&topic.wordings);
            let may_be_asked = n_asked < self.settings.max_wordings && !self.is_impossible(&topic.wordings);
            let question = topic.wordings.iter().find(|question| self.answers[**question].is_none()).filter(|_| may_be_asked)?;
            Some(Candidate {
                question: *question,
                information: information(place),
                is_first_wording: n_asked == 0,
                is_sector: false,
                static_place: n_asked * n_topics + topic.static_rank,
            })
        };
        let of_sector = |(place, question): (usize, usize)| Candidate {
            question,
            information: information(n_topics + place),
            is_first_wording: false,
            is_sector: true,
            static_place: usize::MAX,
        };
        topics.iter().enumerate().filter_map(of_topic).chain(self.open_sectors().map(of_sector)).collect()
    }

    /// Sectors that were not asked about, with the first of their questions.
    fn open_sectors(&self) -> impl Iterator<Item = (usize, usize)> {
        let are_asked = self.settings.sectors == SectorsAsked::OneByOne && 0 < self.settings.max_wordings;
        let sectors = self.quiz.sectors.iter().enumerate().filter(move |_| are_asked);
        sectors
            .filter(|(_, sector)| self.n_asked(&sector.questions) == 0)
            .filter_map(|(place, sector)| sector.questions.first().map(|question| (place, *question)))
    }

    /// Whether the student said of one of these questions that it is not possible for them; the interest is then not asked again.
    fn is_impossible(&self, wordings: &[usize]) -> bool {
        wordings.iter().any(|question| self.answers[*question] == Some(&Answer::NotPossible))
    }

    /// The better one first; equal ones by their identifiers.
    fn order(&self, left: &Candidate, right: &Candidate) -> std::cmp::Ordering {
        let key = |one: &Candidate| match self.settings.order {
            Order::Adaptive => (-rounded(one.information), 0),
            Order::Static => (0, one.static_place),
        };
        let id = |one: &Candidate| self.quiz.questions[one.question].id.as_str();
        key(left).cmp(&key(right)).then_with(|| id(left).cmp(id(right)))
    }
}

#[allow(clippy::cast_possible_truncation, reason = "information is in [0, 1] bit, its billionths fit in 31 bits")]
fn rounded(information: f64) -> i64 {
    (information * INFORMATION_SCALE).round() as i64
}
