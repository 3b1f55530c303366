//! The labels of one kind in a catalogue, and how a label someone writes is found among them.

use std::collections::BTreeMap;

use super::key_index::{KeyHash, KeyIndex};
use super::label::label_key;
use super::thesaurus::{LabelKind, Thesaurus};

/// How many labels an error offers in place of one that is unknown.
const N_HINTS: usize = 3;

/// All labels of one kind (interests, statuses or sectors) that a catalogue uses, in the order of their keys.
///
/// A label is found by its key ([`label_key`]), or by a former spelling that the alias table knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vocabulary {
    kind: LabelKind,
    terms: Vec<Term>,
    index: KeyIndex,
    /// Keys of other labels of a term.
    others: BTreeMap<String, usize>,
    place_numbers: Vec<String>,
}

/// One label of a [`Vocabulary`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The label as it is shown.
    pub label: String,
    /// The key that its spellings have in common.
    pub key: String,
    /// The identifier that the source gives the label, where it gives one and means the same by it everywhere.
    pub id: Option<String>,
    /// Other labels that the source gives the same identifier.
    pub other_labels: Vec<String>,
    /// How many métiers of the catalogue carry it.
    pub n_metiers: usize,
}

/// A label that the vocabulary does not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected {kind} of the catalogue, found « {found} »; {}", hint_text(hints))]
pub struct UnknownLabel {
    /// The kind of label.
    pub kind: LabelKind,
    /// The text that was found.
    pub found: String,
    /// The labels that look most like it, nearest first.
    pub hints: Vec<String>,
}

fn hint_text(hints: &[String]) -> String {
    if hints.is_empty() {
        return "it has none".to_owned();
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
        let index = KeyIndex::of(terms.iter().map(|term| term.key.as_str()));
        Self { kind, terms, index, others, place_numbers: Vec::new() }
    }

    /// The same vocabulary, read from sources whose identifiers number places.
    pub(super) fn with_place_numbers(self, place_numbers: Vec<String>) -> Self {
        Self { place_numbers, ..self }
    }

    /// The terms, in the order of their keys.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Identifiers of the sources that number the places in the list of each fiche and name no label, in order; they are not
    /// kept. Empty where identifiers name labels, or where there are none.
    pub fn place_numbers(&self) -> &[String] {
        &self.place_numbers
    }

    /// How many labels there are.
    pub fn len(&self) -> usize {
        self.terms.len()
    }

    /// Whether no métier carries a label of this kind.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The place in [`terms`](Self::terms) of a label in any spelling.
    ///
    /// # Errors
    ///
    /// [`UnknownLabel`] with the three nearest labels, when no métier carries it.
    pub fn find(&self, label: &str) -> Result<usize, UnknownLabel> {
        let key = label_key(label);
        let place = self.position(&key).or_else(|| self.others.get(&key).copied());
        let place = place.or_else(|| self.position(Thesaurus::embedded().canonical_key(self.kind, &key)?));
        place.ok_or_else(|| self.unknown(label))
    }

    /// The place of the term that has exactly this key, which is the usual case; other spellings and aliases need [`find`](Self::find).
    #[inline]
    pub(crate) fn place_of_key(&self, key: &str, hash: KeyHash) -> Option<usize> {
        self.index.find(hash).filter(|place| self.terms[*place].key == key)
    }

    fn position(&self, key: &str) -> Option<usize> {
        self.terms.binary_search_by(|term| term.key.as_str().cmp(key)).ok()
    }

    fn unknown(&self, label: &str) -> UnknownLabel {
        let labels = self.terms.iter().map(|term| term.label.as_str());
        let hints = nearest(label, labels, N_HINTS).into_iter().map(str::to_owned).collect();
        UnknownLabel { kind: self.kind, found: label.trim().to_owned(), hints }
    }
}

/// The `n` candidates that look most like a text, nearest first; equal ones in their order.
///
/// Nearness is the Sørensen–Dice similarity of letter pairs, which a missing or added word disturbs little.
pub(crate) fn nearest<'a>(text: &str, candidates: impl IntoIterator<Item = &'a str>, n: usize) -> Vec<&'a str> {
    let key = label_key(text);
    let mut scored: Vec<(f64, &str)> =
        candidates.into_iter().map(|candidate| (strsim::sorensen_dice(&key, &label_key(candidate)), candidate)).collect();
    scored.sort_by(|left, right| right.0.total_cmp(&left.0));
    scored.into_iter().take(n).map(|(_, candidate)| candidate).collect()
}

#[cfg(test)]
mod tests {
    //! Properties: labels are found in any spelling and by alias, unknown ones come with the nearest.

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
    fn unknown_label_offers_the_three_nearest() {
        let error = vocabulary().find("j'ai le sans du contact").expect_err("is not there");
        assert_eq!(
            error.to_string(),
            "expected an interest of the catalogue, found « j'ai le sans du contact »; \
             the nearest are « j'ai le sens du contact », « j'aime bouger », « je veux m'occuper d'enfants »"
        );
    }
}
