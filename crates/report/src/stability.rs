//! How sure the places of a ranking are, in words and tables.

use boussole::inquiry::{CriterionStability, MetierStability, N_DRAWS, Stability, WeightInterval};

use crate::render::{Block, Document, Form, Table};
use crate::report::Report;
use crate::versioned::Versioned;
use crate::voice::Voice;
use crate::words::{WEIGHT_DECIMALS, capitalised, message, values};

/// The schema of the JSON of a [`StabilityReport`].
pub const STABILITY_SCHEMA: &str = "boussole/stability/2";

/// The stability of a ranking, ready to be written.
///
/// ```
/// use boussole_report::{Report, StabilityReport, Voice};
/// use boussole::{Catalogue, Profile, Recommender, Weights, inquiry::stability};
/// let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
/// let profile = Profile::builder().likes("j'aime la nature").build()?;
/// let found = stability(&recommender, &profile, 3)?;
/// assert!(StabilityReport::new(&found).text(Voice::default()).contains("place"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct StabilityReport<'a> {
    found: &'a Stability,
}

impl<'a> StabilityReport<'a> {
    /// A report on stability.
    pub fn new(found: &'a Stability) -> Self {
        Self { found }
    }
}

impl Report for StabilityReport<'_> {
    fn document(&self, voice: Voice, _: Form) -> Document {
        let mut document = Document::new(voice.words(message::STABILITY_TITLE));
        document = document.with(voice.words(message::STABILITY_PLACES), vec![self.places(voice)]);
        if voice.has_figures() {
            document = document.with(voice.words(message::STABILITY_RANKS), self.ranks(voice));
            document = document.with(voice.words(message::STABILITY_WEIGHTS), self.weights(voice));
        }
        let [limit, _] = voice.closing();
        document.with(voice.words(message::KEEP_IN_MIND), Block::paragraphs([voice.words(message::STABILITY_MEANING), limit]))
    }

    fn json(&self) -> String {
        Versioned::json(STABILITY_SCHEMA, self.found)
    }
}

impl StabilityReport<'_> {
    fn places(&self, voice: Voice) -> Block {
        let line = |one: &MetierStability| {
            let (name, place) = (capitalised(&one.metier.title), voice.sure_place(one.robustness()));
            voice.words_with(message::STABILITY_PLACE_OF, values![rank = one.rank, name, place])
        };
        if self.found.metiers.is_empty() {
            return Block::Paragraph(voice.words(message::STABILITY_NO_METIER));
        }
        Block::List(self.found.metiers.iter().map(line).collect())
    }

    fn ranks(&self, voice: Voice) -> Vec<Block> {
        let row = |one: &MetierStability| {
            let name = format!("{} ({})", capitalised(&one.metier.title), one.metier.id);
            let numbers = [one.rank, one.ranks.best, one.ranks.worst].map(|rank| rank.to_string());
            std::iter::once(name).chain(numbers).chain([format!("{} / {N_DRAWS}", one.n_in_top)]).collect()
        };
        let cause = |one: &MetierStability| {
            let condition = voice.condition(one.ranks.worst_change.as_ref()?);
            Some(voice.words_with(message::STABILITY_CAUSE, values![id = one.metier.id.as_str(), condition]))
        };
        let columns = [
            message::STABILITY_COLUMN_METIER,
            message::PLACES_RANK,
            message::PLACES_BEST,
            message::PLACES_WORST,
            message::PLACES_DRAWS,
        ];
        let metiers = &self.found.metiers;
        let table = Table::new(columns.map(|column| voice.words(column)), metiers.iter().map(row).collect());
        let explained = voice.counted_explained().into_iter().chain([voice.words(message::STABILITY_WORST)]);
        let causes = Block::List(metiers.iter().filter_map(cause).collect());
        std::iter::once(Block::Table(table)).chain(Block::paragraphs(explained)).chain([causes]).collect()
    }

    fn weights(&self, voice: Voice) -> Vec<Block> {
        let number = |weight| voice.number(weight, WEIGHT_DECIMALS);
        let interval = |interval: WeightInterval| {
            format!("{} … {}", number(interval.low), interval.high.map_or_else(|| "∞".to_owned(), number))
        };
        let row = |one: &CriterionStability| {
            vec![voice.criterion(one.criterion), number(one.weight), interval(one.set), interval(one.order)]
        };
        let columns = [
            message::WEIGHTS_CRITERION,
            message::STABILITY_COLUMN_WEIGHT,
            message::STABILITY_COLUMN_SET,
            message::STABILITY_COLUMN_ORDER,
        ];
        let table = Table::new(columns.map(|column| voice.words(column)), self.found.criteria.iter().map(row).collect());
        vec![Block::Table(table), Block::Paragraph(voice.words(message::STABILITY_INTERVALS))]
    }
}
