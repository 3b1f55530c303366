//! How long one student waits: `cargo bench --bench recommend`, then `cargo run --release --example bench_table`.
//!
//! The number in the id is that of métiers, answers or recommended métiers. What is measured begins with a [`Profile`] for the
//! library, and with a ready vector of coefficients for the baselines.

use std::hint::black_box;
use std::time::Duration;

use boussole::ranking::Ranking;
use boussole::{Profile, Recommender, Weights};
use boussole_lab::dense::{Columns, Dense, Neighbours, TOP};
use boussole_lab::synthetic;
use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, BenchmarkId, Criterion, criterion_group, criterion_main};

/// The real catalogue, the one with all sheets, and two to see how it grows.
const SIZES: [usize; 4] = [734, 1_075, 10_000, 100_000];

/// Students take turns, so that no branch is learnt by heart.
const N_STUDENTS: usize = 2_000;

/// Two seeds, chosen once.
const CATALOGUE_SEED: u64 = 1;
const STUDENT_SEED: u64 = 7;

fn recommender(n_metiers: usize) -> Recommender {
    Recommender::new(synthetic::catalogue(n_metiers, CATALOGUE_SEED), Weights::default()).expect("there are métiers")
}

/// Reads all terms of all explanations: they are worked out when they are read.
fn read(ranking: &Ranking) -> usize {
    let terms = ranking.iter().flat_map(|one| one.explanation.contributions());
    terms.map(black_box).count()
}

/// Measures a function of one item of many.
fn turns<T, R>(group: &mut BenchmarkGroup<'_, WallTime>, name: &str, number: usize, items: &[T], function: impl Fn(&T) -> R) {
    let mut turn = 0;
    group.bench_function(BenchmarkId::new(name, number), |bencher| {
        bencher.iter(|| {
            turn = (turn + 1) % items.len();
            black_box(function(&items[turn]))
        });
    });
}

fn one(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("one");
    group.warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_millis(1500)).sample_size(20);
    let students = synthetic::students(N_STUDENTS, None, STUDENT_SEED);
    for n_metiers in SIZES {
        let recommender = recommender(n_metiers);
        for (name, columns) in [("dense_interests", Columns::Interests), ("dense_all", Columns::All)] {
            let dense = Dense::new(&recommender, columns);
            let queries: Vec<_> = students.iter().map(|student| dense.query(&recommender, student)).collect();
            turns(&mut group, name, n_metiers, &queries, |query| dense.top(query));
            if matches!(columns, Columns::Interests) {
                turns(&mut group, "dense_scores", n_metiers, &queries, |query| dense.scores(query));
                let neighbours = Neighbours::new(&recommender);
                let index = neighbours.index();
                turns(&mut group, "linfa_nn", n_metiers, &queries, |query| {
                    index.k_nearest(query.view(), TOP).expect("dimensions agree").len()
                });
            }
        }
        let known = "labels are known";
        turns(&mut group, "query", n_metiers, &students, |student| recommender.query(student).expect(known));
        turns(&mut group, "scores", n_metiers, &students, |student| recommender.scores(student).expect(known));
        turns(&mut group, "top_10", n_metiers, &students, |student| recommender.shortlist(student, TOP).expect(known));
        turns(&mut group, "recommended", n_metiers, &students, |student| recommender.recommend(student, TOP).expect(known));
        turns(&mut group, "explained", n_metiers, &students, |student| read(&recommender.recommend(student, TOP).expect(known)));
        turns(&mut group, "whole", n_metiers, &students, |student| recommender.shortlist(student, usize::MAX).expect(known));
    }
    group.finish();
}

/// How cost grows with the number of answers and the length of the list, on 10,000 métiers.
fn growth(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("growth");
    group.warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_millis(1500)).sample_size(20);
    let recommender = recommender(10_000);
    let top = |student: &Profile, k: usize| recommender.shortlist(student, k).expect("labels are known");
    for n_answers in [1, 2, 4, 8, 16] {
        let students = synthetic::students(N_STUDENTS, Some(n_answers), STUDENT_SEED);
        turns(&mut group, "answers", n_answers, &students, |student| top(student, TOP));
    }
    let students = synthetic::students(N_STUDENTS, None, STUDENT_SEED);
    for k in [1, 10, 100, 1_000] {
        turns(&mut group, "k", k, &students, |student| top(student, k));
    }
    group.finish();
}

criterion_group!(benches, one, growth);
criterion_main!(benches);
