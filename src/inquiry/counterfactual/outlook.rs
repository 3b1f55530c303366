//! Which changes of answers can not matter: bounds on a rank that are found fast and always hold.

use std::collections::BTreeMap;

use super::linear::Linear;
use crate::inquiry::change::Move;
use crate::inquiry::rerank::Rerank;
use crate::profile::AnswerField;

/// Scores further apart than this are in the order that the linear model gives, whatever rounding does: a billionth, by which
/// scores are compared, and room for the rounding of some fifty terms.
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
/// changes. It is exact but for rounding as long as no inferred value is cut at ±1; how far one is cut bounds the error.
pub(super) struct Outlook<'a> {
    linear: Linear<'a>,
    moves: &'a [Move],
    by_speech: BTreeMap<Speech, Gaps>,
    /// Base and first move, added, for one way of speaking and one move.
    started: Option<(Speech, usize, Vec<f64>)>,
    /// How many answers on interests, statuses and sectors there are.
    n_answers: [i32; 3],
}

/// Whether the student speaks about interests, and about statuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Speech {
    interests: bool,
    statuses: bool,
}

/// How far each rival is ahead, before any move, and by each move; shape (`n_rivals`) each.
struct Gaps {
    base: Vec<f64>,
    by_move: Vec<Vec<f64>>,
    half_weights: Vec<f64>,
}

impl<'a> Outlook<'a> {
    /// The outlook of one contender; nothing where scores are not linear in the answers.
    pub(super) fn of(rerank: &'a Rerank<'_>, contender: usize, moves: &'a [Move]) -> Option<Self> {
        let linear = Linear::of(rerank, contender, moves)?;
        let answered = &rerank.answered;
        let n_answers =
            AnswerField::ALL.map(|field| answered.answers(field).iter().map(|answer| i32::from(*answer != 0.0)).sum());
        Some(Self { linear, moves, by_speech: BTreeMap::new(), started: None, n_answers })
    }

    /// How many métiers have the same score whatever is answered, and win the draw.
    pub(super) fn n_always_ahead(&self) -> usize {
        self.linear.n_twins_ahead
    }

    /// The fewest and the most métiers that can be ahead after one move, or two of different questions.
    pub(super) fn n_ahead(&mut self, chosen: &[usize]) -> (usize, usize) {
        let n_twins_ahead = self.linear.n_twins_ahead;
        let Some(speech) = self.speech(chosen) else { return (n_twins_ahead, n_twins_ahead + self.linear.n_rivals) };
        if !self.by_speech.contains_key(&speech) {
            let gaps = self.gaps(speech);
            self.by_speech.insert(speech, gaps);
        }
        let gaps = &self.by_speech[&speech];
        let margin = MARGIN + self.linear.cut(chosen, &gaps.half_weights);
        let is_started = |(of, first, _): &(Speech, usize, Vec<f64>)| (*of, *first) == (speech, chosen[0]);
        if !self.started.as_ref().is_some_and(is_started) {
            let sum = gaps.base.iter().zip(&gaps.by_move[chosen[0]]).map(|(base, moved)| base + moved).collect();
            self.started = Some((speech, chosen[0], sum));
        }
        let (_, _, started) = self.started.as_ref().expect("it was put there if it was missing");
        let (surely, perhaps) = match chosen.get(1) {
            None => count(started.iter().copied(), margin),
            Some(second) => count(started.iter().zip(&gaps.by_move[*second]).map(|(start, moved)| start + moved), margin),
        };
        (n_twins_ahead + surely, n_twins_ahead + perhaps)
    }

    /// What the student speaks about after these moves; nothing where other criteria count than the linear model has.
    fn speech(&self, chosen: &[usize]) -> Option<Speech> {
        let speaks = |wanted: AnswerField, n_before: i32| {
            let change = |index: &usize| match self.moves[*index] {
                Move::Answer { field, from, to, .. } if field == wanted => i32::from(to != 0.0) - i32::from(from != 0.0),
                _ => 0,
            };
            0 < n_before + chosen.iter().map(change).sum::<i32>()
        };
        let [n_interests, n_statuses, n_sectors] = self.n_answers;
        let interests = speaks(AnswerField::Interests, n_interests);
        let keeps_sectors = n_sectors == 0 || speaks(AnswerField::Sectors, n_sectors);
        let infers_all = !interests || self.linear.surely_infers(chosen, SURELY_NOT_ZERO);
        (keeps_sectors && infers_all).then(|| Speech { interests, statuses: speaks(AnswerField::Statuses, n_statuses) })
    }

    fn gaps(&self, speech: Speech) -> Gaps {
        let half_weights = self.linear.half_weights(speech.interests, speech.statuses);
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

/// How many gaps are surely above 0, and how many may be.
fn count(gaps: impl Iterator<Item = f64>, margin: f64) -> (usize, usize) {
    gaps.fold((0, 0), |(surely, perhaps), gap| (surely + usize::from(margin < gap), perhaps + usize::from(-margin < gap)))
}
