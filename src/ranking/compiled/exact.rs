//! Exact scores of rows, which alone decide.

use super::closed_rows::ClosedRows;
use super::layout::Layout;
use crate::criteria::Query;
use crate::explanation::{Points, beyond};
use crate::features::FeatureModel;
use crate::ranking::order::{Candidate, Rounded};
use crate::weights::Weights;

/// One student's question.
#[derive(Debug, Clone, Copy)]
pub(in crate::ranking) struct Question<'a> {
    pub(in crate::ranking) model: &'a FeatureModel,
    #[cfg_attr(
        not(feature = "vectors"),
        allow(dead_code, reason = "only the filter depends on the weights before any falls silent")
    )]
    pub(in crate::ranking) weights: &'a Weights,
    pub(in crate::ranking) query: &'a Query,
    pub(in crate::ranking) closed_rows: &'a ClosedRows,
}

impl Layout {
    /// The rows that may be among the first `k`, or tie with rank `k`: all, without a filter.
    #[cfg(not(feature = "vectors"))]
    pub(in crate::ranking) fn first(&self, question: Question<'_>, k: usize) -> Vec<Candidate> {
        if k == 0 { Vec::new() } else { self.all(question) }
    }

    /// The lowest score of a row that no gate keeps out, if there is one.
    #[cfg(not(feature = "vectors"))]
    pub(in crate::ranking) fn lowest(&self, question: Question<'_>) -> Option<Rounded> {
        self.lowest_of_all(question)
    }

    /// The lowest of the scores of all rows.
    pub(super) fn lowest_of_all(&self, question: Question<'_>) -> Option<Rounded> {
        let mut lowest = None;
        self.each_score(question, |_, score| {
            let score = Rounded::of(score);
            lowest = Some(lowest.map_or(score, |low: Rounded| low.min(score)));
        });
        lowest
    }

    /// The score of every row that no gate keeps out, by its place in the catalogue.
    pub(in crate::ranking) fn each_score(&self, question: Question<'_>, mut each: impl FnMut(usize, Points)) {
        let posted = self.posted(question);
        let scorer = Scorer::new(self, question, &posted);
        let sum = self.parts.sums(question.query.coefficients());
        for row in self.open_rows(question.closed_rows) {
            each(self.terms.position(row), scorer.points_of(row, sum(row)));
        }
    }

    /// What criteria with postings add to each row; empty when the student speaks about none.
    pub(super) fn posted(&self, question: Question<'_>) -> Vec<f64> {
        let Question { model, query, .. } = question;
        let mut sums = Vec::new();
        for (criterion, postings) in &self.posted {
            // There are no coefficients of words when none was written.
            let coefficients = query.coefficients().get(model.space().group(*criterion)).unwrap_or_default();
            if 0.0 < query.weights().get(*criterion) && !coefficients.is_empty() {
                sums.resize(self.terms.n_rows(), 0.0);
                postings.add(coefficients, &mut sums);
            }
        }
        sums
    }

    /// All rows that are not kept out.
    pub(super) fn all(&self, question: Question<'_>) -> Vec<Candidate> {
        let posted = self.posted(question);
        let scorer = Scorer::new(self, question, &posted);
        self.open_rows(question.closed_rows).map(|row| scorer.candidate(row)).collect()
    }

    /// The rows that are not kept out.
    fn open_rows<'a>(&'a self, closed_rows: &'a ClosedRows) -> impl Iterator<Item = usize> + use<'a> {
        (0..self.terms.n_rows()).filter(move |row| !closed_rows.refuses(*row))
    }
}

/// Exact scores of rows.
pub(super) struct Scorer<'a> {
    layout: &'a Layout,
    neutral: Points,
    coefficients: &'a [f64],
    posted: &'a [f64],
}

impl<'a> Scorer<'a> {
    pub(super) fn new(layout: &'a Layout, question: Question<'a>, posted: &'a [f64]) -> Self {
        let query = question.query;
        let neutral = query.neutral_parts().map(|(_, neutral)| Points::of(neutral, 1.0)).sum();
        Self { layout, neutral, coefficients: query.coefficients(), posted }
    }

    /// The score of a row whose terms have this sum.
    #[inline]
    fn points_of(&self, row: usize, terms: Points) -> Points {
        let posted = self.posted.get(row).map_or(Points::ZERO, |posted| Points::exactly(*posted));
        let sum = self.neutral + terms + posted;
        sum - beyond(sum)
    }

    #[inline]
    pub(super) fn candidate(&self, row: usize) -> Candidate {
        let terms = &self.layout.terms;
        Candidate::new(terms.position(row), self.points_of(row, terms.sum(row, self.coefficients)))
    }
}
