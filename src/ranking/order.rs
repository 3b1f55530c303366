//! The total order of métiers, and which of them are equal.

use std::cmp::Reverse;

use serde::Serialize;
use xxhash_rust::xxh3::xxh3_64_with_seed;

use crate::catalogue::MetierId;
use crate::explanation::Points;

/// Scores are compared after rounding to this many decimals.
///
/// Rounding makes an order; « equal when closer than ε » does not, since it is not transitive.
pub const SCORE_DECIMALS: u32 = 9;

/// 10 to the power of [`SCORE_DECIMALS`].
const SCALE: f64 = 1e9;

/// A score as it is compared: in billionths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rounded(i64);

impl Rounded {
    /// The score, rounded to billionths, halves away from zero.
    #[allow(clippy::cast_possible_truncation, reason = "a score is in [0, 1], its billionths fit in 31 bits")]
    pub fn of(score: Points) -> Self {
        // Halves go away from zero; `round` is not an instruction of every processor.
        let billionths = score.value() * SCALE;
        let whole = billionths as i64;
        let rest = billionths - whole as f64;
        Self(whole + i64::from(0.5 <= rest) - i64::from(rest <= -0.5))
    }

    /// The place between the lowest and the highest score, in [0, 1]; 1 when all scores are equal.
    pub(super) fn place_between(self, lowest: Self, highest: Self) -> f64 {
        if lowest == highest { 1.0 } else { (self.0 - lowest.0) as f64 / (highest.0 - lowest.0) as f64 }
    }
}

/// The place of a métier among those with an equal score: lower first.
///
/// # Formula
///
/// ```text
/// h = XXH3_64bits_withSeed(identifier as ASCII bytes, seed of the profile)
/// ```
///
/// One student always sees the same order, and over students every métier of a tie group comes first equally often.
///
/// ```
/// use boussole::ranking::tie_hash;
/// let id = "MET.7829".parse()?;
/// assert_eq!(tie_hash(0, &id), tie_hash(0, &id));
/// assert_ne!(tie_hash(0, &id), tie_hash(1, &id));
/// # Ok::<(), boussole::catalogue::InvalidIdentifier>(())
/// ```
///
/// # References
///
/// Y. Collet, *`XXH3` specification*, xxHash project, `doc/xxhash_spec.md`.
pub fn tie_hash(seed: u64, id: &MetierId) -> u64 {
    hash(seed, id.as_str().as_bytes())
}

/// The [`tie_hash`] of the bytes of an identifier.
#[inline]
pub(super) fn hash(seed: u64, id: &[u8]) -> u64 {
    xxh3_64_with_seed(id, seed)
}

/// Where a métier stands in a ranking. Tie groups are of scores, whatever diversity does with the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// The place, from 1.
    pub rank: usize,
    /// The number of its tie group, from 1: métiers with one number have equal scores.
    pub tie_group: usize,
    /// How many métiers of the whole ranking have this score, itself included, shown or not.
    pub n_tied: usize,
}

/// A métier to be ranked.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    pub(super) position: usize,
    pub(super) points: Points,
    /// The points, rounded.
    pub(super) score: Rounded,
}

impl Candidate {
    pub(super) fn new(position: usize, points: Points) -> Self {
        Self { position, points, score: Rounded::of(points) }
    }
}

/// Puts the first `k` candidates in order and drops the others.
///
/// The order is: rounded score, highest first; then [`tie_hash`]; then the identifier, should two hashes be equal.
pub(super) fn first<'a>(
    mut candidates: Vec<Candidate>,
    k: usize,
    seed: u64,
    id: impl Fn(usize) -> &'a MetierId,
) -> Vec<Candidate> {
    candidates.sort_by_cached_key(|candidate| {
        let id = id(candidate.position);
        (Reverse(candidate.score), tie_hash(seed, id), id)
    });
    candidates.truncate(k);
    candidates
}

/// The scores of the whole ranking, highest first.
pub(super) fn sorted_scores(candidates: &[Candidate]) -> Vec<Rounded> {
    let mut scores: Vec<Rounded> = candidates.iter().map(|candidate| candidate.score).collect();
    scores.sort_unstable_by(|left, right| right.cmp(left));
    scores
}

/// Rank and tie group from the scores of the whole ranking, highest first.
pub(super) fn standing(rank: usize, score: Rounded, scores: &[Rounded]) -> Standing {
    let above = scores.partition_point(|other| score < *other);
    let through = scores.partition_point(|other| score <= *other);
    let n_groups_above = scores[..above].chunk_by(|left, right| left == right).count();
    Standing { rank, tie_group: n_groups_above + 1, n_tied: through - above }
}

#[cfg(test)]
mod tests {
    //! Properties: the hash is the published one, rounding is what decides, and halves go away from zero.
    #![allow(clippy::cast_possible_truncation, reason = "billionths fit")]

    use super::*;

    #[test]
    fn hash_is_the_published_xxh3() {
        // The value of the empty input with seed 0, from the tests of the xxHash project.
        assert_eq!(xxh3_64_with_seed(b"", 0), 0x2d06_8005_38d3_94c2);
    }

    #[test]
    fn scores_are_equal_when_they_round_to_the_same_billionth() {
        let rounded = |score| Rounded::of(Points::of(score, 1.0));
        assert_eq!(rounded(0.5), rounded(0.500_000_000_4));
        assert!(rounded(0.5) < rounded(0.500_000_000_6));
    }

    #[test]
    fn a_place_between_scores_is_their_share() {
        let [low, middle, high] = [250, 400, 1000].map(Rounded);
        assert_eq!([low, middle, high].map(|score| score.place_between(low, high)), [0.0, 0.2, 1.0]);
        assert_eq!(low.place_between(low, low), 1.0);
    }

    #[test]
    fn halves_are_rounded_like_round_does() {
        // Odd multiples of 2⁻¹⁰ have billionths that end in a half, or are far from one.
        for number in -2000..2000 {
            let value = f64::from(number) / 1024.0;
            assert_eq!(Rounded::of(Points::exactly(value)).0, (value * SCALE).round() as i64, "{value}");
        }
    }
}
