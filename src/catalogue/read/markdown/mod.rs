//! Reading the Markdown form of a fiche.
//!
//! A fiche is a heading « # name » and fields. A field is a bold name (`**ID:** MET.7829`, `**Statuts possibles:**` and a list)
//! or a heading (`## Présentation` and text). Fields may be missing and in any order, and each may have either form.

mod body;
mod line;

use std::mem;
use std::sync::Arc;

use self::body::Paragraphs;
use self::line::{FichePart, LineForm, form, opened_by};
use super::limits::MAX_FICHE_BYTES;
use super::lines;
use crate::catalogue::builder::CatalogueBuilder;
use crate::catalogue::draft::{FicheDraft, LocatedText};
use crate::catalogue::label::heading_key;
use crate::catalogue::{FicheField, Place, Problem, ProblemKind, Section, StudyPath};

pub(super) use self::line::training;

/// Reads all fiches of a text: usually one, or several that each begin with a heading « # ».
pub(in crate::catalogue) fn read(source: &Arc<str>, bytes: &[u8], builder: &mut CatalogueBuilder) {
    let text = lines::text(source, bytes, builder);
    let mut reader = FicheReader {
        source,
        draft: FicheDraft::starting(source, Some(1)),
        part: FichePart::Preface,
        found: Vec::new(),
        body: Paragraphs::default(),
        n_bytes: 0,
        pending: Vec::new(),
    };
    for (index, line) in text.lines().enumerate() {
        if builder.is_overfull() {
            return;
        }
        reader.line(line, index + 1, builder);
    }
    reader.finish_fiche(builder);
}

struct FicheReader<'a> {
    source: &'a Arc<str>,
    draft: FicheDraft<'a>,
    part: FichePart<'a>,
    /// The fields found so far, with their lines.
    found: Vec<(FicheField, usize)>,
    body: Paragraphs<'a>,
    /// The number of bytes of this fiche so far.
    n_bytes: usize,
    /// Problems of this fiche, kept until its identifier is known.
    pending: Vec<(FicheField, usize, ProblemKind)>,
}

impl<'a> FicheReader<'a> {
    fn line(&mut self, line: &'a str, number: usize, builder: &mut CatalogueBuilder) {
        self.n_bytes += line.len() + 1;
        match form(line) {
            LineForm::Heading { level: 1, is_indented: false, text } if opened_by(text).is_none() => {
                if self.draft.heading.is_some() {
                    self.finish_fiche(builder);
                    self.draft.line = Some(number);
                    self.n_bytes = line.len() + 1;
                }
                self.close_part();
                self.part = FichePart::Preface;
                self.draft.heading = Some(LocatedText::new(text, number));
            }
            _ if MAX_FICHE_BYTES < self.n_bytes => {}
            LineForm::Heading { is_indented, text, .. } => self.heading(text, is_indented, number),
            LineForm::Bold { name, value } => match opened_by(name) {
                Some(part) => self.open(part, value, number),
                None if matches!(self.part, FichePart::Text(_) | FichePart::Studies(_)) => self.text(line, number),
                None => self.open(FichePart::Other(name), value, number),
            },
            LineForm::Item(item) => self.item(item, line, number),
            LineForm::Text(text) => self.text(text, number),
        }
    }

    fn heading(&mut self, text: &'a str, is_indented: bool, number: usize) {
        let is_in_studies = matches!(self.part, FichePart::Studies(_));
        match opened_by(text) {
            Some(part) => self.open(part, "", number),
            None if is_in_studies && (is_indented || heading_key(text).starts_with("apres ")) => {
                self.close_part();
                self.part = FichePart::Studies(text);
            }
            None => self.open(FichePart::Other(text), "", number),
        }
    }

    /// Begins a part, with the value on the same line, if any.
    fn open(&mut self, part: FichePart<'a>, value: &'a str, number: usize) {
        self.close_part();
        let field = match &part {
            FichePart::Values(field) | FichePart::Text(field) => Some(*field),
            FichePart::Labels => Some(FicheField::Feminine),
            FichePart::Studies(_) => Some(FicheField::Studies),
            FichePart::Preface | FichePart::Other(_) | FichePart::Repeated(_) => None,
        };
        self.part = part;
        if let Some(field) = field {
            if let Some((_, first_line)) = self.found.iter().find(|(found, _)| *found == field) {
                self.pending.push((field, number, ProblemKind::RepeatedField { first_line: *first_line }));
                self.part = FichePart::Repeated(field);
            } else {
                self.found.push((field, number));
            }
        }
        if !value.is_empty() {
            match self.part {
                FichePart::Values(field) => self.inline_values(field, value, number),
                _ => self.body.push(value),
            }
        }
    }

