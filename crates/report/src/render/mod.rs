//! How does it look? One model of a document, and its forms: plain text, Markdown, HTML.

mod document;
mod typography;
mod markdown;
mod html;
mod text;
mod said;

pub(crate) use document::{
    Bar, Bars, Block, Card, Cell, Facts, Group, Item, Kind, LadderPicture, Link, Mark, Pair, Phrase, Rung, Scale, Section, Table,
    Why,
};
pub use document::{Document, Form};
pub use html::HTML_PARTS_SCHEMA;
#[cfg(feature = "tuning")]
pub(crate) use html::markup;
pub(crate) use html::{html, html_parts};
pub(crate) use markdown::markdown;
pub use said::SAID_SCHEMA;
pub(crate) use said::said;
pub(crate) use text::text;
pub(crate) use typography::set;
pub use typography::wrapped;
