//! How do we know? Worlds whose truth is known, synthetic catalogues, baselines and studies, for tests and benches of boussole.
//!
//! - Known weights: [`RawWorld`] and the [`Survey`] of students who prefer by them.
//! - Speed: [`synthetic`] catalogues and students, the [`dense`] baselines, the [`bench_table`].
//! - The same bytes on every machine: [`identity`].
//! - Quality: the [`quality`] study, and the [`floors`] of another learner.

mod world;
mod survey;
pub mod synthetic;
pub mod dense;
pub mod bench_table;
pub mod quality;
pub mod floors;
pub mod identity;

pub use survey::Survey;
pub use world::RawWorld;
