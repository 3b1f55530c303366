//! Random catalogues, students and weights, small enough that patterns repeat and scores tie.

#![allow(clippy::disallowed_methods, reason = "a test reads and writes files")]

use std::env;

use boussole::catalogue::{AccessLevel, Catalogue, Interest, Metier, MetierId, Sector, Status, Title, label_key};
use boussole::features::Criterion;
use boussole::profile::{Constraint, ConstraintKind, Profile, ProfileBuilder};
use boussole::{Recommender, Weights};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::test_runner::RngSeed;

/// The seed of all random tests, so that every run tries the same cases. `BOUSSOLE_TEST_SEED` tries others.
const SEED: u64 = 2026;

/// Invented labels, with the typography that real ones have.
pub(crate) const INTERESTS: [&str; 6] = ["aimer l'air", "bouger", "compter - classer", "dessiner", "être utile", "Fouiller"];
pub(crate) const STATUSES: [&str; 3] = ["salarié", "indépendant", "saisonnier"];
pub(crate) const SECTORS: [&str; 3] = ["Bois - Eaux", "R + D", "Édition"];
const WORDS: [&str; 4] = ["dessiner", "chevaux", "piscine", "moteurs"];

/// How many random cases a property tries.
pub(crate) fn cases(cases: u32) -> ProptestConfig {
    let seed = env::var("BOUSSOLE_TEST_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(SEED);
    ProptestConfig { cases, rng_seed: RngSeed::Fixed(seed), failure_persistence: None, ..ProptestConfig::default() }
}

/// The métiers, the student and the weights of one case.
#[derive(Debug, Clone)]
pub(crate) struct World {
    pub(crate) metiers: Vec<Metier>,
    pub(crate) student: Student,
    pub(crate) weights: Weights,
    /// Factors of interests; those of others than the catalogue has are left out.
    pub(crate) factors: Vec<(&'static str, f64)>,
}

/// What a random student says; labels that the catalogue does not have are left out by [`World::profile`].
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Student {
    pub(crate) seed: u64,
    pub(crate) interests: Vec<(&'static str, f64)>,
    pub(crate) reached: Option<AccessLevel>,
    pub(crate) willing: Option<AccessLevel>,
    pub(crate) statuses: Vec<(&'static str, f64)>,
    pub(crate) sectors: Vec<(&'static str, f64)>,
    pub(crate) max_access_level: Option<AccessLevel>,
    pub(crate) only_statuses: Vec<&'static str>,
    pub(crate) only_sectors: Vec<&'static str>,
    pub(crate) excluded: Vec<MetierId>,
    pub(crate) riasec: Option<[f64; 6]>,
    pub(crate) liked: Vec<MetierId>,
    /// What a constraint lowers, and by how much.
    pub(crate) lowered: Vec<(&'static str, f64)>,
    pub(crate) words: Vec<&'static str>,
}

impl World {
    pub(crate) fn catalogue(&self) -> Catalogue {
        let loaded = Catalogue::from_metiers(self.metiers.clone());
        assert_eq!(loaded.problems, [], "random métiers have distinct identifiers");
        loaded.catalogue
    }

    /// The factor of an interest, in any spelling; 1 unless the weights say another.
    pub(crate) fn factor_of(&self, label: &str) -> f64 {
        let catalogue = self.catalogue();
        let place = |label| catalogue.interests().find(label).ok();
        let own = self.factors.iter().find(|(own, _)| place(own).is_some() && place(own) == place(label));
        own.map_or(1.0, |(_, factor)| *factor)
    }

    pub(crate) fn recommender(&self) -> Recommender {
        let catalogue = self.catalogue();
        let factors = self.factors.iter().copied().filter(|(label, _)| catalogue.interests().find(label).is_ok());
        let weights = self.weights.clone().with_interests(factors).expect("random factors are in range");
        Recommender::new(catalogue, weights).expect("a random catalogue is not empty")
    }

    pub(crate) fn profile(&self) -> Profile {
        self.student.builder(&self.catalogue()).build().expect("random answers are in range")
    }

    /// The same world in which only interests count.
    pub(crate) fn with_interests_only(mut self) -> Self {
        self.weights = interest_only();
        self
    }

    /// The same world in which only what the student said counts, not what is inferred from it; nothing if that leaves no weight.
    pub(crate) fn with_stated_criteria_only(mut self) -> Option<Self> {
        let catalogue = self.catalogue();
        let is_known = |label: &str| catalogue.sectors().find(label).is_ok();
        let has_sectors = self.student.sectors.iter().any(|(label, answer)| *answer != 0.0 && is_known(label));
        let is_stated = |criterion: Criterion| match criterion {
            Criterion::Related | Criterion::Domain => false,
            Criterion::Sector => has_sectors,
            Criterion::Riasec => self.student.riasec.is_some(),
            _ => true,
        };
        let stated = self.weights.iter().filter(|(criterion, _)| is_stated(*criterion));
        self.weights = Weights::new(stated.collect::<Vec<_>>()).ok()?;
        Some(self)
    }
}

impl Student {
    /// A builder with everything that this catalogue knows.
    pub(crate) fn builder(&self, catalogue: &Catalogue) -> ProfileBuilder {
        let mut builder = Profile::builder().seed(self.seed);
        for (label, answer) in self.interests.iter().filter(|(label, _)| catalogue.interests().find(label).is_ok()) {
            builder = builder.interest(label, *answer);
        }
        for (label, answer) in self.statuses.iter().filter(|(label, _)| catalogue.statuses().find(label).is_ok()) {
            builder = builder.status(label, *answer);
        }
        for (label, answer) in self.sectors.iter().filter(|(label, _)| catalogue.sectors().find(label).is_ok()) {
            builder = builder.sector(label, *answer);
        }
        for label in self.only_statuses.iter().filter(|label| catalogue.statuses().find(label).is_ok()) {
            builder = builder.only_status(label);
        }
        for label in self.only_sectors.iter().filter(|label| catalogue.sectors().find(label).is_ok()) {
            builder = builder.only_sector(label);
        }
        for (label, by) in self.lowered.iter().filter(|(label, _)| catalogue.interests().find(label).is_ok()) {
            let constraint = Constraint::new(label, ConstraintKind::Bothers, "une limite", "a limit");
            builder = builder.constraint(constraint.lowering(label, *by));
        }
        builder = self.excluded.iter().cloned().fold(builder, ProfileBuilder::excludes);
        builder = self.words.iter().fold(builder, |builder, word| builder.words(word));
        builder = self.liked.iter().cloned().fold(builder, ProfileBuilder::likes_metier);
        builder = self.riasec.into_iter().fold(builder, ProfileBuilder::riasec);
        builder = self.max_access_level.into_iter().fold(builder, ProfileBuilder::max_access_level);
        builder = self.reached.into_iter().fold(builder, ProfileBuilder::reached);
        self.willing.into_iter().fold(builder, ProfileBuilder::willing)
    }

    /// The same student without one answer, named as in [`AnswerEffect`](boussole::ranking::AnswerEffect).
    pub(crate) fn without(&self, field: &str, label: Option<&str>) -> Self {
        let others = |answers: &[(&'static str, f64)]| {
            let is_other = |(other, _): &(&str, f64)| label.is_none_or(|label| label_key(other) != label_key(label));
            answers.iter().copied().filter(is_other).collect()
        };
        let mut student = self.clone();
        match field {
            "interests" => student.interests = others(&self.interests),
            "statuses" => student.statuses = others(&self.statuses),
            "sectors" => student.sectors = others(&self.sectors),
            "access_level.reached" => student.reached = None,
            "access_level.willing" => student.willing = None,
            "riasec" => student.riasec = None,
            "constraints" => student.lowered = others(&self.lowered),
            "words" => student.words.retain(|word| Some(*word) != label),
            "metiers.likes" => student.liked.retain(|id| Some(id.as_str()) != label),
            _ => panic!("there is no answer {field}"),
        }
        student
    }

    /// The same student, answering in the opposite order.
    pub(crate) fn reversed(mut self) -> Self {
        self.interests.reverse();
        self.statuses.reverse();
        self.sectors.reverse();
        self.only_statuses.reverse();
        self.only_sectors.reverse();
        self.excluded.reverse();
        self.liked.reverse();
        self.words.reverse();
        self
    }
}

/// Weights under which the interest criterion is alone.
pub(crate) fn interest_only() -> Weights {
    Weights::new([(Criterion::Interest, 1.0)]).expect("one weight is above 0")
}

pub(crate) fn id(number: u32) -> MetierId {
    format!("MET.{number}").parse().expect("digits make an identifier")
}

/// A métier of which only interests are known.
pub(crate) fn metier(number: u32, interests: &[&str]) -> Metier {
    let mut metier = Metier::new(id(number), Title::from_heading(&format!("métier {number}")));
    metier.interests = interests.iter().map(|label| Interest::new(label)).collect();
    metier
}

/// The bits of scores, which tell more than `==` does.
pub(crate) fn bytes_of(points: boussole::Points) -> u64 {
    points.value().to_bits()
}

/// From one to fourteen métiers, a student and weights.
pub(crate) fn world() -> impl Strategy<Value = World> {
    prop::collection::btree_set(1..5000u32, 1..14).prop_flat_map(|numbers| {
        let metiers: Vec<_> = numbers.iter().copied().map(any_metier).collect();
        let ids: Vec<MetierId> = numbers.into_iter().map(id).collect();
        (metiers, student(ids), weights(), factors()).prop_map(|(metiers, student, weights, factors)| World {
            metiers,
            student,
            weights,
            factors,
        })
    })
}

fn any_metier(number: u32) -> impl Strategy<Value = Metier> {
    let labels = (subsequence(&INTERESTS, 0..=4), subsequence(&STATUSES, 0..=3), subsequence(&SECTORS, 0..=2));
    let words = prop_oneof![1 => Just(Vec::new()), 2 => subsequence(&WORDS, 1..=2)];
    let codes = (subsequence(&["K2104", "K2107", "A1203", "J1102"], 0..=2), subsequence(&["RC", "S", "SE", "IA"], 0..=2));
    // Some fiches write their labels in capitals.
    let spelling = select(vec![str::to_owned as fn(&str) -> String, str::to_uppercase]);
    (labels, codes, level(), spelling, words).prop_map(
        move |((interests, statuses, sectors), (rome_codes, riasec), access_level, spell, words)| {
            let title = Title {
                heading: format!("métier {number}"),
                feminine: format!("une {number}"),
                masculine: format!("un {}", number + 1),
            };
            let mut metier = Metier::new(id(number), title);
            metier.access_level = access_level;
            metier.presentation = (!words.is_empty()).then(|| words.join(", "));
            metier.rome_codes = rome_codes.iter().map(|code| code.parse().expect("a ROME code")).collect();
            metier.riasec = riasec.iter().map(|code| code.parse().expect("RIASEC letters")).collect();
            metier.interests = interests.iter().map(|label| Interest::new(&spell(label))).collect();
            metier.statuses = statuses.iter().map(|label| Status::new(&spell(label))).collect();
            metier.sectors = sectors.iter().map(|label| Sector::new(&spell(label))).collect();
            metier
        },
    )
}

fn level() -> impl Strategy<Value = Option<AccessLevel>> {
    prop::option::of(select(&AccessLevel::ALL))
}

/// Answers from a short list, so that scores tie, and any others.
fn answers(labels: &'static [&'static str]) -> impl Strategy<Value = Vec<(&'static str, f64)>> {
    let answer = prop_oneof![4 => select(&[-1.0, -0.5, 0.0, 0.5, 1.0]), 1 => -1.0..=1.0f64];
    subsequence(labels, 0..=labels.len())
        .prop_flat_map(move |labels| (prop::collection::vec(answer.clone(), labels.len()), Just(labels)))
        .prop_map(|(answers, labels)| labels.into_iter().zip(answers).collect())
}

fn student(ids: Vec<MetierId>) -> impl Strategy<Value = Student> {
    let n_named = 0..=ids.len().min(2);
    let riasec = prop::option::weighted(0.3, prop::array::uniform6(-100.0..100.0f64));
    let lowered = lowered();
    let liked = prop_oneof![3 => Just(Vec::new()), 1 => subsequence(ids.clone(), n_named.clone())];
    let words = prop_oneof![2 => Just(Vec::new()), 1 => subsequence(&WORDS, 1..=2)];
    let own = (riasec, liked, lowered, words);
    let spoken = (answers(&INTERESTS), answers(&STATUSES), answers(&SECTORS), level(), level());
    let gates = (
        prop::option::weighted(0.3, select(&AccessLevel::ALL)),
        prop_oneof![3 => Just(Vec::new()), 1 => subsequence(&STATUSES, 1..=2)],
        prop_oneof![3 => Just(Vec::new()), 1 => subsequence(&SECTORS, 1..=2)],
        subsequence(ids, n_named),
    );
    (any::<u64>(), spoken, gates, own).prop_map(
        |(
            seed,
            (interests, statuses, sectors, reached, willing),
            (max_access_level, only_statuses, only_sectors, excluded),
            (riasec, liked, lowered, words),
        )| {
            Student {
                seed,
                interests,
                reached,
                willing,
                statuses,
                sectors,
                max_access_level,
                only_statuses,
                only_sectors,
                excluded,
                riasec,
                liked,
                lowered,
                words,
            }
        },
    )
}

/// What constraints take from interests; mostly nothing.
fn lowered() -> impl Strategy<Value = Vec<(&'static str, f64)>> {
    prop_oneof![
        3 => Just(Vec::new()),
        1 => subsequence(&INTERESTS, 1..=2).prop_map(|labels| labels.into_iter().zip([0.6, 1.0]).collect()),
    ]
}

/// Weights of which some are 0 and at least one is not.
fn weights() -> impl Strategy<Value = Weights> {
    let weight = prop_oneof![1 => Just(0.0), 4 => 0.0..=1.0f64];
    prop::collection::vec(weight, Criterion::COUNT)
        .prop_filter_map("all weights are 0", |values| Weights::new(Criterion::ALL.into_iter().zip(values)).ok())
}

/// No factors of interests, or some of which some are 0.
fn factors() -> impl Strategy<Value = Vec<(&'static str, f64)>> {
    let factor = prop_oneof![1 => Just(0.0), 4 => 0.0..=4.0f64, 1 => Just(1000.0)];
    let some = subsequence(INTERESTS.to_vec(), 1..=INTERESTS.len())
        .prop_flat_map(move |labels| (Just(labels.clone()), prop::collection::vec(factor.clone(), labels.len())))
        .prop_map(|(labels, factors)| labels.into_iter().zip(factors).collect());
    prop_oneof![1 => Just(Vec::new()), 1 => some]
}
