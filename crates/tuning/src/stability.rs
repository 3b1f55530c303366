//! How far weights move with other students of the same kind.

use super::error::TuningError;
use super::params::{Signs, ValidWeightTuner};
use super::preferences::Preferences;
use super::tuned::{TunedWeights, shares};
use boussole::random::SplitMix64;
use boussole_evaluation::Interval;

/// The number of resamples of students.
pub(super) const N_RESAMPLES: usize = 200;

/// Newton steps for each resample, from the weights of all students: a step squares the distance to the minimum, and after two what is
/// left is far below the noise of resampling.
///
/// # References
///
/// D. W. K. Andrews, « Higher-order improvements of a computationally attractive k-step bootstrap for extremum estimators »,
/// Econometrica 70, 2002.
const RESAMPLE_STEPS: u64 = 2;

/// The stability interval of each feature's share: where it lies in 95 % of resamples of the students, shape (`n_features`).
///
/// It is not a confidence interval: shrinkage towards the defaults makes it narrower.
pub(super) fn stability(
    preferences: &Preferences,
    params: &ValidWeightTuner,
    tuned: &TunedWeights,
    seed: u64,
    on_fit: &mut dyn FnMut(),
) -> Result<Vec<Interval>, TuningError> {
    let fits = resampled(preferences, params, tuned, seed, on_fit)?;
    let columns = (0..preferences.names().len()).map(|feature| fits.iter().map(|values| shares(values)[feature]).collect());
    let interval = |column: Vec<f64>| Interval::around(column).expect("without a fit there is an error");
    Ok(columns.map(interval).collect())
}

/// For each feature, the share of resamples in which its weight is negative when signs are free, shape (`n_features`).
pub(super) fn negative_parts(
    preferences: &Preferences,
    params: &ValidWeightTuner,
    free: &TunedWeights,
    seed: u64,
) -> Result<Vec<f64>, TuningError> {
    let params = ValidWeightTuner { signs: Signs::Free, ..params.clone() };
    let fits = resampled(preferences, &params, free, seed, &mut || {})?;
    let part = |feature: usize| fits.iter().filter(|values| values[feature] < 0.0).count() as f64 / fits.len() as f64;
    Ok((0..preferences.names().len()).map(part).collect())
}

/// The weights of each resample. A resample whose pairs contradict the fixed weights is left out.
fn resampled(
    preferences: &Preferences,
    params: &ValidWeightTuner,
    start: &TunedWeights,
    seed: u64,
    on_fit: &mut dyn FnMut(),
) -> Result<Vec<Vec<f64>>, TuningError> {
    let params = ValidWeightTuner { max_iterations: RESAMPLE_STEPS, ..params.clone() };
    let mut random = SplitMix64::new(seed);
    let n_students = preferences.n_students();
    let mut fits = Vec::with_capacity(N_RESAMPLES);
    let mut failure = None;
    for _ in 0..N_RESAMPLES {
        let mut times = vec![0; n_students];
        (0..n_students).for_each(|_| times[random.index_below(n_students)] += 1);
        match params.fit_pairs(preferences.names(), preferences.pairs_of(&times), Some(start)) {
            Ok(fitted) => fits.push(fitted.values().to_vec()),
            Err(error) => failure = Some(error),
        }
        on_fit();
    }
    match failure {
        Some(error) if fits.is_empty() => Err(error),
        _ => Ok(fits),
    }
}
