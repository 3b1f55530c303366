//! How much is read before a file is refused. Each limit is far above real data and keeps hostile files from filling memory;
//! `docs/reading.md` lists them with what was measured.

/// The largest file that is read whole (Markdown, JSON). Onisep's whole catalogue has about 15 million bytes.
pub(super) const MAX_WHOLE_BYTES: u64 = 64 << 20;

/// The largest fiche of a file that is read piece by piece (XML, CSV), and of a Markdown text. Real fiches have some ten thousand bytes.
pub(super) const MAX_FICHE_BYTES: usize = 1 << 20;

/// How deep XML elements may stand inside each other; real fiches have five levels.
#[cfg(feature = "xml")]
pub(super) const MAX_ELEMENT_DEPTH: usize = 32;

/// How deep folders are followed.
pub(super) const MAX_FOLDER_DEPTH: usize = 16;

/// How many bytes of the beginning of a file tell its format.
pub(super) const HEAD_BYTES: usize = 4_096;

/// How many bytes all files of an archive may have together once unpacked.
#[cfg(feature = "zip")]
pub(super) const MAX_UNPACKED_BYTES: u64 = 512 << 20;

/// How many files of an archive are read.
#[cfg(feature = "zip")]
pub(super) const MAX_ARCHIVE_FILES: usize = 10_000;
