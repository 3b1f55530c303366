//! How many of a métier's interests the student likes.

use boussole::catalogue::Metier;
use boussole::explanation::{Contribution, Explanation};
use boussole::features::Criterion;

/// The student likes at least one interest on the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LikedInterests {
    n: usize,
    total: usize,
}

impl LikedInterests {
    /// The liked interests of a métier. Returns `None` when no interest on its sheet is liked.
    pub(crate) fn of(metier: &Metier, explanation: &Explanation) -> Option<Self> {
        let is_liked =
            |term: &Contribution<'_>| term.criterion == Criterion::Interest && term.feature.is_some() && 0.0 < term.answer;
        let n = explanation.contributions().filter(is_liked).count();
        (0 < n).then_some(Self { n, total: metier.interests.len() })
    }

    /// How many are liked, at least one.
    pub(crate) fn n(self) -> usize {
        self.n
    }

    /// How many the sheet has, at least as many.
    pub(crate) fn total(self) -> usize {
        self.total
    }
}
