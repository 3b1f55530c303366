//! `boussole class`: one page about several pupils, for whoever advises them.

use std::path::{Path, PathBuf};

use boussole::{Profile, Recommender};
use boussole_report::{ClassReport, Pupil};
use clap::Args;
use serde::Deserialize;

use crate::failure::Failure;
use crate::message::tell;
use crate::options::{LanguageOptions, PageOptions, SourceOptions};
use crate::{input, output};

/// The most pupils of a page: more are several classes.
const MAX_PUPILS: usize = 100;

#[derive(Debug, Args)]
pub(crate) struct ClassOptions {
    /// Profiles (TOML or JSON) or saved quiz sessions, one a file; a pupil has the name of their file. Two stand side by side
    #[arg(value_name = "PROFILE", required_unless_present = "profiles")]
    pub(crate) files: Vec<PathBuf>,
    /// Profiles: one JSON object with an "id" a line, as `boussole batch` takes them
    #[arg(long, value_name = "FILE")]
    pub(crate) profiles: Option<PathBuf>,
    /// The questions (TOML) of sessions that were asked others than the embedded ones
    #[arg(long, value_name = "FILE")]
    pub(crate) questions: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) source: SourceOptions,
    /// How many métiers to show of each pupil
    #[arg(long, default_value_t = 5, value_name = "K")]
    pub(crate) top: usize,
    #[command(flatten)]
    pub(crate) language: LanguageOptions,
    #[command(flatten)]
    pub(crate) output: PageOptions,
}

/// The part of a line that is not of the profile.
#[derive(Deserialize)]
struct Named {
    id: serde_json::Value,
}

/// A pupil who cannot be shown is told on standard error, and does not stop the rest.
pub(crate) fn run(options: &ClassOptions) -> Result<(), Failure> {
    let recommender = input::recommender(&options.source)?;
    let mut pupils = Vec::new();
    let mut n_bad = 0;
    let mut add = |found: Result<Pupil, String>| match found {
        Ok(pupil) => pupils.push(pupil),
        Err(message) => {
            n_bad += 1;
            tell!("boussole: {message}");
        }
    };
    for path in &options.files {
        add(of_file(path, options, &recommender));
    }
    if let Some(path) = &options.profiles {
        let text = input::read_table(path)?;
        let lines = text.trim_start_matches('\u{feff}').lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        for (index, line) in lines.take(MAX_PUPILS + 1) {
            let found = of_line(line, &recommender, options.top);
            add(found.map_err(|message| format!("{}: line {}: {message}", path.display(), index + 1)));
        }
    }
    if MAX_PUPILS < pupils.len() + n_bad {
        return Err(Failure::new(format!("expected at most {MAX_PUPILS} pupils, found more; make a page for each class")));
    }
    let (report, voice) = (ClassReport::new(recommender.catalogue(), &pupils), options.language.voice());
    output::show(&report, options.output.format, voice)?;
    if n_bad == 0 { Ok(()) } else { Err(Failure::new(format!("{n_bad} of the pupils could not be shown"))) }
}

fn of_file(path: &Path, options: &ClassOptions, recommender: &Recommender) -> Result<Pupil, String> {
    let profile = input::profile_in(path, options.questions.as_deref(), recommender.catalogue());
    let profile = profile.map_err(Failure::into_message)?;
    pupil(&name(path), &profile, recommender, options.top).map_err(|message| format!("{}: {message}", path.display()))
}

fn of_line(line: &str, recommender: &Recommender, top: usize) -> Result<Pupil, String> {
    let named: Named =
        serde_json::from_str(line).map_err(|error| format!("expected a profile with an \"id\", found: {error}"))?;
    let name = named.id.as_str().map_or_else(|| named.id.to_string(), str::to_owned);
    let profile = Profile::from_json(line).map_err(|error| error.to_string())?;
    pupil(&name, &profile, recommender, top)
}

fn pupil(name: &str, profile: &Profile, recommender: &Recommender, top: usize) -> Result<Pupil, String> {
    Pupil::new(name, profile, recommender, top).map_err(|error| error.to_string())
}

/// The name of a file without its ending.
fn name(path: &Path) -> String {
    path.file_stem().map_or_else(|| path.display().to_string(), |stem| stem.to_string_lossy().into_owned())
}
