//! A ranked list with the gain of each place: what every per-list metric reads.

use std::collections::BTreeMap;

use thiserror::Error;

use super::ranked_list::{RankedList, Ties};

/// The largest gain accepted, so that sums of 2^gain stay finite. TREC uses grades up to 4.
pub const MAX_GAIN: f64 = 1000.0;

/// How relevant each judged item is to one query (for us: to one student).
///
/// Gains above 0 are relevant. Items without a judgement and items with a negative gain (TREC
/// marks spam so) count as gain 0.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgements<Id> {
    /// Finite gains, at most [`MAX_GAIN`].
    gains: BTreeMap<Id, f64>,
}

/// Why pairs do not make [`Judgements`]. Positions count from 0.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum JudgementsError {
    /// A gain is NaN, infinite or above [`MAX_GAIN`].
    #[error("judgement at position {position}: expected a finite gain of at most {MAX_GAIN}, found {gain}")]
    Gain {
        /// Where in the input.
        position: usize,
        /// What stands there.
        gain: f64,
    },
    /// An id is judged twice.
    #[error("judgement at position {position}: expected distinct ids, found one judged before")]
    Duplicate {
        /// Where the second judgement stands.
        position: usize,
    },
}

/// A ranked list seen through judgements: gains by place, with tie groups.
///
/// Under [`Ties::Trec`] and [`Ties::Strict`] every group has one item, so that one closed form
/// serves all three treatments of ties.
///
/// ```
/// use boussole_evaluation::{Cutoff, Gain, Judged, Judgements, RankedList, Ties, ndcg};
///
/// let list = RankedList::new([("a", 1.0), ("b", 1.0), ("c", 0.5)])?;
/// let judgements = Judgements::binary(["a"]);
/// let expected = Judged::new(&list, &judgements, Ties::Expected);
/// let trec = Judged::new(&list, &judgements, Ties::Trec);
/// let top1 = Cutoff::top(1).expect("1 > 0");
/// assert_eq!(ndcg(&expected, Gain::Linear, top1), 0.5);
/// assert_eq!(ndcg(&trec, Gain::Linear, top1), 0.0);
/// # Ok::<(), boussole_evaluation::RankedListError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// Gain ≥ 0 by place.
    gains: Vec<f64>,
    /// Where each tie group ends in `gains`; increasing, the last is `gains.len()`.
    group_ends: Vec<usize>,
    /// All gains above 0, ranked or not, falling.
    ideal_gains: Vec<f64>,
}

/// One tie group of a [`Judged`] list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Group<'a> {
    /// Gains of the group, in no meaningful order.
    pub(super) gains: &'a [f64],
    /// Items above the group.
    pub(super) n_before: usize,
    /// Relevant items above the group.
    pub(super) n_relevant_before: usize,
    /// Relevant items in the group.
    pub(super) n_relevant: usize,
}

impl<Id: Ord> Judgements<Id> {
    /// Collects (id, gain) pairs.
    ///
    /// # Errors
    ///
    /// [`JudgementsError::Gain`] for a gain that is not finite or exceeds [`MAX_GAIN`],
    /// [`JudgementsError::Duplicate`] for an id judged twice; the first such position only.
    pub fn new(pairs: impl IntoIterator<Item = (Id, f64)>) -> Result<Self, JudgementsError> {
        let mut gains = BTreeMap::new();
        for (position, (id, gain)) in pairs.into_iter().enumerate() {
            if !is_gain(gain) {
                return Err(JudgementsError::Gain { position, gain });
            }
            if gains.insert(id, gain).is_some() {
                return Err(JudgementsError::Duplicate { position });
            }
        }
        Ok(Self { gains })
    }

    /// Judges the given items relevant with gain 1; a repeated id counts once.
    #[must_use]
    pub fn binary(relevant: impl IntoIterator<Item = Id>) -> Self {
        Self { gains: relevant.into_iter().map(|id| (id, 1.0)).collect() }
    }

    /// The gain of an item: 0 when it is not judged or judged below 0.
    #[must_use]
    pub fn gain(&self, id: &Id) -> f64 {
        self.gains.get(id).map_or(0.0, |gain| gain.max(0.0))
    }
}

impl<Id: Ord + Clone> Judgements<Id> {
    /// The same judgements with gains below a level worth 0, so that fewer items are relevant.
    #[must_use]
    pub fn at_level(&self, level: u16) -> Self {
        let kept = |gain: f64| if gain < f64::from(level) { 0.0 } else { gain };
        Self { gains: self.gains.iter().map(|(id, gain)| (id.clone(), kept(*gain))).collect() }
    }
}

impl<Id> Judgements<Id> {
    /// The number of items with a gain above 0.
    #[must_use]
    pub fn n_relevant(&self) -> usize {
        self.gains.values().filter(|&&gain| gain > 0.0).count()
    }

