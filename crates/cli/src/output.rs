//! Writing results: to standard output, or to a file that was asked for.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use boussole_report::{Report, Voice};
use tempfile::{Builder, NamedTempFile};

use crate::failure::Failure;
use crate::input::is_standard;
use crate::options::PageFormat;

/// Writes a whole result at once, so that standard output never holds half of one. A closed pipe is no failure.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::new(format!("standard output: {error}"))),
        _ => Ok(()),
    }
}

/// Prints a report in the form that was asked for.
pub(crate) fn show(report: &impl Report, format: impl Into<PageFormat>, voice: Voice) -> Result<(), Failure> {
    print(&match format.into() {
        PageFormat::Text => report.text(voice),
        PageFormat::Json => report.json_in(voice),
        PageFormat::Markdown => report.markdown(voice),
        PageFormat::Html => report.html(voice),
    })
}

/// Writes a file, or standard output for `-`; a file that exists is replaced as a whole.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), Failure> {
    if is_standard(path) {
        return print(text);
    }
    let mut file = NewFile::create(path)?;
    file.write_all(text.as_bytes()).and_then(|()| file.finish()).map_err(|error| cannot_write(path, &error))
}

/// A file as it is written: under another name beside its place, which it takes when it is finished.
///
/// Whatever happens before, a full disk, an error, the end of the program, leaves what is at its place as it is. What is no regular file,
/// such as a pipe or a device, cannot be replaced and is written at once.
#[derive(Debug)]
pub(crate) enum NewFile {
    /// Still under another name.
    Beside {
        /// The new file.
        file: NamedTempFile,
        /// Where it will be.
        place: PathBuf,
    },
    /// Written at its place.
    InPlace(File),
}

impl NewFile {
    /// Begins a file. One that is at this place, or where a link at this place leads, stays until [`finish`](Self::finish).
    pub(crate) fn create(path: &Path) -> Result<Self, Failure> {
        Self::begin(path).map_err(|error| cannot_write(path, &error))
    }

    fn begin(path: &Path) -> io::Result<Self> {
        let found = fs::metadata(path);
        if found.as_ref().is_ok_and(|found| !found.is_file()) {
            return Ok(Self::InPlace(File::options().write(true).open(path)?));
        }
        let place = place(path)?;
        let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut builder = Builder::new();
        builder.prefix(".boussole-").suffix(".tmp");
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let file = builder.tempfile_in(folder)?;
        if let Ok(found) = found {
            // What nobody may write is not replaced either.
            File::options().write(true).open(&place)?;
            file.as_file().set_permissions(found.permissions())?;
        }
        Ok(Self::Beside { file, place })
    }

    /// Puts the file at its place, once it is on the disk.
    pub(crate) fn finish(self) -> io::Result<()> {
        match self {
            Self::Beside { file, place } => {
                file.as_file().sync_all()?;
                file.persist(place).map(|_| ()).map_err(|error| error.error)
            }
            Self::InPlace(mut file) => file.flush(),
        }
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Beside { file, .. } => file.write(bytes),
            Self::InPlace(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Beside { file, .. } => file.flush(),
            Self::InPlace(file) => file.flush(),
        }
    }
}

/// So many links are followed to the place of a file, as the system does.
const MAX_LINKS: usize = 40;

/// Where a file is or will be, with links followed.
pub(crate) fn place(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..MAX_LINKS {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let name = path.file_name().ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "a path without a file name"))?;
        let place = fs::canonicalize(folder)?.join(name);
        match fs::read_link(&place) {
            Ok(target) => path = place.with_file_name("").join(target),
            Err(_) => return Ok(place),
        }
    }
    Err(io::Error::other("too many links"))
}

fn cannot_write(path: &Path, error: &io::Error) -> Failure {
    Failure::in_file(path, format!("expected a file that can be written, found: {error}"))
}
