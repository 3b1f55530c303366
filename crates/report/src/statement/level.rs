//! What the access level of a métier has to do with the levels that the student gave.

use std::cmp::Ordering;

use boussole::catalogue::AccessLevel;
use boussole::profile::Profile;

/// The access level of a métier, beside what the student has and how far they want to study.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct AccessFact {
    level: AccessLevel,
    relation: LevelRelation,
}

/// Where an access level stands; the level is what the student said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LevelRelation {
    /// Above how far the student wants to study, by so many rungs, at least one.
    Beyond { willing: AccessLevel, n_rungs: usize },
    /// Above what the student has, who gave no limit.
    AfterReached(AccessLevel),
    /// Just as far as the student wants to study.
    IsWilling(AccessLevel),
    /// Just what the student has.
    IsReached(AccessLevel),
    /// Below what the student has.
    BelowReached(AccessLevel),
    /// Below how far the student wants to study.
    BelowWilling(AccessLevel),
}

impl AccessFact {
    /// The fact about a level. Returns `None` when the student gave no level.
    pub(crate) fn of(level: AccessLevel, profile: &Profile) -> Option<Self> {
        let (reached, willing) = (profile.reached(), profile.willing());
        let relation = match (reached, willing) {
            (None, None) => return None,
            (_, Some(willing)) if willing < level => LevelRelation::Beyond { willing, n_rungs: level.rung() - willing.rung() },
            (Some(reached), None) if reached < level => LevelRelation::AfterReached(reached),
            (_, Some(willing)) if level == willing => LevelRelation::IsWilling(willing),
            (Some(reached), willing) => match (level.cmp(&reached), willing) {
                (Ordering::Equal, _) => LevelRelation::IsReached(reached),
                (Ordering::Less, _) => LevelRelation::BelowReached(reached),
                (Ordering::Greater, willing) => LevelRelation::BelowWilling(willing?),
            },
            (None, Some(willing)) => LevelRelation::BelowWilling(willing),
        };
        Some(Self { level, relation })
    }

    /// The access level of the métier.
    pub(crate) fn level(self) -> AccessLevel {
        self.level
    }

    /// Where it stands.
    pub(crate) fn relation(self) -> LevelRelation {
        self.relation
    }

    /// How many rungs the level is above how far the student wants to study; 0 when it is not, or when they did not say.
    pub(crate) fn beyond(self) -> usize {
        match self.relation {
            LevelRelation::Beyond { n_rungs, .. } => n_rungs,
            _ => 0,
        }
    }

    /// Whether the level is one that the student has in mind, or has.
    pub(crate) fn is_in_mind(self) -> bool {
        !matches!(self.relation, LevelRelation::Beyond { .. } | LevelRelation::AfterReached(_))
    }
}

#[cfg(test)]
mod tests {
    //! Properties: each relation holds of its levels, and a student without levels has none.

    use super::*;
    use boussole::ProfileBuilder;

    #[track_caller]
    fn stands(reached: Option<AccessLevel>, willing: Option<AccessLevel>, expected: Option<LevelRelation>) {
        let builder = reached.into_iter().fold(Profile::builder(), ProfileBuilder::reached);
        let builder = willing.into_iter().fold(builder, ProfileBuilder::willing);
        let fact = AccessFact::of(AccessLevel::BacPlus2, &builder.build().expect("is a profile"));
        assert_eq!(fact.map(AccessFact::relation), expected);
        let beyond = willing.map_or(0, |willing| AccessLevel::BacPlus2.rung().saturating_sub(willing.rung()));
        assert_eq!(fact.map_or(0, AccessFact::beyond), beyond);
    }

    #[test]
    fn each_relation_holds_of_its_levels() {
        use AccessLevel::{Bac, BacPlus2, BacPlus3};
        stands(None, None, None);
        stands(None, Some(Bac), Some(LevelRelation::Beyond { willing: Bac, n_rungs: 2 }));
        stands(Some(Bac), Some(Bac), Some(LevelRelation::Beyond { willing: Bac, n_rungs: 2 }));
        stands(Some(BacPlus3), Some(Bac), Some(LevelRelation::Beyond { willing: Bac, n_rungs: 2 }));
        stands(Some(Bac), None, Some(LevelRelation::AfterReached(Bac)));
        stands(Some(Bac), Some(BacPlus2), Some(LevelRelation::IsWilling(BacPlus2)));
        stands(Some(BacPlus2), Some(BacPlus3), Some(LevelRelation::IsReached(BacPlus2)));
        stands(Some(BacPlus3), None, Some(LevelRelation::BelowReached(BacPlus3)));
        stands(Some(Bac), Some(BacPlus3), Some(LevelRelation::BelowWilling(BacPlus3)));
        stands(None, Some(BacPlus3), Some(LevelRelation::BelowWilling(BacPlus3)));
    }
}
