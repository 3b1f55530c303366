//! - On toy catalogues, trying every change of one and two answers by the recommender itself finds the same alternatives, the same
//!   number of them, and the same proof that none exists.
//! - Every alternative, applied to the profile, leads to the rank that was told.
//! - The bounds of the linear model hold: checked at every change, by an assertion that is there in debug builds.
//! - Moving an answer by its place gives the query, to the bit, that the changed profile compiles to.
//! - Facts are never changed, and a métier that a gate keeps out has no alternatives.

use crate::catalogue::{AccessLevel, Catalogue, Interest, Metier, MetierId, Sector, Status, Title};
use crate::criteria::Origin;
use crate::features::Criterion;
use crate::inquiry::change::{AnswerMove, Change, all_moves, small_moves};
use crate::inquiry::rerank::Rerank;
use crate::inquiry::{Counterfactual, Goal, counterfactual};
use crate::profile::Profile;
use crate::random::SplitMix64;
use crate::ranking::{GateReason, Recommender};
use crate::weights::Weights;

const INTERESTS: [&str; 4] = ["a", "b", "c", "d"];
const STATUSES: [&str; 2] = ["s", "t"];
const SECTORS: [&str; 2] = ["u", "v"];
const ANSWERS: [f64; 7] = [-1.0, -0.5, 0.0, 0.0, 0.3, 0.5, 1.0];

fn some<'a>(random: &mut SplitMix64, labels: &[&'a str]) -> Vec<&'a str> {
    labels.iter().copied().filter(|_| random.index_below(5) < 2).collect()
}

fn catalogue(random: &mut SplitMix64, n_metiers: usize) -> Catalogue {
    let metiers = (0..n_metiers).map(|index| {
        let mut metier = Metier::new(format!("MET.{index}").parse().expect("an identifier"), Title::from_heading("métier"));
        metier.interests = some(random, &INTERESTS).into_iter().map(Interest::new).collect();
        metier.statuses = some(random, &STATUSES).into_iter().map(Status::new).collect();
        metier.sectors = some(random, &SECTORS).into_iter().map(Sector::new).collect();
        metier.access_level = AccessLevel::ALL.get(random.index_below(9)).copied().filter(|_| random.index_below(6) != 0);
        let codes = ["K2104", "A1203", "J1102"].into_iter().filter(|_| random.index_below(3) == 0);
        metier.rome_codes = codes.map(|code| code.parse().expect("a ROME code")).collect();
        let letters = ["RC", "S", "IA"].into_iter().filter(|_| random.index_below(3) == 0);
        metier.riasec = letters.map(|letters| letters.parse().expect("letters")).collect();
        metier
    });
    Catalogue::from_metiers(metiers).catalogue
}

fn weights(random: &mut SplitMix64) -> Weights {
    let weight = |criterion: Criterion| match random.index_below(4) {
        // Related interests are not linear in the answers: they are tried too, but not often.
        0 if criterion == Criterion::Related => 0.3,
        _ if criterion == Criterion::Related => 0.0,
        0 => 0.0,
        _ => random.unit(),
    };
    let weights: Vec<(Criterion, f64)> = Criterion::ALL.into_iter().zip(Criterion::ALL.map(weight)).collect();
    Weights::new(weights).unwrap_or_default()
}

fn profile(random: &mut SplitMix64, catalogue: &Catalogue) -> Profile {
    let mut builder = Profile::builder().seed(random.next_u64());
    let answer = |random: &mut SplitMix64| ANSWERS[random.index_below(ANSWERS.len())];
    for term in catalogue.interests().terms() {
        builder = builder.interest(&term.label, answer(random));
    }
    if random.index_below(3) == 0 {
        for term in catalogue.statuses().terms() {
            builder = builder.status(&term.label, answer(random));
        }
    }
    if random.index_below(3) == 0 {
        for term in catalogue.sectors().terms() {
            builder = builder.sector(&term.label, answer(random));
        }
    }
    let level = |random: &mut SplitMix64| AccessLevel::ALL[random.index_below(8)];
    builder = if random.index_below(2) == 0 { builder.reached(level(random)) } else { builder };
    builder = if random.index_below(2) == 0 { builder.willing(level(random)) } else { builder };
    builder = if random.index_below(4) == 0 { builder.riasec([1.0, 2.0, 3.0, 5.0, 8.0, 13.0]) } else { builder };
    builder = if random.index_below(4) == 0 { builder.max_access_level(AccessLevel::Bac) } else { builder };
    builder = if random.index_below(4) == 0 { builder.likes_metier(catalogue.metiers()[0].id.clone()) } else { builder };
    builder.build().expect("answers are in range")
}

fn rank(recommender: &Recommender, profile: &Profile, id: &MetierId) -> usize {
    let explained = recommender.explain(profile, id).expect("is of the catalogue");
    explained.standing.expect("answers open and close no gate").rank
}

