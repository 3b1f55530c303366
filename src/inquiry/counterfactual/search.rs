//! The smallest changes of answers that bring a métier among the first ones, or take it out: all of them, or proof that none exists.

use std::sync::Arc;

use serde::Serialize;

use super::rank_bounds::RankBounds;
use crate::catalogue::{Metier, MetierId};
use crate::inquiry::change::{AnswerMove, Change};
use crate::inquiry::combinations::combinations;
use crate::inquiry::rerank::Rerank;
use crate::profile::{Profile, ProfileError};
use crate::ranking::{GateReason, Recommender};
use crate::serialize_keys;

/// How many alternatives are kept; more of the same size add nothing new. All of them are counted.
const MAX_ALTERNATIVES: usize = 10;

/// What would bring a métier among the first ones, or take it out.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Counterfactual {
    /// The métier.
    pub metier: Arc<Metier>,
    /// How many métiers are shown.
    pub top: usize,
    /// How many métiers are ranked.
    pub n_ranked: usize,
    /// The rank of the métier now, from 1, or the gate that keeps it out whatever is answered.
    pub rank: Result<usize, GateReason>,
    /// The smallest changes that reach the goal, by the rank they lead to, then in the order of questions; at most
    /// ten. All change the same number of answers by the same number of steps. Empty when one or two answers are not enough.
    pub alternatives: Vec<Alternative>,
    /// How many changes of this size exist.
    pub n_alternatives: usize,
    /// How many changes were examined: all smaller ones, and all of this size.
    pub n_tried: usize,
    /// How many métiers have the same score whatever the answers and come before this one by the draw.
    pub n_always_ahead: usize,
}

/// What is sought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Goal {
    /// A métier below the first ones should come among them.
    Enter,
    /// A métier among the first ones should leave them.
    Leave,
}

/// One or two answers that would have to be different.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Alternative {
    /// The changes, to different questions.
    pub changes: Vec<Change>,
    /// Steps on the scale of answers, summed.
    pub steps: usize,
    /// The rank the métier would have.
    pub rank: usize,
}

impl Counterfactual {
    /// What was sought; `None` for a métier that a gate keeps out.
    pub fn goal(&self) -> Option<Goal> {
        self.rank.ok().map(|rank| if rank <= self.top { Goal::Leave } else { Goal::Enter })
    }
}

serialize_keys!(impl Counterfactual as this {
    "id" => this.metier.id,
    "top" => this.top,
    "rank" => this.rank.ok(),
    "excluded_by" => this.rank.err(),
    "n_ranked" => this.n_ranked,
    "goal" => this.goal(),
    "alternatives" => this.alternatives,
    "n_alternatives" => this.n_alternatives,
    "n_tried" => this.n_tried,
    "n_always_ahead" => this.n_always_ahead,
});

impl Alternative {
    /// The profile with these changes. Its labels must be in the spelling of the catalogue ([`Recommender::understood`]).
    pub fn apply(&self, profile: &Profile) -> Profile {
        self.changes.iter().fold(profile.clone(), |profile, change| change.apply(&profile))
    }
}

/// Looks for the smallest changes of answers that bring a métier among the first `top`, or that take it out.
///
/// One answer is smaller than two, then fewer steps are smaller than more: half an answer, or one rung of the ladder, is a step. All
/// changes of one size are examined before any larger one, so when none is found up to two answers, none exists. These may change:
/// answers on interests, given or not; how far the student wants to study, if they spoke about study, but never below what they have;
/// statuses and sectors, if they gave any. Facts never change: the level reached, excluded métiers, gates, and a plain no to a status or a
/// sector, which keeps métiers out like a gate.
///
/// Every change that may reach the goal is ranked again exactly as the recommender ranks; only those that certainly cannot are skipped.
///
/// ```
/// # #[cfg(feature = "demo")] {
/// use boussole::{Catalogue, Profile, Recommender, Weights, inquiry::counterfactual};
/// let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
/// let profile = recommender.understood(&Profile::builder().likes("j'aime la nature").build()?);
/// let id = "MET.7829".parse()?;
/// let found = counterfactual(&recommender, &profile, &id, 10)?;
/// let then = found.alternatives[0].apply(&profile);
/// let ranking = recommender.recommend(&then, 10)?;
/// assert!(ranking.iter().any(|recommendation| recommendation.metier.id == id));
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`ProfileError`] when the profile or the métier is not of the catalogue.
pub fn counterfactual(
    recommender: &Recommender,
    profile: &Profile,
    id: &MetierId,
    top: usize,
) -> Result<Counterfactual, ProfileError> {
    let position = recommender.position(id)?;
    let rerank = Rerank::new(recommender, profile)?;
    let metier = Arc::clone(&recommender.catalogue().metiers()[position]);
    let refusal = recommender.refusal(profile, &metier);
    let n_ranked = rerank.field.len();
    let nothing = Counterfactual {
        metier,
        top,
        n_ranked,
        rank: Ok(0),
        alternatives: Vec::new(),
        n_alternatives: 0,
        n_tried: 0,
        n_always_ahead: 0,
    };
    if let Some(reason) = refusal {
        return Ok(Counterfactual { rank: Err(reason), ..nothing });
    }
    let contender = rerank.field.contender(position).expect("no gate refuses it");
    let moves = rerank.moves();
    let mut search = ChangeSearch::new(&rerank, contender, &moves, top);
    let found = search.smallest();
    let n_alternatives = found.len();
    let alternatives = found.into_iter().take(MAX_ALTERNATIVES).map(|found| search.alternative(&found)).collect();
    let n_always_ahead = search.bounds.as_ref().map_or(0, RankBounds::n_always_ahead);
    Ok(Counterfactual { rank: Ok(search.rank), alternatives, n_alternatives, n_tried: search.n_tried, n_always_ahead, ..nothing })
}

