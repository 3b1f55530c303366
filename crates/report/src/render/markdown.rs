//! Documents as Markdown: blocks with an empty line between them, in which no text is taken for markup.

use super::document::{Block, Card, Cell, Document, Facts, Group, Item, Section, Table};
use super::typography::set;

/// The document as Markdown.
pub(crate) fn markdown(document: &Document) -> String {
    let mut parts = vec![format!("# {}\n", escape(&document.title))];
    for section in &document.sections {
        parts.extend(section.title.as_ref().map(|title| format!("## {}\n", escape(title))));
        section.blocks.iter().for_each(|block| write_block(&mut parts, block));
    }
    parts.join("\n")
}

/// Adds the parts of a block; an empty line will stand between parts.
fn write_block(parts: &mut Vec<String>, block: &Block) {
    match block {
        Block::Paragraph(text) | Block::Introduction(text) | Block::Legend(text) => parts.push(format!("{}\n", escape(text))),
        Block::PrintHint(_) | Block::Notes(_) => {}
        Block::List(items) => parts.push(list(items.iter().map(String::as_str))),
        Block::Table(table) => parts.push(write_table(table)),
        Block::Picture { path, shows } => parts.push(format!("![{}]({path})\n", escape(shows))),
        Block::Section(section) => write_section(parts, "###", section),
        Block::Disclosure(section) => write_section(parts, "##", section),
        Block::Columns(first, others) => {
            std::iter::once(first).chain(others).for_each(|section| write_section(parts, "##", section));
        }
        Block::Pairs(pairs) => {
            let lines: Vec<String> = pairs.iter().map(|pair| format!("{} {}", pair.name, pair.said.text())).collect();
            parts.push(list(lines.iter().map(String::as_str)));
        }
        Block::Card(card) => write_card(parts, card),
        Block::Bracket { sentence, items, cards, .. } => {
            parts.push(format!("{}\n", escape(sentence)));
            parts.extend((!items.is_empty()).then(|| self::items(items)));
            for card in cards {
                write_card(parts, card);
            }
        }
        Block::Facts(facts) => {
            write_facts(parts, facts);
            write_way(parts, facts);
        }
        Block::Why(why) => {
            parts.push(items(&why.items));
            parts.extend(why.table.as_ref().map(write_table));
        }
        Block::Grid(sections) => sections.iter().for_each(|section| write_section(parts, "##", section)),
        Block::Ladder(ladder) => parts.push(list(ladder.rungs.iter().map(|rung| rung.said.as_str()))),
    }
}

fn write_section(parts: &mut Vec<String>, level: &str, section: &Section) {
    parts.extend(section.title.as_ref().map(|title| format!("{level} {}\n", escape(title))));
    section.blocks.iter().for_each(|block| write_block(parts, block));
}

fn write_card(parts: &mut Vec<String>, card: &Card) {
    parts.push(format!("## {}. {} ({})\n", card.rank, escape(&card.name), card.id));
    write_facts(parts, &card.facts);
    parts.extend((!card.why.items.is_empty()).then(|| items(&card.why.items)));
    write_way(parts, &card.facts);
    parts.extend(card.why.table.as_ref().map(write_table));
}

/// What the sheet says is quoted.
fn write_facts(parts: &mut Vec<String>, facts: &Facts) {
    let lines = std::iter::once(facts.level_line()).chain(facts.about.clone());
    parts.push(lines.map(|line| format!("> {}\n", escape(&line))).collect::<Vec<_>>().join(">\n"));
}

fn write_way(parts: &mut Vec<String>, facts: &Facts) {
    let lines = facts.way_lines();
    parts.extend((!lines.is_empty()).then(|| lines.iter().map(|line| format!("> - {}\n", escape(line))).collect()));
}

fn items(items: &[Item]) -> String {
    list(items.iter().map(|item| item.text.as_str()))
}

fn list<'a>(items: impl Iterator<Item = &'a str>) -> String {
    items.map(|item| format!("- {}\n", escape(item))).collect()
}

fn write_table(table: &Table) -> String {
    let head = row(table.columns.iter().map(|column| Some(escape(&column.name))));
    let rule = row(table.columns.iter().map(|column| Some(if column.is_number { "---:" } else { "---" }.to_owned())));
    let groups = table.groups.iter().map(|group| write_group(group, table.columns.len()));
    std::iter::once(head).chain([rule]).chain(groups).collect()
}

fn write_group(group: &Group, n_columns: usize) -> String {
    let cell = |cell: &Cell| (!matches!(cell, Cell::Nothing)).then(|| escape(&cell.text()));
    let rows = group.rows.iter().map(|cells| row(cells.iter().map(cell)));
    let strong = |text: &str| Some(format!("**{}**", escape(text)));
    let total = group.total.as_ref().map(|(name, total)| {
        row((0..n_columns).map(|column| match column {
            1 => strong(name),
            last if last + 1 == n_columns => strong(total),
            _ => None,
        }))
    });
    rows.chain(total).collect()
}

/// A row of cells, of which some may have nothing to say.
fn row(cells: impl Iterator<Item = Option<String>>) -> String {
    let cells: String = cells.map(|cell| cell.map_or(" |".to_owned(), |cell| format!(" {cell} |"))).collect();
    format!("|{cells}\n")
}

/// Text in its typography, in which no character is taken for Markdown or HTML.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in set(text).chars() {
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
