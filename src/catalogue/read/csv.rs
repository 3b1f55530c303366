//! Reads a table of métiers, one per row, as spreadsheets and exports save it.

mod rows;

use std::sync::Arc;

use ::csv::StringRecord;

use super::html;
use super::limits::{MAX_COLUMNS, MAX_FICHE_BYTES};
use super::names::{Name, Names};
use super::other::other_of_fields;
use super::text;
use crate::catalogue::builder::CatalogueBuilder;
use crate::catalogue::draft::{FicheDraft, LocatedText};
use crate::catalogue::nothing::is_nothing;
use crate::catalogue::{FicheField, MetierId, Place, Problem, ProblemKind};

use self::rows::Row;
pub(super) use self::rows::{Rows, too_wide};

/// A column: its name and what it holds.
struct Column<'a> {
    name: &'a str,
    holds: Name,
}

/// Reads all rows of a table.
pub(super) fn read(source: &Arc<str>, bytes: &[u8], builder: &mut CatalogueBuilder) {
    let text = text::text(source, bytes, builder);
    if let Some((line, kind)) = too_wide(&text) {
        return builder.problem(Problem { place: Place::of_line(source, line), kind });
    }
    let mut rows = Rows::new(&text);
    let Some(header) = rows.next() else {
        let kind = ProblemKind::NoFiche { expected: "a header and rows" };
        return builder.problem(Problem { place: Place::of_source(source), kind });
    };
    let (header, line) = (header.values.clone(), header.line);
    let Some(columns) = columns(source, &header, line, builder) else { return };
    rows.id_column = columns.iter().position(|column| column.holds == Name::Field(FicheField::Id)).unwrap_or_default();
    let mut n_rows = 0;
    while !builder.is_overfull()
        && let Some(row) = rows.next()
    {
        n_rows += 1;
        if let Some((line, kind)) = fault(row, &columns) {
            builder.problem(Problem { place: Place::of_line(source, line), kind });
        } else {
            draft(source, &columns, row).finish(Vec::new(), builder);
        }
    }
    if n_rows == 0 {
        let kind = ProblemKind::NoFiche { expected: "a row below the header" };
        builder.problem(Problem { place: Place::of_source(source), kind });
    }
}

/// Whether a table with this beginning is one of métiers.
pub(super) fn is_table(head: &str) -> bool {
    let mut names = Names::default();
    let mut rows = Rows::new(head);
    let header = rows.next().map(|row| row.values.clone()).unwrap_or_default();
    1 < header.len() && header.iter().any(|name| names.find(name) == Name::Field(FicheField::Id))
}

/// The columns, or a problem if the table is none of métiers.
fn columns<'a>(source: &str, header: &'a StringRecord, line: usize, builder: &mut CatalogueBuilder) -> Option<Vec<Column<'a>>> {
    let place = || Place::of_line(source, line);
    let mut names = Names::default();
    let mut has = |field| header.iter().take(MAX_COLUMNS).any(|name| names.find(name) == Name::Field(field));
    if !has(FicheField::Id) || !(has(FicheField::Title) || has(FicheField::Feminine) || has(FicheField::Masculine)) {
        let missing =
            || ProblemKind::MissingColumns { expected: "id and libelle", found: header.iter().collect::<Vec<_>>().join(",") };
        // A table of formations has names that a fiche does not have.
        let others: Vec<&str> = header.iter().take(MAX_COLUMNS).filter(|name| names.find(name) == Name::Other).collect();
        let kind = other_of_fields(others.into_iter()).unwrap_or_else(missing);
        builder.problem(Problem { place: place(), kind });
        return None;
    }
    let found = header.iter().take(MAX_COLUMNS);
    let columns = found.map(|name| Column { name, holds: names.of(name, place, builder) }).collect();
    if MAX_COLUMNS < header.len() {
        let kind = ProblemKind::TooManyColumns { limit: MAX_COLUMNS, found: header.len() };
        builder.problem(Problem { place: place(), kind });
    }
    Some(columns)
}

/// Why a row is not read, and the line of the fault, if there is one.
fn fault(row: &Row, columns: &[Column<'_>]) -> Option<(usize, ProblemKind)> {
    if let Some((line, n_lines)) = row.open_quote {
        return Some((line, ProblemKind::QuoteNotClosed { n_lines }));
    }
    if MAX_FICHE_BYTES < row.n_bytes {
        return Some((row.line, ProblemKind::FicheTooLarge { limit: MAX_FICHE_BYTES, left_out: "the row" }));
    }
    let n_values = row.values.iter().enumerate().filter(|(_, value)| !value.trim().is_empty()).map(|(place, _)| place + 1).max();
    let found = n_values.filter(|found| columns.len() < *found && columns.len() < MAX_COLUMNS)?;
    Some((row.line, ProblemKind::WrongFieldCount { expected: columns.len(), found, n_lines: row.n_lines }))
}

/// The draft of a row; missing last values are empty.
fn draft<'a>(source: &Arc<str>, columns: &[Column<'_>], row: &'a Row) -> FicheDraft<'a> {
    let mut draft = FicheDraft::starting(source, Some(row.line));
    for (column, value) in columns.iter().zip(&row.values) {
        let value = written(value);
        if value.is_empty() {
            continue;
        }
        let located = |text| LocatedText::new(text, row.line);
        match column.holds {
            Name::Field(field) if field.is_list() => draft.fill_all(field, &located(html::shown(value))),
            Name::Field(field) if field.is_text() => draft.fill(field, located(html::shown(value))),
            Name::Field(field) => draft.fill(field, located(html::one_line(value.into()))),
            _ if is_nothing(value) => {}
            _ => draft.section(column.name.trim(), html::shown(value).into_owned()),
        }
    }
    draft
}

/// What a cell says: a spreadsheet writes `="MET.1"` for a text that it must not take for a number.
fn written(cell: &str) -> &str {
    let cell = cell.trim();
    cell.strip_prefix("=\"").and_then(|text| text.strip_suffix('"')).unwrap_or(cell)
}

/// Whether a line of a table is a row: its value in the column of identifiers is one.
fn is_row(line: &str, delimiter: u8, id_column: usize) -> bool {
    let id = line.split(char::from(delimiter)).nth(id_column);
    id.is_some_and(|id| id.trim_matches(['"', ' ']).parse::<MetierId>().is_ok())
}

#[cfg(test)]
mod tests;
