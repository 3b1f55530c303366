//! A folder that belongs to one test, below cargo's folder for the files of tests.

#![allow(clippy::disallowed_methods, reason = "a test reads and writes files")]

use std::fs;
use std::path::{Path, PathBuf};

use boussole::catalogue::{Catalogue, Loaded};

/// An empty folder for one test.
#[derive(Debug)]
pub(crate) struct Folder {
    path: PathBuf,
}

impl Folder {
    /// The folder of this name, emptied. Each test uses its own name, since tests run side by side.
    pub(crate) fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        if path.exists() {
            fs::remove_dir_all(&path).expect("the folder of a former run can be removed");
        }
        fs::create_dir_all(&path).expect("cargo's folder for tests can be written to");
        Self { path }
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Writes a file and gives its path.
    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path.join(name);
        fs::create_dir_all(path.parent().expect("a file of the folder has a parent")).expect("can be written to");
        fs::write(&path, content).expect("the folder can be written to");
        path
    }

    /// Writes one file and reads it as a catalogue.
    pub(crate) fn read(&self, name: &str, content: impl AsRef<[u8]>) -> Loaded {
        Catalogue::read(self.write(name, content)).expect("the text holds a fiche")
    }

    /// A message with this folder's path written as `<folder>`, the same on every machine.
    pub(crate) fn masked(&self, message: &str) -> String {
        message.replace(&self.path.display().to_string(), "<folder>")
    }
}
