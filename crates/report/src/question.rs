//! One question of a quiz: what is on the screen, and which answer a key or a text means.

use boussole::quiz::{Answer, Asks, Progress, Question, QuestionKind, SectorChoice, Wording};
use serde::Serialize;

use crate::render::set;
use crate::voice::{Audience, Language, Voice};
use crate::words::{message, values};

/// The key of « je ne sais pas ».
const KEY_DONT_KNOW: char = '?';

/// The key of « pas possible pour moi ».
const KEY_NOT_POSSIBLE: char = 'p';

/// What chooses no sector of a list.
const CHOOSES_NONE: &str = "0";

/// What is on the screen for one question; how it looks is the caller's business.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QuestionScreen {
    /// How far the quiz is.
    pub progress: String,
    /// What is to be known before the question: that a yes means something else here, or how to choose from a list.
    pub note: Option<String>,
    /// The question.
    pub wording: String,
    /// The answers with their keys.
    pub answers: Vec<KeyedAnswer>,
    /// The sectors to choose from, for a question that has a list.
    pub list: Option<ListToChoose>,
    /// Whether the answer is written.
    pub is_written: bool,
}

/// A list to choose several from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListToChoose {
    /// How many may be chosen at the most.
    pub most: usize,
    /// The choices, counted from 1.
    pub choices: Vec<ListedChoice>,
}

/// One choice of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListedChoice {
    /// The words.
    pub words: String,
    /// The label of the sector.
    pub sector: String,
}

/// One answer, its key and its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KeyedAnswer {
    /// The key: a digit, `?` or `p`.
    pub key: char,
    /// The words.
    pub words: String,
    /// The answer.
    pub answer: Answer,
}

impl QuestionScreen {
    /// The screen of a question.
    pub fn new(question: &Question, progress: &Progress, voice: Voice) -> Self {
        let choice = |choice: &SectorChoice| ListedChoice {
            words: set(in_language(&choice.fr, &choice.en, voice)),
            sector: choice.sector.clone(),
        };
        let list = match &question.asks {
            Asks::Sectors { most, choices } => Some(ListToChoose { most: *most, choices: choices.iter().map(choice).collect() }),
            _ => None,
        };
        let note = match question.kind() {
            QuestionKind::Constraint => Some(voice.words(message::QUIZ_NOTE_CONSTRAINT)),
            QuestionKind::Sectors => Some(voice.words(message::QUIZ_NOTE_LIST)),
            QuestionKind::Words => Some(voice.words(message::QUIZ_NOTE_WORDS)),
            _ => None,
        };
        Self {
            progress: set(&progress_words(progress, voice)),
            note: note.map(|note| set(&note)),
            wording: set(wording(&question.wording, voice)),
            answers: keyed_answers(question, voice),
            list,
            is_written: question.kind() == QuestionKind::Words,
        }
    }

    /// The words of an answer to this question.
    pub fn words_of(&self, answer: &Answer) -> String {
        let chosen = |sector: &String| {
            let choice = self.list.iter().flat_map(|list| &list.choices).find(|choice| choice.sector == *sector);
            choice.map_or(sector.clone(), |choice| choice.words.clone())
        };
        match answer {
            Answer::Sectors(sectors) => sectors.iter().map(chosen).collect::<Vec<_>>().join(" ; "),
            Answer::Words(words) => words.join(", "),
            answer => self.answers.iter().find(|one| one.answer == *answer).map_or_else(String::new, |one| one.words.clone()),
        }
    }

    /// The answer with this key or these words, in any case: « 4 », « plutôt oui », « PLUTÔT OUI », « passer »; numbers of a list, as
    /// « 3 12 », or its words between semicolons; words of the student's own between commas.
    pub fn answer(&self, written: &str, voice: Voice) -> Option<Answer> {
        let text = plain(written);
        let is_point = |one: &KeyedAnswer| one.answer.point().is_some() && text == plain(&point_words(&one.answer, voice));
        let is_meant = |one: &&KeyedAnswer| text == plain(&one.words) || text == one.key.to_string() || is_point(one);
        if let Some(found) = self.answers.iter().find(is_meant) {
            return Some(found.answer.clone());
        }
        if text == plain(&voice.words(message::QUIZ_ANSWER_SKIP)) {
            return Some(Answer::Skip);
        }
        if self.is_written { words(written) } else { self.list.as_ref()?.chosen(&text) }
    }
}

impl QuestionScreen {
    /// What can be answered as lines, for a terminal or a log. `marks` writes a key or a number.
    pub fn lines(&self, marks: &dyn Fn(&str) -> String) -> Vec<String> {
        let choices = self.list.iter().flat_map(|list| &list.choices).enumerate();
        let pad = |mark: String| format!("{}{}", " ".repeat(2 - mark.len().min(2)), marks(&mark));
        let choices = choices.map(|(place, choice)| format!("{}  {}", pad((place + 1).to_string()), choice.words));
        let key = |one: &KeyedAnswer| format!("{}  {}", marks(&one.key.to_string()), one.words);
        choices.chain(self.answers.iter().map(key)).collect()
    }
}

