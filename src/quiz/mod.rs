//! What should we ask next? Questions in words, a session that chooses among them, and the resulting profile.
//!
//! A [`Quiz`] is a list of questions checked against a catalogue; it never changes and can be shared. A [`Session`] holds the
//! answers of one student: a plain value without clock, randomness or anything that identifies a person, which the app stores as
//! JSON.
//!
//! ```
//! use boussole::catalogue::{Catalogue, Interest, Metier, Title};
//! use boussole::quiz::{Answer, Asks, Question, Quiz, Session, Settings};
//!
//! let mut botanist = Metier::new("MET.1".parse()?, Title::from_heading("botaniste"));
//! botanist.interests.push(Interest::new("j'aime la nature"));
//! let catalogue = Catalogue::from_metiers([botanist]).catalogue;
//!
//! let asks = Asks::Interests(vec![("j'aime la nature".to_owned(), 1.0)]);
//! let quiz = Quiz::new(vec![Question::new("nature-1", "Semer des graines, ça te tente ?", "Fancy sowing seeds?", asks)], &catalogue)?;
//! let mut session = Session::new(Settings::default());
//! while let Some(question) = session.next_question(&quiz) {
//!     session.answer(&quiz, &question.id, Answer::Yes)?;
//! }
//! assert_eq!(session.profile(&quiz).interests().iter().next(), Some(("j'aime la nature", 1.0)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # How the next question is chosen
//!
//! ```text
//! p_k  ∝ n_k · Π over answers of (L1 or L0)[answer]        k: a distinct set of interests, n_k: its number of métiers
//! ρ_q  = Σ_k p_k · [set k has an interest of question q]
//! next = argmax_q H(ρ·L1 + (1 − ρ)·L0) − ρ·H(L1) − (1 − ρ)·H(L0)
//! ```
//!
//! where `L1` and `L0` are the probabilities of answers if an interest is the student's and if it is not ([`Likelihood`]). The belief
//! `p` only chooses questions and never enters a score. Scores come from the [`Profile`](crate::Profile) alone.
//!
//! # References
//!
//! D. Lindley, « On a measure of the information provided by an experiment », 1956, DOI 10.1214/aoms/1177728069.

mod question;
mod answer;
mod problem;
mod form;
mod check;
mod topics;
mod likelihood;
mod belief;
mod gates;
mod questions;
#[cfg(any(feature = "json", feature = "toml"))]
mod file;
mod settings;
mod state;
mod choosing;
mod outcome;
mod observation;
mod session;
#[cfg(test)]
mod tests;

pub use answer::{Answer, GivenAnswer};
pub use check::SetAside;
pub use likelihood::{Likelihood, LikelihoodError};
pub use observation::Observation;
pub use problem::{QuestionPart, QuizError, QuizProblem};
pub use question::{Asks, Choice, LevelAsked, Question, QuestionKind, SectorChoice, Wording};
pub use questions::Quiz;
pub use session::{Session, SessionError};
pub use settings::{HARD_LIMIT, Order, Progress, SectorsAsked, Settings, Stop};
pub use topics::Topic;

/// The page on the quiz, so that its code is tested.
#[cfg(all(doctest, feature = "demo", feature = "json", feature = "toml"))]
#[doc = include_str!("../../docs/quiz.md")]
struct Page;
