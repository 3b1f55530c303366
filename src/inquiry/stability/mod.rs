//! How much would have to change for the ranking to change? Answers left out or moved, weights shaken or shifted.

mod acceptability;
mod intervals;
mod ranks;
mod stable;

pub use acceptability::{N_DRAWS, Robustness};
pub use intervals::WeightInterval;
pub use ranks::RankInterval;
pub use stable::{CriterionStability, MetierStability, Stability, metier_stability, stability};
