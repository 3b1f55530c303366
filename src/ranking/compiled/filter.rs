//! One student's answers as factors of the columns, and how far a sum of products can be from the score.

#![allow(clippy::inline_always, reason = "what is not inlined is compiled for the smallest processor")]

use super::blocks::{Blocks, LARGEST, narrow};
use super::columns::REPLACEABLE;
use super::count::count;
use super::exact::Question;
use super::ramps::each_slope;
use crate::criteria::{Origin, Query};
use crate::features::{Criterion, FeatureModel};
use crate::weights::Weights;

/// More terms than any student has; with so many, their roundings alone would take half of the range.
const MOST_TERMS: usize = 8192;

/// The largest factor: the products with a column, whose largest number is about 2¹⁵, are then below 2¹⁴.
const LARGEST_FACTOR: f64 = 32000.0;

/// The upper half of a product is the product divided by this.
const HALF: f64 = 65536.0;

/// The smallest unit. Far above what rounding of scores to billionths changes.
const SMALLEST_UNIT: f64 = 1e-7;

/// A column and the factor of its numbers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scaled {
    /// Where the blocks of the column begin.
    pub(super) first: u32,
    /// Where the bounds begin: of the largest rows, or of the smallest for a factor below 0.
    pub(super) first_bounds: u32,
    pub(super) factor: i16,
}

/// Which rows are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// Those with the highest scores.
    Highest,
    /// Those with the lowest scores, by the same sums with the opposite sign.
    Lowest,
}

/// An approximation of scores in small integers: a sum over few columns, with a bound on its error.
///
/// # Formula
///
/// ```text
/// s_m = Σ_j ⌊q_j · v_mj / 2¹⁶⌋        (neutral parts left out)
/// ```
///
/// Each term is off by less than ½ unit upwards and 1½ downwards: ¼ for the rounding of the column, whose numbers reach 2¹⁵, ¼ for that
/// of the factor, and below 1 for the half that is left out. So of two métiers whose sums of `n` terms are 2 `n` + 1 apart, the one with
/// the larger sum has the higher score, by more than half a unit: that is the margin.
#[derive(Debug, Default)]
pub(super) struct Filter {
    pub(super) factors: Vec<Scaled>,
    /// Métiers whose sum is less than another's by this or more have a lower score, rounded or not.
    pub(super) margin: i16,
    /// What criteria with postings add to each row; empty when the student speaks about none.
    pub(super) posted: Vec<i16>,
    pub(super) max_posted: i16,
    terms: Vec<(usize, f64)>,
}

impl Filter {
    /// Computes the factors of one student. Returns whether the filter applies to this student.
    ///
    /// It does not when constraints lower interests, from which nothing is inferred.
    #[inline(always)]
    pub(super) fn fill(&mut self, question: Question<'_>, blocks: &Blocks, posted: &[f64], end: End) -> bool {
        let Question { model, weights, query, .. } = question;
        self.add_terms(model, blocks, weights, query);
        if query.is_lowered() || MOST_TERMS < self.terms.len() {
            return false;
        }
        let sign = if end == End::Highest { 1.0 } else { -1.0 };
        let amount = |(column, factor): &(usize, f64)| factor.abs() * blocks.largest(*column);
        let (mut sum, mut largest) = (0.0, 0.0_f64);
        for term in &self.terms {
            sum += amount(term);
            largest = largest.max(amount(term));
        }
        let most_posted = posted.iter().fold(0.0, |most: f64, one| most.max(*one));
        self.margin = narrow((2 * self.terms.len() + 2) as f64);
        // Chosen so that sums with their roundings fit, and every factor too.
        let of_sums = (sum + most_posted) / (LARGEST - f64::from(self.margin));
        let unit = of_sums.max(largest * 2.0 / LARGEST_FACTOR).max(SMALLEST_UNIT);
        self.factors.clear();
        for (column, factor) in &self.terms {
            let factor = narrow(sign * factor * blocks.largest(*column) / LARGEST * (HALF / unit));
            if factor != 0 {
                let (first, first_bounds) = (blocks.first(*column), blocks.first_bounds(*column, 0 < factor));
                self.factors.push(Scaled { first: count(first), first_bounds: count(first_bounds), factor });
            }
        }
        self.posted.clear();
        self.posted.extend(posted.iter().map(|one| narrow(sign * one / unit)));
        self.max_posted = if end == End::Highest { narrow(most_posted / unit) } else { 0 };
        true
    }

    /// Columns and factors of the student's answers.
    #[inline(always)]
    fn add_terms(&mut self, model: &FeatureModel, blocks: &Blocks, weights: &Weights, query: &Query) {
        let (space, columns, terms) = (model.space(), &blocks.columns, &mut self.terms);
        terms.clear();
        let scale = scale(weights, query);
        let is_replaced = REPLACEABLE.map(|criterion| {
            let is_inferred = query.origin(criterion) == Origin::Inference && 0.0 < query.weights().get(criterion);
            !is_inferred || is_cut(query, model, criterion)
        });
        let predictors = columns.predictors(is_replaced);
        for (column, answer) in predictors.clone().zip(query.answers(space.group(Criterion::Interest))) {
            if *answer != 0.0 {
                terms.push((column, answer * scale));
            }
        }
        if !terms.is_empty() {
            let level = query.level().map_or(0.0, |level| model.inference().level_value(level));
            terms.extend((level != 0.0).then_some((predictors.end - 1, level * scale)));
        }
        if !columns.ramps.is_empty() {
            let levels = &query.coefficients()[space.group(Criterion::AccessLevel)];
            each_slope(levels, |ramp, slope| terms.push((columns.ramps.start + ramp, slope)));
        }
        let counts = |criterion: Criterion| 0.0 < query.weights().get(criterion);
        for (criterion, columns, group) in
            columns.answered.iter().filter(|(criterion, columns, _)| !columns.is_empty() && counts(*criterion))
        {
            let place = REPLACEABLE.iter().position(|one| one == criterion);
            if place.is_some_and(|place| !is_replaced[place]) {
                continue;
            }
            for (column, coefficient) in columns.clone().zip(&query.coefficients()[group.clone()]) {
                if *coefficient != 0.0 {
                    terms.push((column, *coefficient));
                }
            }
        }
    }
}

/// Whether an inferred answer may have been cut, so that it is not linear in the answers.
#[inline(always)]
fn is_cut(query: &Query, model: &FeatureModel, criterion: Criterion) -> bool {
    let answers = query.answers(model.space().group(criterion));
    query.origin(criterion) == Origin::Inference && answers.iter().fold(false, |any, answer| any | (1.0 <= answer.abs()))
}

/// By how much weights have grown because criteria dropped out.
fn scale(weights: &Weights, query: &Query) -> f64 {
    let grown = query.weights().iter().zip(weights.iter()).find(|((_, grown), (_, weight))| 0.0 < *grown && 0.0 < *weight);
    grown.map_or(1.0, |((_, grown), (_, weight))| grown / weight)
}
