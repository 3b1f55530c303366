//! Reads the canonical JSON of a catalogue, métier by métier.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::super::text::n_lines;
use super::{malformed, reason};
use crate::catalogue::builder::CatalogueBuilder;
use crate::catalogue::canonical::{SCHEMA, TermsForm};
use crate::catalogue::draft::{FicheDraft, LocatedText};
use crate::catalogue::nothing::is_nothing;
use crate::catalogue::{LabelKind, Place, Problem, ProblemKind, Section, StudyPath};

/// A métier as it is written, with unchecked texts.
#[derive(Debug, Deserialize)]
#[serde(expecting = "a table of names and values")]
#[serde(deny_unknown_fields)]
struct MetierForm<'a> {
    #[serde(borrow, default)]
    id: Cow<'a, str>,
    #[serde(borrow, default)]
    title: TitleForm<'a>,
    #[serde(borrow, default)]
    url: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    rome_codes: Vec<BorrowedText<'a>>,
    #[serde(borrow, default)]
    riasec: Vec<BorrowedText<'a>>,
    #[serde(borrow, default)]
    access_level: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    statuses: Vec<BorrowedText<'a>>,
    #[serde(borrow, default)]
    interests: Vec<BorrowedText<'a>>,
    #[serde(borrow, default)]
    sectors: Vec<BorrowedText<'a>>,
    #[serde(borrow, default)]
    domains: Vec<BorrowedText<'a>>,
    #[serde(borrow, default)]
    trainings: Vec<TrainingForm<'a>>,
    #[serde(default)]
    presentation: Option<String>,
    #[serde(default)]
    overview: Option<String>,
    #[serde(default)]
    studies: Vec<StudyPath>,
    #[serde(default)]
    other_sections: Vec<Section>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(expecting = "a table of names and values")]
#[serde(deny_unknown_fields)]
struct TitleForm<'a> {
    #[serde(borrow, default)]
    heading: Cow<'a, str>,
    #[serde(borrow, default)]
    feminine: Cow<'a, str>,
    #[serde(borrow, default)]
    masculine: Cow<'a, str>,
}

#[derive(Debug, Deserialize)]
#[serde(expecting = "a table of names and values")]
#[serde(deny_unknown_fields)]
struct TrainingForm<'a> {
    #[serde(borrow, default)]
    id: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    label: Cow<'a, str>,
}

/// A text that is borrowed if it has no escapes; by itself, serde does not borrow texts inside lists.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
struct BorrowedText<'a>(#[serde(borrow)] Cow<'a, str>);

/// Reads all métiers of a document, up to the first syntax error.
pub(super) fn read(source: &Arc<str>, text: &str, builder: &mut CatalogueBuilder) {
    let mut document = DocumentReader { source, text, counted_to: 0, line: 1, n_fiches: 0, builder };
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let outcome = (&mut document).deserialize(&mut deserializer).and_then(|()| deserializer.end());
    let n_fiches = document.n_fiches;
    if let Err(error) = outcome {
        builder.problem(malformed(source, &error, "the rest of the file"));
    } else if n_fiches == 0 {
        let kind = ProblemKind::NoFiche { expected: "a métier in the list « metiers »" };
        builder.problem(Problem { place: Place::of_source(source), kind });
    }
}

/// Reads a document and remembers where it is.
struct DocumentReader<'a, 'h> {
    source: &'a Arc<str>,
    text: &'a str,
    /// The byte up to which lines are counted; `line` is its line.
    counted_to: usize,
    line: usize,
    n_fiches: usize,
    builder: &'h mut CatalogueBuilder,
}

impl<'a> DocumentReader<'a, '_> {
    /// The line of a part of the text; called with parts in their order.
    fn line_of(&mut self, part: &str) -> usize {
        let offset = (part.as_ptr() as usize).wrapping_sub(self.text.as_ptr() as usize);
        if let Some(between) = self.text.as_bytes().get(self.counted_to..offset) {
            self.line += n_lines(between);
            self.counted_to = offset;
        }
        self.line
    }

    fn metier(&mut self, raw: &'a RawValue) {
        self.n_fiches += 1;
        let line = self.line_of(raw.get());
        match serde_json::from_str::<MetierForm<'_>>(raw.get()) {
            Ok(form) => form.into_draft(self.source, line).finish(Vec::new(), self.builder),
            Err(error) => {
                let metier = serde_json::from_str::<NamedMetier<'_>>(raw.get()).ok().map(|named| named.id.into_owned());
                let place = Place { line: Some(line + error.line() - 1), metier, ..Place::of_source(self.source) };
                let kind = ProblemKind::Malformed { format: "JSON", reason: reason(&error), left_out: "the fiche" };
                self.builder.problem(Problem { place, kind });
            }
        }
    }

    fn terms(&mut self, terms: &TermsForm<'_>) {
        for kind in LabelKind::ALL {
            for term in terms.of(kind) {
                let labels = std::iter::once(&term.label).chain(&term.other_labels);
                for label in labels.filter(|label| !is_nothing(label)) {
                    if let Some(spelling) = self.builder.spellings.of(kind, label).filter(|_| !term.id.is_empty()) {
                        self.builder.identities.see(kind, &term.id, &spelling.text, None, (self.source, None));
                    }
                }
            }
        }
    }
}

/// Only the identifier, to name a métier that could not be read.
#[derive(Deserialize)]
#[serde(expecting = "a table of names and values")]
struct NamedMetier<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
}

impl<'a> DeserializeSeed<'a> for &mut DocumentReader<'a, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'a> Visitor<'a> for &mut DocumentReader<'a, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object with \"schema\": \"{SCHEMA}\" and \"metiers\"")
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<Cow<'a, str>>()? {
            match &*key {
                "metiers" => map.next_value_seed(MetierList(self))?,
                "terms" => {
                    let terms = map.next_value()?;
                    self.terms(&terms);
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

/// The list of métiers. Each is read separately, so that a bad one costs no other.
struct MetierList<'d, 'a, 'h>(&'d mut DocumentReader<'a, 'h>);

impl<'a> DeserializeSeed<'a> for MetierList<'_, 'a, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'a> Visitor<'a> for MetierList<'_, 'a, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of métiers")
    }

    fn visit_seq<A: SeqAccess<'a>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(raw) = list.next_element::<&'a RawValue>()? {
            if self.0.builder.is_overfull() {
                continue;
            }
            self.0.metier(raw);
        }
        Ok(())
    }
}

impl<'a> MetierForm<'a> {
    fn into_draft(self, source: &Arc<str>, line: usize) -> FicheDraft<'a> {
        let text = |text| Some(LocatedText::new(text, line));
        let list = |texts: Vec<BorrowedText<'a>>| texts.into_iter().map(|text| LocatedText::new(text.0, line)).collect();
        let trainings = self.trainings.into_iter().map(|form| LocatedText::new(form.label, line).with_id(form.id));
        FicheDraft {
            id: text(self.id),
            heading: text(self.title.heading),
            feminine: text(self.title.feminine),
            masculine: text(self.title.masculine),
            url: self.url.and_then(text),
            rome_codes: list(self.rome_codes),
            riasec: list(self.riasec),
            access_level: self.access_level.and_then(text),
            statuses: list(self.statuses),
            interests: list(self.interests),
            sectors: list(self.sectors),
            domains: list(self.domains),
            trainings: trainings.collect(),
            presentation: self.presentation,
            overview: self.overview,
            studies: self.studies,
            other_sections: self.other_sections,
            ..FicheDraft::starting(source, Some(line))
        }
    }
}
