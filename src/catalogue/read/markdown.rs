//! Reading the Markdown form of a fiche.
//!
//! A fiche is a heading « # name » and fields. A field is a bold name (`**ID:** MET.7829`, `**Statuts possibles:**` and a list)
//! or a heading (`## Présentation` and text). Fields may be missing and in any order; either form is read for each of them.

use std::mem;
use std::sync::Arc;

use crate::catalogue::draft::{Draft, Located, Placed, TrainingDraft};
use crate::catalogue::label::heading_key;
use crate::catalogue::{Field, Place, Problem, ProblemKind, Section, StudyPath};

/// Reads all fiches of one text: usually one, several when each begins with a heading « # ».
pub(in crate::catalogue) fn read(source: &Arc<str>, bytes: &[u8], placed: &mut Vec<Placed>, problems: &mut Vec<Problem>) {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Err(error) = std::str::from_utf8(bytes) {
        let at = error.valid_up_to();
        let line = 1 + bytes[..at].iter().filter(|byte| **byte == b'\n').count();
        let place = Place { line: Some(line), ..Place::of_source(source) };
        problems.push(Problem { place, kind: ProblemKind::NotUtf8 { byte: bytes[at] } });
    }
    let text = String::from_utf8_lossy(bytes);
    let mut reader = Reader {
        source,
        draft: Draft::starting(source, Some(1)),
        part: Part::Preface,
        found: Vec::new(),
        body: Body::default(),
        pending: Vec::new(),
    };
    for (index, line) in text.lines().enumerate() {
        reader.line(line, index + 1, placed, problems);
    }
    reader.finish_fiche(placed, problems);
}

/// Where in a fiche the reader is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    /// Before any field.
    Preface,
    /// In a field that is a list or a single value.
    Values(Field),
    /// In the feminine and masculine labels.
    Labels,
    /// In a text: presentation or overview.
    Text(Field),
    /// In « Durée des études », under this sub-heading.
    Studies(String),
    /// In a section with an unknown heading.
    Other(String),
}

/// The lines of a text, gathered until it ends.
#[derive(Debug, Default)]
struct Body {
    lines: Vec<String>,
}

impl Body {
    /// The paragraphs, separated by one empty line; nothing when there are none.
    fn take(&mut self) -> Option<String> {
        let lines = mem::take(&mut self.lines);
        let mut paragraphs: Vec<String> = Vec::new();
        let mut is_open = false;
        for line in lines {
            let line = line.trim();
            match paragraphs.last_mut().filter(|_| is_open && !line.is_empty()) {
                Some(paragraph) => {
                    paragraph.push(if line.starts_with("- ") { '\n' } else { ' ' });
                    paragraph.push_str(line);
                }
                None if !line.is_empty() => paragraphs.push(line.to_owned()),
                None => {}
            }
            is_open = !line.is_empty();
        }
        (!paragraphs.is_empty()).then(|| paragraphs.join("\n\n"))
    }
}

struct Reader<'a> {
    source: &'a Arc<str>,
    draft: Draft,
    part: Part,
    /// The fields found so far, with their lines.
    found: Vec<(Field, usize)>,
    body: Body,
    /// Problems of this fiche: its identifier may still be unknown.
    pending: Vec<(Field, usize, ProblemKind)>,
}

