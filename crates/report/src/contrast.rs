//! Why one métier comes before another, in words, tables and JSON.

use super::outline::{self, Block, Section, Table};
use super::phrases::capitalised;
use super::voice::Voice;
use boussole::criteria::Origin;
use boussole::explanation::Contribution;
use boussole::features::Criterion;
use boussole::inquiry::{Argument, Contrast, ContrastTerm, Reason, Side};

/// How many decimals a table shows: enough to see the sum, too few to suggest precision.
const DECIMALS: usize = 4;

/// At most so many of the carrying reasons are told to a student; more are not read.
const MAX_REASONS: usize = 3;

/// The contrast of two métiers, ready to be written.
///
/// ```
/// use boussole_report::{ContrastReport, Voice};
/// use boussole::{Catalogue, Profile, Recommender, Weights, inquiry::contrast};
/// let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
/// let profile = Profile::builder().likes("j'aime la nature").build()?;
/// let contrast = contrast(&recommender, &profile, &"MET.547".parse()?, &"MET.7829".parse()?)?;
/// let text = ContrastReport::new(&contrast).text(Voice::default());
/// assert!(text.contains("Tu as dit oui à « j'aime la nature »"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct ContrastReport<'a> {
    contrast: &'a Contrast,
}

impl<'a> ContrastReport<'a> {
    /// A report on a contrast.
    pub fn new(contrast: &'a Contrast) -> Self {
        Self { contrast }
    }

    /// The contrast as plain text: the reasons that carry it, and the best one of the other side. For a counsellor, every term.
    pub fn text(&self, voice: Voice) -> String {
        outline::text(title(voice), &self.sections(voice))
    }

    /// The contrast as Markdown, always with every term.
    pub fn markdown(&self, voice: Voice) -> String {
        let mut sections = self.sections(voice);
        if !voice.has_figures() {
            sections.push(self.terms(voice));
        }
        outline::markdown(title(voice), &sections)
    }

    fn sections(&self, voice: Voice) -> Vec<Section> {
        let mut sections = match self.contrast.argument() {
            Some(argument) => self.argued(&argument, voice),
            None => vec![self.tied(voice)],
        };
        if voice.has_figures() {
            sections.push(self.terms(voice));
        }
        let closing = voice.closing().map(|sentence| Block::Sentence(sentence.to_owned()));
        sections.push(Section { title: voice.tell("À retenir", "Keep in mind").into(), blocks: closing.into() });
        sections
    }

    fn argued(&self, argument: &Argument<'_>, voice: Voice) -> Vec<Section> {
        let n_told = if voice.has_figures() { argument.carrying.len() } else { MAX_REASONS };
        let told = argument.carrying.iter().take(n_told).map(|reason| self.reason(reason, argument.ahead, voice)).collect();
        let because = voice.tell("Il est devant surtout pour ceci :", "It comes first mostly because of this:");
        let blocks = vec![Block::Sentence(place(argument.ahead, voice)), Block::Sentence(because.into()), Block::List(told)];
        let mut behind = vec![Block::Sentence(place(argument.behind, voice))];
        if let Some(reason) = &argument.best_counter {
            behind.push(Block::Sentence(voice.tell("Il a surtout pour lui :", "Mostly, it has this on its side:").into()));
            behind.push(Block::List(vec![self.reason(reason, argument.behind, voice)]));
        } else {
            let nothing =
                voice.tell("Rien ne parle plus pour lui que pour l'autre.", "Nothing speaks more for it than for the other.");
            behind.push(Block::Sentence(nothing.into()));
        }
        vec![
            Section { title: capitalised(&argument.ahead.metier.title), blocks },
            Section { title: capitalised(&argument.behind.metier.title), blocks: behind },
        ]
    }

    fn tied(&self, voice: Voice) -> Section {
        let names = [&self.contrast.first, &self.contrast.second].map(|side| capitalised(&side.metier.title));
        let tied = voice.say(
            [
                "Ces deux métiers sont ex æquo d'après tes réponses.",
                "Ces deux métiers sont ex æquo d'après les réponses de l'élève.",
            ],
            ["By your answers, these two métiers are equal.", "By the student's answers, these two métiers are equal."],
        );
        let draw = voice.tell("L'ordre entre les deux est un tirage.", "A draw decides which one comes first.");
        let blocks = vec![Block::List(names.into()), Block::Sentence(tied.into()), Block::Sentence(draw.into())];
        Section { title: voice.tell("Ex æquo", "Equal").into(), blocks }
    }

