//! Our linear model beside `MonProjetSup`'s product of floors, on the eight public pairs of its own learner.
//!
//! Their model: `a = Π_i (β_i + (1 − β_i)·s_i)`, `β = σ(raw)`, `P(A ≻ B) = a_A/(a_A + a_B)`, mean cross-entropy, Adam with step 0.01,
//! 1,000 epochs, β of geo and duration held at 0.9 and 0.1. The file is no part of this package: set `BOUSSOLE_SHARED` to its folder.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use boussole_tuning::{Shrinkage, WeightTuner};
use linfa::Dataset;
use linfa::traits::Fit;
use ndarray::{Array1, Array2};

const NAMES: [&str; 11] =
    ["geo", "duration", "app", "sim", "OFFRE_FORMATION", "fav", "typebac", "spec", "tags", "spec_bac_pro", "nbayes"];
const FIXED: [Option<f64>; 11] = [Some(0.9), Some(0.1), None, None, None, None, None, None, None, None, None];
const N_EPOCHS: i32 = 1000;
type Pair = (Vec<f64>, Vec<f64>);

fn main() -> Result<(), Box<dyn Error>> {
    let shared = env::var("BOUSSOLE_SHARED").unwrap_or_else(|_| format!("{}/../../../shared", env!("CARGO_MANIFEST_DIR")));
    let path = Path::new(&shared).join("data/preference_pairs.json");
    let Ok(text) = fs::read_to_string(&path) else {
        println!("skipped: {} is not there", path.display());
        return Ok(());
    };
    let triplets: Vec<(Vec<f64>, Vec<f64>, f64)> = serde_json::from_str(&text)?;
    let pairs: Vec<Pair> = triplets.into_iter().map(|(a, b, label)| if label > 0.5 { (a, b) } else { (b, a) }).collect();
    println!("{} pairs, all seen by both learners: this shows what each can express, not what it predicts", pairs.len());

    let betas = floors(&pairs);
    show("product of floors, Adam, no penalty", pairs.iter().map(|(a, b)| product(&betas, a).ln() - product(&betas, b).ln()));
    let contrasts =
        Array2::from_shape_fn((pairs.len(), NAMES.len()), |(row, column)| pairs[row].0[column] - pairs[row].1[column]);
    let dataset = Dataset::new(contrasts.clone(), Array1::from_elem(pairs.len(), true)).with_feature_names(NAMES.to_vec());
    for (name, tuner) in [
        ("linear, held to equal weights, lambda 10", WeightTuner::params()),
        ("linear, held to equal weights, lambda 0.1", WeightTuner::params().lambda(0.1)),
        ("linear, hardly any penalty", WeightTuner::params().shrinkage(Shrinkage::Zero).lambda(1e-4)),
    ] {
        let tuned = tuner.fit(&dataset)?;
        show(name, contrasts.dot(&Array1::from(tuned.values().to_vec())));
    }
    Ok(())
}

fn show(name: &str, margins: impl IntoIterator<Item = f64>) {
    let margins: Vec<f64> = margins.into_iter().collect();
    let n = margins.len() as f64;
    let accuracy =
        margins.iter().map(|margin| if *margin == 0.0 { 0.5 } else { f64::from(u8::from(*margin > 0.0)) }).sum::<f64>() / n;
    let loss = margins.iter().map(|margin| (-margin).exp().ln_1p()).sum::<f64>() / n;
    println!("{name:<42} pair accuracy {accuracy:.3}   mean log-loss {loss:.5}");
}

fn product(betas: &[f64], scores: &[f64]) -> f64 {
    betas.iter().zip(scores).map(|(beta, score)| beta + (1.0 - beta) * score.clamp(0.0, 1.0)).product()
}

/// Adam (Kingma & Ba 2015, arXiv:1412.6980) on the raw numbers behind β, all from 0.
fn floors(pairs: &[Pair]) -> Vec<f64> {
    let mut raw = [0.0; 11];
    let (mut mean, mut square) = ([0.0; 11], [0.0; 11]);
    let betas =
        |raw: &[f64; 11]| -> Vec<f64> { raw.iter().zip(FIXED).map(|(raw, fixed)| fixed.unwrap_or(sigmoid(*raw))).collect() };
    for epoch in 1..=N_EPOCHS {
        let beta = betas(&raw);
        let mut gradient = [0.0; 11];
        for (preferred, other) in pairs {
            let surprise = sigmoid(product(&beta, other).ln() - product(&beta, preferred).ln()) / pairs.len() as f64;
            for i in 0..11 {
                let slope = |score: f64| (1.0 - score) / (beta[i] + (1.0 - beta[i]) * score);
                gradient[i] -= surprise * (slope(preferred[i]) - slope(other[i])) * beta[i] * (1.0 - beta[i]);
            }
        }
        for i in 0..11 {
            mean[i] = 0.9 * mean[i] + 0.1 * gradient[i];
            square[i] = 0.999 * square[i] + 0.001 * gradient[i] * gradient[i];
            let (mean, square) = (mean[i] / (1.0 - 0.9_f64.powi(epoch)), square[i] / (1.0 - 0.999_f64.powi(epoch)));
            raw[i] -= 0.01 * mean / (square.sqrt() + 1e-8);
        }
    }
    betas(&raw)
}

fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}
