//! The quiz on the 440 real métiers, where they are: what the adaptive order and asking again are worth.

#![cfg(all(feature = "demo", feature = "toml"))]

use std::path::PathBuf;

use boussole::evaluation::{Paired, Resampling, compare};
use boussole::quiz::simulate::{CurvePoint, Policy, Simulation, StudentKind, simulate};
use boussole::quiz::{Quiz, Settings};
use boussole::{Catalogue, Recommender, Weights};

/// So many students that differences are known within ±.02.
const N_STUDENTS: usize = 2000;

/// The fiches of the 440 métiers, where they are.
fn fiches() -> Option<PathBuf> {
    let shared = std::env::var_os("BOUSSOLE_SHARED").map(PathBuf::from);
    let shared = shared.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"));
    Some(shared.join("data/fiches_dev")).filter(|path| path.is_dir())
}

fn point(simulation: &Simulation, policy: Policy, n_questions: usize) -> &CurvePoint {
    let curve = simulation.curves.iter().find(|curve| curve.policy == policy).expect("every policy is there");
    curve.points.iter().find(|point| point.n_questions == n_questions).expect("is a checkpoint")
}

/// The lower end of the 95 % interval of the mean difference.
fn surely(left: &[f64], right: &[f64]) -> f64 {
    let paired = Paired::new(left, right).expect("one value a student each");
    let n_samples = std::num::NonZeroUsize::new(1000).expect("1 000 > 0");
    let comparison = compare(paired, &Resampling { seed: 1, n_samples });
    println!("{:.3} [{:.3}, {:.3}]", comparison.mean_difference, comparison.interval.lower, comparison.interval.upper);
    comparison.interval.lower
}

#[test]
fn adaptive_beats_static_and_random_and_asking_again_finds_more() {
    let Some(path) = fiches() else {
        println!("skipped: no folder ../shared/data/fiches_dev and none in BOUSSOLE_SHARED");
        return;
    };
    let loaded = Catalogue::read(&path).expect("the folder can be read");
    let recommender = Recommender::new(loaded.catalogue, Weights::default()).expect("has métiers");
    let quiz = Quiz::demo(recommender.catalogue());
    let simulation =
        simulate(&quiz, &recommender, Settings::default(), StudentKind::Typical, N_STUDENTS, 1).expect("has questions");
    let overlaps = |policy| &point(&simulation, policy, 15).overlaps[..];
    assert!(0.10 < surely(overlaps(Policy::Adaptive), overlaps(Policy::Static)));
    assert!(0.30 < surely(overlaps(Policy::Adaptive), overlaps(Policy::Random)));
    assert!(0.0 < surely(&point(&simulation, Policy::AdaptiveTwice, 25).hits, &simulation.all_once));
}
