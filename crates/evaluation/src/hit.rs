//! Hit: whether the first places hold any relevant item.

use super::cutoff::Cutoff;
use super::judged::Judged;

/// Hit (success) at k, in [0, 1], higher is better: the chance that the first k places hold at
/// least one relevant item; 0 or 1 without ties.
///
/// # Formula
///
/// ```text
/// hit@k = 1 − C(n − r, m) / C(n, m),   m = min(n, k − c)
/// ```
///
/// where the first tie group with a relevant item has n items, r of them relevant, and c items
/// above it: one minus the hypergeometric chance to draw none. It is 0 when k ≤ c, when nothing is
/// relevant and when the list is empty.
///
/// ```
/// use boussole_evaluation::{Cutoff, Judged, Judgements, RankedList, Ties, hit};
///
/// let list = RankedList::new([("a", 1.0), ("b", 1.0), ("c", 1.0)])?;
/// let judged = Judged::new(&list, &Judgements::binary(["a"]), Ties::Expected);
/// let top2 = Cutoff::top(2).expect("2 > 0");
/// assert!((hit(&judged, top2) - 2.0 / 3.0).abs() < 1e-12);
/// # Ok::<(), boussole_evaluation::RankedListError>(())
/// ```
///
/// # References
///
/// - `McSherry` & Najork 2008, doi:10.1007/978-3-540-78646-7_38 (ties)
#[must_use]
pub fn hit(judged: &Judged, cutoff: Cutoff) -> f64 {
    let Some(group) = judged.groups().find(|group| group.n_relevant > 0) else {
        return 0.0;
    };
    let n_irrelevant = group.len() - group.n_relevant;
    let n_drawn = cutoff.places(group.n_before, group.len());
    if n_drawn > n_irrelevant {
        return 1.0;
    }
    let none: f64 = (0..n_drawn).map(|draw| (n_irrelevant - draw) as f64 / (group.len() - draw) as f64).product();
    1.0 - none
}
