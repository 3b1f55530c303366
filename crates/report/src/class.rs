//! A class on one page: each pupil's portrait and first métiers beside each other, and what the class shares.

use std::collections::BTreeMap;

use boussole::catalogue::{AccessLevel, Catalogue, Metier};
use boussole::profile::{AnswerField, Feature, Portrait, Profile, ProfileError};
use boussole::ranking::{Ranking, Recommender};
use serde::Serialize;

use crate::render::{Block, Document, Form, Kind, Pair, Phrase, Section};
use crate::report::Report;
use crate::versioned::Versioned;
use crate::voice::{Audience, Voice};
use crate::words::message::{self, Message};
use crate::words::{capitalised, values};

/// The schema of the JSON of a [`ClassReport`].
pub const CLASS_SCHEMA: &str = "boussole/class/1";

/// How many things the class shares are told of each kind.
const MAX_SHARED: usize = 6;

/// How many likes and dislikes of a pupil are told; a page for a class has room for no more.
const MAX_TOLD: usize = 6;

/// One pupil of a class, ranked.
#[derive(Debug)]
pub struct Pupil {
    name: String,
    portrait: Portrait,
    levels: [Option<AccessLevel>; 2],
    ranking: Ranking,
}

/// A class, ready to be written for whoever advises it: what pupils share, then each pupil with space for notes on paper.
///
/// It speaks to a counsellor in any voice; only the language is taken from it.
///
/// ```
/// use boussole::{Catalogue, Profile, Recommender, Weights};
/// use boussole_report::{ClassReport, Pupil, Report, Voice};
/// let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
/// let profile = Profile::builder().likes("j'aime la nature").build()?;
/// let pupils = ["Noé", "Inès"].map(|name| Pupil::new(name, &profile, &recommender, 5));
/// let pupils = pupils.into_iter().collect::<Result<Vec<_>, _>>()?;
/// let text = ClassReport::new(recommender.catalogue(), &pupils).text(Voice::default());
/// assert!(text.contains("Noé") && text.contains("Inès"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct ClassReport<'a> {
    catalogue: &'a Catalogue,
    pupils: &'a [Pupil],
}

/// What several pupils have in common, and how many of them: the most common first.
#[derive(Serialize)]
struct Shared {
    likes: Vec<(String, usize)>,
    avoids: Vec<(String, usize)>,
    metiers: Vec<(String, usize)>,
}

impl Pupil {
    /// A pupil with their first `top` métiers.
    ///
    /// # Errors
    ///
    /// What the profile says that the catalogue does not know.
    pub fn new(name: &str, profile: &Profile, recommender: &Recommender, top: usize) -> Result<Self, ProfileError> {
        let understood = recommender.understood(profile);
        Ok(Self {
            name: name.to_owned(),
            portrait: Portrait::of(&understood, recommender.catalogue()),
            levels: [profile.reached(), profile.willing()],
            ranking: recommender.recommend(profile, top)?,
        })
    }
}

impl<'a> ClassReport<'a> {
    /// A report on the pupils, in their order.
    pub fn new(catalogue: &'a Catalogue, pupils: &'a [Pupil]) -> Self {
        Self { catalogue, pupils }
    }

    fn shared(&self) -> Shared {
        let labels = |of: fn(&Portrait) -> &[Feature]| {
            let each = self.pupils.iter().map(move |pupil| of(&pupil.portrait));
            shared(each.map(|features| features.iter().map(|feature| feature.label.clone()).collect()))
        };
        let metiers = self.pupils.iter().map(|pupil| pupil.ranking.iter().map(|one| one.metier.id.to_string()).collect());
        Shared {
            likes: labels(|portrait| &portrait.likes),
            avoids: labels(|portrait| &portrait.avoids),
            metiers: shared(metiers),
        }
    }

    fn told(&self, voice: Voice) -> Vec<Block> {
        let (shared, total) = (self.shared(), self.pupils.len());
        let said = |message: Message, label: &str, n: usize| voice.words_with(message, values![n, total, label]);
        let label = |message: Message, all: &[(String, usize)]| {
            all.iter().map(|(label, n)| said(message, &voice.shown(label), *n)).collect::<Vec<_>>()
        };
        let name = |id: &str| {
            id.parse().ok().and_then(|id| self.catalogue.get(&id)).map_or_else(|| id.to_owned(), |one| capitalised(&one.title))
        };
        let mut lines = label(message::CLASS_LIKES, &shared.likes);
        lines.extend(label(message::CLASS_AVOIDS, &shared.avoids));
        lines.extend(shared.metiers.iter().map(|(id, n)| said(message::CLASS_METIER, &name(id), *n)));
        if lines.is_empty() { vec![Block::Paragraph(voice.words(message::CLASS_NOTHING))] } else { vec![Block::List(lines)] }
    }
}

