//! Which métiers come first for the answers so far, with ties in expectation.

use crate::criteria::Query;
use crate::explanation::score;
use crate::features::{Criterion, FeatureModel};
use crate::ranking::{Recommender, Rounded};
use crate::weights::Weights;

/// How many métiers a student is shown.
pub(super) const TOP: usize = 10;

/// Scores by interests alone: the library's own scores, with the other criteria silent.
pub(super) struct Scorer<'a> {
    model: &'a FeatureModel,
    weights: Weights,
}

/// The scores of all métiers, and where the first ten end.
pub(super) struct Standing {
    scores: Vec<Rounded>,
    last: Rounded,
    /// How many places are left for métiers with the last score.
    n_left: usize,
    /// How many métiers have the last score: at least one.
    n_tied: usize,
}

impl<'a> Scorer<'a> {
    pub(super) fn new(recommender: &'a Recommender) -> Self {
        let weights = Weights::new([(Criterion::Interest, 1.0)]).expect("one weight is above 0");
        Self { model: recommender.model(), weights }
    }

    /// Ranks by these answers, given by place in the vocabulary.
    pub(super) fn standing(&self, answers: &[Option<f64>]) -> Standing {
        let query = Query::of_interests(answers, self.model, &self.weights);
        let scores: Vec<Rounded> = self.model.matrix().rows().map(|row| Rounded::of(score(&query, row))).collect();
        let mut sorted = scores.clone();
        let k = TOP.min(sorted.len());
        let (_, last, _) = sorted.select_nth_unstable_by(k - 1, |left, right| right.cmp(left));
        let last = *last;
        let n_above = scores.iter().filter(|score| last < **score).count();
        let n_tied = scores.iter().filter(|score| last == **score).count();
        Standing { scores, last, n_left: k - n_above, n_tied }
    }
}

impl Standing {
    /// How probable it is that this métier is shown.
    pub(super) fn shows(&self, metier: usize) -> f64 {
        match self.scores[metier].cmp(&self.last) {
            std::cmp::Ordering::Greater => 1.0,
            std::cmp::Ordering::Equal => self.n_left as f64 / self.n_tied as f64,
            std::cmp::Ordering::Less => 0.0,
        }
    }

    /// The expected share of the métiers shown that would be as good a choice with all answers: whose full score reaches the full
    /// score of the tenth.
    pub(super) fn overlap(&self, full: &Self) -> f64 {
        let is_good = |metier: &usize| full.last <= full.scores[*metier];
        let good = |is_wanted: &dyn Fn(Rounded) -> bool| {
            (0..self.scores.len()).filter(|metier| is_wanted(self.scores[*metier])).filter(is_good).count()
        };
        let (n_good_above, n_good_tied) = (good(&|score| self.last < score), good(&|score| self.last == score));
        // Multiplied before it is divided, so that « all are good » is 1 to the last bit.
        (n_good_above as f64 + (self.n_left * n_good_tied) as f64 / self.n_tied as f64) / TOP.min(self.scores.len()) as f64
    }
}
