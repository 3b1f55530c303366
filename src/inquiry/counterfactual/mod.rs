//! Which answers would have to be different for a métier to enter the list, or to leave it?

mod rows;
mod linear;
mod rank_bounds;
mod search;
#[cfg(test)]
mod tests;

pub use search::{Alternative, Counterfactual, Goal, counterfactual};
