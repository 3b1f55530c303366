//! Reading catalogues from files and folders: the only room that touches the file system.

#[cfg(feature = "csv")]
mod csv;
mod files;
mod format;
#[cfg(feature = "json")]
mod json;
mod limits;
mod lines;
mod loaded;
mod markdown;
#[cfg(feature = "csv")]
mod rome_letters;
mod source;
#[cfg(feature = "xml")]
mod xml;
#[cfg(feature = "zip")]
mod zip;

pub use files::ReadError;
pub use loaded::Loaded;
#[cfg(feature = "demo")]
pub(super) use markdown::read as read_markdown;
