//! A quiz in French: what is on the screen for one question, and what is said kindly at the end.
//!
//! Tutoiement, short sentences, both gender forms where one is needed, no percentage.

use serde::Serialize;

use super::subject::RecommendationReport;
use super::versioned::pretty;
use boussole::quiz::{Answer, Asks, Observation, Progress, Question, Quiz, Session, Stop};

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

impl Command {
    /// All commands, in the order shown.
    pub const ALL: [Self; 3] = [Self::Back, Self::Finish, Self::Quit];

    /// The key.
    pub const fn key(self) -> char {
        match self {
            Self::Back => 'r',
            Self::Finish => 'f',
            Self::Quit => 'q',
        }
    }

    /// The words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Back => "revenir",
            Self::Finish => "finir ici",
            Self::Quit => "quitter",
        }
    }
}

impl QuestionScreen {
    /// The screen of a question.
    pub fn new(question: &Question, progress: &Progress) -> Self {
        Self { progress: progress_words(progress), wording: question.wording.fr.clone(), answers: keyed_answers(question) }
    }

    /// The answer with this key or these words, in any case: « 4 », « plutôt oui », « PLUTÔT OUI ».
    pub fn answer(&self, text: &str) -> Option<&KeyedAnswer> {
        let text = text.trim().to_lowercase();
        let is_meant = |one: &&KeyedAnswer| text == one.words.to_lowercase() || text == one.key.to_string();
        self.answers.iter().find(is_meant)
    }
}

fn keyed_answers(question: &Question) -> Vec<KeyedAnswer> {
    let keyed = |(key, words, answer): (char, &str, Answer)| KeyedAnswer { key, words: words.to_owned(), answer };
    let mut answers: Vec<KeyedAnswer> = match &question.asks {
        Asks::AccessLevel { choices, .. } => {
            let keys = ('1'..='9').zip(choices);
            keys.map(|(key, choice)| keyed((key, &choice.fr, Answer::Level(choice.level)))).collect()
        }
        Asks::Interests(_) | Asks::Status(_) | Asks::Constraint { .. } => {
            ('1'..='5').zip(Answer::POINTS).map(|(key, answer)| keyed((key, answer_words(answer), answer))).collect()
        }
    };
    answers.extend(
        [KEY_DONT_KNOW, KEY_SKIP]
            .into_iter()
            .zip([Answer::DontKnow, Answer::Skip])
            .map(|(key, answer)| keyed((key, answer_words(answer), answer))),
    );
    answers
}

/// An answer in words; a level is its label.
pub fn answer_words(answer: Answer) -> &'static str {
    match answer {
        Answer::No => "non",
        Answer::RatherNo => "plutôt non",
        Answer::Neither => "ni oui ni non",
        Answer::RatherYes => "plutôt oui",
        Answer::Yes => "oui",
        Answer::DontKnow => "je ne sais pas",
        Answer::Skip => "passer",
        Answer::Level(level) => level.label(),
    }
}

fn progress_words(progress: &Progress) -> String {
    let n = progress.n_given + 1;
    match (progress.at_least, progress.at_most) {
        (_, 1) => format!("Question {n} (la dernière)"),
        (least, most) if least == most => format!("Question {n} (encore {most}, celle-ci comprise)"),
        (least, most) => format!("Question {n} (encore {least} à {most}, celle-ci comprise)"),
    }
}

/// What the student is told before the first question.
pub const QUIZ_OPENING: &str = "Réponds comme tu le sens : il n'y a ni bonne ni mauvaise réponse. Une touche suffit.";

/// What the student is told when the session was left and kept.
pub const QUIZ_KEPT: &str = "Tes réponses sont gardées. Tu peux reprendre quand tu veux.";

/// What the student is told when the session was left and not kept.
pub const QUIZ_NOT_KEPT: &str = "Rien n'est gardé de tes réponses.";

/// What the student is told when there is nothing to take back.
pub const QUIZ_AT_FIRST: &str = "C'est la première question.";

/// Why the questions end, for the student; nothing when the student ended them.
pub fn ending_words(progress: &Progress) -> Option<&'static str> {
    progress.stop.filter(|_| progress.is_done()).map(|stop| match stop {
        Stop::LittleToLearn => "C'est fini : une question de plus n'apprendrait presque rien.",
        Stop::Length => "C'est fini : merci d'avoir répondu jusqu'au bout.",
        Stop::NothingLeft => "C'est fini : tu as vu toutes les questions.",
    })
}

/// What was noticed about the answers, in kind words, a text each.
pub fn observation_words(session: &Session, quiz: &Quiz) -> Vec<String> {
    let observations = session.observations(quiz);
    let is_contradiction = |one: &&Observation| matches!(one, Observation::Contradiction { .. });
    let contradictions = observations.iter().filter(is_contradiction).take(MAX_CONTRADICTIONS);
    let others = observations.iter().filter(|one| !is_contradiction(one));
    contradictions.chain(others).map(|one| observation_text(one, quiz)).collect()
}

fn observation_text(observation: &Observation, quiz: &Quiz) -> String {
    match observation {
        Observation::Contradiction { given, .. } => {
            let lines = given.each_ref().map(|given| {
                let wording = quiz.question(&given.question).map_or(given.question.as_str(), |question| &question.wording.fr);
                format!("  {wording} Tu as répondu « {} ».", answer_words(given.answer))
            });
            format!(
                "Deux questions se ressemblent, et tes réponses sont différentes :\n{}\n  \
                 Ça arrive à tout le monde. Si tu veux, redis-toi laquelle te ressemble le plus.",
                lines.join("\n")
            )
        }
        Observation::SameAnswer { answer, n } => format!(
            "Tu as répondu « {} » {n} fois de suite. Si tu allais un peu vite, tu peux reprendre tranquillement.",
            answer_words(*answer)
        ),
        Observation::ManyOpen { n_open, n_given } => format!(
            "Tu as passé {n_open} questions sur {n_given}, et c'est ton droit. Avec quelques réponses de plus, les pistes seraient plus précises."
        ),
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

/// The recommendation after a quiz as one JSON document: that of [`RecommendationReport::json`] and a field `quiz`.
pub fn quiz_json(report: &RecommendationReport<'_>, session: &Session, quiz: &Quiz) -> String {
    let about = AboutQuiz { session, progress: session.progress(quiz), observations: session.observations(quiz) };
    pretty(&QuizResult { recommendation: report.document(), quiz: about })
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
        let words = observation_words(&session(&quiz, answers), &quiz);
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
        assert_eq!(observation_words(&session(&quiz, &answers), &quiz).len(), 2);
    }

    #[test]
    fn keys_and_words_lead_to_answers() {
        let quiz = Quiz::demo(&Catalogue::demo());
        let progress = Session::new(Settings::default()).progress(&quiz);
        let screen = |id| QuestionScreen::new(quiz.question(id).expect("is there"), &progress);
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
            let mut keys: Vec<char> = keyed_answers(question).into_iter().map(|one| one.key).collect();
            keys.extend(Command::ALL.map(Command::key));
            let n = keys.len();
            keys.sort_unstable();
            keys.dedup();
            assert_eq!(keys.len(), n, "{}", question.id);
        }
    }
}
