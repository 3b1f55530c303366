//! What a profile keeps of what it is told.
//!
//! - One profile in four forms (builder, TOML, JSON, a line of a batch) is one profile.
//! - Constraints: what they are, and each way in which one can be wrong.
//! - Limits hold at their very number.
//! - A changed copy differs in what was asked for, and keeps what was narrower.

#![cfg(all(feature = "json", feature = "toml"))]

use boussole::Profile;
use boussole::catalogue::AccessLevel;
use boussole::profile::{Constraint, ConstraintKind, MAX_ANSWERS, MAX_PROFILE_PROBLEMS, ProfileBuilder, UncheckedProfile};

fn id(number: usize) -> boussole::MetierId {
    format!("MET.{number}").parse().expect("digits make an identifier")
}

fn problems(builder: ProfileBuilder) -> Vec<String> {
    builder.build().map_or_else(|error| error.problems.iter().map(ToString::to_string).collect(), |_| Vec::new())
}

fn blood() -> Constraint {
    Constraint::new("sang", ConstraintKind::NotPossible, "la vue du sang", "the sight of blood").lowering("soigner", 0.5)
}

const TOML: &str = r#"
seed = 7
interests = { "j'aime la nature" = 1.0, "compter" = -0.5 }
access_level = { reached = "CAP", willing = "Bac + 2" }
statuses = { "salarié" = 1.0 }
sectors = { "mer" = -1.0 }
riasec = { R = 1, I = 2, A = -0.0, S = 4, E = 5, C = 6 }
words = "dessiner"
metiers = { likes = ["MET.1"], show_liked = true, exclude = ["MET.2"] }
gates = { max_access_level = "Bac + 3", statuses = ["salarié"], sectors = ["bois"], keep_refused = true }

[[constraints]]
id = "sang"
kind = "not_possible"
fr = "la vue du sang"
en = "the sight of blood"
lowers = { "soigner" = 0.5 }
"#;

const JSON: &str = r#"{"seed": 7, "interests": {"j'aime la nature": 1, "compter": -0.5}, "access_level": {"reached": "CAP", "willing": "Bac + 2"},
    "statuses": {"salarié": 1}, "sectors": {"mer": -1}, "riasec": {"R": 1, "I": 2, "A": -0.0, "S": 4, "E": 5, "C": 6}, "words": ["dessiner"],
    "metiers": {"likes": ["MET.1"], "show_liked": true, "exclude": ["MET.2"]},
    "gates": {"max_access_level": "Bac + 3", "statuses": ["salarié"], "sectors": ["bois"], "keep_refused": true},
    "constraints": [{"id": "sang", "kind": "not_possible", "fr": "la vue du sang", "en": "the sight of blood", "lowers": {"soigner": 0.5}}]}"#;

fn built() -> Profile {
    let answers = Profile::builder()
        .seed(7)
        .likes("j'aime la nature")
        .interest("compter", -0.5)
        .reached(AccessLevel::Cap)
        .willing(AccessLevel::BacPlus2)
        .status("salarié", 1.0)
        .sector("mer", -1.0)
        .riasec([1.0, 2.0, -0.0, 4.0, 5.0, 6.0])
        .words("dessiner");
    let metiers = answers.likes_metier(id(1)).shows_liked_metiers(true).excludes(id(2)).constraint(blood());
    let gates = metiers.max_access_level(AccessLevel::BacPlus3).only_status("salarié").only_sector("bois");
    gates.build().expect("it is right").keeping_refused()
}

