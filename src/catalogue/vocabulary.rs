//! The labels of one kind in a catalogue, and how a label in any spelling is found among them.

use std::collections::BTreeMap;

use super::label::{KeyHash, label_key};
use super::quoted::quoted;
use super::thesaurus::{LabelKind, Thesaurus};

/// How many similar labels an error suggests.
const N_HINTS: usize = 3;

/// All labels of one kind (interests, statuses or sectors) that a catalogue uses, in the order of their keys.
///
/// A label is found by its key ([`label_key`]), or by a former spelling that the alias table knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vocabulary {
    kind: LabelKind,
    terms: Vec<Term>,
    /// The place of each key by its hash, sorted: numbers compare faster than labels, which begin alike (« j'aime … »).
    by_hash: Vec<(KeyHash, usize)>,
    /// Keys of other labels of a term.
    others: BTreeMap<String, usize>,
    place_numbers: Vec<String>,
}

/// One label of a [`Vocabulary`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Term {
    /// The label as it is shown.
    pub label: String,
    /// The key that all its spellings share.
    pub key: String,
    /// The identifier of the label in the source, if it has one and uses it consistently.
    pub id: Option<String>,
    /// Other labels with the same identifier in the source.
    pub other_labels: Vec<String>,
    /// The number of métiers that carry it.
    pub n_metiers: usize,
}

/// The error for a label that the vocabulary does not contain.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected {kind} of the catalogue, found « {found} »; {}", hint_text(hints))]
pub struct UnknownLabel {
    /// The kind of label.
    pub kind: LabelKind,
    /// The text that was found.
    pub found: String,
    /// The most similar labels, nearest first.
    pub hints: Vec<String>,
}

fn hint_text(hints: &[String]) -> String {
    if hints.is_empty() {
        return "it has none like it".to_owned();
    }
    let quoted: Vec<String> = hints.iter().map(|hint| format!("« {hint} »")).collect();
    format!("the nearest are {}", quoted.join(", "))
}

impl Vocabulary {
    /// A vocabulary of these terms.
    pub(super) fn new(kind: LabelKind, mut terms: Vec<Term>) -> Self {
        terms.sort_by(|left, right| left.key.cmp(&right.key));
        let others = terms.iter().enumerate().flat_map(|(place, term)| {
            let keys = term.other_labels.iter().map(|label| label_key(label));
            keys.map(move |key| (key, place)).collect::<Vec<_>>()
        });
        let others = others.collect();
        let mut by_hash: Vec<_> = terms.iter().enumerate().map(|(place, term)| (KeyHash::of(&term.key), place)).collect();
        by_hash.sort_unstable();
        Self { kind, terms, by_hash, others, place_numbers: Vec::new() }
    }

    /// The same vocabulary, for sources whose identifiers number positions.
    pub(super) fn with_place_numbers(self, place_numbers: Vec<String>) -> Self {
        Self { place_numbers, ..self }
    }

    /// The terms, in the order of their keys.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Identifiers of the source that merely number the positions in each fiche's list, in order; no label keeps them. Empty if
    /// identifiers name labels, or if the source has none.
    pub fn place_numbers(&self) -> &[String] {
        &self.place_numbers
    }

    /// The number of labels.
    pub fn len(&self) -> usize {
        self.terms.len()
    }

    /// Whether no métier carries a label of this kind.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The index in [`terms`](Self::terms) of a label in any spelling.
    ///
    /// # Errors
    ///
    /// [`UnknownLabel`] with the three nearest labels if no métier carries it.
    pub fn find(&self, label: &str) -> Result<usize, UnknownLabel> {
        self.place(label).ok_or_else(|| self.unknown(label))
    }

    /// The index of a label in any spelling, without looking for what is near to an unknown one.
    pub(crate) fn place(&self, label: &str) -> Option<usize> {
        let key = label_key(label);
        let place = self.position(&key).or_else(|| self.others.get(&key).copied());
        place.or_else(|| self.position(Thesaurus::embedded().canonical_key(self.kind, &key)?))
    }

    /// The index of the term with exactly this key, which is the usual case; other spellings and aliases need
    /// [`find`](Self::find).
    #[inline]
    pub(crate) fn place_of_key(&self, key: &str, hash: KeyHash) -> Option<usize> {
        let found = self.by_hash.binary_search_by_key(&hash, |(hash, _)| *hash).ok()?;
        let place = self.by_hash[found].1;
        (self.terms[place].key == key).then_some(place)
    }

    fn position(&self, key: &str) -> Option<usize> {
        self.terms.binary_search_by(|term| term.key.as_str().cmp(key)).ok()
    }

