//! `boussole quiz`: ask a student, on a terminal or through a pipe, and recommend; or simulate students.

mod options;
mod ended;
mod lines;
mod terminal;
mod simulate;

use std::fs;
use std::io::{self, BufReader, IsTerminal};
use std::path::Path;

use boussole::quiz::{Quiz, Session, Settings};
use boussole::{Catalogue, Recommender};
use boussole_report::{QuizNotice, RecommendationReport, Report, ending_words, observation_words, quiz_json};

use crate::failure::Failure;
use crate::{input, output};
use ended::Ended;
use options::QuizFormat;
pub(crate) use options::QuizOptions;

pub(crate) fn run(options: &QuizOptions) -> Result<(), Failure> {
    if options.format == QuizFormat::Svg && options.simulate.is_none() {
        let message = "the argument '--format svg' cannot be used without '--simulate <N>'";
        return Err(Failure::Usage(message.to_owned()));
    }
    let recommender = input::recommender(&options.source)?;
    let quiz = quiz(options, recommender.catalogue())?;
    match options.simulate {
        Some(n_students) => simulate::run(options, &quiz, &recommender, n_students as usize),
        None => ask(options, &quiz, &recommender),
    }
}

/// The questions that were asked for, checked against the catalogue.
fn quiz(options: &QuizOptions, catalogue: &Catalogue) -> Result<Quiz, Failure> {
    let quiz = match &options.questions {
        None => Quiz::demo(catalogue),
        Some(path) => Quiz::from_toml(&input::read(path)?, catalogue).map_err(|error| Failure::in_file(path, error))?,
    };
    if !options.source.quiet {
        for set_aside in quiz.set_aside() {
            let labels: Vec<String> = set_aside.labels.iter().map(|label| format!("« {label} »")).collect();
            eprintln!("quiz: question {} is set aside: no métier carries {}", set_aside.id, labels.join(", "));
        }
        for label in quiz.unasked_interests() {
            eprintln!("quiz: no question asks about « {label} »");
        }
    }
    Ok(quiz)
}

fn ask(options: &QuizOptions, quiz: &Quiz, recommender: &Recommender) -> Result<(), Failure> {
    let mut session = session(options, quiz)?;
    let keep = |session: &Session| match &options.save {
        None => Ok(()),
        Some(path) => fs::write(path, session.to_json()).map_err(|error| Failure::in_file(path, error)),
    };
    let (voice, is_quiet) = (options.voice.voice(), options.source.quiet);
    let ended = match &options.answers {
        Some(path) => lines::ask(quiz, &mut session, &mut input::read(path)?.as_bytes(), voice, is_quiet)
            .map_err(|message| Failure::in_file(path, message))?,
        None if io::stdin().is_terminal() && io::stderr().is_terminal() => terminal::ask(quiz, &mut session, &keep, voice)?,
        None => lines::ask(quiz, &mut session, &mut BufReader::new(io::stdin().lock()), voice, is_quiet)
            .map_err(|message| Failure::in_file(Path::new("standard input"), message))?,
    };
    keep(&session)?;
    match ended {
        Ended::Left => {
            let notice = if options.save.is_some() { QuizNotice::Kept } else { QuizNotice::NotKept };
            eprintln!("{}", notice.words(voice));
            Ok(())
        }
        Ended::Finished => recommend(options, quiz, &session, recommender),
    }
}

/// A new session, or one that was saved.
fn session(options: &QuizOptions, quiz: &Quiz) -> Result<Session, Failure> {
    if let Some(path) = &options.resume {
        return Session::from_json(&input::read(path)?, quiz).map_err(|error| Failure::in_file(path, error));
    }
    let defaults = Settings::default();
    let max_questions = options.max_questions.unwrap_or(defaults.max_questions);
    let settings = Settings { max_questions, order: options.order.into(), ..defaults };
    Ok(Session::new(settings).with_seed(options.seed))
}

fn recommend(options: &QuizOptions, quiz: &Quiz, session: &Session, recommender: &Recommender) -> Result<(), Failure> {
    let profile = session.profile(quiz);
    let ranking = recommender.recommend(&profile, options.top)?;
    let report = RecommendationReport::new(recommender, &profile, &ranking);
    let voice = options.voice.voice();
    let told = |report: String| {
        let ending = ending_words(&session.progress(quiz), voice);
        let words: Vec<String> = ending.into_iter().chain(observation_words(session, quiz, voice)).chain([report]).collect();
        words.join("\n\n")
    };
    output::print(&match options.format {
        QuizFormat::Json => quiz_json(&report, session, quiz),
        QuizFormat::Markdown => told(report.markdown(voice)),
        QuizFormat::Text | QuizFormat::Svg => told(report.text(voice)),
    })
}
