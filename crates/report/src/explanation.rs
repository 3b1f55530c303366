//! The explanation of one métier: for a terminal, with every number, and as a page.

use crate::digits::Digits;
use crate::law::HowMade;
use crate::recommendation::foot;
use crate::render::{Block, Document, Form, Item, Kind, Mark, Section, Why};
use crate::report::Report;
use crate::score::{Score, basis, legend, scale};
use crate::statement::Tie;
use crate::student::{OnLadder, answers, ladder};
use crate::subject::ExplanationReport;
use crate::versioned::pretty;
use crate::voice::Voice;
use crate::words::{capitalised, message};

/// The most characters of a presentation on a page of its own.
const MAX_PRESENTATION_CHARS: usize = 600;

impl Report for ExplanationReport<'_> {
    /// The explanation, ranked or not; like that of a [`RecommendationReport`](crate::RecommendationReport), for a métier that was asked for.
    fn document(&self, voice: Voice, form: Form) -> Document {
        match form {
            Form::Text => self.letter(voice),
            Form::Markdown => self.sheet(voice),
            Form::Html => self.page(voice),
        }
    }

    fn json(&self) -> String {
        pretty(&self.value())
    }
}

impl ExplanationReport<'_> {
    fn letter(&self, voice: Voice) -> Document {
        let metier = &self.explained.metier;
        let title = format!("{}  [{}]", capitalised(&metier.title), metier.id);
        let lines = voice.has_figures().then(|| self.basis(voice)).into_iter().chain(voice.closing());
        Document::of(Kind::Metier, title)
            .with_blocks(vec![Block::Paragraph(self.standing(voice))])
            .with_blocks(vec![Block::Why(self.why(Form::Text, voice))])
            .with_blocks(Block::paragraphs(lines))
    }

    fn sheet(&self, voice: Voice) -> Document {
        let mut why = self.why(Form::Markdown, voice);
        let table = self.score(voice).table();
        let mut digits = Vec::new();
        if voice.has_figures() {
            why.table = Some(table);
        } else {
            let title = voice.words(message::DIGITS_TITLE);
            digits.push(Block::Disclosure(Section::new("detail", title, vec![Block::Table(table)])));
        }
        let mut blocks = vec![Block::Paragraph(self.standing(voice)), Block::Why(why)];
        blocks.push(Block::Paragraph(voice.closing().join(" ")));
        blocks.extend(digits);
        blocks.push(Block::Paragraph(self.basis(voice)));
        blocks.extend(self.four_items().map(|items| HowMade::of_metier(&items, voice).sheet()));
        Document::of(Kind::Metier, self.name()).with_blocks(blocks)
    }

    fn page(&self, voice: Voice) -> Document {
        let metier = &self.explained.metier;
        let facts = self.score(voice).facts(self.stability, MAX_PRESENTATION_CHARS, Vec::new());
        let head = vec![Block::Facts(facts), Block::Introduction(self.place(voice))];
        let told = legend([&self.explained.explanation].into_iter(), voice);
        let told = (!told.is_empty()).then(|| Block::Legend(told.join(" ")));
        let why = told.into_iter().chain([Block::Why(self.why(Form::Html, voice))]).collect();
        let mut document = Document::of(Kind::Metier, capitalised(&metier.title)).with_blocks(head);
        document.sections.push(Section::new("pourquoi", voice.words(message::PAGE_WHY), why));
        let levels = Section::new("niveaux", voice.words(message::PAGE_LEVELS), self.ladder(voice));
        let said = answers(&self.profile, self.recommender.catalogue(), voice);
        let mut blocks = foot(levels, said, voice);
        blocks.push(self.digits(voice).disclosure(voice));
        blocks.extend(self.four_items().map(|items| HowMade::of_metier(&items, voice).page(voice)));
        document.with_blocks(blocks)
    }

    fn score(&self, voice: Voice) -> Score<'_> {
        let explained = self.explained;
        Score { metier: &explained.metier, explanation: &explained.explanation, profile: &self.profile, voice }
    }

    fn why(&self, form: Form, voice: Voice) -> Why {
        let score = self.score(voice);
        let mut items = score.items(form);
        if form != Form::Html {
            items.extend(self.tied(voice).map(|tied| Item::new(Mark::Tied, tied)));
            items.extend(self.stability.map(|sure| Item::new(Mark::Place, voice.stability(sure))));
        }
        let scale = || scale([&self.explained.explanation].into_iter());
        let name = capitalised(&self.explained.metier.title);
        let bars = (form == Form::Html).then(|| score.bars("barres".into(), &name, scale())).flatten();
        Why { items, bars, table: None }
    }

    /// Where it stands, who is equal, how sure that is.
    fn place(&self, voice: Voice) -> String {
        let sure = self.stability.map(|place| voice.stability(place));
        let all: Vec<String> = std::iter::once(self.standing(voice)).chain(self.tied(voice)).chain(sure).collect();
        all.join(" ")
    }

    /// Where it stands, or why it does not.
    fn standing(&self, voice: Voice) -> String {
        match self.explained.standing {
            Ok(standing) => voice.standing(standing.rank, self.explained.n_ranked),
            Err(reason) => voice.refused(reason),
        }
    }

    fn tied(&self, voice: Voice) -> Option<String> {
        self.explained.standing.ok().and_then(|standing| Tie::of(standing, false)).map(|tie| voice.tied(tie))
    }

    /// The name of the métier with its identifier.
    fn name(&self) -> String {
        format!("{} ({})", capitalised(&self.explained.metier.title), self.explained.metier.id)
    }

    fn digits(&self, voice: Voice) -> Digits<'_> {
        Digits {
            recommender: self.recommender,
            applied: &self.explained.weights,
            profile: &self.profile,
            metiers: vec![(self.name(), self.score(voice))],
            places: self.stability.into_iter().collect(),
        }
    }

    fn ladder(&self, voice: Voice) -> Vec<Block> {
        let here = |level| OnLadder { level, mark: String::new(), said: voice.words(message::PICTURE_HERE) };
        let metiers: Vec<OnLadder> = self.explained.metier.access_level.map(here).into_iter().collect();
        let circle = (!metiers.is_empty()).then(|| voice.words(message::PICTURE_CIRCLE));
        ladder(&metiers, &self.profile, circle.into_iter(), voice)
    }

    fn basis(&self, voice: Voice) -> String {
        basis(&self.explained.weights, self.recommender.catalogue().fingerprint(), voice)
    }
}
