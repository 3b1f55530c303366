//! Reading catalogues from files and folders: the only room that touches the file system.

mod limits;
mod text;
#[cfg(any(feature = "csv", feature = "markdown", feature = "xml"))]
mod names;
#[cfg(any(feature = "csv", feature = "xml"))]
mod other;
#[cfg(any(feature = "csv", feature = "markdown", feature = "xml"))]
mod fill;
#[cfg(any(feature = "csv", feature = "markdown", feature = "xml"))]
mod html;
#[cfg(feature = "xml")]
mod tree;
#[cfg(feature = "xml")]
mod elements;
#[cfg(feature = "markdown")]
mod markdown;
#[cfg(feature = "json")]
mod json;
#[cfg(feature = "xml")]
mod xml;
#[cfg(feature = "csv")]
mod csv;
mod format;
mod stream;
#[cfg(feature = "zip")]
mod zip;
mod files;
#[cfg(feature = "csv")]
mod rome_letters;

pub use files::ReadError;
#[cfg(feature = "demo")]
pub(super) use markdown::read as read_markdown;
