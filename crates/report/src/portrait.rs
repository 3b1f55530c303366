//! A portrait, said: what the student likes and avoids and was not asked, numbered so that they can correct it.

use boussole::profile::{AnswerField, Constraint, ConstraintKind, Feature, Portrait};
use boussole::quiz::QuestionKind;
use serde::Serialize;

use crate::render::set;
use crate::voice::Voice;
use crate::words::message::{self, Message};
use crate::words::values;

/// A portrait in words, group by group; groups without an entry are left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PortraitScreen {
    /// The heading of the whole.
    pub title: String,
    /// The groups, in the order shown.
    pub groups: Vec<PortraitGroup>,
}

/// A group of a portrait.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PortraitGroup {
    /// « Ce qui te plaît ».
    pub title: String,
    /// The entries, numbered on from the group before.
    pub entries: Vec<PortraitEntry>,
}

/// One entry of a portrait.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PortraitEntry {
    /// The number, from 1.
    pub number: usize,
    /// The words.
    pub words: String,
    /// The label that [`Quiz::questions_about`](boussole::quiz::Quiz::questions_about) takes, or the identifier of the question, or « words ».
    pub about: String,
}

impl PortraitScreen {
    /// The portrait in a voice.
    pub fn new(portrait: &Portrait, voice: Voice) -> Self {
        let mut groups = Groups { voice, n: 0, done: Vec::new() };
        groups.features(message::PORTRAIT_LIKES, &portrait.likes);
        groups.features(message::PORTRAIT_AVOIDS, &portrait.avoids);
        let written = |text: &String| (voice.quoted(text), QuestionKind::Words.name().to_owned());
        groups.add(message::PORTRAIT_WORDS, portrait.words.iter().map(written));
        let (impossible, bothers): (Vec<_>, Vec<_>) =
            portrait.constraints.iter().partition(|one| one.kind() == ConstraintKind::NotPossible);
        let said = |one: &&Constraint| (voice.constraint_name(one).to_owned(), one.id().to_owned());
        groups.add(message::PORTRAIT_BOTHERS, bothers.iter().map(said));
        groups.add(message::PORTRAIT_NOT_POSSIBLE, impossible.iter().map(said));
        groups.features(message::PORTRAIT_NEITHER, &portrait.neither);
        let labels =
            |labels: &[String]| labels.iter().map(|label| (voice.quoted(&voice.shown(label)), label.clone())).collect::<Vec<_>>();
        groups.add(message::PORTRAIT_LEFT_OPEN, labels(&portrait.left_open).into_iter());
        groups.add(message::PORTRAIT_NOT_ASKED, labels(&portrait.not_asked).into_iter());
        Self { title: set(&voice.words(message::PORTRAIT_TITLE)), groups: groups.done }
    }

    /// The portrait as lines of text, without numbers.
    pub fn text(&self) -> String {
        let mut lines = vec![self.title.clone()];
        for group in &self.groups {
            let entries: Vec<&str> = group.entries.iter().map(|entry| entry.words.as_str()).collect();
            lines.push(format!("  {}\u{a0}: {}", group.title, entries.join(", ")));
        }
        lines.join("\n")
    }

    /// The entry with this number.
    pub fn entry(&self, number: usize) -> Option<&PortraitEntry> {
        self.groups.iter().flat_map(|group| &group.entries).find(|entry| entry.number == number)
    }
}

struct Groups {
    voice: Voice,
    n: usize,
    done: Vec<PortraitGroup>,
}

impl Groups {
    fn features(&mut self, title: Message, features: &[Feature]) {
        let voice = self.voice;
        let said = |feature: &Feature| {
            let name = match feature.field {
                AnswerField::Interests => voice.quoted(&voice.shown(&feature.label)),
                AnswerField::Statuses => voice.words_with(message::ANSWERS_STATUS, values![name = voice.shown(&feature.label)]),
                AnswerField::Sectors => voice.words_with(message::ANSWERS_SECTOR, values![name = voice.shown(&feature.label)]),
            };
            (
                voice.words_with(message::PORTRAIT_ENTRY, values![name, answer = voice.answer(feature.answer)]),
                feature.label.clone(),
            )
        };
        self.add(title, features.iter().map(said));
    }

    fn add(&mut self, title: Message, said: impl Iterator<Item = (String, String)>) {
        let mut entries = Vec::new();
        for (words, about) in said {
            self.n += 1;
            entries.push(PortraitEntry { number: self.n, words: set(&words), about });
        }
        if !entries.is_empty() {
            self.done.push(PortraitGroup { title: set(&self.voice.words(title)), entries });
        }
    }
}

#[cfg(test)]
mod tests {
    //! Property: every entry names what was said of it, under the heading that is true of it, and has a number of its own.

    use super::*;
    use boussole::{Catalogue, Profile};

    #[test]
    fn every_entry_stands_where_its_answer_belongs() {
        let catalogue = Catalogue::demo();
        let profile = Profile::builder().likes("j'aime la nature").interest("j'aime bouger", -0.5).sector("Agriculture", 1.0);
        let portrait = Portrait::of(&profile.build().expect("is a profile"), &catalogue);
        let screen = PortraitScreen::new(&portrait, Voice::default());
        let titles: Vec<&str> = screen.groups.iter().map(|group| group.title.as_str()).collect();
        assert_eq!(titles, ["Ce qui te plaît", "Ce que tu évites", "Ce qu’on ne t’a pas demandé"]);
        let words: Vec<&str> = screen.groups[0].entries.iter().map(|entry| entry.words.as_str()).collect();
        assert_eq!(words, ["«\u{a0}j’aime la nature\u{a0}» (oui)", "secteur «\u{a0}Agriculture\u{a0}» (oui)"]);
        assert_eq!(screen.groups[1].entries[0].words, "«\u{a0}j’aime bouger\u{a0}» (plutôt non)");
        assert_eq!(screen.groups[2].entries.len(), catalogue.interests().len() - 2);
        let n = catalogue.interests().len() + 1;
        assert!((1..=n).all(|number| screen.entry(number).is_some()) && screen.entry(n + 1).is_none());
    }
}
