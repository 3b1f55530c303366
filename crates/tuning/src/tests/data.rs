//! Preferences as data: one arithmetic with the explanation, silence, whose pairs are whose, and all problems at once.

use std::collections::BTreeMap;

use super::super::*;
use boussole::catalogue::Catalogue;
use boussole::features::Criterion;
use boussole::profile::Profile;
use boussole::ranking::Recommender;
use boussole::weights::Weights;

fn recommender() -> Recommender {
    Recommender::new(Catalogue::demo(), Weights::default()).expect("the demonstration has métiers")
}

fn profile() -> Profile {
    let builder = Profile::builder().likes("j'ai le sens du contact").dislikes("j'aime la nature");
    builder.willing(boussole::catalogue::AccessLevel::Bac).build().expect("the answers are good")
}

fn between(preferred: &str, over: &str) -> Preference {
    let id = |text: &str| text.parse().expect("it is an identifier");
    let choice = Choice::Metiers { profile: Box::new(profile()), preferred: id(preferred), over: id(over) };
    Preference { student: None, is_simulated: false, weight: 1.0, choice }
}

fn scored(student: Option<&str>, preferred: &[(&str, f64)], over: &[(&str, f64)]) -> Preference {
    let side =
        |scores: &[(&str, f64)]| scores.iter().map(|(name, score)| ((*name).to_owned(), *score)).collect::<BTreeMap<_, _>>();
    let choice = Choice::Scores { preferred: side(preferred), over: side(over) };
    Preference { student: student.map(str::to_owned), is_simulated: false, weight: 1.0, choice }
}

/// Ids of the first and the last métier of a ranking, so that they differ.
fn ends(recommender: &Recommender) -> (String, String) {
    let ranking = recommender.recommend(&profile(), recommender.catalogue().len()).expect("the labels are known");
    let id = |index: usize| ranking.recommendations[index].metier.id.to_string();
    (id(0), id(ranking.n_ranked - 1))
}

#[test]
fn contrasts_weighted_by_the_weights_of_the_student_are_the_difference_of_scores() {
    let recommender = recommender();
    let (first, last) = ends(&recommender);
    let preferences =
        Preferences::from_profiles(&recommender, &[between(&first, &last)], Grain::Criterion).expect("they are good");
    let applied = recommender.query(&profile()).expect("the labels are known").weights().clone();
    let weighted: f64 = Criterion::ALL.iter().map(|c| applied.get(*c) * preferences.students()[0][0].contrast[c.index()]).sum();
    let score = |id: &str| {
        let id = id.parse().expect("it is an identifier");
        recommender.explain(&profile(), &id).expect("it is there").explanation.score().value()
    };
    assert!((weighted - (score(&first) - score(&last))).abs() < 1e-12);
    // The student said nothing about statuses; sectors are inferred from interests.
    assert_eq!(preferences.students()[0][0].contrast[Criterion::Status.index()], 0.0);
}

#[test]
fn interests_of_their_own_sum_to_the_criterion() {
    let recommender = recommender();
    let (first, last) = ends(&recommender);
    let of = |grain| Preferences::from_profiles(&recommender, &[between(&first, &last)], grain).expect("they are good");
    let (whole, parts) = (of(Grain::Criterion), of(Grain::Interest));
    let n_interests = recommender.catalogue().interests().len();
    assert_eq!(parts.names().len(), n_interests + Criterion::COUNT - 1);
    assert_eq!(parts.prior()[0], Weights::default().get(Criterion::Interest));
    let sum: f64 = parts.students()[0][0].contrast[..n_interests].iter().sum();
    assert!((sum - whole.students()[0][0].contrast[0]).abs() < 1e-12);
}

#[test]
fn order_changes_nothing_and_students_are_told_apart() {
    let recommender = recommender();
    let (a, b) = ([("interest", 0.7), ("status", 0.5)], [("interest", 0.4), ("status", 0.6)]);
    let mut pairs = vec![
        scored(Some("zoe"), &a, &b),
        scored(None, &b, &a),
        scored(Some("adam"), &a, &b),
        scored(None, &a, &a),
        scored(Some("zoe"), &b, &a),
        scored(None, &b, &a),
    ];
    let preferences = Preferences::from_scores(recommender.weights(), &pairs).expect("they are good");
    assert_eq!((preferences.n_students(), preferences.n_pairs(), preferences.n_equal()), (4, 5, 1));
    assert_eq!(preferences.n_unnamed(), 3);
    // All criteria are there although the scores name two: the others keep their place.
    assert_eq!(preferences.names().len(), Criterion::COUNT);
    pairs.reverse();
    assert_eq!(Preferences::from_scores(recommender.weights(), &pairs).expect("they are good"), preferences);
    let (first, last) = ends(&recommender);
    let same = [between(&first, &last), between(&last, &first)];
    assert_eq!(Preferences::from_profiles(&recommender, &same, Grain::Criterion).expect("they are good").n_students(), 1);
}

