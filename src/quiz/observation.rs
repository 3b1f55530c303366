//! What a counsellor would notice in the answers of a session, as data; the wording is in the report.

use serde::Serialize;

use super::answer::{Answer, GivenAnswer};
use super::question::QuestionKind;
use super::questions::Quiz;

/// Two wordings of an interest contradict each other from this distance on, out of the four steps between no and yes.
///
/// Careful simulated students do so in about 1 of 18 pairs, as only doubtful interests are asked again, hence 1 of 5 students
/// somewhere: it is an invitation to look again, not a fault.
const CONTRADICTION: usize = 3;

/// The number of equal answers in a row that is noticed. It happens to 3 of 1,000 careful simulated students.
///
/// Long strings are a common sign of careless answers: J. Johnson, 2005, DOI 10.1016/j.jrp.2004.09.009.
const LONG_RUN: usize = 9;

/// The number of questions from which on it is noticed that more than half were left open.
const MIN_FOR_MANY_OPEN: usize = 8;

/// Something to discuss with the student. It changes no score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Observation {
    /// Two wordings of the same interests have opposite answers.
    Contradiction {
        /// The interests.
        interests: Vec<String>,
        /// The two questions and their answers.
        given: [GivenAnswer; 2],
    },
    /// Many questions about interests in a row have the same answer.
    SameAnswer {
        /// The answer.
        answer: Answer,
        /// The number of answers in a row.
        n: usize,
    },
    /// More than half of the questions about interests were left open.
    ManyOpen {
        /// The number of questions left open.
        n_open: usize,
        /// The number of questions asked.
        n_given: usize,
    },
}

/// The observations of a session: contradictions in the order of interests, then the others.
pub(super) fn observe(quiz: &Quiz, given: &[GivenAnswer]) -> Vec<Observation> {
    let about_interests: Vec<(usize, &GivenAnswer)> = given
        .iter()
        .filter_map(|given| Some((quiz.position(&given.question)?, given)))
        .filter(|(position, _)| quiz.questions[*position].kind() == QuestionKind::Interest)
        .collect();
    let mut observations = contradictions(quiz, &about_interests);
    let answers: Vec<&Answer> = about_interests.iter().map(|(_, given)| &given.answer).collect();
    let points: Vec<&Answer> = answers.iter().copied().filter(|answer| answer.point().is_some()).collect();
    let longest = points.chunk_by(|left, right| left == right).max_by_key(|run| run.len());
    if let Some(run) = longest.filter(|run| LONG_RUN <= run.len()) {
        observations.push(Observation::SameAnswer { answer: run[0].clone(), n: run.len() });
    }
    let n_open = answers.iter().filter(|answer| answer.is_open()).count();
    if MIN_FOR_MANY_OPEN <= answers.len() && answers.len() < 2 * n_open {
        observations.push(Observation::ManyOpen { n_open, n_given: answers.len() });
    }
    observations
}

fn contradictions(quiz: &Quiz, given: &[(usize, &GivenAnswer)]) -> Vec<Observation> {
    let mut found = Vec::new();
    for topic in &quiz.topics {
        let of_topic: Vec<&(usize, &GivenAnswer)> =
            given.iter().filter(|(position, _)| topic.wordings.contains(position)).collect();
        for (index, (position, earlier)) in of_topic.iter().enumerate() {
            for (other, later) in of_topic.iter().skip(index + 1) {
                let distance = point(quiz, *position, earlier).zip(point(quiz, *other, later)).map(|(a, b)| a.abs_diff(b));
                if distance.is_some_and(|distance| CONTRADICTION <= distance) {
                    let interests = topic.interests.iter().map(|place| quiz.interests[*place].clone()).collect();
                    let given = [(*earlier).clone(), (*later).clone()];
                    found.push(Observation::Contradiction { interests, given });
                }
            }
        }
    }
    found
}

/// The point on the scale of the interest, mirrored if the question is against it.
fn point(quiz: &Quiz, position: usize, given: &GivenAnswer) -> Option<usize> {
    given.answer.point().map(|point| if quiz.is_against(position) { 4 - point } else { point })
}
