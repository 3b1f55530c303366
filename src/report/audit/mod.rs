//! The audit of a catalogue for who keeps its data: text, Markdown and JSON.

#[cfg(feature = "json")]
mod json;
mod sections;
mod subject;
mod words;

#[cfg(feature = "json")]
pub use json::AUDIT_SCHEMA;
pub use subject::AuditReport;
