//! What may another language ask? JSON text goes in, the documents of [`boussole`] come out: the same bytes as the program writes.
//!
//! Bindings are thin over three things: a [`Shelf`] is a catalogue with its problems, an [`Advisor`] ranks and explains, an
//! [`Interviewer`] asks. What a student owns, their profile and their session, is text that the caller keeps.
//!
//! Every error is one [`Failure`], which serialises and holds every problem with its place. No text makes a call panic.

mod failure;
mod options;
mod shelf;
pub mod answers;
mod advisor;
mod interviewer;

pub use advisor::{Advisor, given_weights};
pub use failure::{Failure, FailureKind, ProblemDocument};
pub use interviewer::Interviewer;
pub use options::{
    CompareOptions, DocumentForm, ExplainOptions, InvalidLinkTemplate, LadderOptions, LinkTemplate, ListOptions, Reader,
    ReplayOptions, SpokenLanguage, TopOptions, VoiceOptions,
};
pub use shelf::Shelf;
