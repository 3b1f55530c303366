//! What the student said: answers in a short list, and levels as a ladder, so that whoever reads a result sees what it rests on.

use boussole::catalogue::{AccessLevel, Catalogue};
use boussole::profile::{ConstraintKind, Profile, Riasec};

use crate::render::{Block, LadderPicture, Pair, Phrase, Rung};
use crate::voice::Voice;
use crate::words::message::{self, Message};
use crate::words::{capitalised, upper, values};

/// Answers from which one example of each word for an answer is made, from yes to no.
const EXAMPLES: [f64; 4] = [1.0, 0.5, -0.5, -1.0];

/// A métier on the ladder: its level, what is written in its circle, and what it is called in words.
pub(crate) struct OnLadder {
    pub(crate) level: AccessLevel,
    pub(crate) mark: String,
    pub(crate) said: String,
}

/// Answers grouped by what was answered, from yes to no, then levels, letters and métiers.
pub(crate) fn answers(profile: &Profile, catalogue: &Catalogue, voice: Voice) -> Block {
    let answers = graded(profile, voice);
    let mut pairs = Vec::new();
    let mut tell = |name: String, said: Phrase| {
        let name = voice.words_with(message::WITH_COLON, values![name = upper(&name)]);
        pairs.push(Pair { name, said });
    };
    for word in EXAMPLES.map(|answer| voice.answer(answer)) {
        let said = answers.iter().filter(|(_, answer)| voice.answer(*answer) == word);
        let said: Vec<&str> = said.map(|(label, _)| label.as_str()).collect();
        if !said.is_empty() {
            tell(word, Phrase::Own(said.join(", ")));
        }
    }
    for (name, said) in constraints(profile, voice) {
        tell(name, Phrase::Own(said));
    }
    let levels = [(message::ANSWERS_REACHED, profile.reached()), (message::ANSWERS_WILLING, profile.willing())];
    for (name, level) in levels {
        if let Some(level) = level {
            tell(voice.words(name), Phrase::Own(voice.level(level)));
        }
    }
    let separator = voice.words(message::ANSWERS_SEPARATOR);
    if let Some(riasec) = profile.riasec() {
        let letters = Riasec::LETTERS.iter().zip(riasec.scores());
        let letters: Vec<String> = letters.map(|(letter, score)| voice.marked(format!("{letter} {score}"))).collect();
        tell(voice.words(message::ANSWERS_RIASEC), Phrase::Own(letters.join(&separator)));
    }
    if !profile.words().is_empty() {
        tell(voice.words(message::ANSWERS_WORDS), Phrase::Own(profile.words().join(&separator)));
    }
    let liked = profile.liked_metiers().iter().filter_map(|id| catalogue.get(id));
    let liked: Vec<String> = liked.map(|metier| capitalised(&metier.title)).collect();
    if !liked.is_empty() {
        tell(voice.words(message::ANSWERS_LIKED), Phrase::Label(liked.join(", ")));
    }
    if pairs.is_empty() { Block::Paragraph(voice.words(message::PAGE_NO_ANSWERS)) } else { Block::Pairs(pairs) }
}

/// What was answered on interests, statuses and sectors, but for zeros.
fn graded(profile: &Profile, voice: Voice) -> Vec<(String, f64)> {
    let status = |name: &str| voice.words_with(message::ANSWERS_STATUS, values![name = voice.shown(name)]);
    let sector = |name: &str| voice.words_with(message::ANSWERS_SECTOR, values![name = voice.shown(name)]);
    let interests = profile.interests().iter().map(|(label, answer)| (voice.quoted(&voice.shown(label)), answer));
    let statuses = profile.statuses().iter().map(|(label, answer)| (status(label), answer));
    let sectors = profile.sectors().iter().map(|(label, answer)| (sector(label), answer));
    interests.chain(statuses).chain(sectors).filter(|(_, answer)| *answer != 0.0).collect()
}

/// What bothers the student and what is not possible for them, each with its heading.
fn constraints(profile: &Profile, voice: Voice) -> Vec<(String, String)> {
    let of_kind = |(kind, heading): (ConstraintKind, Message)| {
        let of_kind = profile.constraints().iter().filter(|one| one.kind() == kind);
        let said: Vec<&str> = of_kind.map(|one| voice.constraint_name(one)).collect();
        (!said.is_empty()).then(|| (voice.words(heading), said.join(", ")))
    };
    let kinds =
        [(ConstraintKind::Bothers, message::PORTRAIT_BOTHERS), (ConstraintKind::NotPossible, message::PORTRAIT_NOT_POSSIBLE)];
    kinds.into_iter().filter_map(of_kind).collect()
}

/// The ladder from the lowest to the highest rung that the student or a métier stands on, and what to say about it after the signs of
/// the student. Returns nothing when nobody stands on a rung.
pub(crate) fn ladder(metiers: &[OnLadder], profile: &Profile, told: impl Iterator<Item = String>, voice: Voice) -> Vec<Block> {
    let (reached, willing) = (profile.reached(), profile.willing());
    let on_it = || metiers.iter().map(|one| one.level).chain(reached).chain(willing);
    let (Some(lowest), Some(highest)) = (on_it().min(), on_it().max()) else { return Vec::new() };
    let rung = |level: AccessLevel| {
        let here = || metiers.iter().filter(|one| one.level == level);
        let names: Vec<&str> = here().map(|one| one.said.as_str()).collect();
        let names = if names.is_empty() { voice.words(message::NOTHING) } else { names.join(", ") };
        let said = format!("{}.", voice.named(&voice.level(level), &names));
        Rung { level, said, marks: here().map(|one| one.mark.clone()).collect() }
    };
    let rungs = AccessLevel::ALL.into_iter().filter(|level| (lowest..=highest).contains(level)).rev().map(rung).collect();
    let picture = LadderPicture { title: voice.words(message::PICTURE_TITLE), rungs, reached, willing };
    let have = reached.map(|level| voice.level_in(message::LEVEL_HAVE, level));
    let have = have.map(|have| voice.words_with(message::PICTURE_REACHED, values![have]));
    let goal = willing.map(|level| voice.level_in(message::LEVEL_GOAL, level));
    let goal = goal.map(|goal| voice.words_with(message::PICTURE_WILLING, values![goal]));
    let told: Vec<String> = have.into_iter().chain(goal).chain(told).collect();
    vec![Block::Ladder(picture), Block::Paragraph(told.join(" "))]
}
