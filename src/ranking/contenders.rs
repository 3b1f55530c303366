//! Who takes part in a ranking, and who comes first among equals: what stays the same when answers change.

use super::order::{Rounded, tie_hash};
use crate::catalogue::{Catalogue, Metier};

/// The métiers that no gate removes, in the order of the catalogue, each with its place among equals.
///
/// Gates and seed decide about it; answers do not. So a ranking with other answers needs only other scores.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Contenders {
    positions: Vec<usize>,
    tie_places: Vec<usize>,
}

impl Contenders {
    pub(super) fn of(catalogue: &Catalogue, seed: u64, is_admitted: impl Fn(&Metier) -> bool) -> Self {
        let metiers = catalogue.metiers();
        let positions: Vec<usize> = (0..metiers.len()).filter(|position| is_admitted(&metiers[*position])).collect();
        let mut order: Vec<usize> = (0..positions.len()).collect();
        order.sort_by_cached_key(|&contender| {
            let id = &metiers[positions[contender]].id;
            (tie_hash(seed, id), id)
        });
        let mut tie_places = vec![0; positions.len()];
        for (place, contender) in order.into_iter().enumerate() {
            tie_places[contender] = place;
        }
        Self { positions, tie_places }
    }

    /// How many métiers are ranked.
    pub(crate) fn len(&self) -> usize {
        self.positions.len()
    }

    /// The places in the catalogue, ascending, shape (`n_ranked`).
    pub(crate) fn positions(&self) -> &[usize] {
        &self.positions
    }

    /// The contender at this place of the catalogue; `None` if a gate keeps it out.
    pub(crate) fn contender(&self, position: usize) -> Option<usize> {
        self.positions.binary_search(&position).ok()
    }

    /// Whether one contender comes before another when their scores are equal.
    pub(crate) fn wins_ties(&self, contender: usize, other: usize) -> bool {
        self.tie_places[contender] < self.tie_places[other]
    }

    /// The rank of a contender, from 1, when these are the scores of all contenders.
    pub(crate) fn rank(&self, contender: usize, scores: &[Rounded]) -> usize {
        let (score, tie_place) = (scores[contender], self.tie_places[contender]);
        let is_ahead = |(other, place): &(&Rounded, &usize)| score < **other || (score == **other && **place < tie_place);
        1 + scores.iter().zip(&self.tie_places).filter(is_ahead).count()
    }

    /// All contenders, best first, when these are their scores.
    pub(crate) fn order(&self, scores: &[Rounded]) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.len()).collect();
        order.sort_unstable_by_key(|&contender| (std::cmp::Reverse(scores[contender]), self.tie_places[contender]));
        order
    }
}
