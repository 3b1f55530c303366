//! Limits on what is read. Each is far above real data and keeps hostile files from filling memory; `docs/reading.md` lists them
//! with measurements.

/// The largest file; Onisep's whole catalogue has about 15 million bytes. An archive has a limit of its own.
pub(super) const MAX_WHOLE_BYTES: u64 = 128 << 20;

/// The largest JSON that is no catalogue in the canonical form: its values take much more memory than its text.
#[cfg(all(feature = "json", feature = "xml"))]
pub(super) const MAX_RECORDS_BYTES: usize = 32 << 20;

/// The most columns of a table that are read; real ones have at most fifty.
#[cfg(feature = "csv")]
pub(super) const MAX_COLUMNS: usize = 500;

/// The most delimiters of a line of a table. Each cell takes memory of its own before any can be counted out, so a file with a longer line
/// is left out whole.
#[cfg(feature = "csv")]
pub(super) const MAX_DELIMITERS: usize = MAX_FICHE_BYTES;

/// The largest fiche. Real ones have about ten thousand bytes.
#[cfg(any(feature = "csv", feature = "markdown", feature = "xml"))]
pub(super) const MAX_FICHE_BYTES: usize = 1 << 20;

/// The greatest depth of elements; real fiches have five levels.
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

/// Names of files beside fiches that speak about them.
pub(super) const NOTES: [&str; 8] = ["readme", "lisezmoi", "lisez-moi", "lisez_moi", "license", "licence", "changelog", "notice"];
