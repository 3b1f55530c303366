//! What another language gets.
//!
//! - Every document has the bytes of the report crate, in each form.
//! - What a student owns comes back as it went in: a session, a profile, a record.
//! - A failure holds every problem, with its field and what is nearest.
//! - No text makes a call panic.

use std::sync::LazyLock;

use boussole::inquiry::{RecordedWeights, contrast, counterfactual, ladder, metier_stability, record, replay, stability};
use boussole::quiz::{Answer, Quiz, Session, Settings};
use boussole::ranking::Diversity;
use boussole::{Catalogue, MetierId, Profile, Recommender, Weights};
use boussole_documents::{Advisor, Failure, FailureKind, Interviewer, Shelf};
use boussole_report::{
    Audience, ContrastReport, ExplanationReport, LadderReport, Language, RecommendationReport, ReplayReport, Report,
    StabilityReport, Voice, WhatIfReport, quiz_json,
};
use proptest::prelude::*;
use serde_json::{Value, json};

const PROFILE: &str = r#"{"seed": 7, "interests": {"j'ai le sens du contact": 1, "j'aime la nature": -0.5}, "access_level": {"willing": "Bac + 3"}}"#;

/// What is asked about the demonstration, made once.
static ADVISOR: LazyLock<Advisor> =
    LazyLock::new(|| Advisor::new(Shelf::demo().catalogue(), "").expect("the demonstration has métiers"));
static INTERVIEWER: LazyLock<Interviewer> = LazyLock::new(|| Interviewer::demo(Shelf::demo().catalogue()));

fn recommender() -> (Recommender, Profile) {
    let recommender = Recommender::new(Catalogue::demo(), Weights::default()).expect("the demonstration has métiers");
    (recommender, Profile::from_json(PROFILE).expect("is a profile"))
}

fn id(text: &str) -> MetierId {
    text.parse().expect("is an identifier")
}

