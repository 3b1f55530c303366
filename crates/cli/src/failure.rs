//! Why a command failed.

use std::fmt::Display;
use std::path::Path;

/// Why a command failed, with a message for standard error.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The input or the question is at fault: exit status 1.
    Input(String),
    /// Options that do not go together: exit status 2.
    Usage(String),
    /// A document that was printed says it all: exit status 1.
    Told,
}

impl Failure {
    pub(crate) fn new(message: impl Display) -> Self {
        Self::Input(message.to_string())
    }

    /// A failure in a file: the message begins with its name.
    pub(crate) fn in_file(path: &Path, message: impl Display) -> Self {
        Self::Input(format!("{}: {message}", path.display()))
    }

    /// What is said on standard error, for who goes on.
    pub(crate) fn into_message(self) -> String {
        match self {
            Self::Input(message) | Self::Usage(message) => message,
            Self::Told => String::new(),
        }
    }
}

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::new(error)
    }
}
