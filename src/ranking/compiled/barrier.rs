//! Gates on distinct parts in place of métiers.

use super::layout::Layout;
use crate::catalogue::Catalogue;
use crate::ranking::gate::{GateReason, Gatekeeper, Tally};

/// What the gates of one profile keep out: pairs of level and statuses, lists of sectors, and single métiers.
#[derive(Debug, Default)]
pub(in crate::ranking) struct Barrier {
    /// Places in the layout of pairs that are kept out.
    level_statuses: Vec<u32>,
    sectors: Vec<u32>,
    /// Places in the catalogue of métiers that are kept out one by one, sorted.
    pub(super) excluded: Vec<u32>,
}

impl Barrier {
    /// Asks the gates once for each distinct part, and counts what they remove.
    pub(in crate::ranking) fn of(layout: &Layout, gatekeeper: &Gatekeeper<'_>, catalogue: &Catalogue) -> (Self, Tally) {
        let (mut barrier, mut tally) = (Self::default(), Tally::default());
        if !gatekeeper.ignores_content() {
            barrier.close_parts(layout, gatekeeper, catalogue, &mut tally);
        }
        for position in gatekeeper.excluded().iter().filter_map(|id| catalogue.position(id)) {
            let metier = &catalogue.metiers()[position];
            if let Some(reason) = gatekeeper.refusal_by_content(metier) {
                tally.remove(reason, metier);
            }
            tally.add(GateReason::Exclude, metier, 1);
            barrier.excluded.push(super::distinct::count(position));
        }
        (barrier, tally)
    }

    /// Every pair of level and statuses, and every list of sectors, occurs in some cell.
    fn close_parts(&mut self, layout: &Layout, gatekeeper: &Gatekeeper<'_>, catalogue: &Catalogue, tally: &mut Tally) {
        for cell in &layout.cells {
            let metier = &catalogue.metiers()[cell.example as usize];
            let Some(reason) = gatekeeper.refusal_by_content(metier) else { continue };
            tally.add(reason, metier, cell.n_metiers as usize);
            // A cell whose level or statuses are refused says nothing of its sectors, and need not: its rows are out already.
            if reason == GateReason::Sectors {
                self.sectors.push(cell.sectors);
            } else {
                self.level_statuses.push(cell.level_statuses);
            }
        }
    }

    /// Puts what is kept out below every score, in the list of all parts: sectors first, levels and statuses from a place on.
    pub(super) fn close(&self, parts: &mut [f64], first_level_statuses: usize) {
        for list in &self.sectors {
            parts[*list as usize] = f64::NEG_INFINITY;
        }
        for pair in &self.level_statuses {
            parts[first_level_statuses + *pair as usize] = f64::NEG_INFINITY;
        }
    }
}
