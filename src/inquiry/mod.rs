//! And what if, and why not? Questions about rankings that no single ranking answers.

mod combinations;
mod reachability;

pub use reachability::{Reachability, ReachabilityScope, reachability};
