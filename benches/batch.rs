//! How many students a second: `cargo bench --bench batch`, then `cargo run --release --example bench_table`.
//!
//! An id has the number of métiers, and the number of students with that of threads: `batch/boussole/734/10000x2`. The dense
//! baseline has one thread, and few students where each takes it long.

use std::hint::black_box;
use std::time::Duration;

use boussole::{Profile, Recommender, Weights};
use boussole_lab::dense::{Columns, Dense, TOP};
use boussole_lab::synthetic;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use rayon::prelude::*;

/// Métiers, students of the library, students of the baseline.
const SIZES: [(usize, &[usize], usize); 4] = [
    (734, &[1_000, 10_000, 100_000], 10_000),
    (1_075, &[10_000], 10_000),
    (10_000, &[10_000, 100_000], 1_000),
    (100_000, &[10_000], 100),
];

/// How many students one thread takes at a time, as the program does.
const CHUNK: usize = 512;

/// Two seeds, chosen once.
const CATALOGUE_SEED: u64 = 1;
const STUDENT_SEED: u64 = 7;

fn bench(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("batch");
    group.warm_up_time(Duration::from_millis(200)).measurement_time(Duration::from_secs(1)).sample_size(10);
    let students = synthetic::students(100_000, None, STUDENT_SEED);
    let pools = [1, 2].map(|n| (n, rayon::ThreadPoolBuilder::new().num_threads(n).build().expect("threads can be made")));
    for (n_metiers, n_students, n_dense) in SIZES {
        let recommender = Recommender::new(synthetic::catalogue(n_metiers, CATALOGUE_SEED), Weights::default());
        let recommender = recommender.expect("there are métiers");
        for (name, columns) in [("dense_interests", Columns::Interests), ("dense_all", Columns::All)] {
            let dense = Dense::new(&recommender, columns);
            let queries: Vec<_> = students[..n_dense].iter().map(|student| dense.query(&recommender, student)).collect();
            group.throughput(Throughput::Elements(n_dense as u64));
            group.bench_function(BenchmarkId::new(format!("{name}/{n_metiers}"), format!("{n_dense}x1")), |bencher| {
                bencher.iter(|| dense.batch(&queries, |top| drop(black_box(top))));
            });
        }
        for n in n_students {
            group.throughput(Throughput::Elements(*n as u64));
            for (n_threads, pool) in &pools {
                group.bench_function(BenchmarkId::new(format!("boussole/{n_metiers}"), format!("{n}x{n_threads}")), |bencher| {
                    let count = |chunk: &[Profile]| recommender.batch(chunk, TOP).flatten().count();
                    bencher.iter(|| pool.install(|| students[..*n].par_chunks(CHUNK).map(count).sum::<usize>()));
                });
            }
        }
    }
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
