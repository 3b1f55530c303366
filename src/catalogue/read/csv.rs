//! Reads a table of métiers, one per row, with `|` between the values of a list.

use std::borrow::Cow;
use std::io::{self, Read};
use std::sync::Arc;

use ::csv::{ByteRecord, ErrorKind, Reader, ReaderBuilder};
use memchr::{memchr, memchr_iter, memrchr};

use super::limits::MAX_FICHE_BYTES;
use super::lines::n_lines;
use super::markdown::training;
use crate::catalogue::builder::CatalogueBuilder;
use crate::catalogue::draft::{FicheDraft, LocatedText};
use crate::catalogue::label::heading_key;
use crate::catalogue::{FicheField, MetierId, Place, Problem, ProblemKind, Section};

/// The separator of the values of a list.
const BETWEEN_VALUES: char = '|';

/// The possible delimiters; the most frequent one in the header is used.
const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Column {
    Known(FicheField),
    /// A column with another name, whose values are kept as sections.
    Other(String),
}

impl Column {
    /// Whether a value may have several lines.
    fn is_text(&self) -> bool {
        matches!(self, Self::Known(FicheField::Presentation | FicheField::Overview) | Self::Other(_))
    }
}

/// Reads all rows of a stream; its first bytes decide the delimiter.
pub(super) fn read(source: &Arc<str>, head: &[u8], stream: &mut dyn Read, builder: &mut CatalogueBuilder) -> io::Result<()> {
    let mut table = TableReader::new(source, head, stream);
    let Some(columns) = table.header(builder)? else { return Ok(()) };
    let mut record = ByteRecord::new();
    let mut n_rows = 0;
    while !builder.is_overfull() && table.next(&mut record, builder)? {
        n_rows += 1;
        table.row(&columns, &record, builder);
    }
    if n_rows == 0 {
        let kind = ProblemKind::NoFiche { expected: "a row below the header" };
        builder.problem(Problem { place: Place::of_source(source), kind });
    }
    Ok(())
}

/// Reads the rows of a table with their lines.
pub(super) struct TableReader<'a> {
    source: &'a Arc<str>,
    delimiter: u8,
    rows: Reader<BoundedStream<'a>>,
}

impl<'a> TableReader<'a> {
    pub(super) fn new(source: &'a Arc<str>, head: &[u8], stream: &'a mut dyn Read) -> Self {
        let delimiter = delimiter(head);
        let rows = ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .flexible(true)
            .comment(Some(b'#'))
            .from_reader(BoundedStream::new(stream));
        Self { source, delimiter, rows }
    }

    /// The next row, if there is one.
    pub(super) fn next(&mut self, record: &mut ByteRecord, builder: &mut CatalogueBuilder) -> io::Result<bool> {
        self.rows.get_mut().left = MAX_FICHE_BYTES;
        let line = self.rows.position().line();
        match self.rows.read_byte_record(record).map_err(::csv::Error::into_kind) {
            Ok(is_there) => Ok(is_there),
            Err(ErrorKind::Io(error)) if error.kind() == io::ErrorKind::FileTooLarge => {
                let kind = ProblemKind::FicheTooLarge { limit: MAX_FICHE_BYTES, left_out: "the rest of the file" };
                let place = Place { line: usize::try_from(line).ok(), ..Place::of_source(self.source) };
                builder.problem(Problem { place, kind });
                Ok(false)
            }
            Err(ErrorKind::Io(error)) => Err(error),
            Err(other) => Err(io::Error::other(format!("{other:?}"))),
        }
    }

    fn header(&mut self, builder: &mut CatalogueBuilder) -> io::Result<Option<Vec<Column>>> {
        let mut record = ByteRecord::new();
        if !self.next(&mut record, builder)? {
            let kind = ProblemKind::NoFiche { expected: "a header and rows" };
            builder.problem(Problem { place: Place::of_source(self.source), kind });
            return Ok(None);
        }
        let names: Vec<Cow<'_, str>> = record.iter().map(String::from_utf8_lossy).collect();
        let columns: Vec<Column> = names.iter().map(|name| column(name)).collect();
        let has = |field| columns.contains(&Column::Known(field));
        if has(FicheField::Id) && (has(FicheField::Title) || has(FicheField::Feminine) || has(FicheField::Masculine)) {
            return Ok(Some(columns));
        }
        let kind = ProblemKind::MissingColumns { expected: "id and libelle", found: names.join(",") };
        let place = Place { line: Some(line_of(&record)), ..Place::of_source(self.source) };
        builder.problem(Problem { place, kind });
        Ok(None)
    }

