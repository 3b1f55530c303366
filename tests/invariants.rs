//! The promises of the library, as properties of random catalogues, students and weights.
//!
//! - Contributions sum to the score, to the bit, in any order; the parts of the criteria do too; the fast score is the explained one.
//! - The order of métiers, of their labels and of answers changes no byte of any report; nor do feminine and masculine labels.
//! - A score rises with a yes and falls with a no; with interests alone, erasing an answer takes away exactly what it contributed.
//! - The effect of every answer is what erasing it changes, with what is inferred from it and with weights that grow.
//! - The first `k` are the beginning of the first `k + 1`; `explain` tells what `recommend` tells.
//! - The order is that of an independent sort; equal scores share a group; gates let through what they should and count the rest.
//! - No number that is not finite comes in; scores stay in [0, 1]; silence of a fiche is neutral and told.

#![cfg(all(feature = "demo", feature = "json", feature = "toml"))]

mod support;

use std::cmp::Reverse;

use boussole::catalogue::{AccessLevel, Catalogue, Metier, label_key};
use boussole::criteria::Origin;
use boussole::explanation::{Explanation, Points};
use boussole::features::{Criterion, WordMeaning};
use boussole::profile::Answers;
use boussole::ranking::{GateReason, Recommendation, tie_hash};
use boussole::{Profile, Recommender, Weights};
use proptest::prelude::*;
use support::{INTERESTS, SECTORS, STATUSES, Student, World, bytes_of, cases, id, interest_only, metier, world};

/// The largest distance from [0, 1] that rounding may cause.
const ROUNDING: f64 = 1e-12;

/// Scores and their terms are multiples of 2⁻⁴⁸.
const GRID: f64 = 1.0 / (1_u64 << 48) as f64;

/// The ranking of a profile with every number in it, as one text.
fn told(recommender: &Recommender, profile: &Profile) -> String {
    let ranking = recommender.recommend(profile, recommender.catalogue().len()).expect("labels are known");
    let one = |recommendation: &Recommendation| {
        let terms: Vec<_> = recommendation.explanation.contributions().map(|term| format!("{term:?}")).collect();
        format!("{} {:?} {terms:?}", recommendation.metier.id, recommendation.standing)
    };
    format!("{:?} {:?}", ranking.recommendations.iter().map(one).collect::<Vec<_>>(), ranking.excluded)
}

/// The explanation of every métier, in the order of the catalogue.
fn explanations(recommender: &Recommender, profile: &Profile) -> Vec<Explanation> {
    let explain = |metier: &std::sync::Arc<Metier>| recommender.explain(profile, &metier.id).expect("is there").explanation;
    recommender.catalogue().metiers().iter().map(explain).collect()
}

/// What the interest of this label contributes, 0 when it is not told.
fn points_of(explanation: &Explanation, label: &str) -> Points {
    let is_it = |name: &str| label_key(name) == label_key(label);
    let terms = explanation.contributions().filter(|term| term.criterion == Criterion::Interest);
    terms.filter(|term| term.feature.is_some_and(is_it)).map(|term| term.points).sum()
}

fn has_interest(metier: &Metier, label: &str) -> bool {
    metier.interests.iter().any(|interest| label_key(interest.as_str()) == label_key(label))
}

/// The first gate that keeps a métier out, worked out from the student alone.
fn refusal(profile: &Profile, metier: &Metier) -> Option<GateReason> {
    let gates = profile.gates();
    let has_status = |wanted: &str| metier.statuses.iter().any(|status| label_key(status.as_str()) == label_key(wanted));
    let has_sector = |wanted: &str| metier.sectors.iter().any(|sector| label_key(sector.as_str()) == label_key(wanted));
    if profile.excluded_metiers().contains(&metier.id) {
        Some(GateReason::Exclude)
    } else if profile.liked_metiers().contains(&metier.id) {
        Some(GateReason::Liked)
    } else if gates.max_access_level.is_some_and(|max| metier.access_level.is_none_or(|level| max < level)) {
        Some(GateReason::MaxAccessLevel)
    } else if !gates.statuses.is_empty() && !gates.statuses.iter().any(|status| has_status(status.as_str())) {
        Some(GateReason::Statuses)
    } else if !gates.sectors.is_empty() && !gates.sectors.iter().any(|sector| has_sector(sector.as_str())) {
        Some(GateReason::Sectors)
    } else if gates.keep_refused {
        None
    } else if refuses_all(profile.statuses(), metier.statuses.iter().map(boussole::Status::as_str)) {
        Some(GateReason::RefusedStatuses)
    } else if refuses_all(profile.sectors(), metier.sectors.iter().map(boussole::Sector::as_str)) {
        Some(GateReason::RefusedSectors)
    } else {
        None
    }
}

