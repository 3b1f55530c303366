//! What bothers a student or is not possible for them, and which interests it lowers.

use serde::{Deserialize, Serialize};

use super::error::ProfileProblem;
use crate::catalogue::clean_label;

/// Something that bothers a student, such as the sight of blood, or that is not possible for them.
///
/// It is no taste: it only lowers answers on interests, is told with words of its own, and nothing is inferred from it.
///
/// # Formula
///
/// ```text
/// a'_i = max(−1, a_i − c_i)
/// ```
///
/// where `a_i` is the answer to interest `i` (0 without one) and `c_i` the greatest amount by which a constraint lowers it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Constraint {
    pub(super) id: String,
    pub(super) kind: ConstraintKind,
    pub(super) fr: String,
    pub(super) en: String,
    #[serde(serialize_with = "as_map")]
    pub(super) lowers: Vec<(String, f64)>,
}

/// Why a constraint speaks against something.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConstraintKind {
    /// It bothers the student.
    #[default]
    Bothers,
    /// It is not possible for the student, who may like it nonetheless.
    NotPossible,
}

impl Constraint {
    /// A constraint that lowers nothing yet. `fr` and `en` say what it is, as « la vue du sang ».
    pub fn new(id: &str, kind: ConstraintKind, fr: &str, en: &str) -> Self {
        Self { id: id.trim().to_owned(), kind, fr: clean_label(fr), en: clean_label(en), lowers: Vec::new() }
    }

    /// The same constraint, lowering the answer to one more interest by an amount in (0, 1].
    #[must_use]
    pub fn lowering(mut self, interest: &str, by: f64) -> Self {
        self.lowers.push((clean_label(interest), by));
        self.lowers.sort_by(|left, right| left.0.cmp(&right.0));
        self
    }

    /// The identifier, unique in a profile; that of the question it comes from.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Why it speaks against something.
    pub fn kind(&self) -> ConstraintKind {
        self.kind
    }

    /// What it is, in French: « la vue du sang ».
    pub fn fr(&self) -> &str {
        &self.fr
    }

    /// What it is, in English: « the sight of blood ».
    pub fn en(&self) -> &str {
        &self.en
    }

    /// Whether it says of an interest itself that it is not possible.
    pub(super) fn is_interest(&self) -> bool {
        self.kind == ConstraintKind::NotPossible && self.lowers.iter().any(|(label, _)| *label == self.fr)
    }

    /// The interests by label and the amount, in (0, 1], by which the answer to each is lowered.
    pub fn lowers(&self) -> impl ExactSizeIterator<Item = (&str, f64)> {
        self.lowers.iter().map(|(label, by)| (label.as_str(), *by))
    }

    /// Every problem of its parts.
    pub(super) fn problems(&self) -> Vec<ProfileProblem> {
        let named = [("id", &self.id), ("fr", &self.fr), ("en", &self.en)];
        let empty = named.into_iter().filter(|(_, text)| text.is_empty());
        let mut problems: Vec<ProfileProblem> =
            empty.map(|(part, _)| ProfileProblem::EmptyConstraint { id: self.id.clone(), part }).collect();
        for (index, (label, by)) in self.lowers.iter().enumerate() {
            if !(0.0 < *by && *by <= 1.0) {
                problems.push(ProfileProblem::Lowering { id: self.id.clone(), label: label.clone(), found: *by });
            }
            if label.is_empty() {
                problems.push(ProfileProblem::EmptyConstraint { id: self.id.clone(), part: "lowers" });
            } else if self.lowers[..index].iter().any(|(other, _)| other == label) {
                problems.push(ProfileProblem::LoweredTwice { id: self.id.clone(), label: label.clone() });
            }
        }
        problems
    }

    /// The same constraint with labels in other spellings.
    pub(super) fn respelled(&self, respell: impl Fn(&str) -> String) -> Self {
        let lowers = self.lowers.iter().map(|(label, by)| (respell(label), *by)).collect();
        Self { lowers, ..self.clone() }
    }
}

fn as_map<S: serde::Serializer>(lowers: &[(String, f64)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(lowers.iter().map(|(label, by)| (label, by)))
}

#[cfg(test)]
mod tests {
    //! Property: an interest that is not possible is told from what bothers, and from what lowers another interest.

    use super::*;

    #[test]
    fn only_what_is_not_possible_and_lowers_itself_is_an_interest() {
        let check = |kind, lowered: &str, expected| {
            let constraint = Constraint::new("c", kind, "courir", "running").lowering(lowered, 1.0);
            assert_eq!(constraint.is_interest(), expected, "{kind:?}, {lowered}");
        };
        check(ConstraintKind::NotPossible, "courir", true);
        check(ConstraintKind::NotPossible, "nager", false);
        check(ConstraintKind::Bothers, "courir", false);
    }
}
