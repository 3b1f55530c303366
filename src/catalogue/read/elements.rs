//! Turns the elements of a fiche into a draft, whether they stood in XML or in JSON.

use std::borrow::Cow;
use std::sync::Arc;

use super::html::{self, Block};
use super::names::{Name, Names};
use super::tree::{ElementIdx, FicheTree};
use crate::catalogue::builder::CatalogueBuilder;
use crate::catalogue::draft::{FicheDraft, LocatedText};
use crate::catalogue::label::heading_key;
use crate::catalogue::nothing::is_nothing;
use crate::catalogue::{FicheField, Place, ProblemKind, StudyPath};

/// The longest paragraph that is taken for a heading, in bytes: « Après un bac + 2 ou équivalent ».
const MAX_HEADING_BYTES: usize = 60;

/// The draft of a fiche.
pub(super) fn draft<'a>(
    tree: &FicheTree<'a>,
    source: &Arc<str>,
    line: usize,
    names: &mut Names,
    builder: &mut CatalogueBuilder,
) -> FicheDraft<'a> {
    let mut draft = FicheDraft::starting(source, Some(line));
    for (name, value) in tree.attributes(FicheTree::ROOT) {
        match names.find(name) {
            Name::Field(field) => draft.fill_all(field, &LocatedText::new(value.clone(), line)),
            _ if is_of_xml(name) => {}
            _ => draft.section(name, value.trim().to_owned()),
        }
    }
    for child in tree.children(FicheTree::ROOT) {
        let element = tree.element(child);
        match names.of(&element.name, || Place::of_line(source, element.line), builder) {
            // A fiche inside a fiche is a related one.
            Name::Field(FicheField::Title) if tree.has_parts(child) && element.name.eq_ignore_ascii_case("metier") => {
                if let Some(text) = line_of(tree, child) {
                    draft.section(&element.name, text);
                }
            }
            Name::Field(field) => fill(&mut draft, field, tree, child),
            Name::Labels => labels(&mut draft, tree, child, names),
            Name::ShortForms => formats(&mut draft, tree, child, names),
            Name::Other => {
                if let Some(text) = section(tree, child) {
                    draft.section(&element.name, text);
                }
            }
        }
    }
    draft
}

/// Puts an element into its field.
fn fill<'a>(draft: &mut FicheDraft<'a>, field: FicheField, tree: &FicheTree<'a>, place: ElementIdx) {
    if field == FicheField::Studies {
        let html = tree.html(place);
        draft.studies.extend(paths(if is_nothing(&html) { Vec::new() } else { html::blocks(&html) }));
    } else if field.is_text() {
        let text = html::plain_text(&tree.html(place)).unwrap_or_default();
        draft.fill(field, LocatedText::new(text, tree.element(place).line));
    } else if !field.is_list() && is_value(tree, place) {
        draft.fill(field, value(tree, place));
    } else if is_value(tree, place) {
        // An empty list has no values, whereas an empty value is a problem that the draft reports.
        let found = value(tree, place);
        if found.id.is_some() {
            draft.fill(field, found);
        } else if !found.text.is_empty() {
            // Lines and items of HTML are values of their own.
            let html = tree.html(place);
            let text = if html.contains('<') { html::plain_text(&html).unwrap_or_default().into() } else { found.text };
            draft.fill_all(field, &LocatedText { text, ..found });
        }
    } else {
        for text in tree.own_texts(place) {
            let kind = ProblemKind::NotAnItem { found: text.into_owned() };
            draft.faults.push((field, Some(tree.element(place).line), kind));
        }
        tree.children(place).for_each(|child| draft.fill(field, value(tree, child)));
    }
}

/// Whether an attribute is one of XML itself.
fn is_of_xml(name: &str) -> bool {
    matches!(name, "xmlns" | "nil" | "schemaLocation" | "noNamespaceSchemaLocation" | "lang" | "space")
}

/// The feminine and masculine labels in one element.
fn labels<'a>(draft: &mut FicheDraft<'a>, tree: &FicheTree<'a>, place: ElementIdx, names: &mut Names) {
    for child in tree.children(place) {
        if let Name::Field(field @ (FicheField::Feminine | FicheField::Masculine)) = names.find(&tree.element(child).name) {
            draft.fill(field, value(tree, child));
        }
    }
}

/// Whether an element is a value, rather than a list of values.
fn is_value(tree: &FicheTree<'_>, place: ElementIdx) -> bool {
    let is_part = |child| ["id", "libelle", "id_ideo1"].iter().any(|part| tree.element(child).name.eq_ignore_ascii_case(part));
    !tree.has_parts(place) || tree.children(place).any(is_part)
}

