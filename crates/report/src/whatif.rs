//! What would have to be answered otherwise, in words: to be understood, not to be followed.

use boussole::inquiry::{Alternative, Counterfactual, Goal};

use crate::render::{Block, Document, Form};
use crate::report::Report;
use crate::statement::NoAlternative;
use crate::versioned::Versioned;
use crate::voice::Voice;
use crate::words::{capitalised, message, upper, values};

/// The schema of the JSON of a [`WhatIfReport`].
pub const WHATIF_SCHEMA: &str = "boussole/whatif/1";

/// At most so many alternatives are shown to a student.
const MAX_SHOWN: usize = 3;

/// What would bring a métier in, or take it out, ready to be written.
///
/// ```
/// use boussole_report::{Report, Voice, WhatIfReport};
/// use boussole::{Catalogue, Profile, Recommender, Weights, inquiry::counterfactual};
/// let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
/// let profile = Profile::builder().likes("j'aime la nature").build()?;
/// let found = counterfactual(&recommender, &profile, &"MET.7829".parse()?, 10)?;
/// let text = WhatIfReport::new(&found).text(Voice::default());
/// assert!(text.contains("Si tu avais répondu"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct WhatIfReport<'a> {
    found: &'a Counterfactual,
}

impl<'a> WhatIfReport<'a> {
    /// A report on a counterfactual.
    pub fn new(found: &'a Counterfactual) -> Self {
        Self { found }
    }
}

impl Report for WhatIfReport<'_> {
    fn document(&self, voice: Voice, _: Form) -> Document {
        let (name, id) = (capitalised(&self.found.metier.title), self.found.metier.id.as_str());
        let [limit, _] = voice.closing();
        Document::new(voice.words(message::WHATIF_TITLE))
            .with(voice.words_with(message::WHATIF_METIER, values![name, id]), self.blocks(voice))
            .with(voice.words(message::KEEP_IN_MIND), Block::paragraphs([voice.words(message::WHATIF_CAUTION), limit]))
    }

    fn json(&self) -> String {
        Versioned::json(WHATIF_SCHEMA, self.found)
    }
}

impl WhatIfReport<'_> {
    fn blocks(&self, voice: Voice) -> Vec<Block> {
        match (self.found.rank, self.found.goal()) {
            (Err(reason), _) => Block::paragraphs([voice.refused(reason), voice.words(message::WHATIF_REFUSED)]),
            (Ok(_), None) => Vec::new(),
            (Ok(rank), Some(goal)) => {
                let mut blocks = vec![Block::Paragraph(voice.standing(rank, self.found.n_ranked))];
                match NoAlternative::of(self.found, goal) {
                    Some(why) => blocks.push(Block::Paragraph(self.no_alternative(why, voice))),
                    None => blocks.extend(self.alternatives(goal, voice)),
                }
                if voice.has_figures() {
                    let tried = voice.words_with(message::WHATIF_TRIED, values![n = self.found.n_tried]);
                    blocks.extend(Block::paragraphs([tried, voice.words(message::WHATIF_FACTS)]));
                }
                blocks
            }
        }
    }

    fn alternatives(&self, goal: Goal, voice: Voice) -> Vec<Block> {
        let found = &self.found.alternatives;
        let n_shown = if voice.has_figures() { found.len() } else { found.len().min(MAX_SHOWN) };
        let lines = found.iter().take(n_shown).map(|one| self.alternative(one, goal, voice)).collect();
        let are_pairs = found.first().is_some_and(|one| 1 < one.changes.len());
        let message = match goal {
            Goal::Enter => message::WHATIF_TWO_ENTER,
            Goal::Leave => message::WHATIF_TWO_LEAVE,
        };
        let two = are_pairs.then(|| Block::Paragraph(voice.words_with(message, values![places = self.first_ones(voice)])));
        let n = self.found.n_alternatives - n_shown;
        let more = (0 < n).then(|| Block::Paragraph(voice.words_with(message::WHATIF_MORE, values![n])));
        two.into_iter().chain([Block::List(lines)]).chain(more).collect()
    }

    /// « Si tu avais répondu … »
    fn alternative(&self, alternative: &Alternative, goal: Goal, voice: Voice) -> String {
        let said = match alternative.changes.as_slice() {
            [first, second] => voice.both_changes(first, second),
            changes => {
                let conditions: Vec<String> = changes.iter().map(|change| voice.condition(change)).collect();
                let message = match goal {
                    Goal::Enter => message::WHATIF_ENTER,
                    Goal::Leave => message::WHATIF_LEAVE,
                };
                voice.words_with(message, values![condition = conditions.join(", "), places = self.first_ones(voice)])
            }
        };
        voice.words_with(message::WHATIF_ALTERNATIVE, values![said = upper(&said), rank = alternative.rank])
    }

    fn no_alternative(&self, why: NoAlternative, voice: Voice) -> String {
        let places = self.first_ones(voice);
        match why {
            NoAlternative::AheadByDraw { n } => voice.words_with(message::WHATIF_AHEAD_BY_DRAW, values![n]),
            NoAlternative::CannotEnter => voice.words_with(message::WHATIF_CANNOT_ENTER, values![places]),
            NoAlternative::CannotLeave => voice.words_with(message::WHATIF_CANNOT_LEAVE, values![places]),
        }
    }

    /// « tes 10 premières pistes ».
    fn first_ones(&self, voice: Voice) -> String {
        voice.words_with(message::WHATIF_FIRST_ONES, values![top = self.found.top])
    }
}
