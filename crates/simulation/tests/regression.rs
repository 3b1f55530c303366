//! What the ways of asking are worth on the demonstration catalogue.
//!
//! - With every question asked once, the overlap with the full questionnaire is 1, exactly.
//! - At 15 questions the adaptive order is at least .10 above the static one and .25 above a random one.
//! - Asking again finds the hidden métier more often than asking everything once.
//! - Same arguments, same result; students do not depend on how many there are.

use std::sync::LazyLock;

use boussole::quiz::{Quiz, Settings};
use boussole::{Catalogue, Recommender, Weights};
use boussole_simulation::{CurvePoint, Policy, Simulation, StudentKind, simulate};

fn simulated(n_students: usize) -> Simulation {
    let recommender = Recommender::new(Catalogue::demo(), Weights::default()).expect("has métiers");
    let quiz = Quiz::demo(recommender.catalogue());
    simulate(&quiz, &recommender, Settings::default(), StudentKind::Typical, n_students, 1).expect("has questions")
}

/// So many students that a mean has a standard error of about .01.
static FIVE_HUNDRED: LazyLock<Simulation> = LazyLock::new(|| simulated(500));

fn point(simulation: &Simulation, policy: Policy, n_questions: usize) -> &CurvePoint {
    let curve = simulation.curves.iter().find(|curve| curve.policy == policy).expect("every policy is there");
    curve.points.iter().find(|point| point.n_questions == n_questions).expect("is a checkpoint")
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

#[test]
fn adaptive_beats_static_and_random() {
    let simulation = &*FIVE_HUNDRED;
    let overlap = |policy, n| mean(&point(simulation, policy, n).overlaps);
    for policy in [Policy::Adaptive, Policy::Static, Policy::Random] {
        assert_eq!(point(simulation, policy, 25).overlaps, vec![1.0; 500], "{policy:?}");
        assert_eq!(point(simulation, policy, 25).hits, simulation.all_once, "{policy:?}");
    }
    let [adaptive, fixed, random] = [Policy::Adaptive, Policy::Static, Policy::Random].map(|policy| overlap(policy, 15));
    assert!(fixed + 0.10 <= adaptive, "adaptive {adaptive}, static {fixed}");
    assert!(random + 0.25 <= adaptive, "adaptive {adaptive}, random {random}");
}

#[test]
fn asking_again_finds_more() {
    let simulation = &*FIVE_HUNDRED;
    let twice = mean(&point(simulation, Policy::AdaptiveTwice, 40).hits);
    assert!(mean(&simulation.all_once) + 0.05 < twice, "twice {twice}");
    assert!(simulation.stopped.n_questions.iter().all(|n| (25.0..=30.0).contains(n)));
}

#[test]
fn same_arguments_same_result() {
    assert_eq!(simulated(20), simulated(20));
    let (few, many) = (simulated(5), simulated(20));
    assert_eq!(few.stopped.n_questions, many.stopped.n_questions[..5]);
    assert!(simulated(0).all_once.is_empty());
}
