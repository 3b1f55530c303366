//! The outcome of a session: the profile and the portrait that follow from its answers.

use super::answer::Answer;
use super::question::{Asks, LevelAsked, Question, QuestionKind};
use super::state::SessionState;
use crate::catalogue::Catalogue;
use crate::profile::{Constraint, ConstraintKind, Portrait, Profile, ProfileBuilder};

/// The profile that results from the answers. Open questions leave no trace in it.
pub(super) fn profile(state: &SessionState<'_>, seed: u64) -> Profile {
    let mut builder = Profile::builder().seed(seed);
    for (label, answer) in state.quiz.interests.iter().zip(state.interest_answers()) {
        if let Some(answer) = answer {
            builder = builder.interest(label, answer);
        }
    }
    for (label, preference) in preferences(state, |asks| if let Asks::Status(label) = asks { Some(label) } else { None }, &[]) {
        builder = builder.status(label, preference);
    }
    let chosen = state.chosen_sectors();
    for (label, preference) in preferences(state, |asks| if let Asks::Sector(label) = asks { Some(label) } else { None }, &chosen)
    {
        builder = builder.sector(label, preference);
    }
    builder = state.written().fold(builder, ProfileBuilder::words);
    builder = constraints(state).into_iter().fold(builder, ProfileBuilder::constraint);
    let [reached, willing] = [LevelAsked::Reached, LevelAsked::Willing].map(|asked| state.level(asked));
    builder = reached.into_iter().fold(builder, ProfileBuilder::reached);
    builder = willing.into_iter().fold(builder, ProfileBuilder::willing);
    let is_filter = state.answered().any(|(_, answer)| *answer == Answer::OnlyUpTo);
    // What the student has is never beyond what they want.
    let limit = willing.filter(|_| is_filter).map(|willing| reached.map_or(willing, |reached| willing.max(reached)));
    let gates = state.gates();
    let lowest = [limit, gates.max_access_level].into_iter().flatten().min();
    builder = lowest.into_iter().fold(builder, ProfileBuilder::max_access_level);
    builder = gates.statuses.iter().fold(builder, |builder, status| builder.only_status(status.as_str()));
    builder = gates.sectors.iter().fold(builder, |builder, sector| builder.only_sector(sector.as_str()));
    builder.build().expect("each label is there once, means of answers are in [-1, 1], and words are not too long")
}

/// The portrait of the answers, with the interests whose questions were left open.
pub(super) fn portrait(state: &SessionState<'_>, profile: &Profile, catalogue: &Catalogue) -> Portrait {
    let quiz = state.quiz;
    let answers = state.interest_answers();
    let is_open = |interest: &usize| {
        let own = quiz.topics.iter().filter(|topic| topic.interests.contains(interest));
        let mut given = own.flat_map(|topic| &topic.wordings).filter_map(|question| state.answers[*question]).peekable();
        answers[*interest].is_none() && given.peek().is_some() && given.all(Answer::is_open)
    };
    let left_open: Vec<&str> = (0..quiz.interests.len()).filter(is_open).map(|place| quiz.interests[place].as_str()).collect();
    Portrait::of(profile, catalogue).with_left_open(&left_open)
}

/// The mean preference for each label with an answer, in the order of questions; a label that was chosen from a list has a yes more.
fn preferences<'q>(
    state: &SessionState<'q>,
    label_of: impl Fn(&'q Asks) -> Option<&'q String>,
    chosen: &[&'q str],
) -> Vec<(&'q str, f64)> {
    let graded = state
        .answered()
        .filter_map(|(position, answer)| Some((label_of(&state.quiz.questions[position].asks)?.as_str(), answer.value()?)));
    let mut sums: Vec<(&str, f64, f64)> = Vec::new();
    for (label, answer) in graded.chain(chosen.iter().map(|label| (*label, 1.0))) {
        match sums.iter_mut().find(|(seen, ..)| *seen == label) {
            Some((_, sum, n)) => (*sum, *n) = (*sum + answer, *n + 1.0),
            None => sums.push((label, answer, 1.0)),
        }
    }
    sums.into_iter().map(|(label, sum, n)| (label, sum / n)).collect()
}

/// What bothers the student and what is not possible for them, as far as it lowers an interest.
fn constraints(state: &SessionState<'_>) -> Vec<Constraint> {
    let mut constraints: Vec<Constraint> = Vec::new();
    for (position, answer) in state.answered() {
        let question = &state.quiz.questions[position];
        let constraint = match (question.kind(), answer) {
            (QuestionKind::Interest, Answer::NotPossible) => impossible(question),
            (QuestionKind::Constraint, answer) => bothering(question, answer),
            _ => None,
        };
        constraints.extend(constraint);
    }
    constraints
}

/// An interest that is not possible for the student, named by its label.
fn impossible(question: &Question) -> Option<Constraint> {
    let (label, _) = question.interests().first()?;
    let constraint = Constraint::new(&question.id, ConstraintKind::NotPossible, label, label);
    Some(lowering(constraint, question, 1.0))
}

/// What a question says that bothers the student: a yes wholly, « plutôt oui » by half.
fn bothering(question: &Question, answer: &Answer) -> Option<Constraint> {
    let Asks::Constraint { interests, said, .. } = &question.asks else { return None };
    let (kind, strength) = match answer {
        Answer::NotPossible => (ConstraintKind::NotPossible, 1.0),
        answer => (ConstraintKind::Bothers, answer.value().filter(|value| 0.0 < *value)?),
    };
    if interests.is_empty() {
        return None;
    }
    let said = said.as_ref().unwrap_or(&question.wording);
    Some(lowering(Constraint::new(&question.id, kind, &said.fr, &said.en), question, strength))
}

fn lowering(constraint: Constraint, question: &Question, strength: f64) -> Constraint {
    let lower = |constraint: Constraint, (label, loading): &(String, f64)| constraint.lowering(label, strength * loading.abs());
    question.interests().iter().fold(constraint, lower)
}