/// A catalogue in which two neighbouring levels tell the sector, so that far levels tell more of it than there can be.
fn steep_catalogue(random: &mut SplitMix64, n_metiers: usize) -> Catalogue {
    let catalogue = catalogue(random, n_metiers);
    let metiers = catalogue.metiers().iter().map(|metier| {
        let mut metier = metier.as_ref().clone();
        let is_low = metier.interests.len().is_multiple_of(2);
        metier.access_level = Some(if is_low { AccessLevel::Cap } else { AccessLevel::Bac });
        metier.sectors = vec![Sector::new(if is_low { "u" } else { "v" })];
        metier
    });
    Catalogue::from_metiers(metiers.collect::<Vec<_>>()).catalogue
}

/// Whether some change of one answer makes an inferred value that is cut at ±1.
fn cuts(recommender: &Recommender, profile: &Profile) -> bool {
    let answered = Rerank::new(recommender, profile).expect("is of the catalogue").answered;
    let sectors = recommender.model().space().group(Criterion::Sector);
    all_moves(&answered).into_iter().any(|step| {
        let mut moved = answered.clone();
        step.apply(&mut moved);
        let query = recommender.query_of(&moved, recommender.weights());
        let is_inferred = query.origin(Criterion::Sector) == Origin::Inference && 0.0 < query.weights().get(Criterion::Sector);
        is_inferred && sectors.clone().any(|column| query.answer(column).abs() == 1.0)
    })
}

/// Every change of the smallest size that reaches the goal, found by the recommender itself.
fn by_force(recommender: &Recommender, profile: &Profile, id: &MetierId, top: usize) -> (usize, usize, Vec<usize>) {
    let rerank = Rerank::new(recommender, profile).expect("is of the catalogue");
    let moves = rerank.moves();
    let is_in = rank(recommender, profile, id) <= top;
    let changed = |chosen: &[&AnswerMove]| {
        let change = |profile: Profile, step: &&AnswerMove| step.named(recommender.catalogue()).apply(&profile);
        rank(recommender, &chosen.iter().fold(profile.clone(), change), id)
    };
    let singles = moves.iter().map(|step| vec![step]);
    let pairs = moves.iter().enumerate().flat_map(|(index, first)| {
        let others = moves[index + 1..].iter().filter(|second| !first.asks_the_same_as(second));
        others.map(move |second| vec![first, second])
    });
    let sized = singles.chain(pairs).filter_map(|chosen| {
        let rank = changed(&chosen);
        let size = (chosen.len(), chosen.iter().map(|step| step.steps()).sum::<usize>());
        ((rank <= top) != is_in).then_some((size, rank))
    });
    let found: Vec<((usize, usize), usize)> = sized.collect();
    let Some(smallest) = found.iter().map(|(size, _)| *size).min() else { return (0, 0, Vec::new()) };
    let mut ranks: Vec<usize> = found.into_iter().filter(|(size, _)| *size == smallest).map(|(_, rank)| rank).collect();
    ranks.sort_unstable();
    (smallest.0, smallest.1, ranks)
}

fn check(recommender: &Recommender, profile: &Profile, id: &MetierId, top: usize, case: &str) -> Counterfactual {
    let found = counterfactual(recommender, profile, id, top).expect("is of the catalogue");
    for alternative in &found.alternatives {
        assert_eq!(rank(recommender, &alternative.apply(profile), id), alternative.rank, "{case}: {alternative:?}");
        assert_ne!(alternative.rank <= top, found.goal() == Some(Goal::Leave), "{case}");
    }
    found
}

#[test]
fn no_smaller_change_exists() {
    let mut random = SplitMix64::new(5);
    let (mut sizes, mut n_cut) = ([0; 3], 0);
    for case in 0..40 {
        let is_steep = case % 4 == 0;
        let catalogue = if is_steep { steep_catalogue(&mut random, 12) } else { catalogue(&mut random, 12) };
        let profile = profile(&mut random, &catalogue);
        // Not cut, sectors would outweigh interests; cut, they do not.
        let mostly_interest = [(Criterion::Interest, 0.9), (Criterion::Sector, 0.1)];
        let weights = if is_steep { Weights::new(mostly_interest).expect("are above 0") } else { weights(&mut random) };
        let recommender = Recommender::new(catalogue, weights).expect("there are métiers");
        let profile = recommender.understood(&profile);
        n_cut += usize::from(cuts(&recommender, &profile));
        let top = 1 + random.index_below(4);
        for metier in recommender.catalogue().metiers().iter().step_by(4) {
            let found = check(&recommender, &profile, &metier.id, top, &format!("case {case}"));
            if found.rank.is_err() {
                assert_eq!((found.alternatives.len(), found.n_tried, found.goal()), (0, 0, None));
                continue;
            }
            let (n_changes, steps, ranks) = by_force(&recommender, &profile, &metier.id, top);
            sizes[n_changes] += 1;
            let told: Vec<usize> = found.alternatives.iter().map(|alternative| alternative.rank).collect();
            assert_eq!(found.n_alternatives, ranks.len(), "case {case}, {}", metier.id);
            assert_eq!(told, ranks[..told.len()], "case {case}, {}", metier.id);
            for alternative in &found.alternatives {
                assert_eq!((alternative.changes.len(), alternative.steps), (n_changes, steps), "case {case}, {}", metier.id);
            }
        }
    }
    assert!(sizes.iter().all(|n| 3 < *n), "every outcome is tried: {sizes:?}");
    assert!(3 < n_cut, "inferred values are cut in {n_cut} cases");
}

