//! How far ranks move when one answer is left out or moved by one step.

use crate::inquiry::change::{AnswerMove, Change, small_moves};
use crate::inquiry::rerank::Rerank;

/// The best and the worst rank of a métier over all small changes of one answer, and the first changes that lead to them.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RankInterval {
    /// The best rank, the present one included.
    pub best: usize,
    /// The change that leads to the best rank; `None` when the present answers do.
    pub best_change: Option<Change>,
    /// The worst rank, the present one included; one more than are ranked when a change leaves it aside.
    pub worst: usize,
    /// The change that leads to the worst rank; `None` when the present answers do.
    pub worst_change: Option<Change>,
}

/// The intervals of some contenders with these ranks.
pub(super) fn rank_intervals(rerank: &Rerank<'_>, contenders: &[usize], ranks: &[usize]) -> Vec<RankInterval> {
    let mut extremes: Vec<[(usize, Option<AnswerMove>); 2]> = ranks.iter().map(|rank| [(*rank, None); 2]).collect();
    for step in small_moves(&rerank.answered) {
        let mut answered = rerank.answered.clone();
        step.apply(&mut answered);
        let other_field = rerank.field_after(&step);
        let field = other_field.as_ref().unwrap_or(&rerank.field);
        let scores = rerank.scores_in(field, &answered);
        for (contender, [best, worst]) in contenders.iter().zip(&mut extremes) {
            // Who is left aside stands behind all that are ranked.
            let there = field.contender(rerank.field.positions()[*contender]);
            let rank = there.map_or(field.len() + 1, |contender| field.rank(contender, &scores));
            if rank < best.0 {
                *best = (rank, Some(step));
            }
            if worst.0 < rank {
                *worst = (rank, Some(step));
            }
        }
    }
    let named = |step: Option<AnswerMove>| step.map(|step| step.named(rerank.recommender.catalogue()));
    let interval = |[best, worst]: [(usize, Option<AnswerMove>); 2]| RankInterval {
        best: best.0,
        best_change: named(best.1),
        worst: worst.0,
        worst_change: named(worst.1),
    };
    extremes.into_iter().map(interval).collect()
}
