//! Hard filters that a student, or the app, puts on the catalogue.

use serde::Serialize;

use crate::catalogue::{AccessLevel, Sector, Status};

/// Conditions that a métier must meet to be ranked. Without any, every métier is ranked.
///
/// A gate asks for evidence: a métier whose fiche does not say is not let through, and counted apart.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Gates {
    /// The highest access level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_access_level: Option<AccessLevel>,
    /// At least one of these statuses; none means any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<Status>,
    /// At least one of these sectors; none means any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sectors: Vec<Sector>,
}

impl Gates {
    /// Whether there is no gate.
    pub fn is_empty(&self) -> bool {
        self == &Self::default()
    }
}
