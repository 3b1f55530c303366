//! The compiled rows against the plain path, which walks every row and sorts every score.
//!
//! - Rankings are equal: métiers, order, scores to the bit, standings, terms, what gates removed and how to loosen them, weights.
//! - That holds for every `k`, with and without diversity, for random small catalogues and for large ones with real frequencies.
//! - So it is where gates leave little, and where what is inferred is cut.
//! - A shortlist says of the same métiers what the ranking says; `scores` has the score of every explanation.
//! - The recommender's query, whose inferred answers are worked out with vectors, is the one of the plain sums.

mod support;

use boussole::catalogue::{AccessLevel, Catalogue, Interest, Metier, Sector, Status, Title};
use boussole::criteria::Query;
use boussole::features::Criterion;
use boussole::profile::ProfileBuilder;
use boussole::random::SplitMix64;
use boussole::ranking::Diversity;
use boussole::{Profile, Recommender, Weights};
use proptest::prelude::*;
use support::{N_SECTORS, N_STATUSES, bytes_of, cases, large_catalogue, large_student, sector, status, world};

#[track_caller]
fn agree(recommender: &Recommender, profile: &Profile, k: usize, diversity: Diversity) {
    let compiled = recommender.recommend_diverse(profile, k, diversity).expect("labels are known");
    let plain = recommender.recommend_plainly(profile, k, diversity).expect("labels are known");
    for (compiled, plain) in compiled.iter().zip(&plain) {
        assert_eq!(bytes_of(compiled.score()), bytes_of(plain.score()));
    }
    assert_eq!(compiled, plain, "the first {k} with {diversity}");
    if diversity == Diversity::None {
        let shortlist = recommender.shortlist(profile, k).expect("labels are known");
        let told: Vec<_> = shortlist.iter().map(|one| (one.position, bytes_of(one.score), one.standing)).collect();
        let position = |id| recommender.catalogue().position(id).expect("is in the catalogue");
        let expected = plain.iter().map(|one| (position(&one.metier.id), bytes_of(one.score()), one.standing));
        assert_eq!(told, expected.collect::<Vec<_>>());
    }
}

#[track_caller]
fn scores_agree(recommender: &Recommender, profile: &Profile) {
    let query = recommender.query(profile).expect("labels are known");
    let plain = recommender.query_plainly(profile).expect("labels are known");
    let columns = 0..recommender.model().space().n_features();
    let bits = |query: &Query, column| (query.answer(column).to_bits(), query.coefficient(column).to_bits());
    assert!(columns.clone().map(|column| bits(&query, column)).eq(columns.map(|column| bits(&plain, column))));
    assert_eq!(query, plain);
    let scores = recommender.scores(profile).expect("labels are known");
    let ids: Vec<_> = recommender.catalogue().metiers().iter().map(|metier| &metier.id).collect();
    let explanations = recommender.explanations(profile, recommender.weights(), &ids).expect("labels are known");
    for (explanation, score) in explanations.iter().zip(scores) {
        assert_eq!(bytes_of(explanation.score()), bytes_of(score));
    }
}

proptest! {
    #![proptest_config(cases(3000))]

    #[test]
    fn rankings_of_random_catalogues_agree(world in world(), k in 0..16usize) {
        let (recommender, profile) = (world.recommender(), world.profile());
        agree(&recommender, &profile, k, Diversity::None);
        agree(&recommender, &profile, usize::MAX, Diversity::None);
        scores_agree(&recommender, &profile);
    }
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn varied_rankings_of_random_catalogues_agree(world in world(), k in 0..16usize) {
        for diversity in [Diversity::XQUAD, Diversity::MMR] {
            agree(&world.recommender(), &world.profile(), k, diversity);
        }
    }
}

/// A student of a large catalogue, in many of the cases with gates, exclusions, liked métiers, and once in a while without a word.
fn any_student(random: &mut SplitMix64, n_metiers: usize) -> Profile {
    let mut percent = [0; 5].map(|_: usize| random.index_below(100)).into_iter();
    let mut is_below = |chance: usize| percent.next().is_some_and(|drawn| drawn < chance);
    let mut profile: ProfileBuilder = if is_below(5) { Profile::builder() } else { large_student(random) };
    let id = |random: &mut SplitMix64| {
        format!("MET.{}", 1 + random.index_below(n_metiers)).parse().expect("digits make an identifier")
    };
    if is_below(15) {
        profile = profile.max_access_level(AccessLevel::ALL[3 + random.index_below(8)]);
    }
    if is_below(15) {
        profile = profile.only_status(&status(random.index_below(N_STATUSES)));
    }
    if is_below(10) {
        let sectors = random.distinct_below(N_SECTORS, 2);
        profile = sectors.into_iter().fold(profile, |profile, index| profile.only_sector(&sector(index)));
    }
    for _ in 0..if is_below(30) { 5 } else { 0 } {
        profile = profile.excludes(id(random));
    }
    for _ in 0..if random.index_below(5) == 0 { 2 } else { 0 } {
        profile = profile.likes_metier(id(random));
    }
    profile.build().expect("synthetic answers are in range")
}

/// Every criterion counts, also those that are off by default.
fn all_weights() -> Weights {
    let weights = Criterion::ALL.into_iter().zip([0.4, 0.1, 0.1, 0.05, 0.1, 0.1, 0.1, 0.05, 0.2]);
    Weights::new(weights).expect("weights are positive")
}

