//! The catalogue laid out for speed: the same scores, order and ties as walking every row, to the bit, with most rows never read.
//!
//! *Filter and refine*: what a student's answers add to the score is nearly linear in few columns (`columns`), so a sum of small
//! integers approximates it within a known margin (`filter`). Rows stand in blocks of neighbours (`blocks`, [`layout`]); the largest
//! and smallest number of each block bound its rows, and only blocks whose bound reaches rank `k` are summed (`search`). The few rows
//! that are within the margin get their exact scores ([`terms`]), which alone decide. So no métier that belongs among the first `k`, or
//! ties with rank `k`, is missed, however the integers are rounded.
//!
//! All this needs the feature `vectors`. Without it every row that no gate keeps out gets its exact score ([`exact`]): enough for one
//! student, too slow for a million.

mod count;
mod postings;
mod terms;
mod parts;
#[cfg(feature = "vectors")]
mod small_integers;
#[cfg(feature = "vectors")]
mod processor;
#[cfg(feature = "vectors")]
mod slopes;
#[cfg(feature = "vectors")]
mod ramps;
#[cfg(feature = "vectors")]
mod columns;
#[cfg(feature = "vectors")]
mod blocks;
mod contents;
mod lots;
mod layout;
mod closed_rows;
mod exact;
#[cfg(feature = "vectors")]
mod filter;
#[cfg(feature = "vectors")]
mod search;
mod placed;

pub(super) use closed_rows::ClosedRows;
pub(super) use exact::Question;
pub(super) use layout::Layout;
