//! The table of criteria: the file of each.

use super::access_level::AccessLevelCriterion;
use super::definition::Definition;
use super::domain::DomainCriterion;
use super::interest::InterestCriterion;
use super::related::RelatedCriterion;
use super::riasec::RiasecCriterion;
use super::sector::SectorCriterion;
use super::similar::SimilarCriterion;
use super::status::StatusCriterion;
use super::words::WordsCriterion;
use crate::features::Criterion;

/// What a criterion says of itself.
pub(super) const fn definition(criterion: Criterion) -> &'static dyn Definition {
    match criterion {
        Criterion::Interest => &InterestCriterion,
        Criterion::Related => &RelatedCriterion,
        Criterion::AccessLevel => &AccessLevelCriterion,
        Criterion::Status => &StatusCriterion,
        Criterion::Sector => &SectorCriterion,
        Criterion::Riasec => &RiasecCriterion,
        Criterion::Domain => &DomainCriterion,
        Criterion::Similar => &SimilarCriterion,
        Criterion::Words => &WordsCriterion,
    }
}
