//! Where does the score come from? The only place that adds up.
//!
//! A score is the sum of its contributions. Each contribution is rounded to a multiple of 2⁻⁴⁸ before it is added, so every sum
//! of contributions is exact in `f64`: whatever the order, however they are grouped, the result has the same bits. That is why the fast
//! sum and the explained one can not differ, why differences of scores are exactly sums of differences, and why erasing an answer
//! changes a score by exactly what it contributed.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub};
use std::sync::Arc;

use serde::Serialize;

use crate::criteria::{Origin, Query};
use crate::features::{Criterion, Feature, FeatureSpace, Row};

/// Adding this and taking it away again rounds to a multiple of 2⁻⁴⁸: between 16 and 32, that is the distance of two `f64`.
const ROUNDING: f64 = 24.0;

/// An amount of score: a multiple of 2⁻⁴⁸ of absolute value below 8.
///
/// Sums and differences of up to a few thousand of them are exact, hence independent of order and grouping.
#[derive(Debug, Clone, Copy, Default, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct Points(f64);

impl Points {
    /// Nothing.
    pub const ZERO: Self = Self(0.0);

    /// `coefficient · value`, rounded to the grid. The rounding is at most 2⁻⁴⁹, odd and monotone.
    #[inline]
    pub(crate) fn of(coefficient: f64, value: f64) -> Self {
        debug_assert!((coefficient * value).abs() < 8.0, "weights, answers and rows are bounded by 1, RIASEC scores by √5");
        Self((coefficient * value + ROUNDING) - ROUNDING)
    }

    /// The amount of this number, which is a sum of amounts already.
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
    /// Writes the number, with the precision that is asked for.
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
        // 0 − x, not −x: there is one zero.
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
pub struct Contribution<'a> {
    /// The criterion.
    pub criterion: Criterion,
    /// The name of the column; nothing for the neutral part of the criterion.
    pub feature: Option<&'a str>,
    /// What the student's answers say about the column, in [−1, 1].
    pub query: f64,
    /// The value of the métier in the column, in [0, 1].
    pub value: f64,
    /// What one unit of the column adds: the answer times half the weight of the criterion.
    pub coefficient: f64,
    /// Whether the student answered about this, or it was inferred from their interests.
    pub origin: Origin,
    /// What this term adds to the score: `coefficient · value`, rounded to a multiple of 2⁻⁴⁸.
    pub points: Points,
}

/// A score, as the list of its terms.
///
/// The explanations of one ranking share their memory: one is cheap to make and to clone, and keeps that of the others.
#[derive(Clone)]
pub struct Explanation {
    ledger: Arc<Ledger>,
    place: usize,
}

/// The terms of some métiers for one student, written one métier after the other.
struct Ledger {
    /// The columns of the catalogue.
    features: Arc<[Feature]>,
    /// By criterion that counts: its neutral part, the same for every métier, and where its terms come from.
    neutral: [Option<(f64, Origin)>; Criterion::COUNT],
    /// By métier, columns ascending.
    terms: Vec<Term>,
    accounts: Vec<Account>,
}

/// A column on which both the student and the fiche speak.
#[derive(Clone, Copy)]
struct Term {
    column: usize,
    answer: f64,
    value: f64,
    coefficient: f64,
}

/// What the terms of one métier come to.
struct Account {
    /// Its terms begin where those of the métier before end.
    end: usize,
    score: Points,
    /// One bit a criterion: those that count and on which the fiche says nothing.
    missing: u8,
}

impl Explanation {
    /// The explanation of the score of one row.
    pub fn of(query: &Query, row: Row<'_>, space: &FeatureSpace) -> Self {
        Self { ledger: Arc::new(Ledger::of(query, std::iter::once(row), space)), place: 0 }
    }

    /// The explanations of the scores of some rows, in their order.
    pub(crate) fn of_all<'a, I>(query: &Query, rows: I, space: &FeatureSpace) -> impl ExactSizeIterator<Item = Self> + use<I>
    where
        I: Iterator<Item = Row<'a>> + Clone,
    {
        let ledger = Arc::new(Ledger::of(query, rows, space));
        (0..ledger.accounts.len()).map(move |place| Self { ledger: Arc::clone(&ledger), place })
    }

    /// The score: the sum of all contributions, in [0, 1] up to rounding by less than 2⁻⁴⁴.
    pub fn score(&self) -> Points {
        self.account().score
    }

