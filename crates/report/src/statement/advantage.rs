//! What speaks for one métier of two.

use boussole::criteria::Origin;
use boussole::explanation::Points;
use boussole::features::Criterion;
use boussole::inquiry::{Contrast, ContrastTerm, Reason, Side};

/// A reason for one of two métiers and against the other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Advantage<'a>(AdvantageCase<'a>);

/// The cases of an [`Advantage`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum AdvantageCase<'a> {
    /// Interests, taken together, fit better; the one that does most for it, about which the student answered.
    Interests { most: &'a str, answer: f64, sheets: Sheets },
    /// Something that bothers the student, or is not possible for them, weighs less on this sheet.
    Constraint,
    /// The columns of another criterion, taken together, fit better.
    Whole { criterion: Criterion, origin: Origin },
}

/// On which sheets an interest stands that speaks for a métier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sheets {
    /// On both, and liked: it weighs more here.
    WeighsMore,
    /// Liked, and on this sheet only.
    OnlyHere,
    /// On both, and disliked: it weighs less here.
    WeighsLess,
    /// Disliked, and on the other sheet only.
    OnlyThere,
}

impl<'a> Advantage<'a> {
    /// The advantage that a reason is for one side. Returns `None` when the terms of the contrast do not bear it out.
    pub(crate) fn of(contrast: &'a Contrast, reason: &Reason, side: &Side) -> Option<Self> {
        let is_first = side.metier.id == contrast.first.metier.id;
        let for_side = |points: Points| if is_first { points } else { -points };
        let mut terms = contrast.terms();
        terms.retain(|term| reason.gathers(term));
        let sum: Points = terms.iter().map(|term| for_side(term.points)).sum();
        let (criterion, any) = (reason.criterion, terms.first().and_then(|term| term.first.or(term.second))?);
        if sum.value() <= 0.0 {
            return None;
        }
        if any.origin == Origin::Constraint {
            return Some(Self(AdvantageCase::Constraint));
        }
        if criterion != Criterion::Interest {
            return Some(Self(AdvantageCase::Whole { criterion, origin: any.origin }));
        }
        // Of equal ones the first, in the order of columns.
        let stronger = |most: ContrastTerm<'a>, term: ContrastTerm<'a>| {
            if for_side(most.points) < for_side(term.points) { term } else { most }
        };
        let most = terms.into_iter().reduce(stronger)?;
        let sides = [most.first, most.second].map(|term| term.map(|term| term.points.value()));
        let [own, other] = if is_first { sides } else { [sides[1], sides[0]] };
        let answer = most.first.or(most.second)?.answer;
        let sheets = match (0.0 < answer, own, other) {
            (true, Some(own), Some(other)) if other < own => Sheets::WeighsMore,
            (true, Some(_), None) => Sheets::OnlyHere,
            (false, Some(own), Some(other)) if other < own => Sheets::WeighsLess,
            (false, None, Some(_)) => Sheets::OnlyThere,
            _ => return None,
        };
        Some(Self(AdvantageCase::Interests { most: most.feature?, answer, sheets }))
    }

    /// Which advantage it is.
    pub(crate) fn case(self) -> AdvantageCase<'a> {
        self.0
    }
}

#[cfg(test)]
mod tests {
    //! Properties: a reason is an advantage of the side it speaks for, and not of the other.

    use super::*;
    use boussole::inquiry::contrast;
    use boussole::{Catalogue, Profile, Recommender, Weights};

    #[test]
    fn a_reason_is_an_advantage_of_its_side_only() {
        let recommender = Recommender::new(Catalogue::demo(), Weights::default()).expect("there are métiers");
        let profile =
            Profile::builder().likes("j'aime la nature").dislikes("j'ai le sens du contact").build().expect("is a profile");
        let ids: Vec<_> = recommender.catalogue().metiers().iter().map(|metier| &metier.id).collect();
        let mut n_interests = 0;
        for pair in ids.windows(2) {
            let contrast = contrast(&recommender, &profile, pair[0], pair[1]).expect("are of the catalogue");
            let Some(argument) = contrast.argument() else { continue };
            for reason in &argument.carrying {
                assert!(Advantage::of(&contrast, reason, argument.ahead).is_some(), "{reason:?}");
                n_interests += usize::from(reason.criterion == Criterion::Interest);
                assert_eq!(Advantage::of(&contrast, reason, argument.behind), None, "{reason:?}");
            }
        }
        assert!(10 < n_interests, "{n_interests} reasons are interests");
    }
}
