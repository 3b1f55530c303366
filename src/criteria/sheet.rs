//! What the fiches of a catalogue say, as places: of labels in their vocabularies, of domains in their list.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::catalogue::{Catalogue, Metier, RomeCode, Vocabulary};
use crate::features::{Lexicon, WordCounts, interest_weights};

/// A word that more fiches have tells nothing.
const LARGEST_SHARE_OF_WORD: f64 = 0.4;

/// How many characters of a ROME code name its professional domain: K21 of K2104.
const DOMAIN_LENGTH: usize = 3;

/// The labels of a catalogue, the domains of its ROME codes, and how much each interest weighs.
pub(super) struct Labels<'a> {
    pub(super) interests: Places<'a>,
    pub(super) statuses: Places<'a>,
    pub(super) sectors: Places<'a>,
    pub(super) domains: Places<'a>,
    /// The weight of each interest from its rarity, see [`interest_weights`].
    pub(super) interest_weights: Vec<f64>,
    /// What each interest counts: the weight from its rarity times its factor.
    pub(super) counted_weights: Vec<f64>,
    /// The words of the fiches.
    pub(super) lexicon: Lexicon,
    /// By métier, how often its fiche has each word.
    word_counts: Vec<WordCounts>,
    /// How many métiers there are.
    pub(super) n_metiers: usize,
}

/// One fiche: the métier, and the places of what it names, ascending and each once.
pub(super) struct Sheet<'m> {
    pub(super) metier: &'m Metier,
    pub(super) interests: Vec<usize>,
    pub(super) statuses: Vec<usize>,
    pub(super) sectors: Vec<usize>,
    pub(super) domains: Vec<usize>,
    /// How often the fiche has each word.
    pub(super) words: &'m WordCounts,
}

/// Names in their order, and the place of each.
pub(super) struct Places<'a> {
    names: Vec<&'a str>,
    places: BTreeMap<&'a str, usize>,
}

impl<'a> Labels<'a> {
    /// `factors` has one for each interest, shape (`n_interests`).
    pub(super) fn of(catalogue: &'a Catalogue, factors: &[f64]) -> Self {
        let codes = catalogue.metiers().iter().flat_map(|metier| &metier.rome_codes);
        let domains: BTreeSet<&str> = codes.map(domain).collect();
        let frequencies: Vec<usize> = catalogue.interests().terms().iter().map(|term| term.n_metiers).collect();
        let interest_weights = interest_weights(catalogue.len(), &frequencies);
        let (lexicon, word_counts) = Lexicon::of(catalogue, LARGEST_SHARE_OF_WORD);
        Self {
            interests: Places::of_vocabulary(catalogue.interests()),
            statuses: Places::of_vocabulary(catalogue.statuses()),
            sectors: Places::of_vocabulary(catalogue.sectors()),
            domains: Places::of(domains.into_iter().collect()),
            counted_weights: interest_weights.iter().zip(factors).map(|(weight, factor)| weight * factor).collect(),
            interest_weights,
            lexicon,
            word_counts,
            n_metiers: catalogue.len(),
        }
    }

    /// The fiche of the métier at this place of the catalogue.
    pub(super) fn sheet<'m>(&'m self, position: usize, metier: &'m Metier) -> Sheet<'m> {
        Sheet {
            metier,
            interests: self.interests.find(metier.interests.iter().map(AsRef::as_ref)),
            statuses: self.statuses.find(metier.statuses.iter().map(AsRef::as_ref)),
            sectors: self.sectors.find(metier.sectors.iter().map(AsRef::as_ref)),
            domains: self.domains.find(metier.rome_codes.iter().map(domain)),
            words: &self.word_counts[position],
        }
    }
}

impl<'a> Places<'a> {
    fn of_vocabulary(vocabulary: &'a Vocabulary) -> Self {
        Self::of(vocabulary.terms().iter().map(|term| term.label.as_str()).collect())
    }

    fn of(names: Vec<&'a str>) -> Self {
        let places = names.iter().enumerate().map(|(place, name)| (*name, place)).collect();
        Self { names, places }
    }

    /// How many names there are.
    pub(super) fn len(&self) -> usize {
        self.names.len()
    }

    /// The names as those of columns.
    pub(super) fn columns(&self) -> Vec<Arc<str>> {
        self.names.iter().copied().map(Arc::from).collect()
    }

    fn find<'m>(&self, names: impl Iterator<Item = &'m str>) -> Vec<usize> {
        let place =
            |name| *self.places.get(name).expect("a catalogue gives each label of its métiers the spelling of its vocabulary");
        names.map(place).collect::<BTreeSet<usize>>().into_iter().collect()
    }
}

/// The professional domain of a ROME code: a letter and two digits.
fn domain(code: &RomeCode) -> &str {
    &code.as_str()[..DOMAIN_LENGTH]
}

/// `x_mk = 1 / n` in each of the `n` columns, so that the dot product is a mean.
pub(super) fn equal_shares(columns: &[usize]) -> Vec<(usize, f64)> {
    let share = 1.0 / columns.len() as f64;
    columns.iter().map(|column| (*column, share)).collect()
}
