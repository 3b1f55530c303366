//! The blocks of a document as elements.

use boussole::inquiry::Robustness;
use maud::{Markup, html};

use super::typeset::Typesetter;
use super::{bars, ladder};
use crate::render::document::{Block, Card, Cell, Facts, Group, Item, Mark, Phrase, Section, Table, Why};

/// A part with its heading; nothing when it holds nothing.
pub(super) fn section(section: &Section, typesetter: Typesetter) -> Markup {
    if section.blocks.is_empty() {
        return Markup::default();
    }
    let name = (!section.name.is_empty()).then_some(section.name);
    html! {
        section class=[name] aria-labelledby=[name] { "\n"
            @if let Some(title) = &section.title { h2 id=[name] { (typesetter.own(title)) } "\n" }
            (blocks(&section.blocks, typesetter))
        } "\n"
    }
}

fn blocks(all: &[Block], typesetter: Typesetter) -> Markup {
    html! { @for one in all { (block(one, typesetter)) } }
}

/// One block.
pub(super) fn block(block: &Block, typesetter: Typesetter) -> Markup {
    match block {
        Block::Paragraph(text) => html! { p { (typesetter.own(text)) } "\n" },
        Block::Introduction(text) => html! { p class="intro" { (typesetter.own(text)) } "\n" },
        Block::Legend(text) => html! { p class="legend" { (typesetter.own(text)) } "\n" },
        Block::PrintHint(text) => html! { p class="screen" { (typesetter.own(text)) } "\n" },
        Block::List(items) => html! { ul { "\n" @for item in items { li { (typesetter.own(item)) } "\n" } } "\n" },
        Block::Table(table) => self::table(table, typesetter),
        Block::Picture { path, shows } => html! { img src=(path) alt=(shows); "\n" },
        Block::Section(part) => html! {
            @if let Some(title) = &part.title { h3 { (typesetter.own(title)) } "\n" }
            (blocks(&part.blocks, typesetter))
        },
        Block::Disclosure(part) => disclosure(part, typesetter),
        Block::Columns(first, others) => html! {
            div class="foot" { "\n"
                (section(first, typesetter))
                div { "\n" @for other in others { (section(other, typesetter)) } } "\n"
            } "\n"
        },
        Block::Pairs(pairs) => html! {
            dl { "\n" @for pair in pairs { dt { (typesetter.own(&pair.name)) } " " dd { (phrase(&pair.said, typesetter)) } "\n" } } "\n"
        },
        Block::Card(card) => self::card(card, typesetter),
        Block::Bracket { label, sentence, items, cards } => bracket([label, sentence], items, cards, typesetter),
        Block::Facts(facts) => self::facts(facts, typesetter),
        Block::Why(why) => html! { div class="piste" { "\n" (self::why(why, typesetter)) } "\n" },
        Block::Ladder(picture) => ladder::picture(picture, typesetter),
        Block::Grid(parts) => grid(parts, typesetter),
        Block::Notes(text) => html! { p class="notes" { (typesetter.own(text)) } "\n" },
    }
}

/// Neighbours that have something in common.
fn bracket([label, sentence]: [&str; 2], items: &[Item], cards: &[Card], typesetter: Typesetter) -> Markup {
    html! {
        div class="tie" { "\n"
            p class="tie-label" { b { (typesetter.own(label)) } " " (typesetter.own(sentence)) } "\n"
            @if !items.is_empty() { ul class="why" { "\n" @for one in items { (item(one, typesetter)) } } "\n" }
            @for one in cards { (card(one, typesetter)) }
        } "\n"
    }
}

/// Parts of equal right.
fn grid(parts: &[Section], typesetter: Typesetter) -> Markup {
    html! {
        div class="grid" { "\n"
            @for part in parts {
                article class="pupil" { "\n"
                    @if let Some(title) = &part.title { h2 { (Typesetter::plain(title)) } "\n" }
                    (blocks(&part.blocks, typesetter))
                } "\n"
            }
        } "\n"
    }
}

fn phrase(phrase: &Phrase, typesetter: Typesetter) -> Markup {
    match phrase {
        Phrase::Own(text) => typesetter.own(text),
        Phrase::Label(text) => typesetter.label(text),
    }
}

/// A part that a reader opens: closed at first for the student, open for a counsellor. It is printed when it is open.
fn disclosure(part: &Section, typesetter: Typesetter) -> Markup {
    html! {
        details class=(part.name) open[typesetter.0.has_figures()] { "\n"
            summary { @if let Some(title) = &part.title { h2 { (typesetter.own(title)) } } } "\n"
            (blocks(&part.blocks, typesetter))
        } "\n"
    }
}

fn card(card: &Card, typesetter: Typesetter) -> Markup {
    let id = format!("piste-{}", card.rank);
    // The first card shows a student what the others hold.
    let is_open = typesetter.0.has_figures() || card.rank == 1;
    html! {
        article class="piste" aria-labelledby=(id) { "\n"
            details open[is_open] { "\n"
                summary { "\n"
                    h3 id=(id) {
                        span class="rank" { (card.rank) } " "
                        span class="name" lang=[typesetter.label_language()] { (Typesetter::french(&card.name)) }
                    } "\n"
                    (badges(&card.facts, typesetter))
                    (chips(&card.why, typesetter))
                } "\n"
                (why(&card.why, typesetter))
                (notes(&card.facts, typesetter))
            } "\n"
        } "\n"
    }
}

