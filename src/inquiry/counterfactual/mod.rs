//! What would have to be answered otherwise for a métier to come in, or to go out?

mod rows;
mod linear;
mod outlook;
mod search;
#[cfg(test)]
mod tests;

pub use search::{Alternative, Counterfactual, Goal, MAX_ALTERNATIVES, counterfactual};
