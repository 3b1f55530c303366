//! Sections of sentences, lists and tables, and their two forms: plain text and Markdown.

use std::fmt::Write;

use super::render::escape;

/// How wide a line of plain text gets, where it can be broken.
const LINE_WIDTH: usize = 100;

/// Stands for a space at which a line is not broken.
const BOUND_SPACE: char = '\u{a0}';

/// A part of a report.
pub(super) struct Section {
    pub(super) title: String,
    pub(super) blocks: Vec<Block>,
}

pub(super) enum Block {
    Sentence(String),
    List(Vec<String>),
    Table(Table),
}

/// The first column is text, the others are numbers. Every row has one cell for each column.
pub(super) struct Table {
    pub(super) columns: Vec<&'static str>,
    pub(super) rows: Vec<Vec<String>>,
}

/// The report in plain text: titles underlined, columns aligned, long lines broken.
pub(super) fn text(title: &str, sections: &[Section]) -> String {
    let mut out = format!("{title}\n{}\n", "=".repeat(title.chars().count()));
    for section in sections {
        write!(out, "\n{}\n{}\n", section.title, "-".repeat(section.title.chars().count())).expect(NEVER_FAILS);
        for block in &section.blocks {
            match block {
                Block::Sentence(sentence) => wrap(&mut out, "", sentence),
                Block::List(items) => {
                    for item in items {
                        wrap(&mut out, "  - ", item);
                    }
                }
                Block::Table(table) => text_table(&mut out, table),
            }
        }
    }
    out
}

/// The report in Markdown.
pub(super) fn markdown(title: &str, sections: &[Section]) -> String {
    let mut out = format!("# {}\n", escape(title));
    for section in sections {
        write!(out, "\n## {}\n", escape(&section.title)).expect(NEVER_FAILS);
        for block in &section.blocks {
            out.push('\n');
            match block {
                Block::Sentence(sentence) => writeln!(out, "{}", escape(sentence)).expect(NEVER_FAILS),
                Block::List(items) => {
                    for item in items {
                        writeln!(out, "- {}", escape(item)).expect(NEVER_FAILS);
                    }
                }
                Block::Table(table) => markdown_table(&mut out, table),
            }
        }
    }
    out
}

/// Why results of writing are not looked at.
const NEVER_FAILS: &str = "writing to a string does not fail";

/// Writes a text behind a mark, broken between words; the lines that follow are indented as far as the first.
///
/// As French typography has it, no line ends after « or begins with », « ; », « : » or « ? ».
fn wrap(out: &mut String, mark: &str, text: &str) {
    let indent = " ".repeat(mark.chars().count());
    let mut line = mark.to_owned();
    let mut is_empty = true;
    for word in bind(text).split(' ') {
        if !is_empty && LINE_WIDTH < line.chars().count() + 1 + word.chars().count() {
            writeln!(out, "{}", line.replace(BOUND_SPACE, " ")).expect(NEVER_FAILS);
            line.clone_from(&indent);
            is_empty = true;
        }
        if !is_empty {
            line.push(' ');
        }
        line.push_str(word);
        is_empty = false;
    }
    writeln!(out, "{}", line.replace(BOUND_SPACE, " ")).expect(NEVER_FAILS);
}

fn bind(text: &str) -> String {
    let mut bound = text.replace("« ", &format!("«{BOUND_SPACE}"));
    for mark in ["»", ";", ":", "?"] {
        bound = bound.replace(&format!(" {mark}"), &format!("{BOUND_SPACE}{mark}"));
    }
    bound
}

fn text_table(out: &mut String, table: &Table) {
    let header: Vec<String> = table.columns.iter().map(|&column| column.to_owned()).collect();
    let rows: Vec<&Vec<String>> = std::iter::once(&header).chain(&table.rows).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..table.columns.len()).map(width).collect();
    for row in rows {
        let mut line = format!("  {:<1$}", row[0], widths[0]);
        for (cell, width) in row.iter().zip(&widths).skip(1) {
            write!(line, "  {cell:>width$}").expect(NEVER_FAILS);
        }
        writeln!(out, "{}", line.trim_end()).expect(NEVER_FAILS);
    }
}

fn markdown_table(out: &mut String, table: &Table) {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    out.push_str(&line(table.columns.iter().map(|column| escape(column)).collect()));
    let rule = |column: usize| if column == 0 { "---" } else { "---:" }.to_owned();
    out.push_str(&line((0..table.columns.len()).map(rule).collect()));
    for row in &table.rows {
        out.push_str(&line(row.iter().map(|cell| escape(cell)).collect()));
    }
}

#[cfg(test)]
mod tests {
    //! Properties: columns line up in characters, not bytes; long lines break between words; Markdown takes no text for markup.

    use super::*;

    fn sections() -> Vec<Section> {
        let rows = [["été", "7"], ["a_b", "12"]].map(|row| row.map(str::to_owned).to_vec());
        let table = Table { columns: vec!["mot", "n"], rows: rows.to_vec() };
        vec![Section { title: "Été".into(), blocks: vec![Block::Sentence("Oui.".into()), Block::Table(table)] }]
    }

    #[test]
    fn columns_line_up() {
        assert_eq!(text("Titre", &sections()), "Titre\n=====\n\nÉté\n---\nOui.\n  mot   n\n  été   7\n  a_b  12\n");
    }

    #[test]
    fn markdown_takes_no_text_for_markup() {
        let expected = "# Titre\n\n## Été\n\nOui.\n\n| mot | n |\n| --- | ---: |\n| été | 7 |\n| a\\_b | 12 |\n";
        assert_eq!(markdown("Titre", &sections()), expected);
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
