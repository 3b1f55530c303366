//! A quiz whose sessions are text that the caller keeps: each step takes one and gives another.

use boussole::quiz::{Answer, Progress, Question, QuestionKind, Quiz, Session, Settings};
use boussole::{Catalogue, Recommender};
use boussole_report::{
    Command, PortraitGroup, PortraitScreen, QuestionScreen, QuizNotice, RecommendationReport, Voice, ending_words,
    observation_words, quiz_json,
};
use serde::{Deserialize, Serialize};

use crate::advisor::Advisor;
use crate::answers::JUST_MADE;
use crate::failure::{Failure, FailureKind};
use crate::options::{Reader, SpokenLanguage, TOP, VoiceOptions, options_of};
use crate::shelf::json;

/// The schema of a step.
const STEP_SCHEMA: &str = "boussole/step/1";

/// The schema of a portrait to correct.
const PORTRAIT_SCHEMA: &str = "boussole/portrait/1";

/// Questions that are checked against a catalogue. A session is JSON text that begins with its schema; options are JSON, and an empty text states
/// none. Each call fails with a [`Failure`] when the session, the answer or the options are at fault.
///
/// ```
/// use boussole_documents::{Interviewer, Shelf};
/// # #[cfg(feature = "demo")] {
/// let interviewer = Interviewer::demo(Shelf::demo().catalogue());
/// let session = interviewer.start("")?;
/// let session = interviewer.answer(&session, "art-1", r#""yes""#)?;
/// assert!(interviewer.profile(&session)?.contains("\"interests\":{"));
/// # }
/// # Ok::<(), boussole_documents::Failure>(())
/// ```
#[derive(Debug, Clone)]
pub struct Interviewer {
    quiz: Quiz,
    catalogue: Catalogue,
}

/// What a new session begins with.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct StartOptions {
    /// Decides the order of equal scores.
    seed: u64,
    settings: Settings,
}

/// What is to be shown now.
#[derive(Serialize)]
struct Step<'a> {
    schema: &'static str,
    /// `None` when the quiz is over.
    question: Option<Shown<'a>>,
    progress: Progress,
    /// Before the first question: how long it takes.
    opening: Option<String>,
    /// When the student may not stop yet: what to tell them if they want to.
    too_early: Option<String>,
    /// Why the quiz is over.
    ending: Option<String>,
    /// What was noticed about the answers, in kind words; it changes no score.
    observations: Vec<String>,
    commands: Commands,
}

/// A question as it is shown.
#[derive(Serialize)]
struct Shown<'a> {
    id: &'a str,
    kind: QuestionKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    illustration: Option<&'a str>,
    #[serde(flatten)]
    screen: QuestionScreen,
    /// What passes the question over.
    skip: Answer,
}

/// The words of what can be done other than answering.
#[derive(Serialize)]
struct Commands {
    back: String,
    finish: String,
    quit: String,
}

/// A portrait, with the questions to put again for each entry.
#[derive(Serialize)]
struct PortraitDocument<'a> {
    schema: &'static str,
    title: &'a str,
    correct: String,
    groups: Vec<Group<'a>>,
}

#[derive(Serialize)]
struct Group<'a> {
    title: &'a str,
    entries: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    words: &'a str,
    about: &'a str,
    questions: Vec<&'a str>,
}

#[allow(clippy::missing_errors_doc, reason = "stated once, on the type")]
impl Interviewer {
    /// The questions of the library, as far as the catalogue has their labels.
    #[cfg(feature = "demo")]
    pub fn demo(catalogue: &Catalogue) -> Self {
        Self { quiz: Quiz::demo(catalogue), catalogue: catalogue.clone() }
    }

    /// The questions of a JSON text, or of a TOML text where this build reads it.
    pub fn new(questions: &str, catalogue: &Catalogue) -> Result<Self, Failure> {
        Ok(Self { quiz: Quiz::from_text(questions, catalogue)?, catalogue: catalogue.clone() })
    }

    /// The questions as a JSON list.
    pub fn questions(&self) -> String {
        json(self.quiz.questions())
    }

