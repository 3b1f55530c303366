//! The explanation of one métier: for a terminal, with every number, and as a page.

use crate::digits::Digits;
use crate::law::HowMade;
use crate::recommendation::{foot, said};
use crate::render::{Block, Document, Form, Item, Kind, Mark, Section, Why};
use crate::report::Report;
use crate::score::{Score, basis, legend, scale};
use crate::statement::{Known, Tie};
use crate::student::{OnLadder, ladder};
use crate::subject::ExplanationReport;
use crate::versioned::pretty;
use crate::voice::Voice;
use crate::words::{capitalised, message};

impl Report for ExplanationReport<'_> {
    /// The explanation, ranked or not; like that of a [`RecommendationReport`](crate::RecommendationReport), for a métier that was asked for.
    fn document(&self, voice: Voice, form: Form) -> Document {
        let one = One { report: self, known: &Known::of(self.recommender, &self.profile), voice };
        match form {
            Form::Text => one.letter(),
            Form::Markdown => one.sheet(),
            Form::Html => one.page(),
        }
    }

    fn json(&self) -> String {
        self.json_in(Voice::default())
    }

    fn json_in(&self, voice: Voice) -> String {
        pretty(&self.value(&Known::of(self.recommender, &self.profile), voice))
    }
}

impl ExplanationReport<'_> {
    /// What there is to say about the score.
    pub(crate) fn score<'a>(&'a self, known: &'a Known<'a>, voice: Voice) -> Score<'a> {
        let explained = self.explained;
        Score { metier: &explained.metier, explanation: &explained.explanation, known, link: self.link.as_deref(), voice }
    }
}

/// An explanation that is written for one reader.
#[derive(Clone, Copy)]
struct One<'a> {
    report: &'a ExplanationReport<'a>,
    known: &'a Known<'a>,
    voice: Voice,
}

impl<'a> One<'a> {
    fn letter(self) -> Document {
        let metier = &self.report.explained.metier;
        let title = format!("{}  [{}]", capitalised(&metier.title), metier.id);
        let lines = self.voice.has_figures().then(|| self.basis()).into_iter().chain(self.voice.closing());
        Document::of(Kind::Metier, title)
            .with_blocks(vec![Block::Paragraph(self.standing()), self.facts()])
            .with_blocks(vec![Block::Why(self.why(Form::Text))])
            .with_blocks(Block::paragraphs(lines))
    }

    fn sheet(self) -> Document {
        let mut why = self.why(Form::Markdown);
        let table = self.score().table();
        let mut digits = Vec::new();
        if self.voice.has_figures() {
            why.table = Some(table);
        } else {
            let title = self.voice.words(message::DIGITS_TITLE);
            digits.push(Block::Disclosure(Section::new("detail", title, vec![Block::Table(table)])));
        }
        let mut blocks = vec![Block::Paragraph(self.standing()), self.facts(), Block::Why(why)];
        blocks.push(Block::Paragraph(self.voice.closing().join(" ")));
        blocks.extend(digits);
        blocks.push(Block::Paragraph(self.basis()));
        blocks.extend(self.report.four_items().map(|items| HowMade::of_metier(&items, self.voice).sheet()));
        Document::of(Kind::Metier, self.name()).with_blocks(blocks)
    }

    fn page(self) -> Document {
        let metier = &self.report.explained.metier;
        let head = vec![self.facts(), Block::Introduction(self.place())];
        let told = legend([&self.report.explained.explanation].into_iter(), self.voice);
        let told = (!told.is_empty()).then(|| Block::Legend(told.join(" ")));
        let why = [Block::Why(self.why(Form::Html))].into_iter().chain(told).collect();
        let mut document = Document::of(Kind::Metier, capitalised(&metier.title)).with_blocks(head);
        document.sections.push(said(&self.report.profile, self.report.recommender.catalogue(), self.voice));
        document.sections.push(Section::new("pourquoi", self.voice.words(message::PAGE_WHY), why));
        let levels = Section::new("niveaux", self.voice.words(message::PAGE_LEVELS), self.ladder());
        let mut blocks = vec![foot(levels, self.voice)];
        blocks.push(self.digits().disclosure(self.voice));
        blocks.extend(self.report.four_items().map(|items| HowMade::of_metier(&items, self.voice).page(self.voice)));
        document.with_blocks(blocks)
    }

    fn score(self) -> Score<'a> {
        self.report.score(self.known, self.voice)
    }

    /// Where access starts, what the métier is about, and the way on.
    fn facts(self) -> Block {
        Block::Facts(self.score().facts(self.report.stability, Vec::new()))
    }

    fn why(self, form: Form) -> Why {
        let score = self.score();
        let mut items = score.items();
        if form != Form::Html {
            items.extend(self.tied().map(|tied| Item::new(Mark::Tied, tied)));
            items.extend(self.report.stability.map(|sure| Item::new(Mark::Place, self.voice.stability(sure))));
        }
        let scale = || scale([&self.report.explained.explanation].into_iter());
        let name = capitalised(&self.report.explained.metier.title);
        let bars = (form == Form::Html).then(|| score.bars("barres".into(), &name, scale())).flatten();
        Why { items, bars, table: None }
    }

    /// Where it stands, who is equal, how sure that is.
    fn place(self) -> String {
        let sure = self.report.stability.map(|place| self.voice.stability(place));
        let all: Vec<String> = std::iter::once(self.standing()).chain(self.tied()).chain(sure).collect();
        all.join(" ")
    }

    /// Where it stands, or why it does not.
    fn standing(self) -> String {
        match self.report.explained.standing {
            Ok(standing) => self.voice.standing(standing.rank, self.report.explained.n_ranked),
            Err(reason) => self.voice.refused(reason),
        }
    }

    fn tied(self) -> Option<String> {
        self.report.explained.standing.ok().and_then(|standing| Tie::of(standing, false)).map(|tie| self.voice.tied(tie))
    }

    /// The name of the métier with its identifier.
    fn name(self) -> String {
        format!("{} ({})", capitalised(&self.report.explained.metier.title), self.report.explained.metier.id)
    }

    fn digits(self) -> Digits<'a> {
        Digits {
            recommender: self.report.recommender,
            applied: &self.report.explained.weights,
            profile: &self.report.profile,
            metiers: vec![(self.name(), self.score())],
            places: self.report.stability.into_iter().collect(),
        }
    }

    fn ladder(self) -> Vec<Block> {
        let here = |level| OnLadder { level, mark: String::new(), said: self.voice.words(message::PICTURE_HERE) };
        let metiers: Vec<OnLadder> = self.report.explained.metier.access_level.map(here).into_iter().collect();
        let circle = (!metiers.is_empty()).then(|| self.voice.words(message::PICTURE_CIRCLE));
        ladder(&metiers, &self.report.profile, circle.into_iter(), self.voice)
    }

    fn basis(self) -> String {
        basis(&self.report.explained.weights, self.report.recommender.catalogue().fingerprint(), self.voice)
    }
}
