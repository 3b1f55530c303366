//! Turns the elements of a fiche into a draft.

use std::borrow::Cow;
use std::sync::Arc;

use super::html::{self, Block};
use super::tree::{ElementIdx, FicheTree};
use crate::catalogue::draft::{FicheDraft, LocatedText};
use crate::catalogue::label::heading_key;
use crate::catalogue::{Section, StudyPath};

/// The longest paragraph that is taken for a heading, in bytes: « Après un bac + 2 ou équivalent ».
const MAX_HEADING_BYTES: usize = 60;

/// The draft of a fiche.
pub(super) fn draft<'a>(tree: &FicheTree<'a>, source: &Arc<str>, line: usize) -> FicheDraft<'a> {
    let mut draft = FicheDraft::starting(source, Some(line));
    for child in tree.children(FicheTree::ROOT) {
        let single = || LocatedText::new(tree.text(child), tree.element(child).line);
        match tree.element(child).name {
            "identifiant" => set(&mut draft.id, single()),
            "nom_metier" => set(&mut draft.heading, single()),
            "libelle_feminin" => set(&mut draft.feminine, single()),
            "libelle_masculin" => set(&mut draft.masculine, single()),
            "romesV3" | "romeV3" | "codes_rome" | "code_rome" => draft.rome_codes.extend(items(tree, child)),
            "niveau_acces_min" => set(&mut draft.access_level, value(tree, child)),
            "statuts" | "statut" => draft.statuses.extend(items(tree, child)),
            "centres_interet" | "centre_interet" => draft.interests.extend(items(tree, child)),
            "secteurs_activite" | "secteur_activite" => draft.sectors.extend(items(tree, child)),
            "formations_min_requise" | "formation_min_requise" => draft.trainings.extend(items(tree, child)),
            "accroche_metier" => add(&mut draft.presentation, html::plain_text(&tree.text(child))),
            "formats_courts" | "format_court" => formats(tree, child, &mut draft),
            name => draft.other_sections.extend(section(tree, child, name)),
        }
    }
    draft
}

/// Sets a value, unless there already is a non-empty one.
fn set<'a>(place: &mut Option<LocatedText<'a>>, found: LocatedText<'a>) {
    if place.as_ref().is_none_or(|first| first.text.is_empty() && first.id.is_none()) {
        *place = Some(found);
    }
}

/// Appends a text as a further paragraph.
fn add(place: &mut Option<String>, text: Option<String>) {
    *place = match (place.take(), text) {
        (Some(first), Some(more)) => Some(format!("{first}\n\n{more}")),
        (first, more) => first.or(more),
    };
}

/// Whether an element is a value, rather than a list of values.
fn is_value(tree: &FicheTree<'_>, place: ElementIdx) -> bool {
    let is_part = |child| matches!(tree.element(child).name, "id" | "libelle" | "id_ideo1");
    !tree.has_children(place) || tree.children(place).any(is_part)
}

/// The values of a list; the element of a one-item list may itself be the value.
fn items<'a>(tree: &FicheTree<'a>, list: ElementIdx) -> Vec<LocatedText<'a>> {
    let is_nothing = |found: &LocatedText<'_>| found.text.is_empty() && found.id.is_none();
    if is_value(tree, list) {
        // An empty list has no values, whereas an empty value is a problem that the draft reports.
        return Some(value(tree, list)).filter(|found| !is_nothing(found)).into_iter().collect();
    }
    tree.children(list).map(|child| value(tree, child)).collect()
}

/// The label and identifier of a value, from elements or attributes, otherwise its text.
fn value<'a>(tree: &FicheTree<'a>, place: ElementIdx) -> LocatedText<'a> {
    let label = tree.text_of(place, "libelle").unwrap_or_else(|| tree.text(place));
    LocatedText::new(label, tree.element(place).line).with_id(tree.text_of(place, "id"))
}

