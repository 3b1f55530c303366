//! Fields that fiches leave empty.

use crate::catalogue::{Catalogue, FicheField, Metier, MetierId};

/// Whether a field of a métier is empty.
type IsEmpty = fn(&Metier) -> bool;

/// The fields that may be empty, each with its test for emptiness.
const OPTIONAL: [(FicheField, IsEmpty); 10] = [
    (FicheField::Interests, |metier| metier.interests.is_empty()),
    (FicheField::AccessLevel, |metier| metier.access_level.is_none()),
    (FicheField::Statuses, |metier| metier.statuses.is_empty()),
    (FicheField::Sectors, |metier| metier.sectors.is_empty()),
    (FicheField::RomeCodes, |metier| metier.rome_codes.is_empty()),
    (FicheField::Riasec, |metier| metier.riasec.is_empty()),
    (FicheField::Trainings, |metier| metier.trainings.is_empty()),
    (FicheField::Presentation, |metier| metier.presentation.is_none()),
    (FicheField::Overview, |metier| metier.overview.is_none()),
    (FicheField::Studies, |metier| metier.studies.is_empty()),
];

/// A field and the métiers whose fiches leave it empty.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Gap {
    /// The field.
    pub field: FicheField,
    /// The métiers that leave it empty, in the order of the catalogue; often none.
    pub metiers: Vec<MetierId>,
}

impl Gap {
    /// A gap for every field that may be empty, even if no métier has it.
    pub(super) fn all(catalogue: &Catalogue) -> Vec<Self> {
        let metiers_with = |is_empty: IsEmpty| {
            catalogue.metiers().iter().filter(|metier| is_empty(metier)).map(|metier| metier.id.clone()).collect()
        };
        OPTIONAL.into_iter().map(|(field, is_empty)| Self { field, metiers: metiers_with(is_empty) }).collect()
    }
}
