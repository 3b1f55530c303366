//! The case that `docs/explanations.md` works by hand, worked again.
//!
//! - Every line of numbers is computed here from the catalogue with plain arithmetic, by the formulas of the page, and stands there.
//! - The library gets the same numbers, to the rounding of its grid.
//! - What the page says of the comparison, of the change and of the stability is what the library finds.

#![allow(clippy::disallowed_methods, reason = "a test reads and writes files")]
#![cfg(all(feature = "demo", feature = "json", feature = "toml"))]

use std::fs;
use std::path::Path;

use boussole::features::Criterion;
use boussole::inquiry::{contrast, counterfactual, metier_stability};
use boussole::{Catalogue, Explanation, MetierId, Profile, Recommender, Weights};

/// Terms are rounded to multiples of 2⁻⁴⁸.
const ROUNDING: f64 = 1e-13;

fn page() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/explanations.md")).expect("the page is there")
}

/// Finds each line in the page, in this order. The message is the line to write there.
#[track_caller]
fn stands_there(lines: &[String]) {
    let page = page();
    let mut rest = page.as_str();
    for line in lines {
        let Some(place) = rest.find(line.as_str()) else {
            panic!("docs/explanations.md lacks, or has in another order:\n{line}\nof\n{}", lines.join("\n"))
        };
        rest = &rest[place + line.len()..];
    }
}

struct Case {
    recommender: Recommender,
    profile: Profile,
    assistant: MetierId,
    analyst: MetierId,
}

fn case() -> Case {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/profiles/maelle.toml");
    let profile = Profile::from_toml(&fs::read_to_string(path).expect("is there")).expect("is a profile");
    let recommender = Recommender::new(Catalogue::demo(), Weights::default()).expect("there are métiers");
    let profile = recommender.understood(&profile);
    let [assistant, analyst] = ["MET.7829", "MET.279"].map(|id| id.parse().expect("an identifier"));
    Case { recommender, profile, assistant, analyst }
}

fn explanation(case: &Case, id: &MetierId) -> Explanation {
    case.recommender.explain(&case.profile, id).expect("is of the catalogue").explanation
}

/// The points of one term of the library.
fn points(explanation: &Explanation, criterion: Criterion, feature: Option<&str>) -> f64 {
    let mut terms = explanation.contributions();
    let term = terms.find(|term| term.criterion == criterion && term.feature == feature);
    term.expect("the explanation has the term").points.value()
}

/// `√ln((M + 1) / (f + 1))`
fn rarity(n_metiers: usize, frequency: usize) -> f64 {
    libm::log(((n_metiers + 1) as f64) / ((frequency + 1) as f64)).sqrt()
}

#[test]
fn weights_of_the_criteria() {
    let case = case();
    let spoken =
        [(Criterion::Interest, 0.44), (Criterion::AccessLevel, 0.2), (Criterion::Status, 0.04), (Criterion::Sector, 0.26)];
    let sum: f64 = spoken.iter().map(|(_, weight)| weight).sum();
    let explanation = explanation(&case, &case.assistant);
    let mut lines = vec![format!("{sum:.2}")];
    for (criterion, weight) in spoken {
        let applied = weight / sum;
        assert!((points(&explanation, criterion, None) - applied / 2.0).abs() < ROUNDING);
        lines.push(format!("| {criterion} | {weight:.2} | {applied:.6} | {:.6} |", applied / 2.0));
    }
    stands_there(&lines);
}

#[test]
fn interests_by_hand() {
    let case = case();
    let catalogue = case.recommender.catalogue();
    let n_metiers = catalogue.len();
    let terms = catalogue.interests().terms();
    let mean = terms.iter().map(|term| rarity(n_metiers, term.n_metiers)).sum::<f64>() / terms.len() as f64;
    let mut lines = vec![format!("their mean over the {} interests is {mean:.6}", terms.len())];
    let labels = ["j'ai le sens du contact", "je veux m'occuper d'enfants", "je veux être utile aux autres"];
    let weights = labels.map(|label| {
        let term = terms.iter().find(|term| term.label == label).expect("the catalogue has it");
        let (raw, n) = (rarity(n_metiers, term.n_metiers), term.n_metiers);
        lines.push(format!("| {label} | {n} | √ln({} / {}) = {raw:.6} | {:.6} |", n_metiers + 1, n + 1, raw / mean));
        raw / mean
    });
    let total: f64 = weights.iter().sum();
    lines.push(format!("W = {:.6} + {:.6} + {:.6} = {total:.6}", weights[0], weights[1], weights[2]));
    let half = 0.44 / 0.94 / 2.0;
    let explanation = explanation(&case, &case.assistant);
    for (label, weight) in labels.iter().zip(weights).take(2) {
        let value = weight / (total + 3.0);
        lines.push(format!("{label}: {weight:.6} / {:.6} = {value:.6}, times {half:.6} = {:.6}", total + 3.0, value * half));
        assert!((points(&explanation, Criterion::Interest, Some(label)) - value * half).abs() < ROUNDING);
    }
    stands_there(&lines);
}

