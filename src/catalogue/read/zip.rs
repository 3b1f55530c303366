//! Reads the files of a ZIP archive, the form in which Onisep ships its catalogue.

use std::io::{self, Read, Seek};
use std::sync::Arc;

use ::zip::ZipArchive;

use super::format::Format;
use super::limits::{MAX_ARCHIVE_FILES, MAX_UNPACKED_BYTES};
use super::stream;
use crate::catalogue::ProblemKind;
use crate::catalogue::builder::CatalogueBuilder;

/// Reads every file of an archive in the order of names. Problems cite a file as `archive.zip!name`.
pub(super) fn read(source: &Arc<str>, input: &mut (impl Read + Seek), builder: &mut CatalogueBuilder) {
    let mut archive = match ZipArchive::new(input) {
        Ok(archive) => archive,
        Err(error) => return stream::report(source, malformed(&error), builder),
    };
    let mut names: Vec<(String, usize)> = (0..archive.len())
        .filter_map(|index| Some((archive.name_for_index(index)?.to_owned(), index)))
        .filter(|(name, _)| is_fiche(name))
        .collect();
    names.sort();
    names.truncate(MAX_ARCHIVE_FILES);
    if names.is_empty() {
        return stream::report(source, ProblemKind::NoFiche { expected: "a file .md, .xml, .csv or .json" }, builder);
    }
    let mut left = MAX_UNPACKED_BYTES;
    for (name, index) in names {
        let member: Arc<str> = format!("{source}!{name}").into();
        match archive.by_index(index) {
            Ok(file) => read_member(&member, file, &mut left, builder),
            Err(error) => stream::report(&member, malformed(&error), builder),
        }
        builder.finish_file(&member);
        if left == 0 || builder.is_overfull() {
            break;
        }
    }
}

/// Reads one file within the limit of the whole archive; the sizes that the archive states are not trusted.
fn read_member(member: &Arc<str>, file: impl Read, left: &mut u64, builder: &mut CatalogueBuilder) {
    let mut file = LimitedStream { inner: file, left };
    let outcome = stream::head(&mut file).and_then(|head| stream::read_stream(member, &head, &mut file, builder));
    if let Err(error) = outcome {
        let kind = if *left == 0 {
            ProblemKind::TooLarge { limit: MAX_UNPACKED_BYTES }
        } else {
            ProblemKind::Unreadable { reason: error.to_string() }
        };
        stream::report(member, kind, builder);
    }
}

/// Whether a file is read: it has a known ending and is not hidden.
fn is_fiche(name: &str) -> bool {
    let is_hidden = name.split(['/', '\\']).any(|part| part.starts_with('.') || part == "__MACOSX");
    !is_hidden && !name.ends_with('/') && Format::of_name(name).is_some_and(|format| format != Format::Zip)
}

fn malformed(error: &::zip::result::ZipError) -> ProblemKind {
    ProblemKind::Malformed { format: "ZIP", reason: error.to_string(), left_out: "the file" }
}

/// A stream that fails after the number of bytes that is left.
struct LimitedStream<'a, R> {
    inner: R,
    left: &'a mut u64,
}

impl<R: Read> Read for LimitedStream<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n_read = self.inner.read(buffer)?;
        *self.left = self.left.saturating_sub(n_read as u64);
        if *self.left == 0 && 0 < n_read {
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, "more bytes than an archive may hold"));
        }
        Ok(n_read)
    }
}
