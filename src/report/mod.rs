//! How do we say it? Words, text, Markdown, JSON and HTML; the only room with wording.

mod audit;
#[cfg(feature = "json")]
mod document;
mod evaluation;
mod html;
#[cfg(feature = "json")]
mod json;
mod markdown;
mod quiz;
mod reasons;
mod simulation;
mod simulation_svg;
mod stability;
mod subject;
mod text;
#[cfg(feature = "tune")]
mod tuning;
#[cfg(all(feature = "tune", feature = "json"))]
mod tuning_json;
#[cfg(feature = "tune")]
mod tuning_picture;
mod words;

#[cfg(feature = "json")]
pub use audit::AUDIT_SCHEMA;
pub use audit::AuditReport;
pub use evaluation::EvaluationReport;
#[cfg(feature = "json")]
pub use json::{EXPLANATION_SCHEMA, RECOMMENDATION_SCHEMA};
#[cfg(feature = "json")]
pub use quiz::quiz_json;
pub use quiz::{
    Command, KeyedAnswer, QUIZ_AT_FIRST, QUIZ_KEPT, QUIZ_NOT_KEPT, QUIZ_OPENING, QuestionScreen, answer_words, ending_words,
    observation_words,
};
pub use simulation::SimulationReport;
pub use stability::StabilityMark;
pub use subject::{ExplanationReport, RecommendationReport};
#[cfg(feature = "tune")]
pub use tuning::TuningDocument;
#[cfg(all(feature = "tune", feature = "json"))]
pub use tuning_json::TUNING_SCHEMA;
