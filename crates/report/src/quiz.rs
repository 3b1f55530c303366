//! A quiz: what is on the screen for one question, and what is said kindly at the end.
//!
//! Short sentences, both gender forms where one is needed, no percentage.

use boussole::quiz::{Answer, Asks, Observation, Progress, Question, Quiz, Session, Stop};
use serde::Serialize;

use crate::subject::RecommendationReport;
use crate::versioned::pretty;
use crate::voice::{Language, Voice};
use crate::words::{message, values};

/// At most so many contradictions are told; more would be a reproach.
const MAX_CONTRADICTIONS: usize = 2;

/// The key of « je ne sais pas ».
const KEY_DONT_KNOW: char = '?';

/// The key that passes over a question.
const KEY_SKIP: char = 'p';

/// What is on the screen for one question; how it looks is the caller's business.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionScreen {
    /// How far the quiz is.
    pub progress: String,
    /// The question.
    pub wording: String,
    /// The answers with their keys.
    pub answers: Vec<KeyedAnswer>,
}

/// One answer, its key and its words.
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuizNotice {
    /// Before the first question.
    Opening,
    /// When the session was left and kept.
    Kept,
    /// When the session was left and not kept.
    NotKept,
    /// When nothing can be taken back.
    AtFirst,
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

impl QuizNotice {
    /// The words.
    pub fn words(self, voice: Voice) -> String {
        voice.words(match self {
            Self::Opening => message::QUIZ_OPENING,
            Self::Kept => message::QUIZ_KEPT,
            Self::NotKept => message::QUIZ_NOT_KEPT,
            Self::AtFirst => message::QUIZ_AT_FIRST,
        })
    }
}

impl QuestionScreen {
    /// The screen of a question.
    pub fn new(question: &Question, progress: &Progress, voice: Voice) -> Self {
        let (progress, wording) = (progress_words(progress, voice), wording(question, voice).to_owned());
        Self { progress, wording, answers: keyed_answers(question, voice) }
    }

    /// The answer with this key or these words, in any case: « 4 », « plutôt oui », « PLUTÔT OUI ».
    pub fn answer(&self, text: &str) -> Option<&KeyedAnswer> {
        let text = text.trim().to_lowercase();
        let is_meant = |one: &&KeyedAnswer| text == one.words.to_lowercase() || text == one.key.to_string();
        self.answers.iter().find(is_meant)
    }
}

fn wording(question: &Question, voice: Voice) -> &str {
    match voice.language {
        Language::French => &question.wording.fr,
        Language::English => &question.wording.en,
    }
}

fn keyed_answers(question: &Question, voice: Voice) -> Vec<KeyedAnswer> {
    let keyed = |(key, answer)| KeyedAnswer { key, words: answer_words(answer, voice), answer };
    let open = [(KEY_DONT_KNOW, Answer::DontKnow), (KEY_SKIP, Answer::Skip)].map(keyed);
    let answers: Vec<KeyedAnswer> = match &question.asks {
        Asks::AccessLevel { choices, .. } => {
            let keys = ('1'..='9').zip(choices);
            let keyed = keys.map(|(key, choice)| {
                let words = match voice.language {
                    Language::French => &choice.fr,
                    Language::English => &choice.en,
                };
                KeyedAnswer { key, words: words.clone(), answer: Answer::Level(choice.level) }
            });
            keyed.collect()
        }
        Asks::Interests(_) | Asks::Status(_) | Asks::Constraint { .. } => ('1'..='5').zip(Answer::POINTS).map(keyed).collect(),
    };
    answers.into_iter().chain(open).collect()
}

/// An answer in words; a level is its label.
fn answer_words(answer: Answer, voice: Voice) -> String {
    voice.words(match answer {
        Answer::No => message::QUIZ_ANSWER_NO,
        Answer::RatherNo => message::QUIZ_ANSWER_RATHER_NO,
        Answer::Neither => message::QUIZ_ANSWER_NEITHER,
        Answer::RatherYes => message::QUIZ_ANSWER_RATHER_YES,
        Answer::Yes => message::QUIZ_ANSWER_YES,
        Answer::DontKnow => message::QUIZ_ANSWER_DONT_KNOW,
        Answer::Skip => message::QUIZ_ANSWER_SKIP,
        Answer::Level(level) => return level.label().to_owned(),
    })
}

fn progress_words(progress: &Progress, voice: Voice) -> String {
    let (number, least, most) = (progress.n_given + 1, progress.at_least, progress.at_most);
    let left = if least == most { most.to_string() } else { voice.words_with(message::QUIZ_LEFT, values![least, most]) };
    voice.words_with(message::QUIZ_PROGRESS, values![number, most, left])
}

/// Why the questions end, for the student. Returns `None` when the student ended them.
pub fn ending_words(progress: &Progress, voice: Voice) -> Option<String> {
    let message = |stop| match stop {
        Stop::LittleToLearn => message::QUIZ_END_LITTLE_TO_LEARN,
        Stop::Length => message::QUIZ_END_LENGTH,
        Stop::NothingLeft => message::QUIZ_END_NOTHING_LEFT,
    };
    progress.stop.filter(|_| progress.is_done()).map(|stop| voice.words(message(stop)))
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
                let question =
                    quiz.question(&given.question).map_or(given.question.as_str(), |question| wording(question, voice));
                let answer = answer_words(given.answer, voice);
                voice.words_with(message::QUIZ_CONTRADICTION_ANSWER, values![question, answer])
            });
            let [head, kind] =
                [message::QUIZ_CONTRADICTION, message::QUIZ_CONTRADICTION_KIND].map(|message| voice.words(message));
            [head, first, second, kind].join("\n  ")
        }
        Observation::SameAnswer { answer, n } => {
            voice.words_with(message::QUIZ_SAME_ANSWER, values![answer = answer_words(*answer, voice), n = *n])
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
pub fn quiz_json(report: &RecommendationReport<'_>, session: &Session, quiz: &Quiz) -> String {
    let about = AboutQuiz { session, progress: session.progress(quiz), observations: session.observations(quiz) };
    pretty(&QuizResult { recommendation: report.value(), quiz: about })
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
            session.answer(quiz, id, *answer).expect("is a first answer");
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
             \u{20} Une lampe tombe en panne. La démonter pour trouver pourquoi, est-ce ton premier réflexe ? \
             Tu as répondu « plutôt non ».\n\
             \u{20} Ça arrive à tout le monde. Si tu veux, redis-toi laquelle te ressemble le plus.",
        );
        let ids = ["art-1", "care-1", "law-1", "hands-1", "move-1", "sport-1", "tech-1", "trade-1", "planet-1"];
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
        let pairs = ["art", "care", "law"].map(|name| [(format!("{name}-1"), Answer::Yes), (format!("{name}-2"), Answer::No)]);
        let answers: Vec<(&str, Answer)> = pairs.iter().flatten().map(|(id, answer)| (id.as_str(), *answer)).collect();
        assert_eq!(observation_words(&session(&quiz, &answers), &quiz, Voice::default()).len(), 2);
    }

    #[test]
    fn keys_and_words_lead_to_answers() {
        let quiz = Quiz::demo(&Catalogue::demo());
        let progress = Session::new(Settings::default()).progress(&quiz);
        let screen = |id| QuestionScreen::new(quiz.question(id).expect("is there"), &progress, Voice::default());
        let answer = |id, text| screen(id).answer(text).map(|found| found.answer);
        assert_eq!(answer("art-1", "4"), Some(Answer::RatherYes));
        assert_eq!(answer("art-1", " PLUTÔT OUI"), Some(Answer::RatherYes));
        assert_eq!(answer("art-1", "?"), Some(Answer::DontKnow));
        assert_eq!(answer("art-1", "6"), None);
        assert_eq!(answer("study-willing", "3"), Some(Answer::Level(AccessLevel::Bac)));
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
