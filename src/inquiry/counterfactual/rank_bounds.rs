//! Which changes of answers cannot matter: bounds on a rank that are fast to compute and always hold.

use std::collections::BTreeMap;

use super::linear::{LinearScores, SpokenTopics};
use crate::criteria::FULL_LEVEL;
use crate::features::Inference;
use crate::inquiry::change::AnswerMove;
use crate::inquiry::rerank::Rerank;
use crate::profile::AnswerField;

/// Scores further apart than this are in the order of the linear model, whatever rounding does: a billionth, the precision to
/// which scores are compared, and a margin for the rounding of some fifty terms.
const MARGIN: f64 = 1e-9 + 1e-11;

/// An inferred value above this is not 0, whatever rounding does.
const SURELY_NOT_ZERO: f64 = 1e-9;

/// How many rivals are ahead of one métier, as a function of the answers.
///
/// # Formula
///
/// ```text
/// gap_n = S(n) − S(m) = Σ_c ω_c/2 · Σ_j (x_nj − x_mj) · (a_j + Σ_o δ_oj)
/// ```
///
/// where `δ_o` is what the changed answer `o` adds to column `j`, and `ω` are the weights of what the student speaks about after the
/// changes. Apart from rounding it is exact as long as no inferred value is cut at ±1; the excess that is cut bounds the error.
pub(super) struct RankBounds<'a> {
    linear: LinearScores<'a>,
    moves: &'a [AnswerMove],
    by_topics: BTreeMap<SpokenTopics, Gaps>,
    /// The sum of the base and the first move, for one set of topics and one move.
    started: Option<(SpokenTopics, usize, Vec<f64>)>,
    /// The number of answers on interests, statuses and sectors.
    n_answers: [i32; 3],
    /// How many things the student says of what they would like.
    n_said: i32,
}

/// How far ahead each rival is before any move, and what each move adds; shape (`n_rivals`) each.
struct Gaps {
    base: Vec<f64>,
    by_move: Vec<Vec<f64>>,
    half_weights: Vec<f64>,
}

impl<'a> RankBounds<'a> {
    /// Returns `None` when scores are not linear in the answers.
    pub(super) fn of(rerank: &'a Rerank<'_>, contender: usize, moves: &'a [AnswerMove]) -> Option<Self> {
        let linear = LinearScores::of(rerank, contender, moves)?;
        let answered = &rerank.answered;
        let n_answers =
            AnswerField::ALL.map(|field| answered.answers(field).iter().map(|answer| i32::from(*answer != 0.0)).sum());
        Some(Self {
            linear,
            moves,
            by_topics: BTreeMap::new(),
            started: None,
            n_answers,
            n_said: i32::try_from(answered.n_said()).unwrap_or(i32::MAX / 2),
        })
    }

    /// How many métiers have the same score whatever the answers, and win the draw.
    pub(super) fn n_always_ahead(&self) -> usize {
        self.linear.n_twins_ahead
    }

    /// The fewest and the most métiers that can be ahead after one move, or two of different questions.
    pub(super) fn n_ahead(&mut self, chosen: &[usize]) -> (usize, usize) {
        let n_twins_ahead = self.linear.n_twins_ahead;
        let Some(spoken_topics) = self.spoken_topics(chosen) else {
            return (n_twins_ahead, n_twins_ahead + self.linear.n_rivals);
        };
        if !self.by_topics.contains_key(&spoken_topics) {
            let gaps = self.gaps(spoken_topics);
            self.by_topics.insert(spoken_topics, gaps);
        }
        let gaps = &self.by_topics[&spoken_topics];
        let margin = MARGIN + self.linear.cut(chosen, &gaps.half_weights);
        let is_started = |(of, first, _): &(SpokenTopics, usize, Vec<f64>)| (*of, *first) == (spoken_topics, chosen[0]);
        if !self.started.as_ref().is_some_and(is_started) {
            let sum = gaps.base.iter().zip(&gaps.by_move[chosen[0]]).map(|(base, moved)| base + moved).collect();
            self.started = Some((spoken_topics, chosen[0], sum));
        }
        let (_, _, started) = self.started.as_ref().expect("it was inserted when it was missing");
        let (surely, perhaps) = match chosen.get(1) {
            None => count(started.iter().copied(), margin),
            Some(second) => count(started.iter().zip(&gaps.by_move[*second]).map(|(start, moved)| start + moved), margin),
        };
        (n_twins_ahead + surely, n_twins_ahead + perhaps)
    }

    /// What the student speaks about after these moves; `None` when criteria count that the linear model does not have.
    fn spoken_topics(&self, chosen: &[usize]) -> Option<SpokenTopics> {
        let n_after = |wanted: AnswerField, n_before: i32| {
            let change = |index: &usize| match self.moves[*index] {
                AnswerMove::Answer { field, from, to, .. } if field == wanted => i32::from(to != 0.0) - i32::from(from != 0.0),
                _ => 0,
            };
            n_before + chosen.iter().map(change).sum::<i32>()
        };
        let [n_interests, n_statuses, n_sectors] = self.n_answers;
        let n_interests = n_after(AnswerField::Interests, n_interests);
        let keeps_sectors = n_sectors == 0 || 0 < n_after(AnswerField::Sectors, n_sectors);
        let interests = 0 < n_interests;
        let enough = Inference::is_enough(usize::try_from(n_interests).unwrap_or_default());
        let infers_all = !enough || self.linear.surely_infers(chosen, SURELY_NOT_ZERO);
        let statuses = 0 < n_after(AnswerField::Statuses, n_statuses);
        let more = |index: &usize| match self.moves[*index] {
            AnswerMove::Answer { from, to, .. } => i32::from(to != 0.0) - i32::from(from != 0.0),
            AnswerMove::Willing { .. } => 0,
        };
        // Whether more than enough is said makes no difference.
        let n_said = usize::try_from(self.n_said + chosen.iter().map(more).sum::<i32>()).unwrap_or_default().min(FULL_LEVEL);
        (keeps_sectors && infers_all).then_some(SpokenTopics { interests, enough, statuses, n_said })
    }

    fn gaps(&self, spoken_topics: SpokenTopics) -> Gaps {
        let half_weights = self.linear.half_weights(spoken_topics);
        let mut base = vec![0.0; self.linear.n_rivals];
        for (group, half_weight) in self.linear.groups.iter().zip(&half_weights) {
            add(&mut base, *half_weight, &group.gaps);
        }
        let moved = |index: usize| {
            let mut sum = vec![0.0; self.linear.n_rivals];
            for (group, factor, gaps) in self.linear.moved_gaps(index) {
                add(&mut sum, factor * half_weights[group], gaps);
            }
            sum
        };
        let by_move = (0..self.moves.len()).map(moved).collect();
        Gaps { base, by_move, half_weights }
    }
}

fn add(sum: &mut [f64], factor: f64, part: &[f64]) {
    sum.iter_mut().zip(part).for_each(|(sum, part)| *sum += factor * part);
}

/// How many gaps are certainly above 0, and how many may be.
fn count(gaps: impl Iterator<Item = f64>, margin: f64) -> (usize, usize) {
    gaps.fold((0, 0), |(surely, perhaps), gap| (surely + usize::from(margin < gap), perhaps + usize::from(-margin < gap)))
}
