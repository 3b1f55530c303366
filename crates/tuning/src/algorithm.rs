//! Fitting: the units of weights, the active set that keeps them above zero, and what fixed weights mean.

use linfa::dataset::AsSingleTargets;
use linfa::traits::Fit;
use linfa::{Dataset, DatasetBase};
use ndarray::{Array1, Array2, ArrayBase, Axis, Data, Ix1, Ix2};

use super::error::TuningError;
use super::objective::Objective;
use super::pairs::Pairs;
use super::params::{Shrinkage, Signs, ValidWeightTuner};
use super::tuned::{StopReason, TunedWeights};
use boussole::features::Criterion;
use boussole::weights::Weights;

/// How far a gradient may point the wrong way, by pair and typical contrast, for the weights to count as the minimum.
const OPTIMALITY_TOLERANCE: f64 = 1e-6;

/// Fits by weight before the active set gives up; it needs 2 or 3 in all.
const MAX_FITS_PER_WEIGHT: usize = 3;

impl<D: Data<Elem = f64>, T: AsSingleTargets<Elem = bool>> Fit<ArrayBase<D, Ix2>, T, TuningError> for ValidWeightTuner {
    type Object = TunedWeights;

    /// Fits weights to contrasts, shape (`n_pairs`, `n_features`), with `true` where the first of the two is preferred.
    ///
    /// Neither the order of the rows nor which of the two stands first changes a bit of the result.
    ///
    /// # Errors
    ///
    /// [`TuningError`] for pairs that are not finite or do not differ, names that the data do not have, and pairs that run against
    /// the fixed weights or against every weight.
    fn fit(&self, dataset: &DatasetBase<ArrayBase<D, Ix2>, T>) -> Result<TunedWeights, TuningError> {
        let names = names(dataset.feature_names(), dataset.records().ncols());
        self.fit_pairs(&names, oriented(dataset, &names)?, None)
    }
}

impl ValidWeightTuner {
    /// Fits weights to contrasts of preferred minus other. The search may begin at weights that were found before.
    pub(super) fn fit_pairs(
        &self,
        names: &[String],
        pairs: Pairs,
        start: Option<&TunedWeights>,
    ) -> Result<TunedWeights, TuningError> {
        let columns = Columns::of(self, names)?;
        let prior = columns.gather(&self.prior(names)?);
        let units = if self.shrinkage == Shrinkage::Defaults { units(&prior) } else { vec![1.0; prior.len()] };
        let direction: Vec<f64> = prior.iter().zip(&units).map(|(prior, unit)| prior / unit).collect();
        let direction = (self.shrinkage == Shrinkage::Defaults).then_some(direction.as_slice());
        let units = Array1::from(units);
        let mut pairs = Pairs { contrasts: columns.select(pairs.contrasts), ..pairs };
        pairs.contrasts *= &units;
        let objective = Objective::new(pairs, direction, self.lambda, self.max_iterations)?;
        let start = match start {
            Some(tuned) => columns.restart(tuned) / &units,
            None => objective.start(),
        };
        let minimum = Minimum::find(&objective, self.signs, &start);
        let (values, scale) = columns.scatter(&(&minimum.weights * &units), names)?;
        if self.signs == Signs::NonNegative && values.iter().all(|weight| *weight == 0.0) {
            return Err(TuningError::NoPositiveWeight);
        }
        Ok(TunedWeights::new(names.to_vec(), values, scale, minimum.stop, minimum.n_fits, minimum.residual))
    }

    /// The default weight of each feature.
    fn prior(&self, names: &[String]) -> Result<Vec<f64>, TuningError> {
        if let Some((found, _)) = self.prior.iter().find(|(name, _)| !names.contains(name)) {
            return Err(TuningError::UnknownFeature { found: found.clone(), names: names.to_vec() });
        }
        if self.prior.is_empty() {
            let criteria: Option<Vec<Criterion>> = names.iter().map(|name| name.parse().ok()).collect();
            let defaults = Weights::default();
            return Ok(criteria.map_or_else(
                || vec![1.0; names.len()],
                |criteria| criteria.into_iter().map(|criterion| defaults.get(criterion)).collect(),
            ));
        }
        let weight = |name: &String| self.prior.iter().find(|(given, _)| given == name).map(|(_, weight)| *weight);
        names.iter().map(|name| weight(name).ok_or_else(|| TuningError::MissingPrior { name: name.clone() })).collect()
    }
}

