//! How do we say it? Results of [`boussole`] as text, Markdown, HTML and JSON, in French and English, to a pupil, an adult or a counsellor.
//!
//! Three layers, and reports on top of them; `ladder.rs` and `contrast.rs` show the pattern:
//!
//! 1. `statement/`: what is true. A typed fact with private fields, and one constructor that returns it when the data satisfy its predicate:
//!    `Advantage::of(contrast, reason, side) -> Option<Advantage>`.
//! 2. `words/`: which words say it. `fr.ftl` and `en.ftl` hold every message with its voices side by side; the build makes a constant of each,
//!    so code says `voice.words(message::LADDER_LIMIT)` or `voice.words_with(message::LADDER_METIER, values![name, rank])`. A message that
//!    does not exist does not compile, one that nobody asks for is dead code, and a test compares the languages.
//! 3. `render/`: how it looks. A report composes one [`Document`] from statements and words; text, Markdown and HTML are written from it.
//!
//! A report implements [`Report`]: it says what its document holds, and gets the forms.

mod batch;
mod statement;
mod subject;
mod versioned;
mod voice;
mod words;
mod render;
mod report;
mod contrast;
mod ladder;
mod audit;
#[cfg(feature = "evaluation")]
mod evaluation;
#[cfg(feature = "tuning")]
mod change_picture;
#[cfg(feature = "tuning")]
mod tuning;
#[cfg(feature = "tuning")]
mod weights;
#[cfg(feature = "tuning")]
mod sweep_picture;
#[cfg(feature = "simulation")]
mod simulation;
#[cfg(feature = "simulation")]
mod simulation_svg;
mod law;
mod replay;
mod question;
mod quiz;
mod portrait;
mod score;
mod lead;
mod grouping;
mod digits;
mod student;
mod recommendation;
mod explanation;
mod json;
mod class;
mod unclear;
mod whatif;
mod stability;

pub use audit::{AUDIT_SCHEMA, AuditReport};
pub use batch::BatchLines;
pub use class::{CLASS_SCHEMA, ClassReport, Pupil};
pub use contrast::COMPARISON_SCHEMA;
pub use contrast::ContrastReport;
#[cfg(feature = "evaluation")]
pub use evaluation::{CatalogueValue, EVALUATION_SCHEMA, EvaluationReport};
pub use json::{EXPLANATION_SCHEMA, RECOMMENDATION_SCHEMA};
pub use ladder::LADDER_SCHEMA;
pub use ladder::LadderReport;
pub use portrait::{PortraitEntry, PortraitGroup, PortraitScreen};
pub use question::{KeyedAnswer, ListToChoose, ListedChoice, QuestionScreen};
pub use quiz::{Command, QuizNotice, ending_words, observation_words, quiz_json};
pub use render::{Document, Form, HTML_PARTS_SCHEMA, SAID_SCHEMA, wrapped};
pub use replay::{REPLAY_SCHEMA, ReplayReport};
pub use report::Report;
#[cfg(feature = "simulation")]
pub use simulation::{SIMULATION_SCHEMA, SimulationReport};
pub use stability::STABILITY_SCHEMA;
pub use stability::StabilityReport;
pub use subject::{ExplanationReport, ForeignResult, RecommendationReport};
#[cfg(feature = "tuning")]
pub use tuning::{TUNING_SCHEMA, TuningDocument};
pub use unclear::unclear_name;
pub use voice::{Audience, Language, Voice};
#[cfg(feature = "tuning")]
pub use weights::{WEIGHTS_COMPARISON_SCHEMA, WEIGHTS_SWEEP_SCHEMA, WeightsComparison, WeightsSweep};
pub use whatif::WHATIF_SCHEMA;
pub use whatif::WhatIfReport;
