//! What gates look at, once per distinct content instead of once per métier.

use super::count::count;
use crate::features::{Criterion, FeatureMatrix, FeatureSpace};
use crate::ranking::gate::GateReason;

/// Rows with equal levels, with equal statuses and with equal sectors.
#[derive(Debug, Clone)]
pub(super) struct Contents([Classes; 3]);

/// Rows of one part of fiches, those that say the same together.
#[derive(Debug, Clone)]
struct Classes {
    starts: Vec<u32>,
    rows: Vec<u32>,
}

impl Contents {
    /// Of the rows of a catalogue, in the order of their places in it.
    pub(super) fn of(matrix: &FeatureMatrix, space: &FeatureSpace, rows: &[u32]) -> Self {
        let parts = [Criterion::AccessLevel, Criterion::Status, Criterion::Sector].map(|criterion| space.group(criterion));
        Self(parts.map(|part| {
            let content: Vec<&[u32]> = matrix.rows().map(|row| row.within(&part).0).collect();
            let mut order: Vec<u32> = (0..count(content.len())).collect();
            order.sort_unstable_by_key(|position| (content[*position as usize], *position));
            let same = order.chunk_by(|left, right| content[*left as usize] == content[*right as usize]);
            let ends = same.scan(0, |end, same| {
                *end += count(same.len());
                Some(*end)
            });
            let starts = std::iter::once(0).chain(ends).collect();
            Classes { starts, rows: order.into_iter().map(|position| rows[position as usize]).collect() }
        }))
    }

    /// The memory used, in bytes.
    pub(super) fn n_bytes(&self) -> usize {
        self.0.iter().map(|classes| size_of_val(&classes.starts[..]) + size_of_val(&classes.rows[..])).sum()
    }

    /// For a gate on what fiches say: the rows that say the same of what it asks, none of them empty.
    pub(super) fn classes(&self, gate: GateReason) -> impl Iterator<Item = &[u32]> {
        let Classes { starts, rows } = match gate {
            GateReason::Exclude | GateReason::Liked => unreachable!("these gates name métiers"),
            GateReason::MaxAccessLevel => &self.0[0],
            GateReason::Statuses | GateReason::RefusedStatuses => &self.0[1],
            GateReason::Sectors | GateReason::RefusedSectors => &self.0[2],
        };
        starts.windows(2).map(|ends| &rows[ends[0] as usize..ends[1] as usize])
    }
}
