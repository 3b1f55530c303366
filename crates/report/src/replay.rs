//! Whether a recorded list could be made again, in words.

use boussole::inquiry::{Difference, Replay};

use crate::law::HowMade;
use crate::render::{Block, Document, Form};
use crate::report::Report;
use crate::versioned::Versioned;
use crate::voice::Voice;
use crate::words::{message, values};

/// The schema of the JSON of a [`ReplayReport`].
pub const REPLAY_SCHEMA: &str = "boussole/replay/1";

/// A replay, ready to be written.
///
/// ```
/// use boussole::inquiry::{RecordedWeights, record, replay};
/// use boussole_report::{ReplayReport, Report, Voice};
/// use boussole::{Catalogue, Profile, Recommender, Weights, ranking::Diversity};
/// let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
/// let record = record(&recommender, &Profile::default(), 3, Diversity::None, RecordedWeights::Defaults)?;
/// let replay = replay(&record, Catalogue::demo())?;
/// assert!(ReplayReport::new(&replay).text(Voice::default()).contains("Identique"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct ReplayReport<'a> {
    replay: &'a Replay,
}

impl<'a> ReplayReport<'a> {
    /// A report on a replay.
    pub fn new(replay: &'a Replay) -> Self {
        Self { replay }
    }
}

impl Report for ReplayReport<'_> {
    fn document(&self, voice: Voice, _: Form) -> Document {
        let title = if self.replay.is_identical() { message::REPLAY_IDENTICAL } else { message::REPLAY_DIFFERENT };
        let how_made = HowMade::of_list(&self.replay.four_items, voice);
        Document::new(voice.words(message::REPLAY_TITLE))
            .with(voice.words(title), self.blocks(voice))
            .with(how_made.title.clone(), how_made.blocks())
    }

    fn json(&self) -> String {
        Versioned::json(REPLAY_SCHEMA, self.replay)
    }
}

impl ReplayReport<'_> {
    fn blocks(&self, voice: Voice) -> Vec<Block> {
        if self.replay.is_identical() {
            let found = voice.words_with(message::REPLAY_FOUND, values![n = self.replay.n_recommendations]);
            let layout = if self.replay.has_same_bytes { message::REPLAY_SAME_BYTES } else { message::REPLAY_OTHER_LAYOUT };
            return Block::paragraphs([found, voice.words(layout)]);
        }
        let counted = voice.words_with(message::REPLAY_COUNTED, values![n = self.replay.n_differences]);
        let list = self.replay.differences.iter().map(|one| difference(one, voice)).collect();
        vec![Block::Paragraph(counted), Block::List(list)]
    }
}

fn difference(one: &Difference, voice: Voice) -> String {
    let value = |value: &Option<String>| value.clone().unwrap_or_else(|| voice.words(message::NOTHING));
    let (place, recorded, replayed) = (one.place.as_str(), value(&one.recorded), value(&one.replayed));
    voice.words_with(message::REPLAY_DIFFERENCE, values![place, recorded, replayed])
}
