//! A ranking as a page that one hands to a student and their family, with the digits below for who accompanies them.

use std::fmt::Write;

use super::answers;
use super::bars::Scale;
use super::card::Cards;
use super::counsellor::Digits;
use super::document::{legend, next_step, page, paragraph, section, told};
use super::ladder::{self, Mark};
use crate::law::Told;
use crate::words::both_forms;
use crate::{RecommendationReport, Voice};
use boussole::ranking::Recommendation;

impl RecommendationReport<'_> {
    /// The ranking as one self-contained HTML page, for a phone and for paper.
    ///
    /// Each métier has at most three reasons, what pulls down, and its terms as bars; equal métiers stand in a bracket. Below them a
    /// ladder shows access levels. Ten métiers print on one A4 page; the digits, and how the list is made, are printed when they are open,
    /// as they are for a counsellor.
    /// The page has no script, loads nothing, and every label in it is escaped.
    ///
    /// ```
    /// use boussole::{Catalogue, Profile, Recommender, Weights};
    /// use boussole_report::{RecommendationReport, Voice};
    /// let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
    /// let profile = Profile::builder().likes("j'aime la nature").build()?;
    /// let ranking = recommender.recommend(&profile, 10)?;
    /// let page = RecommendationReport::new(&recommender, &profile, &ranking).html(Voice::default());
    /// assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"fr\">"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn html(&self, voice: Voice) -> String {
        let mut main = format!("<h1>{}</h1>\n", voice.typeset(voice.heading()));
        main.push_str(&self.introduction(voice));
        let leads = voice.say(["Tes pistes", "Les pistes"], ["Your leads", "The leads"]);
        main.push_str(&section("pistes", leads, &self.cards(voice), voice));
        main.push_str("<div class=\"foot\">\n");
        main.push_str(&section("niveaux", voice.levels_heading(), &self.ladder(voice), voice));
        main.push_str("<div>\n");
        let answers = answers::list(&self.profile, self.recommender.catalogue(), voice);
        main.push_str(&section("reponses", voice.answers_heading(), &answers, voice));
        main.push_str(&next_step(voice));
        main.push_str("</div>\n</div>\n");
        main.push_str(&self.digits().details(voice));
        main.extend(self.four_items().map(|items| told(&Told::of_list(&items, voice), voice)));
        page(voice.heading(), "", "list", &main, voice)
    }

    fn digits(&self) -> Digits<'_> {
        let named = |recommendation: &Recommendation| {
            let (rank, metier) = (recommendation.standing.rank, &recommendation.metier);
            format!("{rank}. {} ({})", both_forms(&metier.title), metier.id)
        };
        Digits {
            recommender: self.recommender,
            applied: &self.ranking.weights,
            profile: &self.profile,
            metiers: self.ranking.iter().map(|one| (named(one), &one.explanation)).collect(),
            places: self.stability.iter().flat_map(|found| &found.metiers).collect(),
        }
    }

    /// How many were looked at, what filters removed, how the list is varied, and why there is nothing to show.
    fn introduction(&self, voice: Voice) -> String {
        let ranking = self.ranking;
        let mut lines = self.nothing_told(voice);
        lines.push(voice.looked_at(ranking.n_ranked, ranking.recommendations.len()));
        lines.extend(voice.diversity(ranking.diversity).map(str::to_owned));
        lines.extend(ranking.excluded.iter().map(|excluded| voice.excluded(excluded, &self.profile)));
        format!("<p class=\"intro\">{}</p>\n", voice.typeset(&lines.join(" ")))
    }

    /// All cards; neighbours with one score in a bracket.
    fn cards(&self, voice: Voice) -> String {
        let explanations = || self.ranking.into_iter().map(|recommendation| &recommendation.explanation);
        let cards = Cards { profile: &self.profile, scale: Scale::over(explanations()), voice };
        let mut out = legend(explanations(), self.stability.is_some(), voice);
        let same = |left: &Recommendation, right: &Recommendation| left.standing.tie_group == right.standing.tie_group;
        for group in self.ranking.recommendations.chunk_by(same) {
            let is_bracketed = 1 < group.len();
            let inner: String = group.iter().map(|one| cards.card(one, self.place_of(&one.metier), is_bracketed)).collect();
            if is_bracketed {
                let is_varied = group.iter().any(|recommendation| recommendation.moved.is_some());
                let sentence = voice.tied_group(group.len(), group[0].standing.n_tied, is_varied);
                let (label, sentence) = (voice.tell("ex æquo", "equal"), voice.typeset(&sentence));
                out.push_str("<div class=\"tie\">\n");
                writeln!(out, "<p class=\"tie-label\"><b>{label}</b> {sentence}</p>").expect("writing to a string does not fail");
                out.push_str(&inner);
                out.push_str("</div>\n");
            } else {
                out.push_str(&inner);
            }
        }
        if self.ranking.recommendations.is_empty() { String::new() } else { out }
    }

    /// Where the métiers stand, and where the student.
    fn ladder(&self, voice: Voice) -> String {
        let (mut marks, mut without) = (Vec::new(), Vec::new());
        for recommendation in self.ranking {
            let rank = recommendation.standing.rank;
            let label = rank.to_string();
            match recommendation.metier.access_level {
                Some(level) => marks.push(Mark { level, label, said: format!("{} {rank}", voice.tell("piste", "lead")) }),
                None => without.push(label),
            }
        }
        let picture = ladder::picture(&marks, &self.profile, voice);
        if picture.is_empty() {
            return picture;
        }
        let numbers = (!marks.is_empty()).then(|| voice.ladder_numbers().to_owned());
        let told = [voice.range(self.profile.reached(), self.profile.willing()), numbers, voice.without_level(&without)];
        let told: Vec<String> = told.into_iter().flatten().collect();
        picture + &paragraph(&told.join(" "), voice)
    }
}
