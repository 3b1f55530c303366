//! The belief after the answers so far: a distribution over the distinct sets of interests and sectors that métiers have.

use std::collections::BTreeMap;

/// The distinct sets of topics of the métiers of a catalogue, in sparse form; sectors that are asked about are topics too.
///
/// Questions cannot distinguish métiers of the same pattern, so these share one probability.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct InterestPatterns {
    starts: Vec<usize>,
    topics: Vec<u32>,
    n_topics: usize,
    /// The pattern of each métier, in the order of the catalogue.
    of_metier: Vec<usize>,
    /// The number of métiers per pattern.
    counts: Vec<f64>,
}

impl InterestPatterns {
    /// The patterns of métiers, each of which is given by its topics.
    pub(super) fn of(metiers: &[Vec<usize>], n_topics: usize) -> Self {
        let distinct: BTreeMap<&Vec<usize>, usize> = metiers.iter().map(|topics| (topics, 0)).collect();
        let order: BTreeMap<&Vec<usize>, usize> =
            distinct.into_keys().enumerate().map(|(place, topics)| (topics, place)).collect();
        let mut patterns =
            Self { starts: vec![0], topics: Vec::new(), n_topics, of_metier: Vec::new(), counts: vec![0.0; order.len()] };
        for topics in order.keys() {
            patterns
                .topics
                .extend(topics.iter().map(|topic| u32::try_from(*topic).expect("a quiz has far fewer than 2^32 topics")));
            patterns.starts.push(patterns.topics.len());
        }
        for topics in metiers {
            patterns.of_metier.push(order[topics]);
            patterns.counts[order[topics]] += 1.0;
        }
        patterns
    }

    /// The number of métiers per pattern, shape (`n_patterns`).
    pub(super) fn counts(&self) -> &[f64] {
        &self.counts
    }

    /// The number per pattern of the métiers that pass, or of all métiers if none passes.
    pub(super) fn counts_of(&self, is_let_through: &[bool]) -> Vec<f64> {
        let mut counts = vec![0.0; self.counts.len()];
        for (pattern, is_let_through) in self.of_metier.iter().zip(is_let_through) {
            counts[*pattern] += f64::from(u8::from(*is_let_through));
        }
        if counts.iter().all(|count| *count == 0.0) { self.counts.clone() } else { counts }
    }

    /// `ρ`, the probability of each topic to be the student's, shape (`n_topics`), in [0, 1].
    ///
    /// `log_ratios` holds, for each topic, the sum of `ln L1[a] − ln L0[a]` over the answers to its questions. An answer multiplies
    /// the probability of a pattern by `L1[a]` or `L0[a]`, so these sums suffice, and the order of answers cannot matter.
    pub(super) fn masses(&self, log_ratios: &[f64], counts: &[f64]) -> Vec<f64> {
        let evidence = |pattern: usize| -> f64 { self.row(pattern).iter().map(|topic| log_ratios[*topic as usize]).sum() };
        let mut weights: Vec<f64> = (0..counts.len()).map(evidence).collect();
        // Relative to the greatest weight no exponential is infinite, and one is 1.
        let possible = weights.iter().zip(counts).filter(|(_, count)| 0.0 < **count);
        let greatest = possible.fold(f64::NEG_INFINITY, |greatest, (weight, _)| greatest.max(*weight));
        let mut total = 0.0;
        for (weight, count) in weights.iter_mut().zip(counts) {
            *weight = if 0.0 < *count { count * libm::exp(*weight - greatest) } else { 0.0 };
            total += *weight;
        }
        let mut masses = vec![0.0; self.n_topics];
        for (pattern, weight) in weights.iter().enumerate() {
            for topic in self.row(pattern) {
                masses[*topic as usize] += weight;
            }
        }
        masses.iter().map(|mass| (mass / total).min(1.0)).collect()
    }

    fn row(&self, pattern: usize) -> &[u32] {
        &self.topics[self.starts[pattern]..self.starts[pattern + 1]]
    }
}
