//! Results as Markdown: the sentences of the text, every term with its digits, and how the result came about.
//!
//! A counsellor reads the digits below the sentences. For a student they stand in a part of their own, for who accompanies them.

use std::fmt::Write;

use super::law::Told;
use super::sentences::DECIMALS;
use super::subject::{ExplanationReport, RecommendationReport};
use super::text::{basis, standing};
use super::voice::Voice;
use super::words::{self, message};
use boussole::criteria::Origin;
use boussole::explanation::Explanation;

impl RecommendationReport<'_> {
    /// The ranking as Markdown: reasons in words, and a table in which the points of each métier sum to its score.
    pub fn markdown(&self, voice: Voice) -> String {
        let mut out = format!("# {}\n\n", voice.heading());
        let mut digits = String::new();
        for recommendation in self.ranking {
            let metier = &recommendation.metier;
            let name = format!("{}. {} ({})", recommendation.standing.rank, escape(&words::both_forms(&metier.title)), metier.id);
            paragraph(&mut out, &format!("## {name}"));
            bullets(&mut out, &self.recommendation_lines(recommendation, voice));
            if voice.has_figures() {
                table(&mut out, &recommendation.explanation, voice);
            } else {
                paragraph(&mut digits, &format!("### {name}"));
                table(&mut digits, &recommendation.explanation, voice);
            }
        }
        for line in self.nothing_told(voice).iter().chain(&self.about_the_list(voice)) {
            paragraph(&mut out, &escape(line));
        }
        paragraph(&mut out, &voice.closing().join(" "));
        let basis = basis(&self.ranking.weights, self.recommender.catalogue().fingerprint(), voice);
        counsellor(&mut out, &digits, &basis, voice);
        told(&mut out, self.four_items().map(|items| Told::of_list(&items, voice)));
        out
    }
}

impl ExplanationReport<'_> {
    /// The explanation of one métier as Markdown.
    pub fn markdown(&self, voice: Voice) -> String {
        let explained = self.explained;
        let mut out = format!("# {} ({})\n\n", escape(&words::both_forms(&explained.metier.title)), explained.metier.id);
        paragraph(&mut out, &standing(explained, voice));
        bullets(&mut out, &self.explained_lines(voice));
        let mut digits = String::new();
        table(if voice.has_figures() { &mut out } else { &mut digits }, &explained.explanation, voice);
        paragraph(&mut out, &voice.closing().join(" "));
        let basis = basis(&explained.weights, self.recommender.catalogue().fingerprint(), voice);
        counsellor(&mut out, &digits, &basis, voice);
        told(&mut out, self.four_items().map(|items| Told::of_metier(&items, voice)));
        out
    }
}

/// What a student is not told, under a heading of its own; for a counsellor, who has seen the digits, only what they rest on.
fn counsellor(out: &mut String, digits: &str, basis: &str, voice: Voice) {
    if !voice.has_figures() {
        paragraph(out, &format!("## {}", voice.for_counsellor()));
        out.push_str(digits);
    }
    paragraph(out, &escape(basis));
}

/// How the result came about.
fn told(out: &mut String, told: Option<Told>) {
    if let Some(told) = told {
        paragraph(out, &format!("## {}", told.title));
        paragraph(out, &told.introduction.join(" "));
        for item in told.items {
            paragraph(out, &format!("### {}", item.title));
            for sentence in item.sentences {
                writeln!(out, "- {}", escape(&sentence)).expect("writing to a string does not fail");
            }
            out.push('\n');
        }
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
}

fn paragraph(out: &mut String, text: &str) {
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

fn table(out: &mut String, explanation: &Explanation, voice: Voice) {
    let columns = if voice.is_french() {
        ["critère", "élément", "réponse", "part de la fiche", "points"]
    } else {
        ["criterion", "element", "answer", "share of the sheet", "points"]
    };
    writeln!(out, "| {} |\n| --- | --- | ---: | ---: | ---: |", columns.join(" | ")).expect("writing to a string does not fail");
    for term in explanation.contributions() {
        let name = voice.criterion(term.criterion);
        let criterion = if term.origin == Origin::Inference { voice.inferred(&name) } else { name.to_owned() };
        let points = voice.signed(term.points.value(), DECIMALS);
        let row = match term.feature {
            None => format!("| {criterion} | {} | | | {points} |", voice.words(message::STARTING_POINT)),
            Some(name) => {
                let answer = voice.signed(term.answer, 2);
                let value = voice.number(term.value, DECIMALS);
                format!("| {criterion} | {} | {answer} | {value} | {points} |", escape(name))
            }
        };
        out.push_str(&row);
        out.push('\n');
    }
    let score = voice.number(explanation.score().value(), DECIMALS);
    paragraph(out, &format!("| | **total** | | | **{score}** |"));
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