#[test]
fn a_cap_leaves_each_student_that_many_pairs() {
    let pairs: Vec<Preference> =
        (1..=9).map(|n| scored(Some(if n < 8 { "often" } else { "seldom" }), &[("x", f64::from(n))], &[("x", 0.0)])).collect();
    let preferences = Preferences::from_scores(&Weights::default(), &pairs).expect("they are good");
    let capped = preferences.capped(3, 1);
    assert_eq!(capped.students().iter().map(Vec::len).collect::<Vec<_>>(), [3, 2]);
    assert_eq!(capped, preferences.capped(3, 1));
    assert_eq!(preferences.capped(30, 1), preferences);
    assert_ne!(capped, preferences.capped(3, 2));
}

#[test]
fn dataset_has_names_and_both_classes() {
    let pair = |student| scored(Some(student), &[("y", 1.0), ("x", 0.2)], &[("y", 0.5), ("x", 0.3)]);
    let pairs = [pair("a"), pair("a"), pair("b")];
    let data = Preferences::from_scores(&Weights::default(), &pairs).expect("they are good").dataset();
    assert_eq!(data.weights(), Some(&[2.0, 1.0][..]));
    assert_eq!(data.feature_names(), ["x", "y"]);
    assert_eq!(data.targets.to_vec(), [true, false]);
    assert_eq!(data.records.row(0).to_vec(), data.records.row(1).map(|value| -value).to_vec());
}

#[test]
fn every_wrong_line_is_told_at_once() {
    let lines = [
        r#"{"student": "a", "profile": {"interests": {"j'ai le sens du contact": 1.0}}, "preferred": "MET.710", "over": "MET.10"}"#,
        "",
        "nonsense",
        r#"{"profile": {"interests": {"j'aime le bruit": 1.0}}, "preferred": "MET.710", "over": "MET.999"}"#,
        r#"{"profile": {}, "preferred": "MET.10", "over": "MET.10"}"#,
        r#"{"preferred": "MET.710", "over": "MET.10"}"#,
        r#"{"preferred": {"interest": 0.5}, "over": {"interest": 0.4}}"#,
        r#"{"profile": {}, "preferred": "MET.710", "over": 3}"#,
    ];
    let error = Preferences::from_json_lines(&lines.join("\n"), &recommender(), Grain::Criterion).expect_err("lines are wrong");
    let message = error.to_string();
    let of_line = |line: usize| -> Vec<&str> {
        let prefix = format!("line {line}: ");
        message.lines().filter_map(|text| text.strip_prefix(prefix.as_str())).collect()
    };
    let form = "expected {\"profile\": …, \"preferred\": …, \"over\": …}, found: ";
    assert_eq!(of_line(3), [format!("{form}expected ident (column 2)")]);
    assert_eq!(of_line(4).len(), 2, "{message}");
    assert!(of_line(4)[0].starts_with("interests: ") && of_line(4)[0].contains("« j'aime le bruit »"), "{message}");
    assert!(of_line(4)[1].starts_with("over: expected a métier of the catalogue, found MET.999; the nearest are "));
    assert_eq!(of_line(5), ["expected two different métiers, found MET.10 twice"]);
    assert_eq!(of_line(6), ["expected a profile beside the identifiers of two métiers, found none"]);
    assert_eq!(of_line(7), ["expected a profile and two métiers as in the first pair, found scores by name"]);
    assert_eq!(of_line(8), ["over: expected an identifier such as \"MET.1\" or scores by name, found 3"]);
}

