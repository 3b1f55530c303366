//! What the report is about: an audit, and what was found about reachability.

use boussole::catalogue::Audit;
use boussole::inquiry::Reachability;
use serde::Serialize;

/// The schema of the JSON of an [`AuditReport`]: every problem and every métier that a count speaks of; of the groups that nothing tells apart,
/// the five largest. `reachability` is null when it was not looked for.
pub const AUDIT_SCHEMA: &str = "boussole/audit/1";

/// An audit, ready to be written.
///
/// ```
/// use boussole::catalogue::{Audit, Catalogue};
/// use boussole_report::{AuditReport, Report, Voice};
/// let audit = Audit::of(&Catalogue::demo(), &[]);
/// let text = AuditReport::new(&audit, None).text(Voice::default());
/// assert!(text.starts_with("Audit du catalogue\n"));
/// ```
#[derive(Debug, Clone, Serialize)]
pub struct AuditReport<'a> {
    #[serde(flatten)]
    pub(super) audit: &'a Audit,
    pub(super) reachability: Option<&'a Reachability>,
}

impl<'a> AuditReport<'a> {
    /// A report on an audit; without reachability it says that it was not looked for.
    pub fn new(audit: &'a Audit, reachability: Option<&'a Reachability>) -> Self {
        Self { audit, reachability }
    }
}
