//! A ranking: for a terminal, with every number, and as a page that one hands to a student and their family.

use boussole::catalogue::{Catalogue, Metier};
use boussole::inquiry::MetierStability;
use boussole::profile::Profile;
use boussole::ranking::{Ranking, Recommendation};

use crate::digits::Digits;
use crate::grouping::{Neighbours, Part, neighbours, parts, tied_across};
use crate::law::HowMade;
use crate::render::{Block, Card, Document, Form, Item, Kind, Mark, Scale, Section, Why};
use crate::report::Report;
use crate::score::{Score, basis, legend, scale};
use crate::statement::{Known, Moved, Tie};
use crate::student::{OnLadder, answers, ladder};
use crate::subject::RecommendationReport;
use crate::versioned::pretty;
use crate::voice::Voice;
use crate::words::{capitalised, message, values};

impl Report for RecommendationReport<'_> {
    /// The ranking. Each métier has its level, what it is, its reasons, what to check, the way on, and who is equal; neighbours with the same
    /// reasons have them once. A pupil or an adult who has said nothing gets no list, but an invitation to answer.
    ///
    /// The Markdown has tables in which the points of each métier sum to its score. The page is self-contained, for a phone and for paper:
    /// terms as bars, a ladder of access levels. It has no script, loads nothing, and escapes every label.
    fn document(&self, voice: Voice, form: Form) -> Document {
        let list = List { report: self, known: &Known::of(self.recommender, &self.profile), voice };
        match form {
            Form::Text => list.letter(),
            Form::Markdown => list.sheet(),
            Form::Html => list.page(),
        }
    }

    fn json(&self) -> String {
        self.json_in(Voice::default())
    }

    fn json_in(&self, voice: Voice) -> String {
        pretty(&self.value(&Known::of(self.recommender, &self.profile), voice))
    }
}

impl RecommendationReport<'_> {
    /// How sure the place of a métier is, if that was looked at.
    pub(crate) fn place_of(&self, metier: &Metier) -> Option<&MetierStability> {
        self.stability?.metiers.iter().find(|one| one.metier.id == metier.id)
    }

    /// What there is to say about a recommendation.
    pub(crate) fn score<'a>(&'a self, recommendation: &'a Recommendation, known: &'a Known<'a>, voice: Voice) -> Score<'a> {
        let Recommendation { metier, explanation, .. } = recommendation;
        Score { metier, explanation, known, link: self.link.as_deref(), voice }
    }
}

/// A ranking that is written for one reader.
#[derive(Clone, Copy)]
struct List<'a> {
    report: &'a RecommendationReport<'a>,
    known: &'a Known<'a>,
    voice: Voice,
}

impl<'a> List<'a> {
    fn letter(self) -> Document {
        let voice = self.voice;
        let document = Document::of(Kind::List, voice.words(message::LIST_TITLE)).with_blocks(Vec::new());
        let mut lines = self.about_the_list();
        lines.extend(voice.has_figures().then(|| self.basis()));
        lines.extend(voice.closing());
        let nothing = Block::paragraphs(self.nothing_told());
        let mut document = if nothing.is_empty() { document } else { document.with_blocks(nothing) };
        for part in self.parts() {
            let blocks = self.blocks(&part.recommendations, Form::Text, Scale::default());
            document = match part.title {
                None => document.with_blocks(blocks),
                Some(title) => document.with(voice.words(title), blocks),
            };
        }
        document.with_blocks(Block::paragraphs(lines))
    }

    /// A counsellor reads the digits below the sentences; for the student they stand in a part of their own, for whoever advises them.
    fn sheet(self) -> Document {
        let voice = self.voice;
        let mut document = Document::of(Kind::List, voice.words(message::LIST_TITLE));
        for part in self.parts() {
            let blocks = self.blocks(&part.recommendations, Form::Markdown, Scale::default());
            document = match part.title {
                None => document.with_blocks(blocks),
                Some(title) => document.with(voice.words(title), blocks),
            };
        }
        let mut blocks = Block::paragraphs(self.nothing_told().into_iter().chain(self.about_the_list()));
        blocks.push(Block::Paragraph(voice.closing().join(" ")));
        if !voice.has_figures() && !self.is_invited() {
            let digits = self
                .report
                .ranking
                .iter()
                .map(|one| Block::Section(Section::new("", name(one), vec![Block::Table(self.score(one).table())])));
            blocks.push(Block::Disclosure(Section::new("detail", voice.words(message::DIGITS_TITLE), digits.collect())));
        }
        blocks.push(Block::Paragraph(self.basis()));
        blocks.extend(self.report.four_items().map(|items| HowMade::of_list(&items, voice).sheet()));
        document.with_blocks(blocks)
    }

