//! The HTML page: a strict reader, hostile labels, and what the page says and draws.
//!
//! - Every page of a fixture profile and of a random world passes a strict reader: tags balanced and known, attributes double-quoted,
//!   ids unique and referred to, headings in order, a language, a title and a description in every picture, no script, no handler,
//!   no address of elsewhere.
//! - Labels, titles and texts full of markup stay text, and so do characters that HTML forbids.
//! - The sentences of the text report are in the page, whole; ties are in brackets; marks of stability stand beside their métiers.
//! - A page says its language, and marks labels in another; digits are open for a counsellor, closed for a student.
//! - The pages of `lina` and of one métier are in `tests/snapshots`; refresh them with `INSTA_UPDATE=always cargo test --test html` and
//!   look at them in a browser.
//! - Commands without pages refuse `--format html` with status 2.

#![allow(clippy::disallowed_methods, reason = "a test reads and writes files")]

#[path = "html/strict.rs"]
mod strict;
#[path = "../../../tests/support/mod.rs"]
mod support;

use std::fs;

use boussole::catalogue::{AccessLevel, Interest, Metier, Sector, Status, Title};
use boussole::inquiry::{N_DRAWS, contrast, ladder, metier_stability, stability};
use boussole::ranking::Diversity;
use boussole::{Catalogue, Profile, Recommender, Weights};
use boussole_report::{Audience, ContrastReport, ExplanationReport, LadderReport, Language, RecommendationReport, Report, Voice};
use proptest::prelude::*;
use strict::{Page, problems};
use support::{cases, world};

const PROFILES: [&str; 5] = ["ines", "karim", "lina", "maelle", "noe"];

const VOICES: [(&str, Voice); 4] = [
    ("fr_student", Voice { language: Language::French, audience: Audience::Pupil }),
    ("fr_counsellor", Voice { language: Language::French, audience: Audience::Counsellor }),
    ("en_student", Voice { language: Language::English, audience: Audience::Pupil }),
    ("en_counsellor", Voice { language: Language::English, audience: Audience::Counsellor }),
];

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
    let path = format!("{}/../../fixtures/profiles/{name}.toml", env!("CARGO_MANIFEST_DIR"));
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
    text.replace('’', "'").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn pages_of_fixture_profiles_are_valid() {
    let recommender = demo();
    for name in PROFILES {
        let profile = profile(name);
        let stable = stability(&recommender, &profile, 10).expect("is a profile of this catalogue");
        let id = "MET.299".parse().expect("is an id");
        let explained = recommender.explain(&profile, &id).expect("is in the demonstration");
        let place = metier_stability(&recommender, &profile, &id, 10).expect("is in the demonstration");
        for (_, voice) in VOICES {
            for diversity in [Diversity::None, Diversity::XQUAD] {
                let ranking = recommender.recommend_diverse(&profile, 10, diversity).expect("is a profile of this catalogue");
                let report = RecommendationReport::new(&recommender, &profile, &ranking)
                    .expect("is its own")
                    .with_stability(Some(&stable));
                valid(&report.html(voice));
            }
            let report =
                ExplanationReport::new(&recommender, &profile, &explained).expect("is its own").with_stability(place.as_ref());
            valid(&report.html(voice));
        }
    }
}

#[test]
fn outlines_are_valid_pages() {
    let (recommender, profile) = (demo(), profile("maelle"));
    let ids = ["MET.7829", "MET.279"].map(|id| id.parse().expect("is an id"));
    let contrast = contrast(&recommender, &profile, &ids[0], &ids[1]).expect("are in the demonstration");
    let ladder = ladder(&recommender, &profile, 3).expect("is a profile of this catalogue");
    for (name, voice) in VOICES {
        let page = valid(&ContrastReport::new(&contrast).html(voice));
        assert_eq!(page.headings, ["h1", "h2", "h2", "h2", "h2"], "{name}");
        valid(&LadderReport::new(&ladder).html(voice));
    }
}

#[test]
fn the_page_of_a_profile() {
    let recommender = demo();
    let profile = profile("lina");
    let ranking = recommender.recommend(&profile, 3).expect("is a profile of this catalogue");
    let stable = stability(&recommender, &profile, 3).expect("is a profile of this catalogue");
    let report = RecommendationReport::new(&recommender, &profile, &ranking).expect("is its own").with_stability(Some(&stable));
    for (name, voice) in VOICES {
        insta::assert_snapshot!(format!("page_lina_{name}"), report.html(voice));
    }
}

#[test]
fn the_page_of_one_metier() {
    let (recommender, profile, id) = (demo(), profile("maelle"), "MET.7829".parse().expect("is an id"));
    let explained = recommender.explain(&profile, &id).expect("is in the demonstration");
    let place = metier_stability(&recommender, &profile, &id, 10).expect("is in the demonstration");
    let report = ExplanationReport::new(&recommender, &profile, &explained).expect("is its own").with_stability(place.as_ref());
    for (name, voice) in VOICES {
        insta::assert_snapshot!(format!("page_of_one_{name}"), report.html(voice));
    }
}

