//! A catalogue with the problems of its data, and what can be looked up in it.

use boussole::Catalogue;
use boussole::catalogue::RomeLetters;
use boussole::catalogue::{Loaded, Problem, Term};
use serde::Serialize;

use crate::failure::{Failure, FailureKind, ProblemDocument};
use crate::options::{VoiceOptions, options_of};

/// A catalogue, and what was wrong in its data.
#[derive(Debug, Clone)]
pub struct Shelf {
    catalogue: Catalogue,
    problems: Vec<Problem>,
}

/// A label that profiles may use.
#[derive(Serialize)]
#[allow(clippy::struct_field_names, reason = "the names are those of the document")]
struct Label<'a> {
    label: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    n_metiers: usize,
}

impl<'a> Label<'a> {
    fn of(term: &'a Term) -> Self {
        Self { label: &term.label, id: term.id.as_deref(), n_metiers: term.n_metiers }
    }
}

impl From<Loaded> for Shelf {
    fn from(Loaded { catalogue, problems }: Loaded) -> Self {
        Self { catalogue, problems }
    }
}

impl Shelf {
    /// The demonstration catalogue.
    #[cfg(feature = "demo")]
    pub fn demo() -> Self {
        Self { catalogue: Catalogue::demo(), problems: Vec::new() }
    }

    /// A catalogue in any format that this build reads, told by content, otherwise by the ending of its name. What is right is read, what is
    /// wrong is among [`problems`](Self::problems).
    ///
    /// # Errors
    ///
    /// [`Failure`] with every problem when there is no fiche.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Self, Failure> {
        Ok(Catalogue::read_bytes(name, bytes)?.into())
    }

    /// The same métiers with the RIASEC letters of the ROME that the library has.
    #[must_use]
    pub fn with_embedded_letters(self) -> Self {
        Self { catalogue: self.catalogue.with_rome_letters(RomeLetters::embedded()).0, ..self }
    }

    /// The same métiers with RIASEC letters of the ROME from a CSV table, or those of the library for an empty text.
    #[cfg(feature = "csv")]
    #[must_use]
    pub fn with_rome_letters(mut self, name: &str, bytes: &[u8]) -> Self {
        if bytes.is_empty() {
            return self.with_embedded_letters();
        }
        let table = RomeLetters::read_bytes(name, bytes);
        self.problems.extend(table.problems);
        Self { catalogue: self.catalogue.with_rome_letters(&table.letters).0, ..self }
    }

    /// The catalogue.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The problems of the data as a JSON list.
    pub fn problems(&self) -> String {
        json(&self.problems.iter().map(ProblemDocument::from).collect::<Vec<_>>())
    }

    /// The métier with this identifier as JSON, if the catalogue has it.
    pub fn metier(&self, id: &str) -> Option<String> {
        id.parse().ok().and_then(|id| self.catalogue.get(&id)).map(json)
    }

    /// The métier that a text names, by identifier or by a clear name, as JSON. The error speaks in the voice of the options.
    ///
    /// # Errors
    ///
    /// [`Failure`] of the kind `metier` when none or several fit, with those to choose from.
    pub fn find(&self, text: &str, voice: &str) -> Result<String, Failure> {
        let voice = options_of::<VoiceOptions>(voice)?.voice();
        self.catalogue.find(text).map(json).map_err(|error| Failure::of_name(&error, voice))
    }

    /// All métiers as a JSON list.
    pub fn metiers(&self) -> String {
        json(&self.catalogue.metiers())
    }

    /// The labels of a kind, `interests`, `statuses` or `sectors`, as a JSON list, each with how many métiers carry it.
    ///
    /// # Errors
    ///
    /// [`Failure`] when there is no such kind.
    pub fn labels(&self, kind: &str) -> Result<String, Failure> {
        let vocabulary = match kind {
            "interests" => self.catalogue.interests(),
            "statuses" => self.catalogue.statuses(),
            "sectors" => self.catalogue.sectors(),
            _ => {
                let expected = format!("labels: expected interests, statuses or sectors, found « {kind} »");
                return Err(Failure::new(FailureKind::Options, expected));
            }
        };
        Ok(json(&vocabulary.terms().iter().map(Label::of).collect::<Vec<_>>()))
    }
}

/// A value as JSON in one line.
pub(crate) fn json(value: &(impl Serialize + ?Sized)) -> String {
    serde_json::to_string(value).expect("maps have text keys and numbers are finite")
}
