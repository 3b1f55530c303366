//! Catalogues small enough to work out by hand; each criterion alone is worked out in its own file.
//!
//! - Interests: weights, scores and contributions of the six métiers that come with the formula.
//! - Several criteria together: the total is the weighted sum of the parts.

mod support;

use boussole::catalogue::{AccessLevel, Catalogue, Metier, Sector, Status, Title};
use boussole::features::{Criterion, interest_weights};
use boussole::profile::AnswerField;
use boussole::{Profile, Recommender, Weights};
use support::{id, interest_only, metier};

/// The digits to which the values from outside are given.
const TOLERANCE: f64 = 1e-6;

#[track_caller]
fn near(found: f64, expected: f64, what: &str) {
    assert!((found - expected).abs() < TOLERANCE, "{what}: expected {expected}, found {found}");
}

/// Checks the scores of MET.0, MET.1 and so on, one for each métier.
#[track_caller]
fn check_scores(recommender: &Recommender, profile: &Profile, expected: &[f64]) {
    let scores = recommender.scores(profile).expect("labels are known");
    assert_eq!(scores.len(), expected.len());
    for (number, expected) in (0..).zip(expected) {
        let position = recommender.catalogue().position(&id(number)).expect("is in the catalogue");
        near(scores[position].value(), *expected, &format!("MET.{number}"));
    }
}

fn recommender(metiers: Vec<Metier>, weights: Weights) -> Recommender {
    Recommender::new(Catalogue::from_metiers(metiers).catalogue, weights).expect("there are métiers")
}

/// m0 AB, m1 A, m2 BC, m3 CD, m4 ABC, m5 without interests.
fn six() -> Recommender {
    let interests: [&[&str]; 6] = [&["A", "B"], &["A"], &["B", "C"], &["C", "D"], &["A", "B", "C"], &[]];
    recommender((0..).zip(interests).map(|(number, interests)| metier(number, interests)).collect(), interest_only())
}

/// a = (1, ½, −½, 0).
fn student() -> Profile {
    Profile::builder().interest("A", 1.0).interest("B", 0.5).interest("C", -0.5).interest("D", 0.0).build().expect("in range")
}

// The values of this and the next three tests were given with the formula, before and apart from this library (comparison of
// similarities of interest sets, « How to test it »). Scores there are s in (−1, 1); the library shows u = (1 + s) / 2.
#[test]
fn interest_weights_are_those_of_the_reference() {
    // M = 6, A, B and C are in three métiers each, D in one; ln(7/4) = .559616, √ = .748075; ln(7/2) = 1.252763, √ = 1.119269;
    // their mean is (3 · .748075 + 1.119269) / 4 = .840874.
    for (weight, expected) in interest_weights(6, &[3, 3, 3, 1]).into_iter().zip([0.889_640, 0.889_640, 0.889_640, 1.331_079]) {
        near(weight, expected, "weight");
    }
}

#[test]
fn interest_scores_are_those_of_the_reference() {
    let s: [f64; 6] = [0.279_218, 0.228_720, 0.0, -0.085_203, 0.156_933, 0.0];
    check_scores(&six(), &student(), &s.map(|s| f64::midpoint(1.0, s)));
}

#[test]
fn interest_contributions_are_those_of_the_reference() {
    let explained = six().explain(&student(), &id(0)).expect("is in the catalogue");
    let terms: Vec<_> = explained.explanation.contributions().map(|term| (term.feature, term.points)).collect();
    assert_eq!(terms.iter().map(|(name, _)| *name).collect::<Vec<_>>(), [None, Some("A"), Some("B")]);
    near(terms[0].1.value(), 0.5, "neutral part");
    // A contribution to u is half of one to s.
    near(terms[1].1.value(), 0.186_145 / 2.0, "A");
    near(terms[2].1.value(), 0.093_073 / 2.0, "B");
}

#[test]
fn interest_order_and_ties_are_those_of_the_reference() {
    let ranking = six().recommend(&student(), 6).expect("labels are known");
    let order: Vec<&str> = ranking.into_iter().map(|one| one.metier.id.as_str()).collect();
    assert_eq!(order[..3], ["MET.0", "MET.1", "MET.4"]);
    assert_eq!(order[5], "MET.3");
    // m2 and m5 both score 0: the one since yes and no cancel, the other since its fiche is silent.
    let standings: Vec<_> =
        ranking.into_iter().map(|one| (one.standing.rank, one.standing.tie_group, one.standing.n_tied)).collect();
    assert_eq!(standings, [(1, 1, 1), (2, 2, 1), (3, 3, 1), (4, 4, 2), (5, 4, 2), (6, 5, 1)]);
    let silent = ranking.into_iter().find(|one| one.metier.id == id(5)).expect("is ranked");
    assert!(silent.explanation.missing().eq([Criterion::Interest]));
}

