//! Properties of fitted weights: the conditions of the minimum, an independent solver, and what must not matter.
//!
//! - KKT: gradient 0 on free weights, at least 0 on weights held at zero, to 1e-5 a pair.
//! - A projected Newton, written independently, finds the same weights.
//! - Row order and orientation do not change a bit; the scale of the defaults nothing; scaling features scales weights back.
//! - With ever stronger shrinkage the weights become a positive multiple of the defaults.
//! - A feature that never differs inside a pair keeps its place on the ray of the defaults.
//! - Fixed weights stay as they are; preferences against them are an error. Messages are whole.

#![allow(clippy::float_cmp, reason = "bits are asserted where nothing may change")]

mod data;
mod newton;

use linfa::traits::Fit;
use linfa::{Dataset, ParamGuard};
use ndarray::{Array1, Array2, Axis, array};

use super::*;
use boussole::random::SplitMix64;
use newton::projected_newton;

/// The strengths that the properties are checked at.
const LAMBDAS: [f64; 3] = [1.0, 10.0, 100.0];

/// Contrasts of preferred minus other from a logistic model with the weights given, sparse where `density` is small.
fn simulated(n_pairs: usize, truth: &[f64], density: f64, seed: u64) -> Array2<f64> {
    let mut random = SplitMix64::new(seed);
    let mut contrasts = Array2::zeros((n_pairs, truth.len()));
    for mut row in contrasts.rows_mut() {
        for value in &mut row {
            if random.unit() < density {
                *value = 2.0 * random.unit() - 1.0;
            }
        }
        let margin: f64 = row.iter().zip(truth).map(|(value, weight)| value * weight).sum();
        if 1.0 / (1.0 + (-margin).exp()) < random.unit() {
            row.mapv_inplace(|value| 0.0 - value);
        }
    }
    contrasts
}

fn dataset(contrasts: &Array2<f64>) -> PairDataset {
    let names: Vec<String> = (0..contrasts.ncols()).map(|column| format!("f{column}")).collect();
    let labels = Array1::from_elem(contrasts.nrows(), true);
    Dataset::new(contrasts.clone(), labels).with_feature_names(names)
}

fn named(values: &[f64]) -> Vec<(String, f64)> {
    values.iter().enumerate().map(|(column, value)| (format!("f{column}"), *value)).collect()
}

/// Truth and defaults of 12 features, some of the truth below zero so that weights are held at zero.
fn case() -> (Array2<f64>, Vec<f64>) {
    let truth = [2.0, -1.0, 0.5, 0.0, 1.0, 3.0, -0.5, 0.2, 1.5, -2.0, 0.7, 0.1];
    let prior: Vec<f64> = (0..12).map(|column| 1.0 + f64::from(column % 3)).collect();
    (simulated(400, &truth, 0.5, 11), prior)
}

#[track_caller]
fn close(found: &[f64], expected: &[f64], tolerance: f64) {
    assert_eq!(found.len(), expected.len());
    let worst = found.iter().zip(expected).map(|(left, right)| (left - right).abs()).fold(0.0, f64::max);
    assert!(worst < tolerance, "{worst}: {found:?} is not {expected:?}");
}

#[track_caller]
fn refused(params: &WeightTuner, data: &PairDataset, message: &str) {
    assert_eq!(params.fit(data).expect_err("it is refused").to_string(), message);
}

/// Contrasts in units of the default weights, and the defaults in the same units, which are all 1.
fn in_units(contrasts: &Array2<f64>, prior: &[f64]) -> (Array2<f64>, Vec<f64>) {
    (contrasts * &Array1::from(prior.to_vec()), vec![1.0; prior.len()])
}

/// Weights in units of the defaults, or back with their inverses.
fn divided(weights: &[f64], units: &[f64]) -> Vec<f64> {
    weights.iter().zip(units).map(|(weight, unit)| weight / unit).collect()
}

