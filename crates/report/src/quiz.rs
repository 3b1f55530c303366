//! A quiz: what is on the screen for one question, and what is said kindly at the end.
//!
//! Short sentences, both gender forms where one is needed, no percentage.

use boussole::profile::Portrait;
use boussole::quiz::{
    Answer, Asks, Observation, Progress, Question, QuestionKind, Quiz, SectorChoice, Session, Settings, Stop, Wording,
};
use serde::Serialize;

use crate::render::set;
use crate::statement::Known;
use crate::subject::RecommendationReport;
use crate::versioned::pretty;
use crate::voice::{Audience, Language, Voice};
use crate::words::{message, values};

/// At most so many contradictions are told; more would be a reproach.
const MAX_CONTRADICTIONS: usize = 2;

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

/// What can be done other than answering.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Take the last answer back.
    Back,
    /// Answer no more, and see what fits.
    Finish,
    /// Leave without a result.
    Quit,
}

/// What the student is told about the quiz itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum QuizNotice<'a> {
    /// Before the first question: how long it takes, and from when on one may stop.
    Opening(&'a Progress, &'a Settings),
    /// When the session was left and kept: how to go on.
    Kept {
        /// What to type to go on.
        command: &'a str,
    },
    /// When the session was left and not kept.
    NotKept,
    /// When nothing can be taken back.
    AtFirst,
    /// When the student wants to finish and little is known.
    TooEarly,
    /// Before answers are thrown away: where they would be kept.
    Keep {
        /// The file.
        file: &'a str,
    },
    /// After a key that means nothing.
    UnknownKey,
    /// Below the portrait: how to correct it.
    Correct,
}

impl Command {
    /// All commands, in the order shown.
    pub const ALL: [Self; 3] = [Self::Back, Self::Finish, Self::Quit];

    /// The key, which is the same in every language.
    pub const fn key(self) -> char {
        match self {
            Self::Back => 'r',
            Self::Finish => 'f',
            Self::Quit => 'q',
        }
    }

    /// The words.
    pub fn words(self, voice: Voice) -> String {
        voice.words(match self {
            Self::Back => message::QUIZ_COMMAND_BACK,
            Self::Finish => message::QUIZ_COMMAND_FINISH,
            Self::Quit => message::QUIZ_COMMAND_QUIT,
        })
    }
}

impl QuizNotice<'_> {
    /// The words.
    pub fn words(self, voice: Voice) -> String {
        voice.words(match self {
            Self::Opening(progress, settings) => {
                let (first, least) = (progress.n_unasked, settings.min_questions);
                return voice.words_with(message::QUIZ_OPENING, values![first, least]);
            }
            Self::Kept { command } => return voice.words_with(message::QUIZ_KEPT, values![command]),
            Self::NotKept => message::QUIZ_NOT_KEPT,
            Self::AtFirst => message::QUIZ_AT_FIRST,
            Self::TooEarly => message::QUIZ_TOO_EARLY,
            Self::Keep { file } => return voice.words_with(message::QUIZ_KEEP, values![file]),
            Self::UnknownKey => message::QUIZ_UNKNOWN_KEY,
            Self::Correct => message::QUIZ_CORRECT,
        })
    }
}

impl QuestionScreen {
    /// The screen of a question.
    pub fn new(question: &Question, progress: &Progress, voice: Voice) -> Self {
        let choice = |choice: &SectorChoice| ListedChoice {
            words: in_language(&choice.fr, &choice.en, voice).to_owned(),
            sector: choice.sector.clone(),
        };
        let list = match &question.asks {
            Asks::Sectors { most, choices } => Some(ListToChoose { most: *most, choices: choices.iter().map(choice).collect() }),
            _ => None,
        };
        let note = match question.kind() {
            QuestionKind::Constraint => Some(voice.words(message::QUIZ_NOTE_CONSTRAINT)),
            QuestionKind::Sectors => Some(voice.words(message::QUIZ_NOTE_LIST)),
            _ => None,
        };
        Self {
            progress: progress_words(progress, voice),
            note,
            wording: set(wording(&question.wording, voice)),
            answers: keyed_answers(question, voice),
            list,
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
            answer => self.answers.iter().find(|one| one.answer == *answer).map_or_else(String::new, |one| one.words.clone()),
        }
    }

