//! A quiz: what is said about it, and kindly at the end.
//!
//! Short sentences, both gender forms where one is needed, no percentage.

use boussole::profile::Portrait;
use boussole::quiz::{Observation, Progress, Quiz, Session, Settings, Stop};
use serde::Serialize;

use crate::question::{point_words, wording};
use crate::render::set;
use crate::statement::Known;
use crate::subject::RecommendationReport;
use crate::versioned::pretty;
use crate::voice::Voice;
use crate::words::{message, values};

/// At most so many contradictions are told; more would be a reproach.
const MAX_CONTRADICTIONS: usize = 2;

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

/// Stands for a command to type, whose marks are not set as those of a text.
const COMMAND: &str = "\u{1}";

impl QuizNotice<'_> {
    /// The words.
    pub fn words(self, voice: Voice) -> String {
        let words = match self {
            Self::Opening(progress, settings) => {
                let (first, least) = (progress.n_unasked, settings.min_questions);
                voice.words_with(message::QUIZ_OPENING, values![first, least])
            }
            Self::Kept { .. } => voice.words_with(message::QUIZ_KEPT, values![command = COMMAND]),
            Self::Keep { file } => voice.words_with(message::QUIZ_KEEP, values![file]),
            Self::NotKept => voice.words(message::QUIZ_NOT_KEPT),
            Self::AtFirst => voice.words(message::QUIZ_AT_FIRST),
            Self::TooEarly => voice.words(message::QUIZ_TOO_EARLY),
            Self::UnknownKey => voice.words(message::QUIZ_UNKNOWN_KEY),
            Self::Correct => voice.words(message::QUIZ_CORRECT),
        };
        match self {
            Self::Kept { command } => set(&words).replace(COMMAND, command),
            _ => set(&words),
        }
    }
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
    progress.stop.filter(|_| progress.is_done()).map(|stop| set(&told(stop)))
}

/// What was noticed about the answers, in kind words, a text each.
pub fn observation_words(session: &Session, quiz: &Quiz, voice: Voice) -> Vec<String> {
    let observations = session.observations(quiz);
    let is_contradiction = |one: &&Observation| matches!(one, Observation::Contradiction { .. });
    let contradictions = observations.iter().filter(is_contradiction).take(MAX_CONTRADICTIONS);
    let others = observations.iter().filter(|one| !is_contradiction(one));
    contradictions.chain(others).map(|one| set(&observation_text(one, quiz, voice))).collect()
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
    //! Properties: what is said at the end, whole; sentences are short and without % or point médian.

    use super::*;
    use boussole::catalogue::Catalogue;
    use boussole::quiz::{Answer, Settings};

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
        assert_eq!(words, [set(expected)]);
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
            "Sur 9 questions, il y en a 9 où tu n’as pas donné d’avis, et c’est ton droit. Avec quelques réponses de plus, les pistes seraient plus précises.",
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
}
