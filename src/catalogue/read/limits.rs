//! Limits on what is read. Each is far above real data and keeps hostile files from filling memory; `docs/reading.md` lists them
//! with measurements.

/// The largest file that is read as a whole (Markdown, JSON). Onisep's whole catalogue has about 15 million bytes.
pub(super) const MAX_WHOLE_BYTES: u64 = 64 << 20;

/// The largest fiche of a file that is read piece by piece (XML, CSV) and of a Markdown text. Real fiches have about ten thousand
/// bytes.
pub(super) const MAX_FICHE_BYTES: usize = 1 << 20;

/// The greatest depth of XML elements; real fiches have five levels.
#[cfg(feature = "xml")]
pub(super) const MAX_ELEMENT_DEPTH: usize = 32;

/// The greatest depth of folders.
pub(super) const MAX_FOLDER_DEPTH: usize = 16;

/// How many of the first bytes of a file decide its format.
pub(super) const HEAD_BYTES: usize = 4_096;

/// The largest total size of the unpacked files of an archive.
#[cfg(feature = "zip")]
pub(super) const MAX_UNPACKED_BYTES: u64 = 512 << 20;

/// The largest number of files of an archive that are read.
#[cfg(feature = "zip")]
pub(super) const MAX_ARCHIVE_FILES: usize = 10_000;
