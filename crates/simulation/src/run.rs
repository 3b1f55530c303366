//! Running a simulation: every student is asked in every way.

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::policy::{CHECKPOINTS, Policy, questions};
use super::standing::{Scorer, Standing, found};
use super::student::{Student, StudentKind};
use boussole::catalogue::AccessLevel;
use boussole::quiz::{QuestionKind, Quiz, QuizError, Session, Settings};
use boussole::ranking::Recommender;

/// The results of asking simulated students of one kind.
///
/// All lists of numbers have one entry per student, in the same order, so that ways of asking can be compared student by student.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Simulation {
    /// The kind of students.
    pub kind: StudentKind,
    /// The access level of each hidden métier.
    pub levels: Vec<Option<AccessLevel>>,
    /// One curve per policy, in the order of [`Policy::ALL`].
    pub curves: Vec<Curve>,
    /// The results of the quiz with its stopping rule.
    pub stopped: Stopped,
    /// How many interests the quiz asks about.
    pub n_topics: usize,
    /// The probability that the hidden métier is among the first ten after every interest was asked once.
    pub all_once: Vec<f64>,
    /// The same after every wording was asked.
    pub all_wordings: Vec<f64>,
    /// The results of the whole quiz, with its sectors, studies, statuses and constraints.
    pub whole: Whole,
}

/// The results of the whole quiz, ranked with the weights of the recommender.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Whole {
    /// How many questions of any kind were asked.
    pub n_questions: Vec<f64>,
    /// Whether the hidden métier is among the first ten, 1 or 0.
    pub hits: Vec<f64>,
}

/// How a policy fares as the number of questions grows.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Curve {
    /// The policy.
    pub policy: Policy,
    /// One point per checkpoint, as long as questions remain.
    pub points: Vec<CurvePoint>,
}

/// A policy after some questions.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CurvePoint {
    /// How many questions were asked.
    pub n_questions: usize,
    /// Tie-tolerant overlap of the first ten with the full questionnaire, in [0, 1].
    pub overlaps: Vec<f64>,
    /// The probability that the hidden métier is among the first ten, over orders of ties.
    pub hits: Vec<f64>,
}

/// The results of the quiz with its stopping rule.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Stopped {
    /// How many questions were asked.
    pub n_questions: Vec<f64>,
    /// Tie-tolerant overlap of the first ten with every wording answered, in [0, 1].
    pub overlaps: Vec<f64>,
    /// The probability that the hidden métier is among the first ten, over orders of ties.
    pub hits: Vec<f64>,
    /// Whether the session observed something about the answers, 1 or 0.
    pub noticed: Vec<f64>,
}

/// Asks simulated students in every way, with the quiz's questions about interests and the catalogue of the recommender.
///
/// Scores are those of interests alone, whatever the weights of the recommender, since only interests are asked. The same arguments yield the same result.
///
/// # Errors
///
/// [`QuizError`] when the quiz has no question about an interest of this catalogue.
pub fn simulate(
    quiz: &Quiz,
    recommender: &Recommender,
    settings: Settings,
    kind: StudentKind,
    n_students: usize,
    seed: u64,
) -> Result<Simulation, QuizError> {
    let about_interests = quiz.questions().iter().filter(|question| question.kind() == QuestionKind::Interest).cloned();
    let all = quiz;
    let quiz = Quiz::new(about_interests.collect(), recommender.catalogue())?.with_likelihood(quiz.likelihood().clone());
    let scorer = Scorer::new(recommender.catalogue());
    let asked = |number: u64| {
        let student = Student::draw(kind, recommender.catalogue(), all, seed, number);
        let level = recommender.catalogue().metiers()[student.target].access_level;
        let whole = student.asked(all, settings);
        let whole = (whole.given().len() as f64, found(recommender, &whole.profile(all), student.target));
        Outcome::of(&quiz, &scorer, settings, student.before(all, &quiz), level, whole)
    };
    let mut simulation = Simulation::empty(kind, &quiz);
    for outcome in (0..n_students as u64).into_par_iter().map(asked).collect::<Vec<Outcome>>() {
        simulation.add(outcome);
    }
    Ok(simulation)
}

