//! How sure a ranking is, in words, tables and JSON.

use super::outline::{self, Block, Section, Table};
use super::phrases::capitalised;
use super::voice::Voice;
use super::whatif::changed;
use crate::inquiry::{CriterionStability, MetierStability, N_DRAWS, Robustness, Stability, WeightInterval};

/// How many decimals weights are told with.
const DECIMALS: usize = 3;

/// The stability of a ranking, ready to be written.
///
/// ```
/// use boussole::report::{StabilityReport, Voice};
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

    /// The stability as plain text; for a counsellor, with ranks and weights.
    pub fn text(&self, voice: Voice) -> String {
        outline::text(title(voice), &self.sections(voice))
    }

    /// The stability as Markdown, with what [`text`](Self::text) says.
    pub fn markdown(&self, voice: Voice) -> String {
        outline::markdown(title(voice), &self.sections(voice))
    }

    fn sections(&self, voice: Voice) -> Vec<Section> {
        let mut sections = vec![self.places(voice)];
        if voice.has_figures() {
            sections.extend([self.ranks(voice), self.weights(voice)]);
        }
        let meaning = voice.tell(
            "Stable : la piste reste là même si les critères comptent un peu plus ou un peu moins.",
            "Stable: the lead stays even if criteria count a little more or a little less.",
        );
        let blocks = [meaning, voice.closing()[0]].map(|sentence| Block::Sentence(sentence.to_owned())).into();
        sections.push(Section { title: voice.tell("À retenir", "Keep in mind").into(), blocks });
        sections
    }

    fn places(&self, voice: Voice) -> Section {
        let line = |one: &MetierStability| format!("{}. {} : {}.", one.rank, capitalised(&one.metier.title), place(one, voice));
        let told: Vec<String> = self.found.metiers.iter().map(|one| line(one).replace(" : ", voice.tell(" : ", ": "))).collect();
        let nothing = voice.tell("Aucun métier n'est classé.", "No métier is ranked.");
        let blocks = if told.is_empty() { vec![Block::Sentence(nothing.into())] } else { vec![Block::List(told)] };
        Section { title: voice.tell("Les places", "The places").into(), blocks }
    }

    fn ranks(&self, voice: Voice) -> Section {
        let row = |one: &MetierStability| {
            let (name, ranks) = (format!("{} ({})", capitalised(&one.metier.title), one.metier.id), &one.ranks);
            let numbers = [one.rank, ranks.best, ranks.worst].map(|rank| rank.to_string());
            std::iter::once(name).chain(numbers).chain([format!("{} / {N_DRAWS}", one.n_in_top)]).collect()
        };
        let rows = self.found.metiers.iter().map(row).collect();
        let columns = if voice.is_french() {
            vec!["métier", "rang", "meilleur", "pire", "tirages"]
        } else {
            vec!["métier", "rank", "best", "worst", "draws"]
        };
        let explained = voice.tell(
            "Meilleur et pire rang quand une réponse est retirée ou bouge d'un cran.",
            "Best and worst rank when one answer is left out or moves one step.",
        );
        let drawn = voice.tell(
            "Tirages : sur 200 poids tirés à un cinquième près, ceux où le métier reste affiché.",
            "Draws: of 200 weights drawn within a fifth, those in which the métier stays on the list.",
        );
        let causes = self.found.metiers.iter().filter_map(|one| {
            let change = one.ranks.worst_change.as_ref()?;
            Some(format!("{} : {}.", one.metier.id, changed(change, voice)).replace(" : ", voice.tell(" : ", ": ")))
        });
        let blocks = vec![
            Block::Table(Table { columns, rows }),
            Block::Sentence(explained.into()),
            Block::Sentence(drawn.into()),
            Block::Sentence(voice.tell("Ce qui mène au pire rang :", "What leads to the worst rank:").into()),
            Block::List(causes.collect()),
        ];
        Section { title: voice.tell("Les rangs", "The ranks").into(), blocks }
    }

    fn weights(&self, voice: Voice) -> Section {
        let interval = |interval: WeightInterval| {
            let high = interval.high.map_or("∞".to_owned(), |high| voice.number(high, DECIMALS));
            format!("{} … {high}", voice.number(interval.low, DECIMALS))
        };
        let row = |one: &CriterionStability| {
            let weight = voice.number(one.weight, DECIMALS);
            vec![voice.criterion(one.criterion).to_owned(), weight, interval(one.set), interval(one.order)]
        };
        let columns = if voice.is_french() {
            vec!["critère", "poids", "mêmes pistes", "même ordre partout"]
        } else {
            vec!["criterion", "weight", "same leads", "same order everywhere"]
        };
        let explained = voice.tell(
            "Entre ces valeurs d'un poids, les autres restant fixes, le résultat ne change pas.",
            "Between these values of one weight, the others unchanged, the result does not change.",
        );
        let rows = self.found.criteria.iter().map(row).collect();
        Section {
            title: voice.tell("Les poids", "The weights").into(),
            blocks: vec![Block::Table(Table { columns, rows }), Block::Sentence(explained.into())],
        }
    }
}

