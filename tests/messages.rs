//! The whole message of every public error: what was expected, what was found, where, and how to repair it.
//!
//! - Problems of a catalogue, beyond those that other tests find in files.
//! - Problems of profiles, of weights, of names; errors of building a catalogue or a recommender.
//! - Several problems of one profile form one message, one line each.

#![cfg(all(feature = "demo", feature = "json", feature = "toml"))]

mod support;

use std::fmt::Display;
use std::io;

use boussole::catalogue::{
    AccessLevel, Catalogue, FicheField, Interest, Metier, MetierId, Place, Problem, ProblemKind, ReadError, RomeCode, Title,
    TrainingId,
};
use boussole::features::Criterion;
use boussole::profile::{ProfileBuilder, ProfileFileError};
use boussole::ranking::{GateReason, RecommenderError};
use boussole::{Profile, Recommender, Weights};
use support::{Folder, id, interest_only, metier};

#[track_caller]
fn says(error: impl Display, message: &str) {
    assert_eq!(error.to_string(), message);
}

/// Checks the message for a profile that cannot rank two métiers with interests and without sectors.
#[track_caller]
fn ranking_says(profile: ProfileBuilder, message: &str) {
    let mut metiers = [metier(1, &["bouger", "compter"]), metier(12, &["compter"])];
    metiers[0].statuses.push(boussole::catalogue::Status::new("salarié"));
    let recommender = Recommender::new(Catalogue::from_metiers(metiers).catalogue, interest_only()).expect("there are two");
    let profile = profile.build().expect("only the catalogue can refuse it");
    says(recommender.recommend(&profile, 1).expect_err("a name is unknown"), message);
    says(recommender.explain(&profile, &id(1)).expect_err("a name is unknown"), message);
    says(recommender.scores(&profile).expect_err("a name is unknown"), message);
}

#[track_caller]
fn building_says(profile: ProfileBuilder, message: &str) {
    says(profile.build().expect_err("an answer is wrong"), message);
}

#[track_caller]
fn toml_says(text: &str, message: &str) {
    says(Profile::from_toml(text).expect_err("the text is wrong"), message);
}

#[track_caller]
fn json_says(text: &str, message: &str) {
    says(Profile::from_json(text).expect_err("the text is wrong"), message);
}

#[track_caller]
fn weights_say(text: &str, message: &str) {
    says(Weights::from_toml(text).expect_err("the weights are wrong"), message);
}

#[test]
fn places_show_what_is_known() {
    let place = Place { source: "a.md".into(), line: Some(3), metier: Some("MET.1".into()), field: Some(FicheField::Statuses) };
    says(
        Problem { place: place.clone(), kind: ProblemKind::EmptyItem },
        "a.md:3: MET.1: statuses: expected a value in the list, found nothing; write it or remove the item",
    );
    says(&place, "a.md:3: MET.1: statuses");
    says(Place { line: None, metier: None, ..place.clone() }, "a.md: statuses");
    says(Place::of_source("a.md"), "a.md");
}

#[test]
fn fields_have_names() {
    let fields = [
        (FicheField::Id, "id"),
        (FicheField::Title, "title"),
        (FicheField::Feminine, "feminine label"),
        (FicheField::Masculine, "masculine label"),
        (FicheField::RomeCodes, "ROME codes"),
        (FicheField::Riasec, "RIASEC letters"),
        (FicheField::AccessLevel, "access level"),
        (FicheField::Statuses, "statuses"),
        (FicheField::Interests, "interests"),
        (FicheField::Sectors, "sectors"),
        (FicheField::Domains, "domains"),
        (FicheField::Trainings, "trainings"),
        (FicheField::Presentation, "presentation"),
        (FicheField::Overview, "overview"),
        (FicheField::Studies, "studies"),
    ];
    for (field, name) in fields {
        says(field, name);
    }
}

#[test]
fn gates_have_names() {
    let reasons = [
        (GateReason::Exclude, "exclude"),
        (GateReason::MaxAccessLevel, "max_access_level"),
        (GateReason::Statuses, "statuses"),
        (GateReason::Sectors, "sectors"),
    ];
    for (reason, name) in reasons {
        says(reason, name);
    }
}

#[test]
fn problems_that_need_an_odd_file() {
    let too_large = ProblemKind::TooLarge { limit: 4_194_304 };
    says(too_large, "expected at most 4194304 bytes, found more; split it, the file is left out");
    let unreadable = ProblemKind::Unreadable { reason: "permission denied".into() };
    says(unreadable, "expected a file that can be read, found: permission denied; the file is left out");
    let folder = Folder::new("messages_too_large");
    folder.write("a.md", "# un\n**ID:** MET.1\n");
    folder.write("b.md", format!("# deux\n{}", "x".repeat(4_194_305)));
    let loaded = Catalogue::read(folder.path()).expect("one is a fiche");
    let messages: Vec<String> = loaded.problems.iter().map(|problem| folder.masked(&problem.to_string())).collect();
    assert_eq!(
        messages,
        [
            "<folder>/b.md:1: expected a fiche of at most 1048576 bytes, found a larger one; close or split it, the fiche is left out"
        ]
    );
}