    /// The judged items with their gains as given, by id.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&Id, f64)> {
        self.gains.iter().map(|(id, &gain)| (id, gain))
    }
}

impl Judged {
    /// Looks up the gain of each place of `list`.
    #[must_use]
    pub fn new<Id: Ord>(list: &RankedList<Id>, judgements: &Judgements<Id>, ties: Ties) -> Self {
        let mut gains = Vec::with_capacity(list.len());
        let mut group_ends = Vec::new();
        for group in list.tie_groups() {
            let mut ids: Vec<&Id> = group.iter().map(|(id, _)| id).collect();
            let start = gains.len();
            if ties == Ties::Trec {
                ids.sort_by(|left, right| right.cmp(left));
            }
            gains.extend(ids.into_iter().map(|id| judgements.gain(id)));
            match ties {
                Ties::Expected => group_ends.push(gains.len()),
                Ties::Trec | Ties::Strict => group_ends.extend(start + 1..=gains.len()),
            }
        }
        let mut ideal_gains: Vec<f64> = judgements.gains.values().copied().filter(|&gain| gain > 0.0).collect();
        ideal_gains.sort_by(|left, right| right.total_cmp(left));
        Self { gains, group_ends, ideal_gains }
    }

    /// The number of relevant items, ranked or not.
    #[must_use]
    pub fn n_relevant(&self) -> usize {
        self.ideal_gains.len()
    }

    /// The number of items in the list.
    #[must_use]
    pub fn n_ranked(&self) -> usize {
        self.gains.len()
    }

    /// All gains above 0, ranked or not, falling: the best list there could be.
    pub(super) fn ideal_gains(&self) -> &[f64] {
        &self.ideal_gains
    }

    /// The tie groups from the top.
    pub(super) fn groups(&self) -> impl Iterator<Item = Group<'_>> {
        let mut n_before = 0;
        let mut n_relevant_before = 0;
        self.group_ends.iter().map(move |&end| {
            let gains = &self.gains[n_before..end];
            let n_relevant = gains.iter().filter(|&&gain| gain > 0.0).count();
            let group = Group { gains, n_before, n_relevant_before, n_relevant };
            n_before = end;
            n_relevant_before += n_relevant;
            group
        })
    }
}

impl Group<'_> {
    /// The number of tied items.
    pub(super) fn len(&self) -> usize {
        self.gains.len()
    }
}

/// Whether a number may be a gain: finite (NaN fails the comparison too) and at most [`MAX_GAIN`].
pub(super) fn is_gain(gain: f64) -> bool {
    gain.is_finite() && gain <= MAX_GAIN
}

#[cfg(test)]
mod tests {
    //! - Negative and missing gains are 0 and not relevant.
    //! - Impossible gains and repeated ids are refused.
    //! - Groups count what stands above them.

    use super::{Judged, Judgements};
    use crate::{RankedList, Ties};

    #[track_caller]
    fn check_error(pairs: &[(&str, f64)], message: &str) {
        let error = Judgements::new(pairs.iter().copied()).expect_err("the judgements are refused");
        assert_eq!(error.to_string(), message);
    }

    #[test]
    fn negative_and_missing_gains_are_zero() {
        let judgements = Judgements::new([("a", -2.0), ("b", 0.0), ("c", 3.0)]).expect("valid");
        assert_eq!(["a", "b", "c", "d"].map(|id| judgements.gain(&id).to_string()), ["0", "0", "3", "0"]);
        assert_eq!(judgements.n_relevant(), 1);
        assert_eq!(judgements.iter().next(), Some((&"a", -2.0)));
    }

    #[test]
    fn errors_name_the_position() {
        check_error(&[("a", 1.0), ("b", f64::NAN)], "judgement at position 1: expected a finite gain of at most 1000, found NaN");
        check_error(&[("a", 1001.0)], "judgement at position 0: expected a finite gain of at most 1000, found 1001");
        check_error(&[("a", 1.0), ("a", 1.0)], "judgement at position 1: expected distinct ids, found one judged before");
    }

    #[test]
    fn groups_count_what_stands_above() {
        let list = RankedList::new([("a", 3.0), ("b", 2.0), ("c", 2.0), ("d", 1.0)]).expect("valid");
        let judged = Judged::new(&list, &Judgements::binary(["a", "c", "d", "x"]), Ties::Expected);
        let seen: Vec<_> = judged.groups().map(|g| (g.n_before, g.len(), g.n_relevant_before, g.n_relevant)).collect();
        assert_eq!(seen, [(0, 1, 0, 1), (1, 2, 1, 1), (3, 1, 2, 1)]);
        assert_eq!((judged.n_relevant(), judged.n_ranked()), (4, 4));
        assert_eq!(Judged::new(&list, &Judgements::binary(["a"]), Ties::Trec).groups().count(), 4);
    }
}