/// The unit of each weight: its default, or the smallest default above 0.
fn units(prior: &[f64]) -> Vec<f64> {
    let smallest = prior.iter().copied().filter(|weight| 0.0 < *weight).fold(f64::INFINITY, f64::min);
    let smallest = if smallest.is_finite() { smallest } else { 1.0 };
    prior.iter().map(|weight| if 0.0 < *weight { *weight } else { smallest }).collect()
}

/// Which features are tuned and which are fixed.
struct Columns {
    free: Vec<usize>,
    fixed: Vec<(usize, f64)>,
    rule: FixedRule,
}

/// What fixed weights mean.
enum FixedRule {
    /// Shares, which leave this to the others; above 0.
    Shares { left: f64 },
    /// A unit: they make one column, the first, whose coefficient should be 1.
    Unit,
}

impl Columns {
    fn of(params: &ValidWeightTuner, names: &[String]) -> Result<Self, TuningError> {
        let place = |name: &String| {
            let place = names.iter().position(|known| known == name);
            place.ok_or_else(|| TuningError::UnknownFeature { found: name.clone(), names: names.to_vec() })
        };
        let mut fixed = Vec::with_capacity(params.fixed.len());
        for (name, weight) in &params.fixed {
            fixed.push((place(name)?, *weight));
        }
        let free: Vec<usize> = (0..names.len()).filter(|column| fixed.iter().all(|(other, _)| other != column)).collect();
        let left = 1.0 - fixed.iter().map(|(_, weight)| weight).sum::<f64>();
        let rule = if 0.0 < left { FixedRule::Shares { left } } else { FixedRule::Unit };
        if free.is_empty() { Err(TuningError::AllFixed) } else { Ok(Self { free, fixed, rule }) }
    }

    fn n_merged(&self) -> usize {
        usize::from(matches!(self.rule, FixedRule::Unit))
    }

    /// What the fixed features say together, shape (`n_pairs`).
    fn merged(&self, contrasts: &Array2<f64>) -> Array1<f64> {
        let mut merged = Array1::zeros(contrasts.nrows());
        for (column, weight) in &self.fixed {
            merged.scaled_add(*weight, &contrasts.column(*column));
        }
        merged
    }

    fn select(&self, contrasts: Array2<f64>) -> Array2<f64> {
        if self.fixed.is_empty() {
            return contrasts;
        }
        let merged = self.merged(&contrasts);
        let mut selected = Array2::zeros((contrasts.nrows(), self.n_merged() + self.free.len()));
        if let FixedRule::Unit = self.rule {
            selected.column_mut(0).assign(&merged);
        }
        for (place, column) in self.free.iter().enumerate() {
            let mut free = selected.column_mut(self.n_merged() + place);
            free.assign(&contrasts.column(*column));
            if let FixedRule::Shares { left } = self.rule {
                free.scaled_add(1.0 / left, &merged);
            }
        }
        selected
    }

    /// Values by feature as values by column; the merged column has 1.
    fn gather(&self, values: &[f64]) -> Vec<f64> {
        std::iter::repeat_n(1.0, self.n_merged()).chain(self.free.iter().map(|column| values[*column])).collect()
    }

    /// Where to begin from weights of an earlier fit.
    fn restart(&self, tuned: &TunedWeights) -> Array1<f64> {
        Array1::from(self.gather(tuned.values())) * tuned.scale()
    }

    /// Weights by feature, the fixed ones as they were given, and what all are multiplied with to predict.
    fn scatter(&self, weights: &Array1<f64>, names: &[String]) -> Result<(Vec<f64>, f64), TuningError> {
        let scale = match self.rule {
            FixedRule::Shares { .. } if self.fixed.is_empty() => 1.0,
            FixedRule::Shares { left } => match weights.iter().map(|weight| weight.abs()).sum::<f64>() {
                0.0 => 1.0,
                sum => sum / left,
            },
            FixedRule::Unit => weights[0],
        };
        if scale <= 0.0 {
            let names = self.fixed.iter().map(|(column, _)| names[*column].clone()).collect();
            return Err(TuningError::FixedContradicted { names });
        }
        let mut values = vec![0.0; names.len()];
        for (place, column) in self.free.iter().enumerate() {
            values[*column] = weights[self.n_merged() + place] / scale;
        }
        for (column, weight) in &self.fixed {
            values[*column] = *weight;
        }
        Ok((values, scale))
    }
}

/// The weights at which the objective is lowest, and why the search ended there.
struct Minimum {
    weights: Array1<f64>,
    stop: StopReason,
    n_fits: usize,
    residual: f64,
}

