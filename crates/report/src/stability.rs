//! How sure a ranking is, in words, tables and JSON.

use super::outline::{self, Block, Section, Table};
use super::versioned::Versioned;
use super::voice::Voice;
use super::whatif::changed;
use super::words::{capitalised, upper};
use boussole::inquiry::{CriterionStability, MetierStability, N_DRAWS, Robustness, Stability, WeightInterval};

/// The schema of [`StabilityReport::json`].
pub const STABILITY_SCHEMA: &str = "boussole/stability/1";

/// How many decimals weights are told with.
const DECIMALS: usize = 3;

/// The stability of a ranking, ready to be written.
///
/// ```
/// use boussole_report::{StabilityReport, Voice};
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

    /// The stability as one JSON document, schema [`STABILITY_SCHEMA`].
    pub fn json(&self) -> String {
        Versioned::json(STABILITY_SCHEMA, self.found)
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
        let blocks = [meaning, &voice.closing()[0]].map(|sentence| Block::Sentence(sentence.to_owned())).into();
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
        let [explained, drawn] = voice.counted_explained();
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

impl Voice {
    /// What the marks of places mean.
    pub(super) fn marks_legend(self) -> &'static str {
        self.tell(
            "Stable : le métier reste dans la liste quand les critères comptent un peu autrement. Fragile : il peut en sortir.",
            "Stable: the métier stays on the list when criteria count a little differently. Fragile: it may leave it.",
        )
    }

    /// The marks of all places of a list, in words: « Places stables : 1 à 4. »
    pub(super) fn marked_places(self, found: &Stability) -> String {
        let told = [Robustness::Stable, Robustness::FairlyStable, Robustness::Fragile].into_iter().filter_map(|mark| {
            let marked = found.metiers.iter().filter(|one| one.robustness() == mark);
            let ranks: Vec<usize> = marked.map(|one| one.rank).collect();
            let head = self.places_head(mark, 1 < ranks.len());
            (!ranks.is_empty()).then(|| format!("{head}{} {}.", self.colon(), self.listed(&self.runs(&ranks))))
        });
        told.collect::<Vec<_>>().join(" ")
    }

    fn places_head(self, mark: Robustness, is_plural: bool) -> &'static str {
        match (mark, is_plural) {
            (Robustness::Stable, false) => self.tell("Place stable", "Stable place"),
            (Robustness::Stable, true) => self.tell("Places stables", "Stable places"),
            (Robustness::FairlyStable, false) => self.tell("Place assez stable", "Fairly stable place"),
            (Robustness::FairlyStable, true) => self.tell("Places assez stables", "Fairly stable places"),
            (Robustness::Fragile, false) => self.tell("Place fragile", "Fragile place"),
            (Robustness::Fragile, true) => self.tell("Places fragiles", "Fragile places"),
        }
    }

    /// Ranks in order, those that follow each other together: « 1 à 4 ».
    fn runs(self, ranks: &[usize]) -> Vec<String> {
        let run = |run: &[usize]| match *run {
            [first, .., last] if first + 1 < last => format!("{first} {} {last}", self.tell("à", "to")),
            [first, last] => format!("{first}, {last}"),
            _ => run.iter().map(ToString::to_string).collect(),
        };
        ranks.chunk_by(|left, right| left + 1 == *right).map(run).collect()
    }

    /// One sentence on the place of one métier; for a counsellor, with what was counted.
    pub(super) fn stability(self, one: &MetierStability) -> String {
        let place = upper(&place(one, self));
        let stays = match (one.robustness(), self.is_french()) {
            (Robustness::Stable, true) => "il reste",
            (Robustness::Stable, false) => "it stays",
            (Robustness::FairlyStable, true) => "il reste presque toujours",
            (Robustness::FairlyStable, false) => "it almost always stays",
            (Robustness::Fragile, true) => "il ne reste pas toujours",
            (Robustness::Fragile, false) => "it does not always stay",
        };
        let if_otherwise = self.tell("si les critères comptent un peu autrement", "if criteria count a little differently");
        let sentence = format!("{place}{} {stays} {} {if_otherwise}.", self.colon(), self.side(one));
        if self.has_figures() { format!("{sentence} {}", self.counted(one)) } else { sentence }
    }

    /// Among the first ones or behind them.
    fn side(self, one: &MetierStability) -> String {
        let (top, is_in) = (one.top, one.rank <= one.top);
        let whose = self.say(["tes", "les"], ["your", "the"]);
        let first_ones = match (top, self.is_french()) {
            (1, true) if is_in => return "à la première place".to_owned(),
            (1, true) => return "derrière la première place".to_owned(),
            (1, false) if is_in => return "in the first place".to_owned(),
            (1, false) => return "behind the first place".to_owned(),
            (_, true) => format!("{whose} {top} premières pistes"),
            (_, false) => format!("{whose} first {top} leads"),
        };
        let where_it_is = if is_in { self.tell("dans", "among") } else { self.tell("après", "behind") };
        format!("{where_it_is} {first_ones}")
    }

    /// In how many draws it stays, and between which ranks one answer moves it.
    fn counted(self, one: &MetierStability) -> String {
        let n_stays = if one.rank <= one.top { one.n_in_top } else { N_DRAWS - one.n_in_top };
        let (best, worst) = (one.ranks.best, one.ranks.worst);
        if self.is_french() {
            format!(
                "Poids tirés à un cinquième près : {n_stays} tirages sur {N_DRAWS}. Une réponse retirée ou déplacée d'un cran : rang {best} à {worst}."
            )
        } else {
            format!(
                "Weights drawn within a fifth: {n_stays} of {N_DRAWS} draws. One answer left out or moved one step: rank {best} to {worst}."
            )
        }
    }

    /// The same in few words, for a list.
    pub(super) fn counted_place(self, one: &MetierStability) -> String {
        let (place, n, best, worst) = (upper(&place(one, self)), one.n_in_top, one.ranks.best, one.ranks.worst);
        match (best == worst, self.is_french()) {
            (true, true) => format!("{place} : {n} tirages sur {N_DRAWS}, toujours rang {best}."),
            (true, false) => format!("{place}: {n} of {N_DRAWS} draws, always rank {best}."),
            (false, true) => format!("{place} : {n} tirages sur {N_DRAWS}, rangs {best} à {worst}."),
            (false, false) => format!("{place}: {n} of {N_DRAWS} draws, ranks {best} to {worst}."),
        }
    }

    /// What ranks and draws are.
    pub(super) fn counted_explained(self) -> [&'static str; 2] {
        [
            self.tell(
                "Meilleur et pire rang : quand une réponse est retirée ou bouge d'un cran.",
                "Best and worst rank: when one answer is left out or moves one step.",
            ),
            self.tell(
                "Tirages : sur 200 poids tirés à un cinquième près, ceux où le métier reste affiché.",
                "Draws: of 200 weights drawn within a fifth, those in which the métier stays on the list.",
            ),
        ]
    }

    /// For a counsellor, when a list has no marks because it is varied.
    pub(super) fn not_marked(self) -> &'static str {
        self.tell("Stabilité : non calculée pour une liste variée.", "Stability: not computed for a varied list.")
    }
}
