//! Why does one métier come before another? The difference of two scores as a sum of terms.

use std::cmp::Ordering;
use std::sync::Arc;

use serde::Serialize;

use crate::catalogue::{Metier, MetierId};
use crate::criteria::Origin;
use crate::explanation::{Contribution, Explanation, Points};
use crate::features::Criterion;
use crate::profile::{Profile, ProfileError};
use crate::ranking::{Explained, GateReason, Recommender, Rounded, Standing};
use crate::serialize_keys;

/// Two métiers and every term in which their scores differ.
///
/// # Formula
///
/// ```text
/// Δ = S(A) − S(B) = Σ_t (p_A,t − p_B,t)
/// ```
///
/// where `t` runs over criteria and their columns and `p` are contributions. As contributions are on a grid, the sum is exact in any
/// order, and the contrast of B with A is the negative of this one, term by term.
///
/// # References
///
/// P. Lipton, « Contrastive explanation », 1990, DOI 10.1017/S1358246100005130: « why A rather than B » asks for a difference.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Contrast {
    /// The métier that was named first.
    pub first: Side,
    /// The métier that was named second.
    pub second: Side,
}

/// One of the two métiers.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Side {
    /// The métier.
    pub metier: Arc<Metier>,
    /// Its score and where it comes from.
    pub explanation: Explanation,
    /// Where it stands, or the gate that keeps it out.
    pub standing: Result<Standing, GateReason>,
}

/// What one column adds to the difference.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ContrastTerm<'a> {
    /// The criterion.
    pub criterion: Criterion,
    /// The name of the column.
    pub feature: Option<&'a str>,
    /// Whether the student answered about this, something bothers them, or it was inferred.
    pub origin: Origin,
    /// The contribution to the first métier.
    #[serde(skip)]
    pub first: Option<Contribution<'a>>,
    /// The contribution to the second métier.
    #[serde(skip)]
    pub second: Option<Contribution<'a>>,
    /// What it adds to the difference: above 0 it speaks for the first, below 0 for the second.
    pub points: Points,
}

/// A reason worth a sentence: a whole criterion, as interests are one thing that a student talks about.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Reason {
    /// The criterion.
    pub criterion: Criterion,
    /// Where its terms come from: what bothers a student is a reason beside what they like.
    pub origin: Origin,
    /// How much it speaks for its métier; above 0.
    pub points: Points,
}

/// The shortest honest account of a contrast.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Argument<'a> {
    /// The métier with the higher score.
    pub ahead: &'a Side,
    /// The other one.
    pub behind: &'a Side,
    /// The fewest reasons that outweigh everything in favour of the other side; strongest first, at least one.
    pub carrying: Vec<Reason>,
    /// The strongest reason for the other side, if any.
    pub best_counter: Option<Reason>,
}

/// Compares two métiers, ranked or not.
///
/// ```
/// # #[cfg(feature = "demo")] {
/// use boussole::{Catalogue, Profile, Recommender, Weights, inquiry::contrast};
/// let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
/// let profile = Profile::builder().likes("j'aime la nature").build()?;
/// let (one, other) = ("MET.7829".parse()?, "MET.10".parse()?);
/// let forth = contrast(&recommender, &profile, &one, &other)?;
/// let back = contrast(&recommender, &profile, &other, &one)?;
/// assert_eq!(forth.difference(), -back.difference());
/// assert_eq!(forth.terms().iter().map(|term| term.points).sum::<boussole::Points>(), forth.difference());
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`ProfileError`] when the profile or one of the métiers does not belong to the catalogue.
pub fn contrast(
    recommender: &Recommender,
    profile: &Profile,
    first: &MetierId,
    second: &MetierId,
) -> Result<Contrast, ProfileError> {
    let (first, second) = (recommender.explain(profile, first)?, recommender.explain(profile, second)?);
    Ok(Contrast { first: Side::of(first), second: Side::of(second) })
}

impl Reason {
    /// Whether a term of a contrast belongs to it.
    pub fn gathers(&self, term: &ContrastTerm<'_>) -> bool {
        let is_constraint = |origin| origin == Origin::Constraint;
        self.criterion == term.criterion && is_constraint(self.origin) == is_constraint(term.origin)
    }
}

impl Side {
    fn of(explained: Explained) -> Self {
        Self { metier: explained.metier, explanation: explained.explanation, standing: explained.standing }
    }

