//! Why weights could not be fitted at all; refusals of fitted weights are in [`Refusal`](super::Refusal).

/// The largest default or fixed weight: sums of squares of its products with scores stay finite.
pub(super) const MAX_WEIGHT: f64 = 1e40;

/// Why no weights could be fitted.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TuningError {
    /// The strength of the shrinkage is not a positive number.
    #[error("lambda: expected a finite number above 0, found {found}")]
    Lambda {
        /// The number that was found.
        found: f64,
    },
    /// The solver is allowed no step at all.
    #[error("max_iterations: expected at least 1, found 0")]
    MaxIterations,
    /// A default or fixed weight is not a valid weight.
    #[error("{name}: expected a weight from 0 to {MAX_WEIGHT:?}, found {found:?}")]
    Weight {
        /// The feature.
        name: String,
        /// The number that was found.
        found: f64,
    },
    /// A feature is named twice.
    #[error("{name}: expected one weight, found two")]
    Repeated {
        /// The feature.
        name: String,
    },
    /// A weight for a feature that the data do not have.
    #[error("expected a feature of the data ({}), found « {found} »", names.join(", "))]
    UnknownFeature {
        /// The name that was found.
        found: String,
        /// The features of the data.
        names: Vec<String>,
    },
    /// A feature of the data has no default weight.
    #[error("{name}: expected a default weight, found none; give one for every feature or for none")]
    MissingPrior {
        /// The feature.
        name: String,
    },
    /// No default weight is above zero, so the shrinkage has no direction.
    #[error("expected at least one default weight above 0, found none")]
    EmptyPrior,
    /// The data have no pair.
    #[error("expected at least one pair, found none")]
    NoPairs,
    /// A contrast is infinite or not a number.
    #[error("row {row}: {name}: expected a finite number, found {found}")]
    NotFinite {
        /// The row, from 0.
        row: usize,
        /// The feature.
        name: String,
        /// The number that was found.
        found: f64,
    },
    /// The pairs do not differ in any feature.
    #[error("expected pairs that differ in at least one feature, found none: nothing can be learned from them")]
    NoContrast,
    /// Every weight is fixed.
    #[error("expected at least one weight to tune, found all of them fixed")]
    AllFixed,
    /// The preferences run against the fixed weights.
    #[error(
        "the preferences contradict the fixed weights ({}): together they would count against what is preferred; free one of them",
        names.join(", ")
    )]
    FixedContradicted {
        /// The fixed features.
        names: Vec<String>,
    },
    /// The best weights that are not negative are all zero.
    #[error("the preferences contradict every feature: no weight above 0 explains them")]
    NoPositiveWeight,
    /// The result is not a set of criterion weights.
    #[error(transparent)]
    Weights(#[from] boussole::weights::WeightsError),
    /// What linfa reports.
    #[error(transparent)]
    Linfa(#[from] linfa::Error),
}
