//! Documents as plain text: columns aligned; in an outline, titles underlined and long lines broken.

use std::fmt::Write;

use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm, core::display_width};

use super::document::{Block, Card, Cell, Document, Item, Kind, Table};
use super::typography::set;

/// How wide a line gets, where it can be broken.
const LINE_WIDTH: usize = 100;

/// Marks what the sheet of a métier says.
const OF_SHEET: char = '|';

/// How wide a column of a table gets: one long cell does not fill the other rows with spaces.
const MAX_COLUMN_WIDTH: usize = 120;

/// Why results of writing are not looked at.
const NEVER_FAILS: &str = "writing to a string does not fail";

/// The document as plain text.
pub(crate) fn text(document: &Document) -> String {
    let is_outline = matches!(document.kind, Kind::Outline | Kind::Class);
    let mut out = Text { out: String::new(), is_outline };
    out.title(&document.title, "=");
    for (index, section) in document.sections.iter().enumerate() {
        if is_outline || 0 < index {
            out.out.push('\n');
        }
        if let Some(title) = &section.title {
            out.title(title, "-");
        }
        out.blocks(&section.blocks);
    }
    out.out
}

/// Text as far as it is written.
struct Text {
    out: String,
    is_outline: bool,
}

impl Text {
    fn title(&mut self, title: &str, line: &str) {
        self.line(title);
        if self.is_outline {
            self.line(&line.repeat(display_width(title)));
        }
    }

    fn line(&mut self, line: &str) {
        writeln!(self.out, "{}", set(line)).expect(NEVER_FAILS);
    }

    fn blocks(&mut self, blocks: &[Block]) {
        let mut was_card = false;
        for block in blocks {
            let is_card = matches!(block, Block::Card(_) | Block::Bracket { .. });
            if was_card && is_card {
                self.out.push('\n');
            }
            was_card = is_card;
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(text) | Block::Introduction(text) | Block::Legend(text) if self.is_outline => self.wrap("", text),
            Block::Paragraph(text) | Block::Introduction(text) | Block::Legend(text) => self.line(text),
            Block::PrintHint(_) | Block::Notes(_) | Block::Picture { .. } => {}
            Block::List(items) => items.iter().for_each(|item| self.wrap("  - ", item)),
            Block::Table(table) => self.table(table),
            Block::Section(section) | Block::Disclosure(section) => {
                section.title.iter().for_each(|title| self.wrap("", title));
                self.blocks(&section.blocks);
            }
            Block::Columns(first, others) => {
                std::iter::once(first).chain(others).for_each(|section| self.block(&Block::Section(section.clone())));
            }
            Block::Pairs(pairs) => {
                for pair in pairs {
                    self.wrap("  - ", &format!("{} {}", pair.name, pair.said.text()));
                }
            }
            Block::Card(card) => self.card(card),
            Block::Bracket { sentence, items, cards, .. } => {
                self.line(sentence);
                self.items("    ", items);
                for card in cards {
                    self.card(card);
                }
            }
            Block::Facts(facts) => {
                let lines = std::iter::once(facts.level_line()).chain(facts.about.clone()).chain(facts.way_lines());
                lines.for_each(|line| self.line(&format!("{OF_SHEET} {line}")));
            }
            Block::Why(why) => self.items("", &why.items),
            Block::Grid(parts) => {
                for part in parts {
                    self.out.push('\n');
                    self.block(&Block::Section(part.clone()));
                }
            }
            Block::Ladder(ladder) => ladder.rungs.iter().for_each(|rung| self.wrap("", &rung.said)),
        }
    }

    fn card(&mut self, card: &Card) {
        self.line(&format!("{:>2}. {}  [{}]", card.rank, card.name, card.id));
        let facts = &card.facts;
        for line in std::iter::once(facts.level_line()).chain(facts.about.clone()) {
            self.line(&format!("    {OF_SHEET} {line}"));
        }
        self.items("    ", &card.why.items);
        facts.way_lines().iter().for_each(|line| self.line(&format!("    {OF_SHEET} {line}")));
    }

    fn items(&mut self, indent: &str, items: &[Item]) {
        for item in items {
            self.line(&format!("{indent}{} {}", item.mark.character(), item.text));
        }
    }

    /// Writes a text behind a mark, broken between words; the lines that follow are indented as far as the first.
    fn wrap(&mut self, mark: &str, text: &str) {
        let indent = " ".repeat(mark.len());
        let options = Options::new(LINE_WIDTH)
            .initial_indent(mark)
            .subsequent_indent(&indent)
            .break_words(false)
            .wrap_algorithm(WrapAlgorithm::FirstFit)
            .word_separator(WordSeparator::AsciiSpace)
            .word_splitter(WordSplitter::NoHyphenation);
        for line in textwrap::wrap(&set(text), options) {
            self.line(&line);
        }
    }

    fn table(&mut self, table: &Table) {
        let head: Vec<String> = table.columns.iter().map(|column| column.name.clone()).collect();
        let row = |row: &Vec<Cell>| row.iter().map(Cell::text).collect();
        let rows: Vec<Vec<String>> =
            std::iter::once(head).chain(table.groups.iter().flat_map(|group| group.rows.iter().map(row))).collect();
        let width = |column: usize| rows.iter().map(|row| display_width(&row[column])).max().unwrap_or(0).min(MAX_COLUMN_WIDTH);
        let widths: Vec<usize> = (0..table.columns.len()).map(width).collect();
        for row in &rows {
            let mut line = String::new();
            for ((cell, column), width) in row.iter().zip(&table.columns).zip(&widths) {
                let padding = " ".repeat(width.saturating_sub(display_width(cell)));
                let (before, after) = if column.is_number { (padding, String::new()) } else { (String::new(), padding) };
                write!(line, "  {before}{cell}{after}").expect(NEVER_FAILS);
            }
            self.line(line.trim_end());
        }
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
    fn a_long_cell_makes_no_other_long() {
        let rows = [["x".repeat(70_000), "7".into()], ["a".into(), "12".into()]].map(Vec::from);
        let table = Table::new(["mot".into(), "n".into()], rows.into());
        let document = Document::new("Titre").with("Été", vec![Block::Table(table)]);
        assert_eq!(text(&document).lines().map(str::len).filter(|n| *n < 200).max(), Some(126));
    }

    fn wrapped(mark: &str, words: &str) -> String {
        let mut text = Text { out: String::new(), is_outline: true };
        text.wrap(mark, words);
        text.out
    }

    #[test]
    fn long_lines_break_between_words() {
        let out = wrapped("  - ", &"mot ".repeat(40));
        assert!(out.lines().all(|line| line.chars().count() <= LINE_WIDTH), "{out}");
        assert_eq!(out.split_whitespace().filter(|word| *word == "mot").count(), 40);
        assert!(out.lines().skip(1).all(|line| line.starts_with("    ")), "{out}");
    }

    #[test]
    fn marks_stay_with_their_words() {
        let out = wrapped("", &"« un mot » ; ".repeat(40));
        assert!(out.lines().all(|line| !line.ends_with('«') && !line.starts_with(['»', ';'])), "{out}");
        assert!(out.contains("«\u{a0}un mot\u{a0}»\u{a0};"), "{out}");
    }
}
