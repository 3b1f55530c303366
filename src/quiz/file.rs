//! Quizzes in TOML or JSON.

use serde::Deserialize;

use super::form::QuestionForm;
use super::problem::{QuizError, QuizProblem};
use super::question::Question;
use super::questions::Quiz;
use crate::catalogue::Catalogue;
#[cfg(feature = "toml")]
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
#[cfg(all(feature = "demo", feature = "toml"))]
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
    #[cfg(feature = "toml")]
    pub fn from_toml(text: &str, catalogue: &Catalogue) -> Result<Self, QuizError> {
        let expected = "TOML with a table [[question]] for each question";
        let file = from_toml(without_mark(text)).map_err(|error| syntax(expected, &error))?;
        Self::new(questions(file)?, catalogue)
    }

    /// Reads questions from JSON of the same form: a `schema`, and a list `question`.
    ///
    /// # Errors
    ///
    /// The same as those of `from_toml`.
    #[cfg(feature = "json")]
    pub fn from_json(text: &str, catalogue: &Catalogue) -> Result<Self, QuizError> {
        let expected = "JSON with a list \"question\"";
        let file = serde_json::from_str(without_mark(text)).map_err(|error| syntax(expected, &error))?;
        Self::new(questions(file)?, catalogue)
    }

    /// Reads questions from JSON if the text begins with `{`, otherwise from TOML, where this build reads it.
    ///
    /// # Errors
    ///
    /// The same as those of `from_toml`.
    #[cfg(feature = "json")]
    pub fn from_text(text: &str, catalogue: &Catalogue) -> Result<Self, QuizError> {
        #[cfg(feature = "toml")]
        if !without_mark(text).trim_start().starts_with('{') {
            return Self::from_toml(text, catalogue);
        }
        Self::from_json(text, catalogue)
    }

    /// The questions of the library: two wordings per interest of Onisep's fiches, and questions on studies, statuses and constraints.
    ///
    /// Questions about labels that the catalogue does not use are set aside.
    ///
    /// # Panics
    ///
    /// Never: the questions are part of the library, and its table of labels contains each of their labels.
    #[cfg(all(feature = "demo", feature = "toml"))]
    pub fn demo(catalogue: &Catalogue) -> Self {
        Self::from_toml(DEMO, catalogue).expect("a test reads the embedded questions")
    }
}

/// The text without its byte order mark.
fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

fn syntax(expected: &'static str, error: &dyn std::fmt::Display) -> QuizProblem {
    QuizProblem::Syntax { expected, reason: error.to_string().trim_end().to_owned() }
}

/// The questions of a file, or every problem of their form.
fn questions(file: QuizFile) -> Result<Vec<Question>, QuizError> {
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
