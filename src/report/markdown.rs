//! Results as Markdown, in French: the sentences of the text and, below them, every term with its digits.

use std::fmt::Write;

use super::stability;
use super::subject::{ExplanationReport, RecommendationReport};
use super::text::{explained_sentences, no_result, recommendation_sentences};
use super::words;
use crate::criteria::Origin;
use crate::explanation::Explanation;
use crate::weights::Weights;

/// How many decimals a table shows: enough to see the sum, too few to suggest precision.
pub(super) const DECIMALS: usize = 4;

impl RecommendationReport<'_> {
    /// The ranking as Markdown: reasons in words, then a table in which the points of each métier sum to its score.
    pub fn markdown(&self) -> String {
        let mut out = format!("# {}\n\n", words::HEADING);
        for recommendation in self.ranking {
            let metier = &recommendation.metier;
            let name = escape(&words::both_forms(&metier.title));
            heading(&mut out, &format!("## {}. {name} ({})", recommendation.standing.rank, metier.id));
            bullets(&mut out, &recommendation_sentences(recommendation, &self.profile));
            table(&mut out, &recommendation.explanation);
        }
        if self.ranking.n_ranked == 0 {
            for line in no_result(self.ranking, &self.profile) {
                heading(&mut out, &line);
            }
        }
        heading(&mut out, &words::looked_at(self.ranking.n_ranked, self.ranking.recommendations.len()));
        if let Some(line) = words::diversity(self.ranking.diversity) {
            heading(&mut out, line);
        }
        for excluded in &self.ranking.excluded {
            heading(&mut out, &words::excluded(excluded, &self.profile));
        }
        footer(&mut out, &self.ranking.weights, self.recommender.catalogue().fingerprint());
        out
    }
}

impl ExplanationReport<'_> {
    /// The explanation of one métier as Markdown.
    pub fn markdown(&self) -> String {
        let explained = self.explained;
        let mut out = format!("# {} ({})\n\n", escape(&words::both_forms(&explained.metier.title)), explained.metier.id);
        heading(
            &mut out,
            &match explained.standing {
                Ok(standing) => words::standing(standing.rank, explained.n_ranked),
                Err(reason) => words::refused(reason).to_owned(),
            },
        );
        let mut lines = explained_sentences(explained, &self.profile);
        lines.extend(self.stability.map(|stability| format!("~ {}", stability::sentence(stability))));
        bullets(&mut out, &lines);
        table(&mut out, &explained.explanation);
        footer(&mut out, &explained.weights, self.recommender.catalogue().fingerprint());
        out
    }
}

fn heading(out: &mut String, text: &str) {
    out.push_str(text);
    out.push_str("\n\n");
}

/// The sentences as a list; the mark that begins a line of the text is left out.
fn bullets(out: &mut String, lines: &[String]) {
    for line in lines {
        let sentence = line.get(2..).unwrap_or(line);
        writeln!(out, "- {}", escape(sentence)).expect("writing to a string does not fail");
    }
    out.push('\n');
}

fn table(out: &mut String, explanation: &Explanation) {
    out.push_str("| critère | élément | réponse | part de la fiche | points |\n| --- | --- | ---: | ---: | ---: |\n");
    for term in explanation.contributions() {
        let name = words::criterion(term.criterion);
        let criterion = if term.origin == Origin::Inference { words::inferred(name) } else { name.to_owned() };
        let points = words::signed(term.points.value(), DECIMALS);
        let row = match &term.feature {
            None => format!("| {criterion} | point de départ | | | {points} |"),
            Some(name) => {
                let answer = words::signed(term.query, 2);
                let value = words::number(term.value, DECIMALS);
                format!("| {criterion} | {} | {answer} | {value} | {points} |", escape(name))
            }
        };
        out.push_str(&row);
        out.push('\n');
    }
    let score = words::number(explanation.score().value(), DECIMALS);
    heading(out, &format!("| | **total** | | | **{score}** |"));
}

fn footer(out: &mut String, weights: &Weights, fingerprint: &str) {
    let spoken = weights.iter().filter(|(_, weight)| 0.0 < *weight);
    let parts: Vec<String> =
        spoken.map(|(criterion, weight)| format!("{} {}", words::criterion(criterion), words::number(weight, 3))).collect();
    heading(out, &format!("Poids des critères : {}. Catalogue : `{fingerprint}`.", parts.join(", ")));
    heading(out, &format!("{} {}", words::CLOSING, words::NEXT_STEP));
    out.truncate(out.trim_end().len());
    out.push('\n');
}

/// Text in which no character is taken for Markdown or HTML.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '&') {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}
