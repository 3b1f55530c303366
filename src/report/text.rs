//! Results as plain text for a student, in French.

use std::fmt::{self, Write};

use super::reasons::{strongest_against, strongest_for};
use super::stability;
use super::subject::{ExplanationReport, RecommendationReport};
use super::words;
use crate::catalogue::Metier;
use crate::criteria::Origin;
use crate::explanation::Explanation;
use crate::features::Criterion;
use crate::profile::Profile;
use crate::ranking::{Explained, Ranking, Recommendation, Standing};

impl RecommendationReport<'_> {
    /// The ranking for a student: at most three reasons a métier, what pulls down, what is missing, who is equal.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.write_text(&mut text).expect("writing to a string does not fail");
        text
    }

    fn write_text(&self, out: &mut String) -> fmt::Result {
        writeln!(out, "{}\n", words::HEADING)?;
        if self.ranking.n_ranked == 0 {
            no_result(self.ranking, &self.profile).iter().try_for_each(|line| writeln!(out, "{line}"))?;
        } else {
            silence(self).iter().try_for_each(|line| writeln!(out, "{line}"))?;
        }
        for recommendation in self.ranking {
            let metier = &recommendation.metier;
            writeln!(out, "{:>2}. {}  [{}]", recommendation.standing.rank, words::both_forms(&metier.title), metier.id)?;
            for line in recommendation_sentences(recommendation, &self.profile) {
                writeln!(out, "    {line}")?;
            }
            writeln!(out)?;
        }
        writeln!(out, "{}", words::looked_at(self.ranking.n_ranked, self.ranking.recommendations.len()))?;
        words::diversity(self.ranking.diversity).iter().try_for_each(|line| writeln!(out, "{line}"))?;
        for excluded in &self.ranking.excluded {
            writeln!(out, "{}", words::excluded(excluded, &self.profile))?;
        }
        writeln!(out, "{}\n{}", words::CLOSING, words::NEXT_STEP)
    }
}

impl ExplanationReport<'_> {
    /// The explanation of one métier for a student.
    pub fn text(&self) -> String {
        let explained = self.explained;
        let mut lines = vec![format!("{}  [{}]", words::both_forms(&explained.metier.title), explained.metier.id)];
        lines.push(match explained.standing {
            Ok(standing) => words::standing(standing.rank, explained.n_ranked),
            Err(reason) => words::refused(reason).to_owned(),
        });
        lines.push(String::new());
        lines.extend(explained_sentences(explained, &self.profile));
        lines.extend(self.stability.map(|stability| format!("~ {}", stability::sentence(stability))));
        lines.push(String::new());
        lines.extend([words::CLOSING.to_owned(), words::NEXT_STEP.to_owned(), String::new()]);
        lines.join("\n")
    }
}

/// What an order rests on when the student has said nothing that tells métiers apart.
pub(super) fn silence(report: &RecommendationReport<'_>) -> Option<&'static str> {
    let is_silent = report.recommender.query(&report.profile).is_ok_and(|query| query.is_silent());
    let is_varied = report.ranking.into_iter().any(Recommendation::is_displaced);
    is_silent.then_some(if is_varied { words::SILENT_VARIED } else { words::SILENT })
}

/// Why there is nothing to show, and what would change that.
pub(super) fn no_result(ranking: &Ranking, profile: &Profile) -> Vec<String> {
    let mut lines = vec![words::NO_RESULT.to_owned()];
    lines.extend(ranking.loosen.iter().map(|loosening| words::loosening(loosening, profile)));
    if ranking.loosen.is_empty() {
        lines.push(words::LOOSEN_SEVERAL.to_owned());
    }
    lines
}

/// What there is to say about a métier of a ranking: its score, its place, who is equal.
pub(super) fn recommendation_sentences(recommendation: &Recommendation, profile: &Profile) -> Vec<String> {
    let Recommendation { metier, standing, explanation, moved } = recommendation;
    let mut lines = sentences(metier, explanation, profile);
    let place = moved.as_ref().and_then(|moved| words::moved(moved, standing.rank));
    lines.extend(place.map(|place| format!("> {place}")));
    lines.extend(tie(*standing, moved.is_some()));
    lines
}

/// What there is to say about a métier that was asked for, ranked or not.
pub(super) fn explained_sentences(explained: &Explained, profile: &Profile) -> Vec<String> {
    let mut lines = sentences(&explained.metier, &explained.explanation, profile);
    lines.extend(explained.standing.ok().and_then(|standing| tie(standing, false)));
    lines
}

/// Who is equal.
fn tie(standing: Standing, is_varied: bool) -> Option<String> {
    let n_others = standing.n_tied - 1;
    (0 < n_others).then(|| format!("= {}", words::tied(n_others, is_varied)))
}

/// What there is to say about a score: for, against, missing.
fn sentences(metier: &Metier, explanation: &Explanation, profile: &Profile) -> Vec<String> {
    let reasons = strongest_for(explanation, profile);
    let mut lines: Vec<String> = reasons.iter().map(|term| format!("+ {}", words::reason(term, profile))).collect();
    if lines.is_empty() {
        lines.push(format!("  {}", words::NOTHING_IN_FAVOUR));
    }
    let count = words::interest_count(explanation.contributions(), metier.interests.len());
    lines.extend(count.map(|count| format!("  {count}")));
    lines.extend(strongest_against(explanation, profile).iter().map(|term| format!("- {}", words::reserve(term, profile))));
    lines.extend(missing_said(explanation).map(|criterion| format!("? {}", words::missing(criterion))));
    lines
}

/// Criteria the student spoke about and the fiche does not; what is only inferred is not worth a line.
pub(super) fn missing_said(explanation: &Explanation) -> impl Iterator<Item = Criterion> {
    let is_said = |criterion: &Criterion| {
        explanation.contributions().iter().any(|term| term.criterion == *criterion && term.origin == Origin::Answer)
    };
    explanation.missing().iter().copied().filter(is_said)
}
