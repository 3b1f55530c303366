//! Cuts a table into rows: its delimiter, what stands before its header, and quotes that are not closed.

use ::csv::{Reader, ReaderBuilder, StringRecord};

use super::super::limits::{MAX_COLUMNS, MAX_DELIMITERS, MAX_FICHE_BYTES};
use super::super::names::{Name, Names};
use super::super::text::n_lines;
use super::is_row;
use crate::catalogue::{FicheField, ProblemKind};

/// The possible delimiters, the usual first.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// The most lines of notes above a header.
const MAX_NOTES: usize = 1_000;

/// The fault of a table with a line of too many cells to be cut, and the line.
pub(in crate::catalogue::read) fn too_wide(text: &str) -> Option<(usize, ProblemKind)> {
    let has_many = |line: &str, delimiter| MAX_DELIMITERS < line.bytes().filter(|byte| *byte == delimiter).count();
    let is_wide = |line: &str| MAX_DELIMITERS < line.len() && DELIMITERS.iter().any(|delimiter| has_many(line, *delimiter));
    let place = text.split('\n').position(is_wide)?;
    Some((place + 1, ProblemKind::FicheTooLarge { limit: MAX_FICHE_BYTES, left_out: "the file" }))
}

/// A row of a table.
#[derive(Debug, Default)]
pub(in crate::catalogue::read) struct Row {
    pub(in crate::catalogue::read) values: StringRecord,
    pub(in crate::catalogue::read) line: usize,
    pub(super) n_lines: usize,
    pub(super) n_bytes: usize,
    /// A quote that is not closed before another row: its line, and over how many lines it is open.
    pub(super) open_quote: Option<(usize, usize)>,
}

/// The rows of a table.
pub(in crate::catalogue::read) struct Rows<'a> {
    text: &'a str,
    dialect: Dialect,
    reader: Reader<&'a [u8]>,
    /// The position and line where the reader began.
    start: (usize, usize),
    row: Row,
    /// The column of identifiers, by which rows are known inside a quote.
    pub(super) id_column: usize,
}

impl<'a> Rows<'a> {
    /// The rows behind notes at the top and a line « sep=; »; the first is the header.
    pub(in crate::catalogue::read) fn new(text: &'a str) -> Self {
        let (start, line, told) = begin(text);
        let delimiter = told.unwrap_or_else(|| delimiter(&text[start..]));
        let dialect = Dialect { delimiter, has_escapes: has_escapes(&text[start..], delimiter) };
        let reader = reader(&text[start..], dialect);
        Self { text, dialect, reader, start: (start, line), row: Row::default(), id_column: 0 }
    }

    /// The next row that is not empty, if there is one.
    pub(in crate::catalogue::read) fn next(&mut self) -> Option<&Row> {
        loop {
            let at = self.start.0 + usize::try_from(self.reader.position().byte()).unwrap_or_default();
            // The text is whole and UTF-8, so the only outcome is a record or none.
            if !self.reader.read_record(&mut self.row.values).unwrap_or(false) {
                return None;
            }
            let end = self.start.0 + usize::try_from(self.reader.position().byte()).unwrap_or_default();
            let within = self.row.values.position().map_or(1, ::csv::Position::line);
            self.row.line = self.start.1 + usize::try_from(within).unwrap_or(1) - 1;
            // Empty lines before the row are no part of it.
            let raw = self.text[at..end].trim_start_matches(['\n', '\r']);
            self.row.n_bytes = raw.len();
            self.row.n_lines = 1 + n_lines(raw.trim_end_matches(['\n', '\r']).as_bytes());
            self.row.open_quote = self.open_quote(end - raw.len(), raw);
            if self.row.values.iter().any(|value| !value.trim().is_empty()) {
                return Some(&self.row);
            }
        }
    }

    /// A quote of a row that swallows other rows: a strict parser sees that it is not closed where a value ends. Reading goes on with
    /// the first row that it has swallowed.
    fn open_quote(&mut self, start: usize, raw: &'a str) -> Option<(usize, usize)> {
        let (opens, is_closed) = unclosed(raw, self.dialect)?;
        let line = self.row.line + n_lines(&raw.as_bytes()[..opens]);
        let n_open = 1 + n_lines(raw[opens..].trim_end_matches(['\n', '\r']).as_bytes());
        let lines = raw[opens..].match_indices('\n').map(|(at, _)| opens + at + 1);
        let is_row = |at: &usize| is_row(raw[*at..].lines().next().unwrap_or_default(), self.dialect.delimiter, self.id_column);
        match lines.into_iter().find(is_row) {
            Some(at) => {
                self.start = (start + at, self.row.line + n_lines(&raw.as_bytes()[..at]));
                self.reader = reader(&self.text[self.start.0..], self.dialect);
                Some((line, n_open))
            }
            // A quote inside a quoted text, which every spreadsheet reads.
            None if is_closed => None,
            None => Some((line, n_open)),
        }
    }
}

/// What separates values, and whether a quote inside a quoted one has a backslash before it, as programs for databases write.
#[derive(Debug, Clone, Copy)]
struct Dialect {
    delimiter: u8,
    has_escapes: bool,
}