/// The gradient of the objective, written out from its formula.
fn gradient(contrasts: &Array2<f64>, prior: &[f64], lambda: f64, weights: &[f64]) -> Vec<f64> {
    let alpha = lambda * contrasts.mapv(|value| value * value).mean().expect("there are rows");
    let length = prior.iter().map(|weight| weight * weight).sum::<f64>().sqrt();
    let along: f64 = prior.iter().zip(weights).map(|(default, weight)| default / length * weight).sum();
    let mut slope: Vec<f64> =
        prior.iter().zip(weights).map(|(default, weight)| alpha * (weight - 0.999 * along * default / length)).collect();
    for row in contrasts.rows() {
        let margin: f64 = row.iter().zip(weights).map(|(value, weight)| value * weight).sum();
        for (slope, value) in slope.iter_mut().zip(row) {
            *slope -= value / (1.0 + margin.exp());
        }
    }
    slope
}

#[test]
fn conditions_of_the_minimum_hold() {
    let (contrasts, prior) = case();
    for lambda in LAMBDAS {
        let params = WeightTuner::params().lambda(lambda).prior(named(&prior));
        let tuned = params.fit(&dataset(&contrasts)).expect("the data are good");
        assert_eq!(tuned.stop_reason(), StopReason::Optimal);
        assert!(lambda == 100.0 || tuned.values().contains(&0.0), "{:?}", tuned.values());
        let tolerance = 1e-5 * contrasts.nrows() as f64;
        let (scaled, ones) = in_units(&contrasts, &prior);
        let values = divided(tuned.values(), &prior);
        for (weight, slope) in values.iter().zip(gradient(&scaled, &ones, lambda, &values)) {
            assert!(if *weight == 0.0 { -tolerance < slope } else { slope.abs() < tolerance }, "{lambda}: {weight} {slope}");
        }
    }
}

#[test]
fn projected_newton_agrees() {
    let (contrasts, prior) = case();
    for lambda in LAMBDAS {
        let params = WeightTuner::params().lambda(lambda).prior(named(&prior));
        let tuned = params.fit(&dataset(&contrasts)).expect("the data are good");
        let (scaled, ones) = in_units(&contrasts, &prior);
        close(&divided(tuned.values(), &prior), &projected_newton(&scaled, Some(&ones), lambda), 1e-5);
        let plain = params.shrinkage(Shrinkage::Zero).fit(&dataset(&contrasts)).expect("the data are good");
        close(plain.values(), &projected_newton(&contrasts, None, lambda), 1e-5);
    }
}

/// scikit-learn 1.9.1, `LogisticRegression(C = 2, fit_intercept=False)`, through the public door: α = λ·τ̄ = 0.5.
#[test]
fn plain_ridge_is_that_of_scikit_learn() {
    let rows =
        array![[1.0, 0.5, -0.2], [0.3, -1.0, 0.8], [-0.6, 0.9, 0.4], [1.2, 0.1, -0.7], [-0.4, -0.3, 1.1], [0.8, -0.5, 0.6]];
    let mean_square = rows.mapv(|value: f64| value * value).mean().expect("there are rows");
    for (alpha, expected) in [(0.5, [1.077_747_5, 0.276_618_4, 1.143_934_7]), (1.0, [0.706_285_8, 0.090_349_1, 0.707_317_9])] {
        let params = WeightTuner::params().shrinkage(Shrinkage::Zero).lambda(alpha / mean_square);
        let tuned = params.fit(&dataset(&rows)).expect("the data are good");
        close(tuned.values(), &expected, 1e-6);
    }
}

#[test]
fn row_order_and_orientation_do_not_change_a_bit() {
    let (contrasts, prior) = case();
    let params = WeightTuner::params().prior(named(&prior));
    let expected = params.fit(&dataset(&contrasts)).expect("the data are good");
    let reversed: Vec<usize> = (0..contrasts.nrows()).rev().collect();
    assert_eq!(params.fit(&dataset(&contrasts.select(Axis(0), &reversed))).expect("the data are good"), expected);
    for turned in [1, 2, 3] {
        let is_first_preferred: Array1<bool> = (0..contrasts.nrows()).map(|row| row % turned != 0).collect();
        let mut rows = contrasts.clone();
        for (mut row, is_first) in rows.rows_mut().into_iter().zip(&is_first_preferred) {
            row.mapv_inplace(|value| if *is_first { value } else { -value });
        }
        let names = dataset(&contrasts).feature_names().to_vec();
        let data = Dataset::new(rows, is_first_preferred).with_feature_names(names);
        assert_eq!(params.fit(&data).expect("the data are good"), expected);
    }
}

