//! Quizzes in TOML.

use serde::Deserialize;

use super::form::QuestionForm;
use super::problem::{QuizError, QuizProblem};
use super::question::Question;
use super::questions::Quiz;
use crate::catalogue::Catalogue;
use crate::toml_text::from_toml;

/// The schema of the files that this version reads.
const SCHEMA: &str = "boussole/quiz/1";

#[derive(Deserialize)]
#[serde(expecting = "a table of names and values")]
#[serde(deny_unknown_fields)]
struct QuizFile {
    #[serde(default)]
    schema: Option<String>,
    #[serde(default)]
    question: Vec<QuestionForm>,
}

/// The questions of `fixtures/quiz`, compiled into the library.
#[cfg(feature = "demo")]
const DEMO: &str = include_str!("../../fixtures/quiz/questions.toml");

impl Quiz {
    /// Reads questions from TOML and checks them against the labels of a catalogue.
    ///
    /// ```
    /// use boussole::catalogue::{Catalogue, Interest, Metier, Title};
    /// use boussole::quiz::Quiz;
    /// let mut mechanic = Metier::new("MET.1".parse()?, Title::from_heading("mécanicien / mécanicienne"));
    /// mechanic.interests.push(Interest::new("réparer - bricoler - j'adore ça"));
    /// let quiz = Quiz::from_toml(
    ///     r#"schema = "boussole/quiz/1"
    ///        [[question]]
    ///        id = "repair-1"
    ///        kind = "interest"
    ///        fr = "Réparer un vélo qui déraille, ça te tente ?"
    ///        en = "Fancy fixing a bike whose chain came off?"
    ///        interests = { "réparer - bricoler - j'adore ça" = 1.0 }"#,
    ///     &Catalogue::from_metiers([mechanic]).catalogue,
    /// )?;
    /// assert_eq!(quiz.questions().len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`QuizError`], either with line and column of a syntax error, or with every problem of every question.
    pub fn from_toml(text: &str, catalogue: &Catalogue) -> Result<Self, QuizError> {
        Self::new(questions(text)?, catalogue)
    }

    /// The questions of the library: two wordings per interest of Onisep's fiches, and questions on studies, statuses and constraints.
    ///
    /// Questions about labels that the catalogue does not use are set aside.
    ///
    /// # Panics
    ///
    /// Never: the questions are part of the library, and its table of labels contains each of their labels.
    #[cfg(feature = "demo")]
    pub fn demo(catalogue: &Catalogue) -> Self {
        Self::from_toml(DEMO, catalogue).expect("a test reads the embedded questions")
    }
}

/// Parses the questions of a text, with every problem of their form.
fn questions(text: &str) -> Result<Vec<Question>, QuizError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let file: QuizFile = from_toml(text).map_err(|reason| QuizProblem::Syntax { reason })?;
    if file.schema.as_deref() != Some(SCHEMA) {
        return Err(QuizProblem::Schema { expected: SCHEMA, found: file.schema }.into());
    }
    let (mut questions, mut problems) = (Vec::with_capacity(file.question.len()), Vec::new());
    for form in file.question {
        match Question::try_from(form) {
            Ok(question) => questions.push(question),
            Err(error) => problems.extend(error.problems),
        }
    }
    if problems.is_empty() { Ok(questions) } else { Err(QuizError { problems }) }
}
