//! Where does the score come from? The only place that adds up.
//!
//! A score is the sum of its contributions. Each contribution is rounded to a multiple of 2⁻⁴⁸ before it is added, so every sum
//! of contributions is exact in `f64`: whatever the order, however they are grouped, the result has the same bits. That is why the
//! fast sum and the explained one cannot differ, and why differences of scores are exactly sums of differences.
//!
//! A contribution is the term of one column, not all that an answer does: erasing an answer on interests also changes what is inferred
//! from it in other columns, and when a criterion falls silent the weights of the others grow.
//! [`Recommender::answer_effects`](crate::Recommender::answer_effects) has the exact difference.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub};
use std::sync::Arc;

use serde::Serialize;

use crate::criteria::{Origin, Query};
use crate::features::{Criterion, FeatureModel, Row};
use crate::weights::Weights;

/// Adding this and subtracting it again rounds to a multiple of 2⁻⁴⁸, the distance between two `f64` from 16 to 32.
const ROUNDING: f64 = 24.0;

/// An amount of score: a multiple of 2⁻⁴⁸ of absolute value below 8.
///
/// Sums and differences of up to a few thousand of them are exact, hence independent of order and grouping.
#[derive(Debug, Clone, Copy, Default, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct Points(f64);

impl Points {
    /// No points.
    pub const ZERO: Self = Self(0.0);

    /// `coefficient · value`, rounded to the grid. The rounding is at most 2⁻⁴⁹, odd and monotone.
    #[inline]
    pub(crate) fn of(coefficient: f64, value: f64) -> Self {
        debug_assert!((coefficient * value).abs() < 8.0, "weights, answers and rows are bounded by 1, RIASEC scores by √5");
        Self((coefficient * value + ROUNDING) - ROUNDING)
    }

    /// The amount for a number that is already a sum of amounts.
    #[inline]
    pub(crate) fn exactly(sum: f64) -> Self {
        debug_assert!((sum + ROUNDING) - ROUNDING == sum, "a sum of multiples of 2⁻⁴⁸ is one");
        Self(sum)
    }

    /// The amount as a number.
    pub fn value(self) -> f64 {
        self.0
    }
}

impl fmt::Display for Points {
    /// Writes the number with the requested precision.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl Add for Points {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl AddAssign for Points {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sub for Points {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Points {
    type Output = Self;

    fn neg(self) -> Self {
        // 0 − x, not −x, so that −0 never appears.
        Self(0.0 - self.0)
    }
}

impl Sum for Points {
    fn sum<I: Iterator<Item = Self>>(points: I) -> Self {
        points.fold(Self::ZERO, Self::add)
    }
}

/// One term of a score. It serialises with the names of its fields.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Contribution<'a> {
    /// The criterion.
    pub criterion: Criterion,
    /// The name of the column, of a word as the student wrote it; `None` for the neutral part of the criterion.
    pub feature: Option<&'a str>,
    /// What the student's answers say about the column: in [−1, 1], or a standardised score in [−√5, √5] for a RIASEC letter; 0 for
    /// the neutral part.
    pub answer: f64,
    /// The value of the métier in the column, in [0, 1]; 1 for the neutral part.
    pub value: f64,
    /// `q_j`: what one unit of the column adds. It is half the weight of the criterion, times the answer unless this is the neutral part.
    pub coefficient: f64,
    /// Whether the student answered about this, something bothers them, or it was inferred from their interests.
    pub origin: Origin,
    /// What this term adds to the score: `coefficient · value`, rounded to a multiple of 2⁻⁴⁸. A constraint has what is left of the
    /// lowered term, which is at most 2⁻⁴⁸ from that.
    pub points: Points,
}

/// A score, as the list of its terms.
///
/// It holds the query and the row of the métier, from which the terms are computed whenever they are read; nothing
/// else adds up to the score. So it costs no more than a pointer, and the explanations of one ranking share their query.
#[derive(Clone)]
pub struct Explanation {
    basis: Arc<Basis>,
    position: usize,
}

/// What the terms of one student are computed from.
struct Basis {
    query: Query,
    model: Arc<FeatureModel>,
}

impl Explanation {
    /// The explanation of the score of the métier at this place in the catalogue, for a query compiled for the same model.
    pub(crate) fn of(query: Query, model: &Arc<FeatureModel>, position: usize) -> Self {
        assert!(position < model.matrix().n_metiers(), "there is no métier at {position}");
        Self { basis: Arc::new(Basis { query, model: Arc::clone(model) }), position }
    }

    /// The explanation of the score of another métier for the same student.
    pub(crate) fn at(&self, position: usize) -> Self {
        assert!(position < self.basis.model.matrix().n_metiers(), "there is no métier at {position}");
        Self { basis: Arc::clone(&self.basis), position }
    }

    /// The weights applied to this student: sum 1, 0 for criteria that dropped out.
    pub fn weights(&self) -> &Weights {
        self.basis.query.weights()
    }

    /// The score: the sum of all contributions, in [0, 1].
    pub fn score(&self) -> Points {
        self.contributions().map(|contribution| contribution.points).sum()
    }

    /// The part of the score that comes from one criterion.
    pub fn part(&self, criterion: Criterion) -> Points {
        let of_criterion = self.contributions().filter(|contribution| contribution.criterion == criterion);
        of_criterion.map(|contribution| contribution.points).sum()
    }

