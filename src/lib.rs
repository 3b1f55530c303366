//! x
pub mod catalogue;
pub mod criteria;
pub mod evaluation;
pub mod explanation;
pub mod features;
pub mod profile;
pub mod ranking;
pub mod report;
#[cfg(feature = "tune")]
pub mod tuning;
pub mod weights;

pub use catalogue::{Catalogue, Metier, MetierId};
pub use explanation::{Contribution, Explanation, Points};
pub use profile::{Profile, ProfileError};
pub use ranking::{Ranking, Recommendation, Recommender};
pub use weights::{Provenance, Weights, WeightsError};
