//! The audit of a catalogue for who keeps its data: text, Markdown and JSON.

mod json;
mod sections;
mod subject;
mod words;

pub use json::AUDIT_SCHEMA;
pub use subject::AuditReport;
