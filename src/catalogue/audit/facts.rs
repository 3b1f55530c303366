//! The facts by which a student's answers can tell métiers apart.

use std::sync::Arc;

use crate::catalogue::{Field, Interest, Metier, Sector, Status};

/// One field that a criterion looks at, and its values in a métier.
pub(super) struct Fact {
    pub(super) field: Field,
    values: fn(&Metier) -> Vec<&str>,
}

/// All of them, in the order in which they are added to a pattern: interests first, since they are asked first.
pub(super) const FACTS: [Fact; 4] = [
    Fact { field: Field::Interests, values: |metier| metier.interests.iter().map(Interest::as_str).collect() },
    Fact { field: Field::AccessLevel, values: |metier| metier.access_level.iter().map(|level| level.label()).collect() },
    Fact { field: Field::Statuses, values: |metier| metier.statuses.iter().map(Status::as_str).collect() },
    Fact { field: Field::Sectors, values: |metier| metier.sectors.iter().map(Sector::as_str).collect() },
];

impl Fact {
    /// The values as a sorted list: no criterion looks at their order in the fiche.
    pub(super) fn values(&self, metier: &Metier) -> Vec<Arc<str>> {
        let mut values: Vec<Arc<str>> = (self.values)(metier).into_iter().map(Arc::from).collect();
        values.sort_unstable();
        values
    }
}
