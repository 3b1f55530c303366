//! Explainable interest matching: which métiers fit what a student likes, and why, exactly.
#![doc = include_str!("../README.md")]
// The rooms stand in reading order: each uses only itself and those before it (`tests/tidy.rs` checks it).

mod keys;
pub mod random;
pub mod catalogue;
pub mod features;
pub mod profile;
pub mod weights;
pub mod criteria;
pub mod explanation;
pub mod ranking;
pub mod inquiry;
pub mod quiz;

pub use catalogue::{Catalogue, Metier, MetierId};
pub use explanation::{Contribution, Explanation, Points};
pub use profile::{Profile, ProfileError};
pub use ranking::{Ranking, Recommendation, Recommender};
pub use weights::{Provenance, Weights, WeightsError};
