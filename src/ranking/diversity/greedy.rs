//! The loop that both methods share: one item after another, each time the one that adds most to the list so far.

use std::cmp::Reverse;

use crate::explanation::Points;
use crate::ranking::order::Rounded;

/// What makes a list diverse, given the items that are already in it.
pub(super) trait Diversifier {
    /// What an item would add to the diversity of the list as it is.
    fn gain(&self, item: usize) -> Points;

    /// Puts an item on the list.
    fn choose(&mut self, item: usize);

    /// The aspect that favours an item most over a rival, if the method has aspects.
    fn aspect(&self, _item: usize, _rival: usize) -> Option<AspectGain> {
        None
    }
}

/// The aspect that put an item before another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct AspectGain {
    /// Which aspect.
    pub(super) aspect: usize,
    /// How many items above the chosen one have it too.
    pub(super) n_above: usize,
}

/// An item of the new order and the reasons for its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Choice {
    /// The place in the raw order, from 0.
    pub(super) item: usize,
    /// What it adds to the relevance of the list.
    pub(super) relevance_gain: Points,
    /// What it adds to the diversity of the list above it.
    pub(super) diversity_gain: Points,
    /// What put it before the first remaining item of the raw order; `None` if it was that item.
    pub(super) aspect: Option<AspectGain>,
}

/// The first `k` items of the new order. Items are numbered in the raw order; `relevance` has one gain for each.
///
/// The first item stays the first. Equal sums, after the rounding of scores, are decided by the raw order. Since diversity only
/// shrinks as the list grows, the sums of the gains fall from the second choice on: they are the new order.
pub(super) fn choose_first(k: usize, relevance: &[Points], mut diversifier: impl Diversifier) -> Vec<Choice> {
    let mut waiting: Vec<usize> = (0..relevance.len()).collect();
    let mut choices = Vec::with_capacity(k.min(relevance.len()));
    while choices.len() < k && !waiting.is_empty() {
        let best = (0..waiting.len()).min_by_key(|&place| {
            let item = waiting[place];
            Reverse(Rounded::of(relevance[item] + diversifier.gain(item)))
        });
        // The first choice is the best of the raw order, whatever the method would say.
        let place = if choices.is_empty() { 0 } else { best.expect("an item is waiting") };
        let rival = waiting[0];
        let item = waiting.remove(place);
        choices.push(Choice {
            item,
            relevance_gain: relevance[item],
            diversity_gain: diversifier.gain(item),
            aspect: if item == rival { None } else { diversifier.aspect(item, rival) },
        });
        diversifier.choose(item);
    }
    choices
}
