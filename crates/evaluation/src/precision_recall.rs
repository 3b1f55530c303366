//! Recall, precision and R-precision: how many relevant items the first places hold.

use super::cutoff::Cutoff;
use super::judged::Judged;

/// Recall, in [0, 1], higher is better: the share of the relevant items within the cut-off.
///
/// # Formula
///
/// ```text
/// recall@k = found(k) / R,   found(k) = Σ_groups r · min(n, max(k − c, 0)) / n
/// ```
///
/// where a tie group has n items, r of them relevant, with c items above it, and R items are
/// relevant, ranked or not: found(k) is the mean of a hypergeometric distribution for the group
/// that straddles k. It is 0 when nothing is relevant or the list is empty.
///
/// # References
///
/// - `McSherry` & Najork 2008, doi:10.1007/978-3-540-78646-7_38 (ties)
#[must_use]
pub fn recall(judged: &Judged, cutoff: Cutoff) -> f64 {
    share(found(judged, cutoff.last_rank()), judged.n_relevant())
}

/// Precision, in [0, 1], higher is better: the share of the first k places that hold a relevant item.
///
/// # Formula
///
/// ```text
/// precision@k = found(k) / k
/// ```
///
/// with found(k) as for [`recall`]. The list is not asked to fill the k places: a list of 3 items
/// has a precision@10 of at most 0.3, as in `trec_eval`. Without cut-off, k is the length of the
/// list. It is 0 when nothing is relevant or the list is empty.
///
/// # References
///
/// As for [`recall`].
#[must_use]
pub fn precision(judged: &Judged, cutoff: Cutoff) -> f64 {
    let n_places = match cutoff {
        Cutoff::Full => judged.n_ranked(),
        Cutoff::Top(k) => k.get(),
    };
    share(found(judged, n_places), n_places)
}

/// R-precision, in [0, 1], higher is better: [`precision`] at R, the number of relevant items,
/// where it equals [`recall`].
///
/// # Formula
///
/// ```text
/// R-precision = found(R) / R
/// ```
///
/// with found as for [`recall`]. It is 0 when nothing is relevant.
///
/// # References
///
/// - Buckley & Voorhees 2000, *Evaluating evaluation measure stability*, doi:10.1145/345508.345543
#[must_use]
pub fn r_precision(judged: &Judged) -> f64 {
    share(found(judged, judged.n_relevant()), judged.n_relevant())
}

/// The expected number of relevant items in the first `n_places`.
fn found(judged: &Judged, n_places: usize) -> f64 {
    judged
        .groups()
        .map(|group| {
            let n_inside = n_places.saturating_sub(group.n_before).min(group.len());
            (group.n_relevant * n_inside) as f64 / group.len() as f64
        })
        .sum()
}

fn share(part: f64, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part / whole as f64 }
}
