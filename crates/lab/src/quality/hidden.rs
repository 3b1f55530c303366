//! Whom does the ranking hide? Métiers that their own perfect student does not find, those that no short profile reaches, and the share of
//! levels and sectors in the first ten.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;

use boussole::inquiry::{ReachabilityScope, reachability};
use boussole::{Catalogue, Metier, Recommender, Weights};

use super::noisy::students;
use super::settings::settings;

/// How many noisy students look at lists.
const N_STUDENTS: usize = 1000;

/// The two numbers for each of our settings, and the exposure by level and sector under the default one.
pub(super) fn table(catalogue: &Catalogue) -> Result<String, Box<dyn Error>> {
    let n = catalogue.len();
    let mut out =
        format!("Who is hidden, of {n} métiers.\n\n| setting | own métier lost | reached by no short profile |\n|---|---|---|\n");
    for setting in settings()?.into_iter().filter(|setting| !setting.answers.sectors) {
        let recommender = Recommender::new(catalogue.clone(), setting.weights)?;
        let found = reachability(&recommender, ReachabilityScope::default(), |_, _| ())?;
        writeln!(out, "| {} | {} | {} |", setting.name, found.lost.len(), found.never.len())?;
    }
    let level = |metier: &Metier| metier.access_level.iter().map(|level| level.label().to_owned()).collect::<Vec<_>>();
    let sectors = |metier: &Metier| metier.sectors.iter().map(|sector| sector.as_str().to_owned()).collect::<Vec<_>>();
    let by_level = exposure(catalogue, level)?;
    let by_sector = exposure(catalogue, sectors)?;
    writeln!(out, "\nShare of the first ten of {N_STUDENTS} noisy students over the share of métiers, default weights.\n")?;
    writeln!(out, "| group | ratio |\n|---|---|")?;
    for (group, ratio) in by_level.into_iter().chain(by_sector) {
        writeln!(out, "| {group} | {ratio:.2} |")?;
    }
    Ok(out)
}

/// By group, its share of the places shown over its share of all métiers.
fn exposure(catalogue: &Catalogue, groups: impl Fn(&Metier) -> Vec<String>) -> Result<BTreeMap<String, f64>, Box<dyn Error>> {
    let recommender = Recommender::new(catalogue.clone(), Weights::default())?;
    let mut shares: BTreeMap<String, [f64; 2]> = BTreeMap::new();
    let mut add = |metier: &Metier, which: usize, whole: f64| {
        let groups = groups(metier);
        for group in &groups {
            shares.entry(group.clone()).or_default()[which] += 1.0 / (whole * groups.len() as f64);
        }
    };
    for metier in catalogue.metiers() {
        add(metier, 0, catalogue.len() as f64);
    }
    for student in students(catalogue, N_STUDENTS, (8, 20))? {
        for placed in recommender.shortlist(&student.profile, 10)? {
            add(&catalogue.metiers()[placed.position], 1, 10.0 * N_STUDENTS as f64);
        }
    }
    Ok(shares.into_iter().map(|(group, [own, shown])| (group, shown / own)).collect())
}
