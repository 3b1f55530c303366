//! What the report is about: an audit, and what was found about reachability.

use boussole::catalogue::Audit;
use boussole::inquiry::Reachability;

/// An audit, ready to be written.
///
/// ```
/// use boussole::catalogue::{Audit, Catalogue};
/// use boussole_report::AuditReport;
/// let audit = Audit::of(&Catalogue::demo(), &[]);
/// let text = AuditReport::new(&audit, None).text();
/// assert!(text.starts_with("Audit du catalogue\n"));
/// ```
#[derive(Debug, Clone)]
pub struct AuditReport<'a> {
    pub(super) audit: &'a Audit,
    pub(super) reachability: Option<&'a Reachability>,
}

impl<'a> AuditReport<'a> {
    /// A report on an audit; without reachability it says that it was not looked for.
    pub fn new(audit: &'a Audit, reachability: Option<&'a Reachability>) -> Self {
        Self { audit, reachability }
    }
}
