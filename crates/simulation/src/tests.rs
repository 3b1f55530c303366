//! Properties: what a counsellor would notice is seldom noticed in careful students.

use boussole::Catalogue;
use boussole::quiz::{Observation, Quiz, Settings};

use super::student::{Student, StudentKind};

#[test]
fn careful_students_are_rarely_noticed() {
    let catalogue = Catalogue::demo();
    let quiz = Quiz::demo(&catalogue);
    let (mut n_same, mut n_contradictions, mut n_pairs) = (0, 0, 0);
    let draw = |number| Student::draw(StudentKind::Typical, &catalogue, &quiz, 1, number);
    for session in (0..1000).map(|number| draw(number).asked(&quiz, Settings::default())) {
        let observations = session.observations(&quiz);
        let is_same = |one: &&Observation| matches!(one, Observation::SameAnswer { .. });
        n_same += observations.iter().filter(is_same).count();
        n_contradictions += observations.iter().filter(|one| matches!(one, Observation::Contradiction { .. })).count();
        let is_answered = |question: &&usize| {
            let id = &quiz.questions()[**question].id;
            session.given().iter().any(|given| given.question == *id && given.answer.point().is_some())
        };
        n_pairs += quiz.topics().iter().filter(|topic| topic.wordings.iter().filter(is_answered).count() == 2).count();
    }
    assert!(n_same <= 10, "{n_same} of 1000 students");
    let share = n_contradictions as f64 / n_pairs as f64;
    assert!((0.04..0.07).contains(&share), "{n_contradictions} contradictions in {n_pairs} pairs: {share}");
}
