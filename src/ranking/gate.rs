//! Hard filters, and what each of them removed.

use std::fmt;

use serde::Serialize;

use crate::catalogue::{Catalogue, Metier};
use crate::profile::Profile;

/// Why a métier is not ranked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum GateReason {
    /// The student never wants to see it.
    Exclude,
    /// It asks for a higher level, or its fiche gives no level.
    MaxAccessLevel,
    /// It has none of the statuses, or its fiche gives none.
    Statuses,
    /// It is in none of the sectors, or its fiche gives none.
    Sectors,
}

impl fmt::Display for GateReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Exclude => "exclude",
            Self::MaxAccessLevel => "max_access_level",
            Self::Statuses => "statuses",
            Self::Sectors => "sectors",
        })
    }
}

/// How many métiers one gate removed. A métier that several gates would remove is counted by the first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Excluded {
    /// The gate.
    pub reason: GateReason,
    /// How many it removed.
    pub n_metiers: usize,
    /// How many of these it removed because their fiche does not say.
    pub n_without_data: usize,
}

/// Gates with their labels in the catalogue's spelling.
pub(super) struct Gatekeeper<'a> {
    profile: &'a Profile,
    statuses: Vec<&'a str>,
    sectors: Vec<&'a str>,
}

impl<'a> Gatekeeper<'a> {
    pub(super) fn new(profile: &'a Profile, catalogue: &'a Catalogue) -> Self {
        let gates = profile.gates();
        let (statuses, sectors) = (catalogue.statuses(), catalogue.sectors());
        let label = |vocabulary: &'a crate::catalogue::Vocabulary, label: &str| {
            vocabulary.find(label).ok().map(|place| vocabulary.terms()[place].label.as_str())
        };
        Self {
            profile,
            statuses: gates.statuses.iter().filter_map(|status| label(statuses, status.as_str())).collect(),
            sectors: gates.sectors.iter().filter_map(|sector| label(sectors, sector.as_str())).collect(),
        }
    }

    /// The first gate that keeps this métier out.
    pub(super) fn refusal(&self, metier: &Metier) -> Option<GateReason> {
        if self.profile.excluded_metiers().binary_search(&metier.id).is_ok() {
            return Some(GateReason::Exclude);
        }
        let is_too_high =
            self.profile.gates().max_access_level.is_some_and(|max| metier.access_level.is_none_or(|level| max < level));
        if is_too_high {
            return Some(GateReason::MaxAccessLevel);
        }
        if lacks(&self.statuses, &metier.statuses) {
            return Some(GateReason::Statuses);
        }
        lacks(&self.sectors, &metier.sectors).then_some(GateReason::Sectors)
    }

    /// Whether the fiche says nothing about what a gate asks.
    fn is_without_data(reason: GateReason, metier: &Metier) -> bool {
        match reason {
            GateReason::Exclude => false,
            GateReason::MaxAccessLevel => metier.access_level.is_none(),
            GateReason::Statuses => metier.statuses.is_empty(),
            GateReason::Sectors => metier.sectors.is_empty(),
        }
    }
}

/// Whether there is a condition and none of the labels meets it.
fn lacks<L: AsRef<str>>(wanted: &[&str], labels: &[L]) -> bool {
    !wanted.is_empty() && !labels.iter().any(|label| wanted.contains(&label.as_ref()))
}

/// Counts what gates remove, in the order of gates.
#[derive(Debug, Default)]
pub(super) struct Tally {
    counts: std::collections::BTreeMap<GateReason, (usize, usize)>,
}

impl Tally {
    pub(super) fn add(&mut self, reason: GateReason, metier: &Metier) {
        let (n_metiers, n_without_data) = self.counts.entry(reason).or_default();
        *n_metiers += 1;
        *n_without_data += usize::from(Gatekeeper::is_without_data(reason, metier));
    }

    pub(super) fn into_excluded(self) -> Vec<Excluded> {
        let counts = self.counts.into_iter();
        counts.map(|(reason, (n_metiers, n_without_data))| Excluded { reason, n_metiers, n_without_data }).collect()
    }
}