    fn page(self) -> Document {
        let (voice, report) = (self.voice, self.report);
        let mut lines = self.nothing_told();
        lines.extend(self.told_of_the_list());
        let mut document = Document::of(Kind::List, voice.words(message::LIST_TITLE));
        document = document.with_blocks(vec![Block::Introduction(lines.join(" "))]);
        document.sections.push(said(&report.profile, report.recommender.catalogue(), voice));
        let explanations = || report.ranking.iter().map(|recommendation| &recommendation.explanation);
        let scale = scale(explanations());
        let parts = self.parts();
        let n_parts = parts.len();
        for (place, part) in parts.into_iter().enumerate() {
            let mut blocks = self.blocks(&part.recommendations, Form::Html, scale);
            if place + 1 == n_parts {
                let mut told = legend(explanations(), voice);
                told.extend(report.stability.map(|_| voice.words(message::STABILITY_LEGEND)));
                blocks.extend((!told.is_empty()).then(|| Block::Legend(told.join(" "))));
            }
            document.sections.push(Section::new(part.name, voice.words(part.title.unwrap_or(message::LIST_LEADS)), blocks));
        }
        let levels = Section::new("niveaux", voice.words(message::PAGE_LEVELS), self.ladder());
        let mut blocks = vec![foot(levels, voice)];
        if !self.is_invited() {
            blocks.push(self.digits().disclosure(voice));
        }
        blocks.extend(report.four_items().map(|items| HowMade::of_list(&items, voice).page(voice)));
        document.with_blocks(blocks)
    }

    /// Whether there is an invitation to answer instead of a list.
    fn is_invited(self) -> bool {
        !self.voice.has_figures() && 0 < self.report.ranking.n_ranked && self.known.is_silent()
    }

