//! Checks questions against a catalogue: reports every problem, and puts labels into the catalogue's spelling.

use std::collections::BTreeMap;

use super::problem::{QuestionPart, QuizError, QuizProblem};
use super::question::{Asks, Choice, Question, QuestionKind, SectorChoice, Wording};
use crate::catalogue::{Catalogue, LabelKind, Sector, Status, Thesaurus, UnknownLabel, Vocabulary};
use crate::profile::Gates;

/// The largest number of choices of a question, so that each has a digit as its key.
const MAX_CHOICES: usize = 9;

/// A question that is not asked, because no métier of the catalogue carries its labels.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SetAside {
    /// The identifier of the question.
    pub id: String,
    /// Its kind.
    pub kind: QuestionKind,
    /// The labels that the library knows but the catalogue does not use.
    pub labels: Vec<String>,
}

/// The questions that can be asked, and those that are set aside.
pub(super) struct CheckedQuestions {
    pub(super) questions: Vec<Question>,
    pub(super) set_aside: Vec<SetAside>,
}

/// Checks questions one by one, in their order.
pub(super) fn check(questions: Vec<Question>, catalogue: &Catalogue) -> Result<CheckedQuestions, QuizError> {
    let mut check = QuestionCheck { catalogue, asks_words: None, problems: Vec::new() };
    if questions.is_empty() {
        check.problems.push(QuizProblem::Empty);
    }
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut checked = CheckedQuestions { questions: Vec::with_capacity(questions.len()), set_aside: Vec::new() };
    for (index, question) in questions.into_iter().enumerate() {
        check.id(&question.id, index + 1, &mut places);
        check.wording(&question);
        let (id, kind, unused) = (question.id.clone(), question.kind(), check.unused(&question));
        match check.asks(&question.id, question.asks) {
            Some(asks) => checked.questions.push(Question { asks, ..question }),
            None => checked.set_aside.push(SetAside { id, kind, labels: unused }),
        }
    }
    if check.problems.is_empty() { Ok(checked) } else { Err(QuizError { problems: check.problems }) }
}

struct QuestionCheck<'a> {
    catalogue: &'a Catalogue,
    /// The question that asks for words.
    asks_words: Option<String>,
    problems: Vec<QuizProblem>,
}

/// The result of looking up a label in a catalogue.
enum Found {
    /// A métier carries it; in the catalogue's spelling.
    Used(String),
    /// The library knows it, but no métier of this catalogue carries it.
    Unused,
    Unknown(UnknownLabel),
}

fn find(vocabulary: &Vocabulary, kind: LabelKind, label: &str) -> Found {
    match vocabulary.find(label) {
        Ok(place) => Found::Used(vocabulary.terms()[place].label.clone()),
        Err(_) if Thesaurus::embedded().canonical(kind, label).is_some() => Found::Unused,
        Err(error) => Found::Unknown(error),
    }
}

