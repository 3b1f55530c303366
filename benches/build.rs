//! How long a catalogue takes to become a recommender: `cargo bench --bench build`; the number in the id is that of métiers.

use std::time::Duration;

use boussole::{Recommender, Weights};
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
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
