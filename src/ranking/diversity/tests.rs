//! Properties:
//! - the values of a toy list, worked out by hand;
//! - λ at the relevance end is the raw order; the result has the first item first, no item twice, and begins like a longer one;
//! - the sums of gains fall from rank 2 on, and equal items keep the raw order;
//! - on the demonstration catalogue: gates hold, scores and tie groups are the raw ones, a larger λ costs relevance and adds diversity.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::greedy::{Choice, choose_first};
use super::mmr::Mmr;
use super::setting::{Diversity, Lambda};
use super::xquad::Xquad;
use super::{COVER, POOL};
use crate::catalogue::{AccessLevel, Catalogue};
use crate::explanation::Points;
use crate::profile::Profile;
use crate::ranking::order::Rounded;
use crate::ranking::{Move, Ranking, Recommender};
use crate::weights::Weights;

fn lambda(value: f64) -> Lambda {
    Lambda::new(value).expect("is a λ")
}

fn points(weight: f64, relevance: &[f64]) -> Vec<Points> {
    relevance.iter().map(|relevance| Points::of(weight, *relevance)).collect()
}

fn xquad(lambda: Lambda, k: usize, relevance: &[f64], items: &[Vec<usize>], shares: &[f64]) -> Vec<Choice> {
    choose_first(k, &points(lambda.rest(), relevance), Xquad::new(lambda, items, shares))
}

fn mmr(lambda: Lambda, k: usize, relevance: &[f64], items: &[Vec<usize>], weights: &[f64]) -> Vec<Choice> {
    choose_first(k, &points(lambda.value(), relevance), Mmr::new(lambda, items, weights))
}

fn order(choices: &[Choice]) -> Vec<usize> {
    choices.iter().map(|choice| choice.item).collect()
}

/// The toy list: relevance, sets over three interests, shares of these.
const TOY_RELEVANCE: [f64; 5] = [1.0, 0.95, 0.9, 0.6, 0.5];
const TOY_SHARES: [f64; 3] = [0.5, 0.3, 0.2];

fn toy_items() -> Vec<Vec<usize>> {
    vec![vec![0, 1], vec![0, 1], vec![0], vec![2], vec![1, 2]]
}

#[test]
fn mmr_orders_the_toy_list() {
    for (value, expected) in [(1.0, [0, 1, 2]), (0.9, [0, 2, 1]), (0.7, [0, 2, 3]), (0.5, [0, 3, 2])] {
        let choices = mmr(lambda(value), 3, &TOY_RELEVANCE, &toy_items(), &[1.0; 3]);
        assert_eq!(order(&choices), expected, "λ = {value}");
    }
}

#[test]
fn xquad_orders_the_toy_list() {
    for (value, expected) in [(0.0, [0, 1, 2]), (0.3, [0, 1, 2]), (0.5, [0, 1, 2]), (0.8, [0, 4, 1])] {
        let choices = xquad(lambda(value), 3, &TOY_RELEVANCE, &toy_items(), &TOY_SHARES);
        assert_eq!(order(&choices), expected, "λ = {value}");
    }
}

#[test]
fn gains_and_aspect_of_the_toy_list() {
    let choices = xquad(lambda(0.8), 3, &TOY_RELEVANCE, &toy_items(), &TOY_SHARES);
    let fourth = choices[1];
    // Item 4 has interest 1, covered once, and interest 2, which is new; item 1, which it passes, has interest 1 too.
    assert!((fourth.relevance_gain.value() - 0.2 * 0.5).abs() < 1e-12);
    assert!((fourth.diversity_gain.value() - 0.8 * (0.3 * COVER * 0.1 + 0.2 * COVER)).abs() < 1e-12);
    let aspect = fourth.aspect.expect("it passed item 1");
    assert_eq!((aspect.aspect, aspect.n_above), (2, 0));
    assert_eq!(choices[2].aspect, None);
}

#[test]
fn an_aspect_tells_how_many_above_have_it() {
    // Item 3 passes item 2 for interest 0, which item 0 has already.
    let items = [vec![0], vec![1], vec![], vec![0]];
    let choices = xquad(lambda(0.9), 4, &[1.0, 0.9, 0.5, 0.5], &items, &[0.5, 0.5]);
    assert_eq!(order(&choices), [0, 1, 3, 2]);
    let aspect = choices[2].aspect.expect("it passed item 2");
    assert_eq!((aspect.aspect, aspect.n_above), (0, 1));
}

#[test]
fn of_aspects_that_gain_alike_the_first_is_told() {
    // Item 2 passes item 1, which has none of what it brings.
    let told = |shares: [f64; 3]| {
        let choices = xquad(lambda(0.9), 3, &[1.0, 0.5, 0.5], &[vec![0], vec![], vec![1, 2]], &shares);
        assert_eq!(order(&choices), [0, 2, 1]);
        choices[1].aspect.expect("it passed item 1").aspect
    };
    assert_eq!([[0.2, 0.4, 0.4], [0.2, 0.3, 0.5], [0.2, 0.5, 0.3]].map(told), [1, 2, 1]);
}

