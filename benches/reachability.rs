//! How long it takes to rank a synthetic catalogue for all 2,625 profiles of one to three of 25 interests.
//!
//! `cargo bench --bench reachability`; the number in the id is the number of métiers: the 440 of a test table, and about
//! as many as Onisep has.

use std::time::Duration;

use boussole::catalogue::{Catalogue, Interest, Metier, Title};
use boussole::inquiry::{ReachabilityScope, reachability};
use boussole::random::SplitMix64;
use boussole::{Recommender, Weights};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};

const N_INTERESTS: usize = 25;

/// Chosen once; another seed gives another catalogue of the same kind.
const SEED: u64 = 47;

/// Métiers with zero to four interests, 2 on average; low numbers are more frequent, as in real catalogues.
fn recommender(n_metiers: usize) -> Recommender {
    let mut random = SplitMix64::new(SEED);
    let metiers = (0..n_metiers).map(|index| {
        let id = format!("MET.{index}").parse().expect("an identifier");
        let mut metier = Metier::new(id, Title::from_heading("métier"));
        for _ in 0..random.index_below(5) {
            let interest = random.index_below(N_INTERESTS).min(random.index_below(N_INTERESTS));
            metier.interests.push(Interest::new(&format!("interest {interest:02}")));
        }
        metier
    });
    let catalogue = Catalogue::from_metiers(metiers).catalogue;
    assert_eq!(catalogue.interests().len(), N_INTERESTS, "every interest is drawn");
    Recommender::new(catalogue, Weights::default()).expect("there are métiers")
}

fn bench(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("reachability");
    group.sample_size(10).measurement_time(Duration::from_secs(5));
    for n_metiers in [440, 1_060] {
        let recommender = recommender(n_metiers);
        group.bench_with_input(BenchmarkId::from_parameter(n_metiers), &recommender, |bencher, recommender| {
            bencher.iter(|| reachability(recommender, ReachabilityScope::default(), |_, _| ()).expect("labels have names"));
        });
    }
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
