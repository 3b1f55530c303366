//! Reading catalogues from files and folders: the only room that touches the file system.

mod limits;
mod lines;
mod format;
mod markdown;
#[cfg(feature = "json")]
mod json;
#[cfg(feature = "xml")]
mod xml;
#[cfg(feature = "csv")]
mod csv;
mod stream;
#[cfg(feature = "zip")]
mod zip;
mod files;
#[cfg(feature = "csv")]
mod rome_letters;

pub use files::ReadError;
#[cfg(feature = "demo")]
pub(super) use markdown::read as read_markdown;