    /// A quote that is still open at the end of the table, and its line. It is in the last field and swallows everything after it.
    fn open_quote(&self, record: &ByteRecord, line: usize) -> Option<(usize, ProblemKind)> {
        let stream = self.rows.get_ref();
        let last = record.iter().next_back().unwrap_or_default();
        let row_start = record.position().map_or(0, ::csv::Position::byte);
        let is_odd = stream.n_quotes % 2 == 1;
        let quote = stream.last_quote.filter(|quote| stream.is_ended && is_odd && row_start <= *quote)?;
        // An inch mark inside a plain field is not an open quote: such a field ends with its line and begins before the mark.
        if !last.contains(&b'\n') && last.len() as u64 != stream.n_bytes - quote - 1 {
            return None;
        }
        let behind = n_lines(last);
        let kind = ProblemKind::QuoteNotClosed { n_lines: behind + usize::from(!last.ends_with(b"\n")) };
        Some((line + n_lines(record.as_slice()) - behind, kind))
    }

    /// A quote that the quote of another row closed, and its line. The row may have the right number of fields, but one of them has
    /// several lines although it is not a text, or contains a line with an identifier in the position of a row's.
    fn taken_rows(&self, columns: &[Column], record: &ByteRecord, line: usize) -> Option<(usize, ProblemKind)> {
        if record.len() != columns.len() || memchr(b'\n', record.as_slice()).is_none() {
            return None;
        }
        let id_column = columns.iter().position(|column| *column == Column::Known(FicheField::Id))?;
        let is_row = |text: &[u8]| {
            let id = text.split(|byte| *byte == self.delimiter).nth(id_column).and_then(|id| std::str::from_utf8(id).ok());
            id.is_some_and(|id| id.parse::<MetierId>().is_ok())
        };
        let mut n_before = 0;
        for (column, value) in columns.iter().zip(record) {
            let value = value.trim_ascii_end();
            let n_inside = n_lines(value);
            let has_taken = 0 < n_inside && (!column.is_text() || value.split(|byte| *byte == b'\n').skip(1).any(is_row));
            if has_taken {
                return Some((line + n_before, ProblemKind::QuoteNotClosed { n_lines: 1 + n_inside }));
            }
            n_before += n_inside;
        }
        None
    }

    fn row(&self, columns: &[Column], record: &ByteRecord, builder: &mut CatalogueBuilder) {
        let line = line_of(record);
        let place = || Place { line: Some(line), ..Place::of_source(self.source) };
        if let Some((line, kind)) = self.open_quote(record, line).or_else(|| self.taken_rows(columns, record, line)) {
            return builder.problem(Problem { place: Place { line: Some(line), ..Place::of_source(self.source) }, kind });
        }
        if record.len() != columns.len() {
            let n_lines = 1 + n_lines(record.as_slice());
            let kind = ProblemKind::WrongFieldCount { expected: columns.len(), found: record.len(), n_lines };
            return builder.problem(Problem { place: place(), kind });
        }
        let mut draft = FicheDraft::starting(self.source, Some(line));
        // UTF-8 is checked once per row, and per field only in a damaged row.
        match std::str::from_utf8(record.as_slice()) {
            Ok(text) => {
                let mut start = 0;
                for (column, value) in columns.iter().zip(record) {
                    draft.fill(column, text.get(start..start + value.len()).unwrap_or_default().into(), line);
                    start += value.len();
                }
            }
            Err(error) => {
                let byte = record.as_slice()[error.valid_up_to()];
                builder.problem(Problem { place: place(), kind: ProblemKind::NotUtf8 { byte } });
                for (column, value) in columns.iter().zip(record) {
                    draft.fill(column, String::from_utf8_lossy(value), line);
                }
            }
        }
        draft.finish(Vec::new(), builder);
    }
}

fn line_of(record: &ByteRecord) -> usize {
    let line = record.position().map_or(1, ::csv::Position::line);
    usize::try_from(line).unwrap_or(usize::MAX)
}

/// The most frequent delimiter of the first line outside quotes, or a comma if it has none.
fn delimiter(head: &[u8]) -> u8 {
    let mut counts = [0_usize; DELIMITERS.len()];
    let header = head.split(|byte| *byte == b'\n').find(|line| !line.starts_with(b"#")).unwrap_or_default();
    let mut is_quoted = false;
    for byte in header {
        is_quoted ^= *byte == b'"';
        if let Some(place) = DELIMITERS.iter().position(|delimiter| delimiter == byte && !is_quoted) {
            counts[place] += 1;
        }
    }
    // `max_by_key` returns the last of equal counts, so the search goes backwards.
    let best = (0..DELIMITERS.len()).rev().max_by_key(|place| counts[*place]);
    best.map_or(DELIMITERS[0], |place| DELIMITERS[place])
}