#[test]
fn a_page_says_its_language_and_that_of_labels() {
    let (recommender, profile) = (demo(), profile("lina"));
    let ranking = recommender.recommend(&profile, 10).expect("is a profile of this catalogue");
    let report = RecommendationReport::new(&recommender, &profile, &ranking).expect("is its own");
    let page = |language, audience| report.html(Voice { language, audience });
    let french = page(Language::French, Audience::Pupil);
    assert!(french.starts_with("<!DOCTYPE html>\n<html lang=\"fr\">"));
    assert_eq!(french.matches(" lang=").count(), 1);
    for audience in [Audience::Pupil, Audience::Counsellor] {
        let english = page(Language::English, audience);
        assert!(english.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
        // Labels have a gloss; one without would be French, and marked.
        assert!(english.contains("“I ") && !english.contains("“j’") && !english.contains("“je "));
        for recommendation in &ranking {
            let word = recommendation.metier.title.feminine.split([' ', '-']).next().expect("has a word");
            let (first, rest) = word.split_at(word.chars().next().map_or(0, char::len_utf8));
            let name = format!("lang=\"fr\">{}{rest}", first.to_uppercase());
            assert!(english.contains(&name), "{name}");
        }
    }
}

#[test]
fn digits_are_open_for_a_counsellor_and_closed_for_a_student() {
    let (recommender, profile) = (demo(), profile("lina"));
    let ranking = recommender.recommend(&profile, 3).expect("is a profile of this catalogue");
    let report = RecommendationReport::new(&recommender, &profile, &ranking).expect("is its own");
    for (name, voice) in VOICES {
        let html = report.html(voice);
        let is_open = voice.audience == Audience::Counsellor;
        assert_eq!(html.matches("<details class=\"detail\">").count(), usize::from(!is_open), "{name}");
        assert_eq!(html.matches("<details class=\"detail\" open>").count(), usize::from(is_open), "{name}");
        assert!(
            html.rfind("<details class=\"fait\"") > html.rfind("<details class=\"detail\""),
            "{name}: how it is made comes last"
        );
    }
}

#[test]
fn the_page_says_what_the_text_says() {
    let recommender = demo();
    for name in PROFILES {
        let profile = profile(name);
        let ranking = recommender.recommend(&profile, 10).expect("is a profile of this catalogue");
        let report = RecommendationReport::new(&recommender, &profile, &ranking).expect("is its own");
        for (voice_name, voice) in VOICES {
            // A label in an English page is an element of its own.
            let page = plain(&valid(&report.html(voice)).text).replace("“ ", "“").replace(" ”", "”");
            let text = report.text(voice);
            // Who is equal is said once for a bracket, in other words; names begin with a capital by style alone; a table has the weights.
            let told = text.lines().map(str::trim).filter(|line| !line.starts_with("= "));
            let is_table =
                |line: &str| line.starts_with("Poids des") || line.starts_with("Weights of") || line.starts_with("| https://");
            for line in told.filter(|line| !is_table(line)) {
                let sentence = line.trim_start_matches(['+', '-', '?', '>', '|', ' ']);
                let said = sentence
                    .split_once(". ")
                    .filter(|(rank, _)| rank.parse::<usize>().is_ok())
                    .map_or(sentence, |(_, name)| name);
                let said = said.split("  [").next().expect("a split has a first part");
                assert!(page.contains(&plain(said)), "{name} {voice_name}: {said}");
            }
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
        let likes = Profile::builder().likes(label).status(label, -0.5).sector(label, 0.5);
        let profile = likes.reached(AccessLevel::Bac).build().expect("is a profile");
        let ranking = recommender.recommend(&profile, 10).expect("the label is known");
        let report = RecommendationReport::new(&recommender, &profile, &ranking).expect("is its own");
        for (name, voice) in VOICES {
            let html = report.html(voice);
            valid(&html);
            assert!(!html.contains(label), "{label}, {name}: not escaped");
        }
        let page = valid(&report.html(Voice::default()));
        let shown: String = label
            .chars()
            .map(|one| {
                if one.is_control() {
                    ' '
                } else if one == '\u{fffe}' {
                    '\u{fffd}'
                } else {
                    one
                }
            })
            .collect();
        assert!(plain(&page.text).contains(&plain(&shown)), "hostile text {index} is not shown as text: {}", page.text);
        let explained = recommender.explain(&profile, &"MET.1".parse().expect("is an id")).expect("is there");
        valid(&ExplanationReport::new(&recommender, &profile, &explained).expect("is its own").html(Voice::default()));
    }
}

#[test]
fn equal_neighbours_stand_in_a_bracket() {
    let recommender = demo();
    let profile = profile("ines");
    let ranking = recommender.recommend(&profile, 10).expect("is a profile of this catalogue");
    let html = RecommendationReport::new(&recommender, &profile, &ranking).expect("is its own").html(Voice::default());
    assert_eq!(html.matches("<div class=\"tie\">").count(), 1);
    let sentence = "Ces 6 métiers sont ex æquo, avec 32 autres : leur ordre a été tiré au sort.";
    assert!(plain(&valid(&html).text).contains(sentence));
    // Métiers with different scores stand in none.
    let lina = self::profile("lina");
    let ranking = recommender.recommend(&lina, 10).expect("is a profile of this catalogue");
    assert!(
        !RecommendationReport::new(&recommender, &lina, &ranking)
            .expect("is its own")
            .html(Voice::default())
            .contains("sont ex æquo")
    );
}

#[test]
fn marks_of_stability_stand_beside_their_metiers() {
    let recommender = demo();
    let profile = profile("lina");
    let ranking = recommender.recommend(&profile, 4).expect("is a profile of this catalogue");
    let report = RecommendationReport::new(&recommender, &profile, &ranking).expect("is its own");
    let legend = "Stable : ce métier reste dans ta liste, même en changeant un peu l'importance des critères";
    assert!(!plain(&valid(&report.html(Voice::default())).text).contains(legend));
    let mut found = stability(&recommender, &profile, 4).expect("is a profile of this catalogue");
    found.metiers.truncate(3);
    for (place, (n_in_top, n_tied)) in found.metiers.iter_mut().zip([(N_DRAWS, 1), (N_DRAWS / 4, 1), (N_DRAWS, 2)]) {
        (place.n_in_top, place.n_tied) = (n_in_top, n_tied);
        (place.ranks.luckiest, place.ranks.unluckiest) = (place.rank, place.rank);
    }
    let report = report.with_stability(Some(&found));
    let marks = |html: &str| {
        let marked = html.lines().filter_map(|line| line.split_once("<span class=\"stability\">"));
        marked.map(|(_, mark)| mark.to_owned()).collect::<Vec<_>>()
    };
    let html = report.html(Voice::default());
    assert!(plain(&valid(&html).text).contains(legend));
    assert_eq!(
        marks(&html),
        [
            "<span aria-hidden=\"true\">●●●</span> stable</span></p>",
            "<span aria-hidden=\"true\">●●○</span> fragile</span></p>",
            "<span aria-hidden=\"true\">●○○</span> au hasard</span></p>",
        ]
    );
    // A varied list is not the one whose stability was looked at.
    let varied = recommender.recommend_diverse(&profile, 4, Diversity::MMR).expect("is a profile of this catalogue");
    let report = RecommendationReport::new(&recommender, &profile, &varied).expect("is its own").with_stability(Some(&found));
    assert_eq!(marks(&report.html(Voice::default())), Vec::<String>::new());
    // The page of one métier has its mark too.
    let explained = recommender.explain(&profile, &found.metiers[2].metier.id).expect("is of the catalogue");
    let report =
        ExplanationReport::new(&recommender, &profile, &explained).expect("is its own").with_stability(found.metiers.get(2));
    assert_eq!(marks(&report.html(Voice::default())), ["<span aria-hidden=\"true\">●○○</span> au hasard</span></p>"]);
}

#[test]
fn nothing_to_show_is_said() {
    // The fiche gives no level, so the filter on levels leaves it aside.
    let catalogue = Catalogue::from_metiers([hostile_metier("MET.1", "bouger")]).catalogue;
    let recommender = Recommender::new(catalogue, Weights::default()).expect("has a métier");
    let profile = Profile::builder().likes("bouger").max_access_level(AccessLevel::Bac).build().expect("is a profile");
    let ranking = recommender.recommend(&profile, 10).expect("is a profile of this catalogue");
    let page = valid(&RecommendationReport::new(&recommender, &profile, &ranking).expect("is its own").html(Voice::default()));
    assert!(plain(&page.text).contains("Aucun métier ne passe tes filtres."));
    assert_eq!(page.headings, ["h1", "h2", "h2", "h2", "h2", "h3", "h3", "h3", "h3"]);
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn pages_of_random_worlds_are_valid(world in world(), top in 0..12_usize) {
        let (recommender, profile) = (world.recommender(), world.profile());
        let ranking = recommender.recommend(&profile, top).expect("labels are of this catalogue");
        let found = stability(&recommender, &profile, top).expect("labels are of this catalogue");
        let report = RecommendationReport::new(&recommender, &profile, &ranking).expect("is its own").with_stability(Some(&found));
        for (name, voice) in VOICES {
            let (_, wrong) = problems(&report.html(voice));
            prop_assert!(wrong.is_empty(), "{name}: {}", wrong.join("\n"));
        }
    }
}