#[test]
fn a_fiche_without_a_name_is_reported() {
    let folder = Folder::new("messages_no_name");
    let loaded = folder.read("a.md", "# un\n**ID:** MET.1\n# \n**ID:** MET.2\n");
    let messages: Vec<String> = loaded.problems.iter().map(|problem| folder.masked(&problem.to_string())).collect();
    assert_eq!(
        messages,
        ["<folder>/a.md:3: MET.2: title: expected the name of the métier, found nothing; add it, the fiche is left out"]
    );
}

#[test]
fn two_metiers_with_one_identifier_are_reported() {
    let loaded = Catalogue::from_metiers([metier(1, &["bouger"]), metier(2, &[]), metier(1, &[])]);
    assert_eq!(loaded.catalogue.len(), 2);
    assert_eq!(loaded.catalogue.metiers()[0].interests.len(), 1, "the first is kept");
    let [problem] = &loaded.problems[..] else { panic!("expected one problem, found {:?}", loaded.problems) };
    says(
        problem,
        "métier 3: MET.1: id: expected each id once, found it again (first in métier 1); remove or rename one, the first is kept",
    );
}

#[test]
fn why_no_catalogue_could_be_read() {
    let unreadable = ReadError::Unreadable { path: "a/b".into(), source: io::Error::other("no such thing") };
    says(unreadable, "expected a file or folder of fiches at a/b, found: no such thing");
    let folder = Folder::new("messages_no_fiche");
    folder.write("a.md", "bonjour\n");
    folder.write("b.md", "# b\n");
    let error = Catalogue::read_all(&[folder.path(), folder.path()]).expect_err("there is no fiche");
    assert_eq!(
        folder.masked(&error.to_string()),
        "expected at least one fiche in <folder>, <folder>, found none (4 problems); a fiche is a .md file with a line \
         « **ID:** MET.… », an element <metier> of an .xml file, a row of a .csv table with columns id and libelle, or part of a \
         catalogue that was converted"
    );
    let ReadError::NoFiche { n_problems, problems, .. } = error else { panic!("another error") };
    assert_eq!(n_problems, problems.len());
}

#[test]
fn why_no_recommender_could_be_made() {
    let error = Recommender::new(Catalogue::from_metiers([]).catalogue, Weights::default()).expect_err("there is no métier");
    assert_eq!(error, RecommenderError::EmptyCatalogue);
    says(error, "expected a catalogue with at least one métier, found none");
    // 6,400 métiers of one interest each that no other has: 40,960,000 pairs.
    let metier = |number: usize| {
        let mut metier = Metier::new(format!("MET.{number}").parse().expect("an identifier"), Title::from_heading("métier"));
        metier.interests.push(Interest::new(&format!("interest {number}")));
        metier
    };
    let error =
        Recommender::new(Catalogue::from_metiers((1..=6_400).map(metier)).catalogue, Weights::default()).expect_err("too much");
    says(
        error,
        "expected at most 40000000 métiers times labels, found 6400 métiers with 6400 different interests, sectors and statuses; take labels \
         out that few métiers share, or split the catalogue",
    );
}

#[test]
fn identifiers_levels_and_criteria_of_another_form() {
    says("31".parse::<MetierId>().expect_err("no identifier"), "expected an identifier such as MET.7829, found « 31 »");
    says(" MET.1 ".parse::<TrainingId>().expect_err("no training"), "expected an identifier such as FOR.7112, found « MET.1 »");
    says("Z0000".parse::<RomeCode>().expect_err("no code"), "expected an identifier such as K2104, found « Z0000 »");
    let names = Criterion::ALL.map(Criterion::name).join(", ");
    let message = format!("expected a criterion ({names}), found « taste »");
    says("taste".parse::<Criterion>().expect_err("no criterion"), &message);
    says(
        " maître ".parse::<AccessLevel>().expect_err("no level"),
        "expected an access level (« sans diplôme », « 3e », « diplôme national du brevet », « CAP ou équivalent », \
         « Bac ou équivalent », « Bac + 1 » to « Bac + 8 » or « Bac + 9 et plus »), found « maître »",
    );
}

#[test]
fn answers_that_are_wrong_in_themselves() {
    let new = Profile::builder;
    building_says(
        new().interest("bouger", 1.5),
        "profile: interests: « bouger »: expected an answer from -1 (no) to 1 (yes), found 1.5",
    );
    building_says(
        new().status("salarié", f64::NAN),
        "profile: statuses: « salarié »: expected an answer from -1 (no) to 1 (yes), found NaN",
    );
    building_says(
        new().sector("Recherche", f64::NEG_INFINITY),
        "profile: sectors: « Recherche »: expected an answer from -1 (no) to 1 (yes), found -inf",
    );
    building_says(
        new().likes("bouger").interest("Bouger.", 0.5),
        "profile: interests: « Bouger »: expected one answer, found 1 and 0.5; keep one of them",
    );
    building_says(new().likes(" . "), "profile: interests: expected a label, found an empty text");
    building_says(new().riasec([0.0, f64::NAN, 0.0, 0.0, 0.0, 0.0]), "profile: riasec: I: expected a finite number, found NaN");
}

