//! The HTML page: a strict reader, hostile labels, and what the page says and draws.
//!
//! - Every page of a fixture profile and of a random world passes a strict reader: tags balanced and known, attributes double-quoted,
//!   ids unique and referred to, headings in order, a language, a title and a description in every picture, no script, no handler,
//!   no address of elsewhere.
//! - Labels, titles and texts full of markup stay text, and so do characters that HTML forbids.
//! - The sentences of the text report are in the page, whole; ties are in brackets; marks of stability stand beside their métiers.
//! - The page of `lina` is in `tests/snapshots`; refresh it with `INSTA_UPDATE=always cargo test --test html` and look at it in a browser.
//! - Commands without pages refuse `--format html` with status 2.

#![cfg(feature = "cli")]

#[path = "html/strict.rs"]
mod strict;
mod support;

use std::fs;

use assert_cmd::cargo::cargo_bin_cmd;
use boussole::catalogue::{AccessLevel, Interest, Metier, Sector, Status, Title};
use boussole::inquiry::Robustness;
use boussole::ranking::Diversity;
use boussole::report::{ExplanationReport, RecommendationReport};
use boussole::{Catalogue, Profile, Recommender, Weights};
use proptest::prelude::*;
use strict::{Page, problems};
use support::{cases, world};

const PROFILES: [&str; 5] = ["ines", "karim", "lina", "maelle", "noe"];

const HOSTILE: [&str; 6] = [
    "<script>alert(1)</script>",
    "\" onload=\"alert(1)",
    "'><img src=x onerror=alert(1)>",
    "</title></style><b>",
    "]]>&amp;<!--",
    "a\u{0}b\u{1b}c\u{9b}d\u{fffe}",
];

fn demo() -> Recommender {
    Recommender::new(Catalogue::demo(), Weights::default()).expect("the demonstration has métiers")
}

fn profile(name: &str) -> Profile {
    let path = format!("{}/fixtures/profiles/{name}.toml", env!("CARGO_MANIFEST_DIR"));
    Profile::from_text(&fs::read_to_string(path).expect("is there")).expect("is a profile")
}

#[track_caller]
fn valid(html: &str) -> Page {
    let (page, wrong) = problems(html);
    assert!(wrong.is_empty(), "{}\n{html}", wrong.join("\n"));
    page
}

/// The words of a text with single spaces, as a page shows them.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn pages_of_fixture_profiles_are_valid() {
    let recommender = demo();
    for name in PROFILES {
        let profile = profile(name);
        for diversity in [Diversity::None, Diversity::XQUAD] {
            let ranking = recommender.recommend_diverse(&profile, 10, diversity).expect("is a profile of this catalogue");
            valid(&RecommendationReport::new(&recommender, &profile, &ranking).html());
        }
        let explained = recommender.explain(&profile, &"MET.299".parse().expect("is an id")).expect("is in the demonstration");
        valid(&ExplanationReport::new(&recommender, &profile, &explained).html());
    }
}

#[test]
fn the_page_of_a_profile() {
    let recommender = demo();
    let profile = profile("lina");
    let ranking = recommender.recommend(&profile, 3).expect("is a profile of this catalogue");
    insta::assert_snapshot!("page_lina", RecommendationReport::new(&recommender, &profile, &ranking).html());
}

#[test]
fn the_page_says_what_the_text_says() {
    let recommender = demo();
    for name in PROFILES {
        let profile = profile(name);
        let ranking = recommender.recommend(&profile, 10).expect("is a profile of this catalogue");
        let report = RecommendationReport::new(&recommender, &profile, &ranking);
        let page = plain(&valid(&report.html()).text);
        let text = report.text();
        // Who is equal is said once for a bracket, in other words; names begin with a capital by style alone.
        for line in text.lines().map(str::trim).filter(|line| !line.starts_with("= ")) {
            let sentence = line.trim_start_matches(['+', '-', '?', '>', ' ']);
            let said =
                sentence.split_once(". ").filter(|(rank, _)| rank.parse::<usize>().is_ok()).map_or(sentence, |(_, name)| name);
            let said = said.split("  [").next().expect("a split has a first part");
            assert!(page.contains(&plain(said)), "{name}: {said}");
        }
    }
}

fn hostile_metier(id: &str, label: &str) -> Metier {
    let mut metier = Metier::new(id.parse().expect("is an id"), Title::from_heading(label));
    metier.interests.push(Interest::new(label));
    metier.statuses.push(Status::new(label));
    metier.sectors.push(Sector::new(label));
    metier.presentation = Some(label.to_owned());
    metier
}

