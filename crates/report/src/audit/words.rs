//! French words for who keeps the data of a catalogue: neutral, addressed to nobody.

use std::sync::Arc;

use boussole::catalogue::audit::PlaceNumbers;
use boussole::catalogue::{FicheField, Place, ProblemKind};

pub(super) const TITLE: &str = "Audit du catalogue";
pub(super) const NO_PROBLEM: &str = "Aucun problème rencontré à la lecture.";
pub(super) const NO_TIED_GROUP: &str = "Aucun groupe.";
pub(super) const NOT_LOOKED_FOR: &str = "Non calculée.";
pub(super) const SAME_FACTS: &str = "Deux métiers aux mêmes données ont le même score pour tout profil qui ne parle que de ces données : \
     seul un tirage les sépare.";

/// A number of things in words: « 1 métier », « 2 métiers ».
pub(super) fn count(n: usize, one: &str, several: &str) -> String {
    if n < 2 { format!("{n} {one}") } else { format!("{n} {several}") }
}

/// So many métiers.
pub(super) fn metiers(n: usize) -> String {
    count(n, "métier", "métiers")
}

/// The name of a field.
pub(super) fn field(field: FicheField) -> &'static str {
    match field {
        FicheField::Id => "identifiant",
        FicheField::Title => "titre",
        FicheField::Feminine => "appellation féminine",
        FicheField::Masculine => "appellation masculine",
        FicheField::RomeCodes => "codes ROME",
        FicheField::AccessLevel => "niveau d'accès",
        FicheField::Statuses => "statuts",
        FicheField::Interests => "centres d'intérêt",
        FicheField::Sectors => "secteurs",
        FicheField::Riasec => "lettres RIASEC",
        FicheField::Domains => "domaines",
        FicheField::Trainings => "formations",
        FicheField::Presentation => "présentation",
        FicheField::Overview => "en bref",
        FicheField::Studies => "durée des études",
    }
}

/// Names of fields that are looked at together.
pub(super) fn fields(fields: &[FicheField]) -> String {
    fields.iter().map(|one| field(*one)).collect::<Vec<_>>().join(" + ")
}

/// The values of one field; labels are quoted, since they hold commas and dashes.
pub(super) fn values(values: &[Arc<str>]) -> String {
    if values.is_empty() {
        return "rien".to_owned();
    }
    values.iter().map(|value| format!("« {value} »")).collect::<Vec<_>>().join(", ")
}

/// Identifiers that number places: why they are not kept, and that nothing is lost.
pub(super) fn place_numbers(numbers: &PlaceNumbers) -> String {
    let (first, last) = (numbers.ids.first().map_or("", String::as_str), numbers.ids.last().map_or("", String::as_str));
    format!(
        "À savoir : les identifiants des {} ({first} à {last}) numérotent les places dans chaque liste et ne désignent aucun libellé ; \
         ils ne sont pas gardés, les libellés le sont tous.",
        field(numbers.field)
    )
}

/// A place in the data.
pub(super) fn place(place: &Place) -> String {
    let line = place.line.map(|line| format!("ligne {line}"));
    let name = place.field.map(|name| field(name).to_owned());
    let known = [line, place.metier.clone(), name].into_iter().flatten();
    std::iter::once(place.source.clone()).chain(known).collect::<Vec<_>>().join(", ")
}

