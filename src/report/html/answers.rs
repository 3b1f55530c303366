//! What the student said, in a short list: who reads a result sees what it rests on.

use std::fmt::Write;

use super::escape::typeset;
use super::words;
use crate::catalogue::Catalogue;
use crate::profile::Profile;
use crate::report::words as sentences;

/// Answers grouped by what was answered, from yes to no, then levels, letters and métiers.
pub(super) fn list(profile: &Profile, catalogue: &Catalogue) -> String {
    let interests = profile.interests().iter().map(|(label, answer)| (format!("« {label} »"), answer));
    let statuses = profile.statuses().iter().map(|(label, answer)| (words::status(label), answer));
    let sectors = profile.sectors().iter().map(|(label, answer)| (words::sector(label), answer));
    let answers: Vec<(String, f64)> = interests.chain(statuses).chain(sectors).filter(|(_, answer)| *answer != 0.0).collect();
    let mut rows: Vec<(String, String)> = Vec::new();
    for word in sentences::ANSWER_WORDS {
        let said = answers.iter().filter(|(_, answer)| sentences::answer_word(*answer) == word);
        let said: Vec<&str> = said.map(|(label, _)| label.as_str()).collect();
        if !said.is_empty() {
            rows.push((word.to_owned(), said.join(", ")));
        }
    }
    rows.extend(words::levels(profile.reached(), profile.willing()).map(|levels| (words::ANSWER_LEVEL.to_owned(), levels)));
    if let Some(riasec) = profile.riasec() {
        let letters = crate::profile::Riasec::LETTERS.iter().zip(riasec.scores());
        let letters: Vec<String> = letters.map(|(letter, score)| format!("{letter} {score}").replace('.', ",")).collect();
        rows.push((words::ANSWER_RIASEC.to_owned(), letters.join(" ; ")));
    }
    let liked = profile.liked_metiers().iter().filter_map(|id| catalogue.get(id));
    let liked: Vec<String> = liked.map(|metier| sentences::both_forms(&metier.title)).collect();
    if !liked.is_empty() {
        rows.push((words::ANSWER_METIERS.to_owned(), liked.join(", ")));
    }
    written(&rows)
}

fn written(rows: &[(String, String)]) -> String {
    if rows.is_empty() {
        return format!("<p>{}</p>\n", typeset(words::ANSWERS_NONE));
    }
    let mut out = String::from("<dl>\n");
    for (name, said) in rows {
        writeln!(out, "<dt>{}</dt> <dd>{}</dd>", typeset(name), typeset(said)).expect("writing to a string does not fail");
    }
    out.push_str("</dl>\n");
    out
}
