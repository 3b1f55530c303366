//! Our own scorer under several settings: what a student answers, and how much each criterion counts.

use std::error::Error;

use boussole::features::Criterion;
use boussole::{Catalogue, Metier, Profile, Recommender, Weights};

/// What a student answers about, beside interests, as the métier that they come from has it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Answers {
    pub(super) level: bool,
    pub(super) statuses: bool,
    pub(super) sectors: bool,
}

impl Answers {
    pub(super) const INTERESTS: Self = Self { level: false, statuses: false, sectors: false };
    pub(super) const LEVEL: Self = Self { level: true, ..Self::INTERESTS };
    pub(super) const STATUSES: Self = Self { statuses: true, ..Self::LEVEL };
    pub(super) const SECTORS: Self = Self { sectors: true, ..Self::STATUSES };

    fn profile(self, metier: &Metier) -> Result<Profile, boussole::ProfileError> {
        let mut builder = metier.interests.iter().fold(Profile::builder(), |builder, label| builder.likes(label.as_str()));
        if let Some(level) = metier.access_level.filter(|_| self.level) {
            builder = builder.willing(level);
        }
        for label in metier.statuses.iter().filter(|_| self.statuses) {
            builder = builder.status(label.as_str(), 1.0);
        }
        for label in metier.sectors.iter().filter(|_| self.sectors) {
            builder = builder.sector(label.as_str(), 1.0);
        }
        builder.build()
    }
}

/// One of our own settings.
pub(super) struct Setting {
    pub(super) name: &'static str,
    pub(super) weights: Weights,
    pub(super) answers: Answers,
}

/// Our settings, from interests alone to all that students may say; a star marks columns that come from the ROME.
pub(super) fn settings() -> Result<Vec<Setting>, boussole::WeightsError> {
    let base = [Criterion::Interest, Criterion::AccessLevel];
    let defaults = Weights::default();
    let with_domain = defaults
        .iter()
        .filter(|(_, weight)| 0.0 < *weight)
        .chain([(Criterion::Domain, DOMAIN * defaults.get(Criterion::Sector))]);
    let with_domain = Weights::new(with_domain.collect::<Vec<_>>())?;
    let level = Answers::LEVEL;
    Ok(vec![
        Setting { name: "interests", weights: only(&base)?, answers: Answers::INTERESTS },
        Setting { name: "interests, level", weights: only(&base)?, answers: level },
        Setting { name: "default: interests, level, sectors guessed", weights: Weights::default(), answers: level },
        Setting { name: "default and domains guessed *", weights: with_domain, answers: level },
        Setting { name: "default, statuses said", weights: Weights::default(), answers: Answers::STATUSES },
        Setting { name: "default, statuses and sectors said", weights: Weights::default(), answers: Answers::SECTORS },
    ])
}

/// The weight of domains of the ROME beside that of sectors, as long as they were guessed by default.
const DOMAIN: f64 = 1.0;

/// Scores of all métiers for each student: one list a métier, in the order of the catalogue.
pub(super) fn scores(catalogue: &Catalogue, weights: &Weights, answers: Answers) -> Result<Vec<Vec<f64>>, Box<dyn Error>> {
    let recommender = Recommender::new(catalogue.clone(), weights.clone())?;
    let list = |metier| {
        let scores = recommender.scores(&answers.profile(metier)?)?;
        Ok(scores.into_iter().map(boussole::Points::value).collect())
    };
    catalogue.metiers().iter().map(|metier| list(metier)).collect()
}

/// The same, but what is inferred for a student is learned from the other métiers only.
pub(super) fn held_out_scores(
    catalogue: &Catalogue,
    weights: &Weights,
    answers: Answers,
) -> Result<Vec<Vec<f64>>, Box<dyn Error>> {
    let whole = Recommender::new(catalogue.clone(), weights.clone())?;
    let mut lists = Vec::with_capacity(catalogue.len());
    for metier in catalogue.metiers() {
        let others = catalogue.metiers().iter().filter(|other| other.id != metier.id).map(|other| Metier::clone(other));
        let recommender = Recommender::new(Catalogue::from_metiers(others).catalogue, weights.clone())?;
        let profile = answers.profile(metier)?;
        // An interest or label that only this métier has is unknown to the others: then the whole catalogue scores.
        let list = match recommender.scores(&profile) {
            Ok(scores) => {
                let own = catalogue.position(&metier.id).expect("is a métier of the catalogue");
                let mut list: Vec<f64> = scores.into_iter().map(boussole::Points::value).collect();
                list.insert(own, 0.0);
                list
            }
            Err(_) => whole.scores(&profile)?.into_iter().map(boussole::Points::value).collect(),
        };
        lists.push(list);
    }
    Ok(lists)
}

/// The default weights with one of them multiplied.
pub(super) fn scaled(criterion: Criterion, factor: f64) -> Result<Weights, boussole::WeightsError> {
    let scale = |(other, weight)| (other, if other == criterion { weight * factor } else { weight });
    Weights::new(Weights::default().iter().map(scale))
}

/// The default weights of some criteria, the others 0.
pub(super) fn only(criteria: &[Criterion]) -> Result<Weights, boussole::WeightsError> {
    Weights::new(Weights::default().iter().filter(|(criterion, _)| criteria.contains(criterion)))
}
