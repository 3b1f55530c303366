//! Where weights are tuned: how well known weights come back, and how fast. `cargo bench --bench tuning`

use std::hint::black_box;
use std::time::{Duration, Instant};

use boussole::Weights;
use boussole_lab::{RawWorld, Survey};
use boussole_tuning::{PairDataset, Preferences, Shrinkage, Signs, WeightTuner};
use criterion::{BenchmarkId, Criterion};
use linfa::Dataset;
use linfa::traits::Fit;
use linfa_logistic::LogisticRegression;
use ndarray::{Array1, Array2, Axis, concatenate};

/// Criteria of the world in which recovery is measured.
const N_CRITERIA: usize = 31;
/// Items to rank, as many as the real catalogue has.
const N_ITEMS: usize = 734;
/// Students whose true ranking is compared with the fitted one.
const N_JUDGES: usize = 100;
/// Worlds that the table averages over.
const N_WORLDS: u64 = 6;
/// Pairs of each student.
const N_PAIRS_PER_STUDENT: usize = 10;
/// Rows and columns of the timed fits.
const SIZES: [(usize, usize); 3] = [(1_000, 30), (10_000, 30), (100_000, 30)];

fn main() {
    let is_run = std::env::args().any(|argument| argument == "--bench");
    if is_run {
        recovery();
        ratio();
    }
    let mut criterion = Criterion::default()
        .without_plots()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(3))
        .configure_from_args();
    speed(&mut criterion);
    criterion.final_summary();
}

/// Prints the table: nDCG@10 of the ranking by fitted weights against the true ranking.
fn recovery() {
    println!("recovery of {N_CRITERIA} known weights, nDCG@10 against the true ranking, mean of {N_WORLDS} worlds");
    println!("pairs   defaults   tuned λ=3   tuned λ=10   tuned λ=30   tuned λ=100   ridge to 0, w ≥ 0   plain ridge to 0");
    for n_pairs in [50, 100, 300, 1000, 3000] {
        let mut sums = [0.0; 7];
        for seed in 0..N_WORLDS {
            let world = RawWorld::new(N_CRITERIA, N_ITEMS, seed);
            let preferences = preferences(&world, n_pairs, seed);
            let data = preferences.dataset();
            let held = |lambda| preferences.tuner().lambda(lambda);
            let to_zero = || held(10.0).shrinkage(Shrinkage::Zero);
            let fits = [held(3.0), held(10.0), held(30.0), held(100.0), to_zero(), to_zero().signs(Signs::Free)];
            sums[0] += world.recovery(world.prior(), N_JUDGES, seed + 1000);
            for (sum, tuner) in sums[1..].iter_mut().zip(fits) {
                let tuned = tuner.fit(&data).expect("simulated pairs can be tuned on");
                *sum += world.recovery(tuned.values(), N_JUDGES, seed + 1000);
            }
        }
        let [defaults, l3, l10, l30, l100, zero, plain] = sums.map(|sum| sum / N_WORLDS as f64);
        println!(
            "{n_pairs:>5}   {defaults:>8.3}   {l3:>9.3}   {l10:>10.3}   {l30:>10.3}   {l100:>11.3}   {zero:>17.3}   {plain:>16.3}"
        );
    }
}

/// Prints how long a whole fit takes against linfa-logistic alone on the same rows.
fn ratio() {
    println!("\n  rows × weights    tuner   linfa-logistic alone   ratio   (best of 5)");
    for (n_pairs, n_criteria) in SIZES {
        let (tuner, data) = sized(n_pairs, n_criteria);
        let plain = LogisticRegression::default().alpha(10.0).with_intercept(false).max_iterations(1000);
        let plain = plain.gradient_tolerance(same_tolerance(&data));
        let ours = best_of_five(|| drop(black_box(tuner.fit(&data).expect("simulated pairs can be tuned on"))));
        let theirs = best_of_five(|| drop(black_box(plain.fit(&data).expect("both classes are there"))));
        let ratio = ours.as_secs_f64() / theirs.as_secs_f64();
        println!("  {n_pairs:>7} × {n_criteria}   {ours:>8.1?}   {theirs:>8.1?}   {ratio:>18.2}");
    }
    println!();
}

/// The gradient at which the tuner stops, so that both solve equally well.
fn same_tolerance(data: &PairDataset) -> f64 {
    let mean_square = data.records.iter().map(|value| value * value).sum::<f64>() / data.records.len() as f64;
    1e-7 * data.records.nrows() as f64 * mean_square.sqrt()
}

fn speed(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("tuning");
    for (n_pairs, n_criteria) in SIZES {
        let (tuner, data) = sized(n_pairs, n_criteria);
        let id = BenchmarkId::new("fit", format!("{n_pairs}x{n_criteria}"));
        group.bench_with_input(id, &data, |bencher, data| {
            bencher.iter(|| tuner.fit(data).expect("simulated pairs can be tuned on"));
        });
    }
    group.finish();
}

/// Pairs of one world, simulated in parts so that their named scores need not be held all at once.
fn sized(n_pairs: usize, n_criteria: usize) -> (WeightTuner, PairDataset) {
    let world = RawWorld::new(n_criteria, N_ITEMS, 0);
    let part = |seed| preferences(&world, SIZES[0].0, seed);
    let records: Vec<Array2<f64>> = (0..n_pairs / SIZES[0].0).map(|seed| part(seed as u64).dataset().records).collect();
    let views: Vec<_> = records.iter().map(Array2::view).collect();
    let records = concatenate(Axis(0), &views).expect("all parts have the same criteria");
    let is_first_preferred: Array1<bool> = (0..records.nrows()).map(|row| (row % SIZES[0].0).is_multiple_of(2)).collect();
    let preferences = part(0);
    (preferences.tuner(), Dataset::new(records, is_first_preferred).with_feature_names(preferences.names().to_vec()))
}

fn preferences(world: &RawWorld, n_pairs: usize, seed: u64) -> Preferences {
    let survey =
        Survey { n_students: n_pairs / N_PAIRS_PER_STUDENT, n_pairs_per_student: N_PAIRS_PER_STUDENT, seed, ..Survey::default() };
    Preferences::from_scores(&Weights::default(), &survey.on_world(world)).expect("simulated scores are finite")
}

fn best_of_five(mut run: impl FnMut()) -> Duration {
    let timed = |_| {
        let begin = Instant::now();
        run();
        begin.elapsed()
    };
    (0..5).map(timed).min().expect("there are five")
}
