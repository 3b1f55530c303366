//! The columns of the filter: few enough to add up for every student, and such that the score is linear in them.

use std::ops::Range;

use super::ramps::{N_RAMPS, heights};
use crate::features::{Criterion, FeatureModel, Row};
use crate::weights::Weights;

/// The criteria that are inferred unless the student answers on them, or says too little to infer them from.
pub(super) const REPLACEABLE: [Criterion; 2] = [Criterion::Sector, Criterion::Domain];

/// One shape for each choice of which of them are inferred.
const N_SHAPES: usize = 1 << REPLACEABLE.len();

/// How the filter adds up a criterion. A new criterion must be named here: without columns of the filter it would be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Route {
    /// Through predictors, the interests themselves.
    Predictors,
    /// Through what is inferred from them unless the student answers on it, and then with one column per answer: one of [`REPLACEABLE`].
    PredictorsOrAnswers,
    /// One column per answer, as in the space of features; right for every criterion, and slow for many columns.
    Answers,
    /// Ramps over the ladder of levels.
    Ramps,
    /// Exact sums over postings.
    Postings,
}

const fn route(criterion: Criterion) -> Route {
    match criterion {
        Criterion::Interest => Route::Predictors,
        Criterion::Sector | Criterion::Domain => Route::PredictorsOrAnswers,
        Criterion::Related | Criterion::Status | Criterion::Riasec => Route::Answers,
        Criterion::AccessLevel => Route::Ramps,
        Criterion::Similar | Criterion::Words => Route::Postings,
    }
}

/// Which columns there are, and what a row has in them. A criterion without weight has none.
///
/// # Formula
///
/// What answers to interests `a` and the level `t` add to the score of row `m` is linear in them, as long as no inferred answer is cut:
///
/// ```text
/// Σ_i a_i · v_im + t · v_tm,   v_im = w_interest / 2 · x_mi + Σ_c w_c / 2 · Σ_k B_ik · x_mk
/// ```
///
/// over the criteria `c` that are inferred (sector, domain), with their slopes `B`; times the factor by which weights grow
/// when criteria drop out. So one column per *predictor*, an interest or the level, stands for three criteria.
#[derive(Debug, Clone)]
pub(super) struct Columns {
    /// Interests, and then how far one wants to study.
    pub(super) n_predictors: usize,
    /// What predictors add to everything, without the replaceable criteria whose bits are set.
    predictors: [Range<usize>; N_SHAPES],
    /// Preferences for levels.
    pub(super) ramps: Range<usize>,
    /// Answers: their criterion, where they are, and where in the space of features.
    pub(super) answered: Vec<(Criterion, Range<usize>, Range<usize>)>,
    len: usize,
}

impl Columns {
    /// The columns that a student may need under these weights.
    pub(super) fn of(model: &FeatureModel, weights: &Weights) -> Self {
        let space = model.space();
        let n_predictors = space.group(Criterion::Interest).len() + 1;
        let mut len = 0;
        let mut next = |is_used, n: usize| {
            let start = len;
            len += if is_used { n } else { 0 };
            start..len
        };
        let predictors = std::array::from_fn(|shape| {
            let left_out = REPLACEABLE.iter().enumerate().filter(|(place, _)| shape >> place & 1 == 1);
            next(left_out.clone().all(|(_, criterion)| 0.0 < weights.get(*criterion)), n_predictors)
        });
        let mut next = |criterion, n| next(0.0 < weights.get(criterion), n);
        let ramps = next(Criterion::AccessLevel, N_RAMPS);
        let is_answered = |criterion: &Criterion| matches!(route(*criterion), Route::Answers | Route::PredictorsOrAnswers);
        let answered = Criterion::ALL.into_iter().filter(is_answered).map(|criterion| {
            let group = space.group(criterion);
            (criterion, next(criterion, group.len()), group)
        });
        let answered = answered.collect();
        Self { n_predictors, predictors, ramps, answered, len }
    }

