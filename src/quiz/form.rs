//! The form of a question in files, which TOML and JSON have in common.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::problem::{QuestionPart, QuizError, QuizProblem};
use super::question::{Asks, Choice, LevelAsked, Question, QuestionKind, SectorChoice, Wording};
use crate::catalogue::{AccessLevel, Sector, Status};
use crate::profile::Gates;

/// A question as it is written, unchecked.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(expecting = "a table of names and values")]
#[serde(deny_unknown_fields)]
pub(super) struct QuestionForm {
    pub(super) id: String,
    kind: QuestionKind,
    #[serde(default)]
    fr: String,
    #[serde(default)]
    en: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    adult: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    interests: Option<BTreeMap<String, f64>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sets: Option<LevelAsked>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    choices: Option<Vec<Choice>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    only: Option<Wording>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    longer: Option<Wording>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sector: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sectors: Option<Vec<SectorChoice>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    most: Option<usize>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    status: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    gate: Option<GateForm>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    said: Option<Wording>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    illustration: Option<String>,
}

/// Gates as they are written.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(expecting = "a table of names and values")]
#[serde(deny_unknown_fields, default)]
struct GateForm {
    #[serde(skip_serializing_if = "Option::is_none")]
    max_access_level: Option<AccessLevel>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    statuses: Vec<Status>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sectors: Vec<Sector>,
}

impl QuestionForm {
    /// The question, or a problem for every part that is missing or does not belong in a question of this kind.
    fn check(self) -> Result<Question, Vec<QuizProblem>> {
        let present = [
            (QuestionPart::Interests, self.interests.is_some()),
            (QuestionPart::Sets, self.sets.is_some()),
            (QuestionPart::Choices, self.choices.is_some()),
            (QuestionPart::Only, self.only.is_some()),
            (QuestionPart::Longer, self.longer.is_some()),
            (QuestionPart::Sector, self.sector.is_some()),
            (QuestionPart::Sectors, self.sectors.is_some()),
            (QuestionPart::Most, self.most.is_some()),
            (QuestionPart::Status, self.status.is_some()),
            (QuestionPart::Gate, self.gate.is_some()),
            (QuestionPart::Said, self.said.is_some()),
        ];
        let (needed, allowed): (&[QuestionPart], &[QuestionPart]) = match self.kind {
            QuestionKind::Interest => (&[QuestionPart::Interests], &[]),
            QuestionKind::Sector => (&[QuestionPart::Sector], &[]),
            QuestionKind::Sectors => (&[QuestionPart::Sectors, QuestionPart::Most], &[]),
            QuestionKind::AccessLevel => (&[QuestionPart::Sets, QuestionPart::Choices], &[]),
            QuestionKind::LevelFilter => (&[QuestionPart::Only, QuestionPart::Longer], &[]),
            QuestionKind::Status => (&[QuestionPart::Status], &[]),
            QuestionKind::Words => (&[], &[]),
            QuestionKind::Constraint => (&[], &[QuestionPart::Interests, QuestionPart::Gate, QuestionPart::Said]),
        };
        let (id, kind) = (&self.id, self.kind);
        let mut problems = Vec::new();
        for (part, is_present) in present {
            if needed.contains(&part) && !is_present {
                problems.push(QuizProblem::MissingPart { id: id.clone(), kind, part });
            } else if is_present && !needed.contains(&part) && !allowed.contains(&part) {
                problems.push(QuizProblem::UnexpectedPart { id: id.clone(), kind, part });
            }
        }
        if problems.is_empty() { Ok(self.question()) } else { Err(problems) }
    }

    fn question(self) -> Question {
        let interests = self.interests.unwrap_or_default().into_iter().collect();
        let text = || Wording::new("", "");
        let asks = match self.kind {
            QuestionKind::Interest => Asks::Interests(interests),
            QuestionKind::Sector => Asks::Sector(self.sector.unwrap_or_default()),
            QuestionKind::Sectors => {
                Asks::Sectors { most: self.most.unwrap_or_default(), choices: self.sectors.unwrap_or_default() }
            }
            QuestionKind::AccessLevel => {
                Asks::AccessLevel { sets: self.sets.unwrap_or(LevelAsked::Willing), choices: self.choices.unwrap_or_default() }
            }
            QuestionKind::LevelFilter => {
                Asks::LevelFilter { only: self.only.unwrap_or_else(text), longer: self.longer.unwrap_or_else(text) }
            }
            QuestionKind::Status => Asks::Status(self.status.unwrap_or_default()),
            QuestionKind::Words => Asks::Words,
            QuestionKind::Constraint => {
                Asks::Constraint { interests, gate: self.gate.unwrap_or_default().into(), said: self.said }
            }
        };
        Question {
            id: self.id,
            wording: Wording { fr: self.fr, en: self.en, adult: self.adult },
            asks,
            illustration: self.illustration,
        }
    }
}

impl TryFrom<QuestionForm> for Question {
    type Error = QuizError;

    fn try_from(form: QuestionForm) -> Result<Self, Self::Error> {
        form.check().map_err(|problems| QuizError { problems })
    }
}

impl From<GateForm> for Gates {
    fn from(form: GateForm) -> Self {
        Self { max_access_level: form.max_access_level, statuses: form.statuses, sectors: form.sectors, ..Gates::default() }
    }
}

impl From<Gates> for GateForm {
    fn from(gates: Gates) -> Self {
        Self { max_access_level: gates.max_access_level, statuses: gates.statuses, sectors: gates.sectors }
    }
}

impl From<Question> for QuestionForm {
    fn from(question: Question) -> Self {
        let kind = question.kind();
        let mut form = Self {
            id: question.id,
            kind,
            fr: question.wording.fr,
            en: question.wording.en,
            adult: question.wording.adult,
            interests: None,
            sets: None,
            choices: None,
            only: None,
            longer: None,
            sector: None,
            sectors: None,
            most: None,
            status: None,
            gate: None,
            said: None,
            illustration: question.illustration,
        };
        match question.asks {
            Asks::Interests(interests) => form.interests = Some(interests.into_iter().collect()),
            Asks::Sector(sector) => form.sector = Some(sector),
            Asks::Sectors { most, choices } => (form.most, form.sectors) = (Some(most), Some(choices)),
            Asks::LevelFilter { only, longer } => (form.only, form.longer) = (Some(only), Some(longer)),
            Asks::AccessLevel { sets, choices } => (form.sets, form.choices) = (Some(sets), Some(choices)),
            Asks::Status(status) => form.status = Some(status),
            Asks::Words => {}
            Asks::Constraint { interests, gate, said } => {
                form.said = said;
                form.interests = Some(interests.into_iter().collect()).filter(|interests: &BTreeMap<_, _>| !interests.is_empty());
                form.gate = (!gate.is_empty()).then(|| gate.into());
            }
        }
        form
    }
}

impl Serialize for Question {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        QuestionForm::from(self.clone()).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Question {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        QuestionForm::deserialize(deserializer)?.try_into().map_err(serde::de::Error::custom)
    }
}
