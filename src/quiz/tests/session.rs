//! - Giving the answers of a session again makes the same bytes and asks the same questions.
//! - Taking back undoes an answer wholly.
//! - Each rule ends the questions about interests, and says so; progress never promises what does not come.
//! - The profile is the mean by loading; a question against an interest is mirrored.
//! - Every interest is asked once before any is asked twice, and the end is only told when all were asked.
//! - No answer to a constraint raises an interest; what was refused already is not asked again.
//! - The filter of the level follows the wish; the portrait tells what was answered, and an answer can be changed in place.
//! - Answers to other questions, second answers and answers of another kind are refused whole.

use proptest::prelude::*;

use super::{catalogue, questions};
use crate::catalogue::{AccessLevel, Catalogue, Sector};
use crate::profile::Feature;
use crate::quiz::{
    Answer, Asks, Choice, LevelAsked, Order, Question, QuestionKind, Quiz, SectorChoice, SectorsAsked, Session, Settings, Stop,
    Wording,
};

const INTERESTS: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];

/// Eight interests asked twice, two sectors, one constraint, two questions about studies and their filter.
fn quiz() -> Quiz {
    let mut metiers = vec![vec!["a", "b"], vec!["a", "c"], vec!["b", "c", "d"]];
    metiers.extend(INTERESTS.iter().map(|label| vec![*label]));
    let metiers: Vec<&[&str]> = metiers.iter().map(Vec::as_slice).collect();
    let silent = catalogue(&metiers);
    let metiers = silent.metiers().iter().enumerate().map(|(place, metier)| {
        let mut metier = (**metier).clone();
        metier.sectors = vec![Sector::new(["bois", "mer"][place % 2])];
        metier
    });
    let catalogue = Catalogue::from_metiers(metiers.collect::<Vec<_>>()).catalogue;
    let mut all = questions(&INTERESTS);
    let against = vec![("b".to_owned(), -1.0), ("c".to_owned(), -0.5)];
    all.push(Question::new(
        "limit",
        "Ça te gêne ?",
        "Any trouble?",
        Asks::Constraint { interests: against, gate: crate::profile::Gates::default(), said: None },
    ));
    let choice = |level: AccessLevel| Choice { fr: level.to_string(), en: level.to_string(), adult: None, level };
    for (id, sets) in [("willing", LevelAsked::Willing), ("reached", LevelAsked::Reached)] {
        let choices = [AccessLevel::Cap, AccessLevel::Bac, AccessLevel::BacPlus2].map(choice).to_vec();
        all.push(Question::new(id, "Quel niveau ?", "Which level?", Asks::AccessLevel { sets, choices }));
    }
    let [only, longer] = ["Jusque-là", "Plus loin"].map(|words| Wording::new(words, words));
    all.push(Question::new("filter", "Et plus loin ?", "And beyond?", Asks::LevelFilter { only, longer }));
    let sector = |label: &str| SectorChoice { fr: label.to_owned(), en: label.to_owned(), sector: label.to_owned() };
    all.extend(["bois", "mer"].map(|label| Question::new(label, "Ce secteur ?", "This one?", Asks::Sector(label.to_owned()))));
    let choices = ["bois", "mer"].map(sector).to_vec();
    all.push(Question::new("list", "Lesquels ?", "Which?", Asks::Sectors { most: 1, choices }));
    Quiz::new(all, &catalogue).expect("is in order")
}

const EIGHT: [Answer; 8] = [
    Answer::No,
    Answer::RatherNo,
    Answer::Neither,
    Answer::RatherYes,
    Answer::Yes,
    Answer::DontKnow,
    Answer::Skip,
    Answer::NotPossible,
];