#[test]
fn scales_come_out_again() {
    let (contrasts, prior) = case();
    let fit = |rows: &Array2<f64>, prior: &[f64]| {
        WeightTuner::params().prior(named(prior)).fit(&dataset(rows)).expect("the data are good")
    };
    let expected = fit(&contrasts, &prior);
    let larger: Vec<f64> = prior.iter().map(|weight| 40.0 * weight).collect();
    close(fit(&contrasts, &larger).values(), expected.values(), 1e-6);
    let back: Vec<f64> = fit(&(8.0 * &contrasts), &prior).values().iter().map(|weight| 8.0 * weight).collect();
    close(&back, expected.values(), 1e-6);
}

#[test]
fn strong_shrinkage_gives_the_defaults() {
    let (contrasts, prior) = case();
    let tuned = WeightTuner::params().lambda(1e6).prior(named(&prior)).fit(&dataset(&contrasts)).expect("the data are good");
    let total: f64 = prior.iter().sum();
    close(&tuned.shares(), &prior.iter().map(|weight| weight / total).collect::<Vec<_>>(), 1e-3);
}

#[test]
fn what_never_differs_keeps_its_place_on_the_ray() {
    let (mut contrasts, prior) = case();
    contrasts.column_mut(2).fill(0.0);
    let tuned = WeightTuner::params().prior(named(&prior)).fit(&dataset(&contrasts)).expect("the data are good");
    let along = divided(tuned.values(), &prior).iter().sum::<f64>() / prior.len() as f64;
    close(&[tuned.values()[2]], &[0.999 * along * prior[2]], 1e-6);
}

#[test]
fn defaults_are_those_of_the_criteria_when_names_are_criteria() {
    let contrasts = simulated(200, &[3.0, 1.0], 1.0, 5);
    let labels = Array1::from_elem(200, true);
    let data = Dataset::new(contrasts, labels).with_feature_names(vec!["interest", "status"]);
    let defaults = boussole::weights::Weights::default();
    let prior = ["interest", "status"].map(|name| (name, defaults.get(name.parse().expect("it is a criterion"))));
    let implied = WeightTuner::params().fit(&data).expect("the data are good");
    assert_eq!(implied, WeightTuner::params().prior(prior).fit(&data).expect("the data are good"));
    let weights = implied.to_weights().expect("they are criteria");
    close(&[weights.get(boussole::features::Criterion::Status)], &[implied.share("status").expect("it is there")], 1e-12);
}

#[test]
fn fixed_weights_stay_and_the_others_follow() {
    let truth = [4.0, 2.0, 1.0, 3.0];
    let contrasts = simulated(4000, &truth, 1.0, 3);
    let fit = |fixed: &[(&str, f64)]| {
        WeightTuner::params().fixed(fixed.iter().copied()).fit(&dataset(&contrasts)).expect("the data are good")
    };
    // Shares of the whole: what is left goes to the others.
    let tuned = fit(&[("f0", 0.5), ("f1", 0.2), ("f2", 0.0)]);
    assert_eq!(tuned.values()[..3], [0.5, 0.2, 0.0]);
    close(&[tuned.values()[3]], &[0.3], 1e-12);
    // What is left is shared as the data say.
    let tuned = fit(&[("f0", 0.2)]);
    close(tuned.values(), &[0.2, 0.8 * 2.0 / 6.0, 0.8 / 6.0, 0.8 * 3.0 / 6.0], 0.06);
    // A sum of 1 or more is a unit.
    let tuned = fit(&[("f0", 2.0), ("f1", 1.0)]);
    assert_eq!(tuned.values()[..2], [2.0, 1.0]);
    close(&tuned.values()[2..], &[0.5, 1.5], 0.15);
    let one = WeightTuner::params().fixed([("f0", 0.4)]).fit(&dataset(&contrasts)).expect("the data are good");
    let free = WeightTuner::params().fit(&dataset(&contrasts)).expect("the data are good");
    close(&one.shares(), &free.shares(), 0.02);
    let probabilities = |tuned: &TunedWeights| tuned.predict_probabilities(&contrasts.select(Axis(0), &[0, 1, 2, 3, 4])).to_vec();
    close(&probabilities(&one), &probabilities(&free), 0.05);
}

