//! Which interests occur together: pairs that never do, and interests that never occur without another.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::catalogue::{Catalogue, Vocabulary};

/// The smallest number of métiers that supports an implication: with fewer, many arise by chance.
///
/// An interest that half of the métiers have occurs in all five métiers of a rarer one by chance in one case of 32.
pub const MIN_SUPPORT: usize = 5;

/// How the interests of a catalogue occur together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Relations {
    /// The number of pairs of interests.
    pub n_pairs: usize,
    /// The number of pairs of interests that no métier combines.
    pub n_never_together: usize,
    /// Interests that never occur without another one, in the order of the vocabulary.
    pub implications: Vec<Implication>,
}

/// Every métier with one interest also has the other, for [`MIN_SUPPORT`] métiers or more.
///
/// A student's answer to the second then adds little to the answer to the first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Implication {
    /// The interest that never occurs without the other.
    pub interest: String,
    /// The interest that always occurs with it.
    pub implied: String,
    /// The number of métiers with the first interest, hence with both.
    pub n_metiers: usize,
}

impl Relations {
    pub(super) fn of(catalogue: &Catalogue) -> Self {
        let vocabulary = catalogue.interests();
        let together = count_together(catalogue);
        let mut implications: Vec<(usize, usize)> = Vec::new();
        for (&(left, right), &n_both) in &together {
            for (interest, implied) in [(left, right), (right, left)] {
                if MIN_SUPPORT <= n_both && n_both == vocabulary.terms()[interest].n_metiers {
                    implications.push((interest, implied));
                }
            }
        }
        implications.sort_unstable();
        let n_pairs = vocabulary.len() * vocabulary.len().saturating_sub(1) / 2;
        Self {
            implications: implications.into_iter().map(|pair| Implication::of(pair, vocabulary)).collect(),
            n_never_together: n_pairs - together.len(),
            n_pairs,
        }
    }
}

impl Implication {
    fn of((interest, implied): (usize, usize), vocabulary: &Vocabulary) -> Self {
        let terms = vocabulary.terms();
        Self {
            interest: terms[interest].label.clone(),
            implied: terms[implied].label.clone(),
            n_metiers: terms[interest].n_metiers,
        }
    }
}

/// The number of métiers per pair of interests; pairs without a métier are absent.
fn count_together(catalogue: &Catalogue) -> BTreeMap<(usize, usize), usize> {
    let mut together = BTreeMap::new();
    for metier in catalogue.metiers() {
        let find = |label: &crate::catalogue::Interest| catalogue.interests().find(label.as_str()).ok();
        let mut places: Vec<usize> = metier.interests.iter().filter_map(find).collect();
        places.sort_unstable();
        for (index, left) in places.iter().enumerate() {
            for right in &places[index + 1..] {
                *together.entry((*left, *right)).or_insert(0) += 1;
            }
        }
    }
    together
}
