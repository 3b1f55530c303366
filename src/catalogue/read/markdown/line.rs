//! The forms of a line and the names of fields.

use crate::catalogue::FicheField;
use crate::catalogue::draft::LocatedText;
use crate::catalogue::label::heading_key;

/// The part of a fiche that the reader is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FichePart<'a> {
    /// Before any field.
    Preface,
    /// In a field that is a list or a single value.
    Values(FicheField),
    /// In the feminine and masculine labels.
    Labels,
    /// In a text: presentation or overview.
    Text(FicheField),
    /// In « Durée des études », under this sub-heading.
    Studies(&'a str),
    /// In a section with an unknown heading.
    Other(&'a str),
    /// In a field that occurred before.
    Repeated(FicheField),
}

/// A line by its form.
pub(super) enum LineForm<'a> {
    Heading { level: usize, is_indented: bool, text: &'a str },
    Bold { name: &'a str, value: &'a str },
    Item(&'a str),
    Text(&'a str),
}

pub(super) fn form(line: &str) -> LineForm<'_> {
    let trimmed = line.trim();
    let level = trimmed.bytes().take_while(|byte| *byte == b'#').count();
    let after_marks = &trimmed[level..];
    if (1..=6).contains(&level) && (after_marks.is_empty() || after_marks.starts_with(char::is_whitespace)) {
        let is_indented = line.starts_with("    ") || line.starts_with('\t');
        return LineForm::Heading { level, is_indented, text: after_marks.trim().trim_end_matches('#').trim() };
    }
    if let Some((name, value)) = bold(trimmed) {
        return LineForm::Bold { name, value };
    }
    match trimmed.strip_prefix(['-', '*', '•', '–']) {
        Some(item) if item.is_empty() || item.starts_with(char::is_whitespace) => LineForm::Item(item.trim()),
        _ => LineForm::Text(line),
    }
}

/// The name and value of « **Name:** value » or « **Name** : value ».
fn bold(trimmed: &str) -> Option<(&str, &str)> {
    let (name, value) = trimmed.strip_prefix("**")?.split_once("**")?;
    let inner = name.trim().strip_suffix(':');
    let value = value.trim();
    let value = if inner.is_some() { value } else { value.strip_prefix(':')?.trim() };
    Some((inner.unwrap_or(name).trim(), value))
}

/// The part that a heading or the name of a field opens.
pub(super) fn opened_by(name: &str) -> Option<FichePart<'static>> {
    Some(match heading_key(name).trim_end_matches([':', ' ']) {
        "id" | "identifiant" => FichePart::Values(FicheField::Id),
        "appellations" | "appellation" => FichePart::Labels,
        "codes rome" | "code rome" | "rome" => FichePart::Values(FicheField::RomeCodes),
        "presentation" => FichePart::Text(FicheField::Presentation),
        "en bref" => FichePart::Text(FicheField::Overview),
        "duree des etudes" => FichePart::Studies(""),
        "niveau d'acces minimum" | "niveau d'acces" | "niveau minimum d'acces" => FichePart::Values(FicheField::AccessLevel),
        "formations recommandees" | "formations" | "formation recommandee" => FichePart::Values(FicheField::Trainings),
        "statuts possibles" | "statuts" | "statut possible" | "statut" => FichePart::Values(FicheField::Statuses),
        "centres d'interet" | "centre d'interet" | "centres d'interets" => FichePart::Values(FicheField::Interests),
        "secteurs d'activite" | "secteur d'activite" | "secteurs" => FichePart::Values(FicheField::Sectors),
        _ => return None,
    })
}

/// « diplôme … (ID: FOR.7112) », with or without the identifier.
pub(in crate::catalogue::read) fn training(item: &str, number: usize) -> LocatedText<'_> {
    let parts = item.trim_end().strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    if let Some((label, inner)) = parts {
        let inner = inner.trim();
        let id = inner.split_once(':').filter(|(name, _)| heading_key(name) == "id").map(|(_, id)| id.trim());
        if let Some(id) = id {
            return LocatedText::new(label.trim(), number).with_id(Some(id.into()));
        }
    }
    LocatedText::new(item.trim(), number)
}