impl Simulation {
    fn empty(kind: StudentKind, quiz: &Quiz) -> Self {
        let curve = |policy: Policy| {
            let point = |n_questions| CurvePoint { n_questions, overlaps: Vec::new(), hits: Vec::new() };
            Curve { policy, points: checkpoints(policy, quiz).map(point).collect() }
        };
        Self {
            kind,
            levels: Vec::new(),
            curves: Policy::ALL.into_iter().map(curve).collect(),
            stopped: Stopped::default(),
            n_topics: quiz.topics().len(),
            all_once: Vec::new(),
            all_wordings: Vec::new(),
            whole: Whole::default(),
        }
    }

    fn add(&mut self, outcome: Outcome) {
        self.levels.push(outcome.level);
        self.all_once.push(outcome.all_once);
        self.all_wordings.push(outcome.all_wordings);
        self.whole.n_questions.push(outcome.whole.0);
        self.whole.hits.push(outcome.whole.1);
        let points = self.curves.iter_mut().flat_map(|curve| &mut curve.points);
        for (point, fit) in points.zip(outcome.points) {
            point.overlaps.push(fit.overlap);
            point.hits.push(fit.hit);
        }
        self.stopped.n_questions.push(outcome.n_questions);
        self.stopped.overlaps.push(outcome.stopped.overlap);
        self.stopped.hits.push(outcome.stopped.hit);
        self.stopped.noticed.push(outcome.noticed);
    }
}

/// How well the first ten fit a student.
struct Fit {
    overlap: f64,
    hit: f64,
}

/// The results of asking one student in every way.
struct Outcome {
    level: Option<AccessLevel>,
    all_once: f64,
    all_wordings: f64,
    /// By policy, then by checkpoint.
    points: Vec<Fit>,
    n_questions: f64,
    stopped: Fit,
    noticed: f64,
    /// Of the whole quiz: its length, and whether it finds the hidden métier.
    whole: (f64, f64),
}

impl Outcome {
    fn of(
        quiz: &Quiz,
        scorer: &Scorer,
        settings: Settings,
        mut student: Student,
        level: Option<AccessLevel>,
        whole: (f64, f64),
    ) -> Self {
        let first_wordings: Vec<usize> = quiz.topics().iter().map(|topic| topic.wordings[0]).collect();
        let every: Vec<usize> = (0..quiz.questions().len()).collect();
        let all_once = standing(quiz, scorer, &student, &first_wordings);
        let all_wordings = standing(quiz, scorer, &student, &every);
        let target = student.target;
        let fit = |now: &Standing, full: &Standing| Fit { overlap: now.overlap(full), hit: now.shows(target) };
        let mut points = Vec::new();
        for policy in Policy::ALL {
            let full = if policy.max_wordings() == 1 { &all_once } else { &all_wordings };
            let asked = questions(policy, quiz, &mut student);
            let now = |n_questions: usize| standing(quiz, scorer, &student, &asked[..n_questions]);
            points.extend(checkpoints(policy, quiz).map(|n_questions| fit(&now(n_questions), full)));
        }
        let session = student.asked(quiz, settings);
        let asked: Vec<usize> = session.given().iter().filter_map(|given| quiz.position(&given.question)).collect();
        Self {
            level,
            all_once: all_once.shows(target),
            all_wordings: all_wordings.shows(target),
            points,
            n_questions: asked.len() as f64,
            stopped: fit(&standing(quiz, scorer, &student, &asked), &all_wordings),
            noticed: f64::from(u8::from(!session.observations(quiz).is_empty())),
            whole,
        }
    }
}

/// The checkpoints that a policy reaches with the available questions.
fn checkpoints(policy: Policy, quiz: &Quiz) -> impl Iterator<Item = usize> + use<> {
    let n_wordings: usize = quiz.topics().iter().map(|topic| topic.wordings.len().min(policy.max_wordings())).sum();
    CHECKPOINTS.into_iter().filter(move |n_questions| *n_questions <= n_wordings)
}

/// The ranking after a student has answered these questions.
fn standing(quiz: &Quiz, scorer: &Scorer, student: &Student, asked: &[usize]) -> Standing {
    let mut session = Session::new(Settings::default());
    for question in asked {
        let answered = session.answer(quiz, &quiz.questions()[*question].id, student.answers[*question].clone());
        answered.expect("each question is asked once, and an interest takes one of the five points");
    }
    scorer.standing(&session.profile(quiz))
}
