//! What a request asks for, and who answers it; safe code only.

use boussole_documents::{Advisor, Failure, FailureKind, Interviewer, Shelf};
use serde::Deserialize;
use serde_json::value::RawValue;

/// A catalogue, a recommender over it, and a quiz.
pub(crate) struct Library {
    shelf: Shelf,
    advisor: Advisor,
    /// Or why there is no quiz.
    interviewer: Result<Interviewer, Failure>,
}

/// What a library is opened with, other than the catalogue.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default, expecting = "an object with settings")]
struct Settings {
    /// The name of the catalogue, which problems mention.
    name: Option<String>,
    weights: Option<Box<RawValue>>,
    questions: Option<String>,
}

/// One call. Profiles, sessions, records and options stay the text that they are.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object with a \"call\"")]
struct Request<'a> {
    call: String,
    #[serde(borrow)]
    profile: Option<&'a RawValue>,
    metier: Option<String>,
    other: Option<String>,
    kind: Option<String>,
    record: Option<&'a RawValue>,
    session: Option<&'a RawValue>,
    question: Option<String>,
    answer: Option<&'a RawValue>,
    options: Option<&'a RawValue>,
}

impl Library {
    /// Opens a catalogue, the demonstration for `None`.
    pub(crate) fn open(catalogue: Option<&[u8]>, settings: Option<&str>) -> Result<Self, Failure> {
        let settings: Settings = read("settings", settings.unwrap_or("{}"))?;
        let name = settings.name.as_deref().unwrap_or("catalogue");
        let shelf = match catalogue {
            Some(bytes) => Shelf::read(name, bytes)?,
            None => demonstration()?,
        };
        // A text holds TOML, anything else is JSON.
        let weights = settings.weights.as_deref().map_or("", RawValue::get);
        let toml = serde_json::from_str::<String>(weights);
        let advisor = Advisor::new(shelf.catalogue(), toml.as_deref().unwrap_or(weights))?;
        let interviewer = match settings.questions {
            Some(questions) => Ok(Interviewer::new(&questions, shelf.catalogue())?),
            None => questions_of_the_library(&shelf),
        };
        Ok(Self { shelf, advisor, interviewer })
    }

    pub(crate) fn problems(&self) -> String {
        self.shelf.problems()
    }

    pub(crate) fn answer(&self, request: &str) -> Result<String, Failure> {
        let request: Request = read("request", request)?;
        match self.advice(&request).or_else(|| self.lookup(&request)).or_else(|| self.step(&request)) {
            Some(answered) => answered,
            None => Err(options(format!("call: expected one of {}, found « {} »", CALLS.join(", "), request.call))),
        }
    }

    fn advice(&self, request: &Request) -> Option<Result<String, Failure>> {
        let (advisor, options) = (&self.advisor, request.options());
        Some(match request.call.as_str() {
            "recommend" => request.profile().and_then(|profile| advisor.recommend(profile, options)),
            "explain" => request.about().and_then(|(profile, metier)| advisor.explain(profile, metier, options)),
            "compare" => {
                request.about().and_then(|(profile, metier)| advisor.compare(profile, metier, request.other()?, options))
            }
            "what_if" => request.about().and_then(|(profile, metier)| advisor.what_if(profile, metier, options)),
            "stability" => request.profile().and_then(|profile| advisor.stability(profile, options)),
            "ladder" => request.profile().and_then(|profile| advisor.ladder(profile, options)),
            "record" => request.profile().and_then(|profile| advisor.record(profile, options)),
            "replay" => request.raw("record", request.record).and_then(|record| advisor.replay(record, options)),
            _ => return None,
        })
    }

    fn lookup(&self, request: &Request) -> Option<Result<String, Failure>> {
        Some(match request.call.as_str() {
            "find" => request.text("metier", request.metier.as_deref()).and_then(|name| self.shelf.find(name, request.options())),
            "metiers" => Ok(self.shelf.metiers()),
            "labels" => request.text("kind", request.kind.as_deref()).and_then(|kind| self.shelf.labels(kind)),
            _ => return None,
        })
    }

