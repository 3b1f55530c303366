//! Reading the Markdown form of a fiche, by CommonMark.
//!
//! A fiche is a heading « # name » and fields. A field is a bold name (`**ID:** MET.7829`, `**Statuts possibles:**` and a list)
//! or a heading (`## Présentation` and text). Fields may be missing and in any order, and each may have either form.

mod line;
mod metadata;
mod blocks;
mod pieces;

use std::mem;
use std::sync::Arc;

use self::blocks::is_after;
use self::line::{Form, Line};
use self::pieces::pieces;
use super::fill::is_same;
use super::limits::{MAX_FICHE_BYTES, NOTES};
use super::names::{Name, Names};
use super::text;
use crate::catalogue::builder::CatalogueBuilder;
use crate::catalogue::draft::{FicheDraft, LocatedText};
use crate::catalogue::{FicheField, Place, Problem, ProblemKind, StudyPath};

/// The part of a fiche that the reader is in.
#[derive(Debug, Clone, PartialEq, Eq)]
enum FichePart {
    /// Before any field.
    Preface,
    /// In a field that is a list or a single value.
    Values(FicheField),
    /// In the feminine and masculine labels.
    Labels,
    /// In a text: presentation or overview.
    Text(FicheField),
    /// In « Durée des études », under this sub-heading.
    Studies(String),
    /// In a section with an unknown heading.
    Other(String),
    /// In a field that occurred before.
    Repeated(FicheField),
}

/// Behind so many headings « # » without a field a text is read no further.
const MAX_EMPTY: usize = 200_000;

/// Reads all fiches of a text: usually one, or several that each begin with a heading « # ».
pub(in crate::catalogue) fn read(source: &Arc<str>, bytes: &[u8], builder: &mut CatalogueBuilder) {
    let text = text::text(source, bytes, builder);
    let mut names = Names::default();
    let mut reader = FicheReader::new(source);
    for piece in pieces(&text) {
        blocks::lines(piece.text, piece.n_before, &mut names, |line, names| {
            reader.line(line, names, builder);
            !(builder.is_overfull() || MAX_EMPTY < reader.n_empty)
        });
        reader.n_bytes += piece.n_left_out;
        if MAX_EMPTY < reader.n_empty {
            let kind = ProblemKind::TooManyFiches { limit: MAX_EMPTY };
            builder.problem(Problem { place: Place::of_source(source), kind });
            break;
        }
        if builder.is_overfull() {
            break;
        }
    }
    reader.finish_fiche(builder);
    if reader.n_fiches == 0 && !reader.is_note {
        let kind = ProblemKind::NoFiche { expected: "a line « **ID:** MET.… »" };
        builder.problem(Problem { place: Place::of_source(source), kind });
    }
}

struct FicheReader<'a> {
    source: &'a Arc<str>,
    /// Whether the file speaks about fiches, as its name says.
    is_note: bool,
    /// Whether a heading has begun this fiche.
    has_heading: bool,
    draft: FicheDraft<'static>,
    part: FichePart,
    /// The fields found so far, with their lines.
    found: Vec<(FicheField, usize)>,
    /// The text of the part.
    body: String,
    /// A space between blocks was read but not yet written.
    has_gap: bool,
    /// The number of bytes of this fiche so far.
    n_bytes: usize,
    /// How many fiches had at least one field.
    n_fiches: usize,
    /// How many headings had none.
    n_empty: usize,
}

impl<'a> FicheReader<'a> {
    fn new(source: &'a Arc<str>) -> Self {
        let stem = source.rsplit(['/', '\\', '!']).next().unwrap_or_default().split('.').next().unwrap_or_default();
        Self {
            source,
            is_note: NOTES.contains(&stem.to_lowercase().as_str()),
            has_heading: false,
            draft: FicheDraft::starting(source, Some(1)),
            part: FichePart::Preface,
            found: Vec::new(),
            body: String::new(),
            has_gap: false,
            n_bytes: 0,
            n_fiches: 0,
            n_empty: 0,
        }
    }
}

