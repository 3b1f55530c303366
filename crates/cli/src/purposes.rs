//! Which file serves which purpose: an output that is an input, or two outputs that are one, would lose data.

use std::collections::BTreeSet;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::input::is_standard;
use crate::output::place;

/// The greatest depth of folders that is looked at, as catalogues are read.
const MAX_FOLDER_DEPTH: usize = 16;

/// Standard output, among the outputs of a command that prints its result.
pub(crate) const PRINTED: &str = "-";

/// Refuses outputs that are inputs, and outputs that are one file, also through links. Opens nothing.
///
/// An input may be a folder. Only regular files count: a terminal, a pipe or `/dev/null` may be both.
pub(crate) fn check(inputs: &[&Path], outputs: &[&Path]) -> Result<(), Failure> {
    for (index, output) in outputs.iter().enumerate() {
        let Some(identity) = Identity::of_output(output) else { continue };
        if let Some(first) = outputs[..index].iter().find(|first| Identity::of_output(first).as_ref() == Some(&identity)) {
            return Err(refused(output, "another output", first));
        }
        if let Some(input) = inputs.iter().find(|input| holds(input, &identity, 0, &mut BTreeSet::new())) {
            return Err(refused(output, "an input", input));
        }
    }
    Ok(())
}

fn refused(output: &Path, role: &str, other: &Path) -> Failure {
    let [output, other] = [output, other].map(|path| if is_standard(path) { "-".to_owned() } else { path.display().to_string() });
    Failure::Usage(format!("the output '{output}' is also {role}, '{other}'; nothing was written, choose another file"))
}

/// What tells one file from another.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Identity {
    /// Standard output, whatever it is connected to.
    Printed,
    /// A file that exists, by device and number.
    #[cfg(unix)]
    Node(u64, u64),
    /// A file that will be, or any file where files have no numbers, by its place.
    Place(PathBuf),
}

impl Identity {
    /// `None` for what may serve any number of purposes.
    fn of_output(path: &Path) -> Option<Self> {
        if is_standard(path) {
            return Some(Self::of_stream(&std::io::stdout()).unwrap_or(Self::Printed));
        }
        match fs::metadata(path) {
            Ok(found) => found.is_file().then(|| Self::of_file(path, &found)),
            Err(_) => place(path).ok().map(Self::Place),
        }
    }

    /// The file that a standard stream was redirected to.
    #[cfg(unix)]
    fn of_stream(stream: &impl std::os::fd::AsFd) -> Option<Self> {
        let file = fs::File::from(stream.as_fd().try_clone_to_owned().ok()?);
        let found = file.metadata().ok()?;
        found.is_file().then(|| Self::of_file(Path::new(""), &found))
    }

    #[cfg(not(unix))]
    fn of_stream<T>(_: &T) -> Option<Self> {
        None
    }

    #[cfg(unix)]
    fn of_file(_: &Path, found: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        Self::Node(found.dev(), found.ino())
    }

    #[cfg(not(unix))]
    fn of_file(path: &Path, _: &Metadata) -> Self {
        Self::Place(fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()))
    }
}

/// Whether an input is this file, or a folder with it. Each folder is looked at once, so that links cannot lead in circles.
fn holds(input: &Path, identity: &Identity, depth: usize, seen: &mut BTreeSet<Identity>) -> bool {
    if is_standard(input) {
        return Identity::of_stream(&std::io::stdin()).as_ref() == Some(identity);
    }
    let Ok(found) = fs::metadata(input) else { return false };
    if !found.is_dir() {
        return found.is_file() && Identity::of_file(input, &found) == *identity;
    }
    if MAX_FOLDER_DEPTH < depth || !seen.insert(Identity::of_file(input, &found)) {
        return false;
    }
    let Ok(entries) = fs::read_dir(input) else { return false };
    entries.flatten().any(|entry| holds(&entry.path(), identity, depth + 1, seen))
}
