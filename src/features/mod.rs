//! How does a métier become a vector? The containers: named columns by criterion, sparse rows, and what the rows teach.

mod criterion;
mod space;
mod matrix;
mod weighting;
mod factors;
mod frequent;
mod relatedness;
mod cholesky;
mod guess;
mod inference;
mod lexicon;
mod model;

pub use criterion::{Criterion, UnknownCriterion};
pub use factors::{FactorError, InterestFactors, LARGEST_FACTOR, MAX_FACTORS, UnsuitedFactors};
pub(crate) use guess::{Facts, guesses};
pub(crate) use inference::{Evidence, Inference, SlopeProducts};
pub(crate) use lexicon::{Lexicon, WordCounts};
pub use lexicon::{WordMeaning, WrittenWord};
pub use matrix::{FeatureMatrix, Row};
pub use model::FeatureModel;
pub(crate) use relatedness::Relatedness;
pub use space::{Feature, FeatureSpace};
pub use weighting::{INTEREST_SHRINKAGE, interest_weights};
