//! How does it look? One model of a document, and its forms: plain text, Markdown, HTML.

mod document;
mod markdown;
mod text;
mod typography;

pub(crate) use document::{Block, Table};
pub use document::{Document, Form};
pub(crate) use markdown::markdown;
pub(crate) use text::text;
