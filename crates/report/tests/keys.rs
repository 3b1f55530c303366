//! Every key that a JSON document promises: where a document changes, its schema gets a new number, and `tests/snapshots/keys__*` shows how.

#![cfg(all(feature = "evaluation", feature = "simulation", feature = "tuning"))]

#[path = "../../../tests/tidy/sources.rs"]
#[allow(dead_code, reason = "the rules of `tests/tidy.rs` use the rest")]
mod sources;

use std::collections::BTreeSet;

use boussole::catalogue::{Audit, Metier};
use boussole::inquiry::{
    ReachabilityScope, RecordedWeights, contrast, counterfactual, ladder, metier_stability, reachability, record, replay,
    stability,
};
use boussole::quiz::{Answer, QuestionKind, Quiz, Session, Settings};
use boussole::ranking::Diversity;
use boussole::weights::Provenance;
use boussole::{Catalogue, Profile, Recommender, Weights};
use boussole_evaluation::{CatalogueMetric, Conventions, Metric, Qrels, Resampling, Run, Shown, compare_evaluations, evaluate};
use boussole_report::{
    AuditReport, BatchLines, CatalogueValue, ContrastReport, EvaluationReport, ExplanationReport, LadderReport,
    RecommendationReport, ReplayReport, Report, SimulationReport, StabilityReport, TuningDocument, Voice, WhatIfReport,
    quiz_json,
};
use boussole_simulation::{StudentKind, simulate};
use boussole_tuning::{Grain, Preferences, RankMoves, TuningPlan, tune};
use serde_json::Value;

/// All paths of a document and what stands at their ends, in order. An element of a list is `[]`; a key that is data, such as a label, is `*`.
fn paths(document: &str) -> String {
    fn walk(value: &Value, path: &str, found: &mut BTreeSet<String>) {
        let kind = match value {
            Value::Object(fields) => {
                for (key, value) in fields {
                    let is_name = key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "_@".contains(c));
                    let is_data = !is_name || ["interests", "statuses", "sectors"].iter().any(|part| path.ends_with(part));
                    walk(value, &format!("{path}.{}", if is_data { "*" } else { key }), found);
                }
                return;
            }
            Value::Array(items) => {
                for item in items {
                    walk(item, &format!("{path}[]"), found);
                }
                if !items.is_empty() {
                    return;
                }
                "empty"
            }
            Value::Null => "null",
            Value::Bool(_) => "bool",
            Value::Number(_) => "number",
            Value::String(text) if path == ".schema" => text,
            Value::String(_) => "text",
        };
        found.insert(format!("{} {kind}\n", path.trim_start_matches('.')));
    }
    let mut found = BTreeSet::new();
    walk(&serde_json::from_str(document).expect("is JSON"), "", &mut found);
    found.into_iter().collect()
}

macro_rules! assert_paths {
    ($($name:literal: $document:expr),* $(,)?) => { $(insta::assert_snapshot!($name, paths(&$document));)* };
}

fn recommender() -> Recommender {
    Recommender::new(Catalogue::demo(), Weights::default()).expect("there are métiers")
}

fn text(path: &str) -> String {
    sources::texts(path).pop().expect("is there").1
}

fn maelle() -> Profile {
    Profile::from_text(&text("fixtures/profiles/maelle.toml")).expect("is a profile")
}

#[test]
fn keys_of_lists_and_explanations() {
    let (recommender, profile) = (recommender(), maelle());
    let id = "MET.279".parse().expect("an identifier");
    let filtered = Profile::builder().likes("j'aime la nature").only_status("fonctionnaire").build().expect("is a profile");
    let ranking = recommender.recommend_diverse(&filtered, 3, Diversity::XQUAD).expect("is of the catalogue");
    let list = recommender.recommend(&profile, 4).expect("is of the catalogue");
    let explained = recommender.explain(&profile, &id).expect("is of the catalogue");
    let place = metier_stability(&recommender, &profile, &id, 10).expect("is of the catalogue");
    let placed = recommender.shortlist(&profile, 2).expect("is of the catalogue");
    let (mut line, mut error_line) = (Vec::new(), Vec::new());
    BatchLines::new(recommender.catalogue()).write(None, &placed, &mut line);
    BatchLines::write_error(None, "an error", &mut error_line);
    let [line, error_line] = [line, error_line].map(|line| String::from_utf8(line).expect("is UTF-8"));
    assert_paths! {
        "recommendation": RecommendationReport::new(&recommender, &profile, &list).expect("is its own").json(),
        "recommendation_filtered": RecommendationReport::new(&recommender, &filtered, &ranking).expect("is its own").json(),
        "explanation": ExplanationReport::new(&recommender, &profile, &explained).expect("is its own").with_stability(place.as_ref()).json(),
        "batch": line,
        "batch_error": error_line,
    }
}

