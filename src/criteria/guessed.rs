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
    //! Properties: a fiche that names no interest has the three likeliest by what else it says, at four fifths of what a statement counts,
    //! and is told to be silent; a fiche that says nothing, or only its level, has none; facts are worked by hand.

    use super::*;
    use crate::catalogue::{Interest, Metier, Sector, Title};
    use crate::criteria::toy::id;
    use crate::features::{Criterion, FeatureModel};

    const TOLERANCE: f64 = 1e-12;

    fn fiche(number: usize, interests: &str, sectors: &[&str]) -> Metier {
        let mut metier = Metier::new(id(number), Title::from_heading("x"));
        metier.interests = interests.chars().map(|name| Interest::new(&name.to_string())).collect();
        metier.sectors = sectors.iter().map(|sector| Sector::new(sector)).collect();
        metier
    }

    /// Two fiches of wood with A, B and C, two of the sea with D, and those that are asked about.
    fn catalogue(asked: &[Metier]) -> Catalogue {
        let known = [fiche(1, "ABC", &["bois"]), fiche(2, "ABC", &["bois"]), fiche(3, "D", &["mer"]), fiche(4, "D", &["mer"])];
        Catalogue::from_metiers(known.into_iter().chain(asked.iter().cloned())).catalogue
    }

    /// What the last fiche has in the columns of interests.
    #[track_caller]
    fn has(asked: Metier, expected: &[(usize, f64)]) {
        let model = FeatureModel::of(&catalogue(&[asked]));
        let row = model.matrix().row(4);
        let found: Vec<(usize, f64)> = row.entries_in(&model.space().group(Criterion::Interest)).collect();
        assert_eq!(
            found.iter().map(|entry| entry.0).collect::<Vec<_>>(),
            expected.iter().map(|entry| entry.0).collect::<Vec<_>>()
        );
        for ((_, found), (_, expected)) in found.iter().zip(expected) {
            assert!((found - expected).abs() < TOLERANCE, "expected {expected}, found {found}");
        }
        assert!(!row.knows(Criterion::Interest), "that the fiche says nothing stays told");
    }

    #[test]
    fn the_likeliest_interests_of_the_sector_are_guessed() {
        // Each interest has two fiches, so all weigh 1: x = ⅘ · 1 / (3 + 3).
        let share = 0.8 / 6.0;
        has(fiche(5, "", &["bois"]), &[(0, share), (1, share), (2, share)]);
        // Of the sea D is likeliest; A, B and C are equally unlikely, so the first two come in.
        has(fiche(5, "", &["mer"]), &[(0, share), (1, share), (3, share)]);
    }

    #[test]
    fn nothing_is_guessed_from_nothing_or_from_the_level_alone() {
        has(fiche(5, "", &[]), &[]);
        has(Metier { access_level: Some(AccessLevel::Bac), ..fiche(5, "", &[]) }, &[]);
    }

    #[test]
    fn what_is_named_is_not_guessed() {
        let model = FeatureModel::of(&catalogue(&[fiche(5, "D", &["bois"])]));
        let entries: Vec<_> = model.matrix().row(4).entries_in(&model.space().group(Criterion::Interest)).collect();
        assert_eq!(entries.iter().map(|entry| entry.0).collect::<Vec<_>>(), [3]);
        assert!(model.matrix().row(4).knows(Criterion::Interest));
    }

    #[test]
    fn what_is_not_likely_is_not_guessed() {
        let (catalogue, factors) = (catalogue(&[]), [1.0; 4]);
        let labels = Labels::of(&catalogue, &factors);
        // x = ⅘ · 1 / (1 + 3)
        let found = row(&labels, &[0.0, -0.5, 0.25, 0.0]);
        assert!(found.len() == 1 && found[0].0 == 2 && (found[0].1 - 0.2).abs() < TOLERANCE, "{found:?}");
    }

    #[test]
    fn facts_are_shares_letters_and_rungs() {
        let mut metier = fiche(5, "", &["bois", "mer"]);
        metier.rome_codes = vec!["K2104".parse().expect("a code")];
        metier.riasec = vec!["RI".parse().expect("letters")];
        metier.access_level = Some(AccessLevel::Cap);
        let catalogue = catalogue(&[metier]);
        let labels = Labels::of(&catalogue, &[1.0; 4]);
        // Places: two sectors, one domain, R I A S E C, the level, three rungs above the lowest at .2.
        let found = facts(&labels, &labels.sheet(4, &catalogue.metiers()[4]));
        let expected = [(0, 0.5), (1, 0.5), (2, 1.0), (3, 1.0), (4, 0.5), (9, 0.6)];
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for ((place, found), (expected_place, expected)) in found.into_iter().zip(expected) {
            assert!(
                place == expected_place && (found - expected).abs() < TOLERANCE,
                "{place}: expected {expected}, found {found}"
            );
        }
    }
}
