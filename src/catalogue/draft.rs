//! An unchecked fiche: text and lines as a reader found them. Every reader produces one, so all formats obey one set of checks.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::str::FromStr;
use std::sync::Arc;

use super::access_level::AccessLevel;
use super::builder::{CatalogueBuilder, PlacedMetier};
use super::identifier::{InvalidIdentifier, MetierId, TrainingId};
use super::label::{Interest, Sector, Status, clean_label, clean_name};
use super::metier::{Metier, Section, StudyPath, Training};
use super::nothing::is_nothing;
use super::place::{FicheField, Place};
use super::problem::{Problem, ProblemKind};
use super::quoted::has_control;
use super::riasec::{InvalidRiasec, RiasecCode};
use super::spellings::Spelling;
use super::thesaurus::LabelKind;
use super::title::Title;

/// The longest label or name; real ones have at most a hundred characters.
const MAX_LABEL_BYTES: usize = 1_000;

/// A text, the identifier beside it, and its line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct LocatedText<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) id: Option<Cow<'a, str>>,
    pub(super) line: Option<usize>,
}

impl<'a> LocatedText<'a> {
    /// A text on a line; 0 if the line is not known.
    pub(super) fn new(text: impl Into<Cow<'a, str>>, line: usize) -> Self {
        Self { text: text.into(), id: None, line: Some(line).filter(|line| 0 < *line) }
    }

    fn unplaced(text: impl Into<Cow<'a, str>>) -> Self {
        Self { text: text.into(), id: None, line: None }
    }

    pub(super) fn with_id(self, id: Option<Cow<'a, str>>) -> Self {
        Self { id: id.filter(|id| !id.trim().is_empty()), ..self }
    }

    fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// What a reader found for one fiche.
#[derive(Debug, Clone, Default)]
pub(super) struct FicheDraft<'a> {
    pub(super) source: Arc<str>,
    /// The line on which the fiche begins.
    pub(super) line: Option<usize>,
    pub(super) id: Option<LocatedText<'a>>,
    pub(super) heading: Option<LocatedText<'a>>,
    pub(super) feminine: Option<LocatedText<'a>>,
    pub(super) masculine: Option<LocatedText<'a>>,
    pub(super) url: Option<LocatedText<'a>>,
    /// The link from which the identifier was taken.
    pub(super) id_link: Option<LocatedText<'a>>,
    pub(super) rome_codes: Vec<LocatedText<'a>>,
    pub(super) riasec: Vec<LocatedText<'a>>,
    pub(super) access_level: Option<LocatedText<'a>>,
    pub(super) statuses: Vec<LocatedText<'a>>,
    pub(super) interests: Vec<LocatedText<'a>>,
    pub(super) sectors: Vec<LocatedText<'a>>,
    pub(super) domains: Vec<LocatedText<'a>>,
    pub(super) trainings: Vec<LocatedText<'a>>,
    pub(super) presentation: Option<String>,
    pub(super) overview: Option<String>,
    pub(super) studies: Vec<StudyPath>,
    pub(super) other_sections: Vec<Section>,
    /// What the reader found wrong in a field, with its line.
    pub(super) faults: Vec<(FicheField, Option<usize>, ProblemKind)>,
}

impl<'a> FicheDraft<'a> {
    /// An empty draft of a fiche that begins on this line.
    pub(super) fn starting(source: &Arc<str>, line: Option<usize>) -> Self {
        Self { source: Arc::clone(source), line, ..Self::default() }
    }

