//! Synthetic catalogues and students with the frequencies of real ones, the same for one seed on every machine.
//!
//! Interests and their number per métier have the counts of the 734 métiers that Onisep publishes; levels, statuses, sectors and
//! ROME codes those of a table of 440 of them. Labels are invented.

mod draw;
mod catalogue;
mod students;

pub use catalogue::{INTEREST_COUNTS, catalogue, interest, metiers, sector, status};
pub use draw::Draw;
pub use students::{student, students};