/// The column that a header names.
fn column(name: &str) -> Column {
    Column::Known(match heading_key(name).replace(['_', '-'], " ").as_str() {
        "id" | "identifiant" => FicheField::Id,
        "libelle" | "nom" | "nom metier" | "libelle metier" | "metier" | "intitule" => FicheField::Title,
        "libelle feminin" | "feminin" => FicheField::Feminine,
        "libelle masculin" | "masculin" => FicheField::Masculine,
        "niveau acces" | "niveau d'acces" | "niveau acces min" | "niveau d'acces minimum" => FicheField::AccessLevel,
        "statuts" | "statut" | "statuts possibles" => FicheField::Statuses,
        "centres interet" | "centres d'interet" | "centre interet" | "centre d'interet" => FicheField::Interests,
        "secteurs" | "secteur" | "secteurs activite" | "secteurs d'activite" => FicheField::Sectors,
        "codes rome" | "code rome" | "rome" | "romes" => FicheField::RomeCodes,
        "riasec" | "lettres riasec" => FicheField::Riasec,
        "domaines" | "domaine" | "domaine/sous domaine" | "domaines/sous domaines" => FicheField::Domains,
        "formations" | "formations recommandees" | "formations min requise" => FicheField::Trainings,
        "presentation" | "accroche" | "accroche metier" => FicheField::Presentation,
        "en bref" => FicheField::Overview,
        _ => return Column::Other(name.trim().to_owned()),
    })
}

impl<'a> FicheDraft<'a> {
    /// Stores the value of one column; an empty value is ignored.
    fn fill(&mut self, column: &Column, value: Cow<'a, str>, line: usize) {
        if value.trim().is_empty() {
            return;
        }
        let field = match column {
            Column::Known(field) => *field,
            Column::Other(heading) => {
                let text = value.trim().to_owned();
                return self.other_sections.push(Section { heading: heading.clone(), text });
            }
        };
        let list = match field {
            FicheField::RomeCodes => &mut self.rome_codes,
            FicheField::Riasec => &mut self.riasec,
            FicheField::Statuses => &mut self.statuses,
            FicheField::Interests => &mut self.interests,
            FicheField::Sectors => &mut self.sectors,
            FicheField::Domains => &mut self.domains,
            FicheField::Trainings => &mut self.trainings,
            FicheField::Presentation => return self.presentation = Some(value.trim().to_owned()),
            FicheField::Overview => return self.overview = Some(value.trim().to_owned()),
            single => return self.fill_single(single, LocatedText::new(value, line)),
        };
        match value {
            Cow::Borrowed(text) => list.extend(text.split(BETWEEN_VALUES).map(|part| item(field, part.trim(), line))),
            Cow::Owned(text) => {
                let items = text.split(BETWEEN_VALUES).map(|part| LocatedText::new(part.trim().to_owned(), line));
                list.extend(items);
            }
        }
    }

    fn fill_single(&mut self, field: FicheField, value: LocatedText<'a>) {
        let place = match field {
            FicheField::Id => &mut self.id,
            FicheField::Feminine => &mut self.feminine,
            FicheField::Masculine => &mut self.masculine,
            FicheField::AccessLevel => &mut self.access_level,
            _ => &mut self.heading,
        };
        *place = Some(value);
    }
}

fn item(field: FicheField, text: &str, line: usize) -> LocatedText<'_> {
    if field == FicheField::Trainings { training(text, line) } else { LocatedText::new(text, line) }
}

/// A stream that fails if one row takes more bytes than the limit, as a quote that is never closed does.
struct BoundedStream<'a> {
    inner: &'a mut dyn Read,
    left: usize,
    /// The number of quotes so far; an odd number at the end means that one is not closed.
    n_quotes: usize,
    /// The position of the last quote.
    last_quote: Option<u64>,
    n_bytes: u64,
    is_ended: bool,
}

impl<'a> BoundedStream<'a> {
    fn new(inner: &'a mut dyn Read) -> Self {
        Self { inner, left: MAX_FICHE_BYTES, n_quotes: 0, last_quote: None, n_bytes: 0, is_ended: false }
    }
}

impl Read for BoundedStream<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, "a row beyond the limit"));
        }
        let n_wanted = buffer.len().min(self.left);
        let n_read = self.inner.read(&mut buffer[..n_wanted])?;
        self.left -= n_read;
        let chunk = &buffer[..n_read];
        if let Some(last) = memrchr(b'"', chunk) {
            self.n_quotes += memchr_iter(b'"', chunk).count();
            self.last_quote = Some(self.n_bytes + last as u64);
        }
        self.n_bytes += n_read as u64;
        self.is_ended = n_read == 0;
        Ok(n_read)
    }
}