impl ListToChoose {
    /// The sectors that a text names by their numbers or words. Returns `None` when it names none, one twice, or too many.
    fn chosen(&self, text: &str) -> Option<Answer> {
        if text == CHOOSES_NONE {
            return Some(Answer::Sectors(Vec::new()));
        }
        let numbers = || text.split([' ', ',', ';', '\t']).filter(|part| !part.is_empty());
        let by_number = |part: &str| part.parse::<usize>().ok().and_then(|number| self.choices.get(number.checked_sub(1)?));
        let by_words = |part: &str| {
            let is_named = |one: &&ListedChoice| [&one.words, &one.sector].iter().any(|name| plain(name) == part.trim());
            self.choices.iter().find(is_named)
        };
        let found: Option<Vec<&ListedChoice>> =
            numbers().map(by_number).collect::<Option<_>>().or_else(|| text.split(';').map(by_words).collect());
        let mut sectors: Vec<String> = Vec::new();
        for choice in found.filter(|found| (1..=self.most).contains(&found.len()))? {
            if sectors.contains(&choice.sector) {
                return None;
            }
            sectors.push(choice.sector.clone());
        }
        Some(Answer::Sectors(sectors))
    }
}

/// The words that a text separates by commas or semicolons. Returns `None` when it holds no letter.
fn words(text: &str) -> Option<Answer> {
    let has_letter = |part: &&str| part.chars().any(char::is_alphabetic);
    let words: Vec<String> = text.split([',', ';', '\n']).map(str::trim).filter(has_letter).map(str::to_owned).collect();
    (!words.is_empty()).then_some(Answer::Words(words))
}

/// A text as it is typed: small letters, the apostrophe and the space of a keyboard.
fn plain(text: &str) -> String {
    text.trim().to_lowercase().replace('’', "'").replace(['\u{a0}', '\u{202f}'], " ")
}

fn in_language<'a>(fr: &'a str, en: &'a str, voice: Voice) -> &'a str {
    match voice.language {
        Language::French => fr,
        Language::English => en,
    }
}

/// The text in the language of the reader, to an adult with « vous » where there is such a text.
pub(crate) fn wording(wording: &Wording, voice: Voice) -> &str {
    said(&wording.fr, wording.adult.as_ref(), &wording.en, voice)
}

fn said<'a>(fr: &'a str, adult: Option<&'a String>, en: &'a str, voice: Voice) -> &'a str {
    in_language(adult.filter(|_| voice.audience == Audience::Adult).map_or(fr, String::as_str), en, voice)
}

fn keyed_answers(question: &Question, voice: Voice) -> Vec<KeyedAnswer> {
    let said = |answer: &Answer| answer_words(answer, question, voice);
    let keyed = |(key, answer): (char, Answer)| KeyedAnswer { key, words: set(&said(&answer)), answer };
    let own: Vec<Answer> = match &question.asks {
        Asks::AccessLevel { choices, .. } => choices.iter().map(|choice| Answer::Level(choice.level)).collect(),
        Asks::LevelFilter { .. } => vec![Answer::OnlyUpTo, Answer::LongerToo],
        Asks::Sectors { .. } | Asks::Words => Vec::new(),
        Asks::Interests(_) | Asks::Sector(_) | Asks::Status(_) | Asks::Constraint { .. } => Answer::POINTS.to_vec(),
    };
    let may_be_impossible = matches!(question.kind(), QuestionKind::Interest | QuestionKind::Constraint);
    let impossible = may_be_impossible.then_some((KEY_NOT_POSSIBLE, Answer::NotPossible));
    let open = impossible.into_iter().chain([(KEY_DONT_KNOW, Answer::DontKnow)]);
    ('1'..='9').zip(own).chain(open).map(keyed).collect()
}

/// An answer in words.
fn answer_words(answer: &Answer, question: &Question, voice: Voice) -> String {
    let is_constraint = question.kind() == QuestionKind::Constraint;
    voice.words(match answer {
        Answer::No if is_constraint => message::QUIZ_ANSWER_NO_TROUBLE,
        Answer::Yes if is_constraint => message::QUIZ_ANSWER_TROUBLE,
        Answer::Level(level) => {
            let choice = question.choices().iter().find(|choice| choice.level == *level);
            return choice.map_or(level.label(), |choice| said(&choice.fr, choice.adult.as_ref(), &choice.en, voice)).to_owned();
        }
        Answer::OnlyUpTo | Answer::LongerToo => {
            let Asks::LevelFilter { only, longer } = &question.asks else { return String::new() };
            return wording(if *answer == Answer::OnlyUpTo { only } else { longer }, voice).to_owned();
        }
        Answer::Sectors(labels) | Answer::Words(labels) => return labels.join(", "),
        answer => return point_words(answer, voice),
    })
}