#[test]
fn hostile_texts_stay_text() {
    for (index, label) in HOSTILE.into_iter().enumerate() {
        let metiers = [hostile_metier("MET.1", label), hostile_metier("MET.2", "autre")];
        let recommender = Recommender::new(Catalogue::from_metiers(metiers).catalogue, Weights::default()).expect("has métiers");
        let likes = Profile::builder().likes(label).status(label, -1.0).sector(label, 0.5);
        let profile = likes.reached(AccessLevel::Bac).build().expect("is a profile");
        let ranking = recommender.recommend(&profile, 10).expect("the label is known");
        let html = RecommendationReport::new(&recommender, &profile, &ranking).html();
        let page = valid(&html);
        assert!(!html.contains(label), "{label}: not escaped");
        let shown: String =
            label.chars().map(|one| if one.is_control() || one == '\u{fffe}' { '\u{fffd}' } else { one }).collect();
        assert!(plain(&page.text).contains(&plain(&shown)), "hostile text {index} is not shown as text");
        let explained = recommender.explain(&profile, &"MET.1".parse().expect("is an id")).expect("is there");
        valid(&ExplanationReport::new(&recommender, &profile, &explained).html());
    }
}

#[test]
fn equal_neighbours_stand_in_a_bracket() {
    let recommender = demo();
    let profile = profile("ines");
    let ranking = recommender.recommend(&profile, 10).expect("is a profile of this catalogue");
    let html = RecommendationReport::new(&recommender, &profile, &ranking).html();
    assert_eq!(html.matches("<div class=\"tie\">").count(), 1);
    let sentence = "Ces 10 métiers sont ex æquo, avec 28 autres : leur ordre est un tirage.";
    assert!(plain(&valid(&html).text).contains(sentence));
    // Métiers with different scores stand in none.
    let lina = self::profile("lina");
    let ranking = recommender.recommend(&lina, 10).expect("is a profile of this catalogue");
    assert!(!RecommendationReport::new(&recommender, &lina, &ranking).html().contains("class=\"tie\""));
}

#[test]
fn marks_of_stability_stand_beside_their_metiers() {
    let recommender = demo();
    let profile = profile("lina");
    let ranking = recommender.recommend(&profile, 4).expect("is a profile of this catalogue");
    let report = RecommendationReport::new(&recommender, &profile, &ranking);
    let legend = "Stable : le métier reste dans la liste quand les réglages changent un peu.";
    assert!(!plain(&valid(&report.html()).text).contains(legend));
    let marks = [Robustness::Stable, Robustness::FairlyStable, Robustness::Fragile];
    let html = report.with_stability(marks).html();
    assert!(plain(&valid(&html).text).contains(legend));
    let marked = html.lines().filter_map(|line| line.split_once("<span class=\"stability\">")).map(|(_, mark)| mark);
    assert_eq!(
        marked.collect::<Vec<_>>(),
        [
            "<span aria-hidden=\"true\">●●●</span> stable</span></p>",
            "<span aria-hidden=\"true\">●●○</span> assez stable</span></p>",
            "<span aria-hidden=\"true\">●○○</span> fragile</span></p>",
        ]
    );
}

#[test]
fn nothing_to_show_is_said() {
    // The fiche gives no level, so the filter on levels leaves it aside.
    let catalogue = Catalogue::from_metiers([hostile_metier("MET.1", "bouger")]).catalogue;
    let recommender = Recommender::new(catalogue, Weights::default()).expect("has a métier");
    let profile = Profile::builder().likes("bouger").max_access_level(AccessLevel::Bac).build().expect("is a profile");
    let ranking = recommender.recommend(&profile, 10).expect("is a profile of this catalogue");
    let page = valid(&RecommendationReport::new(&recommender, &profile, &ranking).html());
    assert!(plain(&page.text).contains("Aucun métier ne passe tes filtres."));
    assert_eq!(page.headings, ["h1", "h2", "h2", "h2"]);
}

#[test]
fn the_program_writes_pages_where_there_are_pages() {
    let boussole = |arguments: &[&str]| cargo_bin_cmd!("boussole").args(arguments).assert();
    for arguments in [&["recommend", "--likes", "j'aime bouger"][..], &["explain", "MET.10", "--likes", "j'aime bouger"]] {
        let assert = boussole(&[arguments, &["--format", "html"]].concat()).code(0).stderr("");
        valid(std::str::from_utf8(&assert.get_output().stdout).expect("output is UTF-8"));
    }
    let message = "error: invalid value 'html' for '--format <FORMAT>'\n  [possible values: text, json, markdown]\n\n\
                   For more information, try '--help'.\n";
    boussole(&["audit", "--format", "html"]).code(2).stdout("").stderr(message);
    boussole(&["evaluate", "--qrels", "a", "--run", "b", "--format", "html"]).code(2).stdout("").stderr(message);
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn pages_of_random_worlds_are_valid(world in world(), top in 0..12_usize) {
        let (recommender, profile) = (world.recommender(), world.profile());
        let ranking = recommender.recommend(&profile, top).expect("labels are of this catalogue");
        let (_, wrong) = problems(&RecommendationReport::new(&recommender, &profile, &ranking).html());
        prop_assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
