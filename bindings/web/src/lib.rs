//! The WebAssembly module below the npm package: text in, text out. `index.ts` beside it is what apps import.
//!
//! A failed call throws the JSON of a [`Failure`], with every problem.

use boussole_documents::{Advisor, Failure, Interviewer, Shelf};
use wasm_bindgen::prelude::wasm_bindgen;

/// What a call throws.
type Thrown = String;

fn told<T>(result: Result<T, Failure>) -> Result<T, Thrown> {
    result.map_err(|failure| failure.to_json())
}

/// The version of the library.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// The features that this module was built with, separated by spaces.
#[wasm_bindgen]
pub fn features() -> String {
    let built = [("demo", cfg!(feature = "demo")), ("xml", cfg!(feature = "xml"))];
    built.into_iter().filter(|(_, is_built)| *is_built).map(|(name, _)| name).collect::<Vec<_>>().join(" ")
}

/// A catalogue with the problems of its data.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Catalogue(Shelf);

#[allow(clippy::missing_errors_doc, reason = "stated once, on the module")]
#[wasm_bindgen]
impl Catalogue {
    /// The demonstration catalogue.
    pub fn demo() -> Result<Self, Thrown> {
        #[cfg(feature = "demo")]
        return Self::read("demonstration", include_bytes!(concat!(env!("OUT_DIR"), "/catalogue.json")));
        #[cfg(not(feature = "demo"))]
        Err(without("the demonstration", "read a catalogue and questions of your own"))
    }

    /// A catalogue of any format.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Self, Thrown> {
        told(Shelf::read(name, bytes)).map(Self)
    }

    /// The same métiers with letters of ROME codes from a table, or those of the library for an empty text.
    #[wasm_bindgen(js_name = withRomeLetters)]
    #[cfg_attr(not(feature = "csv"), allow(unused_variables, reason = "only tables have a name"))]
    pub fn with_rome_letters(&self, name: &str, bytes: &[u8]) -> Result<Self, Thrown> {
        if bytes.is_empty() {
            return Ok(Self(self.0.clone().with_embedded_letters()));
        }
        #[cfg(feature = "csv")]
        return Ok(Self(self.0.clone().with_rome_letters(name, bytes)));
        #[cfg(not(feature = "csv"))]
        Err(without("CSV tables", "read letters with the other module"))
    }

    /// Problems as JSON.
    pub fn problems(&self) -> String {
        self.0.problems()
    }

    /// The number of métiers.
    pub fn size(&self) -> usize {
        self.0.catalogue().len()
    }

    /// What changes with anything in the catalogue.
    pub fn fingerprint(&self) -> String {
        self.0.catalogue().fingerprint().to_owned()
    }

    /// A métier as JSON, by identifier.
    pub fn metier(&self, id: &str) -> Option<String> {
        self.0.metier(id)
    }

    /// A métier as JSON, by identifier or clear name.
    pub fn find(&self, text: &str, options: &str) -> Result<String, Thrown> {
        told(self.0.find(text, options))
    }

    /// All métiers as JSON.
    pub fn metiers(&self) -> String {
        self.0.metiers()
    }

    /// Labels as JSON.
    pub fn labels(&self, kind: &str) -> Result<String, Thrown> {
        told(self.0.labels(kind))
    }

    /// The canonical form.
    #[wasm_bindgen(js_name = canonical)]
    pub fn canonical(&self) -> String {
        self.0.catalogue().to_json()
    }
}

/// What ranks and explains.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Recommender(Advisor);

#[allow(clippy::missing_errors_doc, reason = "stated once, on the module")]
#[wasm_bindgen]
impl Recommender {
    /// A recommender over a catalogue.
    #[wasm_bindgen(constructor)]
    pub fn new(catalogue: &Catalogue, weights: &str) -> Result<Self, Thrown> {
        told(Advisor::new(catalogue.0.catalogue(), weights)).map(Self)
    }

    /// The first métiers.
    pub fn recommend(&self, profile: &str, options: &str) -> Result<String, Thrown> {
        told(self.0.recommend(profile, options))
    }

    /// Why one métier has its score.
    pub fn explain(&self, profile: &str, metier: &str, options: &str) -> Result<String, Thrown> {
        told(self.0.explain(profile, metier, options))
    }

