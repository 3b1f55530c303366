//! How do we say it? Words, text, Markdown, JSON and HTML; the only room with wording.

mod audit;
#[cfg(feature = "json")]
mod document;
mod evaluation;
mod html;
#[cfg(feature = "json")]
mod json;
mod markdown;
mod reasons;
mod stability;
mod subject;
mod text;
mod words;

#[cfg(feature = "json")]
pub use audit::AUDIT_SCHEMA;
pub use audit::AuditReport;
pub use evaluation::EvaluationReport;
#[cfg(feature = "json")]
pub use json::{EXPLANATION_SCHEMA, RECOMMENDATION_SCHEMA};
pub use stability::StabilityMark;
pub use subject::{ExplanationReport, RecommendationReport};
