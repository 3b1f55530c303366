//! Explainable interest matching: which métiers fit what a student likes, and why, exactly.
//!
//! # What an app needs
//!
//! | step | names |
//! | --- | --- |
//! | read métiers | [`Catalogue`], [`Loaded`], [`Problem`], [`ReadError`], [`RomeLetters`], [`Audit`] |
//! | know a métier | [`Metier`], [`MetierId`], [`Title`], [`AccessLevel`], [`Interest`], [`Status`], [`Sector`], [`RomeCode`] |
//! | say who asks | [`Profile`], [`ProfileBuilder`], [`ProfileError`] |
//! | weigh | [`Criterion`], [`Weights`], [`WeightsError`], [`WeightsOrigin`], [`Provenance`] |
//! | rank | [`Recommender`], [`RecommenderError`], [`Ranking`], [`Recommendation`], [`Placed`], [`Excluded`], [`Diversity`] |
//! | explain | [`Explained`], [`Explanation`], [`Contribution`], [`Origin`], [`Points`] |
//! | ask why, and what if | [`contrast()`], [`counterfactual()`], [`stability()`], [`ladder()`], [`reachability()`] |
//! | ask a student | [`Quiz`], [`Session`], [`Question`], [`Answer`], [`Settings`], [`Progress`], [`QuizError`] |
//!
//! What a result holds, and what only some apps need, stands in the rooms below. The crate `boussole-report` says results in words.
#![cfg_attr(feature = "demo", doc = "")]
#![cfg_attr(feature = "demo", doc = include_str!("../README.md"))]
// The rooms stand in reading order: each uses only itself and those before it (`tests/tidy.rs` checks it).

mod keys;
#[cfg(feature = "toml")]
#[doc(hidden)]
pub mod toml_text;
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

pub use catalogue::{
    AccessLevel, Audit, Catalogue, Interest, Loaded, Metier, MetierId, Problem, ReadError, RomeCode, RomeLetters, Sector, Status,
    Title,
};
pub use criteria::Origin;
pub use explanation::{Contribution, Explanation, Points};
pub use features::Criterion;
pub use inquiry::{contrast, counterfactual, ladder, reachability, stability};
pub use profile::{Profile, ProfileBuilder, ProfileError};
pub use quiz::{Answer, Progress, Question, Quiz, QuizError, Session, Settings};
pub use ranking::{Diversity, Excluded, Explained, Placed, Ranking, Recommendation, Recommender, RecommenderError};
pub use weights::{Provenance, Weights, WeightsError, WeightsOrigin};
