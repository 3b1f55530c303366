//! How well weights predict the pairs of students they were not fitted to.

use ndarray::{Array1, ArrayView1};
use serde::Serialize;

use super::error::TuningError;
use super::objective::Objective;
use super::pairs::Pairs;
use super::params::ValidWeightTuner;
use super::preferences::{Pair, Preferences};
use super::tuned::TunedWeights;
use boussole::random::SplitMix64;

/// The strengths of shrinkage that cross-validation chooses from.
///
/// With the firmest, nearly nothing is left but the defaults.
pub const LAMBDAS: [f64; 9] = [0.3, 1.0, 3.0, 10.0, 30.0, 100.0, 300.0, 1000.0, 3000.0];

/// How many standard errors a firmer strength may lose to the best one and still be preferred to it. The customary 1 holds weights more
/// firmly than they need on a few hundred pairs (`cargo bench --bench tuning`).
const MAX_EXCESS: f64 = 0.75;

/// The number of folds of students: as many as the fewest students, so that of few none is missed but the one that is judged.
pub(super) const N_FOLDS: usize = 10;

/// Partitions into folds are averaged until so many students were left out, each as often as it takes: of few students, which ones share a
/// fold decides too much.
const N_LEFT_OUT: usize = 500;

/// The most partitions.
const MAX_PARTITIONS: usize = 5;

/// How firmly the length of the default weights is held while it is fitted: barely, since only `ε` of it counts.
const SCALE_LAMBDA: f64 = 10.0;

/// How well some weights predict pairs: both are means over students of the mean over their pairs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Prediction {
    /// The share of pairs in which the preferred one scores higher, in [0, 1]; equal scores count half.
    pub accuracy: f64,
    /// `−ln P(what was preferred)`, 0.693 for a coin, lower is better.
    pub log_loss: f64,
}

/// The mean of some values over students and its uncertainty.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct MeanOverStudents {
    /// The mean.
    pub mean: f64,
    /// Its standard error: standard deviation over students divided by the root of their number.
    pub standard_error: f64,
}

/// One strength of shrinkage and how well it predicts.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[non_exhaustive]
pub struct LambdaScore {
    /// The strength.
    pub lambda: f64,
    /// How well weights fitted with it predict students that were left out.
    #[serde(flatten)]
    pub held_out: Prediction,
    /// By how much its log-loss exceeds that of the best strength, student by student.
    pub excess: MeanOverStudents,
}

/// How well each strength and the defaults predict the held-out pairs of all students.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CrossValidation {
    /// The strengths, rising.
    pub scores: Vec<LambdaScore>,
    /// The place in `scores` of the strength that was chosen: the largest whose excess is at most .75 standard errors. If it does not
    /// predict better than the defaults by more than one standard error, the next larger one that does.
    ///
    /// # References
    ///
    /// L. Breiman et al., « Classification and regression trees », 1984, DOI 10.1201/9781315139470, chapter 3.4.3: the firmest that is as
    /// good as the best, up to its standard error.
    pub chosen: usize,
    /// The default weights, their length fitted to the same pairs.
    pub defaults: Prediction,
    /// By how much the chosen strength lowers the log-loss of the defaults, student by student.
    pub improvement: MeanOverStudents,
}

impl CrossValidation {
    /// The strength that was chosen.
    pub fn lambda(&self) -> f64 {
        self.scores[self.chosen].lambda
    }

    /// How well the chosen strength predicts.
    pub fn tuned(&self) -> Prediction {
        self.scores[self.chosen].held_out
    }
}

/// Leaves out one fold of students after the other, fits the rest and predicts the fold; each student has the mean over some partitions.
pub(super) fn cross_validate(
    preferences: &Preferences,
    params: &ValidWeightTuner,
    lambdas: &[f64],
    seed: u64,
    on_fit: &mut dyn FnMut(),
) -> Result<CrossValidation, TuningError> {
    let n_students = preferences.n_students();
    let n_partitions = n_partitions(n_students);
    let mut tuned: Vec<Vec<Prediction>> = vec![vec![Prediction::default(); n_students]; lambdas.len()];
    let mut defaults = vec![Prediction::default(); n_students];
    let mut random = SplitMix64::new(seed);
    for (folds, fold) in (0..n_partitions).flat_map(|_| each_fold(folds(n_students, &mut random))) {
        let training = preferences.pairs_of(&folds.iter().map(|other| u32::from(*other != fold)).collect::<Vec<_>>());
        let held_out: Vec<usize> = (0..n_students).filter(|student| folds[*student] == fold).collect();
        let part = |slopes: &[f64], student: usize| Prediction::of(slopes, &preferences.students()[student]).over(n_partitions);
        let scaled = scaled_defaults(&training, preferences.prior());
        for student in &held_out {
            defaults[*student].add(part(&scaled, *student));
        }
        let mut start: Option<TunedWeights> = None;
        // From firm to loose: each fit begins where the last one ended.
        for (place, lambda) in lambdas.iter().enumerate().rev() {
            let params = ValidWeightTuner { lambda: *lambda, ..params.clone() };
            let fitted = params.fit_pairs(preferences.names(), training.clone(), start.as_ref())?;
            let slopes = fitted.slopes();
            for student in &held_out {
                tuned[place][*student].add(part(&slopes, *student));
            }
            start = Some(fitted);
            on_fit();
        }
    }
    Ok(summarise(lambdas, &tuned, &defaults))
}

