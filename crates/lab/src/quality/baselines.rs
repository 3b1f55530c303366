//! What a scorer by interests alone usually is: count, Jaccard, cosine, cosine with rarity, and the published graph of MonProjetSup.

use std::collections::{BTreeMap, BTreeSet};

use boussole::Catalogue;
use boussole::criteria::level_preference;
use boussole::features::interest_weights;

/// What the level counts beside the cosine of interests: about what it counts in our own weights.
const LEVEL_WEIGHT: f64 = 0.2;

/// MonProjetSup: the weight of an edge from an interest to a métier.
const INTEREST_EDGE: f64 = 0.001;

/// MonProjetSup: the weight of an edge between a métier and a domain, either way.
const DOMAIN_EDGE: f64 = 0.01;

/// The largest relevance of a métier that no path of two nodes reaches.
const INDIRECT_CAP: f64 = 0.25;

/// The interests of each métier as places in the vocabulary, with the weight of each interest.
pub(super) struct Sets {
    sets: Vec<BTreeSet<usize>>,
    weights: Vec<f64>,
}

impl Sets {
    pub(super) fn of(catalogue: &Catalogue) -> Self {
        let find = |label: &str| catalogue.interests().find(label).expect("a métier's label is in the vocabulary");
        let interests = |metier: &boussole::Metier| metier.interests.iter().map(|label| find(label.as_str())).collect();
        let frequencies: Vec<usize> = catalogue.interests().terms().iter().map(|term| term.n_metiers).collect();
        Self {
            sets: catalogue.metiers().iter().map(|metier| interests(metier)).collect(),
            weights: interest_weights(catalogue.len(), &frequencies),
        }
    }

    fn shared(&self, left: usize, right: usize) -> impl Iterator<Item = usize> {
        self.sets[left].intersection(&self.sets[right]).copied()
    }

    pub(super) fn count(&self, own: usize) -> Vec<f64> {
        (0..self.sets.len()).map(|other| self.shared(own, other).count() as f64).collect()
    }

    pub(super) fn jaccard(&self, own: usize) -> Vec<f64> {
        let union = |other: usize| self.sets[own].union(&self.sets[other]).count().max(1);
        (0..self.sets.len()).map(|other| self.shared(own, other).count() as f64 / union(other) as f64).collect()
    }

    pub(super) fn cosine(&self, own: usize) -> Vec<f64> {
        self.weighted_cosine(own, |_| 1.0)
    }

    /// Cosine of interests, and how near the level is to that of the student's métier.
    pub(super) fn cosine_and_level(&self, catalogue: &Catalogue, own: usize) -> Vec<f64> {
        let level = |place: usize| catalogue.metiers()[place].access_level;
        let near = |other: usize| {
            let preference = level(other).and_then(|other| level_preference(other, None, level(own)));
            LEVEL_WEIGHT * preference.unwrap_or_default()
        };
        self.cosine(own).into_iter().enumerate().map(|(other, cosine)| cosine + near(other)).collect()
    }

    pub(super) fn idf_cosine(&self, own: usize) -> Vec<f64> {
        self.weighted_cosine(own, |interest| self.weights[interest])
    }

    fn weighted_cosine(&self, own: usize, weight: impl Fn(usize) -> f64) -> Vec<f64> {
        let square = |interest: usize| weight(interest).powi(2);
        let length = |place: usize| self.sets[place].iter().map(|interest| square(*interest)).sum::<f64>().sqrt();
        let cosine = |other: usize| {
            let lengths = length(own) * length(other);
            if 0.0 < lengths { self.shared(own, other).map(square).sum::<f64>() / lengths } else { 0.0 }
        };
        (0..self.sets.len()).map(cosine).collect()
    }
}

/// The order of métiers that MonProjetSup publishes, with the nodes that an Onisep catalogue has: interests, métiers, domains.
///
/// # Formula
///
/// ```text
/// R(p, m) = min(c_m, Σ_u Σ_paths u → m of at most 3 edges  Π edge weights · Π 1/√indegree of inner nodes)
/// ```
///
/// where `c_m` = 1 if some path has one edge, else 0.25. It uses domains, so it has an advantage where domains are judged.
pub(super) struct Graph<'a> {
    sets: &'a Sets,
    domains: Vec<Vec<&'a str>>,
    /// Sum over métiers with an interest and a domain of 1/√indegree of the métier, times 1/√indegree of the domain.
    through: BTreeMap<(usize, &'a str), f64>,
}

impl<'a> Graph<'a> {
    pub(super) fn of(catalogue: &'a Catalogue, sets: &'a Sets) -> Self {
        let domains: Vec<Vec<&str>> =
            catalogue.metiers().iter().map(|metier| metier.domains.iter().map(String::as_str).collect()).collect();
        let mut n_metiers: BTreeMap<&str, usize> = BTreeMap::new();
        for domain in domains.iter().flatten() {
            *n_metiers.entry(domain).or_default() += 1;
        }
        let mut through: BTreeMap<(usize, &str), f64> = BTreeMap::new();
        for (set, own_domains) in sets.sets.iter().zip(&domains) {
            let indegree = (set.len() + own_domains.len()) as f64;
            for domain in own_domains {
                for interest in set {
                    let inner = indegree.sqrt() * (n_metiers[domain] as f64).sqrt();
                    *through.entry((*interest, domain)).or_default() += 1.0 / inner;
                }
            }
        }
        Self { sets, domains, through }
    }

    pub(super) fn relevance(&self, own: usize) -> Vec<f64> {
        // Scaled by 1/edge so that rounding to nine decimals keeps what separates métiers.
        (0..self.domains.len()).map(|other| self.path_sum(own, other) / INTEREST_EDGE).collect()
    }

    fn path_sum(&self, own: usize, other: usize) -> f64 {
        let mut sum = 0.0;
        let mut is_direct = false;
        for interest in &self.sets.sets[own] {
            if self.sets.sets[other].contains(interest) {
                is_direct = true;
                sum += INTEREST_EDGE;
            } else {
                let paths = self.domains[other].iter().filter_map(|domain| self.through.get(&(*interest, domain)));
                sum += paths.sum::<f64>() * INTEREST_EDGE * DOMAIN_EDGE * DOMAIN_EDGE;
            }
        }
        if is_direct { sum.min(1.0) } else { sum.min(INDIRECT_CAP) }
    }
}
