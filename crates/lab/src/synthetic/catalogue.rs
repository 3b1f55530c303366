//! Catalogues with the frequencies of real ones.

use boussole::catalogue::{AccessLevel, Catalogue, Interest, Metier, RiasecCode, RiasecLetter, Sector, Status, Title};

use super::draw::Draw;

/// How many of 734 métiers carry each of the 25 interests.
pub const INTEREST_COUNTS: [usize; 25] =
    [219, 195, 160, 107, 103, 89, 87, 84, 82, 69, 68, 58, 54, 48, 44, 40, 39, 35, 35, 34, 30, 27, 22, 22, 19];

/// How many of 734 métiers carry 0, 1, … 7 interests.
const NUMBER_OF_INTERESTS: [usize; 8] = [28, 168, 191, 219, 93, 22, 10, 3];

/// How many of 440 métiers ask for each rung of the ladder.
const LEVEL_COUNTS: [usize; 14] = [2, 3, 3, 72, 55, 1, 75, 47, 12, 151, 2, 1, 11, 5];

/// How many of 440 métiers have each status, and 0, 1, … 4 of them.
const STATUS_COUNTS: [usize; 9] = [378, 120, 49, 47, 23, 22, 11, 7, 2];
const NUMBER_OF_STATUSES: [usize; 5] = [1, 243, 175, 18, 3];

/// How many of 440 métiers are in each sector, and in 0, 1, … 5 of them.
const SECTOR_COUNTS: [usize; 32] =
    [121, 49, 39, 33, 33, 31, 31, 27, 27, 26, 25, 24, 24, 23, 22, 21, 20, 19, 19, 18, 17, 17, 16, 15, 13, 11, 11, 9, 7, 5, 5, 4];
const NUMBER_OF_SECTORS: [usize; 6] = [19, 212, 130, 35, 35, 9];

/// How many of 440 métiers have 1, 2, … codes of the ROME; 271 codes in 90 domains, of which few are frequent.
const NUMBER_OF_CODES: [usize; 5] = [0, 356, 74, 8, 2];
const N_CODES: usize = 271;
const N_DOMAINS: usize = 90;

/// Sectors and codes come in lists that many métiers share: 440 métiers have 128 different lists of sectors and 292 of codes.
const N_SECTOR_LISTS: usize = 400;
const N_CODE_LISTS: usize = 900;

/// One list in so many goes with a given interest; a métier's own ones are drawn with that in mind.
const AFFINITY: usize = 3;

/// The name of an interest, about as long as real ones.
pub fn interest(index: usize) -> String {
    format!("j'aime l'activité numéro {index:02}")
}

/// The name of a status.
pub fn status(index: usize) -> String {
    format!("statut {index}")
}

/// The name of a sector, about as long as real ones.
pub fn sector(index: usize) -> String {
    format!("Secteur - branche {index:02}")
}

/// A catalogue of so many métiers.
pub fn catalogue(n_metiers: usize, seed: u64) -> Catalogue {
    let loaded = Catalogue::from_metiers(metiers(n_metiers, seed));
    assert!(loaded.problems.is_empty(), "synthetic métiers are well formed, but: {:?}", loaded.problems.first());
    loaded.catalogue
}

/// So many métiers. For 734 the counts of interests are exactly the real ones, for more they are in proportion.
pub fn metiers(n_metiers: usize, seed: u64) -> Vec<Metier> {
    let mut draw = Draw::new(seed);
    let numbers = deck(&mut draw, &NUMBER_OF_INTERESTS, n_metiers);
    let mut stubs = deck(&mut draw, &INTEREST_COUNTS, numbers.iter().sum());
    let mut next = 0;
    let interests = numbers.into_iter().map(|number| {
        let taken = hand(&mut draw, &mut stubs, next, number);
        next += number;
        taken
    });
    let interests: Vec<Vec<usize>> = interests.collect();
    let lists = Lists::new(&mut draw);
    interests.iter().enumerate().map(|(index, interests)| lists.metier(&mut draw, index, interests)).collect()
}

/// Each kind as often as its count, over and over, in random order, cut after `n`.
fn deck(draw: &mut Draw, counts: &[usize], n: usize) -> Vec<usize> {
    let once: Vec<usize> = counts.iter().enumerate().flat_map(|(kind, count)| std::iter::repeat_n(kind, *count)).collect();
    let mut deck = Vec::with_capacity(n + once.len());
    while deck.len() < n {
        let mut round = once.clone();
        draw.shuffle(&mut round);
        deck.append(&mut round);
    }
    deck.truncate(n);
    deck
}

