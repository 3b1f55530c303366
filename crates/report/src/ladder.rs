//! The ladder of access levels with the best métiers at each rung.

use boussole::inquiry::{Ladder, Rung};
use boussole::ranking::Recommendation;

use crate::render::{Block, Document, Form};
use crate::report::Report;
use crate::versioned::Versioned;
use crate::voice::Voice;
use crate::words::{capitalised, message, values};

/// The schema of the JSON of a [`LadderReport`].
pub const LADDER_SCHEMA: &str = "boussole/ladder/1";

/// How many decimals scores have: the ladder compares levels, not terms.
const SCORE_DECIMALS: usize = 3;

/// The ladder of a profile, ready to be written: lowest rung first.
///
/// ```
/// use boussole_report::{LadderReport, Report, Voice};
/// use boussole::{Catalogue, Profile, Recommender, Weights, inquiry::ladder};
/// let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
/// let profile = Profile::builder().likes("j'aime la nature").build()?;
/// let ladder = ladder(&recommender, &profile, 3)?;
/// assert!(LadderReport::new(&ladder).text(Voice::default()).contains("niveau par niveau"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct LadderReport<'a> {
    ladder: &'a Ladder,
}

impl<'a> LadderReport<'a> {
    /// A report on a ladder.
    pub fn new(ladder: &'a Ladder) -> Self {
        Self { ladder }
    }

    /// What stands on no rung.
    fn left_out(&self, voice: Voice) -> Vec<String> {
        let outside = |outside: usize| voice.words_with(message::LADDER_LEFT_OUT, values![outside]);
        let without = |n: usize| voice.words_with(message::LADDER_WITHOUT_LEVEL, values![n]);
        let (n_outside, n_without) = (self.ladder.n_outside, self.ladder.n_without_level);
        let outside = (0 < n_outside).then(|| outside(n_outside));
        outside.into_iter().chain((0 < n_without).then(|| without(n_without))).collect()
    }
}

impl Report for LadderReport<'_> {
    fn document(&self, voice: Voice, _: Form) -> Document {
        let title = Document::new(voice.words(message::LADDER_TITLE));
        let rungs = self.ladder.rungs.iter();
        let document = rungs.fold(title, |document, rung| document.with(voice.level(rung.level), blocks(rung, voice)));
        let limit = std::iter::once(voice.words(message::LADDER_LIMIT));
        let told = limit.chain(self.left_out(voice)).chain(voice.closing());
        document.with(voice.words(message::KEEP_IN_MIND), Block::paragraphs(told))
    }

    fn json(&self) -> String {
        Versioned::json(LADDER_SCHEMA, self.ladder)
    }
}

fn blocks(rung: &Rung, voice: Voice) -> Vec<Block> {
    let count = Block::Paragraph(voice.words_with(message::LADDER_COUNT, values![n = rung.n_metiers]));
    let line = |one: &Recommendation| {
        let (name, id, rank) = (capitalised(&one.metier.title), one.metier.id.as_str(), one.standing.rank);
        let score = voice.number(one.score().value(), SCORE_DECIMALS);
        voice.words_with(message::LADDER_METIER, values![name, id, rank, score])
    };
    let lines: Vec<String> = rung.recommendations.iter().map(line).collect();
    let list = (!lines.is_empty()).then_some(Block::List(lines));
    std::iter::once(count).chain(list).collect()
}
