//! Documents as one self-contained HTML page: words and SVG pictures, no script, nothing loaded from elsewhere.

mod bars;
mod blocks;
mod ladder;
mod page;
mod palette;
mod typeset;

pub(crate) use page::html;
