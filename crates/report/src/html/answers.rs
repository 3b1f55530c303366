//! What the student said, in a short list: who reads a result sees what it rests on.

use std::fmt::Write;

use crate::Voice;
use crate::words::both_forms;
use boussole::catalogue::Catalogue;
use boussole::profile::{Profile, Riasec};

/// Answers from which one example of each word for an answer is made, from yes to no.
const EXAMPLES: [f64; 4] = [1.0, 0.5, -0.5, -1.0];

/// Answers grouped by what was answered, from yes to no, then levels, letters and métiers.
pub(super) fn list(profile: &Profile, catalogue: &Catalogue, voice: Voice) -> String {
    let interests = profile.interests().iter().map(|(label, answer)| (voice.quoted(label), answer));
    let statuses = profile.statuses().iter().map(|(label, answer)| (voice.status_answer(label), answer));
    let sectors = profile.sectors().iter().map(|(label, answer)| (voice.sector_answer(label), answer));
    let answers: Vec<(String, f64)> = interests.chain(statuses).chain(sectors).filter(|(_, answer)| *answer != 0.0).collect();
    let mut rows: Vec<(String, String)> = Vec::new();
    for word in EXAMPLES.map(|answer| voice.answer(answer)) {
        let said = answers.iter().filter(|(_, answer)| voice.answer(*answer) == word);
        let said: Vec<&str> = said.map(|(label, _)| label.as_str()).collect();
        if !said.is_empty() {
            rows.push((word, voice.typeset(&said.join(", "))));
        }
    }
    let levels = voice.levels(profile.reached(), profile.willing());
    rows.extend(levels.map(|levels| (voice.tell("niveau", "level").to_owned(), voice.typeset(&levels))));
    if let Some(riasec) = profile.riasec() {
        let letters = Riasec::LETTERS.iter().zip(riasec.scores());
        let letters: Vec<String> = letters.map(|(letter, score)| voice.letter_score(*letter, score)).collect();
        rows.push((
            voice.tell("profil RIASEC", "RIASEC profile").to_owned(),
            voice.typeset(&letters.join(voice.tell(" ; ", "; "))),
        ));
    }
    let liked = profile.liked_metiers().iter().filter_map(|id| catalogue.get(id));
    let liked: Vec<String> = liked.map(|metier| both_forms(&metier.title)).collect();
    if !liked.is_empty() {
        let whose = voice.say(
            ["métiers que tu aimes", "métiers que l'élève aime"],
            ["métiers that you like", "métiers that the student likes"],
        );
        rows.push((whose.to_owned(), voice.label(&liked.join(", "))));
    }
    written(&rows, voice)
}

/// Rows of a name and of what was said, as markup.
fn written(rows: &[(String, String)], voice: Voice) -> String {
    if rows.is_empty() {
        return format!("<p>{}</p>\n", voice.typeset(voice.tell("Aucune pour l'instant.", "None so far.")));
    }
    let colon = voice.tell("\u{a0}:", ":");
    let mut out = String::from("<dl>\n");
    for (name, said) in rows {
        writeln!(out, "<dt>{}{colon}</dt> <dd>{said}</dd>", voice.typeset(name)).expect("writing to a string does not fail");
    }
    out.push_str("</dl>\n");
    out
}
