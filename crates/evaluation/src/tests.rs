//! Tests that put the per-list metrics side by side.

mod parity;
mod properties;
mod reference;

use super::{Judged, Judgements, RankedList, Ties};

/// A ranked list seen through judgements, both known to be valid.
fn judged(scores: &[(&str, f64)], gains: &[(&str, f64)], ties: Ties) -> Judged {
    let list = RankedList::new(scores.iter().copied()).expect("valid scores");
    Judged::new(&list, &Judgements::new(gains.iter().copied()).expect("valid gains"), ties)
}