#[test]
fn wrong_scores_are_told() {
    #[track_caller]
    fn refused(pairs: &[Preference], message: &str) {
        let error = Preferences::from_scores(&Weights::default(), pairs).expect_err("they are wrong");
        assert_eq!(error.to_string(), message);
    }
    refused(&[], "pair 1: expected at least one preference, found none");
    refused(&[scored(None, &[("x", f64::NAN)], &[("x", 0.0)])], "pair 1: x: expected a score from -1e100 to 1e100, found NaN");
    refused(
        &[scored(None, &[("x", 1.0), ("y", 1.0)], &[("x", 0.0)])],
        "pair 1: y: expected a score on both sides, found one only in preferred",
    );
    refused(
        &[between("MET.1", "MET.2")],
        "pair 1: expected scores by name as in the first pair, found a profile and two métiers",
    );
}

#[test]
fn few_wrong_lines_are_left_out_and_told_once_a_kind() {
    let good = |n: usize| format!(r#"{{"student": "s{}", "preferred": {{"x": {n}}}, "over": {{"x": 0}}}}"#, n % 4);
    let mut lines: Vec<String> = (1..=20).map(good).collect();
    lines[3] = "nonsense".into();
    lines[7] = r#"{"preferred": {"x": 1}, "over": {"y": 1}}"#.into();
    lines[9] = "{}".into();
    lines[12] =
        r#"{"student": "s0", "device": "phone", "preferred": {"x": 50}, "over": {"x": 0}, "position": 3, "timestamp": "now"}"#
            .into();
    let read = |lines: &[String]| Preferences::from_json_lines(&lines.join("\n"), &recommender(), Grain::Criterion);
    let preferences = read(&lines).expect("most are good");
    assert_eq!((preferences.n_pairs(), preferences.n_left_out()), (17, 3));
    let told: Vec<(&str, usize)> = preferences.remarks().iter().map(|one| (one.problem.kind(), one.n_lines)).collect();
    assert_eq!(told, [("syntax", 2), ("one_sided", 1), ("extra_field", 1)]);
    assert!(preferences.remarks()[2].to_string().ends_with("found « device »; it is ignored"), "{}", preferences.remarks()[2]);
    lines[15] = "nonsense".into();
    lines[16] = "nonsense".into();
    let error = read(&lines).expect_err("a quarter is wrong");
    assert_eq!(error.problems.len(), 6);
    assert!(error.to_string().starts_with("expected at most 20 % of the lines to be wrong, found 5 of 20\nline 4: "), "{error}");
}

#[test]
fn scores_have_no_interests_to_weigh() {
    let line = r#"{"student": "a", "preferred": {"interest": 1}, "over": {"interest": 0}}"#;
    let error =
        Preferences::from_json_lines(&[line, line].join("\n"), &recommender(), Grain::Interest).expect_err("no interests");
    let expected =
        "line 1: expected a profile and two métiers, since each interest is to have its own weight, found scores by name";
    assert_eq!(error.to_string(), expected);
}

#[test]
fn weights_counts_and_propensities_count() {
    let line = |more: &str| format!(r#"{{"student": "a", "preferred": {{"x": 1}}, "over": {{"x": 0}}{more}}}"#);
    let counted = |lines: &[String]| {
        let read = Preferences::from_json_lines(&lines.join("\n"), &recommender(), Grain::Criterion).expect("they are good");
        (read.n_pairs(), read.n_repeated(), read.pairs().counts.to_vec())
    };
    assert_eq!(counted(&[line("")]), (1, 0, vec![1.0]));
    assert_eq!(counted(&[line(""), line(r#", "count": 3"#), line(r#", "weight": 2"#)]), (1, 2, vec![6.0]));
    assert_eq!(counted(&[line(r#", "weight": 0.25"#)]), (1, 0, vec![0.25]));
    assert_eq!(counted(&[line(r#", "weight": 0.5, "propensity": 0.5"#)]), (1, 0, vec![1.0]));
    // What is seen once in ten thousand times counts as once in ten.
    assert_eq!(counted(&[line(r#", "weight": 0.5, "propensity": 0.0001"#)]), (1, 0, vec![5.0]));
    assert_eq!(counted(&[line(r#", "count": 100000"#)]), (1, 0, vec![30.0]));
    for (wrong, message) in [
        (r#", "weight": 0"#, "line 1: weight: expected a finite number above 0, found 0"),
        (r#", "count": 0.5"#, "line 1: count: expected a number from 1, found 0.5"),
        (r#", "propensity": 1.5"#, "line 1: propensity: expected a number above 0, at most 1, found 1.5"),
    ] {
        let error = Preferences::from_json_lines(&line(wrong), &recommender(), Grain::Criterion).expect_err("it is no weight");
        assert_eq!(error.to_string(), message);
    }
}
