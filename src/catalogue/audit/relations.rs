//! Which interests occur together: pairs that never do, and interests that never occur without another.

use serde::Serialize;

use crate::catalogue::{Catalogue, Interest, Vocabulary};

/// The smallest number of métiers that supports an implication: with fewer, many arise by chance.
///
/// An interest that half of the métiers have occurs in all five métiers of a rarer one by chance in one case of 32.
pub const MIN_SUPPORT: usize = 5;

/// How many implications are listed; real catalogues have a dozen, whereas hostile ones have one for each pair of interests.
const MAX_IMPLICATIONS: usize = 1_000;

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
    /// How many more there are than are listed.
    #[serde(skip_serializing_if = "is_zero")]
    pub n_more_implications: usize,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_zero(number: &usize) -> bool {
    *number == 0
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
        let metiers = interests_of_metiers(catalogue);
        let mut owners: Vec<Vec<usize>> = vec![Vec::new(); vocabulary.len()];
        for (metier, interests) in metiers.iter().enumerate() {
            for interest in interests {
                owners[*interest].push(metier);
            }
        }
        let (mut implications, mut n_implications, mut n_together) = (Vec::new(), 0, 0);
        // How many métiers have the interest and each other one; only those that are met are put back to 0.
        let mut n_both = vec![0; vocabulary.len()];
        for (interest, owners) in owners.iter().enumerate() {
            let mut met: Vec<usize> = Vec::new();
            for other in owners.iter().flat_map(|metier| &metiers[*metier]).filter(|other| **other != interest) {
                if n_both[*other] == 0 {
                    met.push(*other);
                }
                n_both[*other] += 1;
            }
            met.sort_unstable();
            for other in met {
                let n_both = std::mem::take(&mut n_both[other]);
                n_together += usize::from(interest < other);
                if MIN_SUPPORT <= n_both && n_both == vocabulary.terms()[interest].n_metiers {
                    n_implications += 1;
                    implications
                        .extend((n_implications <= MAX_IMPLICATIONS).then(|| Implication::of((interest, other), vocabulary)));
                }
            }
        }
        let n_pairs = vocabulary.len() * vocabulary.len().saturating_sub(1) / 2;
        Self {
            n_more_implications: n_implications - implications.len(),
            implications,
            n_never_together: n_pairs - n_together,
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

/// For each métier, the places of its interests in the vocabulary.
fn interests_of_metiers(catalogue: &Catalogue) -> Vec<Vec<usize>> {
    let find = |label: &Interest| catalogue.interests().find(label.as_str()).ok();
    catalogue.metiers().iter().map(|metier| metier.interests.iter().filter_map(find).collect()).collect()
}