/// Whether there are labels and each of them was answered with a plain no.
fn refuses_all<'a>(answers: &Answers, labels: impl Iterator<Item = &'a str>) -> bool {
    let is_no = |label: &str| answers.iter().any(|(other, answer)| label_key(other) == label_key(label) && answer == -1.0);
    let refused: Vec<bool> = labels.map(is_no).collect();
    !refused.is_empty() && refused.into_iter().all(|is_refused| is_refused)
}

fn scores(world: &World, student: &Student) -> Vec<Points> {
    let recommender = world.recommender();
    let profile = student.builder(recommender.catalogue()).build().expect("answers are in range");
    recommender.scores(&profile).expect("labels are known")
}

/// The billionths in which scores are compared.
#[allow(clippy::cast_possible_truncation, reason = "a score is in [0, 1], its billionths fit in 31 bits")]
fn billionths(score: Points) -> i64 {
    (score.value() * 1e9).round() as i64
}

/// Puts an answer in the place of any answer to the same label.
fn with_answer(answers: &[(&'static str, f64)], label: &'static str, answer: f64) -> Vec<(&'static str, f64)> {
    let others = answers.iter().copied().filter(|(other, _)| *other != label);
    others.chain([(label, answer)]).collect()
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn contributions_sum_to_the_score_in_any_order(world in world(), pivot in 0..8usize) {
        let (recommender, profile) = (world.recommender(), world.profile());
        let fast = recommender.scores(&profile).expect("labels are known");
        for (explanation, fast) in explanations(&recommender, &profile).iter().zip(fast) {
            let mut points: Vec<f64> = explanation.contributions().map(|term| term.points.value()).collect();
            let score = explanation.score().value();
            assert_eq!(bytes_of(fast), score.to_bits());
            let sum = |points: &[f64]| points.iter().fold(0.0, |sum, point| sum + point).to_bits();
            assert_eq!(sum(&points), score.to_bits(), "as printed");
            points.reverse();
            assert_eq!(sum(&points), score.to_bits(), "backwards");
            points.sort_by(f64::total_cmp);
            assert_eq!(sum(&points), score.to_bits(), "smallest first");
            let (left, right) = points.split_at(pivot.min(points.len()));
            let halves = f64::from_bits(sum(left)) + f64::from_bits(sum(right));
            assert_eq!(halves.to_bits(), score.to_bits(), "in two parts");
            let parts: Points = Criterion::ALL.into_iter().map(|criterion| explanation.part(criterion)).sum();
            assert_eq!(bytes_of(parts), score.to_bits(), "by criterion");
        }
    }

    #[test]
    fn a_term_is_its_coefficient_times_its_value(world in world()) {
        let (recommender, profile) = (world.recommender(), world.profile());
        let query = recommender.query(&profile).expect("labels are known");
        for explanation in explanations(&recommender, &profile) {
            for term in explanation.contributions() {
                // A constraint has what the answer leaves of a term.
                let tolerance = if term.origin == Origin::Constraint { GRID } else { GRID / 2.0 };
                assert!((term.coefficient * term.value - term.points.value()).abs() <= tolerance, "{term:?}");
                let counts_nothing = || term.feature.is_some_and(|label| world.factor_of(label) == 0.0);
                assert!((0.0 < term.value || counts_nothing()) && term.value <= 1.0 && term.answer.is_finite(), "{term:?}");
                let weight = query.weights().get(term.criterion);
                let answer = if term.feature.is_some() { term.answer } else { 1.0 };
                assert!((term.coefficient - answer * weight / 2.0).abs() < ROUNDING, "{term:?}");
            }
        }
    }

    #[test]
    fn a_constraint_only_lowers(world in world()) {
        let free = Student { lowered: Vec::new(), ..world.student.clone() };
        let labels = |student: &Student| student.builder(&world.catalogue()).build().expect("answers are in range");
        // The interest criterion counts either way, so that no weight grows.
        prop_assume!(labels(&free).interests().iter().any(|(_, answer)| answer != 0.0) || labels(&world.student).constraints().iter().all(|one| one.lowers().len() == 0));
        for (lowered, free) in scores(&world, &world.student).iter().zip(scores(&world, &free)) {
            assert!(lowered.value() <= free.value(), "{lowered} {free}");
        }
        for explanation in explanations(&world.recommender(), &world.profile()) {
            for term in explanation.contributions().filter(|term| term.origin == Origin::Constraint) {
                assert!(term.answer < 0.0 && term.points.value() <= 0.0, "{term:?}");
            }
        }
    }

    #[test]
    fn scores_stay_between_zero_and_one(world in world()) {
        for score in world.recommender().scores(&world.profile()).expect("labels are known") {
            assert!((0.0..=1.0).contains(&score.value()), "{:e}", score.value());
        }
    }

    #[test]
    fn who_is_wholly_like_a_metier_or_wholly_unlike_scores_no_more_than_one_and_no_less_than_zero(
        world in world(), factor in prop_oneof![-9.0..9.0_f64, Just(1.0), Just(-1.0)], common in prop_oneof![-50.0..50.0_f64, Just(1e9)],
    ) {
        let recommender = world.recommender();
        for metier in recommender.catalogue().metiers() {
            let mut letters = [common; 6];
            for code in &metier.riasec {
                letters[code.major() as usize] += factor;
                if let Some(minor) = code.minor() {
                    letters[minor as usize] += factor / 2.0;
                }
            }
            let answer = f64::signum(factor);
            let mut profile = Profile::builder().riasec(letters);
            profile = metier.interests.iter().fold(profile, |profile, interest| profile.interest(interest.as_str(), answer));
            profile = metier.statuses.iter().fold(profile, |profile, status| profile.status(status.as_str(), answer));
            profile = metier.sectors.iter().fold(profile, |profile, sector| profile.sector(sector.as_str(), answer));
            profile = if 0.0 < factor { profile.likes_metier(metier.id.clone()) } else { profile };
            for score in recommender.scores(&profile.build().expect("is a profile")).expect("is of the catalogue") {
                assert!((0.0..=1.0).contains(&score.value()), "{:e}", score.value());
            }
        }
    }

    #[test]
    fn who_says_nothing_scores_a_half(world in world()) {
        let nothing = Profile::builder().build().expect("is a profile");
        for score in world.recommender().scores(&nothing).expect("names no label") {
            assert_eq!(score.value().to_bits(), 0.5_f64.to_bits());
        }
    }

    #[test]
    fn the_order_of_metiers_labels_and_answers_changes_nothing(
        (world, shuffled) in world().prop_flat_map(|world| (Just(world.clone()), Just(world.metiers).prop_shuffle())),
    ) {
        let mut other = World { metiers: shuffled, student: world.student.clone().reversed(), ..world.clone() };
        for metier in &mut other.metiers {
            metier.interests.reverse();
            metier.statuses.reverse();
            metier.sectors.reverse();
        }
        assert_eq!(world.catalogue().fingerprint(), other.catalogue().fingerprint());
        assert_eq!(told(&world.recommender(), &world.profile()), told(&other.recommender(), &other.profile()));
    }

    #[test]
    fn feminine_and_masculine_labels_change_no_score_and_no_order(world in world()) {
        let mut swapped = world.clone();
        for metier in &mut swapped.metiers {
            std::mem::swap(&mut metier.title.feminine, &mut metier.title.masculine);
        }
        let rank = |world: &World| {
            let ranking = world.recommender().recommend(&world.profile(), usize::MAX).expect("labels are known");
            let one = |one: &Recommendation| (one.metier.id.clone(), one.standing, one.explanation.clone());
            ranking.into_iter().map(one).collect::<Vec<_>>()
        };
        assert_eq!(rank(&world), rank(&swapped));
    }

    #[test]
    fn interests_alone_rise_with_a_yes_and_fall_with_a_no(
        world in world(), label in prop::sample::select(&INTERESTS), low in -1.0..=1.0f64, high in -1.0..=1.0f64,
    ) {
        let world = world.with_interests_only();
        let (low, high) = (low.min(high), low.max(high));
        let at = |answer| {
            let interests = with_answer(&world.student.interests, label, answer);
            scores(&world, &Student { interests, ..world.student.clone() })
        };
        let (before, after) = (at(low), at(high));
        let catalogue = world.catalogue();
        for ((metier, before), after) in catalogue.metiers().iter().zip(before).zip(after) {
            if has_interest(metier, label) {
                assert!(before <= after, "{}: {before} then {after}", metier.id);
                let is_clear = 1e-6 <= high - low && 1e-3 <= world.factor_of(label);
                assert!(!is_clear || before < after, "{}: a clear difference must show", metier.id);
            } else if metier.interests.is_empty() {
                assert!(before <= after, "{}: what is guessed rises too", metier.id);
            } else {
                assert_eq!(bytes_of(before), bytes_of(after), "{} lacks the interest", metier.id);
            }
        }
    }

    #[test]
    fn erasing_an_interest_takes_away_what_it_contributed_when_interests_are_alone(world in world()) {
        let mut world = world.with_interests_only();
        // Below −1 nothing is lowered, so an answer that a constraint takes away with it leaves less.
        world.student.lowered.clear();
        let (recommender, profile) = (world.recommender(), world.profile());
        let explanations = explanations(&recommender, &profile);
        for (label, _) in &world.student.interests {
            let others = world.student.interests.iter().copied().filter(|(other, _)| other != label).collect();
            let without = scores(&world, &Student { interests: others, ..world.student.clone() });
            for (explanation, without) in explanations.iter().zip(without) {
                assert_eq!(bytes_of(explanation.score() - without), bytes_of(points_of(explanation, label)));
            }
        }
    }

    #[test]
    fn effects_of_answers_are_what_erasing_them_changes(world in world(), position in 0..14usize) {
        let (recommender, catalogue) = (world.recommender(), world.catalogue());
        let position = position % catalogue.len();
        let score = |student: &Student| scores(&world, student)[position];
        let whole = score(&world.student);
        let metier = &catalogue.metiers()[position];
        for effect in recommender.answer_effects(&world.profile(), &metier.id).expect("is in the catalogue") {
            let without = world.student.without(effect.field, effect.label.as_deref());
            prop_assert_ne!(&without, &world.student, "{} is answered", effect.field);
            prop_assert_eq!(bytes_of(effect.effect), bytes_of(whole - score(&without)), "{:?}", effect);
        }
    }

    #[test]
    fn every_answer_has_its_effect(world in world()) {
        let (catalogue, student) = (world.catalogue(), &world.student);
        let n_given = |answers: &[(&str, f64)], is_known: &dyn Fn(&str) -> bool| {
            answers.iter().filter(|(label, answer)| *answer != 0.0 && is_known(label)).count()
        };
        let words = world.recommender().written_words(&world.profile());
        let known_words = words.iter().filter(|word| word.meaning == WordMeaning::Known).count();
        let n_answers = n_given(&student.interests, &|label| catalogue.interests().find(label).is_ok())
            + n_given(&student.statuses, &|label| catalogue.statuses().find(label).is_ok())
            + n_given(&student.sectors, &|label| catalogue.sectors().find(label).is_ok())
            + [student.reached, student.willing].iter().flatten().count()
            + usize::from(student.riasec.is_some())
            + n_given(&student.lowered, &|label| catalogue.interests().find(label).is_ok())
            + student.liked.len()
            + known_words;
        let id = &catalogue.metiers()[0].id;
        prop_assert_eq!(world.recommender().answer_effects(&world.profile(), id).map(|effects| effects.len()), Ok(n_answers));
    }

    #[test]
    fn zero_is_the_same_as_no_answer(world in world(), label in prop::sample::select(&INTERESTS), place in 0..3usize) {
        let mut with = world.student.clone();
        with.interests = with_answer(&with.interests, label, 0.0);
        with.statuses = with_answer(&with.statuses, STATUSES[place], -0.0);
        with.sectors = with_answer(&with.sectors, SECTORS[place], 0.0);
        let mut without = with.clone();
        without.interests.retain(|(other, _)| *other != label);
        without.statuses.retain(|(other, _)| *other != STATUSES[place]);
        without.sectors.retain(|(other, _)| *other != SECTORS[place]);
        let bits = |student| scores(&world, student).into_iter().map(bytes_of).collect::<Vec<_>>();
        assert_eq!(bits(&with), bits(&without));
    }

    #[test]
    fn raising_one_preference_never_lowers_the_total(
        world in world(), criterion in 0..3usize, place in 0..3usize, low in -1.0..=1.0f64, high in -1.0..=1.0f64,
    ) {
        let (low, high) = (low.min(high), low.max(high));
        prop_assume!(low != 0.0 && high != 0.0);
        let mut world = world;
        if criterion == 2 {
            world.student.sectors = with_answer(&world.student.sectors, SECTORS[place], low);
        }
        let stated = world.with_stated_criteria_only();
        prop_assume!(stated.is_some());
        let world = stated.expect("was just asked");
        let at = |answer| {
            let mut student = world.student.clone();
            let (answers, label) = match criterion {
                0 => (&mut student.interests, INTERESTS[place]),
                1 => (&mut student.statuses, STATUSES[place]),
                _ => (&mut student.sectors, SECTORS[place]),
            };
            *answers = with_answer(answers, label, answer);
            scores(&world, &student)
        };
        for (before, after) in at(low).into_iter().zip(at(high)) {
            assert!(before <= after, "{before} then {after}");
        }
    }

    #[test]
    fn being_willing_to_study_longer_never_lowers_a_metier_that_asks_for_it(world in world(), rung in 0..13usize) {
        let (now, later) = (AccessLevel::ALL[rung], AccessLevel::ALL[rung + 1]);
        let stated = world.with_stated_criteria_only();
        prop_assume!(stated.is_some());
        let world = stated.expect("was just asked");
        let at = |willing| scores(&world, &Student { willing: Some(willing), reached: Some(AccessLevel::Troisieme), ..world.student.clone() });
        prop_assume!(AccessLevel::Troisieme <= now);
        for ((metier, before), after) in world.catalogue().metiers().iter().zip(at(now)).zip(at(later)) {
            if metier.access_level.is_some_and(|level| later <= level) {
                assert!(before <= after, "{}: {before} then {after}", metier.id);
            }
        }
    }

    #[test]
    fn the_first_k_are_the_beginning_of_the_first_k_plus_one(world in world()) {
        let (recommender, profile) = (world.recommender(), world.profile());
        let all = recommender.recommend(&profile, usize::MAX).expect("labels are known");
        assert_eq!(all.recommendations.len(), all.n_ranked);
        for k in 0..=all.n_ranked + 1 {
            let ranking = recommender.recommend(&profile, k).expect("labels are known");
            assert_eq!(&ranking.recommendations[..], &all.recommendations[..k.min(all.n_ranked)]);
            assert_eq!((&ranking.excluded, ranking.n_ranked), (&all.excluded, all.n_ranked));
        }
    }

    #[test]
    fn the_order_is_score_then_hash_then_identifier(world in world()) {
        let (recommender, profile) = (world.recommender(), world.profile());
        let scores = recommender.scores(&profile).expect("labels are known");
        let metiers = recommender.catalogue().metiers();
        let passes = metiers.iter().zip(scores).filter(|(metier, _)| refusal(&profile, metier).is_none());
        let mut expected: Vec<_> =
            passes.map(|(metier, score)| (Reverse(billionths(score)), tie_hash(profile.seed(), &metier.id), metier.id.clone())).collect();
        expected.sort();
        let ranking = recommender.recommend(&profile, usize::MAX).expect("labels are known");
        let mut group = 0;
        for (index, ((score, _, id), one)) in expected.iter().zip(&ranking).enumerate() {
            group += usize::from(index == 0 || expected[index - 1].0 != *score);
            assert_eq!((id, one.standing.rank, one.standing.tie_group), (&one.metier.id, index + 1, group));
            assert_eq!(one.standing.n_tied, expected.iter().filter(|other| other.0 == *score).count());
        }
        assert_eq!(expected.len(), ranking.n_ranked);
    }

    #[test]
    fn gates_let_through_what_they_should_and_count_the_rest(world in world()) {
        let (recommender, profile) = (world.recommender(), world.profile());
        let ranking = recommender.recommend(&profile, usize::MAX).expect("labels are known");
        let n_excluded: usize = ranking.excluded.iter().map(|excluded| excluded.n_metiers).sum();
        assert_eq!(ranking.n_ranked + n_excluded, recommender.catalogue().len());
        assert!(ranking.into_iter().all(|one| refusal(&profile, &one.metier).is_none()));
        assert!(ranking.excluded.is_sorted_by(|left, right| left.reason < right.reason));
        for excluded in &ranking.excluded {
            let metiers = recommender.catalogue().metiers().iter();
            let refused = metiers.filter(|metier| refusal(&profile, metier) == Some(excluded.reason));
            assert_eq!(refused.count(), excluded.n_metiers);
            assert!(0 < excluded.n_metiers && excluded.n_without_data <= excluded.n_metiers);
        }
    }

    #[test]
    fn explain_tells_what_recommend_tells(world in world()) {
        let (recommender, profile) = (world.recommender(), world.profile());
        let ranking = recommender.recommend(&profile, usize::MAX).expect("labels are known");
        for metier in recommender.catalogue().metiers() {
            let explained = recommender.explain(&profile, &metier.id).expect("is in the catalogue");
            assert_eq!(explained.n_ranked, ranking.n_ranked);
            assert_eq!(&explained.weights, &ranking.weights);
            match ranking.into_iter().find(|one| one.metier.id == metier.id) {
                Some(one) => {
                    assert_eq!(explained.standing, Ok(one.standing));
                    assert_eq!(&explained.explanation, &one.explanation);
                }
                None => assert_eq!(explained.standing.err(), refusal(&profile, metier)),
            }
        }
    }

    #[test]
    fn silence_of_a_fiche_is_neutral_and_told(world in world()) {
        let (recommender, profile) = (world.recommender(), world.profile());
        let weights = recommender.query(&profile).expect("labels are known").weights().clone();
        let explanations = explanations(&recommender, &profile);
        for (metier, explanation) in recommender.catalogue().metiers().iter().zip(explanations) {
            for criterion in Criterion::ALL {
                let is_silent = match criterion {
                    Criterion::Interest | Criterion::Related => metier.interests.is_empty(),
                    Criterion::AccessLevel => metier.access_level.is_none(),
                    Criterion::Status => metier.statuses.is_empty(),
                    Criterion::Sector => metier.sectors.is_empty(),
                    Criterion::Riasec => metier.riasec.is_empty(),
                    Criterion::Domain => metier.rome_codes.is_empty(),
                    // Whether a word is too common to tell depends on the other fiches.
                    Criterion::Words => continue,
                    Criterion::Similar => {
                        metier.interests.is_empty() && metier.sectors.is_empty() && metier.rome_codes.is_empty()
                    }
                };
                let counts = 0.0 < weights.get(criterion);
                assert_eq!(explanation.missing().any(|missing| missing == criterion), is_silent && counts, "{criterion}");
                // Interests are guessed from what else the fiche says.
                let says_nothing = metier.sectors.is_empty() && metier.rome_codes.is_empty() && metier.riasec.is_empty();
                if is_silent && (criterion != Criterion::Interest || says_nothing) {
                    let neutral = weights.get(criterion) / 2.0;
                    assert!((explanation.part(criterion).value() - neutral).abs() < ROUNDING, "{criterion}");
                }
                if !counts {
                    assert_eq!(bytes_of(explanation.part(criterion)), bytes_of(Points::ZERO), "{criterion}");
                }
            }
        }
    }

    #[test]
    fn the_profile_that_is_written_is_the_profile_that_is_read(world in world()) {
        let profile = world.profile();
        let text = serde_json::to_string(&profile).expect("a profile is written");
        assert_eq!(Profile::from_json(&text), Ok(profile.clone()), "{text}");
        let understood = world.recommender().understood(&profile);
        assert_eq!(world.recommender().scores(&understood), world.recommender().scores(&profile));
    }

    #[test]
    fn numbers_out_of_range_are_refused_everywhere(
        number in prop_oneof![Just(f64::NAN), Just(f64::INFINITY), Just(f64::NEG_INFINITY), 1.000_001f64..1e308, -1e308..-1.000_001f64],
    ) {
        assert!(Profile::builder().interest("bouger", number).build().is_err());
        assert!(Profile::builder().status("salarié", number).build().is_err());
        assert!(Profile::builder().sector("R + D", number).build().is_err());
        assert!(number.is_finite() || Profile::builder().riasec([0.0, 0.0, number, 0.0, 0.0, 0.0]).build().is_err());
        for criterion in Criterion::ALL {
            let is_valid = number.is_finite() && 0.0 <= number;
            assert_eq!(Weights::new([(criterion, number)]).is_ok(), is_valid);
            let written = format!("{criterion} = {number:?}");
            assert_eq!(Weights::from_toml(&written).is_ok(), is_valid, "{written}");
        }
        assert!(Profile::from_toml(&format!("[interests]\nbouger = {number:?}")).is_err());
    }
}

#[test]
fn files_can_not_bring_in_numbers_that_are_not_finite() {
    for number in ["nan", "inf", "-inf", "1e999", "-1e999"] {
        for part in ["interests", "statuses", "sectors"] {
            assert!(Profile::from_toml(&format!("[{part}]\nx = {number}")).is_err(), "{part} {number}");
            assert!(Profile::from_json(&format!("{{\"{part}\": {{\"x\": {number}}}}}")).is_err(), "{part} {number}");
        }
        assert!(Profile::from_toml(&format!("[riasec]\nR = {number}")).is_err(), "{number}");
        assert!(Profile::from_json(&format!("{{\"riasec\": {{\"R\": {number}}}}}")).is_err(), "{number}");
        assert!(Weights::from_toml(&format!("interest = {number}")).is_err(), "{number}");
    }
}

/// Twelve métiers that nothing distinguishes.
fn equals() -> Recommender {
    let metiers = (1..=12).map(|number| metier(number, &["bouger"]));
    Recommender::new(Catalogue::from_metiers(metiers).catalogue, interest_only()).expect("there are métiers")
}

#[test]
fn every_equal_metier_comes_first_for_some_seed() {
    let recommender = equals();
    let mut n_first = [0; 12];
    for seed in 0..1200 {
        let profile = Profile::builder().likes("bouger").seed(seed).build().expect("one answer");
        let ranking = recommender.recommend(&profile, 1).expect("labels are known");
        let first = &ranking.recommendations[0];
        assert_eq!((first.standing.tie_group, first.standing.n_tied), (1, 12));
        n_first[recommender.catalogue().position(&first.metier.id).expect("is there")] += 1;
    }
    // 100 are expected; six standard deviations of a binomial of 1200 draws at 1/12 are 57.
    assert!(n_first.iter().all(|n| (43..=157).contains(n)), "{n_first:?}");
}

#[test]
fn one_seed_always_gives_one_order() {
    let (recommender, other) = (equals(), equals());
    let profile = Profile::builder().likes("bouger").seed(u64::MAX).build().expect("one answer");
    assert_eq!(recommender.recommend(&profile, 12), other.recommend(&profile, 12));
}

#[test]
fn who_said_nothing_gets_one_half_for_every_metier() {
    let recommender = Recommender::new(Catalogue::demo(), Weights::default()).expect("the demonstration has métiers");
    let silent = Profile::builder().build().expect("nothing is wrong in nothing");
    let zero = Profile::builder().interest("j'aime bouger", 0.0).status("salarié", -0.0).build().expect("0 is an answer");
    for profile in [silent, zero] {
        let scores = recommender.scores(&profile).expect("labels are known");
        assert!(scores.iter().all(|score| (score.value() - 0.5).abs() < ROUNDING), "{scores:?}");
        let ranking = recommender.recommend(&profile, 3).expect("labels are known");
        assert!(ranking.into_iter().all(|one| one.standing.tie_group == 1 && one.standing.n_tied == ranking.n_ranked));
    }
}

#[test]
fn an_empty_text_or_unknown_metier_is_refused() {
    let recommender = equals();
    let profile = Profile::builder().likes("bouger").build().expect("one answer");
    assert!(recommender.explain(&profile, &id(13)).is_err());
    let excludes = Profile::builder().excludes(id(13)).build().expect("an identifier");
    assert!(recommender.recommend(&excludes, 3).is_err());
    assert!(Profile::builder().likes(" \u{a0}").build().is_err());
}
