//! How many questions does it take? Simulated students whose métier is known, asked in several ways.
//!
//! What is measured is the recovery of a known métier by a model of students, scored by interests alone. It compares ways of asking;
//! it is not evidence about real students.

mod student;
mod policy;
mod standing;
mod run;

pub use policy::Policy;
pub use run::{Curve, CurvePoint, Simulation, Stopped, Whole, simulate};
pub use student::{Student, StudentKind};

#[cfg(test)]
mod tests;
