//! Hard filters, and what each of them removed.

use std::fmt;

use serde::Serialize;

use crate::catalogue::{AccessLevel, Catalogue, Metier, MetierId, Vocabulary};
use crate::profile::{AnswerField, Gates, Profile};

/// Why a métier is not ranked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GateReason {
    /// The student never wants to see it.
    Exclude,
    /// The student likes it already, and did not ask to see it again.
    Liked,
    /// It requires a higher level, or its fiche states none.
    MaxAccessLevel,
    /// It has none of the statuses, or its fiche states none.
    Statuses,
    /// It is in none of the sectors, or its fiche states none.
    Sectors,
    /// The student answered each of its statuses with a plain no.
    RefusedStatuses,
    /// The student answered each of its sectors with a plain no.
    RefusedSectors,
}

/// A plain no. It is heard where it concerns all that a fiche offers; a weaker answer only lowers the score.
pub const PLAIN_NO: f64 = -1.0;

impl GateReason {
    /// All gates, in the order in which they are asked.
    const ALL: [Self; 7] = [
        Self::Exclude,
        Self::Liked,
        Self::MaxAccessLevel,
        Self::Statuses,
        Self::Sectors,
        Self::RefusedStatuses,
        Self::RefusedSectors,
    ];

    /// The gates that look at what a fiche says, in the order in which they are asked, after those that name métiers.
    pub(super) const BY_CONTENT: [Self; 5] =
        [Self::MaxAccessLevel, Self::Statuses, Self::Sectors, Self::RefusedStatuses, Self::RefusedSectors];
}

impl fmt::Display for GateReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Exclude => "exclude",
            Self::Liked => "liked",
            Self::MaxAccessLevel => "max_access_level",
            Self::Statuses => "statuses",
            Self::Sectors => "sectors",
            Self::RefusedStatuses => "refused_statuses",
            Self::RefusedSectors => "refused_sectors",
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

/// What comes back when one gate is removed and the others stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Loosening {
    /// The gate.
    pub reason: GateReason,
    /// How many métiers it alone keeps out, at least one.
    pub n_metiers: usize,
    /// For the gate on access levels: the lowest limit that lets one of them through; `None` when none of their fiches states a level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lowest_level: Option<AccessLevel>,
}

/// The one rule of gates: which métier passes which. Labels are in the catalogue's spelling.
pub(crate) struct Gatekeeper<'a> {
    gates: &'a Gates,
    /// The métiers that are kept out one by one, sorted.
    excluded: &'a [MetierId],
    /// Those that are liked already and not shown again, sorted.
    liked: &'a [MetierId],
    statuses: Vec<&'a str>,
    sectors: Vec<&'a str>,
    /// Labels that were answered with a plain no.
    refused_statuses: Vec<&'a str>,
    refused_sectors: Vec<&'a str>,
}

