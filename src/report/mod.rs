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
mod words;

pub use evaluation::EvaluationReport;
#[cfg(feature = "json")]
pub use json::{EXPLANATION_SCHEMA, RECOMMENDATION_SCHEMA};
pub use subject::{ExplanationReport, RecommendationReport};
