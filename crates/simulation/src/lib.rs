//! How many questions does it take? Simulated students whose métier is known, asked in several ways.
//!
//! What is measured is the recovery of a known métier by a model of students, scored by interests alone. It compares ways of asking;
//! it is no evidence about real students.

mod dice;
mod policy;
mod run;
mod standing;
mod student;

pub use policy::{CHECKPOINTS, Policy};
pub use run::{Curve, CurvePoint, Simulation, Stopped, simulate};
pub use student::StudentKind;

#[cfg(test)]
mod tests;