    /// A reason for a métier, against the other one.
    fn reason(&self, reason: &Reason<'_>, side: &Side, voice: Voice) -> String {
        let is_of = |term: &ContrastTerm<'_>| {
            term.criterion == reason.criterion && (reason.feature.is_none() || term.feature == reason.feature)
        };
        let term = self.contrast.terms().into_iter().find(is_of).expect("a reason is made of terms");
        let is_first = side.metier.id == self.contrast.first.metier.id;
        let (own, other) = if is_first { (term.first, term.second) } else { (term.second, term.first) };
        let any = own.or(other).expect("a term has a contribution");
        match reason.feature {
            Some(label) => {
                let (said, to, label) = (voice.said(any.answer), voice.tell("à", "to"), voice.quoted(label));
                let why = interest(any.answer, own.is_some() && other.is_some(), voice);
                format!("{said} {to} {label}{}{why}.", voice.tell(" : ", ": "))
            }
            None => whole(reason.criterion, any.origin, voice),
        }
    }

    /// Every term, with what it gives to both.
    fn terms(&self, voice: Voice) -> Section {
        let points = |points: f64| voice.signed(points, DECIMALS);
        let row = |term: &ContrastTerm<'_>| {
            let feature = term.feature.unwrap_or_default();
            let of = |side: Option<Contribution<'_>>| side.map_or(String::new(), |term| points(term.points.value()));
            let name = format!("{}{}{feature}", voice.criterion(term.criterion), voice.tell(" : ", ": "));
            vec![name, of(term.first), of(term.second), points(term.points.value())]
        };
        let mut rows: Vec<Vec<String>> = self.contrast.terms().iter().map(row).collect();
        let [first, second] = [&self.contrast.first, &self.contrast.second].map(|side| side.score().value());
        let score = |score: f64| voice.number(score, DECIMALS);
        let total = voice.tell("total, points de départ compris", "total, with the neutral parts");
        rows.push(vec![total.into(), score(first), score(second), points(first - second)]);
        let columns = if voice.is_french() {
            vec!["critère : élément", "premier", "second", "différence"]
        } else {
            vec!["criterion: element", "first", "second", "difference"]
        };
        let sides = [&self.contrast.first, &self.contrast.second];
        let names = sides.map(|side| format!("{} ({})", capitalised(&side.metier.title), side.metier.id));
        let blocks = vec![Block::List(names.into()), Block::Table(Table { columns, rows })];
        Section { title: voice.tell("Ce qui fait la différence", "What makes the difference").into(), blocks }
    }
}

fn title(voice: Voice) -> &'static str {
    voice.tell("Pourquoi l'un avant l'autre ?", "Why one before the other?")
}

/// Where a métier stands, or why it does not.
fn place(side: &Side, voice: Voice) -> String {
    match side.standing {
        Err(reason) => voice.refused(reason),
        Ok(standing) if voice.is_french() => format!("Rang {}.", standing.rank),
        Ok(standing) => format!("Rank {}.", standing.rank),
    }
}

/// What an interest has to do with one métier and not, or less, with the other.
fn interest(answer: f64, is_in_both: bool, voice: Voice) -> &'static str {
    match (0.0 < answer, is_in_both) {
        (true, true) => voice.tell("cela pèse plus dans sa fiche", "it weighs more in its sheet"),
        (true, false) => voice.tell("c'est dans sa fiche, pas dans l'autre", "it is in its sheet, not in the other"),
        (false, true) => voice.tell("cela pèse moins dans sa fiche", "it weighs less in its sheet"),
        (false, false) => voice.tell("c'est dans l'autre fiche, pas dans la sienne", "it is in the other sheet, not in its own"),
    }
}

