//! The audit of a catalogue for who keeps its data: text, Markdown and JSON.

mod subject;
mod json;
mod words;
mod sections;

pub use json::AUDIT_SCHEMA;
pub use subject::AuditReport;
