//! How far down a list a metric looks.

use std::fmt;
use std::num::NonZeroUsize;

/// How far down a list a metric looks: to the end, or at the first `k` places.
///
/// There is no cut-off at 0, which would make every metric an empty statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Cutoff {
    /// The whole list.
    #[default]
    Full,
    /// The first `k` places, whether or not the list fills them.
    Top(NonZeroUsize),
}

impl Cutoff {
    /// The first `k` places, or `None` when `k` is 0.
    ///
    /// ```
    /// use boussole_evaluation::Cutoff;
    ///
    /// assert_eq!(Cutoff::top(10).map(|cutoff| cutoff.to_string()), Some("@10".to_owned()));
    /// assert_eq!(Cutoff::top(0), None);
    /// ```
    #[must_use]
    pub fn top(k: usize) -> Option<Self> {
        NonZeroUsize::new(k).map(Self::Top)
    }

    /// The last rank that counts, from 1; `usize::MAX` for the whole list.
    pub(super) fn last_rank(self) -> usize {
        match self {
            Self::Full => usize::MAX,
            Self::Top(k) => k.get(),
        }
    }

    /// How many of `n` places that follow `n_before` others lie within the cut-off.
    pub(super) fn places(self, n_before: usize, n: usize) -> usize {
        self.last_rank().saturating_sub(n_before).min(n)
    }
}

impl fmt::Display for Cutoff {
    /// Writes nothing for the whole list and `@k` otherwise, as it follows a metric's name.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Full => Ok(()),
            Self::Top(k) => write!(f, "@{k}"),
        }
    }
}

#[cfg(test)]
mod tests {
    //! A tie group may lie inside, across or beyond the cut-off.

    use super::Cutoff;

    #[test]
    fn places_inside_across_and_beyond() {
        let top5 = Cutoff::top(5).expect("5 > 0");
        assert_eq!(top5.places(0, 3), 3);
        assert_eq!(top5.places(3, 4), 2);
        assert_eq!(top5.places(5, 4), 0);
        assert_eq!(top5.places(9, 4), 0);
        assert_eq!(Cutoff::Full.places(9, 4), 4);
    }
}