/// A whole criterion as a reason.
fn whole(criterion: Criterion, origin: Origin, voice: Voice) -> String {
    let preferences =
        || voice.say(["tes préférences", "les préférences de l'élève"], ["your preferences", "the student's preferences"]);
    let answers = || voice.say(["tes réponses", "les réponses de l'élève"], ["your answers", "the student's answers"]);
    let (fits, with) = match (criterion, origin) {
        (Criterion::AccessLevel, _) => (
            voice.tell("Son niveau d'accès est plus proche de", "Its access level is closer to"),
            voice.say(
                ["ce que tu envisages", "ce que l'élève envisage"],
                ["what you have in mind", "what the student has in mind"],
            ),
        ),
        (Criterion::Status, _) => (voice.tell("Ses statuts vont mieux avec", "Its statuses go better with"), preferences()),
        (Criterion::Sector, Origin::Answer) => {
            (voice.tell("Ses secteurs vont mieux avec", "Its sectors go better with"), preferences())
        }
        (Criterion::Sector, _) => (voice.tell("Ses secteurs vont mieux avec", "Its sectors go better with"), answers()),
        (Criterion::Riasec, _) => (voice.tell("Son type RIASEC va mieux avec", "Its RIASEC type goes better with"), answers()),
        (Criterion::Domain, _) => (voice.tell("Son domaine va mieux avec", "Its field goes better with"), answers()),
        (Criterion::Similar, _) => (
            voice.tell("Il ressemble plus", "It is more like"),
            voice.say(
                ["aux métiers que tu aimes", "aux métiers que l'élève aime"],
                ["the métiers that you like", "the métiers that the student likes"],
            ),
        ),
        (Criterion::Interest | Criterion::Related, _) => {
            (voice.tell("Ses centres d'intérêt vont souvent avec", "Its interests often go with"), answers())
        }
    };
    format!("{fits} {with}.")
}

mod json {
    //! The contrast as JSON.

    use serde::Serialize;

    use super::ContrastReport;
    use crate::document::pretty;
    use boussole::catalogue::MetierId;
    use boussole::features::Criterion;
    use boussole::inquiry::{Reason, Side};

    /// The schema of [`ContrastReport::json`].
    pub const COMPARISON_SCHEMA: &str = "boussole/comparison/1";

    #[derive(Serialize)]
    struct Document<'a> {
        schema: &'static str,
        first: SideJson<'a>,
        second: SideJson<'a>,
        difference: f64,
        /// The identifier of the one with the higher score; nothing when they are equal.
        ahead: Option<&'a MetierId>,
        terms: Vec<TermJson<'a>>,
        carrying: Vec<TermJson<'a>>,
        best_counter: Option<TermJson<'a>>,
    }

    #[derive(Serialize)]
    struct SideJson<'a> {
        id: &'a MetierId,
        score: f64,
        rank: Option<usize>,
    }

    #[derive(Serialize)]
    struct TermJson<'a> {
        criterion: Criterion,
        feature: Option<&'a str>,
        points: f64,
    }

    impl<'a> From<&Reason<'a>> for TermJson<'a> {
        fn from(reason: &Reason<'a>) -> Self {
            Self { criterion: reason.criterion, feature: reason.feature, points: reason.points.value() }
        }
    }

    fn side(side: &Side) -> SideJson<'_> {
        let rank = side.standing.ok().map(|standing| standing.rank);
        SideJson { id: &side.metier.id, score: side.score().value(), rank }
    }

    impl ContrastReport<'_> {
        /// The contrast as one JSON document, schema [`COMPARISON_SCHEMA`]: `difference` is exactly the sum of the points of `terms`.
        pub fn json(&self) -> String {
            let contrast = self.contrast;
            let terms = contrast.terms().into_iter().map(|term| TermJson {
                criterion: term.criterion,
                feature: term.feature,
                points: term.points.value(),
            });
            let argument = contrast.argument();
            pretty(&Document {
                schema: COMPARISON_SCHEMA,
                first: side(&contrast.first),
                second: side(&contrast.second),
                difference: contrast.difference().value(),
                ahead: argument.as_ref().map(|argument| &argument.ahead.metier.id),
                terms: terms.collect(),
                carrying: argument.as_ref().map_or(Vec::new(), |argument| argument.carrying.iter().map(TermJson::from).collect()),
                best_counter: argument.as_ref().and_then(|argument| argument.best_counter.as_ref()).map(TermJson::from),
            })
        }
    }
}

pub use json::COMPARISON_SCHEMA;