    /// The answer with this key or these words, in any case: « 4 », « plutôt oui », « PLUTÔT OUI », « passer »; numbers of a list, as
    /// « 3 12 », or its words between semicolons.
    pub fn answer(&self, text: &str, voice: Voice) -> Option<Answer> {
        let text = plain(text);
        let is_point = |one: &KeyedAnswer| one.answer.point().is_some() && text == plain(&point_words(&one.answer, voice));
        let is_meant = |one: &&KeyedAnswer| text == plain(&one.words) || text == one.key.to_string() || is_point(one);
        if let Some(found) = self.answers.iter().find(is_meant) {
            return Some(found.answer.clone());
        }
        if text == plain(&voice.words(message::QUIZ_ANSWER_SKIP)) {
            return Some(Answer::Skip);
        }
        self.list.as_ref()?.chosen(&text)
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
fn wording(wording: &Wording, voice: Voice) -> &str {
    let fr = wording.adult.as_ref().filter(|_| voice.audience == Audience::Adult).unwrap_or(&wording.fr);
    in_language(fr, &wording.en, voice)
}

fn keyed_answers(question: &Question, voice: Voice) -> Vec<KeyedAnswer> {
    let said = |answer: &Answer| answer_words(answer, question, voice);
    let keyed = |(key, answer): (char, Answer)| KeyedAnswer { key, words: said(&answer), answer };
    let own: Vec<Answer> = match &question.asks {
        Asks::AccessLevel { choices, .. } => choices.iter().map(|choice| Answer::Level(choice.level)).collect(),
        Asks::LevelFilter { .. } => vec![Answer::OnlyUpTo, Answer::LongerToo],
        Asks::Sectors { .. } => Vec::new(),
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
            return choice.map_or(level.label(), |choice| in_language(&choice.fr, &choice.en, voice)).to_owned();
        }
        Answer::OnlyUpTo | Answer::LongerToo => {
            let Asks::LevelFilter { only, longer } = &question.asks else { return String::new() };
            return wording(if *answer == Answer::OnlyUpTo { only } else { longer }, voice).to_owned();
        }
        Answer::Sectors(sectors) => return sectors.join(", "),
        answer => return point_words(answer, voice),
    })
}

/// The words of an answer that are the same for every question.
fn point_words(answer: &Answer, voice: Voice) -> String {
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

/// Why the questions end, for the student. Returns `None` when the student ended them.
pub fn ending_words(progress: &Progress, voice: Voice) -> Option<String> {
    let n = progress.n_unasked;
    let told = |stop| match stop {
        // It is not over where an interest was not asked.
        _ if 0 < n => voice.words_with(message::QUIZ_END_UNASKED, values![n]),
        Stop::LittleToLearn => voice.words(message::QUIZ_END_LITTLE_TO_LEARN),
        Stop::Length => voice.words(message::QUIZ_END_LENGTH),
        Stop::NothingLeft => voice.words(message::QUIZ_END_NOTHING_LEFT),
    };
    progress.stop.filter(|_| progress.is_done()).map(told)
}

/// What was noticed about the answers, in kind words, a text each.
pub fn observation_words(session: &Session, quiz: &Quiz, voice: Voice) -> Vec<String> {
    let observations = session.observations(quiz);
    let is_contradiction = |one: &&Observation| matches!(one, Observation::Contradiction { .. });
    let contradictions = observations.iter().filter(is_contradiction).take(MAX_CONTRADICTIONS);
    let others = observations.iter().filter(|one| !is_contradiction(one));
    contradictions.chain(others).map(|one| observation_text(one, quiz, voice)).collect()
}

fn observation_text(observation: &Observation, quiz: &Quiz, voice: Voice) -> String {
    match observation {
        Observation::Contradiction { given, .. } => {
            let [first, second] = given.each_ref().map(|given| {
                let question = quiz.question(&given.question);
                let question = question.map_or(given.question.as_str(), |question| wording(&question.wording, voice));
                let answer = point_words(&given.answer, voice);
                voice.words_with(message::QUIZ_CONTRADICTION_ANSWER, values![question, answer])
            });
            let [head, kind] =
                [message::QUIZ_CONTRADICTION, message::QUIZ_CONTRADICTION_KIND].map(|message| voice.words(message));
            [head, first, second, kind].join("\n  ")
        }
        Observation::SameAnswer { answer, n } => {
            voice.words_with(message::QUIZ_SAME_ANSWER, values![answer = point_words(answer, voice), n = *n])
        }
        Observation::ManyOpen { n_open, n_given } => {
            voice.words_with(message::QUIZ_MANY_OPEN, values![open = *n_open, given = *n_given])
        }
    }
}

/// What a document says about the quiz beside its result.
#[derive(Serialize)]
struct AboutQuiz<'a> {
    session: &'a Session,
    portrait: Portrait,
    progress: Progress,
    observations: Vec<Observation>,
}

