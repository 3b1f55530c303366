//! The interests of fiches that name none, guessed from their sectors, domains of the ROME, letters and level.
//!
//! # Formula
//!
//! ```text
//! x_mi = ⅘ · w_i / (W + κ) for the three interests i that are likeliest for m, W the sum of their weights
//! ```
//!
//! where likelihoods are those of a ridge regression on the fiches that name interests (`guesses` in `src/features`), and the rest is as in
//! the interest criterion. So a fiche that says nothing neither fills the list of who dislikes much nor hides from who likes what its
//! sector is about; that it says nothing stays told (`missing`), and its terms are marked as inferred. Nothing is learned from a guess.

use super::sheet::{Labels, Sheet};
use crate::catalogue::{AccessLevel, Catalogue, RiasecLetter};
use crate::features::{Facts, INTEREST_SHRINKAGE, guesses};

/// How many interests a guess has: as many as most fiches name.
const N_GUESSED: usize = 3;

/// What a guess counts beside what a fiche says: less, since nobody said it.
const SHARE: f64 = 0.8;

/// How much the access level weighs among the facts: five rungs as much as a sector.
const RUNG: f64 = 0.2;

/// By place in the catalogue, what a fiche that names no interest has in the columns of interests.
pub(super) fn guessed(labels: &Labels<'_>, catalogue: &Catalogue) -> Vec<Vec<(usize, f64)>> {
    let metiers = catalogue.metiers().iter().enumerate();
    let sheets: Vec<Sheet<'_>> = metiers.map(|(position, metier)| labels.sheet(position, metier)).collect();
    let mut rows = vec![Vec::new(); sheets.len()];
    let facts = |sheet: &Sheet<'_>| facts(labels, sheet);
    let silent: Vec<usize> =
        (0..sheets.len()).filter(|place| sheets[*place].interests.is_empty() && has_facts(&sheets[*place])).collect();
    if silent.is_empty() {
        return rows;
    }
    let known: Vec<_> =
        sheets.iter().filter(|sheet| !sheet.interests.is_empty()).map(|sheet| (facts(sheet), &sheet.interests[..])).collect();
    let asked: Vec<Facts> = silent.iter().map(|place| facts(&sheets[*place])).collect();
    let n_facts = labels.sectors.len() + labels.domains.len() + RiasecLetter::ALL.len() + 1;
    let found = guesses(&known, &asked, n_facts, labels.interests.len()).unwrap_or_default();
    for (place, likely) in silent.into_iter().zip(found) {
        rows[place] = row(labels, &likely);
    }
    rows
}

/// The likeliest interests, the first in the order of labels among equals.
fn row(labels: &Labels<'_>, likely: &[f64]) -> Vec<(usize, f64)> {
    let mut order: Vec<usize> = (0..likely.len()).filter(|interest| 0.0 < likely[*interest]).collect();
    order.sort_by(|left, right| likely[*right].total_cmp(&likely[*left]).then(left.cmp(right)));
    order.truncate(N_GUESSED);
    order.sort_unstable();
    let total: f64 = order.iter().map(|interest| labels.counted_weights[*interest]).sum();
    let share = |interest: usize| SHARE * labels.counted_weights[interest] / (total + INTEREST_SHRINKAGE);
    order.into_iter().map(|interest| (interest, share(interest))).collect()
}

/// Whether a fiche says something from which interests can be guessed. The level alone is too little.
fn has_facts(sheet: &Sheet<'_>) -> bool {
    !(sheet.sectors.is_empty() && sheet.domains.is_empty() && sheet.metier.riasec.is_empty())
}

/// Shares of sectors and domains, letters, and the level above the lowest.
fn facts(labels: &Labels<'_>, sheet: &Sheet<'_>) -> Facts {
    let (n_sectors, n_domains) = (labels.sectors.len(), labels.domains.len());
    let shares = |places: &[usize], start: usize| {
        let share = 1.0 / places.len() as f64;
        places.iter().map(|place| (start + place, share)).collect::<Facts>()
    };
    let start = n_sectors + n_domains;
    let letters = super::riasec::letters(sheet.metier).into_iter().enumerate().filter(|(_, value)| 0.0 < *value);
    let letters = letters.map(|(letter, value)| (start + letter, value));
    let level = sheet.metier.access_level.map(AccessLevel::rung).filter(|rung| 0 < *rung);
    let level = level.map(|rung| (start + RiasecLetter::ALL.len(), RUNG * rung as f64));
    let (sectors, domains) = (shares(&sheet.sectors, 0), shares(&sheet.domains, n_sectors));
    sectors.into_iter().chain(domains).chain(letters).chain(level).collect()
}

#[cfg(test)]
mod tests {
    //! Properties: a fiche that names no interest has those of its sector, less; a fiche that says nothing has none.

    use super::*;
    use crate::catalogue::{Interest, Metier, Sector, Title};
    use crate::criteria::toy::id;
    use crate::features::{Criterion, FeatureModel};

    #[test]
    fn the_interests_of_the_sector_are_guessed() {
        let fiche = |number: usize, interest: &str, sector: &str| {
            let mut metier = Metier::new(id(number), Title::from_heading("x"));
            metier.interests = (!interest.is_empty()).then(|| Interest::new(interest)).into_iter().collect();
            metier.sectors = (!sector.is_empty()).then(|| Sector::new(sector)).into_iter().collect();
            metier
        };
        let fiches = [fiche(1, "A", "bois"), fiche(2, "A", "bois"), fiche(3, "B", "mer"), fiche(4, "", "bois"), fiche(5, "", "")];
        let model = FeatureModel::of(&Catalogue::from_metiers(fiches).catalogue);
        let interests = model.space().group(Criterion::Interest);
        let row = |position| model.matrix().row(position).entries_in(&interests).collect::<Vec<_>>();
        let guess: f64 = row(3).into_iter().map(|(interest, value)| if interest == 0 { value } else { -value }).sum();
        assert!(0.0 < guess || row(3).len() == 2, "{:?}", row(3));
        assert!(row(3)[0].1 < row(0)[0].1, "a guess counts less than what is said");
        assert_eq!(row(4), []);
        assert!(!model.matrix().row(3).knows(Criterion::Interest), "that the fiche says nothing stays told");
    }
}
