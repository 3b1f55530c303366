//! The facts by which a student's answers can distinguish métiers.

use std::sync::Arc;

use crate::catalogue::{FicheField, Metier};

/// A field that a criterion uses, and its values in a métier.
pub(super) struct MetierFact {
    pub(super) field: FicheField,
    values: fn(&Metier) -> Vec<Arc<str>>,
}

/// All facts in the order in which they join a pattern: interests first, since they are asked first.
pub(super) const FACTS: [MetierFact; 5] = [
    MetierFact { field: FicheField::Interests, values: |metier| texts(&metier.interests) },
    MetierFact {
        field: FicheField::AccessLevel,
        values: |metier| metier.access_level.iter().map(|level| level.label().into()).collect(),
    },
    MetierFact { field: FicheField::Statuses, values: |metier| texts(&metier.statuses) },
    MetierFact { field: FicheField::Sectors, values: |metier| texts(&metier.sectors) },
    MetierFact { field: FicheField::Riasec, values: |metier| metier.riasec.iter().map(|code| code.to_string().into()).collect() },
];

impl MetierFact {
    /// The values in sorted order, because no criterion depends on their order in the fiche.
    pub(super) fn values(&self, metier: &Metier) -> Vec<Arc<str>> {
        let mut values: Vec<Arc<str>> = (self.values)(metier);
        values.sort_unstable();
        values
    }
}

fn texts<L: AsRef<str>>(labels: &[L]) -> Vec<Arc<str>> {
    labels.iter().map(|label| label.as_ref().into()).collect()
}