#[test]
fn moved_answers_compile_to_the_query_of_the_changed_profile() {
    let mut random = SplitMix64::new(8);
    for _ in 0..20 {
        let catalogue = catalogue(&mut random, 12);
        let profile = profile(&mut random, &catalogue);
        let recommender = Recommender::new(catalogue, weights(&mut random)).expect("there are métiers");
        let profile = recommender.understood(&profile);
        let answered = Rerank::new(&recommender, &profile).expect("is of the catalogue").answered;
        for step in all_moves(&answered).into_iter().chain(small_moves(&answered)) {
            let mut moved = answered.clone();
            step.apply(&mut moved);
            let changed = step.named(recommender.catalogue()).apply(&profile);
            let compiled = recommender.query(&changed).expect("is of the catalogue");
            assert_eq!(recommender.query_of(&moved, recommender.weights()), compiled, "{step:?}");
        }
    }
}

#[test]
fn facts_never_change() {
    let mut random = SplitMix64::new(6);
    let catalogue = catalogue(&mut random, 12);
    let recommender = Recommender::new(catalogue, Weights::default()).expect("there are métiers");
    let id: MetierId = "MET.3".parse().expect("an identifier");
    let profile = Profile::builder().likes("a").reached(AccessLevel::Bac).willing(AccessLevel::BacPlus2);
    let rerank = |profile: &Profile| Rerank::new(&recommender, profile).expect("is of the catalogue");
    let built = profile.clone().build().expect("is valid");
    for step in all_moves(&rerank(&built).answered) {
        let changed = step.named(recommender.catalogue()).apply(&built);
        assert_eq!((changed.reached(), changed.gates()), (built.reached(), built.gates()));
        assert!(Some(AccessLevel::Bac) <= changed.willing());
        // Nobody asked about statuses and sectors, so nothing can change.
        assert_eq!((changed.statuses().len(), changed.sectors().len()), (0, 0));
    }
    let silent = Profile::builder().likes("a").build().expect("is valid");
    let is_of_study = |step: &AnswerMove| matches!(step.named(recommender.catalogue()), Change::Willing { .. });
    assert!(!all_moves(&rerank(&silent).answered).iter().any(is_of_study));
    let excluded = profile.excludes(id.clone()).build().expect("is valid");
    let found = counterfactual(&recommender, &excluded, &id, 1).expect("is of the catalogue");
    assert_eq!((found.rank, found.alternatives, found.n_tried), (Err(GateReason::Exclude), Vec::new(), 0));
}

/// By hand: « a » is liked, so MET.1 is first. MET.2 has « b » instead: it needs a plain yes to « b » to tie with MET.1, where the draw
/// decides; or a no to « a ».
#[test]
fn a_toy_by_hand() {
    let metiers = [("MET.1", "a"), ("MET.2", "b")].map(|(id, interest)| {
        let mut metier = Metier::new(id.parse().expect("an identifier"), Title::from_heading("métier"));
        metier.interests.push(Interest::new(interest));
        metier
    });
    let interest_only = Weights::new([(Criterion::Interest, 1.0)]).expect("is above 0");
    let recommender = Recommender::new(Catalogue::from_metiers(metiers).catalogue, interest_only).expect("there are métiers");
    let profile = Profile::builder().interest("a", 0.5).build().expect("is valid");
    let id = "MET.2".parse().expect("an identifier");
    let found = check(&recommender, &profile, &id, 1, "by hand");
    let change =
        |label: &str, from, to| Change::Answer { field: crate::profile::AnswerField::Interests, label: label.into(), from, to };
    // A tie is decided by the draw of seed 0, which one step would need: yes at half to « b », or no answer to « a ».
    let tie_goes_to_second =
        crate::ranking::tie_hash(0, &id) < crate::ranking::tie_hash(0, &"MET.1".parse().expect("an identifier"));
    let far = if tie_goes_to_second { 0.5 } else { 1.0 };
    let expected = [vec![change("a", 0.5, 0.5 - far)], vec![change("b", 0.0, far)]];
    let told: Vec<Vec<Change>> = found.alternatives.iter().map(|alternative| alternative.changes.clone()).collect();
    assert_eq!(told, expected);
}
