//! Guards: known weights come back, and what the data do not support is refused with its reason.

use linfa::traits::Fit;

use boussole::catalogue::Catalogue;
use boussole::features::{Criterion, InterestFactors};
use boussole::ranking::Recommender;
use boussole::weights::Weights;
use boussole_lab::{RawWorld, Survey};
use boussole_tuning::*;

fn in_world(world: &RawWorld, survey: &Survey) -> Preferences {
    Preferences::from_scores(&Weights::default(), &survey.on_world(world)).expect("simulated scores are finite")
}

/// Pairs that run against the first criterion: what scores higher there is turned down.
fn against_the_first(n_students: usize) -> Preferences {
    let world = RawWorld::new(3, 60, 4);
    let survey = Survey { n_students, noise: 0.02, seed: 5, ..Survey::default() };
    let mut pairs = survey.on_world(&world);
    for pair in &mut pairs {
        if let Choice::Scores { preferred, over } = &mut pair.choice {
            for side in [preferred, over] {
                let score = side.get_mut("c00").expect("it is a criterion");
                *score = -*score;
            }
        }
    }
    Preferences::from_scores(&Weights::default(), &pairs).expect("simulated scores are finite")
}

fn messages(report: &TuningReport) -> Vec<String> {
    report.refusals.iter().map(ToString::to_string).collect()
}

#[test]
fn a_thousand_pairs_of_a_hundred_students_bring_31_weights_back() {
    let world = RawWorld::new(31, 734, 0);
    let preferences = in_world(&world, &Survey::default());
    assert_eq!((preferences.n_pairs() + preferences.n_equal() + preferences.n_repeated(), preferences.n_students()), (1000, 100));
    let tuned = preferences.tuner().fit(&preferences.dataset()).expect("the data are good");
    let (before, after) = (world.recovery(world.prior(), 40, 9), world.recovery(tuned.values(), 40, 9));
    assert!(0.98 <= after, "{after} after, {before} before");
    assert!(before < 0.9, "{before} before");
    assert_eq!(tuned.stop_reason(), StopReason::Optimal);
}

#[test]
fn weights_of_criteria_come_back_from_a_catalogue() {
    let recommender = Recommender::new(Catalogue::demo(), Weights::default()).expect("there are métiers");
    let truth = [(Criterion::Interest, 0.3), (Criterion::AccessLevel, 0.4), (Criterion::Status, 0.1), (Criterion::Sector, 0.2)];
    let truth = Weights::new(truth).expect("they are weights");
    let survey = Survey { n_students: 60, ..Survey::default() };
    let pairs = survey.on_catalogue(&recommender, &truth);
    let preferences = Preferences::from_profiles(&recommender, &pairs, Grain::Criterion).expect("they are good");
    assert_eq!(preferences.n_simulated(), 600);
    let report =
        tune(&preferences, &TuningPlan { lambda: Some(3.0), ..TuningPlan::default() }, &mut || {}).expect("it can be tuned");
    assert_eq!(messages(&report), Vec::<String>::new());
    let fit = report.fit.expect("there are enough data");
    // What no pair tells apart keeps its default.
    let is_told = |criterion: Criterion| fit.features.iter().any(|one| one.name == criterion.name() && 0 < one.n_pairs);
    let tuned = fit.weights.to_weights().expect("they are criteria").over(is_told).expect("some are told apart");
    for (criterion, weight) in truth.iter() {
        assert!((tuned.get(criterion) - weight).abs() < 0.1, "{criterion}: {} is not {weight}", tuned.get(criterion));
    }
    let validation = &fit.cross_validation;
    assert!(validation.defaults.accuracy < validation.tuned().accuracy, "{validation:?}");
    for feature in &fit.features {
        assert!(feature.stability.lower <= feature.stability.upper && (0.0..=1.0).contains(&feature.after), "{feature:?}");
    }
}

/// How many of some preferences a recommender orders as the students did.
fn n_right(recommender: &Recommender, pairs: &[Preference]) -> usize {
    let is_right = |pair: &&Preference| {
        let Choice::Metiers { profile, preferred, over } = &pair.choice else { unreachable!("they are métiers") };
        let scores = recommender.scores(profile).expect("the labels are known");
        let score = |id| scores[recommender.catalogue().position(id).expect("it is there")].value();
        score(over) < score(preferred)
    };
    pairs.iter().filter(is_right).count()
}

