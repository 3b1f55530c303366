//! The quiz on the 440 real métiers: what the adaptive order and asking again are worth.

use boussole::quiz::{Quiz, Settings};
use boussole::{Catalogue, Recommender, Weights};
use boussole_evaluation::{Paired, Resampling, compare};
use boussole_simulation::{CurvePoint, Policy, Simulation, StudentKind, simulate};

/// So many students that differences are known within ±.02.
const N_STUDENTS: usize = 2000;

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
    let loaded =
        Catalogue::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/real/onisep_dev.csv")).expect("can be read");
    let recommender = Recommender::new(loaded.catalogue, Weights::default()).expect("has métiers");
    let quiz = Quiz::demo(recommender.catalogue());
    let simulation =
        simulate(&quiz, &recommender, Settings::default(), StudentKind::Typical, N_STUDENTS, 1).expect("has questions");
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    for policy in Policy::ALL {
        let curve = simulation.curves.iter().find(|curve| curve.policy == policy).expect("every policy is there");
        for point in &curve.points {
            println!("{policy:?} {} {:.3} {:.3}", point.n_questions, mean(&point.overlaps), mean(&point.hits));
        }
    }
    let (stopped, whole) = (&simulation.stopped, &simulation.whole);
    println!("once {:.3} all {:.3}", mean(&simulation.all_once), mean(&simulation.all_wordings));
    println!(
        "stopped {:.1} {:.3}, whole {:.1} {:.3}",
        mean(&stopped.n_questions),
        mean(&stopped.hits),
        mean(&whole.n_questions),
        mean(&whole.hits)
    );
    let overlaps = |policy| &point(&simulation, policy, 15).overlaps[..];
    assert!(0.10 < surely(overlaps(Policy::Adaptive), overlaps(Policy::Static)));
    assert!(0.30 < surely(overlaps(Policy::Adaptive), overlaps(Policy::Random)));
    // Every interest comes once before any comes twice.
    assert!(0.0 < surely(&point(&simulation, Policy::AdaptiveTwice, 30).hits, &simulation.all_once));
}