    /// The predictors when some of the replaceable criteria are answered.
    pub(super) fn predictors(&self, is_replaced: [bool; REPLACEABLE.len()]) -> Range<usize> {
        let bits = is_replaced.iter().enumerate().filter(|(_, is_replaced)| **is_replaced).map(|(place, _)| 1 << place);
        // A criterion without weight has no part to leave out.
        let shapes = bits.filter(|bit: &usize| !self.predictors[*bit].is_empty());
        self.predictors[shapes.sum::<usize>()].clone()
    }

    /// The number of columns.
    pub(super) fn len(&self) -> usize {
        self.len
    }
}

/// What rows have in the columns.
pub(super) struct Writer<'a> {
    columns: &'a Columns,
    interests: Range<usize>,
    interest_weight: f64,
    levels: Range<usize>,
    inferred: Vec<Inferred>,
}

/// What one unit of each predictor adds to the score through one criterion.
struct Inferred {
    group: Range<usize>,
    /// By column of the group, then by predictor: the slope times half the weight.
    slopes: Vec<f64>,
    /// The shapes that leave it out.
    left_out: usize,
}

impl<'a> Writer<'a> {
    pub(super) fn new(columns: &'a Columns, model: &FeatureModel, weights: &Weights) -> Self {
        let space = model.space();
        let is_inferred = |criterion: &Criterion| {
            0.0 < weights.get(*criterion) && matches!(route(*criterion), Route::Predictors | Route::PredictorsOrAnswers)
        };
        let inferred = Criterion::ALL.into_iter().filter(is_inferred).filter_map(|criterion| {
            let (group, weight) = (space.group(criterion), weights.get(criterion) / 2.0);
            // `None` for interests, which are not inferred.
            let unit = |said| model.inference().unit(criterion, said);
            let units: Vec<Vec<f64>> = (0..columns.n_predictors).map(unit).collect::<Option<_>>()?;
            let slopes = (0..group.len()).flat_map(|column| units.iter().map(move |unit| weight * unit[column])).collect();
            let left_out = REPLACEABLE.iter().position(|one| *one == criterion).map_or(0, |place| 1 << place);
            Some(Inferred { group, slopes, left_out })
        });
        Self {
            columns,
            interests: space.group(Criterion::Interest),
            interest_weight: weights.get(Criterion::Interest) / 2.0,
            levels: space.group(Criterion::AccessLevel),
            inferred: inferred.collect(),
        }
    }

    /// Writes what a row has in each column.
    pub(super) fn write(&self, row: Row<'_>, values: &mut [f64]) {
        values.fill(0.0);
        self.write_predictors(row, values);
        for (_, columns, group) in self.columns.answered.iter().filter(|(_, columns, _)| !columns.is_empty()) {
            for (column, value) in row.entries_in(group) {
                values[columns.start + column] = value;
            }
        }
        if let Some((rung, _)) = row.entries_in(&self.levels).next() {
            for (value, height) in values[self.columns.ramps.clone()].iter_mut().zip(heights(rung)) {
                *value = height;
            }
        }
    }

    /// The first shape has every criterion; the others take out what they leave out.
    fn write_predictors(&self, row: Row<'_>, values: &mut [f64]) {
        let n = self.columns.n_predictors;
        let (first, others) = values.split_at_mut(n);
        for (column, value) in row.entries_in(&self.interests) {
            first[column] = self.interest_weight * value;
        }
        let shapes = || (1..).zip(&self.columns.predictors[1..]).filter(|(_, columns)| !columns.is_empty());
        for Inferred { group, slopes, left_out } in &self.inferred {
            for (column, value) in row.entries_in(group) {
                let slopes = &slopes[column * n..(column + 1) * n];
                add(first, slopes, value);
                for (_, columns) in shapes().filter(|(shape, _)| left_out & shape != 0) {
                    add(&mut others[columns.start - n..columns.end - n], slopes, -value);
                }
            }
        }
        for (_, columns) in shapes() {
            add(&mut others[columns.start - n..columns.end - n], first, 1.0);
        }
    }
}

/// Adds numbers times a factor.
fn add(sums: &mut [f64], numbers: &[f64], factor: f64) {
    for (sum, number) in sums.iter_mut().zip(numbers) {
        *sum += factor * number;
    }
}