    /// The error for a label that is not there.
    pub(crate) fn unknown(&self, label: &str) -> UnknownLabel {
        let labels = self.terms.iter().map(|term| term.label.as_str());
        let hints = nearest(label, labels, N_HINTS).into_iter().map(str::to_owned).collect();
        UnknownLabel { kind: self.kind, found: quoted(label), hints }
    }
}

/// The longest text that is compared with labels.
pub(super) const MAX_COMPARED_BYTES: usize = 300;

/// How alike two texts must be, from 0 to 1, to be called near: half of their letter pairs.
const MIN_SIMILARITY: f64 = 0.5;

/// At most `n` candidates most similar to a text, nearest first, equally near ones in their order; only those that are near at all.
///
/// Similarity is the Sørensen–Dice coefficient of letter pairs, which a missing or added word changes little.
pub(super) fn nearest<'a>(text: &str, candidates: impl IntoIterator<Item = &'a str>, n: usize) -> Vec<&'a str> {
    // The likeness of a sentence is not worth its cost.
    let key = label_key(text);
    if MAX_COMPARED_BYTES < key.len() {
        return Vec::new();
    }
    let mut scored: Vec<(f64, &str)> =
        candidates.into_iter().map(|candidate| (strsim::sorensen_dice(&key, &label_key(candidate)), candidate)).collect();
    scored.retain(|(similarity, _)| MIN_SIMILARITY <= *similarity);
    scored.sort_by(|left, right| right.0.total_cmp(&left.0));
    scored.into_iter().take(n).map(|(_, candidate)| candidate).collect()
}

/// A longer identifier is compared with none.
pub(super) const MAX_ID_BYTES: usize = 60;

/// At most `n` identifiers one slip away: a character wrong, missing, doubled or swapped with its neighbour. More would be advice
/// without evidence, since all identifiers look alike.
pub(crate) fn nearest_ids<'a>(id: &str, candidates: impl IntoIterator<Item = &'a str>, n: usize) -> Vec<&'a str> {
    if MAX_ID_BYTES < id.len() {
        return Vec::new();
    }
    candidates.into_iter().filter(|candidate| strsim::osa_distance(id, candidate) <= 1).take(n).collect()
}

/// The nearest identifiers in words.
pub(crate) fn nearest_text(ids: &[impl AsRef<str>]) -> String {
    if ids.is_empty() {
        return "none is like it".to_owned();
    }
    format!("the nearest are {}", ids.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    //! Properties: labels are found in any spelling and by alias; unknown ones come with the nearest labels.

    use super::*;

    fn vocabulary() -> Vocabulary {
        let term = |label: &str, n_metiers| Term {
            label: label.to_owned(),
            key: label_key(label),
            id: None,
            other_labels: Vec::new(),
            n_metiers,
        };
        let terms = vec![term("je veux m'occuper d'enfants", 1), term("j'ai le sens du contact", 2), term("j'aime bouger", 1)];
        Vocabulary::new(LabelKind::Interest, terms)
    }

    #[test]
    fn another_label_of_a_term_is_found() {
        let mut terms = vocabulary().terms;
        terms[1].other_labels.push("j'aime me déplacer".to_owned());
        let vocabulary = Vocabulary::new(LabelKind::Interest, terms);
        assert_eq!(vocabulary.find("J’aime me déplacer"), Ok(1));
    }

    #[test]
    fn counts_and_finds() {
        let vocabulary = vocabulary();
        let contact = vocabulary.find("J’ai le sens du\u{a0}contact").expect("is there");
        assert_eq!(vocabulary.terms()[contact].n_metiers, 2);
        assert_eq!(vocabulary.find("J'aime le contact avec les enfants"), vocabulary.find("je veux m'occuper d'enfants"));
        assert_eq!(vocabulary.len(), 3);
    }

    #[test]
    fn an_identifier_is_near_only_by_one_slip() {
        let ids = ["MET.29", "MET.299", "MET.7829", "MET.9100365"];
        assert_eq!(nearest_ids("MET.7892", ids, 3), ["MET.7829"]);
        assert_eq!(nearest_ids("MET.229", ids, 3), ["MET.29", "MET.299"]);
        assert_eq!(nearest_ids("MET.99999999", ids, 3), [""; 0]);
    }

    #[test]
    fn unknown_label_offers_the_nearest() {
        let error = vocabulary().find("j'ai le sans du contact").expect_err("is not there");
        assert_eq!(
            error.to_string(),
            "expected an interest of the catalogue, found « j'ai le sans du contact »; \
             the nearest are « j'ai le sens du contact »"
        );
    }
}
