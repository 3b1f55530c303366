//! How do we say it? Words, text, Markdown and JSON; the only room with wording.

#[cfg(feature = "json")]
mod document;
mod evaluation;
#[cfg(feature = "json")]
mod json;
mod markdown;
mod reasons;
mod subject;
mod text;
#[cfg(feature = "tune")]
mod tuning;
#[cfg(all(feature = "tune", feature = "json"))]
mod tuning_json;
#[cfg(feature = "tune")]
mod tuning_picture;
mod words;

pub use evaluation::EvaluationReport;
#[cfg(feature = "json")]
pub use json::{EXPLANATION_SCHEMA, RECOMMENDATION_SCHEMA};
pub use subject::{ExplanationReport, RecommendationReport};
#[cfg(feature = "tune")]
pub use tuning::TuningDocument;
#[cfg(all(feature = "tune", feature = "json"))]
pub use tuning_json::TUNING_SCHEMA;