impl<'a> Gatekeeper<'a> {
    pub(super) fn new(profile: &'a Profile, catalogue: &'a Catalogue) -> Self {
        let gates = profile.gates();
        let refused = |field: AnswerField| -> Vec<&'a str> {
            let no = profile.answers(field).iter().filter(|(_, answer)| *answer == PLAIN_NO && !gates.keep_refused);
            no.filter_map(|(label, _)| spelled(field.vocabulary(catalogue), label)).collect()
        };
        Self {
            excluded: profile.excluded_metiers(),
            liked: if profile.shows_liked_metiers() { &[] } else { profile.liked_metiers() },
            refused_statuses: refused(AnswerField::Statuses),
            refused_sectors: refused(AnswerField::Sectors),
            ..Self::of_gates(gates, catalogue)
        }
    }

    /// Gates without answers: they exclude no métier by its identifier or by a plain no.
    pub(crate) fn of_gates(gates: &'a Gates, catalogue: &'a Catalogue) -> Self {
        let (statuses, sectors) = (catalogue.statuses(), catalogue.sectors());
        Self {
            gates,
            excluded: &[],
            liked: &[],
            statuses: gates.statuses.iter().filter_map(|status| spelled(statuses, status.as_str())).collect(),
            sectors: gates.sectors.iter().filter_map(|sector| spelled(sectors, sector.as_str())).collect(),
            refused_statuses: Vec::new(),
            refused_sectors: Vec::new(),
        }
    }

    /// Adds a label that was answered with a plain no, in the spelling of the catalogue.
    pub(super) fn refuse(&mut self, field: AnswerField, label: &'a str) {
        match field {
            AnswerField::Statuses if !self.gates.keep_refused => self.refused_statuses.push(label),
            AnswerField::Sectors if !self.gates.keep_refused => self.refused_sectors.push(label),
            _ => {}
        }
    }

    /// The first gate that keeps this métier out.
    pub(super) fn refusal(&self, metier: &Metier) -> Option<GateReason> {
        GateReason::ALL.into_iter().find(|reason| self.refuses(*reason, metier))
    }

    /// The métiers that are kept out one by one, each with the first gate that does.
    pub(super) fn one_by_one(&self) -> impl Iterator<Item = (GateReason, &'a MetierId)> {
        let excluded = self.excluded.iter().map(|id| (GateReason::Exclude, id));
        let others = self.liked.iter().filter(|id| self.excluded.binary_search(id).is_err());
        excluded.chain(others.map(|id| (GateReason::Liked, id)))
    }

    /// Whether a gate has anything to ask; one that has not keeps nothing out.
    pub(super) fn asks(&self, reason: GateReason) -> bool {
        match reason {
            GateReason::Exclude => !self.excluded.is_empty(),
            GateReason::Liked => !self.liked.is_empty(),
            GateReason::MaxAccessLevel => self.gates.max_access_level.is_some(),
            GateReason::Statuses => !self.statuses.is_empty(),
            GateReason::Sectors => !self.sectors.is_empty(),
            GateReason::RefusedStatuses => !self.refused_statuses.is_empty(),
            GateReason::RefusedSectors => !self.refused_sectors.is_empty(),
        }
    }

    /// The gate that keeps this métier out, if it is the only one.
    fn only_refusal(&self, metier: &Metier) -> Option<GateReason> {
        let mut reasons = GateReason::ALL.into_iter().filter(|reason| self.refuses(*reason, metier));
        reasons.next().filter(|_| reasons.next().is_none())
    }

    /// Whether one gate keeps this métier out. A fiche that says nothing about what the gate asks does not pass it.
    pub(crate) fn refuses(&self, reason: GateReason, metier: &Metier) -> bool {
        match reason {
            GateReason::Exclude => self.excluded.binary_search(&metier.id).is_ok(),
            GateReason::Liked => self.liked.binary_search(&metier.id).is_ok(),
            GateReason::MaxAccessLevel => {
                let max = self.gates.max_access_level;
                max.is_some_and(|max| metier.access_level.is_none_or(|level| max < level))
            }
            GateReason::Statuses => lacks(&self.statuses, &metier.statuses),
            GateReason::Sectors => lacks(&self.sectors, &metier.sectors),
            GateReason::RefusedStatuses => has_only(&self.refused_statuses, &metier.statuses),
            GateReason::RefusedSectors => has_only(&self.refused_sectors, &metier.sectors),
        }
    }

    /// The gates of which one alone, once removed, lets métiers of the catalogue through that are kept out now.
    pub(super) fn loosenings(&self, catalogue: &Catalogue) -> Vec<Loosening> {
        let of_gate = |reason| {
            let only: Vec<&Metier> = catalogue
                .metiers()
                .iter()
                .map(AsRef::as_ref)
                .filter(|metier| self.only_refusal(metier) == Some(reason))
                .collect();
            let levels = only.iter().filter(|_| reason == GateReason::MaxAccessLevel).filter_map(|metier| metier.access_level);
            (!only.is_empty()).then(|| Loosening { reason, n_metiers: only.len(), lowest_level: levels.min() })
        };
        GateReason::ALL.into_iter().filter_map(of_gate).collect()
    }

    /// Whether the fiche says nothing about what a gate asks.
    fn is_without_data(reason: GateReason, metier: &Metier) -> bool {
        match reason {
            GateReason::Exclude | GateReason::Liked | GateReason::RefusedStatuses | GateReason::RefusedSectors => false,
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

/// Whether there are labels and all of them were refused.
fn has_only<L: AsRef<str>>(refused: &[&str], labels: &[L]) -> bool {
    !labels.is_empty() && labels.iter().all(|label| refused.contains(&label.as_ref()))
}

/// A label in the spelling of the catalogue.
fn spelled<'a>(vocabulary: &'a Vocabulary, label: &str) -> Option<&'a str> {
    vocabulary.find(label).ok().map(|place| vocabulary.terms()[place].label.as_str())
}

/// Counts what gates remove, in the order of gates.
#[derive(Debug, Default)]
pub(super) struct GateCounts {
    /// By gate: how many it removed, and how many of these for want of data.
    counts: [(usize, usize); GateReason::ALL.len()],
}

impl GateCounts {
    /// Counts so many métiers with the content of this one.
    pub(super) fn add(&mut self, reason: GateReason, metier: &Metier, n: usize) {
        let (n_metiers, n_without_data) = &mut self.counts[reason as usize];
        *n_metiers += n;
        *n_without_data += if Gatekeeper::is_without_data(reason, metier) { n } else { 0 };
    }

