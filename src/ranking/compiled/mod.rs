//! The catalogue laid out for speed: the same scores, order and ties as walking every row, to the bit, with most rows never read.
//!
//! *Filter and refine*: what a student's answers add to the score is nearly linear in few columns ([`columns`]), so a sum of small
//! integers approximates it within a known margin ([`filter`]). Rows stand in blocks of neighbours ([`blocks`], [`layout`]); the largest
//! and smallest number of each block bound its rows, and only blocks whose bound reaches rank `k` are summed ([`search`]). The few rows
//! that are within the margin get their exact scores ([`terms`]), which alone decide. So no métier that belongs among the first `k`, or
//! ties with rank `k`, is missed, however the integers are rounded.

mod count;
mod small_integers;
mod postings;
mod processor;
mod slopes;
mod ramps;
mod columns;
mod blocks;
mod filter;
mod terms;
mod layout;
mod closed_rows;
mod search;

pub(super) use closed_rows::ClosedRows;
pub(super) use layout::Layout;
pub(super) use search::Question;