/// A recommendation and the quiz that it came from.
#[derive(Serialize)]
struct QuizResult<'a, R: Serialize> {
    #[serde(flatten)]
    recommendation: R,
    quiz: AboutQuiz<'a>,
}

/// The recommendation after a quiz as one JSON document: that of the recommendation and a field `quiz`.
pub fn quiz_json(report: &RecommendationReport<'_>, session: &Session, quiz: &Quiz, voice: Voice) -> String {
    let known = Known::of(report.recommender, &report.profile);
    let portrait = session.portrait(quiz, report.recommender.catalogue());
    let about = AboutQuiz { session, portrait, progress: session.progress(quiz), observations: session.observations(quiz) };
    pretty(&QuizResult { recommendation: report.value(&known, voice), quiz: about })
}

#[cfg(test)]
mod tests {
    //! Properties: what is said at the end, whole; keys and words lead to answers; sentences are short and without % or point médian.

    use super::*;
    use boussole::catalogue::{AccessLevel, Catalogue};
    use boussole::quiz::Settings;

    fn session(quiz: &Quiz, answers: &[(&str, Answer)]) -> Session {
        let mut session = Session::new(Settings::default());
        for (id, answer) in answers {
            session.answer(quiz, id, answer.clone()).expect("is a first answer");
        }
        session
    }

    #[track_caller]
    fn says(answers: &[(&str, Answer)], expected: &str) {
        let quiz = Quiz::demo(&Catalogue::demo());
        let words = observation_words(&session(&quiz, answers), &quiz, Voice::default());
        assert_eq!(words, [expected]);
        for sentence in expected.split(['.', '?', '\n']) {
            assert!(sentence.split_whitespace().count() <= 25, "{sentence}");
        }
        assert!(!expected.contains(['%', '·']));
    }

    #[test]
    fn what_was_noticed_is_said_kindly() {
        says(
            &[("repair-1", Answer::Yes), ("repair-2", Answer::RatherNo)],
            "Deux questions se ressemblent, et tes réponses sont différentes :\n\
             \u{20} Réparer un vélo qui déraille, ça te tente ? Tu as répondu « oui ».\n\
             \u{20} Une lampe tombe en panne. La démonter pour trouver pourquoi, ça te tente ? \
             Tu as répondu « plutôt non ».\n\
             \u{20} Ça arrive à tout le monde. Si tu veux, demande-toi laquelle te ressemble le plus.",
        );
        let ids = ["art-1", "care-3", "law-2", "hands-1", "move-1", "sport-1", "tech-1", "trade-1", "planet-1"];
        says(
            &ids.map(|id| (id, Answer::Yes)),
            "Tu as répondu « oui » 9 fois de suite. Si tu allais un peu vite, tu peux reprendre tranquillement.",
        );
        says(
            &ids.map(|id| (id, Answer::DontKnow)),
            "Tu as passé 9 questions sur 9, et c'est ton droit. Avec quelques réponses de plus, les pistes seraient plus précises.",
        );
    }

    #[test]
    fn no_more_than_two_contradictions_are_told() {
        let quiz = Quiz::demo(&Catalogue::demo());
        let pairs =
            ["art", "repair", "hands"].map(|name| [(format!("{name}-1"), Answer::Yes), (format!("{name}-2"), Answer::No)]);
        let answers: Vec<(&str, Answer)> = pairs.iter().flatten().map(|(id, answer)| (id.as_str(), answer.clone())).collect();
        assert_eq!(observation_words(&session(&quiz, &answers), &quiz, Voice::default()).len(), 2);
    }

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
        assert_eq!(answer("study-willing", "2"), Some(Answer::Level(AccessLevel::Bac)));
        assert_eq!(answer("study-willing", "passer"), Some(Answer::Skip));
        assert_eq!(screen("art-1").progress, "Question 1 (encore 26 à 44, celle-ci comprise)");
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