    /// Why one métier comes before another.
    pub fn compare(&self, profile: &str, first: &str, second: &str, options: &str) -> Result<String, Thrown> {
        told(self.0.compare(profile, first, second, options))
    }

    /// What would bring a métier in, or take it out.
    #[wasm_bindgen(js_name = whatIf)]
    pub fn what_if(&self, profile: &str, metier: &str, options: &str) -> Result<String, Thrown> {
        told(self.0.what_if(profile, metier, options))
    }

    /// How sure the list is.
    pub fn stability(&self, profile: &str, options: &str) -> Result<String, Thrown> {
        told(self.0.stability(profile, options))
    }

    /// The best métiers at each level.
    pub fn ladder(&self, profile: &str, options: &str) -> Result<String, Thrown> {
        told(self.0.ladder(profile, options))
    }

    /// What is needed to make the list again.
    pub fn record(&self, profile: &str, options: &str) -> Result<String, Thrown> {
        told(self.0.record(profile, options))
    }

    /// Makes a recorded list again.
    pub fn replay(&self, record: &str, options: &str) -> Result<String, Thrown> {
        told(self.0.replay(record, options))
    }
}

/// What asks.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Quiz(Interviewer);

#[allow(clippy::missing_errors_doc, reason = "stated once, on the module")]
#[wasm_bindgen]
impl Quiz {
    /// The questions of a text, or those of the library.
    #[wasm_bindgen(constructor)]
    pub fn new(catalogue: &Catalogue, questions: Option<String>) -> Result<Self, Thrown> {
        let catalogue = catalogue.0.catalogue();
        match questions {
            Some(text) => told(Interviewer::new(&text, catalogue)).map(Self),
            #[cfg(feature = "demo")]
            None => told(Interviewer::new(include_str!(concat!(env!("OUT_DIR"), "/questions.json")), catalogue)).map(Self),
            #[cfg(not(feature = "demo"))]
            None => Err(without("the demonstration", "read a catalogue and questions of your own")),
        }
    }

    /// The questions as JSON.
    pub fn questions(&self) -> String {
        self.0.questions()
    }

    /// Questions that are not asked, as JSON.
    #[wasm_bindgen(js_name = setAside)]
    pub fn set_aside(&self) -> String {
        self.0.set_aside()
    }

    /// A session without answers.
    pub fn start(&self, options: &str) -> Result<String, Thrown> {
        told(self.0.start(options))
    }

    /// What to show now.
    pub fn next(&self, session: &str, options: &str) -> Result<String, Thrown> {
        told(self.0.next(session, options))
    }

    /// A question that is put again.
    pub fn ask(&self, session: &str, question: &str, options: &str) -> Result<String, Thrown> {
        told(self.0.ask(session, question, options))
    }

    /// The session with one more answer.
    pub fn answer(&self, session: &str, question: &str, answer: &str) -> Result<String, Thrown> {
        told(self.0.answer(session, question, answer))
    }

    /// The session with another answer.
    pub fn change(&self, session: &str, question: &str, answer: &str) -> Result<String, Thrown> {
        told(self.0.change(session, question, answer))
    }

    /// The session without its last answer.
    pub fn back(&self, session: &str) -> Result<String, Thrown> {
        told(self.0.back(session))
    }

    /// Checks a session.
    pub fn check(&self, session: &str) -> Result<String, Thrown> {
        told(self.0.check(session))
    }

    /// The profile of a session.
    pub fn profile(&self, session: &str) -> Result<String, Thrown> {
        told(self.0.profile(session))
    }

    /// The portrait of a session.
    pub fn portrait(&self, session: &str, options: &str) -> Result<String, Thrown> {
        told(self.0.portrait(session, options))
    }

    /// The list after the quiz.
    pub fn result(&self, recommender: &Recommender, session: &str, options: &str) -> Result<String, Thrown> {
        told(self.0.result(&recommender.0, session, options))
    }
}

/// What is asked of a module that was built without.
#[cfg(not(all(feature = "csv", feature = "demo")))]
fn without(what: &str, instead: &str) -> Thrown {
    use boussole_documents::FailureKind;
    let expected = format!("expected a module with {what}, found one without; {instead}");
    Failure::new(FailureKind::Catalogue, expected).to_json()
}
