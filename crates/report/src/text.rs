//! Results as plain text, for a student or for a counsellor.

use std::fmt::{self, Write};

use super::reasons::{strongest_against, strongest_for};
use super::sentences::DECIMALS;
use super::subject::{ExplanationReport, RecommendationReport};
use super::voice::Voice;
use super::words;
use boussole::catalogue::Metier;
use boussole::criteria::Origin;
use boussole::explanation::{Contribution, Explanation, Points};
use boussole::features::Criterion;
use boussole::inquiry::MetierStability;
use boussole::profile::Profile;
use boussole::ranking::{Explained, Ranking, Recommendation, Standing};
use boussole::weights::Weights;

impl RecommendationReport<'_> {
    /// The ranking: at most three reasons a métier, what pulls down, what is missing, who is equal; for a counsellor, with points.
    pub fn text(&self, voice: Voice) -> String {
        let mut text = String::new();
        self.write_text(&mut text, voice).expect("writing to a string does not fail");
        text
    }

    fn write_text(&self, out: &mut String, voice: Voice) -> fmt::Result {
        writeln!(out, "{}\n", voice.heading())?;
        self.nothing_told(voice).iter().try_for_each(|line| writeln!(out, "{line}"))?;
        for recommendation in self.ranking {
            let metier = &recommendation.metier;
            writeln!(out, "{:>2}. {}  [{}]", recommendation.standing.rank, words::both_forms(&metier.title), metier.id)?;
            for line in self.recommendation_lines(recommendation, voice) {
                writeln!(out, "    {line}")?;
            }
            writeln!(out)?;
        }
        self.about_the_list(voice).iter().try_for_each(|line| writeln!(out, "{line}"))?;
        if voice.has_figures() {
            writeln!(out, "{}", basis(&self.ranking.weights, self.recommender.catalogue().fingerprint(), voice))?;
        }
        voice.closing().iter().try_for_each(|line| writeln!(out, "{line}"))
    }

    /// Why there is nothing to show, or what the order rests on when the student has said nothing that tells métiers apart.
    pub(super) fn nothing_told(&self, voice: Voice) -> Vec<String> {
        if self.ranking.n_ranked == 0 {
            return voice.no_result(self.ranking, &self.profile);
        }
        let is_silent = self.recommender.query(&self.profile).is_ok_and(|query| query.is_silent());
        is_silent.then(|| voice.silent(self.ranking.iter().any(Recommendation::is_displaced))).into_iter().collect()
    }

    /// How many métiers were looked at, what diversity did, what filters left out, how sure the places are.
    pub(super) fn about_the_list(&self, voice: Voice) -> Vec<String> {
        let Ranking { n_ranked, recommendations, diversity, excluded, .. } = self.ranking;
        let mut lines = vec![voice.looked_at(*n_ranked, recommendations.len())];
        lines.extend(voice.diversity(*diversity).map(str::to_owned));
        lines.extend(excluded.iter().map(|excluded| voice.excluded(excluded, &self.profile)));
        if let Some(found) = self.stability.filter(|found| !found.metiers.is_empty()) {
            if voice.has_figures() {
                lines.extend(voice.counted_explained().map(str::to_owned));
            } else {
                lines.push(voice.marked_places(found));
            }
            lines.push(voice.marks_legend().to_owned());
        } else if voice.has_figures() && diversity.is_on() {
            lines.push(voice.not_marked().to_owned());
        }
        lines
    }

    /// What there is to say about a métier of a ranking: its score, its place, who is equal. The first two characters of a line are its mark.
    pub(super) fn recommendation_lines(&self, recommendation: &Recommendation, voice: Voice) -> Vec<String> {
        let Recommendation { metier, standing, explanation, moved } = recommendation;
        let mut lines = score_lines(metier, explanation, &self.profile, voice);
        let place = moved.as_ref().and_then(|moved| voice.moved(moved, standing.rank));
        lines.extend(place.map(|place| format!("> {place}")));
        lines.extend(tie(*standing, moved.is_some(), voice));
        let sure = self.place_of(metier).filter(|_| voice.has_figures());
        lines.extend(sure.map(|sure| format!("~ {}", voice.counted_place(sure))));
        lines
    }

    /// How sure the place of a métier is, if that was looked at.
    pub(super) fn place_of(&self, metier: &Metier) -> Option<&MetierStability> {
        self.stability?.metiers.iter().find(|one| one.metier.id == metier.id)
    }
}

