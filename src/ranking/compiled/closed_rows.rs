//! Gates asked once per distinct content instead of once per métier.

use super::count::count;
use super::layout::Layout;
use crate::catalogue::Catalogue;
use crate::ranking::gate::{GateCounts, Gatekeeper};

/// What the gates of one profile keep out: all rows with certain levels, statuses and sectors, and single métiers.
#[derive(Debug, Default)]
pub(in crate::ranking) struct ClosedRows {
    /// Whether each cell of the layout is kept out; empty when no gate looks at the content of fiches.
    closed: Vec<bool>,
    /// Rows of métiers that are kept out one by one, sorted.
    excluded: Vec<u32>,
}

impl ClosedRows {
    /// Asks the gates once for each distinct content, and counts what they remove.
    pub(in crate::ranking) fn of(layout: &Layout, gatekeeper: &Gatekeeper<'_>, catalogue: &Catalogue) -> (Self, GateCounts) {
        let (mut closed_rows, mut counts) = (Self::default(), GateCounts::default());
        if !gatekeeper.ignores_content() {
            let closed = layout.cells.iter().map(|cell| {
                let metier = &catalogue.metiers()[cell.example as usize];
                let refusal = gatekeeper.refusal_by_content(metier);
                refusal.inspect(|reason| counts.add(*reason, metier, cell.n_metiers as usize)).is_some()
            });
            closed_rows.closed = closed.collect();
        }
        let one_by_one = gatekeeper.one_by_one().filter_map(|(reason, id)| Some((reason, catalogue.position(id)?)));
        for (gate, position) in one_by_one {
            let metier = &catalogue.metiers()[position];
            if let Some(reason) = gatekeeper.refusal_by_content(metier) {
                counts.remove(reason, metier);
            }
            counts.add(gate, metier, 1);
            closed_rows.excluded.push(layout.rows[position]);
        }
        closed_rows.excluded.sort_unstable();
        (closed_rows, counts)
    }

    /// Whether nothing is kept out.
    #[cfg(feature = "vectors")]
    #[inline]
    pub(super) fn is_open(&self) -> bool {
        self.closed.is_empty() && self.excluded.is_empty()
    }

    /// Whether a row is kept out.
    pub(super) fn refuses(&self, layout: &Layout, row: usize) -> bool {
        let is_closed = !self.closed.is_empty() && self.closed[layout.cell_of[row] as usize];
        is_closed || (!self.excluded.is_empty() && self.excluded.binary_search(&count(row)).is_ok())
    }
}
