//! One métier of the page: its name and level, reasons in words, and the bars beside them.

use std::fmt::Write;

use super::bars::{Scale, picture};
use super::escape::shortened;
use crate::Voice;
use crate::reasons::{strongest_against, strongest_for};
use crate::text::{missing_said, sum};
use crate::words::both_forms;
use boussole::catalogue::Metier;
use boussole::criteria::Origin;
use boussole::explanation::{Contribution, Explanation};
use boussole::inquiry::{MetierStability, Robustness};
use boussole::profile::Profile;
use boussole::ranking::Recommendation;

/// The most characters of a presentation on a card: a few lines on a phone; paper cuts it after three.
const MAX_PRESENTATION_CHARS: usize = 190;

/// What the cards of one list share.
pub(super) struct Cards<'a> {
    pub(super) profile: &'a Profile,
    pub(super) scale: Scale,
    pub(super) voice: Voice,
}

impl Cards<'_> {
    /// A recommended métier. A métier that stands in a bracket need not say who is equal.
    pub(super) fn card(&self, recommendation: &Recommendation, place: Option<&MetierStability>, is_bracketed: bool) -> String {
        let Recommendation { metier, standing, explanation, moved } = recommendation;
        let (rank, voice) = (standing.rank, self.voice);
        let (id, name) = (format!("piste-{rank}"), both_forms(&metier.title));
        let mut out = format!(
            "<article class=\"piste\" aria-labelledby=\"{id}\">\n<div class=\"who\">\n\
             <h3 id=\"{id}\"><span class=\"rank\">{rank}</span> <span class=\"name\"{}>{}</span></h3>\n",
            voice.label_lang(),
            Voice::default().label(&name)
        );
        out.push_str(&facts(metier, place, MAX_PRESENTATION_CHARS, voice));
        let mut notes: Vec<String> = moved.iter().filter_map(|moved| voice.moved(moved, rank)).collect();
        if !is_bracketed && 1 < standing.n_tied {
            notes.push(voice.tied(standing.n_tied - 1, moved.is_some()));
        }
        for note in notes {
            writeln!(out, "<p class=\"note\">{}</p>", voice.typeset(&note)).expect("writing to a string does not fail");
        }
        out.push_str("</div>\n");
        out.push_str(&reasons(metier, explanation, self.profile, voice));
        out.push_str(&picture(&format!("barres-{rank}"), &name, explanation, self.scale, voice));
        out.push_str("</article>\n");
        out
    }
}

/// The level of access, the mark of the place, and the beginning of the presentation.
pub(super) fn facts(metier: &Metier, place: Option<&MetierStability>, max_chars: usize, voice: Voice) -> String {
    let access = voice.access(metier.access_level);
    let mark = place.map_or_else(String::new, |place| stability(place.robustness(), voice));
    let mut out = format!("<p class=\"access\">{access}{mark}</p>\n");
    if let Some(presentation) = &metier.presentation {
        let first = presentation.split("\n\n").next().unwrap_or_default();
        let (lang, about) = (voice.label_lang(), Voice::default().label(&shortened(first, max_chars)));
        writeln!(out, "<p class=\"about\"{lang}>{about}</p>").expect("writing to a string does not fail");
    }
    out
}

/// Reasons for, how many interests they are, points to check, and what the fiche does not say: the sentences of the text report.
pub(super) fn reasons(metier: &Metier, explanation: &Explanation, profile: &Profile, voice: Voice) -> String {
    let mut list = List { out: String::from("<ul class=\"why\">\n"), voice };
    let (reasons, reserves) = (strongest_for(explanation, profile), strongest_against(explanation, profile));
    for term in &reasons {
        list.item("for", "+", &voice.reason(term, profile), Some(term));
    }
    if reasons.is_empty() {
        list.item("note", "", voice.nothing_in_favour(), None);
    }
    let count = voice.interest_count(explanation, metier.interests.len());
    let told: Vec<Contribution<'_>> = reasons.iter().chain(&reserves).copied().collect();
    let sum = voice.has_figures().then(|| sum(explanation, &told, voice));
    let notes: Vec<String> = count.into_iter().chain(sum).collect();
    if !notes.is_empty() {
        list.item("note", "", &notes.join(" "), None);
    }
    for term in &reserves {
        list.item("against", "−", &voice.reserve(term, profile), Some(term));
    }
    for criterion in missing_said(explanation, voice) {
        list.item("unknown", "?", &voice.missing(criterion), None);
    }
    list.out + "</ul>\n"
}

struct List {
    out: String,
    voice: Voice,
}

impl List {
    /// One sentence. That a value was inferred is in a counsellor's sentence; for a student it stands beside it.
    fn item(&mut self, class: &str, sign: &str, sentence: &str, term: Option<&Contribution<'_>>) {
        let is_tagged = !self.voice.has_figures() && term.is_some_and(|term| term.origin == Origin::Inference);
        let tag = self.voice.tell(" <em class=\"tag\">déduit</em>", " <em class=\"tag\">inferred</em>");
        let tag = if is_tagged { tag } else { "" };
        let sign =
            if sign.is_empty() { String::new() } else { format!("<span class=\"sign\" aria-hidden=\"true\">{sign}</span>") };
        writeln!(self.out, "<li class=\"{class}\">{sign}{}{tag}</li>", self.voice.typeset(sentence))
            .expect("writing to a string does not fail");
    }
}

/// The mark of a place, with as many dots filled as it has steps.
fn stability(mark: Robustness, voice: Voice) -> String {
    let dots = match mark {
        Robustness::Stable => "●●●",
        Robustness::FairlyStable => "●●○",
        Robustness::Fragile => "●○○",
    };
    format!(" <span class=\"stability\"><span aria-hidden=\"true\">{dots}</span> {}</span>", voice.robustness(mark))
}