/// Whether a call writes what a report does, in each form.
#[track_caller]
fn same(report: &impl Report, ask: impl Fn(&str) -> Result<String, Failure>) {
    let voice = Voice { language: Language::English, audience: Audience::Counsellor };
    let asked = |format: &str| ask(&format!(r#"{{"language": "en", "audience": "counsellor", "format": "{format}"}}"#));
    assert_eq!(ask(""), Ok(report.json()));
    assert_eq!(asked("json"), Ok(report.json_in(voice)));
    assert_eq!(asked("text"), Ok(report.text(voice)));
    assert_eq!(asked("markdown"), Ok(report.markdown(voice)));
    assert_eq!(asked("html"), Ok(report.html(voice)));
    assert_eq!(asked("html_parts"), Ok(report.html_parts(voice)));
    assert_eq!(asked("said"), Ok(report.said(voice)));
}

#[test]
fn answers_are_those_of_the_reports() {
    let (advisor, (recommender, profile)) = (&*ADVISOR, recommender());
    let sure = stability(&recommender, &profile, 10).expect("the profile is of the catalogue");
    let ranking = recommender.recommend(&profile, 10).expect("the profile is of the catalogue");
    let list = RecommendationReport::new(&recommender, &profile, &ranking).expect("is its own").with_stability(Some(&sure));
    same(&list, |options| advisor.recommend(PROFILE, options));
    same(&StabilityReport::new(&sure), |options| advisor.stability(PROFILE, options));
    let (one, other) = (id("MET.171"), id("MET.604"));
    let explained = recommender.explain(&profile, &one).expect("is of the catalogue");
    let place = metier_stability(&recommender, &profile, &one, 10).expect("is of the catalogue");
    let explanation =
        ExplanationReport::new(&recommender, &profile, &explained).expect("is its own").with_stability(place.as_ref());
    same(&explanation, |options| advisor.explain(PROFILE, "vétérinaire", options));
    let found = contrast(&recommender, &profile, &one, &other).expect("are of the catalogue");
    same(&ContrastReport::new(&found), |options| advisor.compare(PROFILE, "MET.171", "MET.604", options));
    let found = counterfactual(&recommender, &profile, &one, 10).expect("is of the catalogue");
    same(&WhatIfReport::new(&found), |options| advisor.what_if(PROFILE, "MET.171", options));
    let found = ladder(&recommender, &profile, 3).expect("the profile is of the catalogue");
    same(&LadderReport::new(&found), |options| advisor.ladder(PROFILE, options));
}

#[test]
fn options_are_heard() {
    let (advisor, (recommender, profile)) = (&*ADVISOR, recommender());
    let ranking = recommender.recommend_diverse(&profile, 4, Diversity::XQUAD).expect("the profile is of the catalogue");
    let report = RecommendationReport::new(&recommender, &profile, &ranking)
        .expect("is its own")
        .with_link(Some("./fiche/{id}".to_owned()));
    let options = r#"{"top": 4, "diversity": "xquad", "link": "./fiche/{id}"}"#;
    assert_eq!(advisor.recommend(PROFILE, options), Ok(report.json()));
    let ranking = recommender.recommend(&profile, 10).expect("the profile is of the catalogue");
    let report = RecommendationReport::new(&recommender, &profile, &ranking).expect("is its own");
    assert_eq!(advisor.recommend(PROFILE, r#"{"stability": false}"#), Ok(report.json()));
    let found = ladder(&recommender, &profile, 1).expect("the profile is of the catalogue");
    assert_eq!(advisor.ladder(PROFILE, r#"{"each": 1}"#), Ok(LadderReport::new(&found).json()));
    let found = stability(&recommender, &profile, 3).expect("the profile is of the catalogue");
    assert_eq!(advisor.stability(PROFILE, r#"{"top": 3}"#), Ok(StabilityReport::new(&found).json()));
}

#[test]
fn a_record_replays() {
    let (advisor, (recommender, profile)) = (&*ADVISOR, recommender());
    let expected = record(&recommender, &profile, 10, Diversity::None, RecordedWeights::Defaults).expect("is of the catalogue");
    assert_eq!(advisor.record(PROFILE, ""), Ok(expected.clone()));
    let found = replay(&expected, Catalogue::demo()).expect("is a record");
    same(&ReplayReport::new(&found), |options| advisor.replay(&expected, options));
    assert!(found.is_identical());
}

#[test]
fn weights_are_given_by_name_or_as_a_file() {
    let shelf = Shelf::demo();
    let by_name = Advisor::new(shelf.catalogue(), r#"{"interest": 3, "status": 1}"#).expect("are weights");
    let file = "[weights]\ninterest = 3\nstatus = 1\n[provenance]\ndata = \"none\"\n";
    let of_file = Advisor::new(shelf.catalogue(), file).expect("are weights");
    assert_eq!(by_name.recommend(PROFILE, ""), of_file.recommend(PROFILE, ""));
    let record: Value = serde_json::from_str(&of_file.record(PROFILE, "").expect("is recorded")).expect("is JSON");
    assert_eq!(record["question"]["weights_origin"], json!({"from": "given", "provenance": {"data": "none"}}));
    let as_json = r#"{"weights": {"interest": 3, "status": 1}, "provenance": {"data": "none"}}"#;
    let as_json = Advisor::new(shelf.catalogue(), as_json).expect("are weights");
    assert_eq!(as_json.record(PROFILE, ""), of_file.record(PROFILE, ""));
    let failure = Advisor::new(shelf.catalogue(), r#"{"taste": 1}"#).expect_err("is no criterion");
    assert_eq!(failure.kind, FailureKind::Weights);
}

#[test]
fn questions_are_read_from_json_too() {
    let shelf = Shelf::demo();
    let questions: Value = serde_json::from_str(&INTERVIEWER.questions()).expect("is JSON");
    let text = json!({"schema": "boussole/quiz/1", "question": questions}).to_string();
    let read = Interviewer::new(&text, shelf.catalogue()).expect("are questions");
    assert_eq!(read.questions(), INTERVIEWER.questions());
    let failure = Interviewer::new("{\"question\": 3}", shelf.catalogue()).expect_err("is no list");
    let told =
        "expected JSON with a list \"question\", found: invalid type: integer `3`, expected a sequence at line 1 column 14";
    assert!(failure.message.contains(told), "{failure}");
}

#[test]
fn a_quiz_is_that_of_the_library() {
    let (catalogue, advisor) = (Catalogue::demo(), &*ADVISOR);
    let (quiz, interviewer) = (Quiz::demo(&catalogue), &*INTERVIEWER);
    let mut expected = Session::new(Settings::default()).with_seed(3);
    let mut session = interviewer.start(r#"{"seed": 3}"#).expect("are options");
    assert_eq!(session, expected.to_json());
    while let Some(question) = expected.next_question(&quiz) {
        let step: Value = serde_json::from_str(&interviewer.next(&session, "").expect("is a session")).expect("is JSON");
        assert_eq!(step["question"]["id"], question.id);
        let (answer, text) = if question.kind() == boussole::quiz::QuestionKind::Interest {
            (Answer::RatherYes, r#""rather_yes""#)
        } else {
            (Answer::Skip, r#""skip""#)
        };
        session = interviewer.answer(&session, &question.id, text).expect("fits");
        expected.answer(&quiz, &question.id, answer).expect("fits");
        assert_eq!(session, expected.to_json());
    }
    let step: Value = serde_json::from_str(&interviewer.next(&session, "").expect("is a session")).expect("is JSON");
    assert!(step["question"].is_null() && step["ending"].is_string() && step["too_early"].is_null());
    let profile = expected.profile(&quiz);
    assert_eq!(interviewer.profile(&session), Ok(serde_json::to_string(&profile).expect("is data")));
    let (recommender, _) = recommender();
    let ranking = recommender.recommend(&profile, 10).expect("is of the catalogue");
    let report = RecommendationReport::new(&recommender, &profile, &ranking).expect("is its own");
    assert_eq!(interviewer.result(advisor, &session, ""), Ok(quiz_json(&report, &expected, &quiz, Voice::default())));
    expected.back();
    assert_eq!(interviewer.back(&session), Ok(expected.to_json()));
    assert_eq!(interviewer.check(&expected.to_json()), Ok(expected.to_json()));
}

#[test]
fn an_entry_of_the_portrait_names_the_questions_that_correct_it() {
    let interviewer = &*INTERVIEWER;
    let session = interviewer.answer(&interviewer.start("").expect("is new"), "art-1", r#""yes""#).expect("fits");
    let portrait: Value = serde_json::from_str(&interviewer.portrait(&session, "").expect("is a session")).expect("is JSON");
    let entry = &portrait["groups"][0]["entries"][0];
    assert_eq!(entry["questions"], json!(["art-1", "art-2"]));
    let again: Value = serde_json::from_str(&interviewer.ask(&session, "art-1", "").expect("is a question")).expect("is JSON");
    assert_eq!(again["question"]["id"], "art-1");
    let changed = interviewer.change(&session, "art-1", r#""no""#).expect("fits");
    assert!(interviewer.profile(&changed).expect("is a session").contains(":-1.0"));
}

#[test]
fn a_catalogue_is_looked_up() {
    let shelf = Shelf::read("mes fiches", Catalogue::demo().to_json().as_bytes()).expect("is a catalogue");
    assert_eq!(shelf.catalogue().fingerprint(), Catalogue::demo().fingerprint());
    assert_eq!(shelf.problems(), "[]");
    let metier: Value = serde_json::from_str(&shelf.metier("MET.171").expect("is there")).expect("is JSON");
    assert_eq!(metier["id"], "MET.171");
    assert_eq!(shelf.metier("MET.1710000"), None);
    assert_eq!(shelf.find("vétérinaire", ""), Ok(shelf.metier("MET.171").expect("is there")));
    let labels: Value = serde_json::from_str(&shelf.labels("interests").expect("is a kind")).expect("is JSON");
    assert_eq!(labels.as_array().map(Vec::len), Some(25));
    let metiers: Value = serde_json::from_str(&shelf.metiers()).expect("is JSON");
    assert_eq!(metiers.as_array().map(Vec::len), Some(shelf.catalogue().len()));
}

/// What a failed call says, as another language gets it.
#[track_caller]
#[allow(clippy::needless_pass_by_value, reason = "calls say what is expected in place")]
fn fails(result: Result<String, Failure>, expected: Value) {
    let failure = result.expect_err("the call is at fault");
    let mut found: Value = serde_json::from_str(&failure.to_json()).expect("is JSON");
    found.as_object_mut().expect("is an object").remove("message");
    assert_eq!(found, expected);
}

#[test]
fn a_failure_holds_every_problem() {
    let advisor = &*ADVISOR;
    let two = r#"{"interests": {"j'aime la natture": 1, "j'ai le sens du contact": 2}, "access_level": {"willing": "bac+40"}}"#;
    let failure = advisor.recommend(two, "").expect_err("two are wrong");
    assert_eq!((failure.kind, failure.problems.len()), (FailureKind::Profile, 2));
    fails(
        advisor.recommend(r#"{"interests": {"j'aime la natture": 1}}"#, ""),
        json!({"kind": "profile", "problems": [{
            "message": "interests: expected an interest of the catalogue, found « j'aime la natture »; the nearest are « j'aime la nature »",
            "field": "interests",
            "nearest": ["j'aime la nature"],
        }]}),
    );
    let failure = advisor.explain(PROFILE, "conseiller", "").expect_err("several fit");
    assert_eq!((failure.kind, failure.problems[0].nearest.len()), (FailureKind::Metier, 4));
    for options in [
        r#"{"tops": 3}"#,
        r#"{"top": -1}"#,
        r#"{"language": "de"}"#,
        r#"{"link": "javascript:{id}"}"#,
        r#"{"diversity": "mmr=7"}"#,
        "3",
        "{",
    ] {
        let failure = advisor.recommend(PROFILE, options).expect_err("are no options");
        assert_eq!(failure.kind, FailureKind::Options, "{options}");
        assert!(failure.message.starts_with("options: expected JSON with options of this call, found: "), "{}", failure.message);
    }
}

#[test]
fn what_is_wrong_in_data_is_told_with_its_place() {
    let text = "id,libelle,niveau_acces\nMET.1,botaniste,licorne\nMET.2,plongeur,Bac + 2\n";
    let shelf = Shelf::read("mes fiches.csv", text.as_bytes()).expect("has a fiche");
    let problems: Value = serde_json::from_str(&shelf.problems()).expect("is JSON");
    assert_eq!(problems[0]["source"], "mes fiches.csv");
    assert_eq!(problems[0]["line"], 2);
    assert_eq!(problems[0]["metier"], "MET.1");
    assert_eq!(problems[0]["field"], "access_level");
    let failure = Shelf::read("leer.json", b"{}").expect_err("has no fiche");
    assert_eq!(failure.kind, FailureKind::Catalogue);
    assert!(!failure.problems.is_empty());
}

/// Texts that nobody means.
fn hostile() -> impl Strategy<Value = String> {
    let pieces = [
        "{",
        "}",
        "[",
        "]",
        "\"",
        ":",
        ",",
        "\\",
        "null",
        "1e999",
        "-0",
        "18446744073709551616",
        "\u{0}",
        "seed",
        "interests",
        "given",
        "question",
        "schema",
        "boussole/session/2",
        "MET.171",
        "é",
        "[weights]",
    ];
    prop_oneof![
        proptest::collection::vec(proptest::sample::select(pieces.to_vec()), 0..40).prop_map(|pieces| pieces.concat()),
        any::<String>(),
        (0_usize..300).prop_map(|n| "[".repeat(n)),
        (0_usize..300).prop_map(|n| "{\"interests\":".repeat(n)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_a_call_panic(one in hostile(), other in hostile()) {
        let (advisor, interviewer) = (&*ADVISOR, &*INTERVIEWER);
        let shelf = Shelf::read("one", b"id,libelle\nMET.1,botaniste\n").expect("has a fiche");
        let results = [
            advisor.recommend(&one, &other), advisor.recommend(PROFILE, &one), advisor.explain(PROFILE, &one, &other),
            advisor.compare(PROFILE, &one, &other, ""), advisor.what_if(&one, "MET.171", ""), advisor.ladder(PROFILE, &one),
            advisor.replay(&one, &other), advisor.record(&one, ""), shelf.find(&one, &other), shelf.labels(&one),
            interviewer.start(&one), interviewer.next(&one, &other), interviewer.answer(&one, "art-1", &other),
            interviewer.ask(&interviewer.start("").expect("is new"), &one, ""), interviewer.check(&one),
        ];
        for failure in results.into_iter().filter_map(Result::err) {
            prop_assert!(!failure.problems.is_empty() && !failure.message.is_empty());
        }
        let _ = (Advisor::new(shelf.catalogue(), &one), Shelf::read(&other, one.as_bytes()), Interviewer::new(&one, shelf.catalogue()));
    }
}
