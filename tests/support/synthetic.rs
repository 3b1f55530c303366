//! Large catalogues with frequent and rare labels, and students of them: the size at which bounds and blocks of rows matter.

use std::collections::BTreeSet;

use boussole::Profile;
use boussole::catalogue::{AccessLevel, Catalogue, Interest, Metier, Sector, Status, Title};
use boussole::profile::ProfileBuilder;
use boussole::random::SplitMix64;

/// How many of 734 real métiers carry each of the 25 interests.
const INTEREST_COUNTS: [usize; 25] =
    [219, 195, 160, 107, 103, 89, 87, 84, 82, 69, 68, 58, 54, 48, 44, 40, 39, 35, 35, 34, 30, 27, 22, 22, 19];
pub(crate) const N_STATUSES: usize = 9;
pub(crate) const N_SECTORS: usize = 32;
const N_CODES: usize = 271;
const LETTERS: [&str; 7] = ["RI", "IA", "AS", "SE", "EC", "CR", "R"];

pub(crate) fn status(index: usize) -> String {
    format!("statut {index}")
}

pub(crate) fn sector(index: usize) -> String {
    format!("secteur {index:02}")
}

fn interest(index: usize) -> String {
    format!("j'aime l'activité numéro {index:02}")
}

/// A number below `n`, low ones more often.
fn skewed(random: &mut SplitMix64, n: usize) -> usize {
    random.index_below(n).min(random.index_below(n))
}

/// At most so many distinct numbers below `n`, low ones more often.
fn some(random: &mut SplitMix64, n_drawn: usize, n: usize) -> BTreeSet<usize> {
    (0..n_drawn).map(|_| skewed(random, n)).collect()
}

/// So many métiers: 734 of them share their patterns of interests as the real ones do.
pub(crate) fn large_catalogue(n_metiers: usize, seed: u64) -> Catalogue {
    let mut random = SplitMix64::new(seed);
    let loaded = Catalogue::from_metiers((1..=n_metiers).map(|number| metier(number, &mut random)));
    assert_eq!(loaded.problems, [], "synthetic métiers have distinct identifiers");
    loaded.catalogue
}

fn metier(number: usize, random: &mut SplitMix64) -> Metier {
    let id = format!("MET.{number}").parse().expect("digits make an identifier");
    let mut metier = Metier::new(id, Title::from_heading(&format!("métier {number}")));
    let carried = (0..INTEREST_COUNTS.len()).filter(|index| random.index_below(734) < INTEREST_COUNTS[*index]);
    metier.interests = carried.map(|index| Interest::new(&interest(index))).collect();
    metier.access_level = Some(AccessLevel::ALL[3 + random.index_below(8)]);
    let n_statuses = 1 + random.index_below(2);
    metier.statuses = some(random, n_statuses, N_STATUSES).into_iter().map(|index| Status::new(&status(index))).collect();
    let n_sectors = random.index_below(4);
    metier.sectors = some(random, n_sectors, N_SECTORS).into_iter().map(|index| Sector::new(&sector(index))).collect();
    let n_codes = 1 + random.index_below(2);
    for code in some(random, n_codes, N_CODES) {
        let letter = char::from(b"ABCDEFGHIJ"[code % 10]);
        metier.rome_codes.push(format!("{letter}{}{:02}", 11 + code / 10 % 9, 1 + code / 90).parse().expect("is a code"));
        metier.riasec.push(LETTERS[code % LETTERS.len()].parse().expect("are letters"));
    }
    metier
}

/// A student with one to eight graded answers; some also speak of study, statuses, sectors and letters.
pub(crate) fn large_student(random: &mut SplitMix64) -> ProfileBuilder {
    let mut profile = Profile::builder().seed(random.next_u64() >> 48);
    let n_answers = 1 + random.index_below(8);
    for index in random.distinct_below(INTEREST_COUNTS.len(), n_answers) {
        profile = profile.interest(&interest(index), [1.0, 1.0, 0.75, 0.5, 0.25, -0.25, -1.0][random.index_below(7)]);
    }
    if random.index_below(10) < 6 {
        let reached = 2 + random.index_below(5);
        profile = profile.reached(AccessLevel::ALL[reached]).willing(AccessLevel::ALL[reached + random.index_below(6)]);
    }
    if random.index_below(5) == 0 {
        profile = profile.status(&status(random.index_below(3)), [1.0, 0.5, -1.0][random.index_below(3)]);
    }
    if random.index_below(5) == 0 {
        profile = profile.sector(&sector(random.index_below(8)), 1.0).sector(&sector(8 + random.index_below(8)), -0.5);
    }
    if random.index_below(10) == 0 {
        profile = profile.riasec([0; 6].map(|_: i32| random.index_below(20) as f64));
    }
    profile
}
