//! From the raw order of a ranking to the varied one.

use std::sync::Arc;

use super::greedy::{Choice, choose_first};
use super::mmr::Mmr;
use super::moved::{Aspect, Move};
use super::setting::Diversity;
use super::xquad::Xquad;
use crate::criteria::Query;
use crate::explanation::Points;
use crate::features::{Criterion, FeatureModel};
use crate::ranking::order::{Candidate, Rounded};

/// How many métiers from the top of the raw order may change places; below them the raw order holds.
///
/// The size with which the default λ were measured. It does not depend on the length of the list that is asked for, so that a
/// short list is the beginning of a long one.
pub const POOL: usize = 100;

/// What is needed to vary a ranking.
pub(in crate::ranking) struct Reranking<'a> {
    pub(in crate::ranking) diversity: Diversity,
    pub(in crate::ranking) model: &'a FeatureModel,
    pub(in crate::ranking) query: &'a Query,
    /// The lowest ranked score, whose relevance is 0.
    pub(in crate::ranking) lowest: Rounded,
}

impl Reranking<'_> {
    /// How many candidates of the raw order are needed for a list of `k`.
    pub(in crate::ranking) fn n_needed(diversity: Diversity, k: usize) -> usize {
        if diversity.is_on() { k.max(POOL) } else { k }
    }

    /// The first `k` of the varied order; each says where it came from if it could move.
    ///
    /// `raw` is the beginning of the raw order, [`n_needed`](Self::n_needed) long unless there are fewer.
    pub(in crate::ranking) fn first(&self, k: usize, raw: &[Candidate]) -> Vec<(Candidate, Option<Move>)> {
        let pool = &raw[..raw.len().min(POOL)];
        let choices = match self.diversity {
            Diversity::None => return raw.iter().take(k).map(|candidate| (*candidate, None)).collect(),
            Diversity::Xquad { lambda } => {
                let shares = self.shares();
                choose_first(k, &self.relevance(lambda.rest(), pool), Xquad::new(lambda, &self.interests(pool), &shares))
            }
            Diversity::Mmr { lambda } => {
                let weights = self.model.interest_weights();
                choose_first(k, &self.relevance(lambda.value(), pool), Mmr::new(lambda, &self.interests(pool), weights))
            }
        };
        let moved = choices.iter().map(|choice| (pool[choice.item], Some(self.moved(choice))));
        let unmoved = raw.iter().skip(POOL).map(|candidate| (*candidate, None));
        moved.chain(unmoved).take(k).collect()
    }

    fn moved(&self, choice: &Choice) -> Move {
        let first = self.model.space().group(Criterion::Interest).start;
        Move {
            raw_rank: choice.item + 1,
            relevance_gain: choice.relevance_gain,
            diversity_gain: choice.diversity_gain,
            aspect: choice.aspect.map(|gain| Aspect {
                interest: Arc::clone(&self.model.space().features()[first + gain.aspect].name),
                n_above: gain.n_above,
            }),
        }
    }

    /// `weight · r`, with `r` the place of the score between the lowest and the highest that were ranked.
    fn relevance(&self, weight: f64, pool: &[Candidate]) -> Vec<Points> {
        let highest = pool.first().map_or(self.lowest, |candidate| candidate.score);
        pool.iter().map(|candidate| Points::of(weight, candidate.score.place_between(self.lowest, highest))).collect()
    }

    /// The interests of each candidate by place in the vocabulary, ascending.
    fn interests(&self, pool: &[Candidate]) -> Vec<Vec<usize>> {
        let group = self.model.space().group(Criterion::Interest);
        let of_one = |candidate: &Candidate| {
            let columns = self.model.matrix().row(candidate.position).entries().map(|(column, _)| column);
            columns.filter(|column| group.contains(column)).map(|column| column - group.start).collect()
        };
        pool.iter().map(of_one).collect()
    }

    /// `p_i ∝ max(a_i, 0) · w_i`: how much of what the student likes is interest `i`; all 0 when they like none.
    fn shares(&self) -> Vec<f64> {
        let answers = self.query.answers(self.model.space().group(Criterion::Interest)).iter().map(|answer| answer.max(0.0));
        let mut shares: Vec<f64> = answers.zip(self.model.interest_weights()).map(|(answer, weight)| answer * weight).collect();
        let total: f64 = shares.iter().sum();
        if 0.0 < total {
            for share in &mut shares {
                *share /= total;
            }
        }
        shares
    }
}
