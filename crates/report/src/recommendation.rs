//! A ranking: for a terminal, with every number, and as a page that one hands to a student and their family.

use boussole::catalogue::Metier;
use boussole::inquiry::MetierStability;
use boussole::ranking::{Ranking, Recommendation};

use crate::digits::Digits;
use crate::law::HowMade;
use crate::render::{Block, Card, Document, Form, Item, Kind, Mark, Scale, Section, Why};
use crate::report::Report;
use crate::score::{Score, basis, legend, scale};
use crate::statement::{Moved, Tie, TiedGroup};
use crate::student::{OnLadder, answers, ladder};
use crate::subject::RecommendationReport;
use crate::versioned::pretty;
use crate::voice::Voice;
use crate::words::{capitalised, message, values};

/// The most characters of a presentation on a card: a few lines on a phone; paper cuts it after three.
const MAX_PRESENTATION_CHARS: usize = 190;

impl Report for RecommendationReport<'_> {
    /// The ranking. Each métier has at most three reasons, what pulls down, what is missing, and who is equal.
    ///
    /// The Markdown has tables in which the points of each métier sum to its score. The page is self-contained, for a phone and for paper:
    /// terms as bars, equal métiers in a bracket, a ladder of access levels. Ten métiers print on one A4 page; the digits, and how the list
    /// is made, are printed when they are open, as they are for a counsellor. It has no script, loads nothing, and escapes every label.
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

