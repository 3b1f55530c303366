//! From the command line to a recommender and a profile.

use std::fmt::Display;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use boussole::catalogue::{LettersReport, Loaded, MetierId, Problem, ReadError, RomeCode, RomeLetters};
use boussole::inquiry::RecordedWeights;
use boussole::quiz::{Quiz, Session};
use boussole::{Catalogue, Profile, Recommender, Weights};
use boussole_report::{Voice, unclear_name};

use crate::failure::Failure;
use crate::limits::{MAX_DOCUMENT_BYTES, MAX_TABLE_BYTES};
use crate::message::tell;
use crate::options::{QuestionOptions, SourceOptions, StudentOptions};

/// At most so many problems are printed one by one; the rest is counted.
const MAX_PROBLEMS_SHOWN: usize = 20;

/// The recommender over the catalogue and weights that were asked for. Problems of the data go to standard error.
pub(crate) fn recommender(source: &SourceOptions) -> Result<Recommender, Failure> {
    let weights = weights(source)?;
    Ok(Recommender::new(catalogue(source)?, weights)?)
}

/// What ranks for a question, the métiers that it names, and who asks.
pub(crate) fn question<const N: usize>(
    options: &QuestionOptions,
    names: [&str; N],
) -> Result<(Recommender, [MetierId; N], Profile), Failure> {
    let recommender = recommender(&options.source)?;
    let find = |name| metier(recommender.catalogue(), name, options.voice());
    let ids = names.into_iter().map(find).collect::<Result<Vec<MetierId>, Failure>>()?;
    let profile = profile(&options.student, recommender.catalogue())?;
    Ok((recommender, ids.try_into().expect("one identifier a name"), profile))
}

/// The catalogue that was asked for. Problems of the data go to standard error.
pub(crate) fn catalogue(source: &SourceOptions) -> Result<Catalogue, Failure> {
    let loaded = loaded(source)?;
    show(&loaded.problems);
    refuse_problems(source, &loaded)?;
    Ok(loaded.catalogue)
}

/// The catalogue that was asked for with its problems, for who tells them itself: they go to standard error only when `--strict`
/// makes them a failure.
pub(crate) fn catalogue_to_audit(source: &SourceOptions) -> Result<Loaded, Failure> {
    let loaded = loaded(source)?;
    refuse_problems(source, &loaded).inspect_err(|_| show(&loaded.problems))?;
    Ok(loaded)
}

/// The weights that were asked for.
pub(crate) fn weights(source: &SourceOptions) -> Result<Weights, Failure> {
    match &source.weights {
        None => Ok(Weights::default()),
        Some(path) => Weights::from_toml(&read(path)?).map_err(|error| Failure::in_file(path, error)),
    }
}

/// Where the weights are from: what their file says about it.
pub(crate) fn weights_origin(source: &SourceOptions) -> Result<RecordedWeights, Failure> {
    if source.weights.is_none() {
        return Ok(RecordedWeights::Defaults);
    }
    Ok(RecordedWeights::Given(weights(source)?.origin().map(serde_json::to_value).transpose()?))
}

/// The catalogue with the letters that were asked for; the problems of both.
fn loaded(source: &SourceOptions) -> Result<Loaded, Failure> {
    let mut loaded = if source.catalogue.is_empty() {
        Loaded { catalogue: Catalogue::demo(), problems: Vec::new() }
    } else {
        read_catalogue(&source.catalogue)?.inspect_err(|error| {
            if let ReadError::NoFiche { problems, .. } = error {
                show(problems);
            }
        })?
    };
    if let Some(path) = &source.rome_riasec {
        let table = RomeLetters::read_bytes(&name(path), &bytes(path, MAX_TABLE_BYTES)?);
        let (catalogue, report) = loaded.catalogue.with_rome_letters(&table.letters);
        loaded.catalogue = catalogue;
        loaded.problems.extend(table.problems);
        tell_codes_without_letters(source, &report);
    }
    Ok(loaded)
}

/// Codes that the table does not have: no fault of the data, but worth knowing.
fn tell_codes_without_letters(source: &SourceOptions, report: &LettersReport) {
    if !report.codes.is_empty() && !source.quiet {
        let codes: Vec<&str> = report.codes.iter().map(RomeCode::as_str).collect();
        let (n_codes, n_concerned, n_metiers) = (codes.len(), report.n_concerned, report.n_metiers);
        let have = if n_codes == 1 { "1 ROME code has".to_owned() } else { format!("{n_codes} ROME codes have") };
        tell!("note: {have} no letters in the table ({n_concerned} of {n_metiers} métiers): {}", codes.join(", "));
    }
}

fn refuse_problems(source: &SourceOptions, loaded: &Loaded) -> Result<(), Failure> {
    if source.strict && !loaded.problems.is_empty() {
        let (n, plural) = (loaded.problems.len(), if loaded.problems.len() == 1 { "" } else { "s" });
        return Err(Failure::new(format!("{n} problem{plural} in the catalogue, and --strict was given")));
    }
    Ok(())
}

fn show(problems: &[Problem]) {
    for problem in problems.iter().take(MAX_PROBLEMS_SHOWN) {
        tell!("problem: {problem}");
    }
    if MAX_PROBLEMS_SHOWN < problems.len() {
        tell!("problem: … and {} more", problems.len() - MAX_PROBLEMS_SHOWN);
    }
}

