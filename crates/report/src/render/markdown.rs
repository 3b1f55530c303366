//! Documents as Markdown: blocks with an empty line between them, in which no text is taken for markup.

use super::document::{Block, Document, Table};

/// The document as Markdown.
pub(crate) fn markdown(document: &Document) -> String {
    let mut blocks = vec![format!("# {}\n", escape(&document.title))];
    for section in &document.sections {
        blocks.push(format!("## {}\n", escape(&section.title)));
        blocks.extend(section.blocks.iter().map(block));
    }
    blocks.join("\n")
}

fn block(block: &Block) -> String {
    match block {
        Block::Paragraph(text) => format!("{}\n", escape(text)),
        Block::List(items) => items.iter().map(|item| format!("- {}\n", escape(item))).collect(),
        Block::Table(table) => write_table(table),
    }
}

fn write_table(table: &Table) -> String {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let head = line(table.columns.iter().map(|column| escape(&column.name)).collect());
    let rule = |is_number: bool| if is_number { "---:" } else { "---" }.to_owned();
    let rule = line(table.columns.iter().map(|column| rule(column.is_number)).collect());
    let rows: String = table.rows.iter().map(|row| line(row.iter().map(|cell| escape(cell)).collect())).collect();
    head + &rule + &rows
}

/// Text in which no character is taken for Markdown or HTML.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '&') {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

#[cfg(test)]
mod tests {
    //! Properties: no text is taken for markup; a cell with a bar stays one cell.

    use super::*;

    #[test]
    fn no_text_is_taken_for_markup() {
        let rows = [["a|b", "7"], ["a_b", "12"]].map(|row| row.map(str::to_owned).to_vec());
        let table = Table::new(["mot".into(), "n".into()], rows.into());
        let document = Document::new("Titre").with("<Été>", vec![Block::Paragraph("*Oui*.".into()), Block::Table(table)]);
        let expected = "# Titre\n\n## \\<Été\\>\n\n\\*Oui\\*.\n\n| mot | n |\n| --- | ---: |\n| a\\|b | 7 |\n| a\\_b | 12 |\n";
        assert_eq!(markdown(&document), expected);
    }
}
