//! Reads files, folders and bytes into a catalogue: which files are read, and in which order.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "files are read here and nowhere else")]

use std::fs::{self, File};
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::format::{Beside, Format};
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
        "expected at least one fiche in {path}, found none ({n_problems} problem{}); a fiche is a .md file with a line « **ID:** MET.… », \
         an element <metier> of an .xml file, a row of a .csv table with columns id and libelle, or part of a catalogue that was converted",
        if *n_problems == 1 { "" } else { "s" }
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
    /// order of paths; hidden names are skipped, and other files that are not read are one problem.
    ///
    /// # Errors
    ///
    /// [`ReadError`] if the path cannot be opened or contains no fiche. Faults in the data are not errors: they are listed in
    /// [`Loaded::problems`], and everything else is read.
    pub fn read(path: impl AsRef<Path>) -> Result<Loaded, ReadError> {
        Self::read_all(&[path])
    }

    /// Reads several files or folders into one catalogue. Those of one métier complement each other: what the first says stands, and a
    /// different value of another is a problem. Of two fiches of one path with the same identifier, the first is kept.
    ///
    /// # Errors
    ///
    /// The same as those of [`read`](Self::read).
    pub fn read_all<P: AsRef<Path>>(paths: &[P]) -> Result<Loaded, ReadError> {
        let mut builder = CatalogueBuilder::default();
        for (number, path) in paths.iter().enumerate() {
            builder.path = number;
            let path = path.as_ref();
            let found = list(path).map_err(|source| ReadError::Unreadable { path: path.to_owned(), source })?;
            found.tell_unread(path, &mut builder);
            for file in found.files {
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
    /// # #[cfg(feature = "markdown")] {
    /// use boussole::Catalogue;
    /// let loaded = Catalogue::read_bytes("botaniste.md", "# botaniste\n**ID:** MET.1".as_bytes())?;
    /// assert_eq!(loaded.catalogue.len(), 1);
    /// # }
    /// # Ok::<(), boussole::catalogue::ReadError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ReadError::NoFiche`] if it contains no fiche.
    pub fn read_bytes(name: &str, bytes: &[u8]) -> Result<Loaded, ReadError> {
        let (source, mut builder) = (Arc::from(name), CatalogueBuilder::default());
        match Format::of(stream::head_of(bytes), &source) {
            Some(Format::Zip) => read_archive(&source, &mut Cursor::new(bytes), &mut builder),
            _ => stream::read_bytes(&source, bytes, &mut builder),
        }
        builder.finish_file(&source);
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

/// How many names a problem shows.
const N_NAMED: usize = 3;

/// What is below a path.
#[derive(Default)]
struct Found {
    /// The files that may hold fiches, in sorted order.
    files: Vec<PathBuf>,
    /// The others, with the reason.
    unread: Vec<String>,
    /// The folders that are open, by their real paths, so that no link leads back.
    open: Vec<PathBuf>,
}

/// The files below a path in sorted order, or the path itself if it is a file.
fn list(path: &Path) -> io::Result<Found> {
    let mut found = Found::default();
    if fs::metadata(path)?.is_dir() {
        found.walk(path)?;
    } else {
        found.files.push(path.to_owned());
    }
    Ok(found)
}

impl Found {
    fn walk(&mut self, folder: &Path) -> io::Result<()> {
        let mut entries = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()?;
        entries.sort();
        self.open.push(fs::canonicalize(folder)?);
        for entry in entries {
            let name = entry.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let kind = Beside::named(&name);
            if kind == Beside::Nothing {
                continue;
            }
            match fs::metadata(&entry) {
                Ok(metadata) if metadata.is_dir() => {
                    if let Err(reason) = self.enter(&entry) {
                        self.unread.push(format!("{name}, {reason}"));
                    }
                }
                Ok(metadata) if !metadata.is_file() => self.unread.push(format!("{name}, no regular file")),
                Ok(_) if kind == Beside::Fiches => self.files.push(entry),
                Ok(_) => self.unread.push(name),
                Err(error) => self.unread.push(format!("{name}, {error}")),
            }
        }
        self.open.pop();
        Ok(())
    }

    fn enter(&mut self, folder: &Path) -> Result<(), String> {
        let real = fs::canonicalize(folder).map_err(|error| error.to_string())?;
        if self.open.contains(&real) {
            return Err("a link to a folder above".to_owned());
        }
        if MAX_FOLDER_DEPTH < self.open.len() {
            return Err(format!("more than {MAX_FOLDER_DEPTH} folders deep"));
        }
        self.walk(folder).map_err(|error| error.to_string())
    }

    /// Tells once what is not read.
    fn tell_unread(&self, path: &Path, builder: &mut CatalogueBuilder) {
        if !self.unread.is_empty() {
            let names = self.unread.iter().take(N_NAMED).cloned().collect();
            let source = path.display().to_string();
            stream::report(&source, ProblemKind::FilesNotRead { n_files: self.unread.len(), names }, builder);
            builder.finish_file(&source);
        }
    }
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
