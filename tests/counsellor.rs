//! What a school counsellor would expect of a list, on real data: the cases of `fixtures/real/counsellor.toml`.
//!
//! Expectations are about the kinds of métiers that are shown, by properties that are read off the table again here, not about scores.

#![allow(clippy::disallowed_methods, reason = "a test reads files")]
#![cfg(all(feature = "csv", feature = "json", feature = "toml"))]

use boussole::catalogue::{AccessLevel, Metier, RomeLetters, label_key};
use boussole::{Catalogue, Profile, Recommender, Weights};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/real");

/// How many métiers are looked at when a case does not say.
const TOP: usize = 10;

fn recommender() -> Recommender {
    let catalogue = Catalogue::read(format!("{FOLDER}/onisep_dev.csv")).expect("is a table").catalogue;
    let letters = RomeLetters::read(format!("{FOLDER}/rome_riasec.csv")).expect("is a table").letters;
    Recommender::new(catalogue.with_rome_letters(&letters).0, Weights::default()).expect("there are métiers")
}

/// Whether a métier has a property.
fn has(property: &str, metier: &Metier, profile: &Profile) -> bool {
    let key = |label: &str| label_key(label);
    let is_liked = |label: &str| profile.interests().iter().any(|(liked, answer)| 0.0 < answer && key(liked) == key(label));
    let n_liked = metier.interests.iter().filter(|interest| is_liked(interest.as_str())).count();
    let level = |text: &str| text.parse::<AccessLevel>().expect("is a level");
    let only = |labels: &[&str], of: &str| {
        let allowed: Vec<String> = of.split(", ").map(key).collect();
        !labels.is_empty() && labels.iter().all(|label| allowed.contains(&key(label)))
    };
    if let Some(most) = property.strip_prefix("level at most ") {
        return metier.access_level.is_some_and(|found| found <= level(most));
    }
    if let Some(least) = property.strip_prefix("level at least ") {
        return metier.access_level.is_some_and(|found| level(least) <= found);
    }
    if let Some(of) = property.strip_prefix("every status is ") {
        return only(&metier.statuses.iter().map(boussole::Status::as_str).collect::<Vec<_>>(), of);
    }
    if let Some(of) = property.strip_prefix("every sector is ") {
        return only(&metier.sectors.iter().map(boussole::Sector::as_str).collect::<Vec<_>>(), of);
    }
    if let Some(of) = property.strip_prefix("sector ") {
        return metier.sectors.iter().any(|sector| key(sector.as_str()) == key(of));
    }
    match property {
        "an interest" => !metier.interests.is_empty(),
        "a liked interest" => 1 <= n_liked,
        "two liked interests or more" => 2 <= n_liked,
        "at most four interests" => metier.interests.len() <= 4,
        _ => panic!("no such property: {property}"),
    }
}

/// What falls short of a case.
fn shortcomings(case: &toml::Table, recommender: &Recommender) -> Vec<String> {
    let profile = toml::to_string(case["profile"].as_table().expect("is a table")).expect("can be written");
    let profile = Profile::from_toml(&profile).expect("is a profile");
    let top = case.get("top").and_then(toml::Value::as_integer).map_or(TOP, |top| usize::try_from(top).expect("is small"));
    let ranking = recommender.recommend(&profile, top).expect("the labels are known");
    let shown: Vec<&Metier> = ranking.iter().map(|one| one.metier.as_ref()).collect();
    let names = || shown.iter().map(|metier| metier.title.heading.as_str()).collect::<Vec<_>>().join(", ");
    let mut found = Vec::new();
    if let Some(any_of) = case.get("any_of").and_then(toml::Value::as_array) {
        let ids = any_of[0].as_array().expect("is a list");
        let n = shown.iter().filter(|metier| ids.iter().any(|id| id.as_str() == Some(metier.id.as_str()))).count();
        let wanted = usize::try_from(any_of[1].as_integer().expect("is a number")).expect("is small");
        found.extend((n < wanted).then(|| format!("{n} of {ids:?} in {}", names())));
    }
    if let Some(property) = case.get("none_where").and_then(toml::Value::as_str) {
        let bad = shown.iter().filter(|metier| has(property, metier, &profile));
        found.extend(bad.map(|metier| format!("{property}: {}", metier.title.heading)));
    }
    if let Some(share) = case.get("share").and_then(toml::Value::as_array) {
        let property = share[0].as_str().expect("is a property");
        let wanted = share[1].as_float().expect("is a share") * shown.len() as f64;
        let n = shown.iter().filter(|metier| has(property, metier, &profile)).count();
        found.extend(((n as f64) < wanted).then(|| format!("{property}: {n} of {}", names())));
    }
    found
}

#[test]
fn lists_are_what_a_counsellor_expects() {
    let recommender = recommender();
    let text = std::fs::read_to_string(format!("{FOLDER}/counsellor.toml")).expect("is there");
    let document: toml::Table = text.parse().expect("is TOML");
    let cases = document["case"].as_array().expect("is a list");
    let failures: Vec<String> = cases
        .iter()
        .map(|case| case.as_table().expect("is a table"))
        .filter_map(|case| {
            let found = shortcomings(case, &recommender);
            (!found.is_empty()).then(|| format!("{}: {}", case["name"], found.join("; ")))
        })
        .collect();
    assert!(10 < cases.len() && failures.is_empty(), "{} of {}:\n{}", failures.len(), cases.len(), failures.join("\n"));
}

/// The métier of the first fiche of this project comes first for who it is for: a CAP, contact, helping, children.
#[cfg(feature = "demo")]
#[test]
fn the_demonstration_has_the_fiche_of_its_own_student_first() {
    let profile = Profile::builder()
        .likes("j'ai le sens du contact")
        .likes("je veux être utile aux autres")
        .likes("je veux m'occuper d'enfants")
        .reached(AccessLevel::Troisieme)
        .willing(AccessLevel::Cap);
    let recommender = Recommender::new(Catalogue::demo(), Weights::default()).expect("there are métiers");
    let ranking = recommender.recommend(&profile.build().expect("is valid"), 1).expect("the labels are known");
    assert_eq!(ranking.iter().map(|one| one.metier.id.as_str()).collect::<Vec<_>>(), ["MET.7829"]);
}