    /// The draft of a métier that is already built, so that it is checked like one from a file.
    pub(super) fn of_metier(source: &Arc<str>, metier: &'a Metier) -> Self {
        let labels = |texts: Vec<&'a str>| texts.into_iter().map(LocatedText::unplaced).collect();
        Self {
            id: Some(LocatedText::unplaced(metier.id.as_str())),
            heading: Some(LocatedText::unplaced(&metier.title.heading)),
            feminine: Some(LocatedText::unplaced(&metier.title.feminine)),
            masculine: Some(LocatedText::unplaced(&metier.title.masculine)),
            url: metier.url.as_deref().map(LocatedText::unplaced),
            rome_codes: labels(metier.rome_codes.iter().map(super::RomeCode::as_str).collect()),
            riasec: metier.riasec.iter().map(|code| LocatedText::unplaced(code.to_string())).collect(),
            access_level: metier.access_level.map(|level| LocatedText::unplaced(level.label())),
            statuses: labels(metier.statuses.iter().map(Status::as_str).collect()),
            interests: labels(metier.interests.iter().map(Interest::as_str).collect()),
            sectors: labels(metier.sectors.iter().map(Sector::as_str).collect()),
            domains: labels(metier.domains.iter().map(String::as_str).collect()),
            trainings: metier
                .trainings
                .iter()
                .map(|training| {
                    let id = training.id.as_ref().map(|id| Cow::from(id.as_str()));
                    LocatedText::unplaced(&training.label).with_id(id)
                })
                .collect(),
            presentation: metier.presentation.clone(),
            overview: metier.overview.clone(),
            studies: metier.studies.clone(),
            other_sections: metier.other_sections.clone(),
            ..Self::starting(source, None)
        }
    }

    /// Checks everything and adds a métier with all that is right; a fiche without an identifier or a name adds none.
    ///
    /// Problems that the reader found in this fiche (`met`) are listed together with those of the checks, by line.
    pub(super) fn finish(mut self, met: Vec<Problem>, builder: &mut CatalogueBuilder) {
        let mut check =
            FicheCheck { source: &Arc::clone(&self.source), line: self.line, metier: self.written_id(), builder, problems: met };
        for (field, line, kind) in std::mem::take(&mut self.faults) {
            check.problem(field, line, kind);
        }
        let id = check.id(self.id.take());
        let title = check.title(&mut self);
        let url = check.url(self.url, self.id_link);
        let rome_codes = check.rome_codes(self.rome_codes);
        let riasec = check.riasec(&self.riasec);
        let access_level = check.level(self.access_level);
        let trainings = check.trainings(self.trainings);
        let statuses = check.labels(FicheField::Statuses, LabelKind::Status, self.statuses, Status::from_clean);
        let interests = check.labels(FicheField::Interests, LabelKind::Interest, self.interests, Interest::from_clean);
        let sectors = check.labels(FicheField::Sectors, LabelKind::Sector, self.sectors, Sector::from_clean);
        let domains = check.distinct(FicheField::Domains, self.domains);
        let mut problems = check.problems;
        problems.sort_by_key(|problem| problem.place.line);
        builder.extend_problems(problems);
        let (Some(id), Some(title)) = (id, title) else { return };
        let metier = Metier {
            id,
            title,
            url,
            rome_codes,
            riasec,
            access_level,
            statuses,
            interests,
            sectors,
            domains: domains.iter().map(|domain| clean_label(&domain.text)).collect(),
            trainings,
            presentation: self.presentation.map(printable),
            overview: self.overview.map(printable),
            studies: self.studies,
            other_sections: self.other_sections,
        };
        builder.keep(PlacedMetier::new(metier, self.source, self.line));
    }

    /// The identifier as the source writes it.
    pub(super) fn written_id(&self) -> Option<String> {
        self.id.as_ref().map(|id| id.text.trim().to_owned()).filter(|id| !id.is_empty())
    }
}

/// Whether an address is that of a page: no script, and short enough for a link.
fn is_page(url: &str) -> bool {
    let host = ["https://", "http://"].iter().find_map(|scheme| url.strip_prefix(scheme));
    let is_plain = |letter: char| !(letter.is_whitespace() || letter.is_control());
    host.is_some_and(|host| host.starts_with(char::is_alphanumeric)) && url.chars().all(is_plain) && url.len() <= MAX_LABEL_BYTES
}

/// A text without control characters other than line ends.
fn printable(text: String) -> String {
    if !has_control(&text) {
        return text;
    }
    text.chars().map(|letter| if letter != '\n' && letter.is_control() { ' ' } else { letter }).collect()
}

/// Checks the parts of one fiche and collects its problems.
struct FicheCheck<'a> {
    source: &'a Arc<str>,
    line: Option<usize>,
    metier: Option<String>,
    builder: &'a mut CatalogueBuilder,
    problems: Vec<Problem>,
}