impl QuestionCheck<'_> {
    fn id(&mut self, id: &str, place: usize, places: &mut BTreeMap<String, usize>) {
        let is_plain = |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_');
        if id.is_empty() || !id.chars().all(is_plain) {
            self.problems.push(QuizProblem::InvalidId { place, found: id.to_owned() });
        } else if let Some(first) = places.insert(id.to_owned(), place) {
            self.problems.push(QuizProblem::RepeatedId { id: id.to_owned(), first, second: place });
        }
    }

    fn wording(&mut self, question: &Question) {
        let id = &question.id;
        let choices = question.choices().iter().map(|choice| (&choice.fr, &choice.en));
        let sectors = question.sector_choices().iter().map(|choice| (&choice.fr, &choice.en));
        let texts: Vec<&Wording> = match &question.asks {
            Asks::LevelFilter { only, longer } => vec![&question.wording, only, longer],
            Asks::Constraint { said: Some(said), .. } => vec![&question.wording, said],
            _ => vec![&question.wording],
        };
        for (fr, en) in texts.into_iter().map(|text| (&text.fr, &text.en)).chain(choices).chain(sectors) {
            for (language, words) in [("fr", fr), ("en", en)] {
                if words.trim().is_empty() {
                    self.problems.push(QuizProblem::EmptyWording { id: id.clone(), language });
                }
            }
        }
    }

    /// The known labels of a question that no métier carries.
    fn unused(&self, question: &Question) -> Vec<String> {
        let (catalogue, gate) = (self.catalogue, question.gate());
        let interests = question.interests().iter().map(|(label, _)| (LabelKind::Interest, label.as_str()));
        let own: Vec<(LabelKind, &str)> = match &question.asks {
            Asks::Status(label) => vec![(LabelKind::Status, label)],
            Asks::Sector(label) => vec![(LabelKind::Sector, label)],
            Asks::Sectors { choices, .. } => choices.iter().map(|one| (LabelKind::Sector, one.sector.as_str())).collect(),
            _ => Vec::new(),
        };
        let statuses = gate.into_iter().flat_map(|gate| gate.statuses.iter().map(|label| (LabelKind::Status, label.as_str())));
        let sectors = gate.into_iter().flat_map(|gate| gate.sectors.iter().map(|label| (LabelKind::Sector, label.as_str())));
        let labels = interests.chain(own).chain(statuses).chain(sectors);
        let is_unused = |kind, label: &str| matches!(find(vocabulary(catalogue, kind), kind, label), Found::Unused);
        labels.filter(|(kind, label)| is_unused(*kind, label)).map(|(_, label)| label.to_owned()).collect()
    }

    /// What the question asks, in the catalogue's spelling. Returns `None` if the catalogue has none of it.
    fn asks(&mut self, id: &str, asks: Asks) -> Option<Asks> {
        match asks {
            Asks::Interests(interests) => {
                if interests.is_empty() {
                    self.problems.push(QuizProblem::Idle { id: id.to_owned() });
                }
                let interests = self.interests(id, interests);
                (!interests.is_empty()).then_some(Asks::Interests(interests))
            }
            Asks::Sector(label) => self.label(id, QuestionPart::Sector, LabelKind::Sector, &label).map(Asks::Sector),
            Asks::Sectors { most, choices } => {
                let choices = self.sectors(id, most, choices);
                (!choices.is_empty()).then_some(Asks::Sectors { most, choices })
            }
            Asks::LevelFilter { only, longer } => Some(Asks::LevelFilter { only, longer }),
            Asks::AccessLevel { sets, choices } => {
                self.choices(id, &choices);
                Some(Asks::AccessLevel { sets, choices })
            }
            Asks::Status(label) => self.label(id, QuestionPart::Status, LabelKind::Status, &label).map(Asks::Status),
            Asks::Words => {
                self.words(id);
                Some(Asks::Words)
            }
            Asks::Constraint { interests, gate, said } => {
                for (label, found) in interests.iter().filter(|(_, loading)| 0.0 < *loading) {
                    let (id, label) = (id.to_owned(), label.clone());
                    self.problems.push(QuizProblem::RaisingConstraint { id, label, found: *found });
                }
                if interests.is_empty() && gate.is_empty() {
                    self.problems.push(QuizProblem::Idle { id: id.to_owned() });
                }
                let interests = self.interests(id, interests);
                let gate = self.gate(id, &gate);
                (!interests.is_empty() || !gate.is_empty()).then_some(Asks::Constraint { interests, gate, said })
            }
        }
    }

    fn words(&mut self, id: &str) {
        match &self.asks_words {
            None => self.asks_words = Some(id.to_owned()),
            Some(first) => self.problems.push(QuizProblem::WordsTwice { id: id.to_owned(), first: first.clone() }),
        }
    }

    fn interests(&mut self, id: &str, interests: Vec<(String, f64)>) -> Vec<(String, f64)> {
        let n_negative = interests.iter().filter(|(_, loading)| *loading < 0.0).count();
        if 0 < n_negative && n_negative < interests.len() {
            self.problems.push(QuizProblem::MixedLoadings { id: id.to_owned() });
        }
        let mut found: Vec<(String, f64)> = Vec::with_capacity(interests.len());
        for (label, loading) in interests {
            if !(loading.is_finite() && loading.abs() <= 1.0 && loading != 0.0) {
                self.problems.push(QuizProblem::Loading { id: id.to_owned(), label: label.clone(), found: loading });
            }
            let Some(label) = self.label(id, QuestionPart::Interests, LabelKind::Interest, &label) else { continue };
            if found.iter().any(|(seen, _)| *seen == label) {
                self.problems.push(QuizProblem::RepeatedInterest { id: id.to_owned(), label });
            } else {
                found.push((label, loading));
            }
        }
        found
    }

    /// The sectors that a métier of the catalogue has.
    fn sectors(&mut self, id: &str, most: usize, choices: Vec<SectorChoice>) -> Vec<SectorChoice> {
        if most == 0 {
            self.problems.push(QuizProblem::NumberToChoose { id: id.to_owned(), found: most });
        }
        let mut found: Vec<SectorChoice> = Vec::with_capacity(choices.len());
        for choice in choices {
            let Some(sector) = self.label(id, QuestionPart::Sectors, LabelKind::Sector, &choice.sector) else { continue };
            if found.iter().any(|seen| seen.sector == sector) {
                self.problems.push(QuizProblem::RepeatedSector { id: id.to_owned(), label: sector });
            } else {
                found.push(SectorChoice { sector, ..choice });
            }
        }
        found
    }

    fn choices(&mut self, id: &str, choices: &[Choice]) {
        if !(2..=MAX_CHOICES).contains(&choices.len()) {
            let problem = QuizProblem::NumberOfChoices { id: id.to_owned(), max: MAX_CHOICES, found: choices.len() };
            self.problems.push(problem);
        }
        for (index, choice) in choices.iter().enumerate() {
            if choices[..index].iter().any(|earlier| earlier.level == choice.level) {
                self.problems.push(QuizProblem::RepeatedLevel { id: id.to_owned(), level: choice.level });
            }
        }
    }

    fn gate(&mut self, id: &str, gate: &Gates) -> Gates {
        let mut labels = |kind, label: &str| self.label(id, QuestionPart::Gate, kind, label);
        let statuses = gate.statuses.iter().filter_map(|label| labels(LabelKind::Status, label.as_str()));
        let statuses = statuses.map(|label| Status::new(&label)).collect();
        let sectors = gate.sectors.iter().filter_map(|label| labels(LabelKind::Sector, label.as_str()));
        let sectors = sectors.map(|label| Sector::new(&label)).collect();
        Gates { max_access_level: gate.max_access_level, statuses, sectors, ..Gates::default() }
    }

    fn label(&mut self, id: &str, part: QuestionPart, kind: LabelKind, label: &str) -> Option<String> {
        match find(vocabulary(self.catalogue, kind), kind, label) {
            Found::Used(label) => Some(label),
            Found::Unused => None,
            Found::Unknown(error) => {
                self.problems.push(QuizProblem::UnknownLabel { id: id.to_owned(), part, error });
                None
            }
        }
    }
}

fn vocabulary(catalogue: &Catalogue, kind: LabelKind) -> &Vocabulary {
    match kind {
        LabelKind::Interest => catalogue.interests(),
        LabelKind::Status => catalogue.statuses(),
        LabelKind::Sector => catalogue.sectors(),
    }
}
