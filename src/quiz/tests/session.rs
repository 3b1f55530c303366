//! - Giving the answers of a session again makes the same bytes and asks the same questions.
//! - Taking back undoes an answer wholly.
//! - Each rule ends the questions about interests, and says so; progress never promises what does not come.
//! - The profile is the mean by loading; a question against an interest is mirrored.
//! - Answers to other questions, second answers and answers of another kind are refused whole.

use proptest::prelude::*;

use super::{catalogue, questions};
use crate::catalogue::AccessLevel;
use crate::quiz::{Answer, Asks, Choice, LevelAsked, Question, Quiz, Session, Settings, Stop};

const INTERESTS: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];

/// Eight interests asked twice, one constraint, two questions about studies, one status.
fn quiz() -> Quiz {
    let mut metiers = vec![vec!["a", "b"], vec!["a", "c"], vec!["b", "c", "d"]];
    metiers.extend(INTERESTS.iter().map(|label| vec![*label]));
    let metiers: Vec<&[&str]> = metiers.iter().map(Vec::as_slice).collect();
    let mut all = questions(&INTERESTS);
    let against = vec![("b".to_owned(), -1.0), ("c".to_owned(), -0.5)];
    all.push(Question::new(
        "limit",
        "Ça te gêne ?",
        "Any trouble?",
        Asks::Constraint { interests: against, gate: crate::profile::Gates::default() },
    ));
    let choice = |level: AccessLevel| Choice { fr: level.to_string(), en: level.to_string(), level };
    for (id, sets) in [("willing", LevelAsked::Willing), ("reached", LevelAsked::Reached)] {
        let choices = [AccessLevel::Cap, AccessLevel::Bac, AccessLevel::BacPlus2].map(choice).to_vec();
        all.push(Question::new(id, "Quel niveau ?", "Which level?", Asks::AccessLevel { sets, choices }));
    }
    Quiz::new(all, &catalogue(&metiers)).expect("is in order")
}

const NINE: [Answer; 7] =
    [Answer::No, Answer::RatherNo, Answer::Neither, Answer::RatherYes, Answer::Yes, Answer::DontKnow, Answer::Skip];

/// Asks to the end with these answers, in turn.
fn asked(quiz: &Quiz, settings: Settings, answers: &[usize]) -> Session {
    let mut session = Session::new(settings).with_seed(3);
    let mut answers = answers.iter().cycle();
    while let Some(question) = session.next_question(quiz) {
        let answer = NINE[*answers.next().expect("a cycle does not end")];
        let answer = if question.choices().is_empty() || answer.is_open() { answer } else { Answer::Level(AccessLevel::Bac) };
        session.answer(quiz, &question.id, answer).expect("fits the question that is put");
    }
    session
}

fn any_answers() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(0..7_usize, 1..30)
}

fn any_settings() -> impl Strategy<Value = Settings> {
    (0..20_usize, 0..50_usize, 0.0..0.3f64, 0..3_usize).prop_map(
        |(min_questions, max_questions, min_information, max_wordings)| Settings {
            min_questions,
            max_questions,
            min_information,
            max_wordings,
            ..Settings::default()
        },
    )
}

proptest! {
    #[test]
    fn a_replayed_session_has_the_same_bytes(answers in any_answers(), settings in any_settings()) {
        let quiz = quiz();
        let session = asked(&quiz, settings, &answers);
        let mut replayed = Session::new(session.settings()).with_seed(3);
        for given in session.given() {
            prop_assert_eq!(replayed.next_question(&quiz).map(|question| &question.id), Some(&given.question));
            replayed.answer(&quiz, &given.question, given.answer).expect("fits as it did");
        }
        #[cfg(feature = "json")]
        {
            prop_assert_eq!(replayed.to_json(), session.to_json());
            prop_assert_eq!(Session::from_json(&session.to_json(), &quiz), Ok(session.clone()));
        }
        prop_assert_eq!(replayed, session);
    }

    #[test]
    fn taking_back_undoes(answers in any_answers()) {
        let quiz = quiz();
        let session = asked(&quiz, Settings::default(), &answers);
        let mut shorter = session.clone();
        let last = shorter.back().expect("something was asked");
        prop_assert_eq!(shorter.next_question(&quiz).map(|question| &question.id), Some(&last.question));
        shorter.answer(&quiz, &last.question, last.answer).expect("fits as it did");
        prop_assert_eq!(shorter, session);
    }

    #[test]
    fn progress_keeps_its_promise(answers in any_answers(), settings in any_settings()) {
        let quiz = quiz();
        let mut session = asked(&quiz, settings, &answers);
        let n_all = session.given().len();
        prop_assert!(session.progress(&quiz).is_done());
        loop {
            let progress = session.progress(&quiz);
            let n_left = n_all - session.given().len();
            prop_assert!(progress.at_least <= n_left && n_left <= progress.at_most, "{n_left} left: {progress:?}");
            prop_assert_eq!(progress.n_given, session.given().len());
            if session.back().is_none() {
                break;
            }
        }
    }

    #[test]
    fn every_session_ends_with_a_profile(answers in any_answers(), settings in any_settings()) {
        let quiz = quiz();
        let session = asked(&quiz, settings, &answers);
        let n_interest = session.progress(&quiz).n_interest;
        prop_assert!(n_interest <= settings.max_questions.min(16));
        prop_assert!(session.profile(&quiz).interests().iter().all(|(_, answer)| (-1.0..=1.0).contains(&answer)));
    }
}

