//! Answers to « why? », « what if? » and « how sure? » hold when they are put to the recommender itself.
//!
//! - Terms of a contrast sum to the difference, to the bit; swapping the métiers negates it.
//! - Every change that is proposed, applied to the profile and ranked again, does what was said; no smaller change does.
//! - On the demonstration catalogue, and on the real one of 2016: every métier and random students. With
//!   `BOUSSOLE_FULL=1` every métier meets every one of 200 students; otherwise a sample does, to stay within some seconds.

#![allow(clippy::disallowed_methods, reason = "a test reads and writes files")]
#![cfg(all(feature = "csv", feature = "demo", feature = "json", feature = "toml"))]

mod support;

use std::env;

use boussole::catalogue::{AccessLevel, Catalogue, Term, Vocabulary};
use boussole::inquiry::{ANSWER_SCALE, Change, Counterfactual, Goal, contrast, counterfactual};
use boussole::profile::AnswerField;
use boussole::{MetierId, Points, Profile, Recommender, Weights};
use support::bytes_of;

const TOP: usize = 10;
const N_STUDENTS: usize = 200;

/// In a sample, so many students meet some métiers each.
const N_SAMPLED: usize = 20;

/// In a sample, changes are looked for so many times for each student.
const N_LOOKED_FOR: usize = 3;

/// A linear congruential generator (Knuth's MMIX), of which the high bits are used.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % n
    }
}

fn is_full() -> bool {
    env::var_os("BOUSSOLE_FULL").is_some()
}

/// A term of a vocabulary, which may have none.
fn one_of<'a>(dice: &mut Dice, vocabulary: &'a Vocabulary) -> Option<&'a Term> {
    (!vocabulary.is_empty()).then(|| &vocabulary.terms()[dice.below(vocabulary.len())])
}

/// A student of some answers; the number is the seed of everything.
fn student(catalogue: &Catalogue, number: usize) -> Profile {
    let mut dice = Dice(1 + number as u64);
    for _ in 0..8 {
        dice.below(2);
    }
    let mut builder = Profile::builder().seed(number as u64);
    let one_in = 2 + dice.below(8);
    for term in catalogue.interests().terms() {
        if dice.below(one_in) == 0 {
            builder = builder.interest(&term.label, [-1.0, -0.5, 0.25, 0.5, 1.0, 1.0][dice.below(6)]);
        }
    }
    if dice.below(3) != 0 {
        builder = builder.reached(AccessLevel::ALL[1 + dice.below(5)]);
    }
    if dice.below(3) != 0 {
        builder = builder.willing(AccessLevel::ALL[4 + dice.below(6)]);
    }
    if dice.below(4) == 0
        && let Some(term) = one_of(&mut dice, catalogue.statuses())
    {
        builder = builder.status(&term.label, [-1.0, 0.5, 1.0][dice.below(3)]);
    }
    if dice.below(4) == 0
        && let Some(term) = one_of(&mut dice, catalogue.sectors())
    {
        builder = builder.sector(&term.label, [-1.0, 0.5, 1.0][dice.below(3)]);
    }
    if dice.below(5) == 0 {
        builder = builder.max_access_level(AccessLevel::BacPlus5);
    }
    builder.build().expect("answers are in range")
}

fn check_contrast(recommender: &Recommender, profile: &Profile, one: &MetierId, other: &MetierId) {
    let forth = contrast(recommender, profile, one, other).expect("both are of the catalogue");
    let back = contrast(recommender, profile, other, one).expect("both are of the catalogue");
    let sum: Points = forth.terms().iter().map(|term| term.points).sum();
    assert_eq!(bytes_of(sum), bytes_of(forth.difference()), "{one} {other}");
    let explained = |id| recommender.explain(profile, id).expect("is of the catalogue").explanation.score();
    assert_eq!(bytes_of(forth.difference()), bytes_of(explained(one) - explained(other)), "{one} {other}");
    assert!(forth.terms().iter().zip(&back.terms()).all(|(left, right)| left.points == -right.points), "{one} {other}");
    if let Some(argument) = forth.argument() {
        assert!(!argument.carrying.is_empty() && argument.behind.score() < argument.ahead.score(), "{one} {other}");
    }
}