#[test]
fn keys_of_inquiries() {
    let (recommender, profile) = (recommender(), maelle());
    let [first, second] = ["MET.7829", "MET.279"].map(|id| id.parse().expect("an identifier"));
    let contrast = contrast(&recommender, &profile, &first, &second).expect("is of the catalogue");
    let found = counterfactual(&recommender, &profile, &second, 10).expect("is of the catalogue");
    let stable = stability(&recommender, &profile, 3).expect("is of the catalogue");
    let ladder = ladder(&recommender, &profile, 1).expect("is of the catalogue");
    let recorded = record(&recommender, &profile, 1, Diversity::None, RecordedWeights::Defaults).expect("is of the catalogue");
    let other = replay(&recorded.replacen("\"rank\": 1,", "\"rank\": 2,", 1), Catalogue::demo()).expect("is a record");
    assert_paths! {
        "contrast": ContrastReport::new(&contrast).json(),
        "whatif": WhatIfReport::new(&found).json(),
        "stability": StabilityReport::new(&stable).json(),
        "ladder": LadderReport::new(&ladder).json(),
        "replay": ReplayReport::new(&other).json(),
        "record": recorded,
    }
}

#[test]
fn keys_of_an_audit() {
    let recommender = recommender();
    let metiers = recommender.catalogue().metiers();
    let loaded = Catalogue::from_metiers(metiers.iter().chain(&metiers[..1]).map(|metier| Metier::clone(metier)));
    let audit = Audit::of(&loaded.catalogue, &loaded.problems);
    let scope = ReachabilityScope { max_likes: 1, ..ReachabilityScope::default() };
    let found = reachability(&recommender, scope, |_, _| {}).expect("is of the catalogue");
    assert_paths! { "audit": AuditReport::new(&audit, Some(&found)).json() }
}

#[test]
fn keys_of_quizzes() {
    let recommender = recommender();
    let quiz = Quiz::demo(recommender.catalogue());
    let mut session = Session::new(Settings::default());
    while let Some(question) = session.next_question(&quiz) {
        let answer = match question.kind() {
            QuestionKind::Interest | QuestionKind::Constraint => Answer::Yes,
            QuestionKind::Sectors => Answer::Sectors(vec![question.sector_choices()[0].sector.clone()]),
            QuestionKind::Words => Answer::Words(vec!["dessiner".to_owned()]),
            _ => Answer::Skip,
        };
        session.answer(&quiz, &question.id, answer).expect("was asked");
    }
    let profile = session.profile(&quiz);
    let list = recommender.recommend(&profile, 1).expect("is of the catalogue");
    let simulated = |kind| simulate(&quiz, &recommender, Settings::default(), kind, 4, 0).expect("can be asked");
    let simulations: Vec<_> = StudentKind::ALL.into_iter().map(simulated).collect();
    assert_paths! {
        "quiz": quiz_json(&RecommendationReport::new(&recommender, &profile, &list).expect("is its own"), &session, &quiz, Voice::default()),
        "simulation": SimulationReport::new(&simulations, recommender.catalogue().len(), 0).json(),
    }
}

#[test]
fn keys_of_an_evaluation() {
    let qrels = Qrels::parse_trec("lea 0 MET.1 2\ntom 0 MET.3 1\n").expect("are judgements");
    let run = Run::parse_trec("lea Q0 MET.1 1 0.9 demo\nuna Q0 MET.4 1 0.8 demo\n").expect("is a run");
    let baseline = Run::parse_trec("lea Q0 MET.2 1 0.9 demo\n").expect("is a run");
    let metrics: [Metric; 1] = ["ndcg@10".parse().expect("is a metric")];
    let evaluated = |run: &Run| evaluate(&qrels, run, &metrics, Conventions::default());
    let (evaluation, resampling) = (evaluated(&run), Resampling::default());
    let comparisons = compare_evaluations(&evaluation, &evaluated(&baseline), &resampling).expect("have the same queries");
    let metric: CatalogueMetric = "coverage@1".parse().expect("is a metric");
    let shown = Shown::new(&run, ["MET.1", "MET.4"], metric.cutoff());
    let groups = shown.exposure(|id| vec![id.to_owned()]);
    let of_catalogue = [
        CatalogueValue::Number { name: "coverage@1".into(), value: shown.coverage() },
        CatalogueValue::exposure("exposure@1".into(), "level", groups, |group: String| group),
    ];
    let names = ["ndcg@10".to_owned()];
    let report = EvaluationReport::new(&evaluation, &comparisons, &names, &resampling, true).with_catalogue(&of_catalogue);
    assert_paths! { "evaluation": report.json() }
}

#[test]
fn keys_of_tuned_weights() {
    let recommender = recommender();
    let preferences = Preferences::from_json_lines(&text("fixtures/preferences/simulated.jsonl"), &recommender, Grain::Criterion);
    let plan = TuningPlan { lambda: Some(3.0), ..TuningPlan::default() };
    let report = tune(&preferences.expect("are preferences"), &plan, &mut || {}).expect("can be tuned");
    let provenance = Provenance {
        data: "xxh3".into(),
        n_pairs: report.n_pairs,
        n_students: report.n_students,
        n_simulated: report.n_simulated,
        lambda: Some(3.0),
        seed: 0,
        date: Some("2026-01-31".into()),
        version: "0.1.0".into(),
    };
    let weights = report.fit.as_ref().and_then(|fit| fit.weights.to_weights().ok()).expect("there are enough data");
    let after = Recommender::new(Catalogue::demo(), weights).expect("there are métiers");
    let moves = [RankMoves::between(&recommender, &after, "maelle.toml", &maelle()).expect("is of the catalogue")];
    assert_paths! { "tuning": TuningDocument::new(&report, &provenance).with_moves(&moves).json() }
}