fn title(voice: Voice) -> &'static str {
    voice.tell("Ces pistes sont-elles sûres ?", "How sure are these leads?")
}

fn place(one: &MetierStability, voice: Voice) -> String {
    let label = voice.robustness(one.robustness());
    if voice.is_french() { format!("place {label}") } else { format!("{label} place") }
}

/// One sentence for a student, in French, on the place of one métier.
pub(super) fn sentence(one: &MetierStability) -> String {
    let (top, is_in) = (one.top, one.rank <= one.top);
    let where_it_is = match (top, is_in) {
        (1, true) => "à la première place".to_owned(),
        (top, true) => format!("dans tes {top} premières pistes"),
        (1, false) => "derrière la première place".to_owned(),
        (top, false) => format!("après tes {top} premières pistes"),
    };
    match one.robustness() {
        Robustness::Stable => format!("Place stable : il reste {where_it_is} si les critères comptent un peu autrement."),
        Robustness::FairlyStable => {
            format!("Place assez stable : il reste presque toujours {where_it_is} si les critères comptent un peu autrement.")
        }
        Robustness::Fragile => {
            format!("Place fragile : il ne reste pas toujours {where_it_is} si les critères comptent un peu autrement.")
        }
    }
}

#[cfg(feature = "json")]
pub(super) mod json {
    //! The stability as JSON.

    use serde::Serialize;

    use super::StabilityReport;
    use crate::catalogue::MetierId;
    use crate::features::Criterion;
    use crate::inquiry::{MetierStability, N_DRAWS, Robustness, SPREAD, WeightInterval};
    use crate::report::document::pretty;
    use crate::report::whatif::ChangeJson;

    /// The schema of [`StabilityReport::json`].
    pub const STABILITY_SCHEMA: &str = "boussole/stability/1";

    #[derive(Serialize)]
    struct Document<'a> {
        schema: &'static str,
        top: usize,
        n_ranked: usize,
        n_draws: usize,
        spread: f64,
        metiers: Vec<MetierStabilityJson<'a>>,
        criteria: Vec<CriterionJson>,
    }

    /// The stability of one place, also inside of other documents.
    #[derive(Serialize)]
    pub(in crate::report) struct MetierStabilityJson<'a> {
        id: &'a MetierId,
        top: usize,
        rank: usize,
        best_rank: usize,
        best_change: Option<ChangeJson<'a>>,
        worst_rank: usize,
        worst_change: Option<ChangeJson<'a>>,
        n_in_top: usize,
        acceptability: f64,
        label: Robustness,
    }

    #[derive(Serialize)]
    struct CriterionJson {
        criterion: Criterion,
        weight: f64,
        set: WeightInterval,
        order: WeightInterval,
    }

    impl<'a> From<&'a MetierStability> for MetierStabilityJson<'a> {
        fn from(one: &'a MetierStability) -> Self {
            Self {
                id: &one.metier.id,
                top: one.top,
                rank: one.rank,
                best_rank: one.ranks.best,
                best_change: one.ranks.best_change.as_ref().map(ChangeJson::from),
                worst_rank: one.ranks.worst,
                worst_change: one.ranks.worst_change.as_ref().map(ChangeJson::from),
                n_in_top: one.n_in_top,
                acceptability: one.acceptability(),
                label: one.robustness(),
            }
        }
    }

    impl StabilityReport<'_> {
        /// The stability as one JSON document, schema [`STABILITY_SCHEMA`].
        pub fn json(&self) -> String {
            let found = self.found;
            let criteria = found.criteria.iter().map(|one| CriterionJson {
                criterion: one.criterion,
                weight: one.weight,
                set: one.set,
                order: one.order,
            });
            pretty(&Document {
                schema: STABILITY_SCHEMA,
                top: found.top,
                n_ranked: found.n_ranked,
                n_draws: N_DRAWS,
                spread: SPREAD,
                metiers: found.metiers.iter().map(MetierStabilityJson::from).collect(),
                criteria: criteria.collect(),
            })
        }
    }
}

#[cfg(feature = "json")]
pub(super) use json::MetierStabilityJson;
#[cfg(feature = "json")]
pub use json::STABILITY_SCHEMA;