fn reader(text: &str, Dialect { delimiter, has_escapes }: Dialect) -> Reader<&[u8]> {
    let escape = has_escapes.then_some(b'\\');
    ReaderBuilder::new().delimiter(delimiter).escape(escape).has_headers(false).flexible(true).from_reader(text.as_bytes())
}

/// Whether quotes have a backslash before them where they can end no value, and none is written twice.
fn has_escapes(text: &str, delimiter: u8) -> bool {
    const ESCAPED: &str = "\\\"";
    let ends = |at: usize| text.as_bytes().get(at).is_none_or(|next| *next == delimiter || matches!(next, b'\r' | b'\n' | b'"'));
    let opens = |at: usize| text[..at].bytes().next_back().is_none_or(|last| last == delimiter || last == b'\n');
    let is_inside = text.match_indices(ESCAPED).any(|(at, _)| !ends(at + ESCAPED.len()) && !opens(at));
    is_inside && text.match_indices('"').any(|(at, _)| opens(at)) && !text.contains("\"\"")
}

/// Where the header begins, its line, and the delimiter that a line « sep=; » names. Notes « # … », empty rows and a title in one cell
/// may stand before it.
fn begin(text: &str) -> (usize, usize, Option<u8>) {
    let (mut at, mut line, mut delimiter) = (0, 1, None);
    let mut title = None;
    let names = &mut Names::default();
    for written in text.split_inclusive('\n').take(MAX_NOTES) {
        let content = written.trim_end_matches(['\n', '\r']).trim_matches(['"', ' ']);
        let said = content.get(..4).filter(|name| name.eq_ignore_ascii_case("sep=")).and_then(|_| content.as_bytes().get(4));
        if let Some(said) = said.filter(|_| content.len() == 5) {
            delimiter = Some(*said);
        } else if has_fields(content.trim_start_matches(['#', ' ']), names) {
            return (at, line, delimiter);
        } else if !(content.is_empty() || content.starts_with('#')) {
            title.get_or_insert((at, line));
            if !is_one_cell(content) || MAX_TITLES < line {
                break;
            }
        }
        at += written.len();
        line += 1;
    }
    let (at, line) = title.unwrap_or((at, line));
    (at, line, delimiter)
}

/// The most lines among which a title above the header may be.
const MAX_TITLES: usize = 20;

/// Whether at most one cell of a line says something, whatever the delimiter is.
fn is_one_cell(line: &str) -> bool {
    DELIMITERS.iter().all(|delimiter| line.split(char::from(*delimiter)).filter(|cell| !cell.trim().is_empty()).count() <= 1)
}

/// Whether a line is a header: it names an identifier and another field.
fn has_fields(line: &str, names: &mut Names) -> bool {
    DELIMITERS.iter().any(|delimiter| {
        let fields = line.split(char::from(*delimiter)).map(|name| names.find(name.trim_matches(['"', ' '])));
        let fields: Vec<Name> = fields.filter(|name| *name != Name::Other).collect();
        2 <= fields.len() && fields.contains(&Name::Field(FicheField::Id))
    })
}

/// The delimiter with which the header has most names of fields, otherwise most columns.
fn delimiter(text: &str) -> u8 {
    let dialect = |delimiter| Dialect { delimiter, has_escapes: false };
    let names = &mut Names::default();
    let mut score = |delimiter: u8| {
        let mut header = StringRecord::new();
        let _ = reader(text, dialect(delimiter)).read_record(&mut header);
        // A name with another delimiter is several.
        let is_known = |name: &&str| !name.contains([',', ';', '\t', '|', '"']) && names.find(name) != Name::Other;
        let n_known = header.iter().take(MAX_COLUMNS).filter(is_known).count();
        (n_known, header.len())
    };
    // `max_by_key` returns the last of equal ones, so the search goes backwards.
    DELIMITERS.into_iter().rev().max_by_key(|delimiter| score(*delimiter)).unwrap_or(DELIMITERS[0])
}

/// The first quote that opens a value and is not closed at its end, and whether it is closed at all.
fn unclosed(raw: &str, Dialect { delimiter, has_escapes }: Dialect) -> Option<(usize, bool)> {
    let bytes = raw.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == b'"' {
            let opens = at;
            at += 1;
            loop {
                match raw[at..].find('"') {
                    None => return Some((opens, false)),
                    Some(offset) if bytes.get(at + offset + 1) == Some(&b'"') => at += offset + 2,
                    Some(offset) if has_escapes && bytes[at + offset - 1] == b'\\' => at += offset + 1,
                    Some(offset) => {
                        at += offset + 1;
                        break;
                    }
                }
            }
            if bytes.get(at).is_some_and(|next| *next != delimiter && !matches!(next, b'\r' | b'\n')) {
                return Some((opens, true));
            }
        }
        match bytes[at..].iter().position(|byte| *byte == delimiter || *byte == b'\n') {
            Some(offset) => at += offset + 1,
            None => return None,
        }
    }
    None
}
