//! The effect of gates on métiers: which ones are left to ask about.

use super::question::Question;
use crate::catalogue::{Catalogue, Sector, Status};
use crate::profile::Gates;
use crate::ranking::{GateReason, Gatekeeper};

/// The métiers that satisfy the gate of each question that has one.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct GateMasks {
    masks: Vec<GateMask>,
    n_metiers: usize,
}

/// Whether each métier meets a condition; `None` if the gate does not have the condition.
type Mask = Option<Vec<bool>>;

#[derive(Debug, Clone, PartialEq)]
struct GateMask {
    /// The index of the question.
    question: usize,
    levels: Mask,
    statuses: Mask,
    sectors: Mask,
}

impl GateMasks {
    /// Evaluates the gates of questions on the métiers of a catalogue.
    pub(super) fn of(questions: &[Question], catalogue: &Catalogue) -> Self {
        let metiers = catalogue.metiers();
        let of_question = |(question, gate): (usize, &Gates)| {
            let gatekeeper = Gatekeeper::of_gates(gate, catalogue);
            let mask = |reason| metiers.iter().map(|metier| !gatekeeper.refuses(reason, metier)).collect();
            GateMask {
                question,
                levels: gate.max_access_level.map(|_| mask(GateReason::MaxAccessLevel)),
                statuses: (!gate.statuses.is_empty()).then(|| mask(GateReason::Statuses)),
                sectors: (!gate.sectors.is_empty()).then(|| mask(GateReason::Sectors)),
            }
        };
        let gated = questions.iter().enumerate().filter_map(|(place, question)| Some((place, question.gate()?)));
        Self { masks: gated.map(of_question).collect(), n_metiers: metiers.len() }
    }

    /// Which métiers pass all closed gates, shape (`n_metiers`). Returns `None` if no gate is closed.
    ///
    /// They pass the gate that is [`joined`] from the closed ones: the lowest level applies, and one of the statuses and one of the
    /// sectors suffice.
    pub(super) fn passes(&self, is_closed: impl Fn(usize) -> bool) -> Option<Vec<bool>> {
        let closed: Vec<&GateMask> = self.masks.iter().filter(|mask| is_closed(mask.question)).collect();
        let masks = |of: fn(&GateMask) -> &Mask| closed.iter().filter_map(|gate| of(gate).as_ref()).collect::<Vec<_>>();
        let (levels, statuses) = (masks(|gate| &gate.levels), masks(|gate| &gate.statuses));
        let sectors = masks(|gate| &gate.sectors);
        let meets_one = |masks: &[&Vec<bool>], metier: usize| masks.is_empty() || masks.iter().any(|mask| mask[metier]);
        let passes =
            |metier| levels.iter().all(|mask| mask[metier]) && meets_one(&statuses, metier) && meets_one(&sectors, metier);
        (!closed.is_empty()).then(|| (0..self.n_metiers).map(passes).collect())
    }
}

/// Joins several gates into one: the lowest level, all statuses and all sectors.
pub(super) fn joined<'a>(gates: impl Iterator<Item = &'a Gates>) -> Gates {
    let mut joined = Gates::default();
    for gate in gates {
        joined.max_access_level = match (joined.max_access_level, gate.max_access_level) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        let new_statuses: Vec<Status> = gate.statuses.iter().filter(|label| !joined.statuses.contains(label)).cloned().collect();
        let new_sectors: Vec<Sector> = gate.sectors.iter().filter(|label| !joined.sectors.contains(label)).cloned().collect();
        joined.statuses.extend(new_statuses);
        joined.sectors.extend(new_sectors);
    }
    joined
}