    /// The score.
    pub fn score(&self) -> Points {
        self.explanation.score()
    }
}

impl Contrast {
    /// By how much the score of the first exceeds that of the second; exactly the sum of the terms.
    pub fn difference(&self) -> Points {
        self.first.score() - self.second.score()
    }

    /// Every term that is not 0, in the order of columns.
    pub fn terms(&self) -> Vec<ContrastTerm<'_>> {
        let [mut firsts, mut seconds] = [&self.first, &self.second].map(|side| side.explanation.by_column().peekable());
        let mut terms = Vec::new();
        while let Some(next) = firsts.peek().into_iter().chain(seconds.peek()).map(column).min() {
            let [first, second] = [&mut firsts, &mut seconds].map(|side| side.next_if(|term| column(term) == next));
            let (first, second) = (first.map(|(_, term)| term), second.map(|(_, term)| term));
            let points = points(first) - points(second);
            let any = first.or(second).expect("one of them is the next");
            if points != Points::ZERO {
                // What one of the fiches says is said, though the other one's was guessed.
                let is_said = first.iter().chain(&second).any(|term| term.origin == Origin::Answer);
                let origin = if is_said { Origin::Answer } else { any.origin };
                terms.push(ContrastTerm { criterion: next.0, feature: any.feature, origin, first, second, points });
            }
        }
        terms
    }

    /// Which of the two has the higher score, as scores are compared; `Equal` when a draw decides their order.
    pub fn ordering(&self) -> Ordering {
        Rounded::of(self.first.score()).cmp(&Rounded::of(self.second.score()))
    }

    /// Why the one ahead is ahead; `None` when the scores are equal.
    ///
    /// # Formula
    ///
    /// ```text
    /// carrying = smallest R ⊆ {r : p_r > 0} with Σ_{r ∈ R} p_r > Σ_{p_r < 0} |p_r|
    /// ```
    ///
    /// where reasons `r` are criteria as wholes, what bothers the student apart. With these reasons alone, against everything that
    /// speaks for the other side, the order would be the same. Taking the strongest first yields the smallest set.
    pub fn argument(&self) -> Option<Argument<'_>> {
        let (ahead, behind, sign) = match self.ordering() {
            Ordering::Equal => return None,
            Ordering::Greater => (&self.first, &self.second, 1),
            Ordering::Less => (&self.second, &self.first, -1),
        };
        let (mut fors, mut againsts) = (Vec::new(), Vec::new());
        for mut reason in self.reasons() {
            reason.points = if sign < 0 { -reason.points } else { reason.points };
            match reason.points.value().total_cmp(&0.0) {
                Ordering::Greater => fors.push(reason),
                Ordering::Less => againsts.push(Reason { points: -reason.points, ..reason }),
                Ordering::Equal => {}
            }
        }
        strongest_first(&mut fors);
        strongest_first(&mut againsts);
        let against: Points = againsts.iter().map(|reason| reason.points).sum();
        let mut sum = Points::ZERO;
        let carries = |reason: &Reason| {
            sum += reason.points;
            against < sum
        };
        let last = fors.iter().position(carries).expect("all together outweigh the other side, or it would be ahead");
        fors.truncate(last + 1);
        Some(Argument { ahead, behind, carrying: fors, best_counter: againsts.into_iter().next() })
    }

    /// The terms gathered by criterion, what bothers apart, in the order of criteria.
    fn reasons(&self) -> Vec<Reason> {
        let mut reasons: Vec<Reason> = Vec::new();
        for term in self.terms() {
            match reasons.iter_mut().find(|reason| reason.gathers(&term)) {
                Some(reason) => {
                    reason.points += term.points;
                    // With something that was said, it is not a guess.
                    reason.origin = if term.origin == Origin::Answer { Origin::Answer } else { reason.origin };
                }
                None => reasons.push(Reason { criterion: term.criterion, origin: term.origin, points: term.points }),
            }
        }
        reasons
    }
}

serialize_keys!(impl Contrast as this {
    "first" => this.first,
    "second" => this.second,
    "difference" => this.difference(),
    "ahead" => this.argument().map(|argument| argument.ahead.metier.id.clone()),
    "terms" => this.terms(),
    "carrying" => this.argument().map_or_else(Vec::new, |argument| argument.carrying),
    "best_counter" => this.argument().and_then(|argument| argument.best_counter),
});

