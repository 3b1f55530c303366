//! How sure places are, said.

use boussole::inquiry::{MetierStability, N_DRAWS, Robustness, Stability};

use super::message::{self, values};
use super::names::upper;
use crate::statement::{MarkedPlaces, SideOfCut, Sureness};
use crate::voice::Voice;

impl Voice {
    /// « place stable ».
    pub(crate) fn sure_place(self, robustness: Robustness) -> String {
        self.words(match robustness {
            Robustness::Stable => message::PLACE_STABLE,
            Robustness::Fragile => message::PLACE_FRAGILE,
            Robustness::Lot => message::PLACE_LOT,
        })
    }

    /// One sentence on the place of one métier; for a counsellor, with what was counted.
    pub(crate) fn stability(self, one: &MetierStability) -> String {
        let (side, top) = (SideOfCut::of(one), one.top);
        let side_message = if side.is_among() { message::PLACE_AMONG } else { message::PLACE_BEHIND };
        let sided = |message| self.words_with(message, values![side = self.words_with(side_message, values![top])]);
        let sentence = match Sureness::of(one) {
            Sureness::Stays => sided(message::PLACE_STAYS),
            Sureness::MayLeave => sided(message::PLACE_MAY_LEAVE),
            Sureness::TooLittle => self.words(message::PLACE_TOO_LITTLE),
            Sureness::Lot => self.words(message::PLACE_BY_LOT),
        };
        if !self.has_figures() {
            return sentence;
        }
        let (best, worst) = (one.ranks.best, one.ranks.worst);
        let counted = values![n = side.n_stays(), draws = N_DRAWS, best, worst];
        format!("{sentence} {}", self.words_with(message::PLACE_COUNTED, counted))
    }

    /// The same in few words, for a list.
    pub(crate) fn counted_place(self, one: &MetierStability) -> String {
        let (place, best, worst) = (upper(&self.sure_place(one.robustness())), one.ranks.best, one.ranks.worst);
        let message = if best == worst { message::PLACE_IN_LIST_FIXED } else { message::PLACE_IN_LIST };
        self.words_with(message, values![place, n = one.n_in_top, draws = N_DRAWS, best, worst])
    }

    /// What ranks and draws are.
    pub(crate) fn counted_explained(self) -> [String; 2] {
        let drawn = self.words_with(message::STABILITY_DRAWS_EXPLAINED, values![draws = N_DRAWS]);
        [self.words(message::STABILITY_RANKS_EXPLAINED), drawn]
    }

    /// The marks of all places of a list: « Places stables : 1 à 4. »
    pub(crate) fn marked_places(self, found: &Stability) -> String {
        let messages = [
            (Robustness::Stable, message::PLACES_STABLE),
            (Robustness::Fragile, message::PLACES_FRAGILE),
            (Robustness::Lot, message::PLACES_LOT),
        ];
        let said = messages.into_iter().filter_map(|(mark, message)| {
            let marked = MarkedPlaces::of(found, mark)?;
            let runs: Vec<String> = marked.runs().flat_map(|run| self.run(run)).collect();
            Some(self.words_with(message, values![n = marked.n(), ranks = self.listed(&runs)]))
        });
        said.collect::<Vec<_>>().join(" ")
    }

    /// Ranks that follow each other, three or more as « 1 à 4 », fewer one by one, so that a list of them has one « et ».
    fn run(self, ranks: &[usize]) -> Vec<String> {
        match *ranks {
            [first, _, .., last] => vec![self.words_with(message::PLACES_RUN, values![first, last])],
            _ => ranks.iter().map(ToString::to_string).collect(),
        }
    }
}
