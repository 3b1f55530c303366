//! Reading catalogues from files and folders: the only room that touches the file system.

mod files;
mod loaded;
mod markdown;

pub use files::ReadError;
pub use loaded::Loaded;
#[cfg(feature = "demo")]
pub(super) use markdown::read as read_markdown;