/// Whether a métier is among the first ones.
fn is_in(recommender: &Recommender, profile: &Profile, id: &MetierId) -> Option<usize> {
    let ranking = recommender.recommend(profile, TOP).expect("is of the catalogue");
    ranking.iter().find(|one| one.metier.id == *id).map(|one| one.standing.rank)
}

fn check_counterfactual(recommender: &Recommender, profile: &Profile, id: &MetierId) -> Counterfactual {
    let found = counterfactual(recommender, profile, id, TOP).expect("is of the catalogue");
    for alternative in &found.alternatives {
        let then = is_in(recommender, &alternative.apply(profile), id);
        match found.goal() {
            Some(Goal::Enter) => assert_eq!(then, Some(alternative.rank), "{id}: {alternative:?}"),
            Some(Goal::Leave) => assert_eq!(then, None, "{id}: {alternative:?}"),
            None => panic!("{id} is not ranked, and has alternatives"),
        }
    }
    found
}

fn check(recommender: &Recommender) {
    let metiers = recommender.catalogue().metiers();
    let n_students = if is_full() { N_STUDENTS } else { N_SAMPLED };
    let mut n_changes = [0; 3];
    for number in 0..n_students {
        let profile = recommender.understood(&student(recommender.catalogue(), number));
        let stride = if is_full() { 1 } else { n_students };
        let mut n_looked_for = 0;
        for (place, metier) in metiers.iter().enumerate().skip(number % stride).step_by(stride) {
            let other = &metiers[(place * 7 + number + 1) % metiers.len()].id;
            check_contrast(recommender, &profile, &metier.id, other);
            if is_full() || n_looked_for < N_LOOKED_FOR {
                let found = check_counterfactual(recommender, &profile, &metier.id);
                n_changes[found.alternatives.first().map_or(0, |one| one.changes.len())] += 1;
                n_looked_for += 1;
            }
        }
    }
    println!("métiers that needed more than two, one, two changes: {n_changes:?}");
    assert!(0 < n_changes[1] && 0 < n_changes[2], "{n_changes:?}");
}

#[test]
fn of_the_demonstration() {
    check(&Recommender::new(Catalogue::demo(), Weights::default()).expect("there are métiers"));
}

#[cfg(feature = "csv")]
#[test]
fn of_the_real_catalogue() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/real/onisep_dev.csv");
    let catalogue = Catalogue::read(path).expect("there are rows").catalogue;
    check(&Recommender::new(catalogue, Weights::default()).expect("there are métiers"));
}

/// By force, with public means alone: no single answer with fewer steps does what the alternatives do.
#[test]
fn no_smaller_single_change_does_it() {
    let recommender = Recommender::new(Catalogue::demo(), Weights::default()).expect("there are métiers");
    let mut n_checked = 0;
    for number in 0..if is_full() { N_STUDENTS } else { 8 } {
        let profile = recommender.understood(&student(recommender.catalogue(), number));
        let id = &recommender.catalogue().metiers()[(number * 17) % recommender.catalogue().len()].id;
        let found = check_counterfactual(&recommender, &profile, id);
        let Some(goal) = found.goal() else { continue };
        let (n_needed, steps) = found.alternatives.first().map_or((3, 0), |one| (one.changes.len(), one.steps));
        for term in recommender.catalogue().interests().terms() {
            let from = profile.interests().iter().find(|(label, _)| *label == term.label).map_or(0.0, |(_, answer)| answer);
            for to in ANSWER_SCALE.into_iter().filter(|to| *to != from) {
                let is_smaller = n_needed != 1 || (to - from).abs() / 0.5 <= steps as f64 - 1.0;
                let change = Change::Answer { field: AnswerField::Interests, label: term.label.as_str().into(), from, to };
                if is_smaller {
                    let then = is_in(&recommender, &change.apply(&profile), id).is_some();
                    assert_eq!(then, goal == Goal::Leave, "{id}: {change:?}");
                    n_checked += 1;
                }
            }
        }
    }
    assert!(100 < n_checked, "{n_checked}");
}
