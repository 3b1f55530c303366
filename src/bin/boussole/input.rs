//! From the command line to a recommender and a profile.

use std::fs;
use std::path::Path;

use boussole::catalogue::Problem;
use boussole::{Catalogue, Profile, Recommender, Weights};

use crate::arguments::{SourceOptions, StudentOptions};
use crate::failure::Failure;

/// At most so many problems are printed one by one; the rest is counted.
const MAX_PROBLEMS_SHOWN: usize = 20;

/// The recommender over the catalogue and weights that were asked for. Problems of the data go to standard error.
pub(crate) fn recommender(source: &SourceOptions) -> Result<Recommender, Failure> {
    let weights = match &source.weights {
        None => Weights::default(),
        Some(path) => Weights::from_toml(&read(path)?).map_err(|error| Failure::in_file(path, error))?,
    };
    Ok(Recommender::new(catalogue(source)?, weights)?)
}

fn catalogue(source: &SourceOptions) -> Result<Catalogue, Failure> {
    if source.catalogue.is_empty() {
        return Ok(Catalogue::demo());
    }
    let loaded = Catalogue::read_all(&source.catalogue).inspect_err(|error| {
        if let boussole::catalogue::ReadError::NoFiche { problems, .. } = error {
            show(problems);
        }
    })?;
    show(&loaded.problems);
    if source.strict && !loaded.problems.is_empty() {
        let (n, plural) = (loaded.problems.len(), if loaded.problems.len() == 1 { "" } else { "s" });
        return Err(Failure::new(format!("{n} problem{plural} in the catalogue, and --strict was given")));
    }
    Ok(loaded.catalogue)
}

fn show(problems: &[Problem]) {
    for problem in problems.iter().take(MAX_PROBLEMS_SHOWN) {
        eprintln!("problem: {problem}");
    }
    if MAX_PROBLEMS_SHOWN < problems.len() {
        eprintln!("problem: … and {} more", problems.len() - MAX_PROBLEMS_SHOWN);
    }
}

/// The profile from a file, or from answers on the command line.
pub(crate) fn profile(student: &StudentOptions) -> Result<Profile, Failure> {
    if let Some(path) = &student.profile {
        return Profile::from_text(&read(path)?).map_err(|error| Failure::in_file(path, error));
    }
    let mut builder = Profile::builder();
    for label in &student.likes {
        builder = builder.likes(label);
    }
    for label in &student.dislikes {
        builder = builder.dislikes(label);
    }
    if let Some(level) = student.reached {
        builder = builder.reached(level);
    }
    if let Some(level) = student.willing {
        builder = builder.willing(level);
    }
    Ok(builder.build()?)
}

/// The text of a file of the user.
pub(crate) fn read(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| Failure::in_file(path, format!("expected a text file, found: {error}")))
}
