//! How long a catalogue takes to become a recommender: `cargo bench --bench build`; the number in the id is that of métiers, or of the
//! distinct interests of a thousand métiers, beyond any real vocabulary. The group `growth` shows how the cost of what comes from outside
//! grows: a table with so many columns is read, and a profile with so many answers is read and refused with what is unknown.

use std::time::Duration;

use boussole::catalogue::{Interest, Metier, Sector, Title};
use boussole::random::SplitMix64;
use boussole::{Catalogue, Profile, Recommender, Weights};
use boussole_lab::synthetic;
use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};

/// Chosen once.
const CATALOGUE_SEED: u64 = 1;

fn bench(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("build");
    group.warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(2)).sample_size(10);
    for n_metiers in [734, 1_075, 10_000, 100_000] {
        let catalogue = synthetic::catalogue(n_metiers, CATALOGUE_SEED);
        let n_bytes = Recommender::new(catalogue.clone(), Weights::default()).expect("there are métiers").n_compiled_bytes();
        println!("the compiled part of {n_metiers} métiers takes {n_bytes} bytes");
        group.bench_function(BenchmarkId::new("recommender", n_metiers), |bencher| {
            let build = |catalogue| Recommender::new(catalogue, Weights::default()).expect("there are métiers");
            bencher.iter_batched(|| catalogue.clone(), build, BatchSize::LargeInput);
        });
    }
    for n_interests in [30, 300, 3_000] {
        let catalogue = with_interests(n_interests);
        group.bench_function(BenchmarkId::new("interests", n_interests), |bencher| {
            let build = |catalogue| Recommender::new(catalogue, Weights::default()).expect("there are métiers");
            bencher.iter_batched(|| catalogue.clone(), build, BatchSize::LargeInput);
        });
    }
    group.finish();
}

/// What grows with a file of somebody else; a hundred times as much takes at most a hundred times as long.
fn growth(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("growth");
    group.warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(2)).sample_size(10);
    for n_columns in [100, 1_000, 10_000] {
        let table = with_columns(n_columns);
        group.bench_function(BenchmarkId::new("columns", n_columns), |bencher| {
            bencher.iter(|| Catalogue::read_bytes("table.csv", table.as_bytes()).expect("has fiches"));
        });
    }
    let recommender =
        Recommender::new(synthetic::catalogue(1_075, CATALOGUE_SEED), Weights::default()).expect("there are métiers");
    for n_labels in [100, 1_000, 10_000] {
        let profile = with_labels(n_labels);
        group.bench_function(BenchmarkId::new("labels", n_labels), |bencher| {
            let recommend = |text: &str| recommender.recommend(&Profile::from_json(text).expect("is a profile"), 10);
            bencher.iter(|| recommend(&profile).expect_err("no label is known"));
        });
    }
    group.finish();
}

/// A table of a hundred métiers with so many columns.
fn with_columns(n_columns: usize) -> String {
    let names: String = (2..n_columns).map(|number| format!(";column {number}")).collect();
    let row = |number: usize| format!("MET.{number};métier{}\n", ";x".repeat(n_columns - 2));
    format!("id;libelle{names}\n{}", (1..=100).map(row).collect::<String>())
}

/// A profile with so many answers about labels that no catalogue has.
fn with_labels(n_labels: usize) -> String {
    let answers: Vec<String> = (0..n_labels).map(|number| format!("\"label {number}\": 1")).collect();
    format!("{{\"interests\": {{{}}}}}", answers.join(", "))
}

/// A thousand métiers with three of so many interests, and a sector from which others are learned.
fn with_interests(n_interests: usize) -> Catalogue {
    let mut random = SplitMix64::new(CATALOGUE_SEED);
    let metiers = (1..=1_000).map(|number| {
        let mut metier = Metier::new(format!("MET.{number}").parse().expect("an identifier"), Title::from_heading("métier"));
        metier.interests = (0..3).map(|_| Interest::new(&format!("interest {}", random.index_below(n_interests)))).collect();
        metier.sectors = vec![Sector::new(&format!("sector {}", number % 40))];
        metier
    });
    Catalogue::from_metiers(metiers).catalogue
}

criterion_group!(benches, bench, growth);
criterion_main!(benches);