#[test]
fn one_profile_in_four_forms() {
    for text in [TOML, JSON] {
        assert_eq!(Profile::from_text(text), Ok(built()));
    }
    let line = JSON.replacen('{', r#"{"id": 12, "#, 1);
    let (id, student) = UncheckedProfile::from_json_line(&line).expect("it is JSON");
    assert_eq!((id, student.check()), (Some("12"), Ok(built())));
    assert_eq!(UncheckedProfile::from_json_line("{}").expect("it is JSON").0, None);
    let profile = built();
    assert_eq!(serde_json::to_string(&profile).map(|text| Profile::from_json(&text)).expect("it is plain data"), Ok(built()));
    assert!(profile.shows_liked_metiers());
    let answers = [profile.interests().len(), profile.statuses().len(), profile.sectors().len()];
    assert_eq!((answers, profile.interests().is_empty()), ([2, 1, 1], false));
    assert!(Profile::builder().build().expect("silence is right").interests().is_empty());
    assert!(profile.riasec().expect("was given").scores()[2].is_sign_positive());
}

#[test]
fn words_are_a_text_or_texts() {
    let error = Profile::from_json(r#"{"words": 5}"#).expect_err("a number is no word").to_string();
    assert!(error.contains("expected words such as \"dessiner\", or a list of them"), "{error}");
}

#[test]
fn constraints_say_what_they_are() {
    let found = blood();
    assert_eq!(
        (found.id(), found.kind(), found.fr(), found.en()),
        ("sang", ConstraintKind::NotPossible, "la vue du sang", "the sight of blood")
    );
    assert_eq!(found.lowers().collect::<Vec<_>>(), [("soigner", 0.5)]);
}

#[test]
fn each_way_in_which_a_constraint_is_wrong() {
    let with = |constraint| problems(Profile::builder().constraint(constraint));
    for right in [f64::MIN_POSITIVE, 0.5, 1.0] {
        assert_eq!(with(blood().lowering("courir", right)), [""; 0]);
    }
    for wrong in [0.0, -0.5, 1.000_000_1, f64::NAN] {
        assert_eq!(
            with(blood().lowering("courir", wrong)),
            [format!(
                "constraints: « sang »: « courir »: expected an amount above 0 and at most 1 to lower it by, found {wrong}"
            )]
        );
    }
    let twice = "constraints: « sang »: expected each interest once, found « soigner » again";
    assert_eq!(with(blood().lowering("soigner", 0.5)), [twice]);
    assert_eq!(with(blood().lowering(" ", 0.5)), ["constraints: « sang »: lowers: expected a text, found none"]);
    assert_eq!(with(Constraint::new("sang", ConstraintKind::Bothers, "", "blood")).len(), 1);
    assert_eq!(with(Constraint::new("", ConstraintKind::Bothers, "", "")).len(), 3);
}

#[test]
fn a_constraint_may_be_said_again_but_not_otherwise() {
    let twice = |other| problems(Profile::builder().constraint(blood()).constraint(other));
    assert_eq!(twice(blood()), [""; 0]);
    assert_eq!(twice(blood().lowering("courir", 1.0)).len(), 1);
}

#[test]
fn limits_hold_at_their_number() {
    let written = |n| problems(Profile::builder().words(&"é".repeat(n))).len();
    assert_eq!([1, 2000, 2001].map(written), [0, 0, 1]);
    let listed = |n| {
        let mut student = UncheckedProfile::default();
        student.words = vec!["dessiner".into(); n];
        student.check().map_or_else(|error| error.problems.len(), |_| 0)
    };
    assert_eq!([MAX_ANSWERS, MAX_ANSWERS + 1].map(listed), [0, 1]);
    let wrong = |n: usize| {
        let builder = (0..n).fold(Profile::builder(), |builder, number| builder.interest(&number.to_string(), 2.0));
        let error = builder.build().expect_err("all answers are wrong");
        (error.problems.len(), error.n_more, error.to_string().lines().count())
    };
    assert_eq!(wrong(MAX_PROFILE_PROBLEMS), (MAX_PROFILE_PROBLEMS, 0, MAX_PROFILE_PROBLEMS));
    assert_eq!(wrong(MAX_PROFILE_PROBLEMS + 3), (MAX_PROFILE_PROBLEMS, 3, MAX_PROFILE_PROBLEMS + 1));
}

#[test]
fn copies_differ_in_what_was_asked_for() {
    let profile = Profile::builder().likes("compter").likes_metier(id(1)).build().expect("it is right");
    let limits = |profile: &Profile| profile.gates().max_access_level;
    let narrowed = profile.clone().with_max_access_level(AccessLevel::BacPlus2);
    assert_eq!(limits(&narrowed), Some(AccessLevel::BacPlus2));
    assert_eq!(limits(&narrowed.clone().with_max_access_level(AccessLevel::BacPlus5)), Some(AccessLevel::BacPlus2));
    assert_eq!(limits(&narrowed.clone().with_max_access_level(AccessLevel::Cap)), Some(AccessLevel::Cap));
    assert_eq!(narrowed.interests(), profile.interests());
    let shown = profile.clone().showing_liked();
    assert_eq!((shown.shows_liked_metiers(), shown.interests()), (true, profile.interests()));
    assert!(!profile.shows_liked_metiers());
}