impl Minimum {
    /// Drops weights that come out negative, fits again, takes back the one whose gradient is most against it, until none is.
    fn find(objective: &Objective, signs: Signs, start: &Array1<f64>) -> Self {
        let all: Vec<usize> = (0..objective.n_features()).collect();
        let mut active = all.clone();
        let (mut weights, mut gradient) = objective.minimise(&active, start);
        let mut n_fits = 1;
        let mut stop = StopReason::Optimal;
        loop {
            if signs == Signs::Free {
                break;
            }
            let n_before = active.len();
            active.retain(|column| 0.0 <= weights[*column]);
            weights.mapv_inplace(|weight| weight.max(0.0));
            if active.len() == n_before {
                let tolerance = OPTIMALITY_TOLERANCE * objective.gradient_scale();
                let dropped = all.iter().copied().filter(|column| !active.contains(column) && gradient[*column] < -tolerance);
                let Some(worst) = dropped.min_by(|left, right| gradient[*left].total_cmp(&gradient[*right])) else { break };
                active.push(worst);
                active.sort_unstable();
            }
            if n_fits == MAX_FITS_PER_WEIGHT * all.len() {
                stop = StopReason::FitLimit;
                gradient = objective.gradient(&weights);
                break;
            }
            (weights, gradient) = objective.minimise(&active, &weights);
            n_fits += 1;
        }
        let residual = residual(&weights, &gradient, signs) / objective.gradient_scale();
        if stop == StopReason::Optimal && OPTIMALITY_TOLERANCE < residual {
            stop = StopReason::IterationLimit;
        }
        Self { weights, stop, n_fits, residual }
    }
}

/// By how much the conditions of a minimum are missed: 0 gradient where a weight is above zero, none below 0 where it is zero.
fn residual(weights: &Array1<f64>, gradient: &Array1<f64>, signs: Signs) -> f64 {
    let miss = weights.iter().zip(gradient).map(|(weight, slope)| match signs {
        Signs::NonNegative if *weight == 0.0 => (-slope).max(0.0),
        _ => slope.abs(),
    });
    miss.fold(0.0, f64::max)
}

/// The names of the features; a dataset without names has `feature 0`, `feature 1` …
fn names(given: &[String], n_features: usize) -> Vec<String> {
    if given.len() == n_features { given.to_vec() } else { (0..n_features).map(|column| format!("feature {column}")).collect() }
}

/// The rows as preferred minus other, in an order that depends on nothing but their values.
fn oriented<D, T>(dataset: &DatasetBase<ArrayBase<D, Ix2>, T>, names: &[String]) -> Result<Pairs, TuningError>
where
    D: Data<Elem = f64>,
    T: AsSingleTargets<Elem = bool>,
{
    let records = dataset.records();
    let mut contrasts = records.to_owned();
    let labels = dataset.targets().as_single_targets();
    if contrasts.nrows() == 0 || labels.is_empty() {
        return Err(TuningError::NoPairs);
    }
    for (row, (mut contrast, is_first_preferred)) in contrasts.rows_mut().into_iter().zip(labels).enumerate() {
        if let Some(column) = contrast.iter().position(|value| !value.is_finite()) {
            return Err(TuningError::NotFinite { row, name: names[column].clone(), found: contrast[column] });
        }
        let sign = if *is_first_preferred { 1.0 } else { -1.0 };
        // Adding 0 turns −0 into 0.
        contrast.mapv_inplace(|value| sign * value + 0.0);
    }
    let counts = dataset
        .weights()
        .map_or_else(|| vec![1.0; contrasts.nrows()], |weights| weights.iter().copied().map(f64::from).collect());
    let mut order: Vec<usize> = (0..contrasts.nrows()).collect();
    order.sort_by(|left, right| compare(&contrasts, *left, *right).then_with(|| counts[*left].total_cmp(&counts[*right])));
    let counts = order.iter().map(|row| counts[*row]).collect();
    Ok(Pairs { contrasts: contrasts.select(Axis(0), &order), counts })
}

fn compare(rows: &Array2<f64>, left: usize, right: usize) -> std::cmp::Ordering {
    let pairs = rows.row(left).into_iter().zip(rows.row(right));
    pairs.map(|(left, right)| left.total_cmp(right)).find(|order| order.is_ne()).unwrap_or(std::cmp::Ordering::Equal)
}

/// A dataset as [`WeightTuner`](super::WeightTuner) takes it.
pub type PairDataset = Dataset<f64, bool, Ix1>;