/// How many partitions of so many students are averaged.
pub(super) fn n_partitions(n_students: usize) -> usize {
    (N_LEFT_OUT / n_students.max(1)).clamp(1, MAX_PARTITIONS)
}

/// A partition, once with each of its folds.
fn each_fold(folds: Vec<usize>) -> impl Iterator<Item = (Vec<usize>, usize)> {
    (0..N_FOLDS).map(move |fold| (folds.clone(), fold))
}

fn summarise(lambdas: &[f64], tuned: &[Vec<Prediction>], defaults: &[Prediction]) -> CrossValidation {
    let loss = |place: usize| Prediction::mean(&tuned[place]).log_loss;
    let best = (0..lambdas.len()).min_by(|left, right| loss(*left).total_cmp(&loss(*right)));
    let best = best.expect("there is a strength to choose");
    let scores: Vec<LambdaScore> = lambdas
        .iter()
        .zip(tuned)
        .map(|(lambda, predictions)| LambdaScore {
            lambda: *lambda,
            held_out: Prediction::mean(predictions),
            excess: MeanOverStudents::of_difference(predictions, &tuned[best]),
        })
        .collect();
    let is_near = |score: &LambdaScore| score.excess.mean <= MAX_EXCESS * score.excess.standard_error;
    let near = scores.iter().rposition(is_near).expect("the best one exceeds itself by 0");
    let improvement = |place: usize| MeanOverStudents::of_difference(defaults, &tuned[place]);
    let chosen = (near..lambdas.len()).find(|place| improvement(*place).is_clearly_above_zero()).unwrap_or(near);
    let improvement = improvement(chosen);
    CrossValidation { scores, chosen, defaults: Prediction::mean(defaults), improvement }
}

/// The fold of each student: sizes differ by at most one.
fn folds(n_students: usize, random: &mut SplitMix64) -> Vec<usize> {
    let mut folds: Vec<usize> = (0..n_students).map(|student| student % N_FOLDS).collect();
    random.shuffle(&mut folds);
    folds
}

/// The default weights times the length that predicts best, so that a tuned length alone does not count as an improvement.
fn scaled_defaults(pairs: &Pairs, prior: &[f64]) -> Vec<f64> {
    let default_scores = pairs.contrasts.dot(&ArrayView1::from(prior)).insert_axis(ndarray::Axis(1));
    let along = Pairs { contrasts: default_scores, counts: pairs.counts.clone() };
    let scale = match Objective::new(along, Some(&[1.0]), SCALE_LAMBDA, 1000) {
        Ok(objective) => objective.minimise(&[0], &Array1::zeros(1)).0[0].max(0.0),
        // No pair differs by the defaults: they predict nothing at any length.
        Err(_) => 0.0,
    };
    prior.iter().map(|weight| scale * weight).collect()
}

impl Prediction {
    fn over(self, n: usize) -> Self {
        Self { accuracy: self.accuracy / n as f64, log_loss: self.log_loss / n as f64 }
    }

    fn add(&mut self, other: Self) {
        self.accuracy += other.accuracy;
        self.log_loss += other.log_loss;
    }

    /// What weights predict of one student's pairs.
    pub(super) fn of(weights: &[f64], pairs: &[Pair]) -> Self {
        let (mut accuracy, mut log_loss, mut n) = (0.0, 0.0, 0.0);
        for Pair { contrast, weight } in pairs {
            let margin: f64 = contrast.iter().zip(weights).map(|(value, weight)| value * weight).sum();
            accuracy += weight * if margin == 0.0 { 0.5 } else { f64::from(u8::from(0.0 < margin)) };
            log_loss += weight * ((-margin).max(0.0) + (-margin.abs()).exp().ln_1p());
            n += weight;
        }
        Self { accuracy: accuracy / n, log_loss: log_loss / n }
    }

    fn mean(predictions: &[Self]) -> Self {
        let n = predictions.len() as f64;
        Self {
            accuracy: predictions.iter().map(|prediction| prediction.accuracy).sum::<f64>() / n,
            log_loss: predictions.iter().map(|prediction| prediction.log_loss).sum::<f64>() / n,
        }
    }
}

impl MeanOverStudents {
    /// Whether the mean exceeds its standard error.
    pub(super) fn is_clearly_above_zero(self) -> bool {
        self.standard_error < self.mean
    }

    /// The mean of the differences of log-loss, left minus right.
    fn of_difference(left: &[Prediction], right: &[Prediction]) -> Self {
        let differences: Vec<f64> = left.iter().zip(right).map(|(left, right)| left.log_loss - right.log_loss).collect();
        let n = differences.len() as f64;
        let mean = boussole_evaluation::mean(&differences);
        let variance =
            differences.iter().map(|difference| (difference - mean) * (difference - mean)).sum::<f64>() / (n - 1.0).max(1.0);
        Self { mean, standard_error: (variance / n).sqrt() }
    }
}
