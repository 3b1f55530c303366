//! Average precision.

use super::cutoff::Cutoff;
use super::judged::Judged;

/// By what average precision at k is divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum ApDenominator {
    /// All R relevant items, as `trec_eval` and ranx do: a perfect list stays below 1 when R > k.
    #[default]
    AllRelevant,
    /// min(R, k): a perfect list reaches 1.
    Reachable,
}

/// Average precision, in [0, 1], higher is better; its mean over queries is MAP.
///
/// # Formula
///
/// ```text
/// AP@k = 1/D · Σ_groups Σ_{j: c+j ≤ k} r/n · (R' + 1 + (j−1)(r−1)/(n−1)) / (c + j)
/// ```
///
/// where a tie group has n items, r of them relevant, with c items and R' relevant ones above it,
/// and D is R, the number of relevant items, or min(R, k) ([`ApDenominator`]). A term is the chance
/// that place j holds a relevant item, times the expected precision there if it does; expectations
/// add up, so cutting at k is exact. Without ties it is the precision at each relevant rank up to
/// k, summed over D. It is 0 when nothing is relevant or the list is empty.
///
/// ```
/// use boussole_evaluation::{ApDenominator, Cutoff, Judged, Judgements, RankedList, Ties, average_precision};
///
/// let list = RankedList::in_order(["a", "b", "c"])?;
/// let judged = Judged::new(&list, &Judgements::binary(["a", "c"]), Ties::Expected);
/// let expected = (1.0 + 2.0 / 3.0) / 2.0;
/// assert_eq!(average_precision(&judged, ApDenominator::AllRelevant, Cutoff::Full), expected);
/// # Ok::<(), boussole_evaluation::RankedListError>(())
/// ```
///
/// # References
///
/// - Buckley & Voorhees 2000, *Evaluating evaluation measure stability*, doi:10.1145/345508.345543
/// - `McSherry` & Najork 2008, doi:10.1007/978-3-540-78646-7_38 (ties)
#[must_use]
pub fn average_precision(judged: &Judged, denominator: ApDenominator, cutoff: Cutoff) -> f64 {
    let n_counted = match denominator {
        ApDenominator::AllRelevant => judged.n_relevant(),
        ApDenominator::Reachable => judged.n_relevant().min(cutoff.last_rank()),
    };
    if n_counted == 0 {
        return 0.0;
    }
    let mut total = 0.0;
    for group in judged.groups().filter(|group| group.n_relevant > 0) {
        let chance = group.n_relevant as f64 / group.len() as f64;
        // Of the other n−1 tied items, r−1 are relevant.
        let n_others = (group.len() - 1).max(1) as f64;
        for place in 0..cutoff.places(group.n_before, group.len()) {
            let tied_above = (place * (group.n_relevant - 1)) as f64 / n_others;
            let n_relevant_here = group.n_relevant_before as f64 + 1.0 + tied_above;
            total += chance * n_relevant_here / (group.n_before + place + 1) as f64;
        }
    }
    total / n_counted as f64
}
