//! How do we say it? Words, text, Markdown and JSON; the only room with wording.

mod audit;
#[cfg(feature = "json")]
mod batch;
#[cfg(feature = "json")]
mod document;
mod evaluation;
#[cfg(feature = "json")]
mod json;
mod markdown;
mod reasons;
mod subject;
#[cfg(feature = "arrow")]
mod table;
mod text;
mod words;

#[cfg(feature = "json")]
pub use audit::AUDIT_SCHEMA;
pub use audit::AuditReport;
#[cfg(feature = "json")]
pub use batch::BatchOutcome;
pub use evaluation::EvaluationReport;
#[cfg(feature = "json")]
pub use json::{EXPLANATION_SCHEMA, RECOMMENDATION_SCHEMA};
pub use subject::{ExplanationReport, RecommendationReport};
#[cfg(feature = "arrow")]
pub use table::{Answered, results_schema, results_table};
