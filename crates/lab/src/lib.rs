//! How do we know? Worlds whose truth is known, for tests, benches and studies of boussole; not published.

mod preferences;
mod world;

pub use preferences::Simulation;
pub use world::RawWorld;
