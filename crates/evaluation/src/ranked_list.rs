//! A ranked list of items with its tie groups.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// A list of distinct items by falling score; equal scores form a tie group.
///
/// Scores tie when they are equal as `f64` (0.0 and −0.0 are equal); a caller whose scores carry
/// rounding noise rounds them first, because "nearly equal" is not transitive. Items of a tie
/// group keep the order in which they were given, which [`Ties::Strict`] reads.
///
/// ```
/// use boussole_evaluation::RankedList;
///
/// let list = RankedList::new([("baker", 0.5), ("nurse", 0.9), ("welder", 0.5)])?;
/// assert_eq!(list.ids().copied().collect::<Vec<_>>(), ["nurse", "baker", "welder"]);
/// assert_eq!(list.tie_groups().map(<[_]>::len).collect::<Vec<_>>(), [1, 2]);
/// # Ok::<(), boussole_evaluation::RankedListError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct RankedList<Id> {
    /// Distinct ids with finite scores, never −0.0, by falling score.
    items: Vec<(Id, f64)>,
}

/// How tied items are treated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Ties {
    /// The expectation over all orders of the tied items, in closed form. It neither rewards nor
    /// punishes the accident of an order, so it is the default.
    #[default]
    Expected,
    /// By id, descending, as `trec_eval` does; for comparison with published numbers. It reads
    /// scores as `f32`, so that scores closer than that tie there and not here.
    Trec,
    /// The order given; for judging exactly what somebody saw.
    Strict,
}

/// Why pairs do not make a [`RankedList`]. Positions count from 0.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum RankedListError {
    /// A score is NaN or infinite.
    #[error("item at position {position}: expected a finite score, found {score}")]
    NotFinite {
        /// Where in the input.
        position: usize,
        /// What stands there.
        score: f64,
    },
    /// An id occurs twice.
    #[error("item at position {position}: expected distinct ids, found that of position {first} again")]
    Duplicate {
        /// Where the id occurs first.
        first: usize,
        /// Where it occurs again.
        position: usize,
    },
}

/// A word that names no [`Ties`].
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("unknown treatment of ties {found:?}: expected expected, trec or strict")]
#[non_exhaustive]
pub struct TiesError {
    /// The word found.
    pub found: String,
}

impl<Id: Ord> RankedList<Id> {
    /// Orders (id, score) pairs by falling score.
    ///
    /// # Errors
    ///
    /// [`RankedListError::NotFinite`] for a score that is NaN or infinite,
    /// [`RankedListError::Duplicate`] for an id that occurs twice; the first such position only.
    pub fn new(pairs: impl IntoIterator<Item = (Id, f64)>) -> Result<Self, RankedListError> {
        let mut items = Vec::new();
        for (position, (id, score)) in pairs.into_iter().enumerate() {
            if !score.is_finite() {
                return Err(RankedListError::NotFinite { position, score });
            }
            // Adding 0.0 turns −0.0 into 0.0, so that total_cmp agrees with ==.
            items.push((id, score + 0.0));
        }
        check_distinct(&items)?;
        items.sort_by(|left, right| right.1.total_cmp(&left.1));
        Ok(Self { items })
    }

    /// Takes distinct ids in the order shown, without ties; for an order that no score explains,
    /// such as one changed for diversity.
    ///
    /// # Errors
    ///
    /// [`RankedListError::Duplicate`] for an id that occurs twice.
    pub fn in_order(ids: impl IntoIterator<Item = Id>) -> Result<Self, RankedListError> {
        Self::new(ids.into_iter().enumerate().map(|(position, id)| (id, -(position as f64))))
    }
}

impl<Id> RankedList<Id> {
    /// The number of items.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether the list holds no item.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The items by falling score, ties in the order given.
    #[must_use]
    pub fn ids(&self) -> impl ExactSizeIterator<Item = &Id> {
        self.items.iter().map(|(id, _)| id)
    }

    /// The (id, score) pairs cut into groups of equal scores, best first.
    pub fn tie_groups(&self) -> impl Iterator<Item = &[(Id, f64)]> {
        self.items.chunk_by(|left, right| left.1.total_cmp(&right.1) == Ordering::Equal)
    }
}

impl<Id> Default for RankedList<Id> {
    fn default() -> Self {
        Self { items: Vec::new() }
    }
}

impl fmt::Display for Ties {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Expected => "expected",
            Self::Trec => "trec",
            Self::Strict => "strict",
        })
    }
}

impl FromStr for Ties {
    type Err = TiesError;

    /// Reads `expected`, `trec` or `strict`.
    fn from_str(word: &str) -> Result<Self, TiesError> {
        match word {
            "expected" => Ok(Self::Expected),
            "trec" => Ok(Self::Trec),
            "strict" => Ok(Self::Strict),
            _ => Err(TiesError { found: word.to_owned() }),
        }
    }
}

fn check_distinct<Id: Ord>(items: &[(Id, f64)]) -> Result<(), RankedListError> {
    let mut first_positions = BTreeMap::new();
    for (position, (id, _)) in items.iter().enumerate() {
        if let Some(first) = first_positions.insert(id, position) {
            return Err(RankedListError::Duplicate { first, position });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    //! - Order by falling score, ties as given, −0.0 equals 0.0.
    //! - Scores that are not finite and repeated ids are refused with their position.

    use super::{RankedList, Ties};

    #[track_caller]
    fn check_error(pairs: &[(&str, f64)], message: &str) {
        let error = RankedList::new(pairs.iter().copied()).expect_err("the list is refused");
        assert_eq!(error.to_string(), message);
    }

    #[test]
    fn negative_zero_ties_with_zero() {
        let list = RankedList::new([("b", -0.0), ("a", 0.0), ("c", 1.0)]).expect("valid");
        assert_eq!(list.ids().copied().collect::<Vec<_>>(), ["c", "b", "a"]);
        assert_eq!(list.tie_groups().count(), 2);
    }

    #[test]
    fn an_order_has_no_ties() {
        let list = RankedList::in_order(["z", "a", "m"]).expect("valid");
        assert_eq!(list.ids().copied().collect::<Vec<_>>(), ["z", "a", "m"]);
        assert_eq!(list.tie_groups().count(), 3);
        assert!(RankedList::<&str>::default().is_empty());
    }

    #[test]
    fn errors_name_the_position() {
        check_error(&[("a", 1.0), ("b", f64::NAN)], "item at position 1: expected a finite score, found NaN");
        check_error(&[("a", f64::NEG_INFINITY)], "item at position 0: expected a finite score, found -inf");
        check_error(
            &[("a", 1.0), ("b", 0.5), ("a", 0.1)],
            "item at position 2: expected distinct ids, found that of position 0 again",
        );
    }

    #[test]
    fn ties_are_read_and_written() {
        for ties in [Ties::Expected, Ties::Trec, Ties::Strict] {
            assert_eq!(ties.to_string().parse(), Ok(ties));
        }
        assert_eq!(
            "random".parse::<Ties>().expect_err("unknown").to_string(),
            "unknown treatment of ties \"random\": expected expected, trec or strict"
        );
    }
}