/// Asks to the end with these answers, in turn.
fn asked(quiz: &Quiz, settings: Settings, answers: &[usize]) -> Session {
    let mut session = Session::new(settings).with_seed(3);
    let mut answers = answers.iter().cycle();
    while let Some(question) = session.next_question(quiz) {
        let answer = EIGHT[*answers.next().expect("a cycle does not end")].clone();
        let answer = match question.kind() {
            _ if answer.is_open() => answer,
            QuestionKind::AccessLevel => Answer::Level(AccessLevel::Bac),
            QuestionKind::LevelFilter => Answer::OnlyUpTo,
            QuestionKind::Sectors => Answer::Sectors(vec!["mer".to_owned()]),
            QuestionKind::Words => Answer::Words(vec!["dessiner".to_owned()]),
            QuestionKind::Sector | QuestionKind::Status if answer == Answer::NotPossible => Answer::No,
            _ => answer,
        };
        session.answer(quiz, &question.id, answer).expect("fits the question that is put");
    }
    session
}

fn any_answers() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(0..8_usize, 1..30)
}

fn any_settings() -> impl Strategy<Value = Settings> {
    let sectors = prop::sample::select(&[SectorsAsked::List, SectorsAsked::OneByOne, SectorsAsked::Not]);
    let order = prop::sample::select(&[Order::Adaptive, Order::Adaptive, Order::Static]);
    (order, 0..20_usize, 0..50_usize, 0.0..0.3f64, 0..3_usize, sectors).prop_map(
        |(order, min_questions, max_questions, min_information, max_wordings, sectors)| Settings {
            order,
            min_questions,
            max_questions,
            min_information,
            max_wordings,
            sectors,
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
            replayed.answer(&quiz, &given.question, given.answer.clone()).expect("fits as it did");
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
        shorter.answer(&quiz, &last.question, last.answer.clone()).expect("fits as it did");
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

proptest! {
    #[test]
    fn every_interest_is_asked_before_any_is_asked_twice(answers in any_answers(), settings in any_settings()) {
        let quiz = quiz();
        let session = asked(&quiz, settings, &answers);
        let about = |id: &str| quiz.question(id).filter(|one| one.kind() == QuestionKind::Interest).map(|one| one.interests()[0].0.clone());
        let interests: Vec<String> = session.given().iter().filter_map(|given| about(&given.question)).collect();
        let n_first = interests.len().min(INTERESTS.len());
        let distinct: std::collections::BTreeSet<&String> = interests[..n_first].iter().collect();
        prop_assert_eq!(distinct.len(), n_first);
        let progress = session.progress(&quiz);
        let is_over = !matches!(progress.stop, Some(Stop::Length));
        prop_assert!(!is_over || n_first == INTERESTS.len() || settings.max_wordings == 0);
        prop_assert_eq!(progress.n_unasked, if settings.max_wordings == 0 { 0 } else { INTERESTS.len() - n_first });
    }

    #[test]
    fn no_answer_to_a_constraint_raises_an_interest(answers in any_answers(), said in 0..8_usize) {
        let quiz = quiz();
        let mut session = asked(&quiz, Settings::default(), &answers);
        session.change(&quiz, "limit", Answer::DontKnow).expect("may be left open");
        let before = session.profile(&quiz);
        session.change(&quiz, "limit", EIGHT[said].clone()).expect("may be answered");
        let after = session.profile(&quiz);
        prop_assert_eq!(before.interests(), after.interests());
        // « Plutôt oui », « oui » and « pas possible pour moi » lower, nothing else does.
        let own = after.constraints().iter().filter(|one| one.id() == "limit").count();
        prop_assert_eq!(own, usize::from([3, 4, 7].contains(&said)));
    }
}

#[test]
fn constraints_on_refused_interests_and_filters_without_a_wish_are_not_asked() {
    let quiz = quiz();
    let mut session = Session::new(Settings { max_questions: 0, ..Settings::default() });
    let asks = |session: &Session, id: &str| {
        let mut session = session.clone();
        let mut ids = Vec::new();
        while let Some(question) = session.next_question(&quiz) {
            ids.push(question.id.clone());
            let answer = if question.id == "willing" { Answer::Level(AccessLevel::Cap) } else { Answer::DontKnow };
            session.answer(&quiz, &question.id, answer).expect("is a first answer");
        }
        ids.iter().any(|asked| asked == id)
    };
    assert!(asks(&session, "limit") && asks(&session, "filter"));
    session.answer(&quiz, "b-1", Answer::No).expect("is a first answer");
    assert!(asks(&session, "limit"), "c was not refused");
    session.answer(&quiz, "c-1", Answer::RatherNo).expect("is a first answer");
    assert!(!asks(&session, "limit"));
    session.answer(&quiz, "willing", Answer::DontKnow).expect("may be left open");
    assert!(!asks(&session, "filter"));
}

#[test]
fn a_filter_stands_where_the_wish_is_and_never_below_what_the_student_has() {
    use AccessLevel::{Bac, BacPlus2, Cap};
    let quiz = quiz();
    let limit = |willing, reached, answer: Answer| {
        let mut session = Session::new(Settings::default());
        for (id, answer) in [("willing", Answer::Level(willing)), ("reached", Answer::Level(reached)), ("filter", answer)] {
            session.answer(&quiz, id, answer).expect("is a first answer");
        }
        session.profile(&quiz).gates().max_access_level
    };
    assert_eq!(limit(Bac, Cap, Answer::OnlyUpTo), Some(Bac));
    assert_eq!(limit(Cap, BacPlus2, Answer::OnlyUpTo), Some(BacPlus2));
    assert_eq!(limit(Bac, Cap, Answer::LongerToo), None);
}

#[test]
fn a_portrait_tells_what_was_answered_left_open_and_not_asked_and_can_be_corrected() {
    let quiz = quiz();
    let catalogue = catalogue(&[&INTERESTS]);
    let mut session = Session::new(Settings::default());
    let answers = [("a-1", Answer::Yes), ("b-1", Answer::No), ("c-1", Answer::Neither), ("d-1", Answer::DontKnow)];
    for (id, answer) in answers.into_iter().chain([("e-1", Answer::NotPossible), ("mer", Answer::RatherYes)]) {
        session.answer(&quiz, id, answer).expect("is a first answer");
    }
    let labels = |features: &[Feature]| features.iter().map(|one| one.label.clone()).collect::<Vec<_>>();
    let portrait = session.portrait(&quiz, &catalogue);
    assert_eq!((labels(&portrait.likes), labels(&portrait.avoids)), (vec!["a".into(), "mer".into()], vec!["b".into()]));
    assert_eq!((labels(&portrait.neither), &portrait.left_open), (vec!["c".into()], &vec!["d".to_owned()]));
    assert_eq!((&portrait.not_possible, portrait.not_asked.join("")), (&vec!["e".to_owned()], "fgh".to_owned()));
    assert_eq!(quiz.questions_about("B"), ["b-1", "b-2"]);
    session.change(&quiz, "b-1", Answer::RatherYes).expect("fits");
    assert_eq!(session.given()[1].answer, Answer::RatherYes, "in its place");
    assert_eq!(labels(&session.portrait(&quiz, &catalogue).likes), ["a", "b", "mer"]);
    assert!(session.change(&quiz, "b-1", Answer::OnlyUpTo).is_err());
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
    // Every interest is asked before any is asked twice, however little it tells.
    ends(Settings { min_questions: 4, min_information: 0.3, ..none }, 8, Stop::LittleToLearn);
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
    // What bothers lowers apart from the answers: b by 1, c by ½.
    assert_eq!(profile.interests().iter().collect::<Vec<_>>(), [("b", 0.75)]);
    let constraint = &profile.constraints()[0];
    assert_eq!((constraint.id(), constraint.fr()), ("limit", "Ça te gêne ?"));
    assert_eq!(constraint.lowers().collect::<Vec<_>>(), [("b", 1.0), ("c", 0.5)]);
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
    refused("a-3", Answer::No, "session: expected a question of the quiz, found « a-3 »; the nearest are a-1, a-2");
    refused("willing", Answer::Yes, "session: question willing: expected one of its levels, dont_know or skip, found Yes");
    refused(
        "willing",
        Answer::Level(AccessLevel::BacPlus8),
        "session: question willing: expected one of its levels, dont_know or skip, found Level(BacPlus8)",
    );
    refused(
        "b-1",
        Answer::Level(AccessLevel::Bac),
        "session: question b-1: expected one of the five points, not_possible, dont_know or skip, found Level(Bac)",
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
        "{\"schema\": \"boussole/session/2\",\"seed\": 7,\"settings\": {\"order\": \"adaptive\",\"min_questions\": 12,\
         \"max_questions\": 30,\"min_information\": 0.05,\"max_wordings\": 2,\"sectors\": \"list\"},\"given\": [{\"question\": \"a-1\",\
         \"answer\": \"rather_yes\"},{\"question\": \"willing\",\"answer\": {\"level\": \"Bac ou équivalent\"}}]}"
    );
}

#[cfg(feature = "json")]
#[test]
fn foreign_sessions_are_refused() {
    let read = |text: &str| Session::from_json(text, &quiz()).map(|_| ()).map_err(|error| error.to_string());
    assert_eq!(read("{\"schema\": \"boussole/session/2\"}"), Ok(()));
    // A session of the first version is read, with the settings it has.
    let old = "{\"schema\": \"boussole/session/1\", \"settings\": {\"order\": \"adaptive\", \"min_questions\": 12, \"max_questions\": 30, \
               \"min_information\": 0.05, \"max_wordings\": 2}, \"given\": [{\"question\": \"a-1\", \"answer\": \"skip\"}]}";
    assert_eq!(read(old), Ok(()));
    let other = read("{\"schema\": \"boussole/session/9\"}").expect_err("is of another version");
    assert!(other.contains("expected schema \"boussole/session/2\", found \"boussole/session/9\""), "{other}");
    let twice = "{\"schema\": \"boussole/session/1\", \"given\": [{\"question\": \"a-1\", \"answer\": \"no\"}, \
                 {\"question\": \"a-1\", \"answer\": \"yes\"}]}";
    assert!(read(twice).expect_err("has two answers").contains("question a-1: expected one answer, found two"));
    let gone = "{\"schema\": \"boussole/session/1\", \"given\": [{\"question\": \"z\", \"answer\": \"no\"}]}";
    assert!(read(gone).expect_err("has no such question").starts_with("session: expected a question of the quiz, found « z »"));
    assert!(read("[]").is_err() && read("").is_err());
}

#[test]
fn words_are_asked_once_and_kept_as_written() {
    let catalogue = catalogue(&[&["a"]]);
    let ask = |id: &str| Question::new(id, "Quels mots ?", "Which words?", Asks::Words);
    let quiz = Quiz::new(vec![ask("words")], &catalogue).expect("is in order");
    let mut session = Session::new(Settings::default());
    assert_eq!(session.next_question(&quiz).map(Question::kind), Some(QuestionKind::Words));
    let words = |words: &[&str]| Answer::Words(words.iter().map(|word| (*word).to_owned()).collect());
    let long = "x".repeat(2001);
    for wrong in [words(&[]), words(&[" "]), words(&[&long]), Answer::Yes, Answer::NotPossible] {
        assert!(session.answer(&quiz, "words", wrong.clone()).is_err(), "{wrong:?}");
    }
    session.answer(&quiz, "words", words(&["mangas, dessiner", "chevaux"])).expect("are words");
    assert_eq!(session.next_question(&quiz), None);
    assert_eq!(session.profile(&quiz).words(), ["chevaux", "mangas, dessiner"]);
    assert_eq!(session.portrait(&quiz, &catalogue).words, ["chevaux", "mangas, dessiner"]);
    assert_eq!(quiz.questions_about("words"), ["words"]);
    let twice = Quiz::new(vec![ask("words"), ask("more")], &catalogue).expect_err("is asked twice").to_string();
    assert!(twice.contains("question more: expected one question of kind words, found words before it"), "{twice}");
}

#[cfg(feature = "json")]
#[test]
fn words_come_back_from_json() {
    let quiz = Quiz::new(vec![Question::new("words", "Quels mots ?", "Which words?", Asks::Words)], &catalogue(&[&["a"]]));
    let quiz = quiz.expect("is in order");
    let mut session = Session::new(Settings::default());
    session.answer(&quiz, "words", Answer::Words(vec!["chevaux".to_owned()])).expect("are words");
    let text = session.to_json();
    assert!(text.contains("\"words\": [\n") && Session::from_json(&text, &quiz) == Ok(session), "{text}");
}