    /// How many métiers were removed.
    pub(super) fn n_removed(&self) -> usize {
        self.counts.iter().map(|(n_metiers, _)| n_metiers).sum()
    }

    pub(super) fn into_excluded(self) -> Vec<Excluded> {
        let counts = GateReason::ALL.into_iter().zip(self.counts).filter(|(_, (n_metiers, _))| 0 < *n_metiers);
        counts.map(|(reason, (n_metiers, n_without_data))| Excluded { reason, n_metiers, n_without_data }).collect()
    }
}

#[cfg(test)]
mod tests {
    //! Properties: every gate counts what it removed; an empty ranking says which gate alone to loosen, and removing it does so.

    use super::*;
    use crate::catalogue::{Sector, Status, Title};
    use crate::profile::ProfileBuilder;
    use crate::ranking::{Ranking, Recommender};
    use crate::weights::Weights;

    fn metier(id: &str, level: Option<AccessLevel>, status: &str, sector: &str) -> Metier {
        let mut metier = Metier::new(id.parse().expect("is an identifier"), Title::from_heading("botaniste"));
        metier.access_level = level;
        metier.statuses.push(Status::new(status));
        metier.sectors.push(Sector::new(sector));
        metier
    }

    /// Six métiers: three salaried ones in the sector « mer », one of them of unknown level, and three others.
    fn recommender() -> Recommender {
        let metiers = [
            metier("MET.1", Some(AccessLevel::BacPlus5), "salarié", "mer"),
            metier("MET.2", Some(AccessLevel::BacPlus2), "salarié", "mer"),
            metier("MET.3", None, "salarié", "mer"),
            metier("MET.4", Some(AccessLevel::Cap), "fonctionnaire", "mer"),
            metier("MET.5", Some(AccessLevel::Cap), "salarié", "bois"),
            metier("MET.6", Some(AccessLevel::BacPlus5), "fonctionnaire", "bois"),
        ];
        Recommender::new(Catalogue::from_metiers(metiers).catalogue, Weights::default()).expect("has métiers")
    }

    fn ranking(profile: ProfileBuilder) -> Ranking {
        recommender().recommend(&profile.build().expect("is valid"), 10).expect("the catalogue has the labels")
    }

    fn asks() -> ProfileBuilder {
        Profile::builder().max_access_level(AccessLevel::Bac).only_status("salarié").only_sector("mer")
    }

    #[test]
    fn every_gate_counts_what_it_removed() {
        let ranking = ranking(asks().excludes("MET.1".parse().expect("is an identifier")));
        let counts = |reason, n_metiers, n_without_data| Excluded { reason, n_metiers, n_without_data };
        let expected = [
            counts(GateReason::Exclude, 1, 0),
            counts(GateReason::MaxAccessLevel, 3, 1),
            counts(GateReason::Statuses, 1, 0),
            counts(GateReason::Sectors, 1, 0),
        ];
        assert_eq!(ranking.excluded, expected);
        assert_eq!(ranking.n_ranked, 0);
    }

    #[test]
    fn a_plain_no_keeps_out_unless_it_may_not() {
        let no = || Profile::builder().status("salarié", -1.0).sector("mer", -1.0).build().expect("is valid");
        let (statuses, sectors) = (GateReason::RefusedStatuses, GateReason::RefusedSectors);
        let counts = |reason, n_metiers| Excluded { reason, n_metiers, n_without_data: 0 };
        let recommender = recommender();
        let excluded = |profile: &Profile| recommender.recommend(profile, 10).expect("the catalogue has the labels").excluded;
        assert_eq!(excluded(&no()), [counts(statuses, 4), counts(sectors, 1)]);
        assert_eq!(excluded(&no().keeping_refused()), []);
        let silent = Profile::default();
        let mut gates = Gatekeeper::new(&silent, recommender.catalogue());
        assert!(GateReason::ALL.into_iter().all(|reason| !gates.asks(reason)));
        gates.refuse(AnswerField::Sectors, "mer");
        gates.refuse(AnswerField::Interests, "mer");
        assert_eq!(GateReason::ALL.into_iter().filter(|reason| gates.asks(*reason)).collect::<Vec<_>>(), [sectors]);
        gates.refuse(AnswerField::Statuses, "salarié");
        assert_eq!(gates.refusal(&recommender.catalogue().metiers()[4]), Some(statuses));
        let kept = Profile::default().keeping_refused();
        let mut keeps = Gatekeeper::new(&kept, recommender.catalogue());
        keeps.refuse(AnswerField::Sectors, "mer");
        keeps.refuse(AnswerField::Statuses, "salarié");
        assert!(GateReason::ALL.into_iter().all(|reason| !keeps.asks(reason)));
    }

