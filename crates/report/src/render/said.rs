//! Documents as data: the sentences in their parts, for an app that lays them out itself. Nothing in it is markup.

use boussole::catalogue::AccessLevel;
use boussole::inquiry::Robustness;
use serde::Serialize;

use super::document::{Block, Card, Cell, Document, Facts, Item, Mark, Pair, Phrase, Section, Table, Why};
use super::typography::set;
use crate::versioned::Versioned;
use crate::voice::{Language, Voice};

/// The schema of a document in its parts.
pub const SAID_SCHEMA: &str = "boussole/said/1";

#[derive(Serialize)]
struct Said {
    /// Of the sentences; names of métiers and texts of fiches are French in any.
    language: Language,
    title: String,
    parts: Vec<SaidPart>,
}

#[derive(Serialize)]
struct SaidPart {
    /// What the part is, in every language.
    #[serde(skip_serializing_if = "str::is_empty")]
    name: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    /// Whether a reader opens it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    folded: bool,
    blocks: Vec<SaidBlock>,
}

#[derive(Serialize)]
#[serde(tag = "block", rename_all = "snake_case")]
enum SaidBlock {
    Paragraph { text: String },
    Introduction { text: String },
    Legend { text: String },
    List { texts: Vec<String> },
    Pairs { pairs: Vec<SaidPair> },
    Metier(SaidMetier),
    Together { label: String, text: String, reasons: Vec<SaidItem>, metiers: Vec<SaidMetier> },
    Facts(SaidFacts),
    Reasons { reasons: Vec<SaidItem> },
    Ladder { title: String, rungs: Vec<SaidRung> },
    Table(SaidTable),
    Part(SaidPart),
}

/// A name, and what was said about it.
#[derive(Serialize)]
struct SaidPair {
    name: String,
    text: String,
    /// Whether the text is of the catalogue, hence French.
    is_label: bool,
}

#[derive(Serialize)]
struct SaidMetier {
    rank: usize,
    id: String,
    name: String,
    #[serde(flatten)]
    facts: SaidFacts,
    reasons: Vec<SaidItem>,
}

#[derive(Serialize)]
struct SaidFacts {
    access: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    badge: Option<SaidBadge>,
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<String>,
    notes: Vec<String>,
    way: Vec<SaidPair>,
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<SaidLink>,
}

#[derive(Serialize)]
struct SaidBadge {
    stability: Robustness,
    text: String,
}

#[derive(Serialize)]
struct SaidLink {
    name: String,
    url: String,
}

#[derive(Serialize)]
struct SaidItem {
    mark: Mark,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    tag: Option<String>,
}

#[derive(Serialize)]
struct SaidRung {
    level: AccessLevel,
    text: String,
}

#[derive(Serialize)]
struct SaidTable {
    #[serde(skip_serializing_if = "Option::is_none")]
    caption: Option<String>,
    columns: Vec<String>,
    groups: Vec<SaidGroup>,
}

/// Rows of a table that belong together.
#[derive(Serialize)]
struct SaidGroup {
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<String>,
    rows: Vec<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    /// A name and what the last column sums to.
    #[serde(skip_serializing_if = "Option::is_none")]
    total: Option<(String, String)>,
}

/// The document as one JSON document of the schema [`SAID_SCHEMA`].
pub(crate) fn said(document: &Document, voice: Voice) -> String {
    let parts = document.sections.iter().map(|section| part(section, false)).collect();
    Versioned::json(SAID_SCHEMA, Said { language: voice.language, title: set(&document.title), parts })
}

fn part(section: &Section, folded: bool) -> SaidPart {
    let blocks = section.blocks.iter().flat_map(block).collect();
    SaidPart { name: section.name, title: section.title.as_deref().map(set), folded, blocks }
}

/// What a block says; what only a page or paper shows says nothing.
fn block(block: &Block) -> Vec<SaidBlock> {
    let part = |section, folded| SaidBlock::Part(part(section, folded));
    vec![match block {
        Block::Paragraph(text) => SaidBlock::Paragraph { text: set(text) },
        Block::Introduction(text) => SaidBlock::Introduction { text: set(text) },
        Block::Legend(text) => SaidBlock::Legend { text: set(text) },
        Block::List(texts) => SaidBlock::List { texts: all(texts) },
        Block::Pairs(pairs) => SaidBlock::Pairs { pairs: pairs.iter().map(pair).collect() },
        Block::Card(card) => SaidBlock::Metier(metier(card)),
        Block::Bracket { label, sentence, items, cards } => SaidBlock::Together {
            label: set(label),
            text: set(sentence),
            reasons: items.iter().map(item).collect(),
            metiers: cards.iter().map(metier).collect(),
        },
        Block::Facts(given) => SaidBlock::Facts(facts(given)),
        Block::Why(why) => SaidBlock::Reasons { reasons: reasons(why) },
        Block::Ladder(ladder) => {
            let rung = |rung: &super::document::Rung| SaidRung { level: rung.level, text: set(&rung.said) };
            SaidBlock::Ladder { title: set(&ladder.title), rungs: ladder.rungs.iter().map(rung).collect() }
        }
        Block::Table(given) => SaidBlock::Table(table(given)),
        Block::Section(section) => part(section, false),
        Block::Disclosure(section) => part(section, true),
        Block::Columns(first, others) => return std::iter::once(first).chain(others).map(|one| part(one, false)).collect(),
        Block::Grid(parts) => return parts.iter().map(|one| part(one, false)).collect(),
        Block::Picture { .. } | Block::PrintHint(_) | Block::Notes(_) => return Vec::new(),
    }]
}

fn metier(card: &Card) -> SaidMetier {
    let (rank, id, name) = (card.rank, card.id.clone(), set(&card.name));
    SaidMetier { rank, id, name, facts: facts(&card.facts), reasons: reasons(&card.why) }
}

fn facts(facts: &Facts) -> SaidFacts {
    SaidFacts {
        access: set(&facts.level_line()),
        badge: facts.badge.as_ref().map(|(stability, words)| SaidBadge { stability: *stability, text: set(words) }),
        about: facts.about.as_deref().map(set),
        notes: all(&facts.notes),
        way: facts.way.iter().map(pair).collect(),
        link: facts.link.as_ref().map(|link| SaidLink { name: set(&link.name), url: link.url.clone() }),
    }
}

fn reasons(why: &Why) -> Vec<SaidItem> {
    why.items.iter().map(item).collect()
}

fn item(item: &Item) -> SaidItem {
    SaidItem { mark: item.mark, text: set(&item.text), tag: item.tag.as_deref().map(set) }
}

fn pair(pair: &Pair) -> SaidPair {
    let is_label = matches!(pair.said, Phrase::Label(_));
    SaidPair { name: set(&pair.name), text: set(pair.said.text()), is_label }
}

fn table(table: &Table) -> SaidTable {
    let row = |row: &Vec<Cell>| row.iter().map(|cell| set(&cell.text())).collect();
    let groups = table.groups.iter().map(|group| SaidGroup {
        label: group.label.as_deref().map(set),
        rows: group.rows.iter().map(row).collect(),
        note: group.note.as_deref().map(set),
        total: group.total.as_ref().map(|(name, total)| (set(name), set(total))),
    });
    let columns = table.columns.iter().map(|column| set(&column.name)).collect();
    SaidTable { caption: table.caption.as_deref().map(set), columns, groups: groups.collect() }
}

fn all(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| set(text)).collect()
}
