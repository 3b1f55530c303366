//! Reads the files of a ZIP archive, the form in which Onisep ships its catalogue.

use std::io::{self, Read, Seek, SeekFrom};
use std::sync::Arc;

use ::zip::ZipArchive;

use super::format::Beside;
use super::limits::{MAX_ARCHIVE_FILES, MAX_UNPACKED_BYTES};
use super::stream;
use crate::catalogue::ProblemKind;
use crate::catalogue::builder::CatalogueBuilder;

/// How many names a problem shows.
const N_NAMED: usize = 3;

/// Members that tell what a document of an office program is.
const OFFICE: [(&str, &str); 4] = [
    ("xl/workbook.xml", "an Excel workbook"),
    ("word/document.xml", "a Word document"),
    ("mimetype", "an OpenDocument"),
    ("META-INF/manifest.xml", "an OpenDocument"),
];

/// Reads every file of an archive in the order of names. Problems cite a file as `archive.zip!name`.
pub(super) fn read(source: &Arc<str>, input: &mut (impl Read + Seek), builder: &mut CatalogueBuilder) {
    let n_stated = n_members(input).unwrap_or_default();
    let mut archive = match ZipArchive::new(input) {
        Ok(archive) => archive,
        Err(error) => return stream::report(source, malformed(&error), builder),
    };
    let all: Vec<(String, usize)> =
        (0..archive.len()).filter_map(|index| Some((archive.name_for_index(index)?.to_owned(), index))).collect();
    if let Some((_, found)) = OFFICE.iter().find(|(name, _)| all.iter().any(|(member, _)| member == name)) {
        let kind = ProblemKind::OtherData { found, advice: "save it as CSV (UTF-8)" };
        return stream::report(source, kind, builder);
    }
    let of_kind = |kind| all.iter().filter(move |(name, _)| Beside::named(name) == kind).cloned();
    let mut names: Vec<(String, usize)> = of_kind(Beside::Fiches).collect();
    names.sort();
    if names.is_empty() {
        stream::report(source, ProblemKind::NoFiche { expected: "a file .md, .xml, .csv or .json" }, builder);
    }
    let beyond = names.split_off(names.len().min(MAX_ARCHIVE_FILES));
    let mut unread: Vec<String> = of_kind(Beside::Other).map(|(name, _)| name).collect();
    unread.extend(beyond.into_iter().map(|(name, _)| format!("{name}, beyond {MAX_ARCHIVE_FILES} files")));
    // The directory of an archive may list one name twice, of which one member can be reached.
    let n_lost = n_stated.saturating_sub(archive.len());
    let n_files = unread.len() + n_lost;
    unread.truncate(N_NAMED);
    unread.extend((0 < n_lost).then(|| "members with the name of another".to_owned()));
    if 0 < n_files {
        stream::report(source, ProblemKind::FilesNotRead { n_files, names: unread }, builder);
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

/// The number of members that the end of an archive states.
fn n_members(input: &mut (impl Read + Seek)) -> io::Result<usize> {
    const MAX_END_BYTES: u64 = 22 + 65_535;
    const SIGNATURE: &[u8] = b"PK\x05\x06";
    let length = input.seek(SeekFrom::End(0))?;
    input.seek(SeekFrom::Start(length.saturating_sub(MAX_END_BYTES)))?;
    let mut end = Vec::new();
    input.take(MAX_END_BYTES).read_to_end(&mut end)?;
    input.seek(SeekFrom::Start(0))?;
    let at = end.windows(SIGNATURE.len()).rposition(|window| window == SIGNATURE);
    let stated = at.and_then(|at| end.get(at + 10..at + 12)).map(|bytes| u16::from_le_bytes([bytes[0], bytes[1]]));
    // The largest number means that another place states it.
    Ok(stated.filter(|stated| *stated != u16::MAX).map_or(0, usize::from))
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