/// The métier that somebody named, by identifier or by a clear name; otherwise those to choose from, in their language.
fn metier(catalogue: &Catalogue, text: &str, voice: Voice) -> Result<MetierId, Failure> {
    let found = catalogue.find(text).map(|metier| metier.id.clone());
    found.map_err(|error| Failure::new(unclear_name(&error, voice)))
}

/// The profile from a file, or from answers on the command line, with what is kept.
fn profile(student: &StudentOptions, catalogue: &Catalogue) -> Result<Profile, Failure> {
    let mut profile = given_profile(student, catalogue)?;
    if let Some(level) = student.max_level {
        profile = profile.with_max_access_level(level);
    }
    if student.show_liked {
        profile = profile.showing_liked();
    }
    Ok(if student.keep_refused { profile.keeping_refused() } else { profile })
}

fn given_profile(student: &StudentOptions, catalogue: &Catalogue) -> Result<Profile, Failure> {
    if let Some(path) = &student.profile {
        return profile_in(path, student.questions.as_deref(), catalogue);
    }
    let mut builder = Profile::builder();
    for label in &student.likes {
        builder = builder.likes(label);
    }
    for label in &student.dislikes {
        builder = builder.dislikes(label);
    }
    for text in &student.words {
        builder = builder.words(text);
    }
    if let Some(level) = student.reached {
        builder = builder.reached(level);
    }
    if let Some(level) = student.willing {
        builder = builder.willing(level);
    }
    Ok(builder.build()?)
}

/// The profile in a file, or that which follows from the session in it, with the questions it was asked.
pub(crate) fn profile_in(path: &Path, questions: Option<&Path>, catalogue: &Catalogue) -> Result<Profile, Failure> {
    let text = read(path)?;
    if !is_session(&text) {
        return Profile::from_text(&text).map_err(|error| Failure::in_file(path, error));
    }
    let quiz = quiz(questions, catalogue)?;
    let session = Session::from_json(&text, &quiz).map_err(|error| Failure::in_file(path, error))?;
    Ok(session.profile(&quiz))
}

/// Whether a text is a session that a quiz kept, of this version or another.
fn is_session(text: &str) -> bool {
    #[derive(serde::Deserialize)]
    #[serde(expecting = "a table of names and values")]
    struct Versioned {
        schema: String,
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    serde_json::from_str::<Versioned>(text).is_ok_and(|found| found.schema.starts_with("boussole/session/"))
}

/// The questions of a file, or the embedded ones, checked against the catalogue.
pub(crate) fn quiz(questions: Option<&Path>, catalogue: &Catalogue) -> Result<Quiz, Failure> {
    match questions {
        None => Ok(Quiz::demo(catalogue)),
        Some(path) => Quiz::from_toml(&read(path)?, catalogue).map_err(|error| Failure::in_file(path, error)),
    }
}

/// The catalogue of some paths. What comes on standard input is one file.
fn read_catalogue(paths: &[PathBuf]) -> Result<Result<Loaded, ReadError>, Failure> {
    match paths {
        [path] if is_standard(path) => Ok(Catalogue::read_bytes(&name(path), &bytes(path, MAX_TABLE_BYTES)?)),
        _ if paths.iter().any(|path| is_standard(path)) => {
            Err(Failure::new("--catalogue -: expected standard input to be the only catalogue, found others"))
        }
        _ => Ok(Catalogue::read_all(paths)),
    }
}

/// The text of a file about one student, one list, one set of weights or questions.
pub(crate) fn read(path: &Path) -> Result<String, Failure> {
    text(path, MAX_DOCUMENT_BYTES)
}

/// The text of a table.
pub(crate) fn read_table(path: &Path) -> Result<String, Failure> {
    text(path, MAX_TABLE_BYTES)
}

fn text(path: &Path, limit: u64) -> Result<String, Failure> {
    let expected = |error: &dyn Display| Failure::in_file(path, format!("expected a text file, found: {error}"));
    String::from_utf8(bytes(path, limit)?).map_err(|error| expected(&error.utf8_error()))
}

/// The bytes of a file, or of standard input for `-`, read once and up to a limit.
fn bytes(path: &Path, limit: u64) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let found = open(path)?.take(limit + 1).read_to_end(&mut bytes);
    found.map_err(|error| Failure::in_file(path, format!("expected a file that can be read, found: {error}")))?;
    if limit < bytes.len() as u64 {
        return Err(Failure::in_file(path, format!("expected at most {} MiB, found more", limit >> 20)));
    }
    Ok(bytes)
}

/// Opens a file, or standard input for `-`, which can be read only once.
pub(crate) fn open(path: &Path) -> Result<Box<dyn Read + Send>, Failure> {
    static IS_TAKEN: AtomicBool = AtomicBool::new(false);
    if !is_standard(path) {
        let file = File::open(path).map_err(|error| Failure::in_file(path, format!("expected a text file, found: {error}")))?;
        return Ok(Box::new(file));
    }
    if IS_TAKEN.swap(true, Ordering::Relaxed) {
        return Err(Failure::new("-: expected standard input to be read for one purpose, found two; use a file for the other"));
    }
    Ok(Box::new(io::stdin()))
}

/// Whether a path means standard input or output.
pub(crate) fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// How messages call a file.
fn name(path: &Path) -> String {
    if is_standard(path) { "standard input".to_owned() } else { path.display().to_string() }
}
