//! What the tests of the program share: the program, the files of the project, and a folder for each test.

#![allow(dead_code, reason = "each test file is a crate of its own and uses a part of this")]

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use assert_cmd::cargo::cargo_bin_cmd;

/// The folder of the project.
pub(crate) const PROJECT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// The table of 440 real métiers, from the folder of the project.
pub(crate) const REAL: &str = "fixtures/real/onisep_dev.csv";

/// The program, in the folder of the project.
pub(crate) fn boussole(arguments: &[&str]) -> Command {
    let mut command = cargo_bin_cmd!("boussole");
    command.current_dir(PROJECT).args(arguments);
    command
}

/// What the program prints when it succeeds without a word on standard error, in plain typography.
#[track_caller]
pub(crate) fn printed(arguments: &[&str]) -> String {
    let assert = boussole(arguments).assert().code(0).stderr("");
    plain(&String::from_utf8(assert.get_output().stdout.clone()).expect("output is UTF-8"))
}

/// A text as it is typed: with plain spaces and apostrophes, so that tests can be read and searched. What the program prints has those of
/// French typography, which the test `typography` looks at.
pub(crate) fn plain(shown: &str) -> String {
    shown.replace('\u{a0}', " ").replace('’', "'")
}

/// An empty folder for one test, below cargo's folder for the files of tests.
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

    /// Writes a file and returns its path.
    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path.join(name);
        fs::write(&path, content).expect("the folder can be written to");
        path
    }

    /// The path of a file of the folder, as text.
    pub(crate) fn file(&self, name: &str) -> String {
        self.path.join(name).to_str().expect("the path is UTF-8").to_owned()
    }
}
