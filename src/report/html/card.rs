//! One métier of the page: its name and level, reasons in words, and the bars beside them.

use std::fmt::Write;

use super::bars::{Scale, picture};
use super::escape::{shortened, typeset};
use super::words;
use crate::catalogue::Metier;
use crate::criteria::Origin;
use crate::explanation::Explanation;
use crate::inquiry::Robustness;
use crate::profile::Profile;
use crate::ranking::Recommendation;
use crate::report::reasons::{strongest_against, strongest_for};
use crate::report::text::missing_said;
use crate::report::words as sentences;

/// The most characters of a presentation on a card: a few lines on a phone; paper cuts it after three.
const MAX_PRESENTATION_CHARS: usize = 190;

/// What the cards of one list share.
pub(super) struct Cards<'a> {
    pub(super) profile: &'a Profile,
    pub(super) scale: Scale,
}

impl Cards<'_> {
    /// A recommended métier. A métier that stands in a bracket need not say who is equal.
    pub(super) fn card(&self, recommendation: &Recommendation, mark: Option<Robustness>, is_bracketed: bool) -> String {
        let Recommendation { metier, standing, explanation, moved } = recommendation;
        let id = format!("piste-{}", standing.rank);
        let name = sentences::both_forms(&metier.title);
        let mut out = format!(
            "<article class=\"piste\" aria-labelledby=\"{id}\">\n<div class=\"who\">\n\
             <h3 id=\"{id}\"><span class=\"rank\">{}</span> <span class=\"name\">{}</span></h3>\n",
            standing.rank,
            typeset(&name)
        );
        out.push_str(&facts(metier, mark, MAX_PRESENTATION_CHARS));
        let mut notes: Vec<String> = moved.iter().filter_map(|moved| sentences::moved(moved, standing.rank)).collect();
        if !is_bracketed && 1 < standing.n_tied {
            notes.push(sentences::tied(standing.n_tied - 1, moved.is_some()));
        }
        for note in notes {
            writeln!(out, "<p class=\"note\">{}</p>", typeset(&note)).expect("writing to a string does not fail");
        }
        out.push_str("</div>\n");
        out.push_str(&reasons(metier, explanation, self.profile));
        out.push_str(&picture(&format!("barres-{}", standing.rank), &name, explanation, self.scale));
        out.push_str("</article>\n");
        out
    }
}

/// The level of access, the mark of the place, and the beginning of the presentation.
pub(super) fn facts(metier: &Metier, mark: Option<Robustness>, max_chars: usize) -> String {
    let access = metier.access_level.map_or_else(|| words::NO_LEVEL.to_owned(), words::access);
    let mut out = format!("<p class=\"access\">{}{}</p>\n", typeset(&access), mark.map_or_else(String::new, stability));
    if let Some(presentation) = &metier.presentation {
        let first = presentation.split("\n\n").next().unwrap_or_default();
        writeln!(out, "<p class=\"about\">{}</p>", typeset(&shortened(first, max_chars)))
            .expect("writing to a string does not fail");
    }
    out
}

/// Reasons for, how many interests they are, points to check, and what the fiche does not say: the sentences of the text report.
pub(super) fn reasons(metier: &Metier, explanation: &Explanation, profile: &Profile) -> String {
    let mut out = String::from("<ul class=\"why\">\n");
    let told = strongest_for(explanation, profile);
    for term in &told {
        item(&mut out, "for", "+", &sentences::reason(term, profile), term.origin == Origin::Inference);
    }
    if told.is_empty() {
        item(&mut out, "note", "", sentences::NOTHING_IN_FAVOUR, false);
    }
    if let Some(count) = sentences::interest_count(explanation.contributions(), metier.interests.len()) {
        item(&mut out, "note", "", &count, false);
    }
    for term in strongest_against(explanation, profile) {
        item(&mut out, "against", "−", &sentences::reserve(term, profile), term.origin == Origin::Inference);
    }
    for criterion in missing_said(explanation) {
        item(&mut out, "unknown", "?", &sentences::missing(criterion), false);
    }
    out.push_str("</ul>\n");
    out
}

fn item(out: &mut String, class: &str, sign: &str, sentence: &str, is_inferred: bool) {
    let tag = if is_inferred { format!(" <em class=\"tag\">{}</em>", words::INFERRED) } else { String::new() };
    let sign = if sign.is_empty() { String::new() } else { format!("<span class=\"sign\" aria-hidden=\"true\">{sign}</span>") };
    writeln!(out, "<li class=\"{class}\">{sign}{}{tag}</li>", typeset(sentence)).expect("writing to a string does not fail");
}

/// The mark of a place, with as many dots filled as it has steps.
fn stability(mark: Robustness) -> String {
    let dots = match mark {
        Robustness::Stable => "●●●",
        Robustness::FairlyStable => "●●○",
        Robustness::Fragile => "●○○",
    };
    format!(" <span class=\"stability\"><span aria-hidden=\"true\">{dots}</span> {}</span>", words::stability(mark))
}
