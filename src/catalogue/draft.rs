//! A fiche as a reader found it: text with places, not yet checked. Every reader ends here, so all formats obey one set of checks.

use std::collections::BTreeSet;
use std::str::FromStr;
use std::sync::Arc;

use super::access_level::AccessLevel;
use super::identifier::{InvalidIdentifier, MetierId, TrainingId};
use super::label::{Interest, Sector, Status, clean_label, label_key};
use super::metier::{Metier, Section, StudyPath, Title, Training};
use super::problem::{Field, Place, Problem, ProblemKind};
use super::thesaurus::{LabelKind, Thesaurus};

/// A text and the line it stands on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Located {
    pub(super) text: String,
    pub(super) line: Option<usize>,
}

impl Located {
    pub(super) fn new(text: impl Into<String>, line: usize) -> Self {
        Self { text: text.into(), line: Some(line) }
    }
}

/// A training as found: its label and perhaps an identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TrainingDraft {
    pub(super) label: String,
    pub(super) id: Option<Located>,
}

/// What a reader found for one fiche.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft {
    pub(super) source: Arc<str>,
    /// The line on which the fiche begins.
    pub(super) line: Option<usize>,
    pub(super) id: Option<Located>,
    pub(super) heading: Option<Located>,
    pub(super) feminine: Option<Located>,
    pub(super) masculine: Option<Located>,
    pub(super) rome_codes: Vec<Located>,
    pub(super) access_level: Option<Located>,
    pub(super) statuses: Vec<Located>,
    pub(super) interests: Vec<Located>,
    pub(super) sectors: Vec<Located>,
    pub(super) trainings: Vec<TrainingDraft>,
    pub(super) presentation: Option<String>,
    pub(super) overview: Option<String>,
    pub(super) studies: Vec<StudyPath>,
    pub(super) other_sections: Vec<Section>,
}

/// A métier and where its fiche begins.
#[derive(Debug, Clone)]
pub(super) struct Placed {
    pub(super) metier: Metier,
    pub(super) place: Place,
}

impl Draft {
    /// An empty draft of a fiche that begins on this line.
    pub(super) fn starting(source: &Arc<str>, line: Option<usize>) -> Self {
        Self { source: Arc::clone(source), line, ..Self::default() }
    }

    /// Checks everything and makes a métier of what is right; nothing without an identifier and a name.
    pub(super) fn into_placed(mut self, problems: &mut Vec<Problem>) -> Option<Placed> {
        let mut check = Check { place: self.place(), problems };
        let id = check.id(self.id.take());
        let title = check.title(&mut self);
        let rome_codes = check.distinct(Field::RomeCodes, self.rome_codes);
        let access_level = check.level(self.access_level);
        let trainings = check.trainings(self.trainings);
        let statuses = check.labels(Field::Statuses, LabelKind::Status, self.statuses);
        let interests = check.labels(Field::Interests, LabelKind::Interest, self.interests);
        let sectors = check.labels(Field::Sectors, LabelKind::Sector, self.sectors);
        let place = Place { field: None, ..check.place };
        let metier = Metier {
            rome_codes: rome_codes.into_iter().filter_map(|code| code.parse_or(Field::RomeCodes, &place, problems)).collect(),
            access_level,
            statuses: statuses.iter().map(|label| Status::new(label)).collect(),
            interests: interests.iter().map(|label| Interest::new(label)).collect(),
            sectors: sectors.iter().map(|label| Sector::new(label)).collect(),
            trainings,
            presentation: self.presentation,
            overview: self.overview,
            studies: self.studies,
            other_sections: self.other_sections,
            ..Metier::new(id?, title?)
        };
        Some(Placed { metier, place })
    }

    fn place(&self) -> Place {
        Place {
            source: self.source.to_string(),
            line: self.line,
            metier: self.id.as_ref().map(|id| id.text.trim().to_owned()).filter(|id| !id.is_empty()),
            field: None,
        }
    }
}