#[test]
fn level_and_inferred_terms() {
    let case = case();
    let explanation = explanation(&case, &case.assistant);
    let half = 0.2 / 0.94 / 2.0;
    let level = half * (1.0 - 0.2);
    assert!((points(&explanation, Criterion::AccessLevel, Some("CAP ou équivalent")) - level).abs() < ROUNDING);
    let mut lines = vec![format!("{half:.6} · 0.8 · 1 = {level:.6}")];
    for term in explanation.contributions().filter(|term| term.origin == boussole::criteria::Origin::Inference) {
        if let Some(name) = term.feature {
            assert!((term.coefficient * term.value - term.points.value()).abs() < ROUNDING);
            let (criterion, answer, value, points) = (term.criterion, term.answer, term.value, term.points.value());
            lines.push(format!("| {criterion} | {name} | {answer:+.6} | {value:.6} | {points:+.6} |"));
        }
    }
    stands_there(&lines);
}

#[test]
fn the_sum() {
    let case = case();
    let explanation = explanation(&case, &case.assistant);
    let parts = Criterion::ALL.map(|criterion| explanation.part(criterion).value());
    let told: Vec<String> = parts.iter().filter(|part| **part != 0.0).map(|part| format!("{part:.6}")).collect();
    let sum: f64 = parts.iter().sum();
    assert_eq!(sum.to_bits(), explanation.score().value().to_bits());
    stands_there(&[format!("{} = {sum:.6}", told.join(" + "))]);
}

#[test]
fn the_comparison() {
    let case = case();
    let contrast = contrast(&case.recommender, &case.profile, &case.assistant, &case.analyst).expect("is of the catalogue");
    let mut lines = Vec::new();
    for term in contrast.terms() {
        let feature = term.feature.expect("neutral parts do not differ");
        lines.push(format!("| {} | {feature} | {:+.6} |", term.criterion, term.points));
    }
    lines.push(format!("| | difference | {:+.6} |", contrast.difference()));
    let argument = contrast.argument().expect("they are not equal");
    assert_eq!((argument.carrying.len(), &argument.ahead.metier.id), (1, &case.assistant));
    let against: f64 = contrast_against(&lines_by_reason(&contrast));
    lines.push(format!("{:.6} > {against:.6}", argument.carrying[0].points));
    stands_there(&lines);
}

/// The points by reason: criteria as wholes.
fn lines_by_reason(contrast: &boussole::inquiry::Contrast) -> Vec<f64> {
    let part = |criterion| {
        let of_criterion = contrast.terms().into_iter().filter(|term| term.criterion == criterion);
        of_criterion.map(|term| term.points.value()).sum()
    };
    Criterion::ALL.map(part).into()
}

fn contrast_against(reasons: &[f64]) -> f64 {
    reasons.iter().filter(|points| **points < 0.0).map(|points| -points).sum()
}

#[test]
fn the_change_and_the_stability() {
    let case = case();
    let id = "MET.285".parse().expect("an identifier");
    let found = counterfactual(&case.recommender, &case.profile, &id, 10).expect("is of the catalogue");
    let first = found.alternatives.first().expect("a change of two steps is enough");
    let then = first.apply(&case.profile);
    let explained = case.recommender.explain(&then, &id).expect("is of the catalogue");
    assert_eq!(explained.standing.map(|standing| standing.rank), Ok(first.rank));
    stands_there(&[
        format!("from rank {} to rank {}", found.rank.expect("is ranked"), first.rank),
        format!("{} changes were looked at", found.n_tried),
    ]);
    let stable = metier_stability(&case.recommender, &case.profile, &case.assistant, 10).expect("is of the catalogue");
    assert!(stable.is_some(), "no gate keeps it out");
}