    /// The terms: by criterion, the neutral part first, then columns in order.
    pub fn contributions(&self) -> impl Iterator<Item = Contribution<'_>> {
        self.by_column().map(|(_, contribution)| contribution)
    }

    /// Criteria that count for this student but on which the fiche is silent, so that they are neutral.
    pub fn missing(&self) -> impl Iterator<Item = Criterion> {
        let row = self.row();
        self.basis.query.neutral_parts().map(|(criterion, _)| criterion).filter(move |criterion| !row.knows(*criterion))
    }

    /// The terms with their columns; no column for a neutral part.
    pub(crate) fn by_column(&self) -> impl Iterator<Item = (Option<usize>, Contribution<'_>)> {
        let (query, space, mut rest) = (&self.basis.query, self.basis.model.space(), self.row());
        let mut beyond = beyond(sum(query, rest)).value();
        query.neutral_parts().flat_map(move |(criterion, neutral)| {
            let (origin, group) = (query.origin(criterion), space.group(criterion));
            let (own, group) = (rest.take(&group), group.start);
            let start = contribution(criterion, origin, None, (0.0, neutral - std::mem::take(&mut beyond), 1.0));
            let is_guessed = criterion == Criterion::Interest && !own.knows(criterion);
            let origin = if is_guessed { Origin::Inference } else { origin };
            let own = own.entries().flat_map(move |(column, value)| {
                let name = query.written(column).or(Some(space.features()[column].name.as_ref()));
                let whole = contribution(criterion, origin, name, (query.answer(column), query.coefficient(column), value));
                let is_interest = criterion == Criterion::Interest;
                let given = query.unlowered(column - group).filter(|_| is_interest).unwrap_or(whole.answer);
                parts(whole, given, neutral).into_iter().flatten().map(move |part| (Some(column), part))
            });
            std::iter::once((None, start)).chain(own)
        })
    }

    fn row(&self) -> Row<'_> {
        self.basis.model.matrix().row(self.position)
    }
}

impl PartialEq for Explanation {
    fn eq(&self, other: &Self) -> bool {
        self.contributions().eq(other.contributions()) && self.missing().eq(other.missing())
    }
}

impl fmt::Debug for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (contributions, missing): (Vec<_>, Vec<_>) = (self.contributions().collect(), self.missing().collect());
        f.debug_struct("Explanation").field("contributions", &contributions).field("missing", &missing).finish()
    }
}

/// The term of an answer, a coefficient and a value.
fn contribution(
    criterion: Criterion,
    origin: Origin,
    feature: Option<&str>,
    (answer, coefficient, value): (f64, f64, f64),
) -> Contribution<'_> {
    Contribution { criterion, feature, answer, value, coefficient, origin, points: Points::of(coefficient, value) }
}

/// A term as what the student answered and what constraints take from it; nothing for a part of no answer.
///
/// The parts sum to the whole, to the bit: the constraint has what the answer leaves, at most 2⁻⁴⁸ from its own product.
fn parts(whole: Contribution<'_>, given: f64, half_weight: f64) -> [Option<Contribution<'_>>; 2] {
    if whole.answer == given {
        return [Some(whole).filter(|_| given != 0.0), None];
    }
    let answer = half_weight * given;
    let answer = Contribution { answer: given, coefficient: answer, points: Points::of(answer, whole.value), ..whole };
    let taken = whole.answer - given;
    let constraint = Contribution {
        answer: taken,
        coefficient: half_weight * taken,
        origin: Origin::Constraint,
        points: whole.points - answer.points,
        ..whole
    };
    [Some(answer).filter(|_| given != 0.0), Some(constraint)]
}

/// The part of a sum of terms that is beyond [0, 1], which rounding alone can bring about. The first neutral part gives it up, so that
/// scores stay within their bounds and terms sum to them.
pub(crate) fn beyond(sum: Points) -> Points {
    Points(sum.0 - sum.0.clamp(0.0, 1.0))
}

/// The score of one row without its explanation: the same terms, summed.
pub(crate) fn score(query: &Query, row: Row<'_>) -> Points {
    let sum = sum(query, row);
    sum - beyond(sum)
}

/// The sum of all terms of a row as they are rounded.
fn sum(query: &Query, row: Row<'_>) -> Points {
    let neutral: Points = query.neutral_parts().map(|(_, neutral)| Points::of(neutral, 1.0)).sum();
    row.entries().fold(neutral, |sum, (column, value)| sum + Points::of(query.coefficient(column), value))
}

#[cfg(test)]
mod tests {
    //! Properties: rounding is odd, monotone and within 2⁻⁴⁹; sums do not depend on order.

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn rounding_is_odd_and_small(coefficient in -2.0..2.0f64, value in 0.0..1.0f64) {
            let points = Points::of(coefficient, value);
            prop_assert_eq!(Points::of(-coefficient, value), -points);
            prop_assert!((points.value() - coefficient * value).abs() <= 8.0 * f64::EPSILON + f64::EPSILON * points.value().abs());
        }

        #[test]
        fn rounding_is_monotone(low in -2.0..2.0f64, high in -2.0..2.0f64) {
            prop_assume!(low <= high);
            prop_assert!(Points::of(low, 1.0) <= Points::of(high, 1.0));
        }

        #[test]
        fn sums_do_not_depend_on_order(mut values in prop::collection::vec(-1.0..1.0f64, 0..40)) {
            let sum = |values: &[f64]| values.iter().map(|value| Points::of(*value, 0.7)).sum::<Points>().value().to_bits();
            let forwards = sum(&values);
            values.reverse();
            prop_assert_eq!(sum(&values), forwards);
            values.sort_by(f64::total_cmp);
            prop_assert_eq!(sum(&values), forwards);
        }
    }
}
