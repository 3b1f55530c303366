//! From bytes to fiches: the first bytes say the format, and its reader takes the stream.

use std::io::{self, Cursor, Read};
use std::sync::Arc;

use super::format::Format;
use super::limits::{HEAD_BYTES, MAX_WHOLE_BYTES};
use super::markdown;
use crate::catalogue::builder::CatalogueBuilder;
use crate::catalogue::{Place, Problem, ProblemKind};

/// Reads all fiches of a stream, given its first bytes. An archive inside an archive is not opened.
pub(super) fn read_stream(source: &Arc<str>, head: &[u8], rest: &mut dyn Read, builder: &mut CatalogueBuilder) -> io::Result<()> {
    let mut stream = Cursor::new(head).chain(rest);
    match Format::of(head, source) {
        Some(Format::Markdown) => {
            if let Some(bytes) = whole(source, &mut stream, builder)? {
                markdown::read(source, &bytes, builder);
            }
        }
        #[cfg(feature = "json")]
        Some(Format::Json) => {
            if let Some(bytes) = whole(source, &mut stream, builder)? {
                super::json::read(source, &bytes, builder);
            }
        }
        #[cfg(feature = "xml")]
        Some(Format::Xml) => super::xml::read(source, &mut stream, builder)?,
        #[cfg(feature = "csv")]
        Some(Format::Csv) => super::csv::read(source, head, &mut stream, builder)?,
        #[cfg(not(all(feature = "json", feature = "xml", feature = "csv")))]
        Some(format) if format != Format::Zip => report(source, format.not_built(), builder),
        _ => report(source, ProblemKind::UnknownFormat, builder),
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