    #[test]
    fn a_fiche_that_does_not_say_is_kept_out_and_counted_apart() {
        let silent = Metier::new("MET.1".parse().expect("is an identifier"), Title::from_heading("botaniste"));
        let other = metier("MET.2", Some(AccessLevel::BacPlus5), "fonctionnaire", "bois");
        let asked_for = metier("MET.3", Some(AccessLevel::Cap), "salarié", "mer");
        let catalogue = Catalogue::from_metiers([silent, other, asked_for]).catalogue;
        let recommender = Recommender::new(catalogue, Weights::default()).expect("has métiers");
        for (profile, reason) in [
            (Profile::builder().max_access_level(AccessLevel::Bac), GateReason::MaxAccessLevel),
            (Profile::builder().only_status("salarié"), GateReason::Statuses),
            (Profile::builder().only_sector("mer"), GateReason::Sectors),
        ] {
            let ranking = recommender.recommend(&profile.build().expect("is valid"), 3).expect("the labels are known");
            assert_eq!(ranking.excluded, [Excluded { reason, n_metiers: 2, n_without_data: 1 }]);
        }
    }

    #[test]
    fn an_empty_ranking_says_which_gate_to_loosen() {
        let loosen = |reason, n_metiers, lowest_level| Loosening { reason, n_metiers, lowest_level };
        let expected = [
            loosen(GateReason::MaxAccessLevel, 3, Some(AccessLevel::BacPlus2)),
            loosen(GateReason::Statuses, 1, None),
            loosen(GateReason::Sectors, 1, None),
        ];
        assert_eq!(ranking(asks()).loosen, expected);
        // Without the gate, so many are ranked; with the lowest level, at least one.
        assert_eq!(ranking(Profile::builder().only_status("salarié").only_sector("mer")).n_ranked, 3);
        assert_eq!(ranking(asks().max_access_level(AccessLevel::BacPlus2)).n_ranked, 1);
        assert_eq!(ranking(asks().max_access_level(AccessLevel::BacPlus1)).n_ranked, 0);
    }

    #[test]
    fn exclusions_can_be_loosened_and_need_not() {
        let exclude = |profile: ProfileBuilder, ids: &[&str]| {
            ids.iter().fold(profile, |profile, id| profile.excludes(id.parse().expect("is an identifier")))
        };
        let only = Profile::builder().only_status("fonctionnaire").only_sector("bois");
        let expected = Loosening { reason: GateReason::Exclude, n_metiers: 1, lowest_level: None };
        assert_eq!(ranking(exclude(only, &["MET.6"])).loosen[0], expected);
        // Two gates keep every métier out: none alone is enough.
        let all = exclude(asks(), &["MET.1", "MET.2", "MET.3", "MET.4", "MET.5"]);
        assert_eq!(ranking(all).loosen, []);
    }

    #[test]
    fn a_level_that_no_fiche_states_has_no_lowest() {
        let ranking = ranking(asks().excludes("MET.1".parse().expect("is")).excludes("MET.2".parse().expect("is")));
        assert_eq!(ranking.loosen[0], Loosening { reason: GateReason::MaxAccessLevel, n_metiers: 1, lowest_level: None });
    }

    #[test]
    fn a_plain_no_to_all_that_a_fiche_offers_leaves_it_aside() {
        let both = {
            let mut both = metier("MET.3", None, "salarié", "mer");
            both.statuses.push(Status::new("militaire"));
            both
        };
        let silent = Metier::new("MET.4".parse().expect("is an identifier"), Title::from_heading("botaniste"));
        let metiers = [metier("MET.1", None, "militaire", "mer"), metier("MET.2", None, "salarié", "bois"), both, silent];
        let recommender = Recommender::new(Catalogue::from_metiers(metiers).catalogue, Weights::default()).expect("has métiers");
        let asks = |statuses: f64, sectors: f64| {
            Profile::builder().status("Militaire", statuses).sector("bois", sectors).build().expect("is valid")
        };
        let left = |profile: &Profile| recommender.recommend(profile, 9).expect("the labels are known").excluded;
        let one = |reason| Excluded { reason, n_metiers: 1, n_without_data: 0 };
        assert_eq!(left(&asks(-1.0, -0.5)), [one(GateReason::RefusedStatuses)]);
        assert_eq!(left(&asks(-0.5, -1.0)), [one(GateReason::RefusedSectors)]);
        assert_eq!(left(&asks(-1.0, -1.0)), [one(GateReason::RefusedStatuses), one(GateReason::RefusedSectors)]);
        assert_eq!(left(&asks(-1.0, -1.0).keeping_refused()), []);
    }

    #[test]
    fn a_ranking_that_is_not_empty_has_nothing_to_loosen() {
        assert_eq!(ranking(Profile::builder().max_access_level(AccessLevel::Cap)).loosen, []);
    }
}
