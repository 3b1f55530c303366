//! The interests on the sheet of a métier: those that the student likes, and those they have not answered.

use boussole::catalogue::Metier;
use boussole::criteria::Origin;
use boussole::explanation::{Contribution, Explanation, Points};
use boussole::features::Criterion;
use boussole::profile::Portrait;

/// From this answer on, a yes is a plain yes, and its opposite a plain no.
pub(crate) const CLEAR_ANSWER: f64 = 0.75;

/// At most so many labels stand in one sentence.
const MAX_LABELS: usize = 3;

/// At most so many labels stand in a question about what was not answered, which may end with how many others there are.
pub(crate) const MAX_OPEN_LABELS: usize = 2;

/// Interests on the sheet that the student likes with answers of one kind, and that raise the score: one to [`MAX_LABELS`], strongest first.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct LikedInterests<'a> {
    labels: Vec<&'a str>,
    answer: f64,
    points: Points,
}

/// Interests on the sheet that the student was not asked about: at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NotAnswered<'a> {
    labels: Vec<&'a str>,
    is_more: bool,
}

impl<'a> LikedInterests<'a> {
    /// All of them, plain answers first.
    pub(crate) fn all(metier: &Metier, explanation: &'a Explanation) -> Vec<Self> {
        let is_named = |label: &str| metier.interests.iter().any(|interest| interest.as_str() == label);
        let is_liked = |term: &Contribution<'_>| {
            term.criterion == Criterion::Interest
                && term.origin == Origin::Answer
                && 0.0 < term.points.value()
                && term.feature.is_some_and(is_named)
        };
        let mut liked: Vec<Contribution<'a>> = explanation.contributions().filter(is_liked).collect();
        let is_clear = |term: &Contribution<'_>| CLEAR_ANSWER <= term.answer;
        liked.sort_by(|left, right| {
            is_clear(right).cmp(&is_clear(left)).then(right.points.value().total_cmp(&left.points.value()))
        });
        let of_one_kind = liked.chunk_by(|left, right| is_clear(left) == is_clear(right));
        of_one_kind.flat_map(|kind| kind.chunks(MAX_LABELS)).map(Self::of).collect()
    }

    fn of(terms: &[Contribution<'a>]) -> Self {
        Self {
            labels: terms.iter().filter_map(|term| term.feature).collect(),
            answer: terms[0].answer,
            points: terms.iter().map(|term| term.points).sum(),
        }
    }

    /// The labels.
    pub(crate) fn labels(&self) -> &[&'a str] {
        &self.labels
    }

    /// One of the answers; the others are of its kind.
    pub(crate) fn answer(&self) -> f64 {
        self.answer
    }

    /// What they add to the score.
    pub(crate) fn points(&self) -> Points {
        self.points
    }
}

impl<'a> NotAnswered<'a> {
    /// The interests of a sheet that the student was not asked about. Returns `None` when there are none.
    pub(crate) fn of(metier: &'a Metier, portrait: &Portrait) -> Option<Self> {
        let is_open = |label: &&str| portrait.not_asked.iter().any(|open| open == label);
        let labels: Vec<&str> = metier.interests.iter().map(boussole::Interest::as_str).filter(is_open).collect();
        let is_more = labels.len() < metier.interests.len();
        (!labels.is_empty()).then_some(Self { labels, is_more })
    }

    /// The labels, in the order of the sheet.
    pub(crate) fn labels(&self) -> &[&'a str] {
        &self.labels
    }

    /// Whether the sheet has other interests too.
    pub(crate) fn is_more(&self) -> bool {
        self.is_more
    }
}
