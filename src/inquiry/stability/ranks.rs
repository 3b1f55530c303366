//! How far ranks move when one answer is left out or moved by one step.

use crate::inquiry::change::{AnswerMove, Change, small_moves};
use crate::inquiry::rerank::Rerank;
use crate::ranking::Rounded;

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
    /// The best rank if every draw among equals were won: at most `best`.
    pub luckiest: usize,
    /// The worst rank if every draw among equals were lost: at least `worst`.
    pub unluckiest: usize,
}

/// A rank, and the answer that leads there.
type Extreme = (usize, Option<AnswerMove>);

/// The intervals of some contenders with these ranks.
pub(super) fn rank_intervals(rerank: &Rerank<'_>, contenders: &[usize], ranks: &[usize]) -> Vec<RankInterval> {
    let mut extremes: Vec<[Extreme; 2]> = ranks.iter().map(|rank| [(*rank, None); 2]).collect();
    let mut by_luck: Vec<(usize, usize)> = ranks.iter().map(|rank| (*rank, *rank)).collect();
    for step in small_moves(&rerank.answered) {
        let mut answered = rerank.answered.clone();
        step.apply(&mut answered);
        let other_field = rerank.field_after(&step);
        let field = other_field.as_ref().unwrap_or(&rerank.field);
        let scores = rerank.scores_in(field, &answered);
        for ((contender, [best, worst]), (luckiest, unluckiest)) in contenders.iter().zip(&mut extremes).zip(&mut by_luck) {
            // Who is left aside stands behind all that are ranked.
            let there = field.contender(rerank.field.positions()[*contender]);
            let rank = there.map_or(field.len() + 1, |contender| field.rank(contender, &scores));
            let (lucky, unlucky) = there.map_or((rank, rank), |contender| draws(scores[contender], &scores));
            (*luckiest, *unluckiest) = (lucky.min(*luckiest), unlucky.max(*unluckiest));
            if rank < best.0 {
                *best = (rank, Some(step));
            }
            if worst.0 < rank {
                *worst = (rank, Some(step));
            }
        }
    }
    let named = |step: Option<AnswerMove>| step.map(|step| step.named(rerank.recommender.catalogue()));
    let interval = |([best, worst], (luckiest, unluckiest)): ([Extreme; 2], (usize, usize))| RankInterval {
        best: best.0,
        best_change: named(best.1),
        worst: worst.0,
        worst_change: named(worst.1),
        luckiest,
        unluckiest,
    };
    extremes.into_iter().zip(by_luck).map(interval).collect()
}

/// The ranks that a score has when every draw among equals is won, and when every one is lost.
fn draws(score: Rounded, scores: &[Rounded]) -> (usize, usize) {
    let n_ahead = scores.iter().filter(|other| score < **other).count();
    let n_equal = scores.iter().filter(|other| **other == score).count();
    (n_ahead + 1, n_ahead + n_equal)
}
