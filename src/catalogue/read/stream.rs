//! From bytes to fiches: the first bytes and the name say the format, and its reader takes the bytes.

use std::io::{self, Cursor, Read};
use std::sync::Arc;

use super::format::{Format, other_data};
use super::limits::{HEAD_BYTES, MAX_WHOLE_BYTES};
use crate::catalogue::builder::CatalogueBuilder;
use crate::catalogue::{Place, Problem, ProblemKind};

/// Reads all fiches of a stream, given its first bytes. An archive inside an archive is not opened.
pub(super) fn read_stream(source: &Arc<str>, head: &[u8], rest: &mut dyn Read, builder: &mut CatalogueBuilder) -> io::Result<()> {
    if let Some(format) = format(source, head, builder) {
        let mut bytes = Vec::new();
        Cursor::new(head).chain(rest).take(MAX_WHOLE_BYTES + 1).read_to_end(&mut bytes)?;
        read_all(source, format, &bytes, builder);
    }
    Ok(())
}

/// Reads all fiches of bytes. An archive is not opened.
pub(super) fn read_bytes(source: &Arc<str>, bytes: &[u8], builder: &mut CatalogueBuilder) {
    if let Some(format) = format(source, head_of(bytes), builder) {
        read_all(source, format, bytes, builder);
    }
}

/// The format by the name and the first bytes, or a problem that says what the data are instead.
fn format(source: &Arc<str>, head: &[u8], builder: &mut CatalogueBuilder) -> Option<Format> {
    let format = Format::of(head, source).filter(|format| *format != Format::Zip).ok_or(ProblemKind::UnknownFormat);
    let format = other_data(head).map_or(format, Err);
    format.map_err(|kind| report(source, kind, builder)).ok()
}

/// Reads all fiches in a format, unless there are more bytes than the limit.
fn read_all(source: &Arc<str>, format: Format, bytes: &[u8], builder: &mut CatalogueBuilder) {
    if MAX_WHOLE_BYTES < bytes.len() as u64 {
        return report(source, ProblemKind::TooLarge { limit: MAX_WHOLE_BYTES }, builder);
    }
    match format {
        #[cfg(feature = "markdown")]
        Format::Markdown => super::markdown::read(source, bytes, builder),
        #[cfg(feature = "json")]
        Format::Json => super::json::read(source, bytes, builder),
        #[cfg(feature = "xml")]
        Format::Xml => super::xml::read(source, bytes, builder),
        #[cfg(feature = "csv")]
        Format::Csv => super::csv::read(source, bytes, builder),
        #[allow(unreachable_patterns, reason = "a build with every feature has no other format")]
        _ => report(source, format.not_built(), builder),
    }
}

/// The first of some bytes.
pub(super) fn head_of(bytes: &[u8]) -> &[u8] {
    &bytes[..bytes.len().min(HEAD_BYTES)]
}

/// The first bytes of a stream.
pub(super) fn head(input: &mut (impl Read + ?Sized)) -> io::Result<Vec<u8>> {
    let mut head = Vec::with_capacity(HEAD_BYTES);
    input.take(HEAD_BYTES as u64).read_to_end(&mut head)?;
    Ok(head)
}

/// Adds a problem of the file as a whole.
pub(super) fn report(source: &str, kind: ProblemKind, builder: &mut CatalogueBuilder) {
    builder.problem(Problem { place: Place::of_source(source), kind });
}
