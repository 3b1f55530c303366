//! What diversity made of the place of a métier.

use std::sync::Arc;

use crate::explanation::Points;
use crate::serialize_keys;

/// What diversity made of the place of a métier, which may be the one that it had.
///
/// The sums of the two gains fall along the list from rank 2 on: they explain the order. Rank 1 is the best score.
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    /// The rank without diversity, from 1.
    pub raw_rank: usize,
    /// What the métier's score is worth here, in [0, 1]: its place between the lowest and the highest, times the part of relevance.
    pub relevance_gain: Points,
    /// What the métier adds to the métiers above it, in [0, 1], times the part of diversity.
    pub diversity_gain: Points,
    /// The liked interest that did most to put it before the métier that would have come here, the first of the raw order among
    /// those that were left. `None` if it is that métier itself, and always with MMR, which compares all interests together.
    pub aspect: Option<Aspect>,
}

/// A liked interest that decided a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aspect {
    /// The interest.
    pub interest: Arc<str>,
    /// How many métiers above carry it too.
    pub n_above: usize,
}

serialize_keys!(impl Move as this {
    "raw_rank" => this.raw_rank,
    "relevance_gain" => this.relevance_gain,
    "diversity_gain" => this.diversity_gain,
    "aspect" => this.aspect.as_ref().map(|aspect| &aspect.interest),
    "n_above_with_aspect" => this.aspect.as_ref().map(|aspect| aspect.n_above),
});