impl FicheReader<'_> {
    fn line(&mut self, line: Line, names: &mut Names, builder: &mut CatalogueBuilder) {
        let Line { number, form, text } = line;
        self.n_bytes += text.len() + 1;
        match form {
            Form::Heading { level: 1, is_indented: false } if names.find(&text) == Name::Other => {
                if mem::replace(&mut self.has_heading, true) {
                    self.finish_fiche(builder);
                    self.draft.line = Some(number);
                    self.n_bytes = text.len() + 1;
                }
                self.close_part();
                self.part = FichePart::Preface;
                self.draft.fill(FicheField::Title, LocatedText::new(text, number));
            }
            _ if MAX_FICHE_BYTES < self.n_bytes => {}
            Form::Heading { is_indented, .. } => {
                let is_in_studies = matches!(self.part, FichePart::Studies(_));
                if is_in_studies && (is_after(&text) || is_indented && names.find(&text) == Name::Other) {
                    self.close_part();
                    self.part = FichePart::Studies(text);
                } else {
                    self.open(&text, "", number, names, builder);
                }
            }
            Form::Bold(name) => {
                let is_in_text = matches!(self.part, FichePart::Text(_) | FichePart::Studies(_));
                if is_in_text && names.find(&name) == Name::Other {
                    self.text(&format!("{name} : {text}"), number, names, builder);
                } else {
                    self.open(&name, text.trim(), number, names, builder);
                }
            }
            Form::Item(mark) => self.item(&mark, text.trim(), number, names),
            Form::Text => self.text(&text, number, names, builder),
            Form::Code => self.plain_text(&text, number),
            Form::Gap => self.has_gap = true,
        }
    }

    /// Begins a part, with the value on the same line, if any.
    fn open(&mut self, name: &str, value: &str, number: usize, names: &mut Names, builder: &mut CatalogueBuilder) {
        self.close_part();
        let place = || Place { metier: self.draft.written_id(), ..Place::of_line(self.source, number) };
        let (part, field) = match names.of(name, place, builder) {
            Name::Field(FicheField::Studies) => (FichePart::Studies(String::new()), Some(FicheField::Studies)),
            Name::Field(field) if field.is_text() => (FichePart::Text(field), Some(field)),
            Name::Field(field) => (FichePart::Values(field), Some(field)),
            Name::Labels => (FichePart::Labels, Some(FicheField::Feminine)),
            Name::ShortForms | Name::Other => (FichePart::Other(name.trim_end_matches([':', ' ']).to_owned()), None),
        };
        self.part = part;
        if let Some(field) = field {
            let first = self.found.iter().find(|(found, _)| *found == field);
            if let Some((_, first_line)) = first.filter(|_| !self.has_same(field, value)) {
                self.fault(field, number, ProblemKind::RepeatedField { first_line: *first_line });
                self.part = FichePart::Repeated(field);
            } else {
                self.found.push((field, number));
            }
        }
        if !value.is_empty() {
            match self.part {
                FichePart::Values(field) => self.inline_values(field, value, number),
                _ => self.push(value, ""),
            }
        }
    }

    fn fault(&mut self, field: FicheField, number: usize, kind: ProblemKind) {
        self.draft.faults.push((field, Some(number), kind));
    }

    /// Values on the line of the field's name: one, or several separated by commas if values cannot contain commas.
    fn inline_values(&mut self, field: FicheField, value: &str, number: usize) {
        let is_list = matches!(field, FicheField::RomeCodes | FicheField::Statuses);
        for part in value.split(|character| is_list && matches!(character, ',' | ';')) {
            self.draft.fill(field, LocatedText::new(part.trim().to_owned(), number));
        }
    }

    fn item(&mut self, mark: &str, item: &str, number: usize, names: &mut Names) {
        match self.part {
            FichePart::Values(field) if item.is_empty() => self.fault(field, number, ProblemKind::EmptyItem),
            FichePart::Values(field) => self.draft.fill(field, LocatedText::new(item.to_owned(), number)),
            FichePart::Labels => self.label(item, number, names),
            _ => self.push(&format!("{mark} {item}"), "\n"),
        }
    }

    fn text(&mut self, text: &str, number: usize, names: &mut Names, builder: &mut CatalogueBuilder) {
        if matches!(self.part, FichePart::Text(_) | FichePart::Studies(_) | FichePart::Other(_) | FichePart::Repeated(_)) {
            return self.push(text, " ");
        }
        for line in text.split('\n') {
            match plain_field(line, names) {
                Some((name, value)) => self.open(name, value, number, names, builder),
                None => self.plain_text(line, number),
            }
        }
    }

    fn plain_text(&mut self, text: &str, number: usize) {
        match self.part {
            // A single value may stand on the line below its name.
            FichePart::Values(field) if !field.is_list() && self.single(field).is_none() => {
                self.draft.fill(field, LocatedText::new(text.trim().to_owned(), number));
            }
            FichePart::Values(field) => self.not_an_item(field, text, number),
            FichePart::Labels => self.not_an_item(FicheField::Feminine, text, number),
            _ => self.push(text, " "),
        }
    }

    /// Adds to the text of the part; `between` stands between two lines of a block.
    fn push(&mut self, text: &str, between: &str) {
        if !self.body.is_empty() {
            self.body.push_str(if self.has_gap { "\n\n" } else { between });
        }
        self.has_gap = false;
        self.body.push_str(text.trim());
    }

    fn not_an_item(&mut self, field: FicheField, text: &str, number: usize) {
        self.fault(field, number, ProblemKind::NotAnItem { found: text.trim().to_owned() });
    }

    fn single(&self, field: FicheField) -> Option<&LocatedText<'static>> {
        match field {
            FicheField::Id => self.draft.id.as_ref(),
            FicheField::AccessLevel => self.draft.access_level.as_ref(),
            FicheField::Feminine => self.draft.feminine.as_ref(),
            FicheField::Masculine => self.draft.masculine.as_ref(),
            _ => self.draft.heading.as_ref(),
        }
    }

    /// Whether a field that can have one value has this one.
    fn has_same(&self, field: FicheField, value: &str) -> bool {
        let is_single = !field.is_list() && !field.is_text();
        is_single && !value.is_empty() && self.single(field).is_some_and(|first| is_same(&first.text, value))
    }

    /// « Féminin: accompagnante » or « Masculin: accompagnant ».
    fn label(&mut self, item: &str, number: usize, names: &mut Names) {
        let (name, value) = item.split_once(':').unwrap_or((item, ""));
        match names.find(name) {
            Name::Field(field @ (FicheField::Feminine | FicheField::Masculine)) => {
                self.draft.fill(field, LocatedText::new(value.trim().to_owned(), number));
            }
            _ => self.not_an_item(FicheField::Feminine, item, number),
        }
    }

    /// Ends a part and stores its text.
    fn close_part(&mut self) {
        let body = Some(mem::take(&mut self.body)).filter(|body| !body.is_empty());
        self.has_gap = false;
        let part = mem::replace(&mut self.part, FichePart::Preface);
        let body_or_none = || body.clone().unwrap_or_default();
        match part {
            FichePart::Text(field) => self.draft.fill(field, LocatedText::new(body_or_none(), 0)),
            FichePart::Studies(heading) if !heading.is_empty() || body.is_some() => {
                self.draft.studies.push(StudyPath::new(&heading, body_or_none()));
            }
            FichePart::Other(heading) => self.draft.section(&heading, body_or_none()),
            FichePart::Repeated(field) => self.draft.section(&format!("{field} (repeated)"), body_or_none()),
            FichePart::Preface if body.is_some() => self.draft.section("", body_or_none()),
            FichePart::Preface | FichePart::Values(_) | FichePart::Labels | FichePart::Studies(_) => {}
        }
    }

    /// Ends the fiche: checks it, keeps the métier, and reports its problems by line. What has no field at all is no fiche.
    fn finish_fiche(&mut self, builder: &mut CatalogueBuilder) {
        self.close_part();
        let draft = mem::replace(&mut self.draft, FicheDraft::starting(self.source, None));
        let found = mem::take(&mut self.found);
        let is_none = found.is_empty() || self.is_note && found.iter().all(|(field, _)| *field != FicheField::Id);
        if is_none && self.n_bytes <= MAX_FICHE_BYTES {
            self.n_empty += 1;
            return;
        }
        self.n_fiches += 1;
        if MAX_FICHE_BYTES < self.n_bytes {
            let kind = ProblemKind::FicheTooLarge { limit: MAX_FICHE_BYTES, left_out: "the fiche" };
            let place = Place { line: draft.line, metier: draft.written_id(), ..Place::of_source(self.source) };
            return builder.problem(Problem { place, kind });
        }
        draft.finish(Vec::new(), builder);
    }
}

/// A field without bold: its name at the beginning of a line, and the value behind it.
fn plain_field<'l>(line: &'l str, names: &mut Names) -> Option<(&'l str, &'l str)> {
    let (name, value) = line.split_once(':')?;
    let is_field = matches!(names.find(name), Name::Field(_) | Name::Labels);
    is_field.then(|| (name.trim(), value.trim()))
}
