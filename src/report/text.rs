//! Results as plain text for a student, in French.

use std::fmt::{self, Write};

use super::reasons::{strongest_against, strongest_for};
use super::subject::{ExplanationReport, RecommendationReport};
use super::words;
use crate::catalogue::Metier;
use crate::explanation::Explanation;
use crate::profile::Profile;
use crate::ranking::Standing;

impl RecommendationReport<'_> {
    /// The ranking for a student: at most three reasons a métier, what pulls down, what is missing, who is equal.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.write_text(&mut text).expect("writing to a string does not fail");
        text
    }

    fn write_text(&self, out: &mut String) -> fmt::Result {
        writeln!(out, "{}\n", words::HEADING)?;
        let is_silent = self.recommender.query(&self.profile).is_ok_and(|query| query.is_silent());
        if self.ranking.n_ranked == 0 {
            writeln!(out, "{}", words::NO_RESULT)?;
        } else if is_silent {
            writeln!(out, "{}", words::SILENT)?;
        }
        for recommendation in self.ranking {
            let metier = &recommendation.metier;
            writeln!(out, "{:>2}. {}  [{}]", recommendation.standing.rank, words::both_forms(&metier.title), metier.id)?;
            for line in sentences(metier, &recommendation.explanation, &self.profile, Some(recommendation.standing)) {
                writeln!(out, "    {line}")?;
            }
            writeln!(out)?;
        }
        writeln!(out, "{}", words::looked_at(self.ranking.n_ranked, self.ranking.recommendations.len()))?;
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
        lines.extend(sentences(&explained.metier, &explained.explanation, &self.profile, explained.standing.ok()));
        lines.push(String::new());
        lines.extend([words::CLOSING.to_owned(), words::NEXT_STEP.to_owned(), String::new()]);
        lines.join("\n")
    }
}

/// What there is to say about one métier: for, against, missing, equal.
pub(super) fn sentences(
    metier: &Metier,
    explanation: &Explanation,
    profile: &Profile,
    standing: Option<Standing>,
) -> Vec<String> {
    let reasons = strongest_for(explanation, profile);
    let mut lines: Vec<String> = reasons.iter().map(|term| format!("+ {}", words::reason(term, profile))).collect();
    if lines.is_empty() {
        lines.push(format!("  {}", words::NOTHING_IN_FAVOUR));
    }
    let count = words::interest_count(explanation.contributions(), metier.interests.len());
    lines.extend(count.map(|count| format!("  {count}")));
    lines.extend(strongest_against(explanation, profile).iter().map(|term| format!("- {}", words::reserve(term, profile))));
    lines.extend(explanation.missing().iter().map(|criterion| format!("? {}", words::missing(*criterion))));
    let n_others = standing.map_or(0, |standing| standing.n_tied - 1);
    if 0 < n_others {
        lines.push(format!("= {}", words::tied(n_others)));
    }
    lines
}