/// Reads the short forms of a fiche: « En bref », the duration of studies, and others.
fn formats(tree: &FicheTree<'_>, place: ElementIdx, draft: &mut FicheDraft<'_>) {
    let is_one = tree.children(place).any(|child| matches!(tree.element(child).name, "descriptif" | "libelle" | "type"));
    if !is_one && tree.has_children(place) {
        return tree.children(place).for_each(|child| formats(tree, child, draft));
    }
    let text = tree.text_of(place, "descriptif").unwrap_or_else(|| tree.text(place));
    let label = tree.text_of(place, "libelle").or_else(|| tree.text_of(place, "type")).unwrap_or_default();
    let mut blocks = html::blocks(&text);
    let is_studies = is_studies(&label);
    let studies = blocks.iter().position(|block| is_studies || opens_studies(block)).map(|first| blocks.split_off(first));
    draft.studies.extend(paths(studies.unwrap_or_default()));
    match heading_key(&label).as_str() {
        "en bref" | "en_bref" | "" => add(&mut draft.overview, html::join(blocks)),
        _ if draft.overview.is_none() && !is_studies => draft.overview = html::join(blocks),
        _ => draft.other_sections.extend(html::join(blocks).map(|text| Section { heading: label.into_owned(), text })),
    }
}

fn is_studies(heading: &str) -> bool {
    let key = heading_key(heading).replace('_', " ");
    matches!(key.trim_end_matches([':', ' ']), "duree des etudes" | "duree etudes" | "les etudes" | "etudes")
}

fn opens_studies(block: &Block) -> bool {
    block.text.len() <= MAX_HEADING_BYTES && is_studies(&block.text)
}

/// The study paths, each of which begins with a heading « Après … ».
fn paths(blocks: Vec<Block>) -> Vec<StudyPath> {
    let mut paths: Vec<(String, Vec<Block>)> = vec![(String::new(), Vec::new())];
    for block in blocks {
        let is_after = block.text.len() <= MAX_HEADING_BYTES && heading_key(&block.text).starts_with("apres ");
        if is_after || block.is_heading && !opens_studies(&block) {
            paths.push((block.text, Vec::new()));
        } else if let Some((_, texts)) = paths.last_mut().filter(|_| !opens_studies(&block)) {
            texts.push(block);
        }
    }
    let told = paths.into_iter().filter(|(heading, texts)| !heading.is_empty() || !texts.is_empty());
    told.map(|(heading, texts)| StudyPath::new(&heading, html::join(texts).unwrap_or_default())).collect()
}

/// Any other element that is not empty, under its own name: its text, or one line per value of a list.
fn section(tree: &FicheTree<'_>, place: ElementIdx, name: &str) -> Option<Section> {
    let text = if tree.has_children(place) {
        let lines: Vec<String> = tree.children(place).filter_map(|child| line(tree, child)).collect();
        let own = html::plain_text(&tree.text(place));
        let lines = Some(lines.join("\n")).filter(|lines| !lines.is_empty());
        [own, lines].into_iter().flatten().reduce(|first, more| format!("{first}\n\n{more}"))
    } else {
        html::plain_text(&tree.text_of(place, "libelle").unwrap_or_else(|| tree.text(place)))
    };
    text.map(|text| Section { heading: name.to_owned(), text })
}

/// A value of a list on one line: « label (ID: …) », or all its texts.
fn line(tree: &FicheTree<'_>, place: ElementIdx) -> Option<String> {
    let LocatedText { text, id, .. } = value(tree, place);
    let text = if text.is_empty() {
        let texts: Vec<String> = tree.all_texts(place).filter(|text| Some(text) != id.as_ref()).map(Cow::into_owned).collect();
        texts.join(" : ")
    } else {
        text.into_owned()
    };
    let text = html::plain_text(&text).unwrap_or_default().replace('\n', " ");
    match id {
        Some(id) if text.is_empty() => Some(format!("- {id}")),
        Some(id) => Some(format!("- {text} (ID: {id})")),
        None if text.is_empty() => None,
        None => Some(format!("- {text}")),
    }
}
