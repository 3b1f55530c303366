//! Where weights are tuned: what each judge says of weights, how well known weights come back, and how fast. `cargo bench --bench tuning`
//!
//! Yours in place of the simulated: `BOUSSOLE_CATALOGUE`, `BOUSSOLE_PREFERENCES` (JSON lines), `BOUSSOLE_QRELS` (TREC), and `BOUSSOLE_WEIGHTS`, files of
//! weights between « : ». `BOUSSOLE_WORLDS` is the number of the first of simulated worlds, 0 where it is not given: others show what was not looked
//! at when the guards were made.

use std::collections::BTreeSet;
use std::hint::black_box;
use std::time::{Duration, Instant};

use boussole::random::SplitMix64;
use boussole::{Catalogue, Profile, Recommender, Weights};
use boussole_evaluation::{
    Cutoff, Exposed, Gain, Judged, Judgements, Qrels, RankedList, Ties, exposure_by_group, exposure_parity, mean, ndcg,
};
use boussole_lab::{RawWorld, Survey};
use boussole_tuning::{
    Grain, Judges, N_COMPARED, PairDataset, Preferences, Shrinkage, Signs, TuningPlan, WeightTuner, measures, tune,
};
use criterion::{BenchmarkId, Criterion};
use linfa::Dataset;
use linfa::traits::Fit;
use linfa_logistic::LogisticRegression;
use ndarray::{Array1, Array2, Axis, concatenate};

/// The table of 440 real métiers.
const REAL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/real/onisep_dev.csv");

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
        let path = std::env::var("BOUSSOLE_CATALOGUE").unwrap_or_else(|_| REAL.to_owned());
        let catalogue = Catalogue::read(&path).expect("the catalogue can be read").catalogue;
        let recommender = Recommender::new(catalogue, Weights::default()).expect("there are métiers");
        println!("on {path}");
        judged(&recommender);
        real(&recommender);
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

/// Prints what every judge says of the defaults and of each file of weights, and what students say who were left out when the pairs were tuned on.
///
/// Without preferences of your own they are those of students who weigh by the defaults, with noise.
fn judged(recommender: &Recommender) {
    let text = |name| std::env::var(name).ok().map(|path| std::fs::read_to_string(path).expect("the file can be read"));
    let qrels = text("BOUSSOLE_QRELS").map(|text| Qrels::parse_trec(&text).expect("they are judgements"));
    let preferences = match text("BOUSSOLE_PREFERENCES") {
        Some(text) => Preferences::from_json_lines(&text, recommender, Grain::Criterion),
        None => Preferences::from_profiles(
            recommender,
            &Survey::default().on_catalogue(recommender, recommender.weights()),
            Grain::Criterion,
        ),
    };
    let preferences = preferences.expect("they are preferences");
    let judges = Judges { qrels: qrels.as_ref(), preferences: Some(&preferences) };
    let files = std::env::var("BOUSSOLE_WEIGHTS").unwrap_or_default();
    let files = files.split(':').filter(|path| !path.is_empty()).map(|path| {
        let text = std::fs::read_to_string(path).expect("the file can be read");
        (path.to_owned(), Weights::from_toml(&text).expect("it holds weights"))
    });
    for (name, weights) in [("defaults".to_owned(), Weights::default())].into_iter().chain(files) {
        let measured = measures(recommender.catalogue(), &weights, judges).expect("there are métiers");
        let told: Vec<String> =
            measured.iter().map(|measure| format!("{:?} {:.4}", measure.kind, mean(&measure.values))).collect();
        println!("{name}: {}, exposure parity of levels {:.4}", told.join(", "), parity(recommender, &weights));
    }
    let report = tune(&preferences, &TuningPlan::default(), &mut || {}).expect("it can be tuned");
    if let Some(fit) = &report.fit {
        let [before, after] = [fit.cross_validation.defaults, fit.cross_validation.tuned()].map(|held_out| held_out.accuracy);
        println!(
            "held-out pairs in the right order: defaults {before:.4}, tuned {after:.4}, accepted: {}\n",
            report.is_accepted()
        );
    }
}

/// How evenly levels of access share the attention of a hundred students, in [0, 1].
fn parity(recommender: &Recommender, weights: &Weights) -> f64 {
    let metiers = recommender.catalogue().metiers();
    let all: BTreeSet<usize> = (0..metiers.len()).collect();
    let judge = Recommender::new(recommender.catalogue().clone(), weights.clone()).expect("there are métiers");
    let lists: Vec<Vec<usize>> = Survey::default()
        .profiles(recommender)
        .iter()
        .map(|profile| {
            let first = judge.shortlist(profile, N_COMPARED).expect("labels are known");
            first.iter().map(|placed| placed.position).collect()
        })
        .collect();
    let students: Vec<Exposed<'_, usize>> = lists.iter().map(|shown| Exposed { shown, eligible: &all }).collect();
    let groups = exposure_by_group(&students, |place| vec![metiers[*place].access_level]);
    exposure_parity(&groups).unwrap_or(0.0)
}

