//! How sure a place is, in the three steps that a report can mark.

/// How little a place depends on details of answers and weights: a mark beside a métier.
///
/// A report does not measure it; whoever measured it hands the marks over with
/// [`with_stability`](super::RecommendationReport::with_stability).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StabilityMark {
    /// Small changes hardly ever take the métier out of the list.
    Stable,
    /// Small changes sometimes do.
    FairlyStable,
    /// Small changes often do.
    Fragile,
}
