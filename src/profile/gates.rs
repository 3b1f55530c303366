//! Gates: hard filters that the student or the app applies to the catalogue.

use serde::Serialize;

use crate::catalogue::{AccessLevel, Sector, Status};

/// Conditions that a métier must meet to be ranked. Without any, every métier is ranked.
///
/// A gate requires evidence: a métier whose fiche lacks the field does not pass, and is counted separately.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Gates {
    /// The highest access level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_access_level: Option<AccessLevel>,
    /// At least one of these statuses; any if empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<Status>,
    /// At least one of these sectors; any if empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sectors: Vec<Sector>,
    /// Whether métiers stay whose statuses, or whose sectors, were all answered with a plain no (−1): without this they are left aside.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub keep_refused: bool,
}

impl Gates {
    /// Whether no condition is set.
    pub fn is_empty(&self) -> bool {
        self.max_access_level.is_none() && self.statuses.is_empty() && self.sectors.is_empty()
    }
}
