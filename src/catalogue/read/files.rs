//! From paths to bytes: which files are read, how large they may be, in which order.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Loaded, markdown};
use crate::catalogue::draft::Placed;
use crate::catalogue::{Catalogue, Place, Problem, ProblemKind};

/// The largest file that is read whole: a fiche has a few kilobytes, so what is larger is no fiche.
const MAX_FILE_BYTES: u64 = 4 << 20;

/// How deep folders are followed.
const MAX_FOLDER_DEPTH: usize = 16;

/// Why no catalogue could be read at all.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The path leads to nothing that can be opened.
    #[error("expected a file or folder of fiches at {path}, found: {source}")]
    Unreadable {
        /// The path that was asked for.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// There is no fiche in what was given.
    #[error(
        "expected at least one fiche in {path}, found none ({n_problems} problems); a fiche is a .md file with a line « **ID:** MET.… »"
    )]
    NoFiche {
        /// The path or paths that were asked for.
        path: String,
        /// How many problems were met there.
        n_problems: usize,
        /// The problems.
        problems: Vec<Problem>,
    },
}

impl Catalogue {
    /// Reads one file or a folder of fiches.
    ///
    /// A folder is read with its sub-folders, in the order of paths; names that begin with a dot are left out.
    ///
    /// # Errors
    ///
    /// [`ReadError`] when the path can not be opened or holds no fiche. Faults in the data are no errors: they are listed
    /// in [`Loaded::problems`], and all that is right beside them is read.
    pub fn read(path: impl AsRef<Path>) -> Result<Loaded, ReadError> {
        Self::read_all(&[path])
    }

    /// Reads several files or folders into one catalogue. Of two fiches with one identifier, the first stays.
    ///
    /// # Errors
    ///
    /// Like [`read`](Self::read).
    pub fn read_all<P: AsRef<Path>>(paths: &[P]) -> Result<Loaded, ReadError> {
        let mut problems = Vec::new();
        let mut placed = Vec::new();
        for path in paths {
            let path = path.as_ref();
            let files = list(path).map_err(|source| ReadError::Unreadable { path: path.to_owned(), source })?;
            for file in files {
                read_file(&file, &mut placed, &mut problems);
            }
        }
        if placed.is_empty() {
            let names: Vec<String> = paths.iter().map(|path| path.as_ref().display().to_string()).collect();
            return Err(ReadError::NoFiche { path: names.join(", "), n_problems: problems.len(), problems });
        }
        Ok(Self::assemble(placed, problems))
    }
}

/// The files below a path in a fixed order; the path itself, if it is a file.
fn list(path: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    if fs::metadata(path)?.is_dir() {
        walk(path, 0, &mut files)?;
    } else {
        files.push(path.to_owned());
    }
    Ok(files)
}

fn walk(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) -> io::Result<()> {
    let mut entries = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()?;
    entries.sort();
    for entry in entries {
        let is_hidden = entry.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        if is_hidden {
            continue;
        }
        if entry.is_dir() {
            if depth < MAX_FOLDER_DEPTH {
                walk(&entry, depth + 1, files)?;
            }
        } else if entry.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("md")) {
            files.push(entry);
        }
    }
    Ok(())
}

fn read_file(path: &Path, placed: &mut Vec<Placed>, problems: &mut Vec<Problem>) {
    let source: Arc<str> = path.display().to_string().into();
    let report = |kind| Problem { place: Place::of_source(&source), kind };
    match read_limited(path) {
        Ok(Some(bytes)) => markdown::read(&source, &bytes, placed, problems),
        Ok(None) => problems.push(report(ProblemKind::TooLarge { limit: MAX_FILE_BYTES })),
        Err(error) => problems.push(report(ProblemKind::Unreadable { reason: error.to_string() })),
    }
}

/// The bytes of a file, or nothing when there are more than the limit.
fn read_limited(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= MAX_FILE_BYTES).then_some(bytes))
}
