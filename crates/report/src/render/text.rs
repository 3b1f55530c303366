//! Documents as plain text: titles underlined, columns aligned, long lines broken.

use std::fmt::Write;

use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm, core::display_width};

use super::document::{Block, Document, Table};
use super::typography::{BOUND_SPACE, bind};

/// How wide a line gets, where it can be broken.
const LINE_WIDTH: usize = 100;

/// Why results of writing are not looked at.
const NEVER_FAILS: &str = "writing to a string does not fail";

/// The document as plain text.
pub(crate) fn text(document: &Document) -> String {
    let mut out = underlined(&document.title, "=");
    for section in &document.sections {
        out.push('\n');
        out.push_str(&underlined(&section.title, "-"));
        for block in &section.blocks {
            match block {
                Block::Paragraph(text) => wrap(&mut out, "", text),
                Block::List(items) => items.iter().for_each(|item| wrap(&mut out, "  - ", item)),
                Block::Table(table) => write_table(&mut out, table),
            }
        }
    }
    out
}

fn underlined(title: &str, line: &str) -> String {
    format!("{title}\n{}\n", line.repeat(display_width(title)))
}

/// Writes a text behind a mark, broken between words; the lines that follow are indented as far as the first.
fn wrap(out: &mut String, mark: &str, text: &str) {
    let indent = " ".repeat(mark.len());
    let options = Options::new(LINE_WIDTH)
        .initial_indent(mark)
        .subsequent_indent(&indent)
        .break_words(false)
        .wrap_algorithm(WrapAlgorithm::FirstFit)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation);
    for line in textwrap::wrap(&bind(text), options) {
        writeln!(out, "{}", line.replace(BOUND_SPACE, " ")).expect(NEVER_FAILS);
    }
}

fn write_table(out: &mut String, table: &Table) {
    let head: Vec<String> = table.columns.iter().map(|column| column.name.clone()).collect();
    let rows = || std::iter::once(&head).chain(&table.rows);
    let width = |column: usize| rows().map(|row| display_width(&row[column])).max().unwrap_or(0);
    let widths: Vec<usize> = (0..head.len()).map(width).collect();
    for row in rows() {
        let mut line = String::new();
        for ((cell, column), width) in row.iter().zip(&table.columns).zip(&widths) {
            let padding = " ".repeat(width - display_width(cell));
            let (before, after) = if column.is_number { (padding, String::new()) } else { (String::new(), padding) };
            write!(line, "  {before}{cell}{after}").expect(NEVER_FAILS);
        }
        writeln!(out, "{}", line.trim_end()).expect(NEVER_FAILS);
    }
}

#[cfg(test)]
mod tests {
    //! Properties: columns line up in characters, not bytes; long lines break between words that French typography does not bind.

    use super::*;

    #[test]
    fn columns_line_up() {
        let rows = [["été", "7"], ["a_b", "12"]].map(|row| row.map(str::to_owned).to_vec());
        let table = Table::new(["mot".into(), "n".into()], rows.into());
        let document = Document::new("Titre").with("Été", vec![Block::Paragraph("Oui.".into()), Block::Table(table)]);
        assert_eq!(text(&document), "Titre\n=====\n\nÉté\n---\nOui.\n  mot   n\n  été   7\n  a_b  12\n");
    }

    #[test]
    fn long_lines_break_between_words() {
        let mut out = String::new();
        wrap(&mut out, "  - ", &"mot ".repeat(40));
        assert!(out.lines().all(|line| line.chars().count() <= LINE_WIDTH), "{out}");
        assert_eq!(out.split_whitespace().filter(|word| *word == "mot").count(), 40);
        assert!(out.lines().skip(1).all(|line| line.starts_with("    ")), "{out}");
    }

    #[test]
    fn marks_stay_with_their_words() {
        let mut out = String::new();
        wrap(&mut out, "", &"« un mot » ; ".repeat(40));
        assert!(out.lines().all(|line| !line.ends_with('«') && !line.starts_with(['»', ';'])), "{out}");
        assert!(!out.contains(BOUND_SPACE));
    }
}
