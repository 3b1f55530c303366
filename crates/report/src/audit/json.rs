//! The audit as a JSON document.

use serde::Serialize;

use super::subject::AuditReport;
use crate::versioned::Versioned;
use boussole::catalogue::Audit;
use boussole::inquiry::Reachability;

/// The schema of [`AuditReport::json`].
pub const AUDIT_SCHEMA: &str = "boussole/audit/1";

#[derive(Serialize)]
struct Audited<'a> {
    #[serde(flatten)]
    audit: &'a Audit,
    reachability: Option<&'a Reachability>,
}

impl AuditReport<'_> {
    /// The audit as one JSON document, schema [`AUDIT_SCHEMA`], with every problem and every métier that a count speaks of;
    /// of the groups that nothing tells apart, the five largest. `reachability` is null when it was not looked for.
    pub fn json(&self) -> String {
        Versioned::json(AUDIT_SCHEMA, Audited { audit: self.audit, reachability: self.reachability })
    }
}
