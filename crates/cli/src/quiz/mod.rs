//! `boussole quiz`: ask a student, on a terminal or through a pipe, and recommend; or simulate students.

mod options;
mod ended;
mod resume;
mod lines;
mod keys;
mod terminal;
mod simulate;

use std::io::{self, BufRead, BufReader, IsTerminal};
use std::path::{Path, PathBuf};

use boussole::quiz::{QuestionKind, Quiz, Session, Settings};
use boussole::{Catalogue, Recommender};
use boussole_report::{
    PortraitScreen, QuizNotice, RecommendationReport, Report, ending_words, observation_words, quiz_json, wrapped,
};
use console::Term;

use crate::failure::Failure;
use crate::message::tell;
use crate::purposes::{self, PRINTED};
use crate::{input, output};
use ended::Ended;
use lines::Lines;
use options::QuizFormat;
pub(crate) use options::QuizOptions;
use terminal::Terminal;

pub(crate) fn run(options: &QuizOptions) -> Result<(), Failure> {
    if options.format == QuizFormat::Svg && options.simulate.is_none() {
        let message = "the argument '--format svg' cannot be used without '--simulate <N>'";
        return Err(Failure::Usage(message.to_owned()));
    }
    check_purposes(options)?;
    let recommender = input::recommender(&options.source)?;
    let quiz = quiz(options, recommender.catalogue())?;
    match options.simulate {
        Some(n_students) => simulate::run(options, &quiz, &recommender, n_students as usize),
        None => ask(options, &quiz, &recommender),
    }
}

/// A session may be kept where it was resumed from: that is how one goes on.
fn check_purposes(options: &QuizOptions) -> Result<(), Failure> {
    let files = options.questions.iter().chain(&options.answers).map(PathBuf::as_path);
    let inputs: Vec<&Path> = options.source.paths().into_iter().chain(files).collect();
    let outputs = [Some(Path::new(PRINTED)), options.save.as_deref(), options.svg.as_deref()];
    purposes::check(&inputs, &outputs.into_iter().flatten().collect::<Vec<_>>())
}

/// The questions that were asked for, checked against the catalogue.
fn quiz(options: &QuizOptions, catalogue: &Catalogue) -> Result<Quiz, Failure> {
    let quiz = input::quiz(options.questions.as_deref(), catalogue)?;
    if !options.source.quiet {
        // A sector that no métier has is nothing to ask about.
        for set_aside in quiz.set_aside().iter().filter(|one| one.kind != QuestionKind::Sector) {
            let labels: Vec<String> = set_aside.labels.iter().map(|label| format!("« {label} »")).collect();
            tell!("quiz: question {} is set aside: no métier carries {}", set_aside.id, labels.join(", "));
        }
        for label in quiz.unasked_interests() {
            tell!("quiz: no question asks about « {label} »");
        }
    }
    Ok(quiz)
}

fn ask(options: &QuizOptions, quiz: &Quiz, recommender: &Recommender) -> Result<(), Failure> {
    let mut session = session(options, quiz)?;
    let mut was_shown = false;
    let keep = |session: &Session| match &options.save {
        None => Ok(()),
        Some(path) => output::write(path, &session.to_json()),
    };
    let (voice, is_quiet) = (options.voice.voice(), options.source.quiet);
    let ended = match &options.answers {
        Some(path) => {
            let mut lines = Lines { quiz, keep: &keep, name: path, voice, is_quiet, shows_questions: false };
            lines.ask(&mut session, &mut input::read(path)?.as_bytes())?
        }
        None if io::stdin().is_terminal() && io::stderr().is_terminal() => {
            was_shown = true;
            Terminal::new(quiz, recommender.catalogue(), &keep, options.save.is_some(), voice).ask(&mut session)?
        }
        None => {
            let lines: &mut dyn BufRead = &mut BufReader::new(io::stdin().lock());
            let name = Path::new("standard input");
            Lines { quiz, keep: &keep, name, voice, is_quiet, shows_questions: !is_quiet }.ask(&mut session, lines)?
        }
    };
    keep(&session)?;
    match ended {
        Ended::Left(file) => leave(options, &session, file),
        Ended::Finished => recommend(options, quiz, &session, recommender, was_shown),
    }
}

/// Keeps the session of a student who leaves, and says how to go on.
fn leave(options: &QuizOptions, session: &Session, file: Option<PathBuf>) -> Result<(), Failure> {
    let voice = options.voice.voice();
    let unnamed = file.filter(|file| !file.as_os_str().is_empty());
    if let Some(file) = &unnamed {
        output::write(file, &session.to_json())?;
    }
    let notice = match options.save.as_ref().or(unnamed.as_ref()) {
        Some(file) => QuizNotice::Kept { command: &resume::command(file) }.words(voice),
        None => QuizNotice::NotKept.words(voice),
    };
    tell!("{notice}");
    Ok(())
}

/// A new session, or one that was saved.
fn session(options: &QuizOptions, quiz: &Quiz) -> Result<Session, Failure> {
    if let Some(path) = &options.resume {
        return Session::from_json(&input::read(path)?, quiz).map_err(|error| Failure::in_file(path, error));
    }
    let defaults = Settings::default();
    let max_questions = options.max_questions.unwrap_or(defaults.max_questions);
    let settings = Settings { max_questions, order: options.order.into(), sectors: options.sectors.into(), ..defaults };
    Ok(Session::new(settings).with_seed(options.seed))
}

/// The list, after the portrait where it was not shown and corrected already.
fn recommend(
    options: &QuizOptions,
    quiz: &Quiz,
    session: &Session,
    recommender: &Recommender,
    was_shown: bool,
) -> Result<(), Failure> {
    let profile = session.profile(quiz);
    let ranking = recommender.recommend(&profile, options.top)?;
    let report = RecommendationReport::new(recommender, &profile, &ranking)?;
    let voice = options.voice.voice();
    let told = |report: String| {
        let ending = ending_words(&session.progress(quiz), voice);
        let portrait = PortraitScreen::new(&session.portrait(quiz, recommender.catalogue()), voice);
        let portrait = (!was_shown).then(|| portrait.text());
        let noticed = observation_words(session, quiz, voice);
        let words: Vec<String> = ending.into_iter().chain(noticed).chain(portrait).chain([report]).collect();
        words.join("\n\n")
    };
    output::print(&match options.format {
        QuizFormat::Json => quiz_json(&report, session, quiz, voice),
        QuizFormat::Markdown => told(report.markdown(voice)),
        QuizFormat::Text | QuizFormat::Svg => fitted(&told(report.text(voice))),
    })
}

/// The text in lines that fit the terminal, where it goes to one.
fn fitted(text: &str) -> String {
    let term = Term::stdout();
    if !term.is_term() {
        return text.to_owned();
    }
    let width = terminal::width(&term);
    let fit = |line: &str| {
        // What follows goes on below the first word, behind a number or a mark.
        let indent = line.len() - line.trim_start().len();
        wrapped(line, width, &" ".repeat(if indent == 0 { 0 } else { indent + 2 })).join("\n")
    };
    text.split('\n').map(fit).collect::<Vec<_>>().join("\n")
}