#[test]
fn rankings_of_large_catalogues_agree() {
    for (n_metiers, n_students) in [(734, 400), (3000, 150)] {
        for weights in [Weights::default(), all_weights()] {
            let recommender = Recommender::new(large_catalogue(n_metiers, 8), weights).expect("has métiers");
            let mut random = SplitMix64::new(n_metiers as u64);
            for _ in 0..n_students {
                let profile = any_student(&mut random, n_metiers);
                let k = [1, 2, 10, 10, 10, 50, 200, n_metiers][random.index_below(8)];
                agree(&recommender, &profile, k, Diversity::None);
            }
            agree(&recommender, &any_student(&mut random, n_metiers), 120, Diversity::XQUAD);
            scores_agree(&recommender, &any_student(&mut random, n_metiers));
        }
    }
}

/// So many métiers that differ in their numbers only.
fn alike(first: usize, n: usize, mut change: impl FnMut(&mut Metier)) -> Vec<Metier> {
    let metier = |number: usize| {
        let id = format!("MET.{number}").parse().expect("digits make an identifier");
        let mut metier = Metier::new(id, Title::from_heading("métier"));
        change(&mut metier);
        metier
    };
    (first..first + n).map(metier).collect()
}

fn recommender(metiers: Vec<Metier>, weights: Weights) -> Recommender {
    Recommender::new(Catalogue::from_metiers(metiers).catalogue, weights).expect("has métiers")
}

#[test]
fn what_gates_leave_is_found_below_many_equal_bounds() {
    // Fifty blocks of métiers that the student likes and a gate keeps out, with equal bounds; two others, which come before them since
    // their interest is rarer, with lower ones. Fewer blocks are all opened, whatever their bounds.
    let liked = alike(1, 1600, |metier| {
        metier.interests.push(Interest::new("bouger"));
        metier.statuses.push(Status::new("salarié"));
    });
    let left = alike(2000, 64, |metier| {
        metier.interests.push(Interest::new("compter"));
        metier.statuses.push(Status::new("artisan"));
    });
    let recommender = recommender([liked, left].concat(), Weights::default());
    let profile = Profile::builder().likes("bouger").only_status("artisan").build().expect("is in range");
    agree(&recommender, &profile, 1, Diversity::None);
}

#[test]
fn sectors_that_are_inferred_beyond_the_cut_are_cut() {
    // Levels are close together and tell the sector; the student wants to study far longer.
    let of = |level, sector: &'static str, interest: &'static str| {
        move |metier: &mut Metier| {
            metier.access_level = Some(level);
            metier.sectors.push(Sector::new(sector));
            metier.interests.push(Interest::new(interest));
        }
    };
    let metiers = [
        alike(1, 60, of(AccessLevel::Cap, "bois", "bouger")),
        alike(100, 60, of(AccessLevel::Cap, "bois", "compter")),
        alike(200, 60, of(AccessLevel::Bac, "mer", "compter")),
        alike(300, 60, of(AccessLevel::Bac, "mer", "dessiner")),
    ];
    let weights = [(Criterion::Interest, 0.9), (Criterion::Sector, 0.1)];
    let recommender = recommender(metiers.concat(), Weights::new(weights).expect("weights are positive"));
    let answers = Profile::builder().likes("bouger").dislikes("dessiner").willing(AccessLevel::ALL[AccessLevel::ALL.len() - 1]);
    let profile = answers.build().expect("is in range");
    let query = recommender.query(&profile).expect("labels are known");
    let sectors = recommender.model().space().group(Criterion::Sector);
    assert!(sectors.map(|column| query.answer(column)).any(|answer| answer == 1.0), "nothing is cut");
    agree(&recommender, &profile, 1, Diversity::None);
}

/// Beyond 500 interests only the most frequent ones teach what is inferred; the others have their columns all the same.
#[test]
fn rankings_of_very_many_interests_agree() {
    let (mut random, label) = (SplitMix64::new(600), |number: usize| format!("interest {number}"));
    let metiers = alike(1, 700, |metier| {
        metier.interests = (0..3).map(|_| Interest::new(&label(random.index_below(700)))).collect();
        metier.sectors = vec![Sector::new(&format!("sector {}", random.index_below(5)))];
        metier.access_level = Some(AccessLevel::ALL[random.index_below(AccessLevel::ALL.len())]);
    });
    let recommender = recommender(metiers, Weights::default());
    let labels: Vec<&str> = recommender.catalogue().interests().terms().iter().map(|term| term.label.as_str()).collect();
    assert!(550 < labels.len(), "{}", labels.len());
    for number in 0..40 {
        let chosen = random.distinct_below(labels.len(), 6);
        let liked = chosen.iter().fold(Profile::builder(), |builder, place| builder.likes(labels[*place]));
        let student = if number % 2 == 0 { liked } else { liked.willing(AccessLevel::ALL[number % 5]) };
        let profile = student.build().expect("answers are in range");
        agree(&recommender, &profile, 10, Diversity::None);
        scores_agree(&recommender, &profile);
    }
}

/// The very numbers, so that no part is forgotten or counted twice, and whoever makes one larger sees by how much.
#[test]
fn the_compiled_part_of_1075_metiers_takes_so_many_bytes() {
    let recommender = Recommender::new(large_catalogue(1075, 8), Weights::default()).expect("has métiers");
    let expected = if cfg!(feature = "vectors") { 673_391 } else { 334_447 };
    assert_eq!(recommender.n_compiled_bytes(), expected);
}