impl RecommendationReport<'_> {
    fn letter(&self, voice: Voice) -> Document {
        let document = Document::of(Kind::List, voice.words(message::LIST_TITLE)).with_blocks(Vec::new());
        let mut lines = self.about_the_list(voice);
        lines.extend(voice.has_figures().then(|| self.basis(voice)));
        lines.extend(voice.closing());
        let nothing = self.nothing_told(voice);
        if self.ranking.recommendations.is_empty() {
            return document.with_blocks(Block::paragraphs(nothing.into_iter().chain(lines)));
        }
        let cards = self.ranking.iter().map(|one| Block::Card(self.card(one, Form::Text, Scale::default(), voice)));
        let list = Block::paragraphs(nothing).into_iter().chain(cards).collect();
        document.with_blocks(list).with_blocks(Block::paragraphs(lines))
    }

    /// A counsellor reads the digits below the sentences; for the student they stand in a part of their own, for whoever advises them.
    fn sheet(&self, voice: Voice) -> Document {
        let (mut blocks, mut digits) = (Vec::new(), Vec::new());
        for recommendation in self.ranking {
            let mut card = self.card(recommendation, Form::Markdown, Scale::default(), voice);
            let table = self.score(recommendation, voice).table();
            if voice.has_figures() {
                card.why.table = Some(table);
            } else {
                digits.push(Block::Section(Section::new("", name(recommendation), vec![Block::Table(table)])));
            }
            blocks.push(Block::Card(card));
        }
        blocks.extend(Block::paragraphs(self.nothing_told(voice).into_iter().chain(self.about_the_list(voice))));
        blocks.push(Block::Paragraph(voice.closing().join(" ")));
        if !voice.has_figures() {
            blocks.push(Block::Disclosure(Section::new("detail", voice.words(message::DIGITS_TITLE), digits)));
        }
        blocks.push(Block::Paragraph(self.basis(voice)));
        blocks.extend(self.four_items().map(|items| HowMade::of_list(&items, voice).sheet()));
        Document::of(Kind::List, voice.words(message::LIST_TITLE)).with_blocks(blocks)
    }

    fn page(&self, voice: Voice) -> Document {
        let Ranking { n_ranked, recommendations, diversity, excluded, .. } = self.ranking;
        let mut lines = self.nothing_told(voice);
        lines.push(voice.looked_at(*n_ranked, recommendations.len()));
        lines.extend(voice.diversity(*diversity));
        lines.extend(excluded.iter().map(|excluded| voice.left_out(excluded, &self.profile)));
        let mut document = Document::of(Kind::List, voice.words(message::LIST_TITLE));
        document = document.with_blocks(vec![Block::Introduction(lines.join(" "))]);
        if !recommendations.is_empty() {
            document.sections.push(Section::new("pistes", voice.words(message::LIST_LEADS), self.cards(voice)));
        }
        let levels = Section::new("niveaux", voice.words(message::PAGE_LEVELS), self.ladder(voice));
        let said = answers(&self.profile, self.recommender.catalogue(), voice);
        let mut blocks = foot(levels, said, voice);
        blocks.push(self.digits(voice).disclosure(voice));
        blocks.extend(self.four_items().map(|items| HowMade::of_list(&items, voice).page(voice)));
        document.with_blocks(blocks)
    }

    /// Why there is nothing to show, or what the order rests on when the student has said nothing that tells métiers apart.
    fn nothing_told(&self, voice: Voice) -> Vec<String> {
        if self.ranking.n_ranked == 0 {
            return voice.no_result(self.ranking, &self.profile);
        }
        let is_silent = self.recommender.query(&self.profile).is_ok_and(|query| query.is_silent());
        let is_varied = self.ranking.iter().any(Recommendation::is_displaced);
        let order = if is_varied { message::LIST_SILENT_VARIED } else { message::LIST_SILENT };
        is_silent.then(|| voice.words(order)).into_iter().collect()
    }

    /// How many métiers were looked at, what diversity did, what filters left out, how sure the places are.
    fn about_the_list(&self, voice: Voice) -> Vec<String> {
        let Ranking { n_ranked, recommendations, diversity, excluded, .. } = self.ranking;
        let mut lines = vec![voice.looked_at(*n_ranked, recommendations.len())];
        lines.extend(voice.diversity(*diversity));
        lines.extend(excluded.iter().map(|excluded| voice.left_out(excluded, &self.profile)));
        if let Some(found) = self.stability.filter(|found| !found.metiers.is_empty()) {
            if voice.has_figures() {
                lines.extend(voice.counted_explained());
            } else {
                lines.push(voice.marked_places(found));
            }
            lines.push(voice.words(message::STABILITY_LEGEND));
        } else if voice.has_figures() && diversity.is_on() {
            lines.push(voice.words(message::STABILITY_NOT_MARKED));
        }
        lines
    }

    /// All cards; neighbours with one score in a bracket.
    fn cards(&self, voice: Voice) -> Vec<Block> {
        let explanations = || self.ranking.iter().map(|recommendation| &recommendation.explanation);
        let scale = scale(explanations());
        let mut told = legend(explanations(), voice);
        told.extend(self.stability.map(|_| voice.words(message::STABILITY_LEGEND)));
        let mut blocks: Vec<Block> = (!told.is_empty()).then(|| Block::Legend(told.join(" "))).into_iter().collect();
        let same = |left: &Recommendation, right: &Recommendation| left.standing.tie_group == right.standing.tie_group;
        for neighbours in self.ranking.recommendations.chunk_by(same) {
            let tied = TiedGroup::of(neighbours);
            let card = |one: &Recommendation| {
                let mut card = self.card(one, Form::Html, scale, voice);
                card.facts.notes = notes(one, tied.is_none(), voice);
                card
            };
            let cards = neighbours.iter().map(card);
            match tied {
                None => blocks.extend(cards.map(Block::Card)),
                Some(group) => {
                    let (label, sentence) = (voice.words(message::TIED_LABEL), voice.tied_group(group));
                    blocks.push(Block::Bracket { label, sentence, cards: cards.collect() });
                }
            }
        }
        blocks
    }

    fn card(&self, recommendation: &Recommendation, form: Form, scale: Scale, voice: Voice) -> Card {
        let Recommendation { metier, standing, .. } = recommendation;
        let score = self.score(recommendation, voice);
        let (rank, name) = (standing.rank, capitalised(&metier.title));
        let mut items = score.items(form);
        if form != Form::Html {
            items.extend(Moved::of(recommendation).map(|moved| Item::new(Mark::Moved, voice.moved(moved))));
            let tie = Tie::of(*standing, recommendation.moved.is_some());
            items.extend(tie.map(|tie| Item::new(Mark::Tied, voice.tied(tie))));
            let sure = self.place_of(metier).filter(|_| voice.has_figures());
            items.extend(sure.map(|sure| Item::new(Mark::Place, voice.counted_place(sure))));
        }
        let bars = (form == Form::Html).then(|| score.bars(format!("barres-{rank}"), &name, scale)).flatten();
        let facts = score.facts(self.place_of(metier), MAX_PRESENTATION_CHARS, Vec::new());
        Card { rank, name, id: metier.id.to_string(), facts, why: Why { items, bars, table: None } }
    }

    fn score<'a>(&'a self, recommendation: &'a Recommendation, voice: Voice) -> Score<'a> {
        let Recommendation { metier, explanation, .. } = recommendation;
        Score { metier, explanation, profile: &self.profile, voice }
    }

    /// How sure the place of a métier is, if that was looked at.
    fn place_of(&self, metier: &Metier) -> Option<&MetierStability> {
        self.stability?.metiers.iter().find(|one| one.metier.id == metier.id)
    }

    fn digits(&self, voice: Voice) -> Digits<'_> {
        Digits {
            recommender: self.recommender,
            applied: &self.ranking.weights,
            profile: &self.profile,
            metiers: self.ranking.iter().map(|one| (name(one), self.score(one, voice))).collect(),
            places: self.stability.iter().flat_map(|found| &found.metiers).collect(),
        }
    }

    /// Where the métiers stand, and where the student.
    fn ladder(&self, voice: Voice) -> Vec<Block> {
        let (mut metiers, mut without) = (Vec::new(), Vec::new());
        for recommendation in self.ranking {
            let rank = recommendation.standing.rank;
            let said = voice.words_with(message::PICTURE_LEAD, values![rank]);
            match recommendation.metier.access_level {
                Some(level) => metiers.push(OnLadder { level, mark: rank.to_string(), said }),
                None => without.push(rank.to_string()),
            }
        }
        let numbers = (!metiers.is_empty()).then(|| voice.words(message::PICTURE_NUMBERS));
        let (n, ranks) = (without.len(), without.join(", "));
        let without = (0 < n).then(|| voice.words_with(message::PICTURE_WITHOUT_LEVEL, values![n, ranks]));
        ladder(&metiers, &self.profile, numbers.into_iter().chain(without), voice)
    }

    fn basis(&self, voice: Voice) -> String {
        basis(&self.ranking.weights, self.recommender.catalogue().fingerprint(), voice)
    }
}

/// The name of a métier with its rank and its identifier.
fn name(recommendation: &Recommendation) -> String {
    let Recommendation { metier, standing, .. } = recommendation;
    format!("{}. {} ({})", standing.rank, capitalised(&metier.title), metier.id)
}

/// What a card notes below its name; a métier in a bracket need not say who is equal.
fn notes(recommendation: &Recommendation, is_alone: bool, voice: Voice) -> Vec<String> {
    let moved = Moved::of(recommendation).map(|moved| voice.moved(moved));
    let tie = Tie::of(recommendation.standing, recommendation.moved.is_some()).filter(|_| is_alone);
    moved.into_iter().chain(tie.map(|tie| voice.tied(tie))).collect()
}

/// The end of a page: levels beside answers and the next step.
pub(crate) fn foot(levels: Section, answers: Block, voice: Voice) -> Vec<Block> {
    let answers = Section::new("reponses", voice.words(message::PAGE_ANSWERS), vec![answers]);
    let next = Section::new("suite", voice.words(message::PAGE_NEXT), Block::paragraphs(voice.closing()));
    vec![Block::Columns(levels, vec![answers, next])]
}
