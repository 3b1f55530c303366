//! How long a catalogue takes to become a recommender: `cargo bench --bench build`; the number in the id is that of métiers, or of the
//! distinct interests of a thousand métiers, beyond any real vocabulary.

use std::time::Duration;

use boussole::catalogue::{Interest, Metier, Sector, Title};
use boussole::random::SplitMix64;
use boussole::{Catalogue, Recommender, Weights};
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

criterion_group!(benches, bench);
criterion_main!(benches);