/// What problems of one kind are, and what became of the value.
pub(super) fn problem_kind(kind: &ProblemKind) -> &'static str {
    match kind {
        ProblemKind::Missing { .. } => "donnée indispensable absente, fiche laissée de côté",
        ProblemKind::InvalidIdentifier { .. } => "identifiant ou code mal formé, laissé de côté",
        ProblemKind::UnknownAccessLevel { .. } => "niveau d'accès inconnu, laissé de côté",
        ProblemKind::RepeatedField { .. } => "rubrique en double, la première est gardée",
        ProblemKind::NotAnItem { .. } => "ligne de liste sans « - », laissée de côté",
        ProblemKind::EmptyItem => "ligne de liste vide",
        ProblemKind::RepeatedValue { .. } => "valeur répétée dans une liste, gardée une fois",
        ProblemKind::DuplicateId { .. } => "identifiant en double, la première fiche est gardée",
        ProblemKind::InvalidRiasec { .. } => "lettres RIASEC mal formées, laissées de côté",
        ProblemKind::AmbiguousId { .. } => "identifiant de plusieurs libellés, laissé de côté",
        ProblemKind::Malformed { .. } => "texte mal formé, partie abîmée laissée de côté",
        ProblemKind::Doctype { .. } => "déclaration DOCTYPE, refusée",
        ProblemKind::UnknownEntity { .. } => "entité XML inconnue, laissée de côté",
        ProblemKind::TooDeep { .. } => "éléments trop imbriqués, fiche laissée de côté",
        ProblemKind::FicheTooLarge { .. } => "fiche trop grande, laissée de côté",
        ProblemKind::UnknownEncoding { .. } => "encodage inconnu, fichier laissé de côté",
        ProblemKind::WrongFieldCount { .. } => "ligne de tableau trop courte ou trop longue, laissée de côté",
        ProblemKind::QuoteNotClosed { .. } => "guillemet non fermé, les lignes qu'il prend sont laissées de côté",
        ProblemKind::MissingColumns { .. } => "colonnes indispensables absentes, fichier laissé de côté",
        ProblemKind::UnknownSchema { .. } => "schéma JSON inconnu, fichier laissé de côté",
        ProblemKind::UnknownFormat => "format inconnu, fichier laissé de côté",
        ProblemKind::FormatNotBuilt { .. } => "format non compris dans ce programme, fichier laissé de côté",
        ProblemKind::NoFiche { .. } => "fichier sans fiche",
        ProblemKind::TooManyProblems { .. } => "trop de problèmes dans un fichier, les suivants ne sont pas listés",
        ProblemKind::TooManyFiches { .. } => "trop de fiches, les suivantes sont laissées de côté",
        ProblemKind::NotUtf8 { .. } => "octets qui ne sont pas de l'UTF-8, lus comme �",
        ProblemKind::TooLarge { .. } => "fichier trop grand, laissé de côté",
        ProblemKind::Unreadable { .. } => "fichier illisible, laissé de côté",
    }
}

/// What was found at the place of one problem, where that helps to repair it.
pub(super) fn problem_detail(kind: &ProblemKind) -> Option<String> {
    match kind {
        ProblemKind::InvalidIdentifier { example, found } => Some(format!("« {found} » au lieu d'une forme comme {example}")),
        ProblemKind::UnknownAccessLevel { found, nearest } => Some(format!("« {found} » ; le plus proche : « {nearest} »")),
        ProblemKind::RepeatedField { first_line } => Some(format!("déjà à la ligne {first_line}")),
        ProblemKind::NotAnItem { found }
        | ProblemKind::RepeatedValue { found }
        | ProblemKind::InvalidRiasec { found }
        | ProblemKind::UnknownEncoding { found }
        | ProblemKind::MissingColumns { found, .. } => Some(format!("« {found} »")),
        ProblemKind::AmbiguousId { id, labels, .. } => Some(format!("{id} : « {} »", labels.join(" », « "))),
        ProblemKind::Malformed { format, reason, .. } => Some(format!("{format} : {reason}")),
        ProblemKind::UnknownEntity { name } => Some(format!("« &{name}; »")),
        ProblemKind::TooDeep { limit } => Some(format!("plus de {limit} niveaux")),
        ProblemKind::WrongFieldCount { expected, found, n_lines: 1 } => Some(format!("{found} champs au lieu de {expected}")),
        ProblemKind::WrongFieldCount { expected, found, n_lines } => {
            Some(format!("{found} champs au lieu de {expected}, sur {n_lines} lignes : un guillemet à fermer ?"))
        }
        ProblemKind::QuoteNotClosed { n_lines } => Some(count(*n_lines, "ligne prise", "lignes prises")),
        ProblemKind::UnknownSchema { expected, found } => Some(format!("« {found} » au lieu de « {expected} »")),
        ProblemKind::FormatNotBuilt { format, .. } => Some((*format).to_owned()),
        ProblemKind::TooManyProblems { n_more, .. } => Some(format!("{n_more} de plus")),
        ProblemKind::TooManyFiches { limit } => Some(format!("plus de {limit}")),
        ProblemKind::FicheTooLarge { limit, .. } => Some(format!("plus de {limit} octets")),
        ProblemKind::DuplicateId { first } => Some(format!("déjà dans {}", place(first))),
        ProblemKind::NotUtf8 { byte } => Some(format!("octet 0x{byte:02X}")),
        ProblemKind::TooLarge { limit } => Some(format!("plus de {limit} octets")),
        ProblemKind::Unreadable { reason } => Some(reason.clone()),
        ProblemKind::Missing { .. }
        | ProblemKind::EmptyItem
        | ProblemKind::Doctype { .. }
        | ProblemKind::UnknownFormat
        | ProblemKind::NoFiche { .. } => None,
    }
}
