//! Reads files, folders and bytes into a catalogue: which files are read, and in which order.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "files are read here and nowhere else")]

use std::fs::{self, File};
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::format::Format;
use super::limits::MAX_FOLDER_DEPTH;
use super::stream;
use crate::catalogue::builder::CatalogueBuilder;
use crate::catalogue::{Catalogue, Loaded, Problem, ProblemKind};

/// Why no catalogue could be read at all.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The path cannot be opened.
    #[error("expected a file or folder of fiches at {path}, found: {source}")]
    Unreadable {
        /// The path.
        path: PathBuf,
        /// The message of the operating system.
        source: io::Error,
    },
    /// The files contain no fiche.
    #[error(
        "expected at least one fiche in {path}, found none ({n_problems} problems); a fiche is a .md file with a line « **ID:** MET.… », \
         an element <metier> of an .xml file, a row of a .csv table with columns id and libelle, or part of a catalogue that was converted"
    )]
    NoFiche {
        /// The path or paths, separated by commas.
        path: String,
        /// The number of problems.
        n_problems: usize,
        /// The problems.
        problems: Vec<Problem>,
    },
}

impl Catalogue {
    /// Reads one file or a folder of fiches: Markdown, Idéo XML, CSV table, JSON, or a ZIP archive of these.
    ///
    /// The content of each file decides its format, otherwise the ending of its name. A folder is read with its sub-folders in the
    /// order of paths; names that begin with a dot are skipped.
    ///
    /// # Errors
    ///
    /// [`ReadError`] if the path cannot be opened or contains no fiche. Faults in the data are not errors: they are listed in
    /// [`Loaded::problems`], and everything else is read.
    pub fn read(path: impl AsRef<Path>) -> Result<Loaded, ReadError> {
        Self::read_all(&[path])
    }

    /// Reads several files or folders into one catalogue. Of two fiches with the same identifier, the
    /// first is kept.
    ///
    /// # Errors
    ///
    /// The same as those of [`read`](Self::read).
    pub fn read_all<P: AsRef<Path>>(paths: &[P]) -> Result<Loaded, ReadError> {
        let mut builder = CatalogueBuilder::default();
        for path in paths {
            let path = path.as_ref();
            let files = list(path).map_err(|source| ReadError::Unreadable { path: path.to_owned(), source })?;
            for file in files {
                if builder.is_overfull() {
                    break;
                }
                read_file(&file, &mut builder);
            }
        }
        let names: Vec<String> = paths.iter().map(|path| path.as_ref().display().to_string()).collect();
        finish(names.join(", "), builder)
    }

    /// Reads the content of one file. Problems cite the name, and its ending decides the format if the content does not.
    ///
    /// ```
    /// use boussole::Catalogue;
    /// let loaded = Catalogue::read_bytes("botaniste.md", "# botaniste\n**ID:** MET.1".as_bytes())?;
    /// assert_eq!(loaded.catalogue.len(), 1);
    /// # Ok::<(), boussole::catalogue::ReadError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ReadError::NoFiche`] if it contains no fiche.
    pub fn read_bytes(name: &str, bytes: &[u8]) -> Result<Loaded, ReadError> {
        let mut builder = CatalogueBuilder::default();
        read_input(&name.into(), &mut Cursor::new(bytes), &mut builder);
        finish(name.to_owned(), builder)
    }
}

fn finish(path: String, builder: CatalogueBuilder) -> Result<Loaded, ReadError> {
    if builder.placed.is_empty() {
        let problems = builder.problems;
        return Err(ReadError::NoFiche { path, n_problems: problems.len(), problems });
    }
    Ok(Catalogue::assemble(builder))
}

/// The files below a path in sorted order, or the path itself if it is a file.
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
        } else if Format::of_name(&entry.to_string_lossy()).is_some() {
            files.push(entry);
        }
    }
    Ok(())
}

fn read_file(path: &Path, builder: &mut CatalogueBuilder) {
    let source: Arc<str> = path.display().to_string().into();
    match File::open(path) {
        Ok(mut file) => read_input(&source, &mut file, builder),
        Err(error) => {
            stream::report(&source, ProblemKind::Unreadable { reason: error.to_string() }, builder);
            builder.finish_file(&source);
        }
    }
}

/// Reads all fiches of one file, in any format.
fn read_input(source: &Arc<str>, input: &mut (impl Read + Seek), builder: &mut CatalogueBuilder) {
    let outcome = stream::head(input).and_then(|head| {
        if Format::of(&head, source) == Some(Format::Zip) {
            input.seek(SeekFrom::Start(0))?;
            read_archive(source, input, builder);
            Ok(())
        } else {
            stream::read_stream(source, &head, input, builder)
        }
    });
    if let Err(error) = outcome {
        stream::report(source, ProblemKind::Unreadable { reason: error.to_string() }, builder);
    }
    builder.finish_file(source);
}

#[cfg(feature = "zip")]
use super::zip::read as read_archive;

#[cfg(not(feature = "zip"))]
fn read_archive(source: &Arc<str>, _: &mut (impl Read + Seek), builder: &mut CatalogueBuilder) {
    stream::report(source, Format::Zip.not_built(), builder);
}
