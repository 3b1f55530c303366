//! The smallest changes of answers that bring a métier into the first ones, or take it out: all of them, or the proof that none is.

use std::sync::Arc;

use serde::Serialize;

use super::outlook::Outlook;
use crate::catalogue::{Metier, MetierId};
use crate::inquiry::change::{Change, Move, all_moves};
use crate::inquiry::rerank::Rerank;
use crate::profile::{Profile, ProfileError};
use crate::ranking::{GateReason, Recommender};
use crate::serialize_keys;

/// So many alternatives are kept; more of one size say nothing new. How many there are is counted.
pub const MAX_ALTERNATIVES: usize = 10;

/// What would bring a métier among the first ones, or take it out.
#[derive(Debug, Clone, PartialEq)]
pub struct Counterfactual {
    /// The métier.
    pub metier: Arc<Metier>,
    /// How many métiers are shown.
    pub top: usize,
    /// How many métiers are ranked.
    pub n_ranked: usize,
    /// The rank of the métier now, from 1, or the gate that keeps it out whatever is answered.
    pub rank: Result<usize, GateReason>,
    /// The smallest changes that reach the goal, by the rank that they lead to, then in the order of questions; at most
    /// [`MAX_ALTERNATIVES`]. All have the same number of answers and of steps. None if one or two answers can not do it.
    pub alternatives: Vec<Alternative>,
    /// How many changes of this size there are.
    pub n_alternatives: usize,
    /// How many changes were looked at: all smaller ones, and all of this size.
    pub n_tried: usize,
    /// How many métiers have the same score whatever is answered and come before by the draw.
    pub n_always_ahead: usize,
}

/// What is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Goal {
    /// A métier below the first ones should come among them.
    Enter,
    /// A métier among the first ones should leave them.
    Leave,
}

/// One or two answers that would have to be others.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Alternative {
    /// The changes, to different questions.
    pub changes: Vec<Change>,
    /// Steps on the scale of answers, summed.
    pub steps: usize,
    /// The rank that the métier would have.
    pub rank: usize,
}

impl Counterfactual {
    /// What was looked for; nothing for a métier that a gate keeps out.
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
/// changes of a size are looked at before any larger one, so if none is found up to two answers, there is none. May change: answers on
/// interests, given or not; how far the student wants to study, if they spoke about study, but never below what they have; statuses
/// and sectors, if they gave any. Facts never change: the level reached, excluded métiers, gates.
///
/// A change that may do it is ranked again exactly as the recommender does; only those that surely can not are passed over.
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
    let moves = all_moves(&rerank.answered);
    let mut search = Search::new(&rerank, contender, &moves, top);
    let found = search.smallest();
    let n_alternatives = found.len();
    let alternatives = found.into_iter().take(MAX_ALTERNATIVES).map(|found| search.told(&found)).collect();
    let n_always_ahead = search.outlook.as_ref().map_or(0, Outlook::n_always_ahead);
    Ok(Counterfactual { rank: Ok(search.rank), alternatives, n_alternatives, n_tried: search.n_tried, n_always_ahead, ..nothing })
}

struct Search<'a> {
    rerank: &'a Rerank<'a>,
    contender: usize,
    moves: &'a [Move],
    steps: Vec<usize>,
    top: usize,
    rank: usize,
    outlook: Option<Outlook<'a>>,
    n_tried: usize,
}

/// Moves that reach the goal, and the rank that they lead to.
struct Found {
    chosen: Vec<usize>,
    rank: usize,
}

impl<'a> Search<'a> {
    fn new(rerank: &'a Rerank<'a>, contender: usize, moves: &'a [Move], top: usize) -> Self {
        let rank = rerank.field.rank(contender, &rerank.scores(&rerank.answered));
        let steps = moves.iter().map(Move::steps).collect();
        let outlook = Outlook::of(rerank, contender, moves);
        Self { rerank, contender, moves, steps, top, rank, outlook, n_tried: 0 }
    }

    /// All changes of the smallest size that reach the goal.
    fn smallest(&mut self) -> Vec<Found> {
        let most = self.steps.iter().copied().max().unwrap_or(0);
        for n_steps in 1..=most {
            let found = self.singles(n_steps);
            if !found.is_empty() {
                return found;
            }
        }
        for n_steps in 2..=2 * most {
            let found = self.pairs(n_steps);
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }

    fn singles(&mut self, n_steps: usize) -> Vec<Found> {
        let of_size: Vec<usize> = (0..self.moves.len()).filter(|index| self.steps[*index] == n_steps).collect();
        sorted(of_size.into_iter().filter_map(|index| self.attempt(&[index])).collect())
    }

    fn pairs(&mut self, n_steps: usize) -> Vec<Found> {
        let mut found = Vec::new();
        for first in 0..self.moves.len() {
            for second in first + 1..self.moves.len() {
                let is_of_size = self.steps[first] + self.steps[second] == n_steps;
                if is_of_size && !self.moves[first].asks_the_same_as(&self.moves[second]) {
                    found.extend(self.attempt(&[first, second]));
                }
            }
        }
        sorted(found)
    }

    /// Ranks again with these moves, unless they surely miss the goal.
    fn attempt(&mut self, chosen: &[usize]) -> Option<Found> {
        self.n_tried += 1;
        let n_all = self.rerank.field.len();
        let (fewest, most) = self.outlook.as_mut().map_or((0, n_all), |outlook| outlook.n_ahead(chosen));
        let is_in = self.rank <= self.top;
        let may_do = if is_in { self.top <= most } else { fewest < self.top };
        if !may_do {
            return None;
        }
        let mut answered = self.rerank.answered.clone();
        for index in chosen {
            self.moves[*index].apply(&mut answered);
        }
        let rank = self.rerank.field.rank(self.contender, &self.rerank.scores(&answered));
        debug_assert!((fewest + 1..=most + 1).contains(&rank), "rank {rank} is outside of {fewest} + 1 to {most} + 1");
        ((rank <= self.top) != is_in).then(|| Found { chosen: chosen.to_vec(), rank })
    }

    fn told(&self, found: &Found) -> Alternative {
        let catalogue = self.rerank.recommender.catalogue();
        Alternative {
            changes: found.chosen.iter().map(|index| self.moves[*index].named(catalogue)).collect(),
            steps: found.chosen.iter().map(|index| self.steps[*index]).sum(),
            rank: found.rank,
        }
    }
}

/// The best rank first; equal ones stay in the order of questions.
fn sorted(mut found: Vec<Found>) -> Vec<Found> {
    found.sort_by_key(|found| found.rank);
    found
}
