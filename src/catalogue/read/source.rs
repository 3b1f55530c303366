//! From bytes to a reader: looks at the beginning and hands the stream to the reader of its format.

use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::sync::Arc;

use super::format::Format;
use super::limits::{HEAD_BYTES, MAX_WHOLE_BYTES};
use super::markdown;
use crate::catalogue::harvest::Harvest;
use crate::catalogue::{Place, Problem, ProblemKind};

/// A file, or bytes at hand.
pub(super) trait Input: Read + Seek {}

impl<T: Read + Seek> Input for T {}

/// Reads all fiches of one file, whatever its format.
pub(super) fn read(source: &Arc<str>, input: &mut dyn Input, harvest: &mut Harvest) {
    let outcome = head(input).and_then(|head| {
        if Format::of(&head, source) == Some(Format::Zip) {
            input.seek(SeekFrom::Start(0))?;
            read_archive(source, input, harvest);
            Ok(())
        } else {
            read_stream(source, &head, input, harvest)
        }
    });
    if let Err(error) = outcome {
        report(source, ProblemKind::Unreadable { reason: error.to_string() }, harvest);
    }
    harvest.finish_file(source);
}

/// Reads all fiches of a stream whose first bytes are at hand. An archive inside an archive is not opened.
pub(super) fn read_stream(source: &Arc<str>, head: &[u8], rest: &mut dyn Read, harvest: &mut Harvest) -> io::Result<()> {
    let mut stream = Cursor::new(head).chain(rest);
    match Format::of(head, source) {
        Some(Format::Markdown) => {
            if let Some(bytes) = whole(source, &mut stream, harvest)? {
                markdown::read(source, &bytes, harvest);
            }
        }
        #[cfg(feature = "json")]
        Some(Format::Json) => {
            if let Some(bytes) = whole(source, &mut stream, harvest)? {
                super::json::read(source, &bytes, harvest);
            }
        }
        #[cfg(feature = "xml")]
        Some(Format::Xml) => super::xml::read(source, &mut stream, harvest)?,
        #[cfg(feature = "csv")]
        Some(Format::Csv) => super::csv::read(source, head, &mut stream, harvest)?,
        #[cfg(not(all(feature = "json", feature = "xml", feature = "csv")))]
        Some(format) if format != Format::Zip => report(source, format.not_built(), harvest),
        _ => report(source, ProblemKind::UnknownFormat, harvest),
    }
    Ok(())
}

/// The first bytes of a stream.
pub(super) fn head(input: &mut (impl Read + ?Sized)) -> io::Result<Vec<u8>> {
    let mut head = Vec::with_capacity(HEAD_BYTES);
    input.take(HEAD_BYTES as u64).read_to_end(&mut head)?;
    Ok(head)
}

/// The bytes of a stream, or a problem when there are more than the limit.
fn whole(source: &Arc<str>, stream: &mut dyn Read, harvest: &mut Harvest) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    stream.take(MAX_WHOLE_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 <= MAX_WHOLE_BYTES {
        return Ok(Some(bytes));
    }
    report(source, ProblemKind::TooLarge { limit: MAX_WHOLE_BYTES }, harvest);
    Ok(None)
}

fn read_archive(source: &Arc<str>, input: &mut dyn Input, harvest: &mut Harvest) {
    #[cfg(feature = "zip")]
    super::zip::read(source, input, harvest);
    #[cfg(not(feature = "zip"))]
    {
        let _ = input;
        report(source, Format::Zip.not_built(), harvest);
    }
}

/// Lists a problem of the file as a whole.
pub(super) fn report(source: &str, kind: ProblemKind, harvest: &mut Harvest) {
    harvest.problem(Problem { place: Place::of_source(source), kind });
}
