//! The shape of a question in files, the same in TOML and JSON.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::problem::{Part, QuizError, QuizProblem};
use super::question::{Asks, Choice, Kind, LevelAsked, Question, Wording};
use crate::catalogue::{AccessLevel, Sector, Status};
use crate::profile::Gates;

/// A question as it is written, before any check.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct QuestionForm {
    pub(super) id: String,
    kind: Kind,
    #[serde(default)]
    fr: String,
    #[serde(default)]
    en: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    interests: Option<BTreeMap<String, f64>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sets: Option<LevelAsked>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    choices: Option<Vec<Choice>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    status: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    gate: Option<GateForm>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    illustration: Option<String>,
}

/// Gates as they are written.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
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
    /// The question, or every part that is missing or has no place in a question of this kind.
    fn check(self) -> Result<Question, Vec<QuizProblem>> {
        let present = [
            (Part::Interests, self.interests.is_some()),
            (Part::Sets, self.sets.is_some()),
            (Part::Choices, self.choices.is_some()),
            (Part::Status, self.status.is_some()),
            (Part::Gate, self.gate.is_some()),
        ];
        let (needed, allowed): (&[Part], &[Part]) = match self.kind {
            Kind::Interest => (&[Part::Interests], &[]),
            Kind::AccessLevel => (&[Part::Sets, Part::Choices], &[]),
            Kind::Status => (&[Part::Status], &[]),
            Kind::Constraint => (&[], &[Part::Interests, Part::Gate]),
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
        let asks = match self.kind {
            Kind::Interest => Asks::Interests(interests),
            Kind::AccessLevel => {
                Asks::AccessLevel { sets: self.sets.unwrap_or(LevelAsked::Willing), choices: self.choices.unwrap_or_default() }
            }
            Kind::Status => Asks::Status(self.status.unwrap_or_default()),
            Kind::Constraint => Asks::Constraint { interests, gate: self.gate.unwrap_or_default().into() },
        };
        Question { id: self.id, wording: Wording { fr: self.fr, en: self.en }, asks, illustration: self.illustration }
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
        Self { max_access_level: form.max_access_level, statuses: form.statuses, sectors: form.sectors }
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
            interests: None,
            sets: None,
            choices: None,
            status: None,
            gate: None,
            illustration: question.illustration,
        };
        match question.asks {
            Asks::Interests(interests) => form.interests = Some(interests.into_iter().collect()),
            Asks::AccessLevel { sets, choices } => (form.sets, form.choices) = (Some(sets), Some(choices)),
            Asks::Status(status) => form.status = Some(status),
            Asks::Constraint { interests, gate } => {
                form.interests = Some(interests.into_iter().collect()).filter(|interests: &BTreeMap<_, _>| !interests.is_empty());
                form.gate = (!gate.is_empty()).then_some(GateForm {
                    max_access_level: gate.max_access_level,
                    statuses: gate.statuses,
                    sectors: gate.sectors,
                });
            }
        }
        form
    }
}
