//! What the sheet of a métier does not say.

use boussole::criteria::Origin;
use boussole::explanation::Explanation;
use boussole::features::Criterion;

/// The sheet has no data on a criterion that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Missing(Criterion);

impl Missing {
    /// Everything that the sheet does not say.
    pub(crate) fn all(explanation: &Explanation) -> Vec<Self> {
        explanation.missing().map(Self).collect()
    }

    /// What the sheet does not say of criteria on which the student spoke; what is only inferred is not worth a line.
    pub(crate) fn spoken(explanation: &Explanation) -> Vec<Self> {
        let is_said =
            |missing: &Self| explanation.contributions().any(|term| term.criterion == missing.0 && term.origin == Origin::Answer);
        Self::all(explanation).into_iter().filter(is_said).collect()
    }

    /// The criterion.
    pub(crate) fn criterion(self) -> Criterion {
        self.0
    }
}