#[test]
fn answers_with_unknown_labels() {
    let new = Profile::builder;
    ranking_says(
        new().likes("sauter"),
        "profile: interests: expected an interest of the catalogue, found « sauter »; it has none like it",
    );
    ranking_says(
        new().status("patron", 1.0),
        "profile: statuses: expected a status of the catalogue, found « patron »; it has none like it",
    );
    ranking_says(
        new().only_status("patron"),
        "profile: gates.statuses: expected a status of the catalogue, found « patron »; it has none like it",
    );
    ranking_says(
        new().only_sector("Recherche"),
        "profile: gates.sectors: expected a sector of the catalogue, found « Recherche »; it has none like it",
    );
    ranking_says(
        new().likes_metier(id(2)).excludes(id(11)),
        "profile: metiers.likes: expected a métier of the catalogue, found MET.2; the nearest are MET.1, MET.12\n\
         profile: metiers.exclude: expected a métier of the catalogue, found MET.11; the nearest are MET.1, MET.12",
    );
}

#[test]
fn a_former_spelling_with_another_answer_is_a_contradiction() {
    let metiers = [metier(1, &["je veux m'occuper d'enfants"])];
    let recommender = Recommender::new(Catalogue::from_metiers(metiers).catalogue, interest_only()).expect("there is one");
    let both = |answer| {
        Profile::builder().likes("j'aime le contact avec les enfants").interest("je veux m'occuper d'enfants", answer).build()
    };
    let error = recommender.recommend(&both(-1.0).expect("two texts"), 1).expect_err("they are one label");
    says(error, "profile: interests: « je veux m'occuper d'enfants »: expected one answer, found 1 and -1; keep one of them");
    assert!(recommender.recommend(&both(1.0).expect("two texts"), 1).is_ok());
}

#[test]
fn profiles_of_another_form() {
    toml_says(
        "[interest]\nbouger = 1",
        "profile: expected TOML with the parts of a profile, found: TOML parse error at line 1, column 2\n  |\n1 | [interest]\n  \
         |  ^^^^^^^^\nunknown field `interest`, expected one of `id`, `seed`, `interests`, `access_level`, `statuses`, `sectors`, \
         `riasec`, `words`, `constraints`, `metiers`, `gates`",
    );
    json_says(
        "{\"interests\": {\"bouger\": \"oui\"}}",
        "profile: expected JSON with the parts of a profile, found: invalid type: string \"oui\", expected f64 at line 1 column 30",
    );
    json_says(
        "{\"interests\": [1]}",
        "profile: expected JSON with the parts of a profile, found: invalid type: sequence, expected a table of label = number \
         at line 1 column 14",
    );
    json_says("{", "profile: expected JSON with the parts of a profile, found: EOF while parsing an object at line 1 column 1");
    toml_says(
        "[gates]\nmax_access_level = \"Bac + 20\"\n[access_level]\nwilling = \"\"",
        "profile: access_level.willing: expected an access level (« sans diplôme », « 3e », « diplôme national du brevet », \
         « CAP ou équivalent », « Bac ou équivalent », « Bac + 1 » to « Bac + 8 » or « Bac + 9 et plus »), found «  »\n\
         profile: gates.max_access_level: expected an access level (« sans diplôme », « 3e », « diplôme national du brevet », \
         « CAP ou équivalent », « Bac ou équivalent », « Bac + 1 » to « Bac + 8 » or « Bac + 9 et plus »), found « Bac + 20 »",
    );
    // A label that occurs twice is noticed in JSON too, where a map would keep the last.
    json_says(
        "{\"interests\": {\"bouger\": 1, \"bouger\": -1}}",
        "profile: interests: « bouger »: expected one answer, found 1 and -1; keep one of them",
    );
    assert!(matches!(Profile::from_json("{}x"), Err(ProfileFileError::Syntax { format: "JSON", .. })));
}

#[test]
fn weights_that_are_wrong() {
    weights_say(
        "status = 1\ninterest = -0.5",
        "expected TOML with lines « criterion = number », found: TOML parse error at line 2, column 12\n  |\n2 | interest = -0.5\n  \
         |            ^^^^\ninterest: expected a finite weight of at least 0, found -0.5",
    );
    weights_say(
        "interest",
        "expected TOML with lines « criterion = number », found: TOML parse error at line 1, column 9\n  |\n1 | interest\n  \
         |         ^\nkey with no value, expected `=`",
    );
}
