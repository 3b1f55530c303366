//! Results as one self-contained HTML page: words and SVG pictures, no script, nothing loaded from elsewhere.

mod answers;
mod bars;
mod card;
mod counsellor;
mod document;
mod escape;
mod explanation;
mod ladder;
mod palette;
mod recommendation;
mod words;
