//! The effect of gates on métiers: which ones are left to ask about.

use super::question::Question;
use crate::catalogue::{AccessLevel, Catalogue, Metier, Sector, Status};
use crate::profile::Gates;

/// The métiers that satisfy the gate of each question that has one.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct GateMasks {
    masks: Vec<GateMask>,
    levels: Vec<Option<AccessLevel>>,
}

#[derive(Debug, Clone, PartialEq)]
struct GateMask {
    /// The index of the question.
    question: usize,
    max_access_level: Option<AccessLevel>,
    /// Whether each métier has one of the statuses; `None` if the gate has no statuses.
    has_status: Option<Vec<bool>>,
    has_sector: Option<Vec<bool>>,
}

impl GateMasks {
    /// Evaluates the gates of questions on the métiers of a catalogue.
    pub(super) fn of(questions: &[Question], catalogue: &Catalogue) -> Self {
        let metiers = catalogue.metiers();
        let of_question = |(question, gate): (usize, &Gates)| {
            let has_status = |metier: &Metier| metier.statuses.iter().any(|status| gate.statuses.contains(status));
            let has_sector = |metier: &Metier| metier.sectors.iter().any(|sector| gate.sectors.contains(sector));
            let statuses = metiers.iter().map(|metier| has_status(metier)).collect();
            let sectors = metiers.iter().map(|metier| has_sector(metier)).collect();
            GateMask {
                question,
                max_access_level: gate.max_access_level,
                has_status: (!gate.statuses.is_empty()).then_some(statuses),
                has_sector: (!gate.sectors.is_empty()).then_some(sectors),
            }
        };
        let gated = questions.iter().enumerate().filter_map(|(place, question)| Some((place, question.gate()?)));
        Self { masks: gated.map(of_question).collect(), levels: metiers.iter().map(|metier| metier.access_level).collect() }
    }

    /// Which métiers pass all closed gates, shape (`n_metiers`). Returns `None` if no gate is closed.
    ///
    /// The rule is that of [`ranking`](crate::ranking): the lowest level applies, and one of the statuses and one of the sectors
    /// suffice.
    pub(super) fn passes(&self, is_closed: impl Fn(usize) -> bool) -> Option<Vec<bool>> {
        let closed: Vec<&GateMask> = self.masks.iter().filter(|mask| is_closed(mask.question)).collect();
        let max = closed.iter().filter_map(|mask| mask.max_access_level).min();
        let statuses: Vec<&Vec<bool>> = closed.iter().filter_map(|mask| mask.has_status.as_ref()).collect();
        let sectors: Vec<&Vec<bool>> = closed.iter().filter_map(|mask| mask.has_sector.as_ref()).collect();
        let has_one = |masks: &[&Vec<bool>], metier: usize| masks.is_empty() || masks.iter().any(|mask| mask[metier]);
        let is_low_enough = |level: Option<AccessLevel>| max.is_none_or(|max| level.is_some_and(|level| level <= max));
        let passes = |(metier, level): (usize, &Option<AccessLevel>)| {
            is_low_enough(*level) && has_one(&statuses, metier) && has_one(&sectors, metier)
        };
        (!closed.is_empty()).then(|| self.levels.iter().enumerate().map(passes).collect())
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
