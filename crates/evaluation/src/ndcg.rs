//! Discounted cumulative gain and its normalised form, nDCG.

use super::cutoff::Cutoff;
use super::judged::Judged;

/// What a judged gain is worth in DCG.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Gain {
    /// The gain itself, as `trec_eval`, ranx and scikit-learn do.
    #[default]
    Linear,
    /// 2^gain − 1, which lets one excellent item outweigh several good ones.
    Exponential,
}

/// Discounted cumulative gain, in [0, ∞): the gains of the list, worth less the lower they stand.
///
/// # Formula
///
/// ```text
/// DCG@k = Σ_groups mean(gain of the group) · Σ_{ranks i of the group, i ≤ k} 1 / log₂(i + 1)
/// ```
///
/// where a group holds the items of one score; without ties this is Σ gainᵢ / log₂(i + 1). An
/// empty list and a list without relevant items give 0.
///
/// # References
///
/// - Järvelin & Kekäläinen 2002, *Cumulated gain-based evaluation of IR techniques*,
///   doi:10.1145/582415.582418
/// - Burges et al. 2005, *Learning to rank using gradient descent*, doi:10.1145/1102351.1102363
///   (exponential gain)
/// - `McSherry` & Najork 2008, *Computing information retrieval performance measures efficiently in
///   the presence of tied scores*, doi:10.1007/978-3-540-78646-7_38
#[must_use]
pub fn dcg(judged: &Judged, gain: Gain, cutoff: Cutoff) -> f64 {
    judged
        .groups()
        .map(|group| {
            let total: f64 = group.gains.iter().map(|&judged_gain| gain.worth(judged_gain)).sum();
            let n_places = cutoff.places(group.n_before, group.len());
            total / group.len() as f64 * discounts(group.n_before, n_places)
        })
        .sum()
}

/// Normalised discounted cumulative gain, in [0, 1], higher is better: [`dcg`] over that of the
/// best order of all judged items.
///
/// # Formula
///
/// ```text
/// nDCG@k = DCG@k / IDCG@k,   IDCG@k = Σ_{i ≤ min(k, R)} gain₍ᵢ₎ / log₂(i + 1)
/// ```
///
/// where gain₍ᵢ₎ are the gains of the R relevant items, falling, ranked or not. Without relevant
/// items it is 0. A list shorter than k loses what it does not show. Only items that stand, or
/// may stand by a tie, in the first k places matter.
///
/// ```
/// use boussole_evaluation::{Cutoff, Gain, Judged, Judgements, RankedList, Ties, ndcg};
///
/// let list = RankedList::in_order(["a", "b", "c"])?;
/// let judged = Judged::new(&list, &Judgements::binary(["b"]), Ties::Expected);
/// assert_eq!(ndcg(&judged, Gain::Linear, Cutoff::Full), 0.6309297535714575);
/// # Ok::<(), boussole_evaluation::RankedListError>(())
/// ```
///
/// # References
///
/// As for [`dcg`].
#[must_use]
pub fn ndcg(judged: &Judged, gain: Gain, cutoff: Cutoff) -> f64 {
    let ideal: f64 = judged
        .ideal_gains()
        .iter()
        .take(cutoff.last_rank())
        .enumerate()
        .map(|(position, &judged_gain)| gain.worth(judged_gain) * discount(position))
        .sum();
    if ideal > 0.0 {
        // A tied list of equal gains may exceed 1 by rounding.
        (dcg(judged, gain, cutoff) / ideal).min(1.0)
    } else {
        0.0
    }
}

impl Gain {
    fn worth(self, judged_gain: f64) -> f64 {
        match self {
            Self::Linear => judged_gain,
            Self::Exponential => libm::exp2(judged_gain) - 1.0,
        }
    }
}

/// 1 / log₂(rank + 1) for a position that counts from 0.
pub(super) fn discount(position: usize) -> f64 {
    1.0 / libm::log2(position as f64 + 2.0)
}

/// The sum of the discounts of `n_places` positions after `n_before` others.
fn discounts(n_before: usize, n_places: usize) -> f64 {
    (n_before..n_before + n_places).map(discount).sum()
}
