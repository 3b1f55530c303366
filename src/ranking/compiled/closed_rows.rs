//! The rows that gates keep out.

use super::layout::Layout;
use crate::catalogue::Catalogue;
use crate::ranking::gate::{GateCounts, GateReason, Gatekeeper};

/// Rows a word of bits stands for, as many as a block has.
const N_ROWS: usize = u32::BITS as usize;

/// What the gates of one profile keep out.
#[derive(Debug, Default)]
pub(in crate::ranking) struct ClosedRows {
    /// A bit per row, by block; empty when nothing is kept out.
    closed: Vec<u32>,
}

impl ClosedRows {
    /// Asks the gates in their order, each once for each distinct content, and counts what they remove.
    pub(in crate::ranking) fn of(layout: &Layout, gatekeeper: &Gatekeeper<'_>, catalogue: &Catalogue) -> (Self, GateCounts) {
        let (mut closed_rows, mut counts) = (Self::default(), GateCounts::default());
        let n_rows = layout.rows.len();
        for (gate, id) in gatekeeper.one_by_one() {
            if let Some(position) = catalogue.position(id) {
                let n_closed = closed_rows.close(&[layout.rows[position]], n_rows);
                counts.add(gate, &catalogue.metiers()[position], n_closed);
            }
        }
        for gate in GateReason::BY_CONTENT.into_iter().filter(|gate| gatekeeper.asks(*gate)) {
            for same in layout.contents.classes(gate) {
                let metier = &catalogue.metiers()[layout.terms.position(same[0] as usize)];
                if gatekeeper.refuses(gate, metier) {
                    let n_closed = closed_rows.close(same, n_rows);
                    counts.add(gate, metier, n_closed);
                }
            }
        }
        (closed_rows, counts)
    }

    /// Closes rows; how many of them were open.
    fn close(&mut self, rows: &[u32], n_rows: usize) -> usize {
        self.closed.resize(n_rows.div_ceil(N_ROWS), 0);
        let mut n_closed = 0;
        for row in rows.iter().map(|row| *row as usize) {
            let (bits, bit) = (&mut self.closed[row / N_ROWS], 1 << (row % N_ROWS));
            n_closed += usize::from(*bits & bit == 0);
            *bits |= bit;
        }
        n_closed
    }

    /// A bit for each row of a block that is kept out.
    #[inline]
    pub(super) fn of_block(&self, block: usize) -> u32 {
        self.closed.get(block).copied().unwrap_or_default()
    }

    /// Whether a row is kept out.
    pub(super) fn refuses(&self, row: usize) -> bool {
        self.of_block(row / N_ROWS) >> (row % N_ROWS) & 1 == 1
    }
}
