//! A ranking as a page that one hands to a student and their family, with the digits below for who accompanies them.

use std::fmt::Write;

use super::bars::Scale;
use super::card::Cards;
use super::document::{legend, next_step, page, paragraph, section};
use super::escape::typeset;
use super::ladder::{self, Mark};
use super::{answers, counsellor, words};
use crate::explanation::Explanation;
use crate::ranking::Recommendation;
use crate::report::RecommendationReport;
use crate::report::text::{no_result, silence};
use crate::report::words as sentences;

impl RecommendationReport<'_> {
    /// The ranking as one self-contained HTML page, in French, for a phone and for paper.
    ///
    /// Each métier has at most three reasons, what pulls down, and its terms as bars; equal métiers stand in a bracket. Below them a
    /// ladder shows access levels. Ten métiers print on one A4 page; the part for counsellors is printed when it is open.
    /// The page has no script, loads nothing, and every label in it is escaped.
    ///
    /// ```
    /// use boussole::{Catalogue, Profile, Recommender, Weights, report::RecommendationReport};
    /// let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
    /// let profile = Profile::builder().likes("j'aime la nature").build()?;
    /// let ranking = recommender.recommend(&profile, 10)?;
    /// let page = RecommendationReport::new(&recommender, &profile, &ranking).html();
    /// assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"fr\">"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn html(&self) -> String {
        let mut main = format!("<h1>{}</h1>\n", typeset(sentences::HEADING));
        main.push_str(&self.introduction());
        main.push_str(&section("pistes", words::LEADS, &self.cards()));
        main.push_str("<div class=\"foot\">\n");
        main.push_str(&section("niveaux", words::LEVELS, &self.ladder()));
        main.push_str("<div>\n");
        main.push_str(&section("reponses", words::ANSWERS, &answers::list(&self.profile, self.recommender.catalogue())));
        main.push_str(&next_step());
        main.push_str("</div>\n</div>\n");
        let named = |recommendation: &Recommendation| {
            let (rank, metier) = (recommendation.standing.rank, &recommendation.metier);
            format!("{rank}. {} ({})", sentences::both_forms(&metier.title), metier.id)
        };
        let metiers: Vec<(String, &Explanation)> =
            self.ranking.into_iter().map(|recommendation| (named(recommendation), &recommendation.explanation)).collect();
        main.push_str(&counsellor::details(self.recommender, &self.ranking.weights, &self.profile, &metiers));
        page(sentences::HEADING, "list", &main)
    }

    /// How many were looked at, what filters removed, how the list is varied, and why there is nothing to show.
    fn introduction(&self) -> String {
        let ranking = self.ranking;
        let mut lines = Vec::new();
        if ranking.n_ranked == 0 {
            lines.extend(no_result(ranking, &self.profile));
        } else {
            lines.extend(silence(self).map(str::to_owned));
        }
        lines.push(sentences::looked_at(ranking.n_ranked, ranking.recommendations.len()));
        lines.extend(sentences::diversity(ranking.diversity).map(str::to_owned));
        lines.extend(ranking.excluded.iter().map(|excluded| sentences::excluded(excluded, &self.profile)));
        format!("<p class=\"intro\">{}</p>\n", typeset(&lines.join(" ")))
    }

    /// All cards; neighbours with one score in a bracket.
    fn cards(&self) -> String {
        let explanations = || self.ranking.into_iter().map(|recommendation| &recommendation.explanation);
        let cards = Cards { profile: &self.profile, scale: Scale::over(explanations()) };
        let mut out = legend(explanations(), !self.stability.is_empty());
        let mut marks = self.stability.iter().copied();
        let same = |left: &Recommendation, right: &Recommendation| left.standing.tie_group == right.standing.tie_group;
        for group in self.ranking.recommendations.chunk_by(same) {
            let is_bracketed = 1 < group.len();
            let inner: String =
                group.iter().map(|recommendation| cards.card(recommendation, marks.next(), is_bracketed)).collect();
            if is_bracketed {
                let is_varied = group.iter().any(|recommendation| recommendation.moved.is_some());
                let sentence = words::tied_group(group.len(), group[0].standing.n_tied, is_varied);
                let (label, sentence) = (typeset(words::TIED), typeset(&sentence));
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
    fn ladder(&self) -> String {
        let (mut marks, mut without) = (Vec::new(), Vec::new());
        for recommendation in self.ranking {
            let rank = recommendation.standing.rank;
            let label = rank.to_string();
            match recommendation.metier.access_level {
                Some(level) => marks.push(Mark { level, label, said: words::lead(rank) }),
                None => without.push(label),
            }
        }
        let picture = ladder::picture(&marks, &self.profile);
        if picture.is_empty() {
            return picture;
        }
        let numbers = (!marks.is_empty()).then(|| words::LADDER_NUMBERS.to_owned());
        let told = [words::range(self.profile.reached(), self.profile.willing()), numbers, words::without_level(&without)];
        let told: Vec<String> = told.into_iter().flatten().collect();
        picture + &paragraph(&told.join(" "))
    }
}