#[test]
fn factors_of_interests_come_back_from_a_catalogue() {
    let recommender = Recommender::new(Catalogue::demo(), Weights::default()).expect("there are métiers");
    let (dear, dull) = ("j'aime la nature", "j'ai le sens du contact");
    let truth = InterestFactors::new([(dear, 5.0), (dull, 0.2)]).expect("they are in range");
    let truth = Weights::default().with_interest_factors(truth);
    let survey = |seed| Survey { n_students: 250, seed, ..Survey::default() }.on_catalogue(&recommender, &truth);
    let preferences = Preferences::from_profiles(&recommender, &survey(1), Grain::Interest).expect("they are good");
    let plan = TuningPlan { lambda: Some(1.0), ..TuningPlan::default() };
    let report = tune(&preferences, &plan, &mut || {}).expect("it can be tuned");
    assert_eq!(messages(&report), Vec::<String>::new());
    let factors = interest_factors(&report, &recommender).expect("interests weigh");
    assert!(1.5 < factors.get(dear) && factors.get(dull) < 0.7, "{factors:?}");
    let weights = Weights::default().with_interest_factors(factors);
    let factored = Recommender::new(Catalogue::demo(), weights).expect("they suit the catalogue");
    let (before, after) = (n_right(&recommender, &survey(2)), n_right(&factored, &survey(2)));
    assert!(before < after, "{before} before, {after} after");
}

#[test]
fn too_few_pairs_or_students_are_refused_before_any_fit() {
    let world = RawWorld::new(3, 60, 1);
    let few = in_world(&world, &Survey { n_students: 3, ..Survey::default() });
    let mut n_fits = 0;
    let report = tune(&few, &TuningPlan::default(), &mut || n_fits += 1).expect("it is no error");
    let n = few.n_pairs();
    assert_eq!(
        messages(&report),
        [
            format!("expected at least 100 pairs that differ, found {n}; gather more before tuning"),
            "expected pairs of at least 10 students, found 3; ask more people, not the same ones more often".to_owned(),
        ]
    );
    assert!(!report.is_accepted() && report.fit.is_none() && n_fits == 0);
}

#[test]
fn answers_by_the_toss_of_a_coin_are_refused() {
    let world = RawWorld::new(4, 80, 2);
    let coin = in_world(&world, &Survey { n_students: 20, noise: 1e6, ..Survey::default() });
    let report = tune(&coin, &TuningPlan::default(), &mut || {}).expect("it is no error");
    assert!(!report.is_accepted());
    let improvement = report.fit.as_ref().expect("there are enough data").cross_validation.improvement;
    assert_eq!(
        messages(&report)[0],
        format!(
            "expected a held-out log-loss lower than with the default weights by more than one standard error ({:.4}), found {:+.4} lower",
            improvement.standard_error, improvement.mean
        )
    );
}

#[test]
fn what_preferences_run_against_weighs_nothing_and_the_others_are_judged() {
    let report = tune(&against_the_first(30), &TuningPlan::default(), &mut || {}).expect("it is no error");
    assert_eq!(messages(&report), Vec::<String>::new());
    let fit = report.fit.expect("there are enough data");
    let [opposed] = &fit.opposed[..] else { panic!("one criterion is turned round: {:?}", fit.opposed) };
    assert!(opposed.name == "c00" && opposed.value < 0.0 && opposed.negative_part == 1.0, "{opposed:?}");
    assert!(fit.features[0].is_opposed && fit.features[0].after == 0.0 && !fit.features[1].is_opposed);
    assert!(0.1 < fit.features[1].after && 0.1 < fit.features[2].after, "{:?}", fit.features);
}

#[test]
fn same_seed_same_report_and_progress_counts_every_fit() {
    let world = RawWorld::new(3, 60, 3);
    let preferences = in_world(&world, &Survey { n_students: 12, ..Survey::default() });
    let plan = TuningPlan { fixed: vec![("c01".to_owned(), 0.3)], ..TuningPlan::default() };
    let mut counted = 0;
    let report = tune(&preferences, &plan, &mut || counted += 1).expect("it can be tuned");
    assert_eq!(counted, n_fits(&preferences, &plan));
    assert_eq!(tune(&preferences, &plan, &mut || {}).expect("it can be tuned"), report);
    let fit = report.fit.expect("there are enough data");
    assert_eq!(fit.weights.get("c01"), Some(0.3));
    assert!(fit.features[1].is_fixed && !fit.features[0].is_fixed);
}

#[test]
fn the_largest_lambda_within_three_quarters_of_a_standard_error_is_chosen() {
    let world = RawWorld::new(4, 80, 6);
    let preferences = in_world(&world, &Survey { n_students: 20, ..Survey::default() });
    let report = tune(&preferences, &TuningPlan::default(), &mut || {}).expect("it can be tuned");
    let validation = report.fit.expect("there are enough data").cross_validation;
    assert_eq!(validation.scores.iter().map(|score| score.lambda).collect::<Vec<_>>(), LAMBDAS);
    for (place, score) in validation.scores.iter().enumerate() {
        let is_within = score.excess.mean <= 0.75 * score.excess.standard_error;
        assert!(if place == validation.chosen { is_within } else { place < validation.chosen || !is_within }, "{validation:?}");
    }
}
