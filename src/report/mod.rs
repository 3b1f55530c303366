//! How do we say it? Words, text, Markdown, JSON and HTML; the only room with wording.

mod audit;
#[cfg(feature = "json")]
mod batch;
mod contrast;
#[cfg(feature = "json")]
mod document;
mod evaluation;
mod filters;
mod html;
#[cfg(feature = "json")]
mod json;
mod ladder;
mod law;
mod markdown;
mod outline;
mod phrases;
mod places;
mod quiz;
mod reasons;
#[cfg(feature = "json")]
mod replay;
mod sentences;
mod simulation;
mod simulation_svg;
mod stability;
mod subject;
#[cfg(feature = "arrow")]
mod table;
mod text;
#[cfg(feature = "tune")]
mod tuning;
#[cfg(all(feature = "tune", feature = "json"))]
mod tuning_json;
#[cfg(feature = "tune")]
mod tuning_picture;
mod voice;
mod whatif;
mod words;

#[cfg(feature = "json")]
pub use audit::AUDIT_SCHEMA;
pub use audit::AuditReport;
#[cfg(feature = "json")]
pub use batch::BatchOutcome;
#[cfg(feature = "json")]
pub use contrast::COMPARISON_SCHEMA;
pub use contrast::ContrastReport;
pub use evaluation::EvaluationReport;
#[cfg(feature = "json")]
pub use json::{EXPLANATION_SCHEMA, RECOMMENDATION_SCHEMA};
#[cfg(feature = "json")]
pub use ladder::LADDER_SCHEMA;
pub use ladder::LadderReport;
#[cfg(feature = "json")]
pub use quiz::quiz_json;
pub use quiz::{
    Command, KeyedAnswer, QUIZ_AT_FIRST, QUIZ_KEPT, QUIZ_NOT_KEPT, QUIZ_OPENING, QuestionScreen, answer_words, ending_words,
    observation_words,
};
#[cfg(feature = "json")]
pub use replay::{REPLAY_SCHEMA, ReplayReport};
pub use simulation::SimulationReport;
#[cfg(feature = "json")]
pub use stability::STABILITY_SCHEMA;
pub use stability::StabilityReport;
pub use subject::{ExplanationReport, RecommendationReport};
#[cfg(feature = "arrow")]
pub use table::{ResultRows, results_schema, results_table};
#[cfg(feature = "tune")]
pub use tuning::TuningDocument;
#[cfg(all(feature = "tune", feature = "json"))]
pub use tuning_json::TUNING_SCHEMA;
pub use voice::{Audience, Language, Voice};
#[cfg(feature = "json")]
pub use whatif::WHATIF_SCHEMA;
pub use whatif::WhatIfReport;
