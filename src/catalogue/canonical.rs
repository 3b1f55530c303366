//! The canonical form of a catalogue: JSON that reads back with the same fingerprint.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::collection::Catalogue;
use super::thesaurus::LabelKind;
use super::vocabulary::Vocabulary;

/// The name and version of the canonical form.
pub(super) const SCHEMA: &str = "boussole/catalogue/1";

/// What the form stores about a label beyond its spelling in the métiers.
#[derive(Debug, Serialize, Deserialize)]
#[serde(expecting = "a table of names and values")]
#[serde(deny_unknown_fields)]
pub(super) struct TermForm<'a> {
    #[serde(borrow)]
    pub(super) label: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) id: Cow<'a, str>,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub(super) other_labels: Vec<Cow<'a, str>>,
}

/// The labels with identifiers, by kind.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(expecting = "a table of names and values")]
#[serde(deny_unknown_fields, default)]
pub(super) struct TermsForm<'a> {
    #[serde(borrow)]
    pub(super) interests: Vec<TermForm<'a>>,
    #[serde(borrow)]
    pub(super) statuses: Vec<TermForm<'a>>,
    #[serde(borrow)]
    pub(super) sectors: Vec<TermForm<'a>>,
}

impl<'a> TermsForm<'a> {
    /// The terms of one kind.
    pub(super) fn of(&self, kind: LabelKind) -> &[TermForm<'a>] {
        match kind {
            LabelKind::Interest => &self.interests,
            LabelKind::Status => &self.statuses,
            LabelKind::Sector => &self.sectors,
        }
    }
}

impl Catalogue {
    /// The catalogue as canonical JSON (schema `boussole/catalogue/1`), one métier per line, sorted by identifier.
    ///
    /// Reading it back yields the same fingerprint. Labels keep the order of their fiche.
    ///
    /// ```
    /// use boussole::catalogue::{Catalogue, Metier, Title};
    /// let metier = Metier::new("MET.1".parse()?, Title::from_heading("botaniste"));
    /// let catalogue = Catalogue::from_metiers([metier]).catalogue;
    /// let again = Catalogue::read_bytes("catalogue.json", catalogue.to_json().as_bytes())?.catalogue;
    /// assert_eq!(again.fingerprint(), catalogue.fingerprint());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn to_json(&self) -> String {
        let mut text = format!("{{\"schema\": \"{SCHEMA}\",\n\"metiers\": [");
        for (index, metier) in self.metiers().iter().enumerate() {
            text.push_str(if index == 0 { "\n" } else { ",\n" });
            text.push_str(&json(metier));
        }
        text.push_str("\n],\n\"terms\": {");
        let vocabularies = [("interests", self.interests()), ("statuses", self.statuses()), ("sectors", self.sectors())];
        for (index, (field, vocabulary)) in vocabularies.into_iter().enumerate() {
            text.push_str(if index == 0 { "\n" } else { ",\n" });
            text.extend(["\"", field, "\": ", &json(&terms(vocabulary))]);
        }
        text.push_str("\n}}\n");
        text
    }
}

fn terms(vocabulary: &Vocabulary) -> Vec<TermForm<'_>> {
    let forms = vocabulary.terms().iter().filter_map(|term| {
        let other_labels = term.other_labels.iter().map(|label| label.as_str().into()).collect();
        Some(TermForm { label: term.label.as_str().into(), id: term.id.as_deref()?.into(), other_labels })
    });
    forms.collect()
}

fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("métiers and terms are text and lists of text, which JSON can always hold")
}
