//! The criteria: groups of columns that one kind of answer speaks about.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A group of columns, and one reason for a métier to come first.
///
/// The order of the variants is the order of the columns, and of contributions in an explanation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Criterion {
    /// What the student likes, against the métier's *centres d'intérêt*.
    Interest,
    /// Interests that often go with those the student spoke about. Off by default.
    Related,
    /// How far the student wants to study, against the level that gives access.
    AccessLevel,
    /// Statuses the student prefers, against those the métier offers.
    Status,
    /// Sectors the student prefers, against those of the métier.
    Sector,
    /// The student's RIASEC letters, given or inferred from their interests, against those of the métier's ROME codes.
    Riasec,
    /// Professional domains of the ROME that go with the student's interests, against those of the métier.
    Domain,
    /// Métiers the student likes, against what they share with this one.
    Similar,
}

/// A text that names no criterion.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a criterion ({}), found « {found} »", names())]
pub struct UnknownCriterion {
    /// The text that was found.
    pub found: String,
}

fn names() -> String {
    Criterion::ALL.map(Criterion::name).join(", ")
}

impl Criterion {
    /// How many criteria there are.
    pub const COUNT: usize = 8;

    /// All criteria, in the order of their columns.
    pub const ALL: [Self; Self::COUNT] =
        [Self::Interest, Self::Related, Self::AccessLevel, Self::Status, Self::Sector, Self::Riasec, Self::Domain, Self::Similar];

    /// The name in files: `interest`, `access_level` …
    pub const fn name(self) -> &'static str {
        match self {
            Self::Interest => "interest",
            Self::Related => "related",
            Self::AccessLevel => "access_level",
            Self::Status => "status",
            Self::Sector => "sector",
            Self::Riasec => "riasec",
            Self::Domain => "domain",
            Self::Similar => "similar",
        }
    }

    /// The place in [`ALL`](Self::ALL).
    pub const fn index(self) -> usize {
        self as usize
    }
}

impl fmt::Display for Criterion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Criterion {
    type Err = UnknownCriterion;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL.into_iter().find(|criterion| criterion.name() == text);
        found.ok_or_else(|| UnknownCriterion { found: text.to_owned() })
    }
}
