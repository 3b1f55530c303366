//! The criteria: groups of columns that one kind of answer speaks about.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Declares the criteria once: a variant cannot be without its name, its place in [`Criterion::ALL`] or its form in files.
macro_rules! criteria {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// A group of columns, and one reason for a métier to come first.
        ///
        /// The order of the variants is the order of the columns, and of contributions in an explanation; nothing else depends on it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Criterion {
            $($(#[$doc])* #[serde(rename = $name)] $variant,)*
        }

        impl Criterion {
            /// How many criteria there are.
            pub const COUNT: usize = [$($name),*].len();

            /// All criteria, in the order of their columns.
            pub const ALL: [Self; Self::COUNT] = [$(Self::$variant),*];

            /// The name in files: `interest`, `access_level` …
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }
    };
}

criteria! {
    /// What the student likes, against the métier's *centres d'intérêt*.
    Interest = "interest",
    /// Interests that often go with those the student spoke about. Off by default.
    Related = "related",
    /// How far the student wants to study, against the level that gives access.
    AccessLevel = "access_level",
    /// Statuses the student prefers, against those the métier offers.
    Status = "status",
    /// Sectors the student prefers, against those of the métier.
    Sector = "sector",
    /// The student's RIASEC letters, given or inferred from their interests, against those of the métier's ROME codes.
    Riasec = "riasec",
    /// Professional domains of the ROME that go with the student's interests, against those of the métier.
    Domain = "domain",
    /// Métiers the student likes, against what they share with this one.
    Similar = "similar",
    /// Words of the student's own, against those of the métier's title and texts.
    Words = "words",
}

impl Criterion {
    /// The place in [`ALL`](Self::ALL).
    pub const fn index(self) -> usize {
        self as usize
    }
}

/// A text that names no criterion.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a criterion ({}), found « {found} »", Criterion::ALL.map(Criterion::name).join(", "))]
pub struct UnknownCriterion {
    /// The text that was found.
    pub found: String,
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
