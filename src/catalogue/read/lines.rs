//! Counts lines, and decodes text that may not be UTF-8.

use std::borrow::Cow;
use std::sync::Arc;

use crate::catalogue::builder::CatalogueBuilder;
use crate::catalogue::{Place, Problem, ProblemKind};

/// The number of line ends in these bytes.
pub(super) fn n_lines(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte == b'\n').count()
}

/// The text of a whole file without its byte order mark; the first byte that is not UTF-8 is reported.
pub(super) fn text<'a>(source: &Arc<str>, bytes: &'a [u8], builder: &mut CatalogueBuilder) -> Cow<'a, str> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_or_else(
        |error| {
            let at = error.valid_up_to();
            let place = Place { line: Some(1 + n_lines(&bytes[..at])), ..Place::of_source(source) };
            builder.problem(Problem { place, kind: ProblemKind::NotUtf8 { byte: bytes[at] } });
            String::from_utf8_lossy(bytes)
        },
        Cow::Borrowed,
    )
}
