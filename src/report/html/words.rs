//! French words that only the page has: headings, legends, what pictures show in words, and the counsellor's part.
//!
//! Sentences about reasons, places and filters are those of the text report.

use crate::catalogue::AccessLevel;
use crate::explanation::Contribution;
use crate::features::Criterion;
use crate::inquiry::Robustness;
use crate::report::words::{is_domain, letter_name};

pub(super) const LEADS: &str = "Tes pistes";
pub(super) const WHY: &str = "Pourquoi ?";
pub(super) const LEVELS: &str = "Les niveaux d'accès";
pub(super) const ANSWERS: &str = "Tes réponses";
pub(super) const NEXT: &str = "Et maintenant ?";
pub(super) const TIED: &str = "ex æquo";
pub(super) const NO_LEVEL: &str = "La fiche ne donne pas de niveau d'accès.";
pub(super) const INFERRED: &str = "déduit";
pub(super) const OTHER_TERMS: &str = "tout le reste";
pub(super) const BARS_LEGEND: &str =
    "Une barre vers la droite (+) rapproche le métier de tes réponses, une barre vers la gauche (−) l'en éloigne.";
pub(super) const INFERRED_LEGEND: &str = "En italique et en pointillé : ce qui est déduit, sans que tu l'aies dit.";
pub(super) const STABILITY_LEGEND: &str =
    "Stable : le métier reste dans la liste quand les réglages changent un peu. Fragile : il peut en sortir.";
pub(super) const LADDER_NUMBERS: &str = "Les numéros sont ceux de tes pistes.";
pub(super) const HERE: &str = "ce métier";
pub(super) const LADDER_ONE: &str = "Le rond marque ce métier.";

/// The sentence below a bracket: who is equal in it, and with whom beyond it.
pub(super) fn tied_group(n_shown: usize, n_tied: usize, is_varied: bool) -> String {
    let order = match (is_varied, n_tied) {
        (true, _) => "la diversité décide de leur ordre, puis un tirage",
        (false, 2) => "l'ordre entre les deux est un tirage",
        (false, _) => "leur ordre est un tirage",
    };
    match n_tied - n_shown {
        0 => format!("Ces {n_shown} métiers sont ex æquo : {order}."),
        1 => format!("Ces {n_shown} métiers sont ex æquo, avec un autre : {order}."),
        n => format!("Ces {n_shown} métiers sont ex æquo, avec {n} autres : {order}."),
    }
}

/// The level from which one can enter.
pub(super) fn access(level: AccessLevel) -> String {
    format!("Accès : {level}")
}

/// The mark of a place.
pub(super) fn stability(mark: Robustness) -> &'static str {
    match mark {
        Robustness::Stable => "stable",
        Robustness::FairlyStable => "assez stable",
        Robustness::Fragile => "fragile",
    }
}

/// The name of a term beside its bar.
pub(super) fn term(term: &Contribution) -> String {
    let name = term.feature.as_deref().unwrap_or_default();
    match term.criterion {
        Criterion::Interest | Criterion::Related => name.to_owned(),
        Criterion::AccessLevel => format!("niveau {name}"),
        Criterion::Status => format!("statut {name}"),
        Criterion::Sector => format!("secteur {name}"),
        Criterion::Riasec => format!("type {}", letter_name(name).split(' ').next().unwrap_or(name)),
        Criterion::Domain => "son domaine".to_owned(),
        Criterion::Similar if is_domain(name) => "domaine d'un métier aimé".to_owned(),
        Criterion::Similar => format!("métier aimé, {name}"),
    }
}

/// What a picture of bars is called.
pub(super) fn bars_title(name: &str) -> String {
    format!("Ce qui rapproche ou éloigne de tes réponses : {name}")
}

/// What the picture of the ladder is called.
pub(super) const LADDER_TITLE: &str = "Échelle des niveaux d'accès";

/// The short name of a rung beside the ladder.
pub(super) fn rung(level: AccessLevel) -> &'static str {
    match level {
        AccessLevel::Brevet => "brevet",
        AccessLevel::Cap => "CAP",
        AccessLevel::Bac => "Bac",
        other => other.label(),
    }
}

/// What stands on a rung, for those who do not see the picture.
pub(super) fn rung_in_words(level: AccessLevel, marks: &[&str]) -> String {
    match marks {
        [] => format!("{level} : rien."),
        marks => format!("{level} : {}.", marks.join(", ")),
    }
}

/// What the signs on the ladder mean; nothing when the student gave no level.
pub(super) fn range(reached: Option<AccessLevel>, willing: Option<AccessLevel>) -> Option<String> {
    match (reached, willing) {
        (None, None) => None,
        (Some(reached), None) => Some(format!("Tu as le niveau « {reached} » (●).")),
        (None, Some(willing)) => Some(format!("Tu envisages d'aller jusqu'à « {willing} » (▲).")),
        (Some(reached), Some(willing)) => {
            Some(format!("Tu as le niveau « {reached} » (●) et tu envisages d'aller jusqu'à « {willing} » (▲)."))
        }
    }
}

/// A lead by its rank, in words.
pub(super) fn lead(rank: usize) -> String {
    format!("piste {rank}")
}