/// The strongest reasons that the student gave, as labels: at most three, so that a closed card says why it is there.
fn chips(why: &Why, typesetter: Typesetter) -> Markup {
    /// More are read when the card is open.
    const MAX_CHIPS: usize = 3;
    let terms = why.bars.iter().flat_map(|bars| &bars.terms).filter(|bar| 0.0 < bar.points && !bar.is_inferred && !bar.is_level);
    let terms: Vec<_> = terms.take(MAX_CHIPS).collect();
    html! {
        @if !terms.is_empty() {
            ul class="chips" { @for bar in terms { li { (typesetter.own(&bar.label)) } } } "\n"
        }
    }
}

fn facts(facts: &Facts, typesetter: Typesetter) -> Markup {
    html! { (badges(facts, typesetter)) (notes(facts, typesetter)) }
}

/// The level, how it fits, how sure the place is, and one line on what the métier is.
fn badges(facts: &Facts, typesetter: Typesetter) -> Markup {
    html! {
        p class="access" {
            (typesetter.own(&facts.access))
            @if let Some(level) = &facts.level { " " (typesetter.own(level)) }
            @if let Some(fit) = &facts.fit { " (" (typesetter.own(fit)) ")" }
            @if let Some((robustness, words)) = &facts.badge {
                " " span class="stability" { span aria-hidden="true" { (dots(*robustness)) } " " (typesetter.own(words)) }
            }
        } "\n"
        @if let Some(about) = &facts.about {
            p class="about" lang=[typesetter.label_language()] { (Typesetter::french(about)) } "\n"
        }
    }
}

/// What else to note, and the way on.
fn notes(facts: &Facts, typesetter: Typesetter) -> Markup {
    html! {
        @for note in &facts.notes { p class="note" { (typesetter.own(note)) } "\n" }
        @if !facts.way.is_empty() {
            dl class="way" { "\n"
                @for pair in &facts.way { dt { (typesetter.own(&pair.name)) } " " dd { (phrase(&pair.said, typesetter)) } "\n" }
            } "\n"
        }
        @if let Some(link) = &facts.link { p class="link" { a href=(link.url) { (typesetter.own(&link.name)) } } "\n" }
    }
}

/// As many dots filled as the mark of a place has steps.
fn dots(robustness: Robustness) -> &'static str {
    match robustness {
        Robustness::Stable => "●●●",
        Robustness::Fragile => "●●○",
        Robustness::Lot => "●○○",
    }
}

fn why(why: &Why, typesetter: Typesetter) -> Markup {
    html! {
        @if !why.items.is_empty() { ul class="why" { "\n" @for one in &why.items { (item(one, typesetter)) } } "\n" }
        @if let Some(bars) = &why.bars { (bars::picture(bars)) }
    }
}

fn item(item: &Item, typesetter: Typesetter) -> Markup {
    let (class, sign) = match item.mark {
        Mark::For => ("for", Some("+")),
        Mark::Against => ("against", Some("−")),
        Mark::Unknown => ("unknown", Some("?")),
        Mark::Note | Mark::Moved | Mark::Tied | Mark::Place => ("note", None),
    };
    html! {
        li class=(class) {
            @if let Some(sign) = sign { span class="sign" aria-hidden="true" { (sign) } }
            (typesetter.own(&item.text))
            @if let Some(tag) = &item.tag { " " em class="tag" { (typesetter.own(tag)) } }
        } "\n"
    }
}

fn table(table: &Table, typesetter: Typesetter) -> Markup {
    let name = (!table.name.is_empty()).then_some(table.name);
    html! {
        table class=[name] { "\n"
            @if let Some(caption) = &table.caption { caption { (typesetter.own(caption)) } "\n" }
            thead { tr { @for column in &table.columns { th scope="col" { (typesetter.own(&column.name)) } } } } "\n"
            @for one in &table.groups { (group(one, table.columns.len(), typesetter)) }
        } "\n"
    }
}

fn group(group: &Group, n_columns: usize, typesetter: Typesetter) -> Markup {
    html! {
        tbody { "\n"
            @if let Some(label) = &group.label {
                tr { th scope="rowgroup" colspan=(n_columns) { (typesetter.label(label)) } } "\n"
            }
            @for row in &group.rows {
                tr {
                    @for (index, one) in row.iter().enumerate() {
                        @if index == 0 { th scope="row" { (cell(one, typesetter)) } } @else { td { (cell(one, typesetter)) } }
                    }
                } "\n"
            }
            @if let Some(note) = &group.note { tr { td colspan=(n_columns) { (typesetter.own(note)) } } "\n" }
            @if let Some((name, total)) = &group.total {
                tr class="total" { th scope="row" colspan=(n_columns - 1) { (typesetter.own(name)) } td { (typesetter.own(total)) } } "\n"
            }
        } "\n"
    }
}

fn cell(cell: &Cell, typesetter: Typesetter) -> Markup {
    match cell {
        Cell::Nothing => html! { "–" },
        Cell::Text(text) => typesetter.own(text),
        Cell::Named(name, label) => html! { (typesetter.own(name)) " " (typesetter.label(label)) },
    }
}