/// What at least two have, the most common first, at most [`MAX_SHARED`].
fn shared(each: impl Iterator<Item = Vec<String>>) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for label in each.flatten() {
        *counts.entry(label).or_default() += 1;
    }
    let mut counts: Vec<(String, usize)> = counts.into_iter().filter(|(_, n)| 2 <= *n).collect();
    counts.sort_by(|left, right| right.1.cmp(&left.1).then_with(|| left.0.cmp(&right.0)));
    counts.truncate(MAX_SHARED);
    counts
}

impl Report for ClassReport<'_> {
    fn document(&self, voice: Voice, _: Form) -> Document {
        let voice = Voice { audience: Audience::Counsellor, ..voice };
        let title = voice.words_with(message::CLASS_TITLE, values![n = self.pupils.len()]);
        let mut document = Document::of(Kind::Class, title);
        if 1 < self.pupils.len() {
            document.sections.push(Section::new("commun", voice.words(message::CLASS_SHARED), self.told(voice)));
        }
        let cards = self.pupils.iter().map(|pupil| Section::new("", pupil.name.clone(), pupil.blocks(voice))).collect();
        document.with_blocks(vec![Block::Grid(cards)]).with_blocks(Block::paragraphs(voice.closing()))
    }

    fn json(&self) -> String {
        Versioned::json(CLASS_SCHEMA, self)
    }
}

impl Pupil {
    fn blocks(&self, voice: Voice) -> Vec<Block> {
        let mut pairs = Vec::new();
        let mut tell = |message: Message, said: String| {
            if !said.is_empty() {
                let name = voice.words_with(message::WITH_COLON, values![name = voice.words(message)]);
                pairs.push(Pair { name, said: Phrase::Own(said) });
            }
        };
        tell(message::CLASS_PUPIL_LIKES, features(&self.portrait.likes, voice));
        tell(message::CLASS_PUPIL_AVOIDS, features(&self.portrait.avoids, voice));
        for (message, level) in [message::CLASS_REACHED, message::CLASS_WILLING].into_iter().zip(self.levels) {
            tell(message, level.map_or_else(String::new, |level| voice.level(level)));
        }
        let n = self.portrait.not_asked.len();
        tell(message::CLASS_OPEN, if n == 0 { String::new() } else { voice.words_with(message::CLASS_N_OPEN, values![n]) });
        let mut blocks = vec![Block::Pairs(pairs)];
        if self.portrait.likes.is_empty() && self.portrait.avoids.is_empty() {
            blocks.push(Block::Paragraph(voice.words(message::LIST_SILENT)));
        }
        let lines = self.ranking.iter().map(|one| {
            let (rank, name) = (one.standing.rank, capitalised(&one.metier.title));
            format!("{rank}. {name}{}", level(&one.metier, voice))
        });
        blocks.push(Block::List(lines.collect()));
        blocks.push(Block::Notes(voice.words(message::CLASS_NOTES)));
        blocks
    }
}

/// The level of a métier behind its name.
fn level(metier: &Metier, voice: Voice) -> String {
    metier.access_level.map_or_else(String::new, |level| format!(", {}", voice.level(level)))
}

/// The strongest answers, in a line.
fn features(features: &[Feature], voice: Voice) -> String {
    let said = features.iter().take(MAX_TOLD).map(|feature| {
        let message = match feature.field {
            AnswerField::Interests => return voice.quoted(&voice.shown(&feature.label)),
            AnswerField::Statuses => message::ANSWERS_STATUS,
            AnswerField::Sectors => message::ANSWERS_SECTOR,
        };
        voice.words_with(message, values![name = voice.shown(&feature.label)])
    });
    let mut said = said.collect::<Vec<_>>().join(", ");
    if MAX_TOLD < features.len() {
        said.push_str(", …");
    }
    said
}

impl Serialize for ClassReport<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Told<'a> {
            id: &'a str,
            portrait: &'a Portrait,
            recommendations: Vec<Placed<'a>>,
        }
        #[derive(Serialize)]
        struct Placed<'a> {
            rank: usize,
            id: &'a str,
            score: f64,
        }
        #[derive(Serialize)]
        struct Class<'a> {
            shared: Shared,
            pupils: Vec<Told<'a>>,
        }
        let pupils = self.pupils.iter().map(|pupil| {
            let recommendations = pupil.ranking.iter().map(|one| Placed {
                rank: one.standing.rank,
                id: one.metier.id.as_str(),
                score: one.score().value(),
            });
            Told { id: &pupil.name, portrait: &pupil.portrait, recommendations: recommendations.collect() }
        });
        Class { shared: self.shared(), pupils: pupils.collect() }.serialize(serializer)
    }
}
