//! How do we say it? Words, text, Markdown, JSON and HTML; the only room with wording.

mod audit;
mod batch;
mod contrast;
mod document;
#[cfg(feature = "evaluation")]
mod evaluation;
mod filters;
mod html;
mod json;
mod ladder;
mod law;
mod markdown;
mod outline;
mod phrases;
mod places;
mod quiz;
mod reasons;
mod replay;
mod sentences;
#[cfg(feature = "simulation")]
mod simulation;
#[cfg(feature = "simulation")]
mod simulation_svg;
mod stability;
mod subject;
mod text;
#[cfg(feature = "tuning")]
mod tuning;
#[cfg(feature = "tuning")]
mod tuning_json;
#[cfg(feature = "tuning")]
mod tuning_picture;
mod voice;
mod whatif;
mod words;

pub use audit::AUDIT_SCHEMA;
pub use audit::AuditReport;
pub use batch::BatchOutcome;
pub use contrast::COMPARISON_SCHEMA;
pub use contrast::ContrastReport;
#[cfg(feature = "evaluation")]
pub use evaluation::EvaluationReport;
pub use json::{EXPLANATION_SCHEMA, RECOMMENDATION_SCHEMA};
pub use ladder::LADDER_SCHEMA;
pub use ladder::LadderReport;
pub use quiz::quiz_json;
pub use quiz::{
    Command, KeyedAnswer, QUIZ_AT_FIRST, QUIZ_KEPT, QUIZ_NOT_KEPT, QUIZ_OPENING, QuestionScreen, answer_words, ending_words,
    observation_words,
};
pub use replay::{REPLAY_SCHEMA, ReplayReport};
#[cfg(feature = "simulation")]
pub use simulation::SimulationReport;
pub use stability::STABILITY_SCHEMA;
pub use stability::StabilityReport;
pub use subject::{ExplanationReport, RecommendationReport};
#[cfg(feature = "tuning")]
pub use tuning::TuningDocument;
#[cfg(feature = "tuning")]
pub use tuning_json::TUNING_SCHEMA;
pub use voice::{Audience, Language, Voice};
pub use whatif::WHATIF_SCHEMA;
pub use whatif::WhatIfReport;