struct ChangeSearch<'a> {
    rerank: &'a Rerank<'a>,
    contender: usize,
    moves: &'a [AnswerMove],
    steps: Vec<usize>,
    top: usize,
    rank: usize,
    bounds: Option<RankBounds<'a>>,
    n_tried: usize,
}

/// Moves that reach the goal, and the rank that they lead to.
struct FoundMoves {
    chosen: Vec<usize>,
    rank: usize,
}

impl<'a> ChangeSearch<'a> {
    fn new(rerank: &'a Rerank<'a>, contender: usize, moves: &'a [AnswerMove], top: usize) -> Self {
        let rank = rerank.field.rank(contender, &rerank.scores(&rerank.answered));
        let steps = moves.iter().map(AnswerMove::steps).collect();
        let bounds = RankBounds::of(rerank, contender, moves);
        Self { rerank, contender, moves, steps, top, rank, bounds, n_tried: 0 }
    }

    /// All changes of the smallest size that reach the goal.
    fn smallest(&mut self) -> Vec<FoundMoves> {
        let most = self.steps.iter().copied().max().unwrap_or(0);
        let sizes = (1..=most).map(|n_steps| (1, n_steps)).chain((2..=2 * most).map(|n_steps| (2, n_steps)));
        for (n_answers, n_steps) in sizes {
            let found = self.of_size(n_answers, n_steps);
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }

    /// The changes of this size that reach the goal: the best rank first, equal ranks in the order of questions.
    fn of_size(&mut self, n_answers: usize, n_steps: usize) -> Vec<FoundMoves> {
        let of_size = combinations(self.moves.len(), n_answers).filter(|chosen| self.is_of_size(chosen, n_steps));
        let of_size: Vec<Vec<usize>> = of_size.collect();
        let mut found: Vec<FoundMoves> = of_size.into_iter().filter_map(|chosen| self.attempt(chosen)).collect();
        found.sort_by_key(|found| found.rank);
        found
    }

    fn is_of_size(&self, chosen: &[usize], n_steps: usize) -> bool {
        let is_same_question = |pair: &[usize]| self.moves[pair[0]].asks_the_same_as(&self.moves[pair[1]]);
        chosen.iter().map(|index| self.steps[*index]).sum::<usize>() == n_steps && !chosen.windows(2).any(is_same_question)
    }

    /// Ranks again with these moves, unless they certainly miss the goal.
    fn attempt(&mut self, chosen: Vec<usize>) -> Option<FoundMoves> {
        self.n_tried += 1;
        let n_all = self.rerank.field.len();
        let (fewest, most) = self.bounds.as_mut().map_or((0, n_all), |bounds| bounds.n_ahead(&chosen));
        let is_in = self.rank <= self.top;
        let may_do = if is_in { self.top <= most } else { fewest < self.top };
        if !may_do {
            return None;
        }
        let mut answered = self.rerank.answered.clone();
        for index in &chosen {
            self.moves[*index].apply(&mut answered);
        }
        let rank = self.rerank.field.rank(self.contender, &self.rerank.scores(&answered));
        debug_assert!((fewest + 1..=most + 1).contains(&rank), "rank {rank} is outside of {fewest} + 1 to {most} + 1");
        ((rank <= self.top) != is_in).then_some(FoundMoves { chosen, rank })
    }

    fn alternative(&self, found: &FoundMoves) -> Alternative {
        let catalogue = self.rerank.recommender.catalogue();
        Alternative {
            changes: found.chosen.iter().map(|index| self.moves[*index].named(catalogue)).collect(),
            steps: found.chosen.iter().map(|index| self.steps[*index]).sum(),
            rank: found.rank,
        }
    }
}
