//! From bytes to fiches: the first bytes and the name say the format, and its reader takes the bytes.

use std::io::{self, Cursor, Read};
use std::sync::Arc;

use super::format::{Format, other_data};
use super::limits::{HEAD_BYTES, MAX_WHOLE_BYTES};
use crate::catalogue::builder::CatalogueBuilder;
use crate::catalogue::{Place, Problem, ProblemKind};

/// Reads all fiches of a stream, given its first bytes. An archive inside an archive is not opened.
pub(super) fn read_stream(source: &Arc<str>, head: &[u8], rest: &mut dyn Read, builder: &mut CatalogueBuilder) -> io::Result<()> {
    if let Some(kind) = other_data(head) {
        report(source, kind, builder);
        return Ok(());
    }
    let Some(format) = Format::of(head, source).filter(|format| *format != Format::Zip) else {
        report(source, ProblemKind::UnknownFormat, builder);
        return Ok(());
    };
    let Some(bytes) = whole(source, &mut Cursor::new(head).chain(rest), builder)? else { return Ok(()) };
    match format {
        #[cfg(feature = "markdown")]
        Format::Markdown => super::markdown::read(source, &bytes, builder),
        #[cfg(feature = "json")]
        Format::Json => super::json::read(source, &bytes, builder),
        #[cfg(feature = "xml")]
        Format::Xml => super::xml::read(source, &bytes, builder),
        #[cfg(feature = "csv")]
        Format::Csv => super::csv::read(source, &bytes, builder),
        #[allow(unreachable_patterns, reason = "a build with every feature has no other format")]
        _ => report(source, format.not_built(), builder),
    }
    Ok(())
}

/// The first bytes of a stream.
pub(super) fn head(input: &mut (impl Read + ?Sized)) -> io::Result<Vec<u8>> {
    let mut head = Vec::with_capacity(HEAD_BYTES);
    input.take(HEAD_BYTES as u64).read_to_end(&mut head)?;
    Ok(head)
}

/// The bytes of a stream, or a problem if they exceed the limit.
fn whole(source: &Arc<str>, stream: &mut dyn Read, builder: &mut CatalogueBuilder) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    stream.take(MAX_WHOLE_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 <= MAX_WHOLE_BYTES {
        return Ok(Some(bytes));
    }
    report(source, ProblemKind::TooLarge { limit: MAX_WHOLE_BYTES }, builder);
    Ok(None)
}

/// Adds a problem of the file as a whole.
pub(super) fn report(source: &str, kind: ProblemKind, builder: &mut CatalogueBuilder) {
    builder.problem(Problem { place: Place::of_source(source), kind });
}
