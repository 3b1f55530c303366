//! - Contradictions, one answer everywhere and many passed over are noticed, with what was answered.
//! - Careful simulated students are rarely noticed for one answer everywhere; contradictions are as rare as the doc says.

use crate::catalogue::Catalogue;
use crate::quiz::{Answer, GivenAnswer, Observation, Quiz, Session, Settings};

fn session(quiz: &Quiz, answers: impl IntoIterator<Item = (String, Answer)>) -> Session {
    let mut session = Session::new(Settings::default());
    for (id, answer) in answers {
        session.answer(quiz, &id, answer).expect("is a first answer");
    }
    session
}

#[test]
fn a_contradiction_is_noticed() {
    let quiz = Quiz::demo(&Catalogue::demo());
    let given = [("repair-2", Answer::Yes), ("repair-1", Answer::RatherNo)].map(|(id, answer)| (id.to_owned(), answer));
    let found = session(&quiz, given.clone()).observations(&quiz);
    let given = given.map(|(question, answer)| GivenAnswer { question, answer });
    assert_eq!(found, [Observation::Contradiction { interests: vec!["réparer - bricoler - j'adore ça".into()], given }]);
    let near = [("repair-2", Answer::Yes), ("repair-1", Answer::Neither)].map(|(id, answer)| (id.to_owned(), answer));
    assert_eq!(session(&quiz, near).observations(&quiz), []);
}

#[test]
fn one_answer_everywhere_is_noticed() {
    let quiz = Quiz::demo(&Catalogue::demo());
    let first =
        |n: usize, answer: Answer| quiz.questions().iter().take(n).map(|q| (q.id.clone(), answer.clone())).collect::<Vec<_>>();
    assert_eq!(session(&quiz, first(8, Answer::Yes)).observations(&quiz), []);
    let found = session(&quiz, first(9, Answer::Yes)).observations(&quiz);
    assert_eq!(found, [Observation::SameAnswer { answer: Answer::Yes, n: 9 }]);
    let found = session(&quiz, first(8, Answer::DontKnow)).observations(&quiz);
    assert_eq!(found, [Observation::ManyOpen { n_open: 8, n_given: 8 }]);
    assert_eq!(session(&quiz, first(7, Answer::Skip)).observations(&quiz), []);
}