impl ExplanationReport<'_> {
    /// The explanation of one métier; for a counsellor, with points.
    pub fn text(&self, voice: Voice) -> String {
        let explained = self.explained;
        let mut lines = vec![format!("{}  [{}]", words::both_forms(&explained.metier.title), explained.metier.id)];
        lines.push(standing(explained, voice));
        lines.push(String::new());
        lines.extend(self.explained_lines(voice));
        lines.push(String::new());
        if voice.has_figures() {
            lines.push(basis(&explained.weights, self.recommender.catalogue().fingerprint(), voice));
        }
        lines.extend(voice.closing());
        lines.push(String::new());
        lines.join("\n")
    }

    /// What there is to say about a métier that was asked for, ranked or not.
    pub(super) fn explained_lines(&self, voice: Voice) -> Vec<String> {
        let explained = self.explained;
        let mut lines = score_lines(&explained.metier, &explained.explanation, &self.profile, voice);
        lines.extend(explained.standing.ok().and_then(|standing| tie(standing, false, voice)));
        lines.extend(self.stability.map(|sure| format!("~ {}", voice.stability(sure))));
        lines
    }
}

/// Where a métier stands, or why it does not.
pub(super) fn standing(explained: &Explained, voice: Voice) -> String {
    match explained.standing {
        Ok(standing) => voice.standing(standing.rank, explained.n_ranked),
        Err(reason) => voice.refused(reason),
    }
}

/// The weights that were applied, and the fingerprint of the catalogue.
pub(super) fn basis(weights: &Weights, fingerprint: &str, voice: Voice) -> String {
    let counted = weights.iter().filter(|(_, weight)| 0.0 < *weight);
    let parts: Vec<String> =
        counted.map(|(criterion, weight)| format!("{} {}", voice.criterion(criterion), voice.number(weight, 3))).collect();
    let none = voice.tell("aucun", "none");
    let parts = if parts.is_empty() { none.to_owned() } else { parts.join(", ") };
    if voice.is_french() {
        format!("Poids des critères : {parts}. Catalogue : {fingerprint}.")
    } else {
        format!("Weights of the criteria: {parts}. Catalogue: {fingerprint}.")
    }
}

/// Who is equal.
fn tie(standing: Standing, is_varied: bool, voice: Voice) -> Option<String> {
    let n_others = standing.n_tied - 1;
    (0 < n_others).then(|| format!("= {}", voice.tied(n_others, is_varied)))
}

/// What there is to say about a score: for, against, missing.
fn score_lines(metier: &Metier, explanation: &Explanation, profile: &Profile, voice: Voice) -> Vec<String> {
    let (reasons, reserves) = (strongest_for(explanation, profile), strongest_against(explanation, profile));
    let mut lines: Vec<String> = reasons.iter().map(|term| format!("+ {}", voice.reason(term, profile))).collect();
    if lines.is_empty() {
        lines.push(format!("  {}", voice.nothing_in_favour()));
    }
    let count = voice.interest_count(explanation, metier.interests.len());
    lines.extend(count.map(|count| format!("  {count}")));
    lines.extend(reserves.iter().map(|term| format!("- {}", voice.reserve(term, profile))));
    if voice.has_figures() {
        let told: Vec<Contribution<'_>> = reasons.iter().chain(&reserves).copied().collect();
        lines.push(format!("  {}", sum(explanation, &told, voice)));
    }
    lines.extend(missing_said(explanation, voice).into_iter().map(|criterion| format!("? {}", voice.missing(criterion))));
    lines
}

/// The score from where it starts, through what is told and what is not.
pub(super) fn sum(explanation: &Explanation, told: &[Contribution<'_>], voice: Voice) -> String {
    let start: Points = explanation.contributions().filter(|term| term.feature.is_none()).map(|term| term.points).sum();
    let others = explanation.score() - start - told.iter().map(|term| term.points).sum();
    let number = |points: Points| voice.number(points.value(), DECIMALS);
    let (start, total, others) = (number(start), number(explanation.score()), voice.signed(others.value(), DECIMALS));
    if voice.is_french() {
        format!("Point de départ {start}, autres éléments {others}, total {total}.")
    } else {
        format!("Starting point {start}, other terms {others}, total {total}.")
    }
}

/// What the fiche does not say: for a student, only criteria on which they spoke; what is only inferred is not worth a line.
pub(super) fn missing_said(explanation: &Explanation, voice: Voice) -> Vec<Criterion> {
    let is_said = |criterion: &Criterion| {
        explanation.contributions().any(|term| term.criterion == *criterion && term.origin == Origin::Answer)
    };
    explanation.missing().filter(|criterion| voice.has_figures() || is_said(criterion)).collect()
}
