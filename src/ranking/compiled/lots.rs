//! The identifiers of métiers side by side, and the lots that are drawn with them among equals.

use std::cmp::Ordering;
use std::mem::size_of_val;

use crate::catalogue::{MAX_ID_BYTES, Metier};
use crate::ranking::order::{Candidate, hash};

/// Lots are gathered until there are so many and twice as many as are drawn; then those that come too late are forgotten.
const MIN_GATHERED: usize = 64;

/// The identifiers of all métiers side by side, by place in the catalogue.
///
/// Who answers little leaves thousands of métiers with one score; fetched one by one from the fiches, their identifiers took half of
/// the time of a ranking of 100,000.
#[derive(Debug, Clone)]
pub(super) struct Lots(Vec<Lot>);

/// The bytes of an identifier.
#[derive(Debug, Clone, Copy)]
struct Lot {
    n_bytes: u8,
    bytes: [u8; MAX_ID_BYTES],
}

impl Lots {
    /// The identifiers of métiers, in the order of the catalogue.
    pub(super) fn of<'a>(metiers: impl Iterator<Item = &'a Metier>) -> Self {
        Self(metiers.map(|metier| Lot::of(metier.id.as_str().as_bytes())).collect())
    }

    fn hash(&self, seed: u64, position: usize) -> u64 {
        let Lot { n_bytes, bytes } = &self.0[position];
        hash(seed, &bytes[..usize::from(*n_bytes)])
    }

    /// The memory used, in bytes.
    pub(super) fn n_bytes(&self) -> usize {
        size_of_val(&self.0[..])
    }

    /// The first `k` of some candidates with equal scores, at least one, in the order of their hashes; one alone needs none.
    pub(super) fn draw<'a>(&self, tied: &'a mut [Candidate], k: usize, seed: u64) -> &'a [Candidate] {
        if 1 < tied.len() {
            let first: Vec<Candidate> = self.drawn(tied, k, seed).into_iter().map(|place| tied[place]).collect();
            tied[..first.len()].copy_from_slice(&first);
        }
        &tied[..k.min(tied.len())]
    }

    /// The places of the first `k` among equals.
    fn drawn(&self, tied: &[Candidate], k: usize, seed: u64) -> Vec<usize> {
        let position = |place: usize| tied[place].position;
        let order = |(left, one): &(u64, usize), (right, other): &(u64, usize)| -> Ordering {
            left.cmp(right).then_with(|| position(*one).cmp(&position(*other)))
        };
        let n_gathered = k.saturating_mul(2).max(MIN_GATHERED);
        let (mut lots, mut last) = (Vec::new(), u64::MAX);
        for place in 0..tied.len() {
            let hash = self.hash(seed, position(place));
            if hash <= last {
                lots.push((hash, place));
            }
            if lots.len() == n_gathered {
                lots.select_nth_unstable_by(k - 1, order);
                lots.truncate(k);
                last = lots[k - 1].0;
            }
        }
        lots.sort_unstable_by(order);
        lots.truncate(k);
        lots.into_iter().map(|(_, place)| place).collect()
    }
}

impl Lot {
    fn of(id: &[u8]) -> Self {
        let mut bytes = [0; MAX_ID_BYTES];
        bytes[..id.len()].copy_from_slice(id);
        Self { n_bytes: u8::try_from(id.len()).expect("an identifier has few bytes"), bytes }
    }
}

#[cfg(test)]
mod tests {
    //! Property: what is drawn of many is what sorting all of them gives.

    use super::*;
    use crate::catalogue::Title;
    use crate::explanation::Points;
    use crate::ranking::tie_hash;

    #[test]
    fn the_first_of_many_are_those_of_all_in_order() {
        let metiers: Vec<Metier> = (0..1_000)
            .map(|number| Metier::new(format!("MET.{}", number * number).parse().expect("an id"), Title::from_heading("mime")))
            .collect();
        let lots = Lots::of(metiers.iter());
        for seed in 0..4 {
            let mut sorted: Vec<usize> = (0..metiers.len()).collect();
            sorted.sort_by_key(|position| (tie_hash(seed, &metiers[*position].id), *position));
            for k in [1, 2, 10, 31, 32, 33, 500, 999, 1_000, usize::MAX] {
                let mut tied: Vec<Candidate> =
                    (0..metiers.len()).map(|position| Candidate::new(position, Points::exactly(0.5))).rev().collect();
                let drawn: Vec<usize> = lots.draw(&mut tied, k, seed).iter().map(|candidate| candidate.position).collect();
                assert_eq!(drawn, sorted[..k.min(sorted.len())]);
            }
        }
    }
}