    /// What is shown, in its parts.
    fn parts(self) -> Vec<Part<'a>> {
        if self.is_invited() { Vec::new() } else { parts(self.report) }
    }

    /// Why there is nothing to show, or what the order rests on when the student has said nothing that tells métiers apart.
    fn nothing_told(self) -> Vec<String> {
        let (voice, ranking) = (self.voice, self.report.ranking);
        if ranking.n_ranked == 0 {
            return voice.no_result(ranking, &self.report.profile);
        }
        if self.is_invited() {
            let said = if has_answered(&self.report.profile) { message::LIST_NO_SIDE } else { message::LIST_INVITATION };
            let invitation = voice.words_with(said, values![n = ranking.n_ranked]);
            return [invitation, voice.words(message::LIST_INVITATION_NEXT)].into_iter().chain(self.written_words()).collect();
        }
        let is_varied = ranking.iter().any(Recommendation::is_displaced);
        let order = if is_varied { message::LIST_SILENT_VARIED } else { message::LIST_SILENT };
        self.known.is_silent().then(|| voice.words(order)).into_iter().chain(self.written_words()).collect()
    }

    /// What the student's own words were taken for.
    fn written_words(self) -> Vec<String> {
        let (recommender, profile) = (self.report.recommender, &self.report.profile);
        self.voice.written(&recommender.written_words(profile), !profile.words().is_empty())
    }

    /// How many métiers were looked at, who is equal across the end, what diversity did, what filters left out, what was not heard.
    fn told_of_the_list(self) -> Vec<String> {
        let (voice, report) = (self.voice, self.report);
        let Ranking { n_ranked, recommendations, diversity, excluded, .. } = report.ranking;
        let n_shown = if self.is_invited() { 0 } else { recommendations.len() };
        let mut lines = vec![voice.looked_at(*n_ranked, n_shown)];
        lines.extend(tied_across(report).iter().filter(|_| 0 < n_shown).map(|tied| voice.tied_across(tied)));
        lines.extend(voice.diversity(*diversity));
        lines.extend(excluded.iter().map(|excluded| voice.left_out(excluded, &report.profile)));
        lines.extend(report.recommender.unheard(&report.profile).iter().map(|unheard| voice.unheard(unheard)));
        lines
    }

    /// The same, and how sure the places are.
    fn about_the_list(self) -> Vec<String> {
        let voice = self.voice;
        let mut lines = self.told_of_the_list();
        if let Some(found) = self.report.stability.filter(|found| !found.metiers.is_empty() && !self.is_invited()) {
            if voice.has_figures() {
                lines.extend(voice.counted_explained());
            } else {
                lines.push(voice.marked_places(found));
            }
            lines.push(voice.words(message::STABILITY_LEGEND));
        } else if voice.has_figures() && self.report.ranking.diversity.is_on() {
            lines.push(voice.words(message::STABILITY_NOT_MARKED));
        }
        lines
    }

    /// Cards; neighbours with the same reasons or one score in a bracket.
    fn blocks(self, recommendations: &[&'a Recommendation], form: Form, scale: Scale) -> Vec<Block> {
        let voice = self.voice;
        let same = neighbours(recommendations, |one| self.reasons(one));
        let block = |together: Neighbours<'_>| {
            let cards = together.all.iter().map(|one| self.card(one, &together, form, scale));
            if together.all.len() == 1 {
                return cards.map(Block::Card).collect::<Vec<_>>();
            }
            let (n, is_tied) = (together.all.len(), together.tied.is_some());
            let label = if is_tied { message::TIED_LABEL } else { message::LIST_SHARED_LABEL };
            let shared = (!together.reasons.is_empty()).then(|| voice.words_with(message::LIST_SHARED, values![n]));
            let sentences: Vec<String> = together.tied.map(|group| voice.tied_group(group)).into_iter().chain(shared).collect();
            let items = together.reasons.iter().map(|text| Item::new(Mark::For, text.clone())).collect();
            vec![Block::Bracket { label: voice.words(label), sentence: sentences.join(" "), items, cards: cards.collect() }]
        };
        same.into_iter().flat_map(block).collect()
    }

    fn card(self, recommendation: &Recommendation, together: &Neighbours<'_>, form: Form, scale: Scale) -> Card {
        let (voice, report) = (self.voice, self.report);
        let Recommendation { metier, standing, .. } = recommendation;
        let (score, place) = (report.score(recommendation, self.known, voice), report.place_of(metier));
        let (rank, name) = (standing.rank, capitalised(&metier.title));
        let is_shared = 1 < together.all.len() && !together.reasons.is_empty();
        let mut items = if is_shared { score.own_items() } else { score.items() };
        let moved = Moved::of(recommendation).map(|moved| voice.moved(moved));
        let tie = Tie::of(*standing, recommendation.moved.is_some()).filter(|_| together.tied.is_none());
        let tie = tie.map(|tie| voice.tied(tie));
        let is_page = form == Form::Html;
        if !is_page {
            items.extend(moved.iter().map(|moved| Item::new(Mark::Moved, moved.clone())));
            items.extend(tie.iter().map(|tie| Item::new(Mark::Tied, tie.clone())));
            let sure = place.filter(|_| voice.has_figures());
            items.extend(sure.map(|sure| Item::new(Mark::Place, voice.counted_place(sure))));
        }
        let notes = if is_page { moved.into_iter().chain(tie).collect() } else { Vec::new() };
        let bars = is_page.then(|| score.bars(format!("barres-{rank}"), &name, scale)).flatten();
        let table = (form == Form::Markdown && voice.has_figures()).then(|| score.table());
        Card { rank, name, id: metier.id.to_string(), facts: score.facts(place, notes), why: Why { items, bars, table } }
    }

    fn score(self, recommendation: &'a Recommendation) -> Score<'a> {
        self.report.score(recommendation, self.known, self.voice)
    }

    /// The reasons of a métier, said.
    fn reasons(self, recommendation: &'a Recommendation) -> Vec<String> {
        self.score(recommendation).reasons().iter().map(|reason| self.voice.reason(reason)).collect()
    }

    fn digits(self) -> Digits<'a> {
        let report = self.report;
        Digits {
            recommender: report.recommender,
            applied: &report.ranking.weights,
            profile: &report.profile,
            metiers: report.ranking.iter().map(|one| (name(one), self.score(one))).collect(),
            places: report.stability.iter().flat_map(|found| &found.metiers).collect(),
        }
    }

    /// Where the métiers stand, and where the student.
    fn ladder(self) -> Vec<Block> {
        let voice = self.voice;
        let (mut metiers, mut without) = (Vec::new(), Vec::new());
        for recommendation in self.report.ranking.iter().filter(|_| !self.is_invited()) {
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
        ladder(&metiers, &self.report.profile, numbers.into_iter().chain(without), voice)
    }

    fn basis(self) -> String {
        basis(&self.report.ranking.weights, self.report.recommender.catalogue().fingerprint(), self.voice)
    }
}

/// The name of a métier with its rank and its identifier.
fn name(recommendation: &Recommendation) -> String {
    let Recommendation { metier, standing, .. } = recommendation;
    format!("{}. {} ({})", standing.rank, capitalised(&metier.title), metier.id)
}

/// What a page begins with: what the student said.
pub(crate) fn said(profile: &Profile, catalogue: &Catalogue, voice: Voice) -> Section {
    Section::new("reponses", voice.words(message::PAGE_ANSWERS), vec![answers(profile, catalogue, voice)])
}

/// The end of a page: levels beside the next step.
pub(crate) fn foot(levels: Section, voice: Voice) -> Block {
    let next = Section::new("suite", voice.words(message::PAGE_NEXT), Block::paragraphs(voice.closing()));
    Block::Columns(levels, vec![next])
}

/// Whether the student said anything at all, « neither yes nor no » included.
fn has_answered(profile: &Profile) -> bool {
    let n_answers = profile.interests().len() + profile.statuses().len() + profile.sectors().len() + profile.words().len();
    let has_more = [profile.reached().is_some(), profile.willing().is_some(), profile.riasec().is_some()].contains(&true);
    0 < n_answers || has_more || !profile.liked_metiers().is_empty() || !profile.constraints().is_empty()
}
