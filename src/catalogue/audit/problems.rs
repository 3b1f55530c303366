//! The problems of a catalogue, grouped by kind.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::catalogue::Problem;

/// The problems of one kind, with their places.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ProblemGroup {
    /// The name of the kind in files, [`ProblemKind::name`](crate::catalogue::ProblemKind::name).
    pub kind: &'static str,
    /// The problems in the order of reading; at least one.
    pub problems: Vec<Problem>,
}

impl ProblemGroup {
    /// Groups problems, most frequent kind first, equally frequent ones by name.
    pub(super) fn by_kind(problems: &[Problem]) -> Vec<Self> {
        let mut by_kind: BTreeMap<&'static str, Vec<Problem>> = BTreeMap::new();
        for problem in problems {
            by_kind.entry(problem.kind.name()).or_default().push(problem.clone());
        }
        let mut groups: Vec<Self> = by_kind.into_iter().map(|(kind, problems)| Self { kind, problems }).collect();
        groups.sort_by_key(|group| Reverse(group.problems.len()));
        groups
    }
}

#[cfg(test)]
mod tests {
    //! Property: most frequent first, equal ones by name.

    use super::*;
    use crate::catalogue::{Place, ProblemKind};

    #[test]
    fn most_frequent_first_and_equal_ones_by_name() {
        let kinds = [
            ProblemKind::NotUtf8 { byte: 0xFF },
            ProblemKind::Missing { expected: "x" },
            ProblemKind::EmptyItem,
            ProblemKind::NotUtf8 { byte: 0xFE },
        ];
        let problems = kinds.map(|kind| Problem { place: Place::of_source("file"), kind });
        let groups = ProblemGroup::by_kind(&problems);
        let counts: Vec<(&str, usize)> = groups.iter().map(|group| (group.kind, group.problems.len())).collect();
        assert_eq!(counts, [("not_utf8", 2), ("empty_item", 1), ("missing", 1)]);
    }
}