/// The next stubs of a deck; one that is in the hand already changes places with a later one, as long as there is another.
fn hand(draw: &mut Draw, stubs: &mut [usize], next: usize, number: usize) -> Vec<usize> {
    let mut taken: Vec<usize> = Vec::with_capacity(number);
    for place in next..next + number {
        for _ in 0..100 {
            if !taken.contains(&stubs[place]) {
                break;
            }
            let other = place + draw.below(stubs.len() - place);
            stubs.swap(place, other);
        }
        if !taken.contains(&stubs[place]) {
            taken.push(stubs[place]);
        }
    }
    taken
}

/// The lists of sectors and of codes that métiers share.
struct Lists {
    sectors: Vec<Vec<usize>>,
    codes: Vec<Vec<usize>>,
}

impl Lists {
    fn new(draw: &mut Draw) -> Self {
        let mut lists = |n_lists, numbers: &[usize], one: &dyn Fn(&mut Draw) -> usize| {
            let list = |_| {
                let number = draw.weighted(numbers);
                draw.some(number, one).into_iter().collect()
            };
            (0..n_lists).map(list).collect()
        };
        let sectors = lists(N_SECTOR_LISTS, &NUMBER_OF_SECTORS, &|draw| draw.weighted(&SECTOR_COUNTS));
        let codes = lists(N_CODE_LISTS, &NUMBER_OF_CODES, &|draw| draw.skewed(N_CODES));
        Self { sectors, codes }
    }

    fn metier(&self, draw: &mut Draw, index: usize, interests: &[usize]) -> Metier {
        let affinity = interests.first().map_or_else(|| draw.below(AFFINITY), |first| first % AFFINITY);
        let id = format!("MET.{}", 1 + index).parse().expect("digits make an identifier");
        let mut metier = Metier::new(id, Title::from_heading(&format!("métier {index}")));
        metier.interests = interests.iter().map(|index| Interest::new(&interest(*index))).collect();
        metier.access_level = Some(AccessLevel::ALL[draw.weighted(&LEVEL_COUNTS)]);
        let n_statuses = draw.weighted(&NUMBER_OF_STATUSES);
        let statuses = draw.some(n_statuses, |draw| draw.weighted(&STATUS_COUNTS));
        metier.statuses = statuses.into_iter().map(|index| Status::new(&status(index))).collect();
        let sectors = &self.sectors[akin(affinity, || draw.skewed(N_SECTOR_LISTS))];
        metier.sectors = sectors.iter().map(|index| Sector::new(&sector(*index))).collect();
        for code in &self.codes[akin(affinity, || draw.skewed(N_CODE_LISTS))] {
            let domain = code % N_DOMAINS;
            let letter = char::from(b"ABCDEFGHIJ"[domain / 9]);
            let text = format!("{letter}{}{:02}", 11 + domain % 9, 1 + code / N_DOMAINS);
            metier.rome_codes.push(text.parse().expect("a letter and four digits make a code"));
            metier.riasec.push(letters(*code));
        }
        metier
    }
}

/// A draw that goes with the affinity, or the third whatever it is.
fn akin(affinity: usize, mut draw: impl FnMut() -> usize) -> usize {
    let (first, second, third) = (draw(), draw(), draw());
    [first, second].into_iter().find(|drawn| drawn % AFFINITY == affinity).unwrap_or(third)
}

/// The letters of a code, the same wherever it stands.
fn letters(code: usize) -> RiasecCode {
    let minor = (!code.is_multiple_of(7)).then(|| RiasecLetter::ALL[code / 6 % 6]);
    RiasecCode::new(RiasecLetter::ALL[code % 6], minor)
}

#[cfg(test)]
mod tests {
    //! Frequencies are those of the real catalogue, exactly.

    use super::{INTEREST_COUNTS, catalogue};

    #[test]
    fn interests_are_as_frequent_as_in_the_real_catalogue() {
        let catalogue = catalogue(734, 1);
        let mut counts: Vec<usize> = catalogue.interests().terms().iter().map(|term| term.n_metiers).collect();
        counts.sort_unstable_by(|left, right| right.cmp(left));
        assert_eq!(counts, INTEREST_COUNTS);
    }
}
