#![doc = include_str!("../README.md")]
//!
//! # Rooms
//!
//! A module may use itself and the modules before it.

pub mod catalogue;
pub mod features;
pub mod profile;
pub mod weights;
pub mod criteria;
pub mod explanation;
pub mod ranking;
pub mod evaluation;
pub mod report;

pub use catalogue::{Catalogue, Metier, MetierId};
pub use explanation::{Contribution, Explanation, Points};
pub use profile::{Profile, ProfileError};
pub use ranking::{Ranking, Recommendation, Recommender};
pub use weights::{Weights, WeightsError};
