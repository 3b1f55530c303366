//! The part for whoever advises a student: every term with its digits, weights, what is missing, how sure places are, where the result came from.

use boussole::inquiry::{MetierStability, N_DRAWS};
use boussole::profile::Profile;
use boussole::ranking::Recommender;
use boussole::weights::Weights;

use crate::render::{Block, Section, Table};
use crate::score::Score;
use crate::voice::Voice;
use crate::words::{WEIGHT_DECIMALS, message, values};

/// What the part tells about.
pub(crate) struct Digits<'a> {
    pub(crate) recommender: &'a Recommender,
    pub(crate) applied: &'a Weights,
    pub(crate) profile: &'a Profile,
    /// Names and scores.
    pub(crate) metiers: Vec<(String, Score<'a>)>,
    /// Places, where they were looked at.
    pub(crate) places: Vec<&'a MetierStability>,
}

impl Digits<'_> {
    /// A part that a reader opens.
    pub(crate) fn disclosure(self, voice: Voice) -> Block {
        let introduction = [message::DIGITS_SUM, message::DIGITS_POINTS, message::DIGITS_INFERRED, message::DIGITS_LIMIT];
        let mut blocks = Block::paragraphs(introduction.map(|sentence| voice.words(sentence)));
        blocks.push(Block::Table(weights(self.recommender.weights(), self.applied, voice)));
        blocks.extend(factors(self.recommender.weights(), voice).map(Block::Table));
        if !self.places.is_empty() {
            blocks.push(Block::Table(places(&self.places, voice)));
            blocks.extend(Block::paragraphs(voice.counted_explained()));
        }
        blocks.push(Block::Table(terms(self.metiers, voice)));
        let (catalogue, seed) = (self.recommender.catalogue(), self.profile.seed().to_string());
        let (n, fingerprint) = (catalogue.len(), catalogue.fingerprint());
        blocks.push(Block::Paragraph(voice.words_with(message::DIGITS_PROVENANCE, values![n, fingerprint, seed])));
        blocks.push(Block::PrintHint(voice.words(message::PAGE_PRINT_HINT)));
        Block::Disclosure(Section::new("detail", voice.words(message::DIGITS_TITLE), blocks))
    }
}

fn weights(set: &Weights, applied: &Weights, voice: Voice) -> Table {
    let columns = [message::WEIGHTS_CRITERION, message::WEIGHTS_SET, message::WEIGHTS_APPLIED];
    let counted = set.iter().zip(applied.iter()).filter(|((_, set), (_, applied))| 0.0 < set.max(*applied));
    let row = |((criterion, set), (_, applied))| {
        let numbers = [set, applied].map(|weight| voice.number(weight, WEIGHT_DECIMALS));
        std::iter::once(voice.criterion(criterion)).chain(numbers).collect()
    };
    let table = Table::new(columns.map(|column| voice.words(column)), counted.map(row).collect());
    table.named("weights", voice.words(message::WEIGHTS_CAPTION))
}

/// How much single interests count beside their rarity, where somebody decided so.
fn factors(set: &Weights, voice: Voice) -> Option<Table> {
    let row = |(interest, factor): (&str, f64)| vec![voice.shown(interest), voice.number(factor, WEIGHT_DECIMALS)];
    let rows: Vec<_> = set.interest_factors().iter().map(row).collect();
    let columns = [message::FACTORS_INTEREST, message::FACTORS_FACTOR].map(|column| voice.words(column));
    (!rows.is_empty()).then(|| Table::new(columns, rows).named("factors", voice.words(message::FACTORS_CAPTION)))
}

/// How sure the places are, and what was counted.
fn places(places: &[&MetierStability], voice: Voice) -> Table {
    let columns =
        [message::PLACES_RANK, message::PLACES_BEST, message::PLACES_WORST, message::PLACES_DRAWS, message::PLACES_PLACE];
    let row = |place: &&MetierStability| {
        let ranks = [place.rank, place.ranks.best, place.ranks.worst].map(|rank| rank.to_string());
        let draws = format!("{} / {N_DRAWS}", place.n_in_top);
        ranks.into_iter().chain([draws, voice.robustness(place.robustness())]).collect()
    };
    let table = Table::new(columns.map(|column| voice.words(column)), places.iter().map(row).collect());
    table.named("places", voice.words(message::PLACES_CAPTION))
}

fn terms(metiers: Vec<(String, Score<'_>)>, voice: Voice) -> Table {
    let columns = [message::TERMS_ELEMENT, message::TERMS_ANSWER, message::TERMS_SHARE, message::POINTS];
    let mut table = Table::with_text(1, columns.map(|column| voice.words(column)));
    table.groups = metiers.into_iter().map(|(name, score)| score.group(name)).collect();
    table.named("terms", voice.words(message::TERMS_CAPTION))
}