    /// Questions that are not asked, because no métier of the catalogue carries their labels, as a JSON list.
    pub fn set_aside(&self) -> String {
        #[derive(Serialize)]
        struct SetAside<'a> {
            id: &'a str,
            kind: QuestionKind,
            labels: &'a [String],
        }
        let set_aside = self.quiz.set_aside().iter();
        json(&set_aside.map(|one| SetAside { id: &one.id, kind: one.kind, labels: &one.labels }).collect::<Vec<_>>())
    }

    /// A session without answers. Options: `seed`, and `settings` as a session has them.
    pub fn start(&self, options: &str) -> Result<String, Failure> {
        let StartOptions { seed, settings } = options_of(options)?;
        Ok(Session::new(settings).with_seed(seed).to_json())
    }

    /// What to show now: the next question with its answers, progress, and what is said at the end. Options: `language` and `audience`.
    pub fn next(&self, session: &str, options: &str) -> Result<String, Failure> {
        let (session, voice) = (self.session(session)?, voice(options)?);
        Ok(self.step(&session, session.next_question(&self.quiz), voice))
    }

    /// The same with a question that is named, to put it again.
    pub fn ask(&self, session: &str, question: &str, options: &str) -> Result<String, Failure> {
        let (session, voice) = (self.session(session)?, voice(options)?);
        let Some(found) = self.quiz.question(question) else {
            // The session says it best, with what is nearest.
            session.clone().change(&self.quiz, question, Answer::Skip)?;
            return Err(Failure::new(FailureKind::Session, format!("expected a question of the quiz, found « {question} »")));
        };
        Ok(self.step(&session, Some(found), voice))
    }

    /// The session with one more answer.
    pub fn answer(&self, session: &str, question: &str, answer: &str) -> Result<String, Failure> {
        let mut session = self.session(session)?;
        session.answer(&self.quiz, question, answer_of(question, answer)?)?;
        Ok(session.to_json())
    }

    /// The session with another answer to a question, or a first one.
    pub fn change(&self, session: &str, question: &str, answer: &str) -> Result<String, Failure> {
        let mut session = self.session(session)?;
        session.change(&self.quiz, question, answer_of(question, answer)?)?;
        Ok(session.to_json())
    }

    /// The session without its last answer; one without answers stays as it is.
    pub fn back(&self, session: &str) -> Result<String, Failure> {
        let mut session = self.session(session)?;
        session.back();
        Ok(session.to_json())
    }

    /// Checks a session that comes from outside, and returns it as this version writes it.
    pub fn check(&self, session: &str) -> Result<String, Failure> {
        Ok(self.session(session)?.to_json())
    }

    /// The profile that follows from the answers.
    pub fn profile(&self, session: &str) -> Result<String, Failure> {
        Ok(json(&self.session(session)?.profile(&self.quiz)))
    }

    /// What the student likes and avoids and was not asked, with the questions that correct each entry. Options: `language` and `audience`.
    pub fn portrait(&self, session: &str, options: &str) -> Result<String, Failure> {
        let (session, voice) = (self.session(session)?, voice(options)?);
        let screen = PortraitScreen::new(&session.portrait(&self.quiz, &self.catalogue), voice);
        let groups = screen.groups.iter().map(|group| Group::of(group, &self.quiz)).collect();
        let correct = QuizNotice::Correct.words(voice);
        Ok(json(&PortraitDocument { schema: PORTRAIT_SCHEMA, title: &screen.title, correct, groups }))
    }

    /// The list after a quiz as the program writes it: the recommendation and a field `quiz`. Options: `top`, `language` and `audience`.
    pub fn result(&self, advisor: &Advisor, session: &str, options: &str) -> Result<String, Failure> {
        let (session, ResultOptions { top, language, audience }) = (self.session(session)?, options_of(options)?);
        let (recommender, profile): (&Recommender, _) = (advisor.recommender(), session.profile(&self.quiz));
        let ranking = recommender.recommend(&profile, top)?;
        let report = RecommendationReport::new(recommender, &profile, &ranking).expect(JUST_MADE);
        Ok(quiz_json(&report, &session, &self.quiz, VoiceOptions { language, audience }.voice()))
    }

    fn session(&self, text: &str) -> Result<Session, Failure> {
        Ok(Session::from_json(text, &self.quiz)?)
    }

    fn step(&self, session: &Session, question: Option<&Question>, voice: Voice) -> String {
        let progress = session.progress(&self.quiz);
        let is_over = question.is_none();
        let words = |command: Command| command.words(voice);
        json(&Step {
            schema: STEP_SCHEMA,
            question: question.map(|question| Shown::of(question, &progress, voice)),
            opening: session.given().is_empty().then(|| QuizNotice::Opening(&progress, &session.settings()).words(voice)),
            too_early: (!progress.may_stop).then(|| QuizNotice::TooEarly.words(voice)),
            ending: ending_words(&progress, voice),
            observations: if is_over { observation_words(session, &self.quiz, voice) } else { Vec::new() },
            commands: Commands { back: words(Command::Back), finish: words(Command::Finish), quit: words(Command::Quit) },
            progress,
        })
    }
}

impl<'a> Shown<'a> {
    fn of(question: &'a Question, progress: &Progress, voice: Voice) -> Self {
        Self {
            id: &question.id,
            kind: question.kind(),
            illustration: question.illustration.as_deref(),
            screen: QuestionScreen::new(question, progress, voice),
            skip: Answer::Skip,
        }
    }
}

impl<'a> Group<'a> {
    fn of(group: &'a PortraitGroup, quiz: &'a Quiz) -> Self {
        let entries = group.entries.iter().map(|one| Entry {
            words: &one.words,
            about: &one.about,
            questions: quiz.questions_about(&one.about),
        });
        Self { title: &group.title, entries: entries.collect() }
    }
}

/// Options of the list after a quiz.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
struct ResultOptions {
    top: usize,
    language: SpokenLanguage,
    audience: Reader,
}

impl Default for ResultOptions {
    fn default() -> Self {
        Self { top: TOP, language: SpokenLanguage::default(), audience: Reader::default() }
    }
}

fn voice(options: &str) -> Result<Voice, Failure> {
    Ok(options_of::<VoiceOptions>(options)?.voice())
}

/// An answer as a session has it: `"yes"`, `{"level": "Bac + 3"}`.
fn answer_of(question: &str, text: &str) -> Result<Answer, Failure> {
    let expected = |error| {
        let found = format!(
            "session: question {question}: expected an answer such as \"yes\" or {{\"level\": \"Bac + 3\"}}, found: {error}"
        );
        Failure::new(FailureKind::Session, found)
    };
    serde_json::from_str(text).map_err(expected)
}
