//! Why one métier comes before another, in words and tables.

use boussole::criteria::Origin;
use boussole::explanation::Contribution;
use boussole::features::Criterion;
use boussole::inquiry::{Argument, Contrast, ContrastTerm, Reason, Side};

use crate::render::{Block, Document, Form, Table};
use crate::report::Report;
use crate::statement::{Advantage, AdvantageCase, Sheets};
use crate::versioned::Versioned;
use crate::voice::Voice;
use crate::words::{POINT_DECIMALS, capitalised, message, values};

/// The schema of the JSON of a [`ContrastReport`]: `difference` is exactly the sum of the points of `terms`.
pub const COMPARISON_SCHEMA: &str = "boussole/comparison/2";

/// At most so many of the carrying reasons are told to the student; more are not read.
const MAX_REASONS: usize = 3;

/// The contrast of two métiers, ready to be written: the reasons that carry it, and the best one of the other side.
///
/// The text has every term for a counsellor, the Markdown for everybody.
///
/// ```
/// use boussole_report::{ContrastReport, Report, Voice};
/// use boussole::{Catalogue, Profile, Recommender, Weights, inquiry::contrast};
/// let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
/// let profile = Profile::builder().likes("j'aime la nature").build()?;
/// let contrast = contrast(&recommender, &profile, &"MET.547".parse()?, &"MET.7829".parse()?)?;
/// let text = ContrastReport::new(&contrast).text(Voice::default());
/// assert!(text.contains("Tu as dit oui"));
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
}

impl Report for ContrastReport<'_> {
    fn document(&self, voice: Voice, form: Form) -> Document {
        let mut document = Document::new(voice.words(message::CONTRAST_TITLE));
        match self.contrast.argument() {
            Some(argument) => {
                document = document.with(capitalised(&argument.ahead.metier.title), self.ahead(&argument, voice));
                document = document.with(capitalised(&argument.behind.metier.title), self.behind(&argument, voice));
            }
            None => document = document.with(voice.words(message::CONTRAST_TIED_TITLE), self.tied(voice)),
        }
        let closing = |document: Document| document.with(voice.words(message::KEEP_IN_MIND), Block::paragraphs(voice.closing()));
        let terms = |document: Document| document.with(voice.words(message::CONTRAST_TERMS_TITLE), self.terms(voice));
        match (voice.has_figures(), form) {
            (true, _) => closing(terms(document)),
            (false, Form::Text) => closing(document),
            (false, Form::Markdown | Form::Html) => terms(closing(document)),
        }
    }

    fn json(&self) -> String {
        Versioned::json(COMPARISON_SCHEMA, self.contrast)
    }
}