impl Located {
    /// The identifier that this text is, or a problem.
    fn parse_or<T>(&self, field: Field, fiche: &Place, problems: &mut Vec<Problem>) -> Option<T>
    where
        T: FromStr<Err = InvalidIdentifier>,
    {
        self.text
            .parse()
            .map_err(|error: InvalidIdentifier| {
                let place = Place { line: self.line.or(fiche.line), field: Some(field), ..fiche.clone() };
                problems.push(Problem { place, kind: error.into() });
            })
            .ok()
    }
}

/// Checks the parts of one fiche and gathers what is wrong.
struct Check<'a> {
    place: Place,
    problems: &'a mut Vec<Problem>,
}

impl Check<'_> {
    fn problem(&mut self, field: Field, line: Option<usize>, kind: ProblemKind) {
        let place = Place { line: line.or(self.place.line), field: Some(field), ..self.place.clone() };
        self.problems.push(Problem { place, kind });
    }

    fn id(&mut self, id: Option<Located>) -> Option<MetierId> {
        let Some(id) = id.filter(|id| !id.text.trim().is_empty()) else {
            self.problem(Field::Id, None, ProblemKind::Missing { expected: "an identifier such as MET.7829" });
            return None;
        };
        let fiche = self.place.clone();
        id.parse_or(Field::Id, &fiche, self.problems)
    }

    fn title(&mut self, draft: &mut Draft) -> Option<Title> {
        let text = |located: Option<Located>| located.map(|found| clean_name(&found.text)).filter(|name| !name.is_empty());
        let (feminine, masculine) = (text(draft.feminine.take()), text(draft.masculine.take()));
        let heading = text(draft.heading.take()).or_else(|| match (&feminine, &masculine) {
            (Some(feminine), Some(masculine)) if feminine != masculine => Some(format!("{masculine} / {feminine}")),
            _ => feminine.clone().or_else(|| masculine.clone()),
        });
        let Some(heading) = heading else {
            self.problem(Field::Title, None, ProblemKind::Missing { expected: "the name of the métier" });
            return None;
        };
        let from_heading = Title::from_heading(&heading);
        Some(Title {
            feminine: feminine.unwrap_or(from_heading.feminine),
            masculine: masculine.unwrap_or(from_heading.masculine),
            heading,
        })
    }

    fn level(&mut self, level: Option<Located>) -> Option<AccessLevel> {
        let level = level.filter(|level| !level.text.trim().is_empty())?;
        match level.text.parse() {
            Ok(rung) => Some(rung),
            Err(error) => {
                self.problem(Field::AccessLevel, level.line, ProblemKind::unknown_level(error));
                None
            }
        }
    }

    fn trainings(&mut self, drafts: Vec<TrainingDraft>) -> Vec<Training> {
        let fiche = self.place.clone();
        let mut trainings: Vec<Training> = Vec::with_capacity(drafts.len());
        for draft in drafts {
            let id: Option<TrainingId> = draft.id.and_then(|id| id.parse_or(Field::Trainings, &fiche, self.problems));
            let training = Training { id, label: clean_name(&draft.label) };
            if !trainings.contains(&training) {
                trainings.push(training);
            }
        }
        trainings
    }

    /// The labels of a list in their common spelling, each once.
    fn labels(&mut self, field: Field, kind: LabelKind, found: Vec<Located>) -> Vec<String> {
        let common = found.into_iter().map(|label| {
            let canonical = Thesaurus::embedded().canonical(kind, &label.text);
            Located { text: canonical.map_or_else(|| clean_label(&label.text), str::to_owned), line: label.line }
        });
        self.distinct(field, common.collect()).into_iter().map(|label| label.text).collect()
    }

    /// The values of a list that are not empty, each once.
    fn distinct(&mut self, field: Field, values: Vec<Located>) -> Vec<Located> {
        let mut seen = BTreeSet::new();
        let mut kept = Vec::with_capacity(values.len());
        for value in values {
            let key = label_key(&value.text);
            if key.is_empty() {
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

/// A name with plain spaces and apostrophes; its punctuation stays.
pub(super) fn clean_name(text: &str) -> String {
    let end: String = text.trim().chars().rev().take_while(|last| matches!(last, '.' | ';' | ',' | ' ')).collect();
    let end: String = end.chars().rev().collect();
    format!("{}{}", clean_label(text), end.trim_start())
}