#[test]
fn only_a_diversity_may_change_the_order() {
    assert_eq!([Diversity::None, Diversity::XQUAD, Diversity::MMR].map(Diversity::is_on), [false, true, true]);
}

#[test]
fn an_unknown_item_is_not_the_most_different_one() {
    // Item 1 says nothing, item 2 shares nothing with item 0.
    let choices = mmr(lambda(0.5), 3, &[1.0, 0.5, 0.5], &[vec![0], vec![], vec![1]], &[1.0; 2]);
    assert_eq!(order(&choices), [0, 2, 1]);
}

/// A list in raw order over five interests, with a weight for each.
fn lists() -> impl Strategy<Value = (Vec<f64>, Vec<Vec<usize>>, Vec<f64>)> {
    let item = (0_u8..=4, prop::collection::btree_set(0_usize..5, 0..4));
    let weights = prop::collection::vec(0.05..2.0_f64, 5);
    (prop::collection::vec(item, 0..12), weights).prop_map(|(mut items, weights)| {
        items.sort_by_key(|(relevance, _)| std::cmp::Reverse(*relevance));
        let relevance = items.iter().map(|(relevance, _)| f64::from(*relevance) / 4.0).collect();
        (relevance, items.into_iter().map(|(_, set)| Vec::from_iter(set)).collect(), weights)
    })
}

fn shares(weights: &[f64]) -> Vec<f64> {
    let total: f64 = weights.iter().sum();
    weights.iter().map(|weight| weight / total).collect()
}

proptest! {
    #[test]
    fn the_relevance_end_is_the_raw_order((relevance, items, weights) in lists()) {
        let raw: Vec<usize> = (0..items.len()).collect();
        prop_assert_eq!(order(&xquad(lambda(0.0), usize::MAX, &relevance, &items, &shares(&weights))), raw.clone());
        prop_assert_eq!(order(&mmr(lambda(1.0), usize::MAX, &relevance, &items, &weights)), raw);
    }

    #[test]
    fn a_permutation_in_the_order_of_gains((relevance, items, weights) in lists(), value in 0.0..=1.0_f64) {
        for choices in [
            xquad(lambda(value), usize::MAX, &relevance, &items, &shares(&weights)),
            mmr(lambda(value), usize::MAX, &relevance, &items, &weights),
        ] {
            let items_seen: BTreeSet<usize> = choices.iter().map(|choice| choice.item).collect();
            prop_assert_eq!(items_seen.len(), items.len());
            prop_assert_eq!(choices.len(), items.len());
            prop_assert_eq!(choices.first().map_or(0, |choice| choice.item), 0);
            let sums: Vec<Rounded> = choices.iter().skip(1).map(|one| Rounded::of(one.relevance_gain + one.diversity_gain)).collect();
            prop_assert!(sums.is_sorted_by(|upper, lower| lower <= upper), "{sums:?}");
            prop_assert!(choices.iter().all(|choice| Points::ZERO <= choice.diversity_gain));
        }
    }

    #[test]
    fn a_short_list_begins_the_long_one((relevance, items, weights) in lists(), value in 0.0..=1.0_f64, k in 0_usize..12) {
        let lambda = lambda(value);
        let long = xquad(lambda, k + 1, &relevance, &items, &shares(&weights));
        prop_assert_eq!(&xquad(lambda, k, &relevance, &items, &shares(&weights))[..], &long[..k.min(items.len())]);
        let long = mmr(lambda, k + 1, &relevance, &items, &weights);
        prop_assert_eq!(&mmr(lambda, k, &relevance, &items, &weights)[..], &long[..k.min(items.len())]);
    }

    #[test]
    fn items_that_are_the_same_keep_the_raw_order((relevance, items, weights) in lists(), value in 0.0..=1.0_f64) {
        for choices in [
            xquad(lambda(value), usize::MAX, &relevance, &items, &shares(&weights)),
            mmr(lambda(value), usize::MAX, &relevance, &items, &weights),
        ] {
            for (place, upper) in choices.iter().enumerate() {
                for lower in &choices[place + 1..] {
                    let is_same = relevance[upper.item].total_cmp(&relevance[lower.item]).is_eq() && items[upper.item] == items[lower.item];
                    prop_assert!(!is_same || upper.item < lower.item);
                }
            }
        }
    }
}

fn demo() -> Recommender {
    Recommender::new(Catalogue::demo(), Weights::default()).expect("has métiers")
}

/// One profile per pair of interests, over the first 16 of the vocabulary.
fn profiles(recommender: &Recommender) -> Vec<Profile> {
    let labels: Vec<&str> = recommender.catalogue().interests().terms().iter().take(16).map(|term| term.label.as_str()).collect();
    let pairs = labels.iter().enumerate().flat_map(|(place, one)| labels[place + 1..].iter().map(move |other| (one, other)));
    pairs.map(|(one, other)| Profile::builder().likes(one).likes(other).build().expect("is valid")).collect()
}

