//! Simulated students instead of a real one.

use boussole::Recommender;
use boussole::quiz::{Quiz, QuizError, Settings};
use boussole_report::{Report, SimulationReport};
use boussole_simulation::{Simulation, StudentKind, simulate};

use super::options::{QuizFormat, QuizOptions};
use crate::failure::Failure;
use crate::message::tell;
use crate::output;

/// Of each kind but the most usual one, one student in so many is simulated: means are then within ±.02.
const ONE_IN: usize = 4;

pub(super) fn run(options: &QuizOptions, quiz: &Quiz, recommender: &Recommender, n_students: usize) -> Result<(), Failure> {
    let defaults = Settings::default();
    let max_questions = options.max_questions.unwrap_or(defaults.max_questions);
    let settings = Settings { max_questions, order: options.order.into(), ..defaults };
    let of_kind = |(place, kind): (usize, StudentKind)| {
        let n_students = if place == 0 { n_students } else { n_students.div_ceil(ONE_IN) };
        if !options.source.quiet {
            tell!("quiz: asking {n_students} students, {}", kind.name());
        }
        simulate(quiz, recommender, settings, kind, n_students, options.seed)
    };
    let simulations: Result<Vec<Simulation>, QuizError> = StudentKind::ALL.into_iter().enumerate().map(of_kind).collect();
    let simulations = simulations?;
    let report = SimulationReport::new(&simulations, recommender.catalogue().len(), options.seed);
    let voice = options.voice.voice();
    if let Some(path) = &options.svg {
        output::write(path, &report.svg(voice))?;
    }
    output::print(&match options.format {
        QuizFormat::Text => report.text(voice),
        QuizFormat::Json => report.json(),
        QuizFormat::Markdown => report.markdown(voice),
        QuizFormat::Svg => report.svg(voice),
    })
}
