//! How much would have to be otherwise for the ranking to be another one? Answers left out or moved, weights shaken or shifted.

mod acceptability;
mod intervals;
mod ranks;
mod stable;

pub use acceptability::{N_DRAWS, Robustness, SPREAD};
pub use intervals::{WeightInterval, order_intervals, set_intervals};
pub use ranks::RankInterval;
pub use stable::{CriterionStability, MetierStability, Stability, metier_stability, stability};
