//! How does it look? One model of a document, and its forms: plain text, Markdown, HTML.

mod document;
mod typography;
mod markdown;
mod html;
mod text;

pub(crate) use document::{
    Bar, Bars, Block, Card, Cell, Facts, Group, Item, Kind, LadderPicture, Link, Mark, Pair, Phrase, Rung, Scale, Section, Table,
    Why,
};
pub use document::{Document, Form};
pub(crate) use html::html;
#[cfg(feature = "tuning")]
pub(crate) use html::markup;
pub(crate) use markdown::markdown;
pub(crate) use text::text;
pub(crate) use typography::set;
pub use typography::wrapped;