impl ContrastReport<'_> {
    fn ahead(&self, argument: &Argument<'_>, voice: Voice) -> Vec<Block> {
        let n_told = if voice.has_figures() { argument.carrying.len() } else { MAX_REASONS };
        let told = argument.carrying.iter().take(n_told).filter_map(|reason| self.reason(reason, argument.ahead, voice));
        let because = voice.words(message::CONTRAST_BECAUSE);
        vec![Block::Paragraph(place(argument.ahead, voice)), Block::Paragraph(because), Block::List(told.collect())]
    }

    fn behind(&self, argument: &Argument<'_>, voice: Voice) -> Vec<Block> {
        let place = Block::Paragraph(place(argument.behind, voice));
        match argument.best_counter.as_ref().and_then(|reason| self.reason(reason, argument.behind, voice)) {
            Some(reason) => {
                vec![place, Block::Paragraph(voice.words(message::CONTRAST_COUNTER)), Block::List(vec![reason])]
            }
            None => vec![place, Block::Paragraph(voice.words(message::CONTRAST_NO_COUNTER))],
        }
    }

    fn tied(&self, voice: Voice) -> Vec<Block> {
        let [first, second] = [&self.contrast.first, &self.contrast.second].map(|side| &side.metier);
        if first.id == second.id {
            return vec![Block::Paragraph(voice.words(message::CONTRAST_SAME))];
        }
        let names = [first, second].map(|metier| capitalised(&metier.title));
        let told = [message::CONTRAST_TIED, message::CONTRAST_DRAW].map(|message| Block::Paragraph(voice.words(message)));
        std::iter::once(Block::List(names.into())).chain(told).collect()
    }

    fn reason(&self, reason: &Reason, side: &Side, voice: Voice) -> Option<String> {
        Advantage::of(self.contrast, reason, side).map(|advantage| voice.advantage(advantage))
    }

    /// Every term, with what it gives to both.
    fn terms(&self, voice: Voice) -> Vec<Block> {
        let points = |points: f64| voice.signed(points, POINT_DECIMALS);
        let row = |term: &ContrastTerm<'_>| {
            let of = |side: Option<Contribution<'_>>| side.map_or(String::new(), |term| points(term.points.value()));
            let name = voice.named(&voice.criterion(term.criterion), &voice.shown(term.feature.unwrap_or_default()));
            vec![name, of(term.first), of(term.second), points(term.points.value())]
        };
        let mut rows: Vec<Vec<String>> = self.contrast.terms().iter().map(row).collect();
        let sides = [&self.contrast.first, &self.contrast.second];
        let [first, second] = sides.map(|side| side.score().value());
        let [first_score, second_score] = [first, second].map(|score| voice.number(score, POINT_DECIMALS));
        rows.push(vec![voice.words(message::CONTRAST_TOTAL), first_score, second_score, points(first - second)]);
        let columns = [
            message::CONTRAST_COLUMN_TERM,
            message::CONTRAST_COLUMN_FIRST,
            message::CONTRAST_COLUMN_SECOND,
            message::CONTRAST_COLUMN_DIFFERENCE,
        ];
        let names = sides.map(|side| format!("{} ({})", capitalised(&side.metier.title), side.metier.id));
        vec![Block::List(names.into()), Block::Table(Table::new(columns.map(|column| voice.words(column)), rows))]
    }
}

/// Where a métier stands, or why it does not.
fn place(side: &Side, voice: Voice) -> String {
    match side.standing {
        Err(reason) => voice.refused(reason),
        Ok(standing) => voice.words_with(message::RANK_ONLY, values![rank = standing.rank]),
    }
}

impl Voice {
    /// What speaks for one métier of two.
    fn advantage(self, advantage: Advantage<'_>) -> String {
        match advantage.case() {
            AdvantageCase::Interests { most: label, answer, sheets } => {
                let message = match sheets {
                    Sheets::WeighsMore => message::CONTRAST_WEIGHS_MORE,
                    Sheets::OnlyHere => message::CONTRAST_ONLY_HERE,
                    Sheets::WeighsLess => message::CONTRAST_WEIGHS_LESS,
                    Sheets::OnlyThere => message::CONTRAST_ONLY_THERE,
                };
                let most = self.words_with(message, values![label = self.shown(label), answer = self.answer(answer)]);
                self.words_with(message::CONTRAST_INTERESTS_MOST, values![most])
            }
            AdvantageCase::Constraint => self.words(message::CONTRAST_CONSTRAINT),
            AdvantageCase::Whole { criterion, origin } => self.words(match (criterion, origin) {
                (Criterion::Interest | Criterion::Related, _) => message::CONTRAST_INTERESTS,
                (Criterion::AccessLevel, _) => message::CONTRAST_LEVEL,
                (Criterion::Status, _) => message::CONTRAST_STATUSES,
                (Criterion::Sector, Origin::Answer) => message::CONTRAST_SECTORS,
                (Criterion::Sector, Origin::Constraint | Origin::Inference) => message::CONTRAST_SECTORS_INFERRED,
                (Criterion::Riasec, _) => message::CONTRAST_RIASEC,
                (Criterion::Domain, _) => message::CONTRAST_DOMAIN,
                (Criterion::Similar, _) => message::CONTRAST_SIMILAR,
                (Criterion::Words, _) => message::CONTRAST_WORDS,
            }),
        }
    }
}
