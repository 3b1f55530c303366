//! Students who prefer by known weights, with noise: what tuning is tried on where the truth must be known.

use std::collections::BTreeMap;

use crate::world::RawWorld;
use boussole::catalogue::{AccessLevel, Vocabulary};
use boussole::profile::Profile;
use boussole::random::SplitMix64;
use boussole::ranking::Recommender;
use boussole::weights::Weights;
use boussole_tuning::{Choice, Preference};

/// How many students are asked how often, and how decided they are.
///
/// | field | default | meaning |
/// | --- | --- | --- |
/// | `n_students` | 100 | students |
/// | `n_pairs_per_student` | 10 | pairs each is asked about |
/// | `n_shortlisted` | 60 | pairs are drawn among so many that stand first by the true weights |
/// | `noise` | 0.022 | difference of score at which the better one is preferred in 73 % of cases |
/// | `seed` | 0 | sets every draw |
///
/// # Formula
///
/// ```text
/// P(A preferred to B) = 1 / (1 + e^(−(S(A) − S(B)) / noise))
/// ```
///
/// where `S` is the score by the true weights.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Survey {
    /// Students.
    pub n_students: usize,
    /// Pairs each student is asked about.
    pub n_pairs_per_student: usize,
    /// How many stand in the list that pairs are drawn from, by the true weights.
    pub n_shortlisted: usize,
    /// The difference of score at which the better one is preferred in 73 % of cases; above 0.
    pub noise: f64,
    /// Sets every draw.
    pub seed: u64,
}

impl Default for Survey {
    fn default() -> Self {
        Self { n_students: 100, n_pairs_per_student: 10, n_shortlisted: 60, noise: DEFAULT_NOISE, seed: 0 }
    }
}

/// With this noise the true weights predict 71 % of the pairs in a [`RawWorld`] of 31 criteria: people are not sure of themselves.
const DEFAULT_NOISE: f64 = 0.022;

/// How many interests a simulated student answers on, at least and at most.
const N_INTERESTS: (usize, usize) = (3, 6);

/// The share of answers that are a no.
const SHARE_OF_NO: f64 = 0.25;

impl Survey {
    /// Preferences between métiers of a catalogue, by students who weigh the criteria by `truth`.
    ///
    /// Students answer on a few interests and, two in three each, on how far they want to study, a status and a sector.
    ///
    /// # Panics
    ///
    /// If the catalogue has fewer than two métiers.
    pub fn on_catalogue(&self, recommender: &Recommender, truth: &Weights) -> Vec<Preference> {
        let catalogue = recommender.catalogue();
        let judge = Recommender::new(catalogue.clone(), truth.clone()).expect("the catalogue of a recommender is not empty");
        let mut random = SplitMix64::new(self.seed);
        let mut preferences = Vec::with_capacity(self.n_students * self.n_pairs_per_student);
        for student in 0..self.n_students {
            let profile = Box::new(simulated_profile(recommender, &mut random));
            let scores = judge.scores(&profile).expect("the labels are those of the catalogue");
            let scores: Vec<f64> = scores.into_iter().map(boussole::explanation::Points::value).collect();
            for (preferred, over) in self.pairs(&scores, &mut random) {
                let id = |position: usize| catalogue.metiers()[position].id.clone();
                let choice = Choice::Metiers { profile: profile.clone(), preferred: id(preferred), over: id(over) };
                preferences.push(Preference { student: Some(format!("s{student}")), is_simulated: true, weight: 1.0, choice });
            }
        }
        preferences
    }

    /// Preferences between the items of a made-up world, as scores by name.
    pub fn on_world(&self, world: &RawWorld) -> Vec<Preference> {
        let mut random = SplitMix64::new(self.seed);
        let mut preferences = Vec::with_capacity(self.n_students * self.n_pairs_per_student);
        for student in 0..self.n_students {
            let values = world.student(&mut random);
            let scores = values.dot(world.truth());
            for (preferred, over) in self.pairs(&scores.to_vec(), &mut random) {
                let side = |item: usize| -> BTreeMap<String, f64> {
                    world.names().iter().cloned().zip(values.row(item).iter().copied()).collect()
                };
                let choice = Choice::Scores { preferred: side(preferred), over: side(over) };
                preferences.push(Preference { student: Some(format!("s{student}")), is_simulated: true, weight: 1.0, choice });
            }
        }
        preferences
    }

    /// Students who answer as those of [`on_catalogue`](Self::on_catalogue) do.
    ///
    /// # Panics
    ///
    /// If the catalogue has fewer than two métiers.
    pub fn profiles(&self, recommender: &Recommender) -> Vec<Profile> {
        let mut random = SplitMix64::new(self.seed);
        (0..self.n_students).map(|_| simulated_profile(recommender, &mut random)).collect()
    }

    /// Pairs of one student: preferred and other.
    fn pairs(&self, scores: &[f64], random: &mut SplitMix64) -> Vec<(usize, usize)> {
        let mut order: Vec<usize> = (0..scores.len()).collect();
        order.sort_by(|left, right| scores[*right].total_cmp(&scores[*left]).then(left.cmp(right)));
        order.truncate(self.n_shortlisted.max(2));
        let draw = |_| {
            let first = random.index_below(order.len());
            let second = (first + 1 + random.index_below(order.len() - 1)) % order.len();
            let (first, second) = (order[first], order[second]);
            let is_first = random.unit() < 1.0 / (1.0 + ((scores[second] - scores[first]) / self.noise).exp());
            if is_first { (first, second) } else { (second, first) }
        };
        (0..self.n_pairs_per_student).map(draw).collect()
    }
}

/// A student who answers on a few labels of the catalogue.
fn simulated_profile(recommender: &Recommender, random: &mut SplitMix64) -> Profile {
    let catalogue = recommender.catalogue();
    let mut builder = Profile::builder().seed(random.next_u64() >> 48);
    let n_interests = N_INTERESTS.0 + random.index_below(N_INTERESTS.1 - N_INTERESTS.0 + 1);
    for label in labels(catalogue.interests(), n_interests, random) {
        let answer = if random.unit() < SHARE_OF_NO { -1.0 } else { 1.0 };
        builder = builder.interest(label, answer);
    }
    if random.index_below(3) != 0 {
        let wanted = &AccessLevel::ALL[AccessLevel::Cap.rung()..=AccessLevel::BacPlus5.rung()];
        builder = builder.willing(wanted[random.index_below(wanted.len())]);
    }
    if random.index_below(3) != 0 {
        for label in labels(catalogue.statuses(), 1, random) {
            builder = builder.status(label, 1.0);
        }
    }
    if random.index_below(3) != 0 {
        for label in labels(catalogue.sectors(), 1, random) {
            builder = builder.sector(label, 1.0);
        }
    }
    builder.build().expect("each label is there once and answers are 1 or −1")
}

/// Some labels of a vocabulary, each at most once.
fn labels<'a>(vocabulary: &'a Vocabulary, n_labels: usize, random: &mut SplitMix64) -> Vec<&'a str> {
    let places = random.distinct_below(vocabulary.len(), n_labels);
    places.into_iter().map(|place| vocabulary.terms()[place].label.as_str()).collect()
}