/// A line, by its form.
enum Line<'a> {
    Heading { level: usize, is_indented: bool, text: &'a str },
    Bold { name: &'a str, value: &'a str },
    Item(&'a str),
    Text(&'a str),
}

fn form(line: &str) -> Line<'_> {
    let trimmed = line.trim();
    let level = trimmed.bytes().take_while(|byte| *byte == b'#').count();
    let after_marks = &trimmed[level..];
    if (1..=6).contains(&level) && (after_marks.is_empty() || after_marks.starts_with(char::is_whitespace)) {
        let is_indented = line.starts_with("    ") || line.starts_with('\t');
        return Line::Heading { level, is_indented, text: after_marks.trim().trim_end_matches('#').trim() };
    }
    if let Some((name, value)) = bold(trimmed) {
        return Line::Bold { name, value };
    }
    match trimmed.strip_prefix(['-', '*', '•', '–']) {
        Some(item) if item.is_empty() || item.starts_with(char::is_whitespace) => Line::Item(item.trim()),
        _ => Line::Text(line),
    }
}

/// The name and value of « **Name:** value » or « **Name** : value ».
fn bold(trimmed: &str) -> Option<(&str, &str)> {
    let (name, value) = trimmed.strip_prefix("**")?.split_once("**")?;
    let inner = name.trim().strip_suffix(':');
    let value = value.trim();
    let value = if inner.is_some() { value } else { value.strip_prefix(':')?.trim() };
    Some((inner.unwrap_or(name).trim(), value))
}

/// What a name of a field or a heading opens.
fn opened_by(name: &str) -> Option<Part> {
    Some(match heading_key(name).trim_end_matches([':', ' ']) {
        "id" | "identifiant" => Part::Values(Field::Id),
        "appellations" | "appellation" => Part::Labels,
        "codes rome" | "code rome" | "rome" => Part::Values(Field::RomeCodes),
        "presentation" => Part::Text(Field::Presentation),
        "en bref" => Part::Text(Field::Overview),
        "duree des etudes" => Part::Studies(String::new()),
        "niveau d'acces minimum" | "niveau d'acces" | "niveau minimum d'acces" => Part::Values(Field::AccessLevel),
        "formations recommandees" | "formations" | "formation recommandee" => Part::Values(Field::Trainings),
        "statuts possibles" | "statuts" | "statut possible" | "statut" => Part::Values(Field::Statuses),
        "centres d'interet" | "centre d'interet" | "centres d'interets" => Part::Values(Field::Interests),
        "secteurs d'activite" | "secteur d'activite" | "secteurs" => Part::Values(Field::Sectors),
        _ => return None,
    })
}

impl Reader<'_> {
    fn line(&mut self, line: &str, number: usize, placed: &mut Vec<Placed>, problems: &mut Vec<Problem>) {
        match form(line) {
            Line::Heading { level: 1, is_indented: false, text } if opened_by(text).is_none() => {
                if self.draft.heading.is_some() || self.draft.id.is_some() {
                    self.finish_fiche(placed, problems);
                    self.draft.line = Some(number);
                }
                self.close_part();
                self.part = Part::Preface;
                self.draft.heading = Some(Located::new(text, number));
            }
            Line::Heading { is_indented, text, .. } => self.heading(text, is_indented, number),
            Line::Bold { name, value } => match opened_by(name) {
                Some(part) => self.open(part, value, number),
                None if matches!(self.part, Part::Text(_) | Part::Studies(_)) => self.text(line, number),
                None => self.open(Part::Other(name.to_owned()), value, number),
            },
            Line::Item(item) => self.item(item, line, number),
            Line::Text(text) => self.text(text, number),
        }
    }

    fn heading(&mut self, text: &str, is_indented: bool, number: usize) {
        let is_in_studies = matches!(self.part, Part::Studies(_));
        match opened_by(text) {
            Some(part) => self.open(part, "", number),
            None if is_in_studies && (is_indented || heading_key(text).starts_with("apres ")) => {
                self.close_part();
                self.part = Part::Studies(text.to_owned());
            }
            None => self.open(Part::Other(text.to_owned()), "", number),
        }
    }

    /// Begins a part; a value on the same line belongs to it.
    fn open(&mut self, part: Part, value: &str, number: usize) {
        self.close_part();
        let field = match &part {
            Part::Values(field) | Part::Text(field) => Some(*field),
            Part::Labels => Some(Field::Feminine),
            Part::Studies(_) => Some(Field::Studies),
            Part::Preface | Part::Other(_) => None,
        };
        self.part = part;
        if let Some(field) = field {
            if let Some((_, first_line)) = self.found.iter().find(|(found, _)| *found == field) {
                self.pending.push((field, number, ProblemKind::RepeatedField { first_line: *first_line }));
                self.part = Part::Other(format!("{field} (repeated)"));
            } else {
                self.found.push((field, number));
            }
        }
        if !value.is_empty() {
            match self.part {
                Part::Values(field) => self.inline_values(field, value, number),
                _ => self.body.lines.push(value.to_owned()),
            }
        }
    }

    /// Values on the line of the name itself: one, or several between commas where a comma can not be part of a value.
    fn inline_values(&mut self, field: Field, value: &str, number: usize) {
        let is_list = matches!(field, Field::RomeCodes | Field::Statuses);
        for part in value.split(|character| is_list && matches!(character, ',' | ';')) {
            self.value(field, part.trim(), number);
        }
    }

    fn item(&mut self, item: &str, line: &str, number: usize) {
        match self.part.clone() {
            Part::Values(field) if item.is_empty() => self.pending.push((field, number, ProblemKind::EmptyItem)),
            Part::Values(field) => self.value(field, item, number),
            Part::Labels => self.label(item, number),
            _ => self.text(line, number),
        }
    }

    fn text(&mut self, text: &str, number: usize) {
        if text.trim().is_empty() {
            self.body.lines.push(String::new());
            return;
        }
        match self.part.clone() {
            // A single value may stand on the line below its name.
            Part::Values(field @ (Field::Id | Field::AccessLevel)) if !self.has_value(field) => {
                self.value(field, text.trim(), number);
            }
            Part::Values(field) => self.not_an_item(field, text, number),
            Part::Labels => self.not_an_item(Field::Feminine, text, number),
            _ => self.body.lines.push(text.to_owned()),
        }
    }

    fn not_an_item(&mut self, field: Field, text: &str, number: usize) {
        self.pending.push((field, number, ProblemKind::NotAnItem { found: text.trim().to_owned() }));
    }

    fn has_value(&self, field: Field) -> bool {
        match field {
            Field::Id => self.draft.id.is_some(),
            Field::AccessLevel => self.draft.access_level.is_some(),
            _ => false,
        }
    }

    /// « Féminin: accompagnante » or « Masculin: accompagnant ».
    fn label(&mut self, item: &str, number: usize) {
        let (name, value) = item.split_once(':').unwrap_or((item, ""));
        let value = Located::new(value.trim(), number);
        match heading_key(name).as_str() {
            "feminin" => self.draft.feminine = Some(value),
            "masculin" => self.draft.masculine = Some(value),
            _ => self.not_an_item(Field::Feminine, item, number),
        }
    }

    fn value(&mut self, field: Field, value: &str, number: usize) {
        let located = Located::new(value, number);
        let draft = &mut self.draft;
        match field {
            Field::Id if draft.id.is_none() => draft.id = Some(located),
            Field::AccessLevel if draft.access_level.is_none() => draft.access_level = Some(located),
            Field::RomeCodes => draft.rome_codes.push(located),
            Field::Statuses => draft.statuses.push(located),
            Field::Interests => draft.interests.push(located),
            Field::Sectors => draft.sectors.push(located),
            Field::Trainings => draft.trainings.push(training(value, number)),
            other => self.not_an_item(other, value, number),
        }
    }

    /// Hands the gathered text to the part that ends.
    fn close_part(&mut self) {
        let body = self.body.take();
        match mem::replace(&mut self.part, Part::Preface) {
            Part::Text(Field::Presentation) => self.draft.presentation = body,
            Part::Text(_) => self.draft.overview = body,
            Part::Studies(heading) if !heading.is_empty() || body.is_some() => {
                self.draft.studies.push(StudyPath::new(&heading, body.unwrap_or_default()));
            }
            Part::Other(heading) => self.draft.other_sections.push(Section { heading, text: body.unwrap_or_default() }),
            Part::Preface => {
                self.draft.other_sections.extend(body.map(|text| Section { heading: String::new(), text }));
            }
            Part::Values(_) | Part::Labels | Part::Studies(_) => {}
        }
    }

    /// Ends the fiche: checks it, keeps the métier, tells its problems in the order of lines.
    fn finish_fiche(&mut self, placed: &mut Vec<Placed>, problems: &mut Vec<Problem>) {
        self.close_part();
        let draft = mem::replace(&mut self.draft, Draft::starting(self.source, None));
        let metier = draft.id.as_ref().map(|id| id.text.clone());
        let mut found: Vec<Problem> = mem::take(&mut self.pending)
            .into_iter()
            .map(|(field, line, kind)| Problem {
                place: Place { source: self.source.to_string(), line: Some(line), metier: metier.clone(), field: Some(field) },
                kind,
            })
            .collect();
        placed.extend(draft.into_placed(&mut found));
        found.sort_by_key(|problem| problem.place.line);
        problems.extend(found);
        self.found.clear();
    }
}

/// « diplôme … (ID: FOR.7112) », with or without the identifier.
fn training(item: &str, number: usize) -> TrainingDraft {
    let parts = item.trim_end().strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    if let Some((label, inner)) = parts {
        let inner = inner.trim();
        let id = inner.split_once(':').filter(|(name, _)| heading_key(name) == "id").map(|(_, id)| id.trim());
        if let Some(id) = id {
            return TrainingDraft { label: label.trim().to_owned(), id: Some(Located::new(id, number)) };
        }
    }
    TrainingDraft { label: item.trim().to_owned(), id: None }
}