    /// The part of the score that one criterion gives.
    pub fn part(&self, criterion: Criterion) -> Points {
        let of_criterion = self.contributions().filter(|contribution| contribution.criterion == criterion);
        of_criterion.map(|contribution| contribution.points).sum()
    }

    /// The terms: by criterion, the neutral part first, then columns in order.
    pub fn contributions(&self) -> impl Iterator<Item = Contribution<'_>> + Clone {
        self.by_column().map(|(_, contribution)| contribution)
    }

    /// Criteria that count for this student and on which the fiche says nothing; there they are neutral.
    pub fn missing(&self) -> impl Iterator<Item = Criterion> + Clone + use<> {
        let missing = self.account().missing;
        Criterion::ALL.into_iter().filter(move |criterion| missing >> criterion.index() & 1 == 1)
    }

    /// The terms with their columns; no column for a neutral part.
    pub(crate) fn by_column(&self) -> impl Iterator<Item = (Option<usize>, Contribution<'_>)> + Clone {
        let features = &self.ledger.features;
        let mut rest = self.terms();
        let counting =
            Criterion::ALL.into_iter().zip(self.ledger.neutral).filter_map(|(criterion, start)| Some((criterion, start?)));
        counting.flat_map(move |(criterion, (neutral, origin))| {
            let is_other = |term: &Term| features[term.column].criterion != criterion;
            let (own, others) = rest.split_at(rest.iter().position(is_other).unwrap_or(rest.len()));
            rest = others;
            let start = Term { column: 0, answer: 0.0, value: 1.0, coefficient: neutral };
            let own = own.iter().map(move |term| {
                let name = Some(features[term.column].name.as_ref());
                (Some(term.column), term.contribution(criterion, origin, name))
            });
            std::iter::once((None, start.contribution(criterion, origin, None))).chain(own)
        })
    }

    fn account(&self) -> &Account {
        &self.ledger.accounts[self.place]
    }

    fn terms(&self) -> &[Term] {
        let start = if self.place == 0 { 0 } else { self.ledger.accounts[self.place - 1].end };
        &self.ledger.terms[start..self.account().end]
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

impl Ledger {
    /// Writes down all terms of some rows, and adds them up.
    fn of<'a>(query: &Query, rows: impl Iterator<Item = Row<'a>> + Clone, space: &FeatureSpace) -> Self {
        let (mut neutral, mut counting, mut start, mut n_columns) = ([None; Criterion::COUNT], 0, Points::ZERO, 0);
        for (criterion, part) in query.neutral_parts() {
            neutral[criterion.index()] = Some((part, query.origin(criterion)));
            counting |= 1 << criterion.index();
            start += Points::of(part, 1.0);
            n_columns = space.group(criterion).end;
        }
        let features = space.shared();
        let counts = |column: usize| neutral[features[column].criterion.index()].is_some();
        let (n_rows, n_entries) = rows.clone().fold((0, 0), |(n_rows, n), row| (n_rows + 1, n + row.n_entries()));
        let (mut terms, mut accounts) = (Vec::with_capacity(n_entries), Vec::with_capacity(n_rows));
        for row in rows {
            let mut score = start;
            for (column, value) in row.entries().take_while(|(column, _)| *column < n_columns) {
                let (answer, coefficient) = (query.answer(column), query.coefficient(column));
                // What was answered on a criterion without weight is no term; its coefficient is 0.
                if answer != 0.0 && (coefficient != 0.0 || counts(column)) {
                    let term = Term { column, answer, value, coefficient };
                    score += term.points();
                    terms.push(term);
                }
            }
            accounts.push(Account { end: terms.len(), score, missing: counting & !row.known() });
        }
        Self { features: Arc::clone(features), neutral, terms, accounts }
    }
}

impl Term {
    #[inline]
    fn points(&self) -> Points {
        Points::of(self.coefficient, self.value)
    }

    fn contribution<'a>(&self, criterion: Criterion, origin: Origin, feature: Option<&'a str>) -> Contribution<'a> {
        let Self { answer: query, value, coefficient, .. } = *self;
        Contribution { criterion, feature, query, value, coefficient, origin, points: self.points() }
    }
}

/// The score of one row without its explanation: the same terms, summed.
pub(crate) fn score(query: &Query, row: Row<'_>) -> Points {
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
            prop_assert!((points.value() - coefficient * value).abs() <= 2f64.powi(-49) + f64::EPSILON * points.value().abs());
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
