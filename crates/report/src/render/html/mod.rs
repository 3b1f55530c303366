//! Documents as one self-contained HTML page: words and SVG pictures, no script, nothing loaded from elsewhere.

mod palette;
mod typeset;
mod bars;
mod ladder;
mod blocks;
mod page;

pub use page::HTML_PARTS_SCHEMA;
pub(crate) use page::{html, html_parts};
#[cfg(feature = "tuning")]
pub(crate) use typeset::markup;
