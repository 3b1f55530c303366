//! How does a métier become a vector? Named columns by criterion, sparse rows, weights of interests.

mod cholesky;
mod criterion;
mod inference;
mod matrix;
mod model;
mod processor;
mod relatedness;
mod rows;
mod slopes;
mod space;
mod weighting;

pub use criterion::{Criterion, UnknownCriterion};
pub(crate) use inference::Evidence;
pub use inference::Inference;
pub use matrix::{FeatureMatrix, Row};
pub use model::FeatureModel;
pub(crate) use processor::vectors;
pub use relatedness::Relatedness;
pub use space::{Feature, FeatureSpace};
pub use weighting::{INTEREST_SHRINKAGE, interest_weights};
