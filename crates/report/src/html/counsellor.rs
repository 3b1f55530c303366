//! The part for who accompanies a student: every term with its digits, weights, what is missing, how sure places are, where the result came from.

use std::fmt::Write;

use super::document::{disclosure, paragraph};
use crate::Voice;
use crate::sentences::DECIMALS;
use crate::words::message;
use boussole::criteria::Origin;
use boussole::explanation::{Contribution, Explanation};
use boussole::inquiry::{MetierStability, N_DRAWS};
use boussole::profile::Profile;
use boussole::ranking::Recommender;
use boussole::weights::Weights;

/// What the part tells about.
pub(super) struct Digits<'a> {
    pub(super) recommender: &'a Recommender,
    pub(super) applied: &'a Weights,
    pub(super) profile: &'a Profile,
    /// Names and scores.
    pub(super) metiers: Vec<(String, &'a Explanation)>,
    /// Places, where they were looked at.
    pub(super) places: Vec<&'a MetierStability>,
}

impl Digits<'_> {
    /// Closed at first for a student, open for a counsellor; it is printed when it is open.
    pub(super) fn details(&self, voice: Voice) -> String {
        let mut out: String = voice.digits_introduction().into_iter().map(|sentence| paragraph(sentence, voice)).collect();
        out.push_str(&weights_table(self.recommender.weights(), self.applied, voice));
        out.push_str(&places_table(&self.places, voice));
        out.push_str(&terms_table(&self.metiers, voice));
        let catalogue = self.recommender.catalogue();
        out.push_str(&paragraph(&voice.provenance(catalogue.len(), catalogue.fingerprint(), self.profile.seed()), voice));
        disclosure("detail", voice.for_counsellor(), &out, voice)
    }
}

/// Why results of writing are not looked at.
const NEVER_FAILS: &str = "writing to a string does not fail";

fn head(class: &str, caption: &str, columns: &[&str], voice: Voice) -> String {
    let cells: String = columns.iter().map(|column| format!("<th scope=\"col\">{}</th>", voice.typeset(column))).collect();
    format!("<table class=\"{class}\">\n<caption>{}</caption>\n<thead><tr>{cells}</tr></thead>\n", voice.typeset(caption))
}

fn weights_table(set: &Weights, applied: &Weights, voice: Voice) -> String {
    let columns =
        [voice.tell("critère", "criterion"), voice.tell("réglage", "setting"), voice.tell("appliqué ici", "applied here")];
    let mut out = head("weights", voice.tell("Poids des critères", "Weights of the criteria"), &columns, voice) + "<tbody>\n";
    for ((criterion, set), (_, applied)) in set.iter().zip(applied.iter()) {
        if 0.0 < set.max(applied) {
            let name = voice.typeset(&voice.criterion(criterion));
            let (set, applied) = (voice.number(set, 3), voice.number(applied, 3));
            writeln!(out, "<tr><th scope=\"row\">{name}</th><td>{set}</td><td>{applied}</td></tr>").expect(NEVER_FAILS);
        }
    }
    out.push_str("</tbody>\n</table>\n");
    out
}

/// How sure the places are, and what was counted; nothing when that was not looked at.
fn places_table(places: &[&MetierStability], voice: Voice) -> String {
    if places.is_empty() {
        return String::new();
    }
    let columns = [
        voice.tell("rang", "rank"),
        voice.tell("meilleur", "best"),
        voice.tell("pire", "worst"),
        voice.tell("tirages", "draws"),
        voice.tell("place", "place"),
    ];
    let mut out = head("places", voice.tell("Stabilité des places", "Stability of the places"), &columns, voice) + "<tbody>\n";
    for place in places {
        let (rank, n, mark) = (place.rank, place.n_in_top, voice.robustness(place.robustness()));
        let numbers = format!("<td>{}</td><td>{}</td><td>{n} / {N_DRAWS}</td>", place.ranks.best, place.ranks.worst);
        writeln!(out, "<tr><th scope=\"row\">{rank}</th>{numbers}<td>{mark}</td></tr>").expect(NEVER_FAILS);
    }
    out.push_str("</tbody>\n</table>\n");
    out + &voice.counted_explained().map(|sentence| paragraph(sentence, voice)).concat()
}

fn terms_table(metiers: &[(String, &Explanation)], voice: Voice) -> String {
    let columns = [
        voice.tell("élément", "element"),
        voice.tell("réponse", "answer"),
        voice.tell("part", "share"),
        voice.tell("points", "points"),
    ];
    let mut out = head("terms", voice.tell("Points de chaque métier", "Points of each métier"), &columns, voice);
    for (name, explanation) in metiers {
        writeln!(out, "<tbody>\n<tr><th scope=\"rowgroup\" colspan=\"4\">{}</th></tr>", voice.label(name)).expect(NEVER_FAILS);
        for term in explanation.contributions() {
            write_term(&mut out, &term, voice);
        }
        let missing: Vec<String> = explanation.missing().map(|criterion| voice.criterion(criterion)).collect();
        if !missing.is_empty() {
            let missing = voice.typeset(&voice.missing_as_neutral(&missing));
            writeln!(out, "<tr><td colspan=\"4\">{missing}</td></tr>").expect(NEVER_FAILS);
        }
        let (total, score) = (voice.tell("total", "total"), voice.number(explanation.score().value(), DECIMALS));
        writeln!(out, "<tr class=\"total\"><th scope=\"row\" colspan=\"3\">{total}</th><td>{score}</td></tr>\n</tbody>")
            .expect(NEVER_FAILS);
    }
    out.push_str("</table>\n");
    out
}

fn write_term(out: &mut String, term: &Contribution<'_>, voice: Voice) {
    let name = voice.criterion(term.criterion);
    let criterion = if term.origin == Origin::Inference { voice.inferred(&name) } else { name.to_owned() };
    let points = voice.signed(term.points.value(), DECIMALS);
    let nothing = || "–".to_owned();
    let (element, answer, value) = match term.feature {
        None => (voice.typeset(&voice.words(message::STARTING_POINT)), nothing(), nothing()),
        Some(feature) => (voice.label(feature), voice.signed(term.answer, 2), voice.number(term.value, DECIMALS)),
    };
    let (criterion, colon) = (voice.typeset(&criterion), voice.tell("\u{a0}:", ":"));
    writeln!(
        out,
        "<tr><th scope=\"row\">{criterion}{colon} {element}</th><td>{answer}</td><td>{value}</td><td>{points}</td></tr>"
    )
    .expect(NEVER_FAILS);
}
