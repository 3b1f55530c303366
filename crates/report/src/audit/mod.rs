//! The audit of a catalogue, for whoever keeps its data.

mod subject;
mod problems;
mod sections;

pub use subject::{AUDIT_SCHEMA, AuditReport};
