//! The format of a file, by its content, otherwise by the ending of its name.

use super::limits::NOTES;
use super::text::is_utf16;
use crate::catalogue::ProblemKind;

/// A format of catalogues.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Markdown,
    Xml,
    Csv,
    Json,
    Zip,
}

/// Endings of file names, in lower case.
const ENDINGS: [(&str, Format); 10] = [
    (".md", Format::Markdown),
    (".markdown", Format::Markdown),
    (".xml", Format::Xml),
    (".csv", Format::Csv),
    (".tsv", Format::Csv),
    (".tab", Format::Csv),
    (".json", Format::Json),
    (".jsonl", Format::Json),
    (".ndjson", Format::Json),
    (".zip", Format::Zip),
];

impl Format {
    /// The format of a file that begins with these bytes and has this name: content that can be nothing else, then the ending of the
    /// name, then what the content looks like.
    pub(super) fn of(head: &[u8], name: &str) -> Option<Self> {
        let text = text_of(head);
        let text = text.trim_start();
        Self::certain(head, text).or_else(|| Self::of_name(name)).or_else(|| Self::likely(text))
    }

    fn certain(head: &[u8], text: &str) -> Option<Self> {
        if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
            return Some(Self::Zip);
        }
        let inside = text.strip_prefix(['{', '[']).map(str::trim_start);
        let is_json = inside.is_some_and(|inside| inside.starts_with(['"', '{', '}']));
        if is_json { Some(Self::Json) } else { text.starts_with("<?xml").then_some(Self::Xml) }
    }

    fn likely(text: &str) -> Option<Self> {
        match text.chars().next()? {
            '<' => Some(Self::Xml),
            '{' | '[' => Some(Self::Json),
            '#' if text.trim_start_matches('#').starts_with([' ', '\t']) && !has_table(text) => Some(Self::Markdown),
            '*' if text.starts_with("**") => Some(Self::Markdown),
            _ => has_table(text).then_some(Self::Csv),
        }
    }

    /// The format by the ending of the name.
    pub(super) fn of_name(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        ENDINGS.iter().find(|(ending, _)| name.ends_with(ending)).map(|(_, format)| *format)
    }

    /// The problem that this build does not read this format.
    #[allow(dead_code, reason = "a build with every feature has no use for it")]
    pub(super) fn not_built(self) -> ProblemKind {
        let (format, feature) = match self {
            Self::Markdown => ("Markdown", "markdown"),
            Self::Xml => ("XML", "xml"),
            Self::Csv => ("CSV", "csv"),
            Self::Json => ("JSON", "json"),
            Self::Zip => ("ZIP", "zip"),
        };
        ProblemKind::FormatNotBuilt { format, feature }
    }
}

/// What a file of a folder or a member of an archive is, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beside {
    /// It may hold fiches.
    Fiches,
    /// It is hidden, or of the system: nobody means it.
    Nothing,
    /// It is told, since it may hold what is missed.
    Other,
}

impl Beside {
    /// What a name says; the parts of a path are separated by `/` or `\\`.
    pub(super) fn named(name: &str) -> Self {
        let is_hidden = |part: &str| part.starts_with('.') && part != "." && part != ".." || part == "__MACOSX";
        let last = name.rsplit(['/', '\\']).next().unwrap_or_default().to_lowercase();
        let is_note = NOTES.iter().any(|note| last.split('.').next() == Some(note));
        if name.split(['/', '\\']).any(is_hidden) || last.is_empty() || matches!(last.as_str(), "thumbs.db" | "desktop.ini") {
            Self::Nothing
        } else if Format::of_name(name).is_some_and(|format| format != Format::Zip) {
            Self::Fiches
        } else if is_note {
            Self::Nothing
        } else {
            Self::Other
        }
    }
}

/// How other files begin, and what they are.
const MARKS: [(&[u8], &str); 11] = [
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"PAR1", "a Parquet file"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "a text document (RTF)"),
    (b"\x89PNG", "an image"),
    (b"GIF8", "an image"),
    (b"\xff\xd8\xff", "an image"),
];

/// What a file is that holds no fiches in any form that is read.
pub(super) fn other_data(head: &[u8]) -> Option<ProblemKind> {
    const OLD_OFFICE: [u8; 4] = [0xd0, 0xcf, 0x11, 0xe0];
    let start = text_of(&head[..head.len().min(200)]).trim_start().to_ascii_lowercase();
    let (found, advice) = if head.starts_with(&OLD_OFFICE) {
        ("a workbook or document of an old office program", "save it as CSV (UTF-8)")
    } else if head.starts_with(b"%PDF") {
        ("a PDF", "take Onisep's « Idéo-Fiches métiers » (XML)")
    } else if start.starts_with('<') && ["<!doctype html", "<html"].iter().any(|mark| start.contains(mark)) {
        ("a web page", "take the file that it offers, Onisep's « Idéo-Fiches métiers » (XML)")
    } else {
        let (_, found) = MARKS.iter().find(|(mark, _)| head.starts_with(mark))?;
        (*found, "give the fiches in it as Markdown, XML, CSV, JSON or ZIP")
    };
    Some(ProblemKind::OtherData { found, advice })
}

/// The text of the first bytes, as far as it can be seen.
fn text_of(head: &[u8]) -> String {
    match head {
        // Of UTF-16, Latin letters are every other byte.
        [0xff, 0xfe, rest @ ..] | [0xfe, 0xff, rest @ ..] => {
            rest.iter().filter(|byte| **byte != 0).map(|byte| char::from(*byte)).collect()
        }
        _ if is_utf16(head, 0) || is_utf16(head, 1) => {
            head.iter().filter(|byte| **byte != 0).map(|byte| char::from(*byte)).collect()
        }
        _ => String::from_utf8_lossy(head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head)).into_owned(),
    }
}

#[cfg(feature = "csv")]
use super::csv::is_table as has_table;

#[cfg(not(feature = "csv"))]
fn has_table(_: &str) -> bool {
    false
}

#[cfg(test)]
mod tests {
    //! Properties: content that can be nothing else decides first, then the ending, then what the content looks like.

    use super::*;

    #[track_caller]
    fn check(head: &str, name: &str, format: Option<Format>) {
        assert_eq!(Format::of(head.as_bytes(), name), format, "{head:?} {name:?}");
    }

    #[test]
    fn by_content() {
        check("\u{feff}<?xml version='1.0'?>", "x.md", Some(Format::Xml));
        check(" \n{\"schema\"", "x.csv", Some(Format::Json));
        check("[\n {\"id\": 1}]", "x", Some(Format::Json));
        check("# vendeur\n", "x.txt", Some(Format::Markdown));
        check("**ID:** MET.1", "x", Some(Format::Markdown));
        #[cfg(feature = "csv")]
        for table in ["id;libelle\n", "# a comment\nid,libelle\n", "sep=;\r\nIdentifiant;Libellé métier\r\n"] {
            check(table, "x.txt", Some(Format::Csv));
        }
        check("PK\u{3}\u{4}", "x.xml", Some(Format::Zip));
    }

    #[test]
    fn by_ending() {
        check("", "a/b.MD", Some(Format::Markdown));
        check("nom;libelle", "x.CSV", Some(Format::Csv));
        check("<!-- licence -->\n# mime", "x.md", Some(Format::Markdown));
        check("# note\nnom;libelle", "x.csv", Some(Format::Csv));
        check("// note", "x.json", Some(Format::Json));
        check("hello", "x.txt", None);
        check("", "x", None);
    }
}