/// One métier with everything.
fn complete() -> Recommender {
    let mut complete = metier(1, &["bouger"]);
    complete.access_level = Some(AccessLevel::BacPlus3);
    complete.sectors = vec![Sector::new("Environnement")];
    complete.statuses = vec![Status::new("salarié"), Status::new("artisan")];
    let weights = [(Criterion::Interest, 4.0), (Criterion::AccessLevel, 3.0), (Criterion::Status, 2.0), (Criterion::Sector, 1.0)];
    recommender(vec![complete], Weights::new(weights).expect("above 0"))
}

#[test]
fn the_total_is_the_weighted_sum_of_the_parts() {
    let profile = Profile::builder()
        .interest("bouger", 0.8)
        .willing(AccessLevel::BacPlus2)
        .status("salarié", 1.0)
        .sector("Environnement", -1.0)
        .build()
        .expect("in range");
    let explained = complete().explain(&profile, &id(1)).expect("is there");
    let part = |criterion| explained.explanation.part(criterion).value();
    // One interest in one métier: its weight is the mean, 1; x = 1 / (1 + 3); s = .8 / 4 = .2; u = .6.
    near(part(Criterion::Interest), 0.4 * 0.6, "interest");
    // One rung above: p = .8, and three things are said of five: s = .48, u = .74. Status: s = (1 + 0) / 2, u = .75. Sector: s = −1, u = 0.
    near(part(Criterion::AccessLevel), 0.3 * 0.74, "access level");
    near(part(Criterion::Status), 0.2 * 0.75, "status");
    near(part(Criterion::Sector), 0.0, "sector");
    near(explained.explanation.score().value(), 0.612, "total");
}

#[test]
fn what_the_student_does_not_speak_about_drops_out() {
    let profile = Profile::builder().interest("bouger", 0.8).willing(AccessLevel::BacPlus2).build().expect("in range");
    let explained = complete().explain(&profile, &id(1)).expect("is there");
    // Of the weights .4, .3, .2, .1 the first two stay: 4/7 · .6 + 3/7 · .58 = 4.14 / 7, since one thing is said of five.
    near(explained.explanation.score().value(), 4.14 / 7.0, "total");
    near(explained.weights.get(Criterion::Interest), 4.0 / 7.0, "weight");
    near(explained.weights.get(Criterion::Status), 0.0, "weight");
}

#[test]
fn explanations_are_equal_when_their_terms_and_gaps_are() {
    let (recommender, student) = (six(), student());
    let of = |number| recommender.explain(&student, &id(number)).expect("is in the catalogue").explanation;
    assert_eq!(of(0), of(0));
    assert_ne!(of(0), of(1));
    let ids = [id(5), id(0)];
    let together = recommender.explanations(&student, &interest_only(), &ids.each_ref()).expect("are in the catalogue");
    assert_eq!(together, [of(5), of(0)]);
    // Both sum to ½ from the neutral part alone: one fiche is silent, of the other no interest was answered.
    let only_d = Profile::builder().likes("D").build().expect("in range");
    let of_d = |number| recommender.explain(&only_d, &id(number)).expect("is in the catalogue").explanation;
    assert!(of_d(0).contributions().eq(of_d(5).contributions()));
    assert_ne!(of_d(0), of_d(5));
    let shown = format!("{:?}", of(0));
    assert!(shown.starts_with("Explanation { contributions: [") && shown.contains("\"A\""), "{shown}");
    assert_eq!(of(0).weights(), &interest_only());
}

#[test]
fn a_recommendation_has_the_heading_of_its_fiche() {
    let mut titled = metier(0, &["A"]);
    titled.title = Title::from_heading("botaniste");
    let ranking = recommender(vec![titled], interest_only()).recommend(&Profile::default(), 1).expect("silence is right");
    assert_eq!(ranking.recommendations[0].title(), "botaniste");
}

#[test]
fn answers_of_a_kind_that_no_fiche_has_are_told() {
    let profile = Profile::builder().likes("A").status("salarié", 1.0).status("artisan", 0.0).sector("mer", 0.0).build();
    let unheard = six().unheard(&profile.expect("in range"));
    let told: Vec<_> = unheard.iter().map(|unheard| (unheard.field, unheard.labels.clone())).collect();
    assert_eq!(told, [(AnswerField::Statuses, vec!["salarié".to_owned()])]);
}
