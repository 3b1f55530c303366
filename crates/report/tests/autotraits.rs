//! Every report can be sent to another thread and shared with it, so that a server may write on as many as it likes.

#![cfg(all(feature = "evaluation", feature = "simulation", feature = "tuning"))]

use boussole_report::{
    AuditReport, BatchLines, ContrastReport, Document, EvaluationReport, ExplanationReport, KeyedAnswer, LadderReport,
    QuestionScreen, RecommendationReport, ReplayReport, SimulationReport, StabilityReport, TuningDocument, Voice, WhatIfReport,
};

fn is_send_and_sync<T: Send + Sync>() {}

#[test]
fn reports_can_be_shared() {
    is_send_and_sync::<(AuditReport<'_>, BatchLines, ContrastReport<'_>, EvaluationReport<'_>)>();
    is_send_and_sync::<(ExplanationReport<'_>, LadderReport<'_>, RecommendationReport<'_>, ReplayReport<'_>)>();
    is_send_and_sync::<(SimulationReport<'_>, StabilityReport<'_>, TuningDocument<'_>, WhatIfReport<'_>)>();
    is_send_and_sync::<(Document, KeyedAnswer, QuestionScreen, Voice)>();
}