/// The words of an answer that are the same for every question.
pub(crate) fn point_words(answer: &Answer, voice: Voice) -> String {
    voice.words(match answer {
        Answer::No => message::QUIZ_ANSWER_NO,
        Answer::RatherNo => message::QUIZ_ANSWER_RATHER_NO,
        Answer::Neither => message::QUIZ_ANSWER_NEITHER,
        Answer::RatherYes => message::QUIZ_ANSWER_RATHER_YES,
        Answer::Yes => message::QUIZ_ANSWER_YES,
        Answer::NotPossible => message::QUIZ_ANSWER_NOT_POSSIBLE,
        Answer::Skip => message::QUIZ_ANSWER_SKIP,
        _ => message::QUIZ_ANSWER_DONT_KNOW,
    })
}

fn progress_words(progress: &Progress, voice: Voice) -> String {
    let (number, least, most) = (progress.n_given + 1, progress.at_least, progress.at_most);
    let left = if least == most { most.to_string() } else { voice.words_with(message::QUIZ_LEFT, values![least, most]) };
    voice.words_with(message::QUIZ_PROGRESS, values![number, most, left])
}

#[cfg(test)]
mod tests {
    //! Properties: keys and words lead to answers, and no key means two things.

    use super::*;
    use crate::quiz::Command;
    use boussole::catalogue::{AccessLevel, Catalogue};
    use boussole::quiz::{Quiz, Session, Settings};

    #[test]
    fn keys_and_words_lead_to_answers() {
        let quiz = Quiz::demo(&Catalogue::demo());
        let progress = Session::new(Settings::default()).progress(&quiz);
        let screen = |id: &str| QuestionScreen::new(quiz.question(id).expect("is there"), &progress, Voice::default());
        let answer = |id: &str, text: &str| screen(id).answer(text, Voice::default());
        assert_eq!(answer("art-1", "4"), Some(Answer::RatherYes));
        assert_eq!(answer("art-1", " PLUTÔT OUI"), Some(Answer::RatherYes));
        assert_eq!(answer("art-1", "?"), Some(Answer::DontKnow));
        assert_eq!(answer("art-1", "6"), None);
        assert_eq!(answer("art-1", "p"), Some(Answer::NotPossible));
        assert_eq!(answer("limit-blood", "oui"), Some(Answer::Yes));
        assert_eq!(answer("limit-blood", "oui, ça me gêne"), Some(Answer::Yes));
        assert_eq!(answer("study-filter", "1"), Some(Answer::OnlyUpTo));
        let sectors = |labels: &[&str]| Some(Answer::Sectors(labels.iter().map(|label| (*label).to_owned()).collect()));
        let [first, second] = [0, 1].map(|place| screen("sectors").list.expect("is a list").choices[place].sector.clone());
        assert_eq!(answer("sectors", "2, 1"), sectors(&[&second, &first]));
        assert_eq!(answer("sectors", &format!("{first} ; {second}")), sectors(&[&first, &second]));
        assert_eq!(answer("sectors", "0"), sectors(&[]));
        for wrong in ["1 1", "1 2 3 4", "99", "des mots"] {
            assert_eq!(answer("sectors", wrong), None, "{wrong}");
        }
        let words = |words: &[&str]| Some(Answer::Words(words.iter().map(|word| (*word).to_owned()).collect()));
        assert_eq!(answer("words", "Dessiner, chevaux d'attelage ;"), words(&["Dessiner", "chevaux d'attelage"]));
        assert_eq!(answer("words", "?"), Some(Answer::DontKnow));
        for wrong in ["", "4", " , 12"] {
            assert_eq!(answer("words", wrong), None, "{wrong}");
        }
        assert_eq!(answer("study-willing", "2"), Some(Answer::Level(AccessLevel::Bac)));
        assert_eq!(answer("study-willing", "passer"), Some(Answer::Skip));
        assert_eq!(screen("art-1").progress, "Question 1 (encore 36 à 47, celle-ci comprise)");
    }

    #[test]
    fn no_key_means_two_things() {
        for question in Quiz::demo(&Catalogue::demo()).questions() {
            let mut keys: Vec<char> = keyed_answers(question, Voice::default()).into_iter().map(|one| one.key).collect();
            keys.extend(Command::ALL.map(Command::key));
            let n = keys.len();
            keys.sort_unstable();
            keys.dedup();
            assert_eq!(keys.len(), n, "{}", question.id);
        }
    }
}
