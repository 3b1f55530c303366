//! The catalogue laid out for speed: the same scores, order and ties as walking every row, to the bit, with most rows never read.
//!
//! A score is an exact sum ([`Points`](crate::explanation::Points)), so its terms may be added in any grouping. Rows are
//! grouped by what they have in common: their interests, then their sectors; what each distinct part of a row contributes is
//! worked out once a student. A group is opened only if its part and the largest that the rest can add reach the score
//! of rank `k` so far. Those sums are exact too, so nothing that belongs into the first `k`, or ties with rank `k`, is missed.

mod barrier;
mod distinct;
mod layout;
mod postings;
mod search;
mod shortlist;
mod tables;

pub(super) use barrier::Barrier;
pub(super) use layout::Layout;