    /// Values on the line of the field's name: one, or several separated by commas if values cannot contain commas.
    fn inline_values(&mut self, field: FicheField, value: &'a str, number: usize) {
        let is_list = matches!(field, FicheField::RomeCodes | FicheField::Statuses);
        for part in value.split(|character| is_list && matches!(character, ',' | ';')) {
            self.value(field, part.trim(), number);
        }
    }

    fn item(&mut self, item: &'a str, line: &'a str, number: usize) {
        match self.part {
            FichePart::Values(field) if item.is_empty() => self.pending.push((field, number, ProblemKind::EmptyItem)),
            FichePart::Values(field) => self.value(field, item, number),
            FichePart::Labels => self.label(item, number),
            _ => self.text(line, number),
        }
    }

    fn text(&mut self, text: &'a str, number: usize) {
        if text.trim().is_empty() {
            self.body.push("");
            return;
        }
        match self.part {
            // A single value may stand on the line below its name.
            FichePart::Values(field @ (FicheField::Id | FicheField::AccessLevel)) if !self.has_value(field) => {
                self.value(field, text.trim(), number);
            }
            FichePart::Values(field) => self.not_an_item(field, text, number),
            FichePart::Labels => self.not_an_item(FicheField::Feminine, text, number),
            _ => self.body.push(text),
        }
    }

    fn not_an_item(&mut self, field: FicheField, text: &str, number: usize) {
        self.pending.push((field, number, ProblemKind::NotAnItem { found: text.trim().to_owned() }));
    }

    fn has_value(&self, field: FicheField) -> bool {
        match field {
            FicheField::Id => self.draft.id.is_some(),
            FicheField::AccessLevel => self.draft.access_level.is_some(),
            _ => false,
        }
    }

    /// « Féminin: accompagnante » or « Masculin: accompagnant ».
    fn label(&mut self, item: &'a str, number: usize) {
        let (name, value) = item.split_once(':').unwrap_or((item, ""));
        let value = LocatedText::new(value.trim(), number);
        match heading_key(name).as_str() {
            "feminin" => self.draft.feminine = Some(value),
            "masculin" => self.draft.masculine = Some(value),
            _ => self.not_an_item(FicheField::Feminine, item, number),
        }
    }

    fn value(&mut self, field: FicheField, value: &'a str, number: usize) {
        let located = LocatedText::new(value, number);
        let draft = &mut self.draft;
        match field {
            FicheField::Id if draft.id.is_none() => draft.id = Some(located),
            FicheField::AccessLevel if draft.access_level.is_none() => draft.access_level = Some(located),
            FicheField::RomeCodes => draft.rome_codes.push(located),
            FicheField::Statuses => draft.statuses.push(located),
            FicheField::Interests => draft.interests.push(located),
            FicheField::Sectors => draft.sectors.push(located),
            FicheField::Trainings => draft.trainings.push(training(value, number)),
            other => self.not_an_item(other, value, number),
        }
    }

    /// Ends a part and stores its text.
    fn close_part(&mut self) {
        let body = self.body.take();
        match mem::replace(&mut self.part, FichePart::Preface) {
            FichePart::Text(FicheField::Presentation) => self.draft.presentation = body,
            FichePart::Text(_) => self.draft.overview = body,
            FichePart::Studies(heading) if !heading.is_empty() || body.is_some() => {
                self.draft.studies.push(StudyPath::new(heading, body.unwrap_or_default()));
            }
            FichePart::Other(heading) => self.section(heading.to_owned(), body),
            FichePart::Repeated(field) => self.section(format!("{field} (repeated)"), body),
            FichePart::Preface => {
                self.draft.other_sections.extend(body.map(|text| Section { heading: String::new(), text }));
            }
            FichePart::Values(_) | FichePart::Labels | FichePart::Studies(_) => {}
        }
    }

    fn section(&mut self, heading: String, body: Option<String>) {
        self.draft.other_sections.push(Section { heading, text: body.unwrap_or_default() });
    }

    /// Ends the fiche: checks it, keeps the métier, and reports its problems by line.
    fn finish_fiche(&mut self, builder: &mut CatalogueBuilder) {
        self.close_part();
        self.found.clear();
        let draft = mem::replace(&mut self.draft, FicheDraft::starting(self.source, None));
        let pending = mem::take(&mut self.pending);
        let metier = draft.written_id();
        if MAX_FICHE_BYTES < self.n_bytes {
            let kind = ProblemKind::FicheTooLarge { limit: MAX_FICHE_BYTES, left_out: "the fiche" };
            let place = Place { line: draft.line, metier, ..Place::of_source(self.source) };
            return builder.problem(Problem { place, kind });
        }
        let found = pending.into_iter().map(|(field, line, kind)| {
            let place = Place { line: Some(line), metier: metier.clone(), field: Some(field), ..Place::of_source(self.source) };
            Problem { place, kind }
        });
        draft.finish(found.collect(), builder);
    }
}
