//! How does a métier become a vector? Named columns by criterion, sparse rows, weights of interests.

mod criterion;
mod matrix;
mod rows;
mod space;
mod weighting;

pub use criterion::{Criterion, UnknownCriterion};
pub use matrix::{FeatureMatrix, Row};
pub use space::{Feature, FeatureSpace};
pub use weighting::{INTEREST_SHRINKAGE, interest_weights};
