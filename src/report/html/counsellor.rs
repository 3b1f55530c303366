//! The part for who accompanies a student: every term with its digits, weights, what is missing, and where the result came from.

use std::fmt::Write;

use super::document::paragraph;
use super::escape::typeset;
use super::words;
use crate::criteria::Origin;
use crate::explanation::{Contribution, Explanation};
use crate::profile::Profile;
use crate::ranking::Recommender;
use crate::report::markdown::DECIMALS;
use crate::report::words as sentences;
use crate::weights::Weights;

/// Closed at first; it is printed when it is open.
pub(super) fn details(
    recommender: &Recommender,
    applied: &Weights,
    profile: &Profile,
    metiers: &[(String, &Explanation)],
) -> String {
    let (summary, heading) = (typeset(words::COUNSELLOR), typeset(words::COUNSELLOR_HEADING));
    let mut out = format!("<details>\n<summary>{summary}</summary>\n<h2>{heading}</h2>\n");
    for sentence in words::COUNSELLOR_INTRO {
        out.push_str(&paragraph(sentence));
    }
    out.push_str(&weights_table(recommender.weights(), applied));
    out.push_str(&terms_table(metiers));
    let catalogue = recommender.catalogue();
    out.push_str(&paragraph(&words::provenance(catalogue.len(), catalogue.fingerprint(), profile.seed())));
    writeln!(out, "<p class=\"screen\">{}</p>\n</details>", typeset(words::PRINT_HINT)).expect(NEVER_FAILS);
    out
}

/// Why results of writing are not looked at.
const NEVER_FAILS: &str = "writing to a string does not fail";

fn head(class: &str, caption: &str, columns: &[&str]) -> String {
    let cells: Vec<String> = columns.iter().map(|column| format!("<th scope=\"col\">{}</th>", typeset(column))).collect();
    let cells = cells.concat();
    format!("<table class=\"{class}\">\n<caption>{}</caption>\n<thead><tr>{cells}</tr></thead>\n", typeset(caption))
}

fn weights_table(set: &Weights, applied: &Weights) -> String {
    let mut out = head("weights", words::WEIGHTS_CAPTION, &words::WEIGHTS_COLUMNS) + "<tbody>\n";
    for ((criterion, set), (_, applied)) in set.iter().zip(applied.iter()) {
        if 0.0 < set.max(applied) {
            let name = typeset(sentences::criterion(criterion));
            let (set, applied) = (sentences::number(set, 3), sentences::number(applied, 3));
            writeln!(out, "<tr><th scope=\"row\">{name}</th><td>{set}</td><td>{applied}</td></tr>").expect(NEVER_FAILS);
        }
    }
    out.push_str("</tbody>\n</table>\n");
    out
}

fn terms_table(metiers: &[(String, &Explanation)]) -> String {
    let mut out = head("terms", words::TERMS_CAPTION, &words::TERMS_COLUMNS);
    for (name, explanation) in metiers {
        writeln!(out, "<tbody>\n<tr><th scope=\"rowgroup\" colspan=\"4\">{}</th></tr>", typeset(name)).expect(NEVER_FAILS);
        for term in explanation.contributions() {
            write_term(&mut out, term);
        }
        let missing: Vec<&str> = explanation.missing().iter().map(|criterion| sentences::criterion(*criterion)).collect();
        if !missing.is_empty() {
            writeln!(out, "<tr><td colspan=\"4\">{}</td></tr>", typeset(&words::missing(&missing))).expect(NEVER_FAILS);
        }
        let (total, score) = (words::TOTAL, sentences::number(explanation.score().value(), DECIMALS));
        writeln!(out, "<tr class=\"total\"><th scope=\"row\" colspan=\"3\">{total}</th><td>{score}</td></tr>\n</tbody>")
            .expect(NEVER_FAILS);
    }
    out.push_str("</table>\n");
    out
}

fn write_term(out: &mut String, term: &Contribution) {
    let name = sentences::criterion(term.criterion);
    let criterion = if term.origin == Origin::Inference { sentences::inferred(name) } else { name.to_owned() };
    let points = sentences::signed(term.points.value(), DECIMALS);
    let (element, answer, value) = match term.feature.as_deref() {
        None => (words::START, words::NOTHING.to_owned(), words::NOTHING.to_owned()),
        Some(feature) => (feature, sentences::signed(term.query, 2), sentences::number(term.value, DECIMALS)),
    };
    let element = typeset(&format!("{criterion} : {element}"));
    writeln!(out, "<tr><th scope=\"row\">{element}</th><td>{answer}</td><td>{value}</td><td>{points}</td></tr>")
        .expect(NEVER_FAILS);
}