#[test]
fn free_signs_show_what_runs_against() {
    let contrasts = simulated(2000, &[2.0, -1.0], 1.0, 9);
    let free = WeightTuner::params().signs(Signs::Free).fit(&dataset(&contrasts)).expect("the data are good");
    assert!(free.values()[1] < -0.5, "{:?}", free.values());
    let held = WeightTuner::params().fit(&dataset(&contrasts)).expect("the data are good");
    assert_eq!(held.values()[1], 0.0);
}

#[test]
fn nonsense_is_refused_with_whole_messages() {
    let good = dataset(&array![[0.5, 0.1], [0.2, 0.3]]);
    let params = WeightTuner::params;
    refused(&params().lambda(0.0), &good, "lambda: expected a finite number above 0, found 0");
    refused(&params().lambda(f64::NAN), &good, "lambda: expected a finite number above 0, found NaN");
    refused(&params().max_iterations(0), &good, "max_iterations: expected at least 1, found 0");
    refused(&params().prior([("f0", -1.0)]), &good, "f0: expected a weight from 0 to 1e40, found -1.0");
    refused(&params().fixed([("f0", f64::INFINITY)]), &good, "f0: expected a weight from 0 to 1e40, found inf");
    refused(&params().fixed([("f0", 1e308)]), &good, "f0: expected a weight from 0 to 1e40, found 1e308");
    refused(&params().prior([("f0", 1.0), ("f0", 1.0)]), &good, "f0: expected one weight, found two");
    refused(
        &params().prior([("f0", 1.0)]),
        &good,
        "f1: expected a default weight, found none; give one for every feature or for none",
    );
    refused(&params().prior([("f9", 1.0)]), &good, "expected a feature of the data (f0, f1), found « f9 »");
    refused(&params().fixed([("f9", 1.0)]), &good, "expected a feature of the data (f0, f1), found « f9 »");
    refused(&params().prior([("f0", 0.0)]), &good, "expected at least one default weight above 0, found none");
    refused(&params().fixed([("f0", 1.0), ("f1", 1.0)]), &good, "expected at least one weight to tune, found all of them fixed");
    refused(&params(), &dataset(&Array2::zeros((0, 2))), "expected at least one pair, found none");
    refused(
        &params(),
        &dataset(&Array2::zeros((3, 2))),
        "expected pairs that differ in at least one feature, found none: nothing can be learned from them",
    );
    refused(&params(), &dataset(&array![[0.0, f64::NAN]]), "row 0: f1: expected a finite number, found NaN");
    refused(
        &params(),
        &dataset(&array![[-0.5, -0.1], [-0.2, -0.3]]),
        "the preferences contradict every feature: no weight above 0 explains them",
    );
    refused(
        &params().fixed([("f0", 1.0)]),
        &dataset(&array![[-0.5, 0.1], [-0.2, 0.3]]),
        "the preferences contradict the fixed weights (f0): together they would count against what is preferred; free one of them",
    );
    assert!(params().check().is_ok());
}

#[test]
fn one_pair_and_many_weights_are_no_problem() {
    let tuned = WeightTuner::params().fit(&dataset(&array![[0.5, 0.1, 0.0]])).expect("a pair is enough for a fit");
    assert_eq!(tuned.stop_reason(), StopReason::Optimal);
    assert!(tuned.shares()[0] > tuned.shares()[2], "{:?}", tuned.shares());
}