    fn step(&self, request: &Request) -> Option<Result<String, Failure>> {
        if !CALLS.contains(&request.call.as_str()) {
            return None;
        }
        let quiz = match &self.interviewer {
            Ok(interviewer) => interviewer,
            Err(failure) => return Some(Err(failure.clone())),
        };
        let options = request.options();
        Some(match request.call.as_str() {
            "questions" => Ok(quiz.questions()),
            "start" => quiz.start(options),
            "next" => request.session().and_then(|session| quiz.next(session, options)),
            "put" => request.session().and_then(|session| quiz.ask(session, request.question()?, options)),
            "answer" => request.session().and_then(|session| quiz.answer(session, request.question()?, request.given()?)),
            "change" => request.session().and_then(|session| quiz.change(session, request.question()?, request.given()?)),
            "back" => request.session().and_then(|session| quiz.back(session)),
            "profile" => request.session().and_then(|session| quiz.profile(session)),
            "portrait" => request.session().and_then(|session| quiz.portrait(session, options)),
            "result" => request.session().and_then(|session| quiz.result(&self.advisor, session, options)),
            _ => return None,
        })
    }
}

/// All calls, for who asks for another one.
const CALLS: [&str; 21] = [
    "recommend",
    "explain",
    "compare",
    "what_if",
    "stability",
    "ladder",
    "record",
    "replay",
    "find",
    "metiers",
    "labels",
    "questions",
    "start",
    "next",
    "put",
    "answer",
    "change",
    "back",
    "profile",
    "portrait",
    "result",
];

impl<'a> Request<'a> {
    fn options(&self) -> &'a str {
        self.options.map_or("", RawValue::get)
    }

    fn profile(&self) -> Result<&'a str, Failure> {
        self.raw("profile", self.profile)
    }

    fn session(&self) -> Result<&'a str, Failure> {
        self.raw("session", self.session)
    }

    fn given(&self) -> Result<&'a str, Failure> {
        self.raw("answer", self.answer)
    }

    fn question(&self) -> Result<&str, Failure> {
        self.text("question", self.question.as_deref())
    }

    fn other(&self) -> Result<&str, Failure> {
        self.text("other", self.other.as_deref())
    }

    fn about(&self) -> Result<(&'a str, &str), Failure> {
        Ok((self.profile()?, self.text("metier", self.metier.as_deref())?))
    }

    fn raw(&self, name: &str, value: Option<&'a RawValue>) -> Result<&'a str, Failure> {
        value.map(RawValue::get).ok_or_else(|| self.lacks(name))
    }

    fn text<'b>(&self, name: &str, value: Option<&'b str>) -> Result<&'b str, Failure> {
        value.ok_or_else(|| self.lacks(name))
    }

    fn lacks(&self, name: &str) -> Failure {
        options(format!("request: « {} » expects a field \"{name}\", found none", self.call))
    }
}

fn options(message: String) -> Failure {
    Failure::new(FailureKind::Options, message)
}

fn read<'a, T: Deserialize<'a>>(what: &str, text: &'a str) -> Result<T, Failure> {
    serde_json::from_str(text).map_err(|error| options(format!("{what}: expected JSON, found: {error}")))
}

#[cfg(feature = "demo")]
#[allow(clippy::unnecessary_wraps, reason = "without the demonstration it fails")]
fn demonstration() -> Result<Shelf, Failure> {
    Ok(Shelf::demo())
}

#[cfg(not(feature = "demo"))]
fn demonstration() -> Result<Shelf, Failure> {
    Err(Failure::new(FailureKind::Catalogue, "expected a catalogue, found NULL; this build has no demonstration"))
}

#[cfg(feature = "demo")]
#[allow(clippy::unnecessary_wraps, reason = "without the demonstration it fails")]
fn questions_of_the_library(shelf: &Shelf) -> Result<Interviewer, Failure> {
    Ok(Interviewer::demo(shelf.catalogue()))
}

#[cfg(not(feature = "demo"))]
fn questions_of_the_library(_: &Shelf) -> Result<Interviewer, Failure> {
    Err(Failure::new(FailureKind::Quiz, "expected the setting \"questions\", found none; this build has no questions of its own"))
}