fn varied(recommender: &Recommender, profile: &Profile, k: usize, diversity: Diversity) -> Ranking {
    recommender.recommend_diverse(profile, k, diversity).expect("the catalogue has the labels")
}

#[test]
fn without_diversity_nothing_changes() {
    let recommender = demo();
    for profile in profiles(&recommender) {
        let raw = recommender.recommend(&profile, POOL + 10).expect("the catalogue has the labels");
        assert!(raw.into_iter().all(|one| one.moved.is_none()));
        for diversity in ["xquad=0", "mmr=1"] {
            let mut same = varied(&recommender, &profile, POOL + 10, diversity.parse().expect("is a diversity"));
            assert!(!same.into_iter().any(crate::ranking::Recommendation::is_displaced));
            same.recommendations.iter_mut().for_each(|one| one.moved = None);
            assert_eq!(same.recommendations, raw.recommendations);
        }
    }
}

#[test]
fn a_move_tells_the_raw_rank_and_keeps_score_and_tie_group() {
    let recommender = demo();
    for (profile, diversity) in profiles(&recommender).iter().zip([Diversity::XQUAD, Diversity::MMR].into_iter().cycle()) {
        let raw = recommender.recommend(profile, usize::MAX).expect("the catalogue has the labels");
        let list = varied(&recommender, profile, usize::MAX, diversity);
        assert_eq!(list.recommendations.len(), raw.recommendations.len());
        assert_eq!(list.recommendations[0].metier, raw.recommendations[0].metier);
        for (index, one) in list.into_iter().enumerate() {
            assert_eq!(one.standing.rank, index + 1);
            assert_eq!(one.moved.is_some(), index < POOL);
            let raw_rank = one.moved.as_ref().map_or(index + 1, |moved| moved.raw_rank);
            assert_eq!(one.is_displaced(), raw_rank != index + 1);
            let before = &raw.recommendations[raw_rank - 1];
            assert_eq!((&one.metier, &one.explanation), (&before.metier, &before.explanation));
            assert_eq!((one.standing.tie_group, one.standing.n_tied), (before.standing.tie_group, before.standing.n_tied));
            if let Some(Move { aspect: Some(aspect), .. }) = &one.moved {
                let carries =
                    |metier: &crate::catalogue::Metier| metier.interests.iter().any(|label| label.as_str() == &*aspect.interest);
                assert!(carries(&one.metier));
                assert_eq!(list.into_iter().take(index).filter(|above| carries(&above.metier)).count(), aspect.n_above);
            }
        }
        assert_eq!(varied(&recommender, profile, 7, diversity).recommendations, list.recommendations[..7]);
    }
}

#[test]
fn no_gate_is_crossed() {
    let recommender = demo();
    let profile =
        Profile::builder().likes("j'ai le sens du contact").likes("j'aime la nature").max_access_level(AccessLevel::Bac);
    let profile = profile.build().expect("is valid");
    for diversity in [Diversity::XQUAD, Diversity::MMR] {
        let raw = recommender.recommend(&profile, usize::MAX).expect("the catalogue has the labels");
        let list = varied(&recommender, &profile, usize::MAX, diversity);
        assert_eq!((list.n_ranked, &list.excluded), (raw.n_ranked, &raw.excluded));
        assert!(list.into_iter().all(|one| one.metier.access_level.is_some_and(|level| level <= AccessLevel::Bac)));
    }
}

#[test]
fn more_diversity_costs_relevance_on_average() {
    let recommender = demo();
    let profiles = profiles(&recommender);
    let relevance = |text: &str| {
        let diversity = text.parse().expect("is a diversity");
        let lists = profiles.iter().map(|profile| varied(&recommender, profile, 10, diversity));
        lists.map(|list| list.into_iter().map(|one| one.score().value()).sum::<f64>()).sum::<f64>()
    };
    for grid in
        [["xquad=0", "xquad=0.25", "xquad=0.5", "xquad=0.75", "xquad=1"], ["mmr=1", "mmr=0.9", "mmr=0.75", "mmr=0.5", "mmr=0"]]
    {
        let sums = grid.map(relevance);
        assert!(sums.is_sorted_by(|less, more| more <= less), "{grid:?}: {sums:?}");
        assert!(sums[4] < sums[0], "{grid:?}: {sums:?}");
    }
}

#[test]
fn xquad_covers_what_the_first_ones_leave_out() {
    let recommender = demo();
    let covered = |diversity| {
        let profiles = profiles(&recommender);
        let n_covered = |profile: &Profile| {
            let list = varied(&recommender, profile, 5, diversity);
            let shown: BTreeSet<&str> = list.into_iter().flat_map(|one| one.metier.interests.iter().map(AsRef::as_ref)).collect();
            profile.interests().iter().filter(|(label, _)| shown.contains(label)).count()
        };
        (profiles.iter().map(n_covered).sum::<usize>(), 2 * profiles.len())
    };
    let (raw, n_likes) = covered(Diversity::None);
    let (xquad, _) = covered(Diversity::XQUAD);
    assert!(raw < xquad && xquad <= n_likes, "{raw} without, {xquad} with, of {n_likes}");
}