/// The label and identifier of a value, from elements or attributes, otherwise its text.
fn value<'a>(tree: &FicheTree<'a>, place: ElementIdx) -> LocatedText<'a> {
    let label = tree.text_of(place, "libelle").unwrap_or_else(|| tree.text(place));
    LocatedText::new(label, tree.element(place).line).with_id(tree.text_of(place, "id"))
}

/// Reads the short forms of a fiche: « En bref », the duration of studies, and others, by their type or, if it says nothing, by their
/// label.
fn formats(draft: &mut FicheDraft<'_>, tree: &FicheTree<'_>, place: ElementIdx, names: &mut Names) {
    let is_part =
        |child| ["descriptif", "libelle", "type"].iter().any(|part| tree.element(child).name.eq_ignore_ascii_case(part));
    if tree.has_parts(place) && !tree.children(place).any(is_part) {
        return tree.children(place).for_each(|child| formats(draft, tree, child, names));
    }
    let text = tree.children(place).find(|child| tree.element(*child).name.eq_ignore_ascii_case("descriptif"));
    let mut blocks = html::blocks(
        &text.map_or_else(|| if tree.has_parts(place) { "".into() } else { tree.html(place) }, |text| tree.html(text)),
    );
    let (kind, label) = (tree.text_of(place, "type"), tree.text_of(place, "libelle"));
    let known = [&kind, &label].into_iter().flatten().map(|name| names.find(name)).find(|name| *name != Name::Other);
    let heading = kind.or(label);
    match known {
        Some(Name::Field(FicheField::Studies)) => draft.studies.extend(paths(blocks)),
        None if heading.is_some() => {
            if let Some(text) = html::join(blocks) {
                draft.section(&heading.unwrap_or_default(), text);
            }
        }
        _ => {
            let studies = blocks.iter().position(opens_studies).map(|first| blocks.split_off(first));
            draft.studies.extend(paths(studies.unwrap_or_default()));
            let field = if known == Some(Name::Field(FicheField::Presentation)) {
                FicheField::Presentation
            } else {
                FicheField::Overview
            };
            draft.fill(field, LocatedText::new(html::join(blocks).unwrap_or_default(), tree.element(place).line));
        }
    }
}

/// The key of a block that is short enough for a heading.
fn key_of(block: &Block) -> Option<String> {
    (block.text.len() <= MAX_HEADING_BYTES).then(|| heading_key(&block.text))
}

fn is_studies(key: &str) -> bool {
    let letters = || key.trim_end_matches([':', ' ', '_']).chars().map(|letter| if letter == '_' { ' ' } else { letter });
    ["duree des etudes", "duree etudes", "les etudes", "etudes"].iter().any(|studies| letters().eq(studies.chars()))
}

fn opens_studies(block: &Block) -> bool {
    key_of(block).is_some_and(|key| is_studies(&key))
}

/// The study paths, each of which begins with a heading « Après … ».
fn paths(blocks: Vec<Block>) -> Vec<StudyPath> {
    let mut paths: Vec<(String, Vec<Block>)> = vec![(String::new(), Vec::new())];
    for block in blocks {
        let key = key_of(&block);
        let opens_studies = key.as_deref().is_some_and(is_studies);
        if key.is_some_and(|key| key.starts_with("apres ")) || 0 < block.level && !opens_studies {
            paths.push((block.text, Vec::new()));
        } else if let Some((_, texts)) = paths.last_mut().filter(|_| !opens_studies) {
            texts.push(block);
        }
    }
    let told = paths.into_iter().filter(|(heading, texts)| !heading.is_empty() || !texts.is_empty());
    told.map(|(heading, texts)| StudyPath::new(&heading, html::join(texts).unwrap_or_default())).collect()
}

/// The text of any other element that is not empty, or one line per value of a list.
fn section(tree: &FicheTree<'_>, place: ElementIdx) -> Option<String> {
    if !tree.has_parts(place) || tree.has_own_text(place) {
        return html::plain_text(&tree.html(place));
    }
    let lines: Vec<String> = tree.children(place).filter_map(|child| line_of(tree, child)).collect();
    Some(lines.join("\n")).filter(|lines| !lines.is_empty())
}

/// A value of a list on one line: « label (ID: …) », or all its texts.
fn line_of(tree: &FicheTree<'_>, place: ElementIdx) -> Option<String> {
    let id = tree.text_of(place, "id");
    let text = tree.text_of(place, "libelle").map_or_else(
        || tree.all_texts(place).into_iter().filter(|text| Some(text) != id.as_ref()).collect::<Vec<_>>().join(" : "),
        Cow::into_owned,
    );
    match id {
        Some(id) if text.is_empty() => Some(format!("- {id}")),
        Some(id) => Some(format!("- {text} (ID: {id})")),
        None => Some(format!("- {text}")).filter(|_| !text.is_empty()),
    }
}
