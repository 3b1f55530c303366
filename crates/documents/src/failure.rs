//! Why a call failed, as data: every problem, with its place and what would have been right.

use std::fmt::Display;

use boussole::RecommenderError;
use boussole::catalogue::{FicheField, Problem, ProblemKind, ReadError, UnclearName};
use boussole::inquiry::ReplayError;
use boussole::profile::{ProfileError, ProfileFileError, ProfileProblem};
use boussole::quiz::{QuizError, QuizProblem, SessionError};
use boussole::weights::WeightsError;
use boussole_report::{Voice, unclear_name};
use serde::Serialize;

/// Why a call failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{message}")]
pub struct Failure {
    /// What is at fault.
    pub kind: FailureKind,
    /// What the program would say.
    pub message: String,
    /// All that is wrong, at least one thing.
    pub problems: Vec<ProblemDocument>,
}

/// What a failure is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[allow(missing_docs, reason = "each is the input of that name")]
pub enum FailureKind {
    Catalogue,
    Weights,
    Profile,
    Options,
    Metier,
    Quiz,
    Session,
    Record,
    /// The library itself, where a binding stopped its panic.
    Library,
}

/// One thing that is wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ProblemDocument {
    /// What was expected, what was found, where, and how to repair it.
    pub message: String,
    /// The file or other source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The line, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// The identifier of the fiche, as it is written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metier: Option<String>,
    /// The field of the fiche, the profile or the question.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What is nearest to the text that was found.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub nearest: Vec<String>,
}

impl Failure {
    /// A failure with one problem, which its message says.
    pub fn new(kind: FailureKind, message: impl Display) -> Self {
        let message = message.to_string();
        Self { kind, problems: vec![ProblemDocument::new(&message)], message }
    }

    /// A failure with its problems; without any, the message is one.
    fn with(kind: FailureKind, message: impl Display, problems: impl IntoIterator<Item = ProblemDocument>) -> Self {
        let problems: Vec<ProblemDocument> = problems.into_iter().collect();
        if problems.is_empty() { Self::new(kind, message) } else { Self { kind, message: message.to_string(), problems } }
    }

    /// The failure as JSON.
    ///
    /// # Panics
    ///
    /// Never: it consists of texts and numbers.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("a failure consists of texts and numbers")
    }

    /// A text that names no métier, or several; the message is in the voice, and the identifiers to choose from are `nearest`.
    pub(crate) fn of_name(error: &UnclearName, voice: Voice) -> Self {
        let nearest = error.offered.iter().map(|metier| metier.id.to_string()).collect();
        let message = unclear_name(error, voice);
        Self::with(FailureKind::Metier, &message, [ProblemDocument { nearest, ..ProblemDocument::new(&message) }])
    }
}

impl ProblemDocument {
    fn new(message: impl Display) -> Self {
        Self { message: message.to_string(), ..Self::default() }
    }

    fn of_profile(problem: &ProfileProblem) -> Self {
        let (field, nearest) = match problem {
            ProfileProblem::AnswerOutOfRange { field, .. }
            | ProfileProblem::ContradictoryAnswers { field, .. }
            | ProfileProblem::EmptyLabel { field } => (Some(field.name()), Vec::new()),
            ProfileProblem::UnknownLabel { field, error } => (Some(*field), error.hints.clone()),
            ProfileProblem::UnknownMetier { field, nearest, .. } => {
                (Some(*field), nearest.iter().map(ToString::to_string).collect())
            }
            ProfileProblem::TooManyAnswers { field, .. }
            | ProfileProblem::UnknownAccessLevel { field, .. }
            | ProfileProblem::InvalidIdentifier { field, .. } => (Some(*field), Vec::new()),
            ProfileProblem::TooMuchWritten { .. } => (Some("words"), Vec::new()),
            ProfileProblem::RiasecNotFinite { .. } => (Some("riasec"), Vec::new()),
            ProfileProblem::EmptyConstraint { .. }
            | ProfileProblem::RepeatedConstraint { .. }
            | ProfileProblem::Lowering { .. }
            | ProfileProblem::LoweredTwice { .. } => (Some("constraints"), Vec::new()),
            _ => (None, Vec::new()),
        };
        Self { field: field.map(str::to_owned), nearest, ..Self::new(problem) }
    }

    fn of_question(problem: &QuizProblem) -> Self {
        let nearest = match problem {
            QuizProblem::UnknownLabel { error, .. } => error.hints.clone(),
            _ => Vec::new(),
        };
        Self { nearest, ..Self::new(problem) }
    }
}

/// The name of a field as it stands in JSON.
fn name_of(field: FicheField) -> Option<String> {
    serde_json::to_value(field).ok()?.as_str().map(str::to_owned)
}

impl From<&Problem> for ProblemDocument {
    fn from(problem: &Problem) -> Self {
        let place = &problem.place;
        let nearest = match &problem.kind {
            ProblemKind::UnknownAccessLevel { nearest, .. } => nearest.map(str::to_owned),
            ProblemKind::UnknownName { nearest, .. } => Some((*nearest).to_owned()),
            _ => None,
        };
        Self {
            source: Some(place.source.clone()),
            line: place.line,
            metier: place.metier.clone(),
            field: place.field.and_then(name_of),
            nearest: nearest.into_iter().collect(),
            ..Self::new(problem)
        }
    }
}

impl From<ReadError> for Failure {
    fn from(error: ReadError) -> Self {
        let problems = match &error {
            ReadError::NoFiche { problems, .. } => problems.iter().map(ProblemDocument::from).collect(),
            _ => Vec::new(),
        };
        Self::with(FailureKind::Catalogue, error, problems)
    }
}

impl From<RecommenderError> for Failure {
    fn from(error: RecommenderError) -> Self {
        Self::new(FailureKind::Catalogue, error)
    }
}

impl From<WeightsError> for Failure {
    fn from(error: WeightsError) -> Self {
        Self::new(FailureKind::Weights, error)
    }
}

impl From<ProfileError> for Failure {
    fn from(error: ProfileError) -> Self {
        let mut problems: Vec<ProblemDocument> = error.problems.iter().map(ProblemDocument::of_profile).collect();
        if 0 < error.n_more {
            problems.push(ProblemDocument::new(format!("… and {} more problems", error.n_more)));
        }
        Self::with(FailureKind::Profile, error, problems)
    }
}

impl From<ProfileFileError> for Failure {
    fn from(error: ProfileFileError) -> Self {
        match error {
            ProfileFileError::Profile(error) => error.into(),
            error => Self::new(FailureKind::Profile, error),
        }
    }
}

impl From<QuizError> for Failure {
    fn from(error: QuizError) -> Self {
        let problems: Vec<ProblemDocument> = error.problems.iter().map(ProblemDocument::of_question).collect();
        Self::with(FailureKind::Quiz, error, problems)
    }
}

impl From<SessionError> for Failure {
    fn from(error: SessionError) -> Self {
        let nearest = match &error {
            SessionError::UnknownQuestion { nearest, .. } => nearest.clone(),
            _ => Vec::new(),
        };
        Self::with(FailureKind::Session, &error, [ProblemDocument { nearest, ..ProblemDocument::new(&error) }])
    }
}

impl From<ReplayError> for Failure {
    fn from(error: ReplayError) -> Self {
        let problems = match &error {
            ReplayError::Profile(error) => error.problems.iter().map(ProblemDocument::of_profile).collect(),
            _ => Vec::new(),
        };
        Self::with(FailureKind::Record, error, problems)
    }
}