#[track_caller]
fn ends(settings: Settings, n_interest: usize, stop: Stop) {
    let quiz = quiz();
    let progress = asked(&quiz, settings, &[4, 0, 0, 1]).progress(&quiz);
    assert_eq!((progress.n_interest, progress.stop), (n_interest, Some(stop)));
}

#[test]
fn each_rule_ends_the_quiz() {
    let none = Settings { min_information: 0.0, ..Settings::default() };
    ends(none, 16, Stop::NothingLeft);
    ends(Settings { max_wordings: 1, ..none }, 8, Stop::NothingLeft);
    ends(Settings { max_questions: 5, ..none }, 5, Stop::Length);
    ends(Settings { max_questions: 0, ..none }, 0, Stop::Length);
    // No question tells more than .2968 bits.
    ends(Settings { min_questions: 4, min_information: 0.3, ..none }, 4, Stop::LittleToLearn);
}

#[test]
fn settings_that_are_no_number_stop_nothing() {
    let session = Session::new(Settings { min_information: f64::NAN, ..Settings::default() });
    assert_eq!(session.settings().min_information.to_bits(), 0);
    let session = Session::new(Settings { min_information: f64::INFINITY, ..Settings::default() });
    assert_eq!(session.settings().min_information.to_bits(), 1.0_f64.to_bits());
}

#[test]
fn the_profile_is_the_mean_by_loading() {
    let quiz = quiz();
    let mut session = Session::new(Settings::default());
    let answers = [("b-1", Answer::Yes), ("b-2", Answer::RatherYes), ("limit", Answer::Yes), ("d-1", Answer::DontKnow)];
    for (id, answer) in answers {
        session.answer(&quiz, id, answer).expect("is a first answer");
    }
    session.answer(&quiz, "willing", Answer::Level(AccessLevel::BacPlus2)).expect("is a choice");
    session.answer(&quiz, "reached", Answer::Skip).expect("may be skipped");
    let profile = session.profile(&quiz);
    // b: (1 + ½ − 1) / 3; c: −½ / ½.
    assert_eq!(profile.interests().iter().collect::<Vec<_>>(), [("b", 0.5 / 3.0), ("c", -1.0)]);
    assert_eq!((profile.willing(), profile.reached()), (Some(AccessLevel::BacPlus2), None));
}

#[track_caller]
fn refused(id: &str, answer: Answer, message: &str) {
    let quiz = quiz();
    let mut session = Session::new(Settings::default());
    session.answer(&quiz, "a-1", Answer::Yes).expect("is a first answer");
    let before = session.clone();
    assert_eq!(session.answer(&quiz, id, answer).map_err(|error| error.to_string()), Err(message.to_owned()));
    assert_eq!(session, before);
}

#[test]
fn wrong_answers_are_refused() {
    refused("a-1", Answer::No, "session: question a-1: expected one answer, found two; take the first back before");
    refused("a-3", Answer::No, "session: expected a question of the quiz, found « a-3 »; the nearest are a-1, a-2, b-1");
    refused("willing", Answer::Yes, "session: question willing: expected one of its levels, dont_know or skip, found Yes");
    refused(
        "willing",
        Answer::Level(AccessLevel::BacPlus8),
        "session: question willing: expected one of its levels, dont_know or skip, found Level(BacPlus8)",
    );
    refused(
        "b-1",
        Answer::Level(AccessLevel::Bac),
        "session: question b-1: expected one of the five points, dont_know or skip, found Level(Bac)",
    );
}

#[cfg(feature = "json")]
#[test]
fn a_session_is_readable_json() {
    let quiz = quiz();
    let mut session = Session::new(Settings::default()).with_seed(7);
    session.answer(&quiz, "a-1", Answer::RatherYes).expect("is a first answer");
    session.answer(&quiz, "willing", Answer::Level(AccessLevel::Bac)).expect("is a choice");
    let compact: String = session.to_json().split('\n').map(str::trim).collect();
    assert_eq!(
        compact,
        "{\"schema\": \"boussole/session/1\",\"seed\": 7,\"settings\": {\"order\": \"adaptive\",\"min_questions\": 12,\
         \"max_questions\": 30,\"min_information\": 0.05,\"max_wordings\": 2},\"given\": [{\"question\": \"a-1\",\
         \"answer\": \"rather_yes\"},{\"question\": \"willing\",\"answer\": {\"level\": \"Bac ou équivalent\"}}]}"
    );
}

#[cfg(feature = "json")]
#[test]
fn foreign_sessions_are_refused() {
    let read = |text: &str| Session::from_json(text, &quiz()).map(|_| ()).map_err(|error| error.to_string());
    assert_eq!(read("{\"schema\": \"boussole/session/1\"}"), Ok(()));
    let other = read("{\"schema\": \"boussole/session/9\"}").expect_err("is of another version");
    assert!(other.contains("expected schema \"boussole/session/1\", found \"boussole/session/9\""), "{other}");
    let twice = "{\"schema\": \"boussole/session/1\", \"given\": [{\"question\": \"a-1\", \"answer\": \"no\"}, \
                 {\"question\": \"a-1\", \"answer\": \"yes\"}]}";
    assert!(read(twice).expect_err("has two answers").contains("question a-1: expected one answer, found two"));
    let gone = "{\"schema\": \"boussole/session/1\", \"given\": [{\"question\": \"z\", \"answer\": \"no\"}]}";
    assert!(read(gone).expect_err("has no such question").starts_with("session: expected a question of the quiz, found « z »"));
    assert!(read("[]").is_err() && read("").is_err());
}