impl FicheCheck<'_> {
    fn problem(&mut self, field: FicheField, line: Option<usize>, kind: ProblemKind) {
        let place =
            Place { source: self.source.to_string(), line: line.or(self.line), metier: self.metier.clone(), field: Some(field) };
        self.problems.push(Problem { place, kind });
    }

    /// Parses an identifier, or adds a problem.
    fn parse<T>(&mut self, field: FicheField, text: &str, line: Option<usize>) -> Option<T>
    where
        T: FromStr<Err = InvalidIdentifier>,
    {
        text.parse().map_err(|error: InvalidIdentifier| self.problem(field, line, error.into())).ok()
    }

    fn id(&mut self, id: Option<LocatedText<'_>>) -> Option<MetierId> {
        let Some(id) = id.filter(|id| !id.is_blank()) else {
            self.problem(FicheField::Id, None, ProblemKind::Missing { expected: "an identifier such as MET.7829" });
            return None;
        };
        self.parse(FicheField::Id, &id.text, id.line)
    }

    fn title(&mut self, draft: &mut FicheDraft<'_>) -> Option<Title> {
        let text = |found: Option<LocatedText<'_>>| {
            let name = found.map(|found| clean_name(&found.text));
            name.filter(|name| !(name.is_empty() || is_nothing(name)))
        };
        let (feminine, masculine) = (text(draft.feminine.take()), text(draft.masculine.take()));
        let heading = text(draft.heading.take()).or_else(|| match (&feminine, &masculine) {
            (Some(feminine), Some(masculine)) if feminine != masculine => Some(format!("{masculine} / {feminine}")),
            _ => feminine.clone().or_else(|| masculine.clone()),
        });
        let Some(heading) = heading else {
            self.problem(FicheField::Title, None, ProblemKind::Missing { expected: "the name of the métier" });
            return None;
        };
        let title = Title::with_forms(&heading, feminine.as_deref(), masculine.as_deref());
        let names = [&title.heading, &title.feminine, &title.masculine];
        let is_short = names.into_iter().all(|name| !self.is_too_long(FicheField::Title, None, name));
        is_short.then_some(title)
    }

    /// Whether a label or a name is beyond the limit, which is a problem.
    fn is_too_long(&mut self, field: FicheField, line: Option<usize>, text: &str) -> bool {
        let is_too_long = MAX_LABEL_BYTES < text.len();
        if is_too_long {
            self.problem(field, line, ProblemKind::TooLong { limit: MAX_LABEL_BYTES, found: text.len() });
        }
        is_too_long
    }

    fn rome_codes(&mut self, found: Vec<LocatedText<'_>>) -> Vec<super::RomeCode> {
        let codes = self.distinct(FicheField::RomeCodes, found);
        codes.iter().filter_map(|code| self.parse(FicheField::RomeCodes, &code.text, code.line)).collect()
    }

    /// Duplicates stay, because two ROME codes may have the same letters.
    fn riasec(&mut self, found: &[LocatedText<'_>]) -> Vec<RiasecCode> {
        let mut codes = Vec::with_capacity(found.len());
        for text in found.iter().filter(|found| !found.is_blank() && !is_nothing(&found.text)) {
            match text.text.parse() {
                Ok(code) => codes.push(code),
                Err(InvalidRiasec { found }) => self.problem(FicheField::Riasec, text.line, ProblemKind::InvalidRiasec { found }),
            }
        }
        codes
    }

    /// The address that the fiche states, otherwise that of the link from which its identifier was taken.
    fn url(&mut self, stated: Option<LocatedText<'_>>, link: Option<LocatedText<'_>>) -> Option<String> {
        let found = stated
            .filter(|url| !(url.is_blank() || is_nothing(&url.text)))
            .or_else(|| link.filter(|link| is_page(link.text.trim())))?;
        let url = found.text.trim();
        if is_page(url) {
            return Some(url.to_owned());
        }
        self.problem(FicheField::Url, found.line, ProblemKind::InvalidUrl { found: url.to_owned() });
        None
    }

    /// The level by its label, or by its identifier if it has no label.
    fn level(&mut self, level: Option<LocatedText<'_>>) -> Option<AccessLevel> {
        let level = level.filter(|level| !(level.is_blank() && level.id.is_none() || is_nothing(&level.text)))?;
        let known = level.id.as_deref().filter(|_| level.is_blank()).and_then(AccessLevel::of_id);
        if known.is_some() {
            return known;
        }
        let text = if level.is_blank() { level.id.as_deref().unwrap_or_default() } else { &level.text };
        match text.parse() {
            Ok(rung) => Some(rung),
            Err(error) => {
                // A likeness is not worth its cost where the problem is only counted.
                let kind = if self.builder.lists_more() {
                    ProblemKind::unknown_level(error)
                } else {
                    ProblemKind::UnknownAccessLevel { found: error.found, nearest: None }
                };
                self.problem(FicheField::AccessLevel, level.line, kind);
                None
            }
        }
    }

    fn trainings(&mut self, found: Vec<LocatedText<'_>>) -> Vec<Training> {
        let mut seen = BTreeSet::new();
        let mut trainings = Vec::with_capacity(found.len());
        for training in found.into_iter().filter(|found| !is_nothing(&found.text)) {
            let id: Option<TrainingId> = training.id.and_then(|id| self.parse(FicheField::Trainings, &id, training.line));
            let label = clean_name(&training.text);
            if label.is_empty() && id.is_none() {
                self.problem(FicheField::Trainings, training.line, ProblemKind::EmptyItem);
            } else if !self.is_too_long(FicheField::Trainings, training.line, &label) && seen.insert((id.clone(), label.clone()))
            {
                trainings.push(Training { id, label });
            }
        }
        trainings
    }

    /// The labels of a list in their common spelling, each once.
    fn labels<L>(&mut self, field: FicheField, kind: LabelKind, found: Vec<LocatedText<'_>>, new: fn(Arc<str>) -> L) -> Vec<L> {
        let mut seen = BTreeSet::new();
        let mut labels = Vec::with_capacity(found.len());
        for (place, label) in found.into_iter().enumerate() {
            if self.is_too_long(field, label.line, &label.text) {
                continue;
            }
            let mut spelling = self.builder.spellings.known(kind, &label.text);
            if spelling.is_none() {
                if is_nothing(&label.text) {
                    continue;
                }
                if let Some(parts) = self.builder.spellings.parts(kind, &label.text) {
                    if 1 < parts.len() {
                        let kind = ProblemKind::SeveralInOne { found: label.text.to_string(), n_labels: parts.len() };
                        self.problem(field, label.line, kind);
                    }
                    labels.extend(parts.into_iter().filter(|part| seen.insert(part.key)).map(|part| new(part.text)));
                    continue;
                }
                spelling = self.builder.spellings.of(kind, &label.text);
            }
            let Some(Spelling { text, key }) = spelling else {
                self.problem(field, label.line, ProblemKind::EmptyItem);
                continue;
            };
            if let Some(id) = &label.id {
                let at = (self.source, label.line.or(self.line));
                self.builder.identities.see(kind, id.trim(), &text, Some(place), at);
            }
            if seen.insert(key) {
                labels.push(new(text));
            } else {
                self.problem(field, label.line, ProblemKind::RepeatedValue { found: label.text.trim().to_owned() });
            }
        }
        labels
    }

    /// The non-empty values of a list, each once.
    fn distinct<'b>(&mut self, field: FicheField, values: Vec<LocatedText<'b>>) -> Vec<LocatedText<'b>> {
        // Most lists have one value, hence no duplicates.
        let is_usual =
            |text: &str| text.len() <= MAX_LABEL_BYTES && text.starts_with(|first: char| first.is_ascii_alphanumeric());
        if values.len() < 2 && values.iter().all(|value| is_usual(&value.text) && !is_nothing(&value.text)) {
            return values;
        }
        let mut seen = BTreeSet::new();
        let mut kept = Vec::with_capacity(values.len());
        for value in values {
            let key = super::label::label_key(&value.text);
            if is_nothing(&value.text) || self.is_too_long(field, value.line, &value.text) {
            } else if key.is_empty() {
                self.problem(field, value.line, ProblemKind::EmptyItem);
            } else if seen.insert(key) {
                kept.push(value);
            } else {
                self.problem(field, value.line, ProblemKind::RepeatedValue { found: value.text.trim().to_owned() });
            }
        }
        kept
    }
}
