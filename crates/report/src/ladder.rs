//! The ladder of access levels with the best métiers at each rung, in words and JSON.

use super::outline::{self, Block, Section};
use super::phrases::capitalised;
use super::voice::Voice;
use boussole::inquiry::{Ladder, Rung};
use boussole::ranking::Recommendation;

/// The ladder of a profile, ready to be written.
///
/// ```
/// use boussole_report::{LadderReport, Voice};
/// use boussole::{Catalogue, Profile, Recommender, Weights, inquiry::ladder};
/// let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
/// let profile = Profile::builder().likes("j'aime la nature").build()?;
/// let ladder = ladder(&recommender, &profile, 3)?;
/// assert!(LadderReport::new(&ladder).text(Voice::default()).contains("Bac + 2"));
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

    /// The ladder as plain text, lowest rung first.
    pub fn text(&self, voice: Voice) -> String {
        outline::text(title(voice), &self.sections(voice))
    }

    /// The ladder as Markdown, with what [`text`](Self::text) says.
    pub fn markdown(&self, voice: Voice) -> String {
        outline::markdown(title(voice), &self.sections(voice))
    }

    fn sections(&self, voice: Voice) -> Vec<Section> {
        let mut sections: Vec<Section> = self.ladder.rungs.iter().map(|rung| section(rung, voice)).collect();
        let mut blocks = Vec::new();
        let limit = voice.say(
            [
                "L'échelle suit ce que tu as dit : elle ne dit pas jusqu'où tu peux aller.",
                "L'échelle suit ce que l'élève a dit : elle ne dit pas jusqu'où aller.",
            ],
            [
                "The ladder follows what you said: it does not say how far you can go.",
                "The ladder follows what the student said: it does not say how far to go.",
            ],
        );
        blocks.push(Block::Sentence(limit.into()));
        blocks.extend(self.left_out(voice).map(Block::Sentence));
        blocks.extend(voice.closing().map(|sentence| Block::Sentence(sentence.to_owned())));
        sections.push(Section { title: voice.tell("À retenir", "Keep in mind").into(), blocks });
        sections
    }

    /// What stands on no rung.
    fn left_out(&self, voice: Voice) -> Option<String> {
        let (n_outside, n_without) = (self.ladder.n_outside, self.ladder.n_without_level);
        (0 < n_outside + n_without).then(|| {
            if voice.is_french() {
                format!("Hors de l'échelle : {n_outside} à d'autres niveaux, {n_without} sans niveau dans la fiche.")
            } else {
                format!("Off the ladder: {n_outside} at other levels, {n_without} without a level in the sheet.")
            }
        })
    }
}

fn title(voice: Voice) -> &'static str {
    voice.say(
        ["Tes centres d'intérêt, niveau par niveau", "Les mêmes centres d'intérêt, niveau par niveau"],
        ["Your interests, level by level", "The same interests, level by level"],
    )
}

fn section(rung: &Rung, voice: Voice) -> Section {
    let count = match (rung.n_metiers, voice.is_french()) {
        (0, true) => "Aucun métier classé à ce niveau.".to_owned(),
        (0, false) => "No ranked métier at this level.".to_owned(),
        (1, true) => "Un métier classé.".to_owned(),
        (1, false) => "One ranked métier.".to_owned(),
        (n, true) => format!("{n} métiers classés."),
        (n, false) => format!("{n} ranked métiers."),
    };
    let mut blocks = vec![Block::Sentence(count)];
    let line = |one: &Recommendation| {
        let (name, rank) = (capitalised(&one.metier.title), one.standing.rank);
        match (voice.has_figures(), voice.is_french()) {
            (false, true) => format!("{name}, rang {rank}"),
            (false, false) => format!("{name}, rank {rank}"),
            (true, true) => format!("{name} ({}), rang {rank}, score {}", one.metier.id, voice.number(one.score().value(), 3)),
            (true, false) => format!("{name} ({}), rank {rank}, score {}", one.metier.id, voice.number(one.score().value(), 3)),
        }
    };
    if !rung.recommendations.is_empty() {
        blocks.push(Block::List(rung.recommendations.iter().map(line).collect()));
    }
    Section { title: rung.level.label().into(), blocks }
}

mod json {
    //! The ladder as JSON.

    use serde::Serialize;

    use super::LadderReport;
    use crate::document::pretty;
    use boussole::catalogue::{AccessLevel, MetierId};

    /// The schema of [`LadderReport::json`].
    pub const LADDER_SCHEMA: &str = "boussole/ladder/1";

    #[derive(Serialize)]
    struct Document<'a> {
        schema: &'static str,
        n_ranked: usize,
        n_without_level: usize,
        n_outside: usize,
        rungs: Vec<RungJson<'a>>,
    }

    #[derive(Serialize)]
    struct RungJson<'a> {
        level: AccessLevel,
        n_metiers: usize,
        recommendations: Vec<OneJson<'a>>,
    }

    #[derive(Serialize)]
    struct OneJson<'a> {
        rank: usize,
        id: &'a MetierId,
        score: f64,
    }

    impl LadderReport<'_> {
        /// The ladder as one JSON document, schema [`LADDER_SCHEMA`].
        pub fn json(&self) -> String {
            let rungs = self.ladder.rungs.iter().map(|rung| {
                let all = rung.recommendations.iter();
                let one = all.map(|one| OneJson { rank: one.standing.rank, id: &one.metier.id, score: one.score().value() });
                RungJson { level: rung.level, n_metiers: rung.n_metiers, recommendations: one.collect() }
            });
            pretty(&Document {
                schema: LADDER_SCHEMA,
                n_ranked: self.ladder.n_ranked,
                n_without_level: self.ladder.n_without_level,
                n_outside: self.ladder.n_outside,
                rungs: rungs.collect(),
            })
        }
    }
}

pub use json::LADDER_SCHEMA;
