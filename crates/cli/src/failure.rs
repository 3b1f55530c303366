//! Why a command failed, and the exit status that says so.

use std::fmt::Display;
use std::path::Path;
use std::process::ExitCode;

/// The input or the question is at fault: a message for standard error, exit status 1.
#[derive(Debug)]
pub(crate) struct Failure {
    message: String,
}

impl Failure {
    pub(crate) fn new(message: impl Display) -> Self {
        Self { message: message.to_string() }
    }

    /// A failure in a file: the message begins with its name.
    pub(crate) fn in_file(path: &Path, message: impl Display) -> Self {
        Self { message: format!("{}: {message}", path.display()) }
    }

    /// The message, to be put into another.
    pub(crate) fn message(&self) -> &str {
        &self.message
    }

    pub(crate) fn report(self) -> ExitCode {
        eprintln!("boussole: {}", self.message);
        ExitCode::FAILURE
    }
}

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::new(error)
    }
}