/// Which métiers are on no rung; nothing when all are on one.
pub(super) fn without_level(ranks: &[String]) -> Option<String> {
    match ranks {
        [] => None,
        [one] => Some(format!("La fiche de la piste {one} ne donne pas de niveau.")),
        several => Some(format!("Les fiches des pistes {} ne donnent pas de niveau.", several.join(", "))),
    }
}

pub(super) const ANSWERS_NONE: &str = "Aucune pour l'instant.";
pub(super) const ANSWER_LEVEL: &str = "niveau";
pub(super) const ANSWER_METIERS: &str = "métiers que tu aimes";
pub(super) const ANSWER_RIASEC: &str = "profil RIASEC";

/// A status in a list of answers.
pub(super) fn status(name: &str) -> String {
    format!("statut « {name} »")
}

/// A sector in a list of answers.
pub(super) fn sector(name: &str) -> String {
    format!("secteur « {name} »")
}

/// How far the student is and wants to go, in a list of answers; nothing when neither is known.
pub(super) fn levels(reached: Option<AccessLevel>, willing: Option<AccessLevel>) -> Option<String> {
    match (reached, willing) {
        (None, None) => None,
        (Some(reached), None) => Some(format!("atteint : « {reached} »")),
        (None, Some(willing)) => Some(format!("envisagé : « {willing} »")),
        (Some(reached), Some(willing)) => Some(format!("atteint : « {reached} » ; envisagé : « {willing} »")),
    }
}

pub(super) const COUNSELLOR: &str = "Pour qui accompagne : le détail du calcul";
pub(super) const COUNSELLOR_HEADING: &str = "Le détail du calcul";
pub(super) const COUNSELLOR_INTRO: [&str; 4] = [
    "Le total d'un métier est la somme exacte de ses points, entre 0 et 1 ; 0,5 est neutre.",
    "Points = réponse × part de la fiche × moitié du poids du critère. Le point de départ d'un critère est la moitié de son poids.",
    "« Déduit » : la valeur vient des réponses sur les centres d'intérêt, non d'une réponse directe.",
    "Ces nombres classent des pistes ; ils ne mesurent ni une aptitude ni une chance de réussite.",
];
pub(super) const WEIGHTS_CAPTION: &str = "Poids des critères";
pub(super) const WEIGHTS_COLUMNS: [&str; 3] = ["critère", "réglage", "appliqué ici"];
pub(super) const TERMS_CAPTION: &str = "Points de chaque métier";
pub(super) const TERMS_COLUMNS: [&str; 4] = ["élément", "réponse", "part", "points"];
pub(super) const TOTAL: &str = "total";
pub(super) const START: &str = "point de départ";
pub(super) const NOTHING: &str = "–";
pub(super) const PRINT_HINT: &str = "Cette partie ne s'imprime que si elle est ouverte.";

/// What the fiche does not give, for the counsellor.
pub(super) fn missing(criteria: &[&str]) -> String {
    format!("absent de la fiche, compté comme neutre : {}", criteria.join(", "))
}

/// Where the result came from.
pub(super) fn provenance(n_metiers: usize, fingerprint: &str, seed: u64) -> String {
    format!("Catalogue : {n_metiers} métiers, empreinte {fingerprint}. Graine des tirages : {seed}.")
}

#[cfg(test)]
mod tests {
    //! Properties: the sentence of a bracket, whole; sentences of 25 words at the most, without percentage or point médian.

    use super::*;

    #[test]
    fn a_bracket_says_who_is_equal() {
        assert_eq!(tied_group(2, 2, false), "Ces 2 métiers sont ex æquo : l'ordre entre les deux est un tirage.");
        assert_eq!(tied_group(2, 3, false), "Ces 2 métiers sont ex æquo, avec un autre : leur ordre est un tirage.");
        assert_eq!(
            tied_group(3, 38, true),
            "Ces 3 métiers sont ex æquo, avec 35 autres : la diversité décide de leur ordre, puis un tirage."
        );
    }

    #[test]
    fn sentences_keep_the_rules() {
        let bac = Some(AccessLevel::Bac);
        let level = Some(AccessLevel::BacPlus9AndMore);
        let ranks = ["1", "2", "3"].map(str::to_owned);
        let mut texts: Vec<String> =
            [BARS_LEGEND, INFERRED_LEGEND, STABILITY_LEGEND, LADDER_NUMBERS, LADDER_ONE, NO_LEVEL, PRINT_HINT]
                .iter()
                .chain(&COUNSELLOR_INTRO)
                .map(ToString::to_string)
                .collect();
        texts.extend([range(bac, level), range(bac, None), range(None, level), without_level(&ranks)].into_iter().flatten());
        texts.extend([
            tied_group(3, 38, true),
            access(AccessLevel::Bac),
            provenance(152, "0f", 7),
            missing(&["statut", "secteur"]),
        ]);
        for text in texts {
            let longest = text.split_inclusive(". ").map(|sentence| sentence.split_whitespace().count()).max();
            assert!(longest <= Some(25), "{longest:?} words: {text}");
            assert!(!text.contains(['·', '%']), "{text}");
        }
    }
}