serialize_keys!(impl Side as this {
    "id" => this.metier.id,
    "score" => this.score(),
    "rank" => this.standing.ok().map(|standing| standing.rank),
});

/// Equal reasons stay in the order of columns.
fn strongest_first(reasons: &mut [Reason]) {
    reasons.sort_by(|left, right| right.points.value().total_cmp(&left.points.value()));
}

/// Where a term stands among all columns; the neutral part of a criterion is before its columns, and an
/// answer before the constraint that lowers it.
fn column((column, term): &(Option<usize>, Contribution<'_>)) -> (Criterion, Option<usize>, bool) {
    (term.criterion, *column, term.origin == Origin::Constraint)
}

fn points(term: Option<Contribution<'_>>) -> Points {
    term.map_or(Points::ZERO, |term| term.points)
}

#[cfg(test)]
mod tests {
    //! Properties: terms sum to the difference, to the bit; swapping sides negates every term; the carrying reasons are the fewest that
    //! outweigh the other side, by trying all sets; reasons gather the terms of a criterion, constraints apart; equal scores have no argument.

    use std::collections::BTreeMap;

    use super::*;
    use crate::catalogue::{AccessLevel, Catalogue, Interest, Sector, Status, Title};
    use crate::profile::{Constraint, ConstraintKind};
    use crate::random::SplitMix64;
    use crate::weights::Weights;

    const INTERESTS: [&str; 3] = ["a", "b", "c"];

    /// The bits of a métier's number that stand for its status, its sector and its level.
    const OTHERS: [u32; 3] = [3, 4, 5];

    fn recommender() -> Recommender {
        let metiers = (1..64_usize).map(|bits| {
            let id = format!("MET.{bits}").parse().expect("an identifier");
            let mut metier = Metier::new(id, Title::from_heading("métier"));
            let carried = INTERESTS.iter().enumerate().filter(|(place, _)| bits >> place & 1 == 1);
            metier.interests = carried.map(|(_, label)| Interest::new(label)).collect();
            let [status, sector, level] = OTHERS.map(|bit| bits >> bit & 1 == 1);
            metier.statuses = vec![Status::new(if status { "s" } else { "t" })];
            metier.sectors = vec![Sector::new(if sector { "u" } else { "v" })];
            metier.access_level = Some(if level { AccessLevel::Cap } else { AccessLevel::BacPlus5 });
            metier
        });
        Recommender::new(Catalogue::from_metiers(metiers).catalogue, Weights::default()).expect("there are métiers")
    }

    fn random_contrast(recommender: &Recommender, random: &mut SplitMix64) -> (Contrast, Contrast) {
        let mut builder = Profile::builder();
        for label in INTERESTS {
            builder = builder.interest(label, [-1.0, -0.5, 0.0, 0.3, 1.0][random.index_below(5)]);
        }
        for (field, label) in [(0, "s"), (0, "t"), (1, "u"), (1, "v")] {
            let answer = [-0.5, 0.0, 1.0][random.index_below(3)];
            builder = if field == 0 { builder.status(label, answer) } else { builder.sector(label, answer) };
        }
        if random.index_below(2) == 0 {
            let constraint = Constraint::new("c", ConstraintKind::Bothers, "ceci", "this");
            builder = builder.constraint(constraint.lowering("a", 0.5).lowering("b", 1.0));
        }
        builder = builder.willing(AccessLevel::ALL[3 + random.index_below(7)]);
        let profile = builder.build().expect("answers are in range");
        let mut id = || format!("MET.{}", 1 + random.index_below(63)).parse().expect("an identifier");
        let (one, other) = (id(), id());
        let ask = |one, other| contrast(recommender, &profile, one, other).expect("the catalogue has them");
        (ask(&one, &other), ask(&other, &one))
    }

    #[test]
    fn terms_sum_to_the_difference_and_swapping_negates_them() {
        let (recommender, mut random) = (recommender(), SplitMix64::new(11));
        for _ in 0..300 {
            let (forth, back) = random_contrast(&recommender, &mut random);
            let sum: Points = forth.terms().iter().map(|term| term.points).sum();
            assert_eq!(sum.value().to_bits(), forth.difference().value().to_bits());
            assert_eq!(forth.ordering(), back.ordering().reverse());
            let negated: Vec<_> = back.terms().iter().map(|term| (term.criterion, term.feature, -term.points)).collect();
            let terms: Vec<_> = forth.terms().iter().map(|term| (term.criterion, term.feature, term.points)).collect();
            assert_eq!(terms, negated);
            assert_eq!(forth.argument().map(|argument| argument.carrying), back.argument().map(|argument| argument.carrying));
        }
    }

    #[test]
    fn the_carrying_reasons_are_the_fewest() {
        let (recommender, mut random) = (recommender(), SplitMix64::new(12));
        let mut n_arguments = 0;
        for _ in 0..300 {
            let (contrast, _) = random_contrast(&recommender, &mut random);
            let Some(argument) = contrast.argument() else {
                assert_eq!(Rounded::of(contrast.first.score()), Rounded::of(contrast.second.score()));
                continue;
            };
            n_arguments += 1;
            let sign = if contrast.ordering() == Ordering::Greater { 1.0 } else { -1.0 };
            let points: Vec<f64> = contrast.reasons().iter().map(|reason| sign * reason.points.value()).collect();
            let against: f64 = points.iter().filter(|points| **points < 0.0).map(|points| -points).sum();
            let fors: Vec<f64> = points.into_iter().filter(|points| 0.0 < *points).collect();
            let is_enough = |set: &usize| {
                let chosen = fors.iter().enumerate().filter(|(place, _)| set >> place & 1 == 1);
                against < chosen.map(|(_, points)| points).sum::<f64>()
            };
            let fewest = (1..1_usize << fors.len()).filter(is_enough).map(usize::count_ones).min();
            assert_eq!(Some(argument.carrying.len()), fewest.map(|n| n as usize));
            assert_eq!(argument.best_counter.is_some(), 0.0 < against);
        }
        assert!(200 < n_arguments, "{n_arguments}");
    }

    #[test]
    fn reasons_gather_criteria_apart_from_constraints_and_what_is_said_is_no_guess() {
        let (recommender, mut random) = (recommender(), SplitMix64::new(13));
        let mut origins = BTreeMap::new();
        for _ in 0..300 {
            let (contrast, _) = random_contrast(&recommender, &mut random);
            let mut expected: BTreeMap<(Criterion, bool), (Points, Vec<Origin>)> = BTreeMap::new();
            let terms = contrast.terms();
            for pair in
                terms.windows(2).filter(|pair| pair[0].criterion == pair[1].criterion && pair[0].feature == pair[1].feature)
            {
                // A column has one answer, then what constraints take from it.
                assert_eq!([pair[0].origin, pair[1].origin].map(|origin| origin == Origin::Constraint), [false, true]);
            }
            assert!(terms.windows(2).all(|pair| pair[0].criterion <= pair[1].criterion));
            for term in &terms {
                let both = term.first.iter().chain(&term.second).map(|side| side.origin);
                let is_said = both.clone().any(|origin| origin == Origin::Answer);
                assert!(if is_said { term.origin == Origin::Answer } else { both.clone().any(|origin| origin == term.origin) });
                assert!(both.clone().all(|origin| (origin == Origin::Constraint) == (term.origin == Origin::Constraint)));
                *origins.entry(format!("{:?}", term.origin)).or_insert(0) += 1;
                let gathered = expected.entry((term.criterion, term.origin == Origin::Constraint));
                let (points, of_terms) = gathered.or_insert((Points::ZERO, Vec::new()));
                *points += term.points;
                of_terms.push(term.origin);
            }
            let reasons = contrast.reasons();
            assert_eq!(reasons.len(), expected.len());
            for reason in reasons {
                let (points, of_terms) = &expected[&(reason.criterion, reason.origin == Origin::Constraint)];
                assert_eq!(reason.points, *points);
                assert_eq!(reason.origin == Origin::Answer, of_terms.contains(&Origin::Answer));
            }
        }
        assert!(origins.values().all(|n| 20 < *n) && origins.len() == 3, "{origins:?}");
    }

    #[test]
    fn unknown_metiers_are_an_error() {
        let (known, unknown) = ("MET.1".parse().expect("an identifier"), "MET.64".parse().expect("an identifier"));
        let profile = Profile::default();
        for (one, other) in [(&known, &unknown), (&unknown, &known)] {
            let error = contrast(&recommender(), &profile, one, other).expect_err("there is no MET.64").to_string();
            assert!(error.starts_with("profile: id: expected a métier of the catalogue, found MET.64"), "{error}");
        }
    }
}
