//! How do we say it? Words, text, Markdown and JSON; the only room with wording.

mod audit;
mod contrast;
#[cfg(feature = "json")]
mod document;
mod evaluation;
#[cfg(feature = "json")]
mod json;
mod ladder;
mod markdown;
mod outline;
mod phrases;
mod reasons;
#[cfg(feature = "json")]
mod replay;
mod stability;
mod subject;
mod text;
mod voice;
mod whatif;
mod words;

#[cfg(feature = "json")]
pub use audit::AUDIT_SCHEMA;
pub use audit::AuditReport;
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
pub use replay::{REPLAY_SCHEMA, ReplayReport};
#[cfg(feature = "json")]
pub use stability::STABILITY_SCHEMA;
pub use stability::StabilityReport;
pub use subject::{ExplanationReport, RecommendationReport};
pub use voice::{Audience, Language, Voice};
#[cfg(feature = "json")]
pub use whatif::WHATIF_SCHEMA;
pub use whatif::WhatIfReport;
