//! Where a métier stands, or why it does not.

use boussole::ranking::GateReason;

use super::message::{self, values};
use crate::voice::Voice;

impl Voice {
    /// Its rank among all that were looked at.
    pub(crate) fn standing(self, rank: usize, n_ranked: usize) -> String {
        self.words_with(message::STANDING, values![rank, n = n_ranked])
    }

    /// The filter that keeps it out.
    pub(crate) fn refused(self, reason: GateReason) -> String {
        self.words(match reason {
            GateReason::Exclude => message::REFUSED_EXCLUDE,
            GateReason::MaxAccessLevel => message::REFUSED_LEVEL,
            GateReason::Statuses => message::REFUSED_STATUS,
            GateReason::Sectors => message::REFUSED_SECTOR,
        })
    }

    /// What every result ends with: one limit and one next step.
    pub(crate) fn closing(self) -> [String; 2] {
        [self.words(message::CLOSING_LIMIT), self.words(message::CLOSING_NEXT)]
    }
}
