//! Fits weights to raw scores by name, beside another learner: `cargo run --example tune_pairs [TRIPLETS.json]`.
//!
//! A file has a list of triplets: scores of A, scores of B, and 1 if A was preferred. That of the fixtures is invented, over the
//! criteria of MonProjetSup's public example, which can be given instead.

use std::error::Error;
use std::{env, fs};

use boussole_lab::floors::{fit, product};
use boussole_tuning::{Shrinkage, WeightTuner};
use linfa::Dataset;
use linfa::traits::Fit;
use ndarray::{Array1, Array2};

const NAMES: [&str; 11] =
    ["geo", "duration", "app", "sim", "OFFRE_FORMATION", "fav", "typebac", "spec", "tags", "spec_bac_pro", "nbayes"];
/// The other learner holds the floors of two criteria.
const FIXED: [Option<f64>; 11] = [Some(0.9), Some(0.1), None, None, None, None, None, None, None, None, None];

fn main() -> Result<(), Box<dyn Error>> {
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/preferences/triplets.json");
    let path = env::args().nth(1).unwrap_or_else(|| default.to_owned());
    let triplets: Vec<(Vec<f64>, Vec<f64>, f64)> = serde_json::from_str(&fs::read_to_string(path)?)?;
    let oriented = triplets.into_iter().map(|(a, b, label)| if label > 0.5 { (a, b) } else { (b, a) });
    let pairs: Vec<(Vec<f64>, Vec<f64>)> = oriented.collect();
    println!("{} pairs, all seen by both learners: this shows what each can express, not what it predicts", pairs.len());

    let floors = fit(&pairs, &FIXED);
    show("product of floors, Adam, no penalty", pairs.iter().map(|(a, b)| product(&floors, a).ln() - product(&floors, b).ln()));
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
    let correct = |margin: &f64| if *margin == 0.0 { 0.5 } else { f64::from(u8::from(*margin > 0.0)) };
    let accuracy = margins.iter().map(correct).sum::<f64>() / n;
    let loss = margins.iter().map(|margin| (-margin).exp().ln_1p()).sum::<f64>() / n;
    println!("{name:<42} pair accuracy {accuracy:.3}   mean log-loss {loss:.5}");
}
