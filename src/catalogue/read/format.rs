//! The format of a file, by its content, otherwise by the ending of its name.

use crate::catalogue::ProblemKind;
use crate::catalogue::label::heading_key;

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
const ENDINGS: [(&str, Format); 6] = [
    (".md", Format::Markdown),
    (".markdown", Format::Markdown),
    (".xml", Format::Xml),
    (".csv", Format::Csv),
    (".json", Format::Json),
    (".zip", Format::Zip),
];

impl Format {
    /// The format of a file that begins with these bytes and has this name.
    pub(super) fn of(head: &[u8], name: &str) -> Option<Self> {
        Self::of_content(head).or_else(|| Self::of_name(name))
    }

    fn of_content(head: &[u8]) -> Option<Self> {
        if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
            return Some(Self::Zip);
        }
        let text = String::from_utf8_lossy(head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head));
        let text = text.trim_start();
        match text.chars().next()? {
            '<' => Some(Self::Xml),
            '{' => Some(Self::Json),
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
            Self::Markdown => ("Markdown", ""),
            Self::Xml => ("XML", "xml"),
            Self::Csv => ("CSV", "csv"),
            Self::Json => ("JSON", "json"),
            Self::Zip => ("ZIP", "zip"),
        };
        ProblemKind::FormatNotBuilt { format, feature }
    }
}

/// Whether the first line is the header of a table of métiers: a column « id » among others.
fn has_table(text: &str) -> bool {
    let header = text.lines().find(|line| !line.starts_with('#')).unwrap_or_default();
    let columns = || header.split([',', ';', '\t']).map(|column| heading_key(column.trim().trim_matches('"')));
    1 < columns().count() && columns().any(|column| matches!(column.as_str(), "id" | "identifiant"))
}

#[cfg(test)]
mod tests {
    //! Properties: content decides first, then the ending.

    use super::*;

    #[track_caller]
    fn check(head: &str, name: &str, format: Option<Format>) {
        assert_eq!(Format::of(head.as_bytes(), name), format, "{head:?} {name:?}");
    }

    #[test]
    fn by_content() {
        check("\u{feff}<?xml version='1.0'?>", "x.md", Some(Format::Xml));
        check(" \n{\"schema\"", "x.csv", Some(Format::Json));
        check("# vendeur\n", "x.csv", Some(Format::Markdown));
        check("**ID:** MET.1", "x", Some(Format::Markdown));
        check("id;libelle\n", "x.txt", Some(Format::Csv));
        check("# a comment\nid,libelle\n", "x.txt", Some(Format::Csv));
        check("PK\u{3}\u{4}", "x.xml", Some(Format::Zip));
    }

    #[test]
    fn by_ending() {
        check("", "a/b.MD", Some(Format::Markdown));
        check("nom;libelle", "x.CSV", Some(Format::Csv));
        check("hello", "x.txt", None);
        check("", "x", None);
    }
}
