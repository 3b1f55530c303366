//! Whether a recorded list could be made again, in words and JSON.

use super::law::{HowMade, LawItem};
use super::outline::{self, Block, Section};
use super::versioned::Versioned;
use super::voice::Voice;
use boussole::inquiry::{Difference, Replay};

/// The schema of [`ReplayReport::json`].
pub const REPLAY_SCHEMA: &str = "boussole/replay/1";

/// A replay, ready to be written.
///
/// ```
/// use boussole::inquiry::{RecordedWeights, record, replay};
/// use boussole_report::{ReplayReport, Voice};
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

    /// Identical, or what differs, and how the list is made, as plain text.
    pub fn text(&self, voice: Voice) -> String {
        outline::text(title(voice), &self.sections(voice))
    }

    /// Identical, or what differs, and how the list is made, as Markdown.
    pub fn markdown(&self, voice: Voice) -> String {
        outline::markdown(title(voice), &self.sections(voice))
    }

    /// Identical, or what differs, as one JSON document, schema [`REPLAY_SCHEMA`].
    pub fn json(&self) -> String {
        Versioned::json(REPLAY_SCHEMA, self.replay)
    }

    fn sections(&self, voice: Voice) -> Vec<Section> {
        let (n, n_differences) = (self.replay.n_recommendations, self.replay.n_differences);
        let blocks = if self.replay.is_identical() {
            let bytes = if self.replay.has_same_bytes {
                voice.tell("Les deux documents ont les mêmes octets.", "The two documents have the same bytes.")
            } else {
                voice.tell("Seule la mise en forme des documents diffère.", "Only the layout of the documents differs.")
            };
            let found = if voice.is_french() {
                format!("Toutes les valeurs enregistrées sont retrouvées ; recommandations rejouées : {n}.")
            } else {
                format!("Every recorded value is found again; recommendations replayed: {n}.")
            };
            vec![Block::Sentence(found), Block::Sentence(bytes.into())]
        } else {
            let counted = if voice.is_french() {
                format!("Valeurs qui diffèrent : {n_differences}.")
            } else {
                format!("Values that differ: {n_differences}.")
            };
            let list = self.replay.differences.iter().map(|one| difference(one, voice)).collect();
            vec![Block::Sentence(counted), Block::List(list)]
        };
        let title =
            if self.replay.is_identical() { voice.tell("Identique", "Identical") } else { voice.tell("Différent", "Different") };
        let told = HowMade::of_list(&self.replay.four_items, voice);
        vec![Section { title: title.into(), blocks }, Section { title: told.title.clone(), blocks: how_it_is_made(told) }]
    }
}

/// How the list is made, as sentences and lists.
fn how_it_is_made(told: HowMade) -> Vec<Block> {
    let introduction = told.introduction.into_iter().map(Block::Sentence);
    let item = |item: LawItem| [Block::Sentence(item.title), Block::List(item.sentences)];
    introduction.chain(told.items.into_iter().flat_map(item)).collect()
}

fn title(voice: Voice) -> &'static str {
    voice.tell("Rejeu d'un enregistrement", "Replay of a record")
}

fn difference(one: &Difference, voice: Voice) -> String {
    let nothing = voice.tell("rien", "nothing");
    let value = |value: &Option<String>| value.clone().unwrap_or_else(|| nothing.to_owned());
    format!("{}{}{} → {}", one.place, voice.tell(" : ", ": "), value(&one.recorded), value(&one.replayed))
}