/// Prints how well known weights of criteria come back from students of a catalogue who prefer by them, with all guards: refused weights
/// are the defaults. Worlds: the defaults, log-normal ones around them, and any weights at all (Dirichlet).
fn real(recommender: &Recommender) {
    let first = std::env::var("BOUSSOLE_WORLDS").map_or(0, |first| first.parse().expect("it is a number"));
    let judges = Survey { n_students: 40, seed: 4711 + first, ..Survey::default() }.profiles(recommender);
    println!("recovery of the weights of criteria, nDCG@10 against the true ranking");
    println!("worlds            pairs   defaults   tuned   worst loss   accepted   seconds");
    let worlds = [
        ("defaults × 16", vec![Weights::default(); 16]),
        ("log-normal × 16", log_normal(first, 16)),
        ("Dirichlet × 12", dirichlet(first, 12)),
    ];
    // Pairs whose sides are equal, and repeated ones, do not count: so many are asked that each student has enough others.
    let asked = Survey { n_pairs_per_student: 2 * N_PAIRS_PER_STUDENT, ..Survey::default() };
    let plan = TuningPlan { max_pairs_per_student: N_PAIRS_PER_STUDENT, ..TuningPlan::default() };
    for (name, truths) in worlds {
        for n_pairs in [100, 150, 300, 1000] {
            let begin = Instant::now();
            let (mut before, mut after, mut worst, mut n_accepted) = (0.0, 0.0, 0.0_f64, 0);
            for (seed, truth) in truths.iter().enumerate() {
                let survey = Survey { n_students: n_pairs / N_PAIRS_PER_STUDENT, seed: first + seed as u64, ..asked };
                let pairs = survey.on_catalogue(recommender, truth);
                let preferences = Preferences::from_profiles(recommender, &pairs, Grain::Criterion).expect("they are good");
                let report = tune(&preferences, &plan, &mut || {}).expect("it can be tuned");
                let fitted = report.fit.as_ref().filter(|_| report.is_accepted());
                let tuned = fitted.map_or_else(Weights::default, |fit| fit.weights.to_weights().expect("they are criteria"));
                let [old, new] = [&Weights::default(), &tuned].map(|weights| agreement(recommender, truth, weights, &judges));
                (before, after, worst) = (before + old, after + new, worst.max(old - new));
                n_accepted += usize::from(fitted.is_some());
            }
            let n = truths.len() as f64;
            println!(
                "{name:<16} {n_pairs:>6}   {:>8.3}   {:>5.3}   {worst:>10.4}   {n_accepted:>5}/{}   {:>7.1}",
                before / n,
                after / n,
                truths.len(),
                begin.elapsed().as_secs_f64()
            );
        }
    }
}

/// Weights around the defaults: each by a factor `e^(0.8 z)`.
fn log_normal(first: u64, n: u64) -> Vec<Weights> {
    let world = |seed| {
        let mut random = SplitMix64::new(seed);
        Weights::new(Weights::default().iter().map(|(criterion, weight)| (criterion, weight * (0.8 * random.normal()).exp())))
    };
    (first..first + n).map(|seed| world(seed).expect("one is above 0")).collect()
}

/// Any weights: every point where all sum to 1 is as likely, of the criteria that have a default weight.
fn dirichlet(first: u64, n: u64) -> Vec<Weights> {
    let world = |seed| {
        let mut random = SplitMix64::new(1000 + seed);
        Weights::new(Weights::default().iter().map(|(criterion, weight)| {
            let draw = -random.unit().max(f64::MIN_POSITIVE).ln();
            (criterion, if 0.0 < weight { draw } else { 0.0 })
        }))
    };
    (first..first + n).map(|seed| world(seed).expect("one is above 0")).collect()
}

/// Mean nDCG@10 of the lists by some weights; the gain of a métier is how far its true score lies above that of the median one.
fn agreement(recommender: &Recommender, truth: &Weights, weights: &Weights, profiles: &[Profile]) -> f64 {
    let judge =
        |weights: &Weights| Recommender::new(recommender.catalogue().clone(), weights.clone()).expect("there are métiers");
    let (truth, fitted) = (judge(truth), judge(weights));
    let scores = |recommender: &Recommender, profile: &Profile| -> Vec<f64> {
        recommender.scores(profile).expect("labels are known").into_iter().map(boussole::Points::value).collect()
    };
    let of_profile = |profile: &Profile| {
        let gains = scores(&truth, profile);
        let mut sorted = gains.clone();
        sorted.sort_by(f64::total_cmp);
        let median = sorted[sorted.len() / 2];
        let gains = gains.iter().enumerate().map(|(place, score)| (place, (score - median).max(0.0)));
        let judgements = Judgements::new(gains).expect("gains are at most 1");
        let list = RankedList::new(scores(&fitted, profile).into_iter().enumerate()).expect("places are distinct");
        ndcg(&Judged::new(&list, &judgements, Ties::Expected), Gain::Linear, Cutoff::top(N_COMPARED).expect("10 > 0"))
    };
    profiles.iter().map(of_profile).sum::<f64>() / profiles.len() as f64
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

/// Prints how long a whole tune takes, with folds, strengths and resamples, and a whole fit against linfa-logistic alone on the same rows.
fn ratio() {
    let preferences = preferences(&RawWorld::new(8, N_ITEMS, 0), 10_000, 0);
    let whole =
        best_of_five(|| drop(black_box(tune(&preferences, &TuningPlan::default(), &mut || {}).expect("it can be tuned"))));
    println!("\na whole tune of {} pairs × 8 criteria: {whole:.1?} (best of 5)", preferences.n_pairs());
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
