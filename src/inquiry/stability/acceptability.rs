//! How often a métier stays among the first ones when the weights are shaken.

use serde::Serialize;

use crate::features::Criterion;
use crate::inquiry::rerank::Rerank;
use crate::random::SplitMix64;
use crate::weights::Weights;

/// How many times the weights are drawn: the standard error of a share is at most .035.
pub const N_DRAWS: usize = 200;

/// How far each weight is shaken, as a fraction of itself: a fifth, which no tuning on a few dozen preferences can rule out.
pub(super) const SPREAD: f64 = 0.2;

/// From this share of draws on, weights do not decide a place.
pub(super) const STABLE: f64 = 0.9;

/// How certain it is that a métier belongs among the first ones, or below them.
///
/// It looks at what could have been otherwise: the weights, and every answer. See [`MetierStability::robustness`](super::MetierStability::robustness).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Robustness {
    /// Others have the same score: a draw decides its place. So it is when nothing was said.
    Lot,
    /// Other weights or one other answer may take it to the other side of the cut; or too little counts to tell.
    Fragile,
    /// It stays on its side of the cut in at least 9 of 10 draws of weights, and whatever one answer is left out or moved by one step.
    Stable,
}

/// In how many of [`N_DRAWS`] draws each contender is among the first `top`.
///
/// # Formula
///
/// ```text
/// ω'_c = ω_c · U(0.8, 1.2), scaled to sum 1 over what the student spoke about
/// ```
///
/// with independent uniform `U`, drawn from the seed of the profile.
///
/// # References
///
/// R. Lahdelma, J. Hokkanen, P. Salminen, « SMAA – stochastic multiobjective acceptability analysis », 1998,
/// DOI 10.1016/S0377-2217(97)00163-X: the share of weights for which an alternative reaches a rank.
pub(super) fn n_in_top(rerank: &Rerank<'_>, contenders: &[usize], top: usize, seed: u64) -> Vec<usize> {
    let mut random = SplitMix64::new(seed);
    let mut n_in_top = vec![0; contenders.len()];
    for _ in 0..N_DRAWS {
        let weights = shaken(rerank.recommender.weights(), &mut random);
        let scores = rerank.scores_with(&rerank.answered, &weights);
        for (count, contender) in n_in_top.iter_mut().zip(contenders) {
            *count += usize::from(rerank.field.rank(*contender, &scores) <= top);
        }
    }
    n_in_top
}

fn shaken(weights: &Weights, random: &mut SplitMix64) -> Weights {
    let shake = |(criterion, weight): (Criterion, f64)| (criterion, weight * (1.0 + SPREAD * (2.0 * random.unit() - 1.0)));
    let shaken = Weights::new(weights.iter().map(shake)).expect("some weight is above 0 and stays so");
    shaken.with_interest_factors(weights.interest_factors().clone())
}

#[cfg(test)]
mod tests {
    //! Property: shaken weights are within the spread before they are scaled.

    use super::*;

    #[test]
    fn weights_are_shaken_within_the_spread() {
        let mut random = SplitMix64::new(1);
        let weights = Weights::default();
        let mut lowest = f64::INFINITY;
        let mut highest: f64 = 0.0;
        for _ in 0..1_000 {
            let shaken = shaken(&weights, &mut random);
            assert_eq!(shaken.get(Criterion::Related), 0.0);
            let ratio = |criterion| shaken.get(criterion) / weights.get(criterion);
            let relative = ratio(Criterion::Interest) / ratio(Criterion::Status);
            (lowest, highest) = (lowest.min(relative), highest.max(relative));
        }
        assert!(0.8 / 1.2 < lowest && lowest < 0.7 && 1.4 < highest && highest < 1.2 / 0.8, "{lowest} {highest}");
    }
}