#[cfg(test)]
mod tests {
    //! Properties: the delimiter is found; a quote that is never closed costs bounded memory and is reported with the line where it
    //! opens, like the rows that it swallows; correct quotes, or those inside a plain field, are not a problem.

    use super::*;

    #[test]
    fn the_delimiter_is_the_one_the_header_has_most_often() {
        assert_eq!(delimiter("id;libelle,x;y\na,b,c,d".as_bytes()), b';');
        assert_eq!(delimiter("id,\"a;b;c\"\n".as_bytes()), b',');
        assert_eq!(delimiter(b"id"), b',');
        assert_eq!(delimiter(b"# a;b\nid\tlibelle\n"), b'\t');
    }

    #[test]
    fn a_quote_that_is_never_closed_is_told_with_its_line() {
        let endless = "x".repeat(MAX_FICHE_BYTES + 100_000);
        let text = format!("id,libelle\nMET.1,mime\nMET.2,\"{endless}\nMET.3,clown\n");
        let mut builder = CatalogueBuilder::default();
        read(&"t.csv".into(), text.as_bytes(), &mut text.as_bytes(), &mut builder).expect("no failure of the system");
        assert_eq!(builder.placed.len(), 1);
        assert_eq!(
            builder.problems[0].to_string(),
            "t.csv:3: expected a fiche of at most 1048576 bytes, found a larger one; close or split it, \
             the rest of the file is left out"
        );
    }

    /// The number of métiers that were read, and the problems.
    fn outcome(rows: &str) -> (usize, Vec<String>) {
        let text = format!("id,libelle,en_bref\n{rows}");
        let mut builder = CatalogueBuilder::default();
        read(&"t.csv".into(), text.as_bytes(), &mut text.as_bytes(), &mut builder).expect("no failure of the system");
        (builder.placed.len(), builder.problems.iter().map(ToString::to_string).collect())
    }

    /// One métier, and the problem of a quote on this line that spans these lines.
    fn told(line: usize, lines: &str) -> (usize, Vec<String>) {
        let text = format!(
            "t.csv:{line}: expected the quote that opens here to be closed in its row, found it open over {lines}; \
             close it, or write a quote inside a text twice, what stands there is left out"
        );
        (1, vec![text])
    }

    #[test]
    fn a_quote_that_is_open_at_the_end_is_told_where_it_opens() {
        let good = "MET.1,mime,\n";
        // The row has as many fields as the header, so nothing else would reveal that two rows are lost.
        assert_eq!(outcome(&format!("{good}MET.2,clown,\"x\nMET.3,a,b\nMET.4,a,b\n")), told(3, "3 lines"));
        assert_eq!(outcome(&format!("{good}MET.2,\"a\nb\",\"x\nMET.3,a,b")), told(4, "2 lines"));
        assert_eq!(outcome(&format!("{good}MET.2,clown,\"x")), told(3, "1 line"));
    }

    #[test]
    fn a_quote_that_ends_in_another_row_is_told_with_the_lines_it_took() {
        let (n_placed, problems) = outcome("MET.1,\"mime,x\nMET.2,clown,\"x\"\nMET.3,acrobate,\n");
        assert_eq!(n_placed, 1);
        let expected = "t.csv:2: expected 3 fields as in the header, found 2 in a row of 2 lines; close the quote that opens on its \
                        first line, or correct the row, the 2 lines are left out";
        assert_eq!(problems, [expected]);
    }

    #[test]
    fn rows_that_are_taken_are_told_though_the_fields_are_as_many() {
        assert_eq!(outcome("MET.1,mime,\"x\nMET.2,clown,\"x\"\nMET.3,acrobate,\"x\"\n"), told(2, "2 lines"));
        assert_eq!(outcome("MET.1,\"mime,\nMET.2,\"clown\",\nMET.3,acrobate,\n"), told(2, "2 lines"));
    }

    #[test]
    fn quotes_that_are_right_are_no_problem() {
        for rows in [
            "MET.1,mime,\"a\nb\"",
            "MET.1,mime,\"a \"\"b\"\"\"\n",
            "MET.1,tube 5\" long,\nMET.2,mime,x",
            "MET.1,mime,\"a,\nvoir MET.2, b\"",
            "MET.1,tube 5\" long,x",
            "MET.1,mime,tube 5\"",
            "MET.1,mime,tube 5\" long",
        ] {
            assert_eq!(outcome(rows).1, Vec::<String>::new(), "{rows}");
        }
    }
}
