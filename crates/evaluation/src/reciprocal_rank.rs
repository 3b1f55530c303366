//! The reciprocal rank of the first relevant item.

use super::cutoff::Cutoff;
use super::judged::Judged;

/// Reciprocal rank, in [0, 1], higher is better; its mean over queries is MRR.
///
/// It asks how soon the first good item comes and looks at no other.
///
/// # Formula
///
/// ```text
/// RR@k = Σ_{j=1}^{n−r+1} P(j) / (c + j) over c + j ≤ k,   P(j) = C(n−j, r−1) / C(n, r)
/// ```
///
/// where the first tie group with a relevant item has n items, r of them relevant, c items above
/// it, and P(j) is the chance that its first relevant item comes j-th. Without ties this is
/// 1 / rank. It is 0 when no relevant item is in the list or within k.
///
/// ```
/// use boussole_evaluation::{Cutoff, Judged, Judgements, RankedList, Ties, reciprocal_rank};
///
/// let list = RankedList::new([("a", 1.0), ("b", 1.0)])?;
/// let judged = Judged::new(&list, &Judgements::binary(["a"]), Ties::Expected);
/// assert_eq!(reciprocal_rank(&judged, Cutoff::Full), 0.75); // the mean of 1 and 1/2
/// # Ok::<(), boussole_evaluation::RankedListError>(())
/// ```
///
/// # References
///
/// - Voorhees 1999, *The TREC-8 question answering track report*
/// - `McSherry` & Najork 2008, doi:10.1007/978-3-540-78646-7_38 (ties)
#[must_use]
pub fn reciprocal_rank(judged: &Judged, cutoff: Cutoff) -> f64 {
    let Some(group) = judged.groups().find(|group| group.n_relevant > 0) else {
        return 0.0;
    };
    let n_relevant = group.n_relevant as f64;
    // The chance that none of the places before this one holds a relevant item; C(n−j, r−1)/C(n, r)
    // as a running product neither overflows nor loses digits.
    let mut none_yet = 1.0;
    let mut expectation = 0.0;
    for place in 0..cutoff.places(group.n_before, group.len()) {
        let n_left = (group.len() - place) as f64;
        expectation += none_yet * n_relevant / n_left / (group.n_before + place + 1) as f64;
        none_yet *= (n_left - n_relevant) / n_left;
        if none_yet <= 0.0 {
            break;
        }
    }
    expectation
}
