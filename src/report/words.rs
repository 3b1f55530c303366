//! French sentences for a student: tutoiement, both gender forms, no verdict, no percentage.
//!
//! Each function makes one short sentence from data. A sentence about a reason starts from a fact that the student gave.

use crate::catalogue::{AccessLevel, Title};
use crate::explanation::Contribution;
use crate::features::Criterion;
use crate::profile::Profile;
use crate::ranking::{Excluded, GateReason};

/// From this answer on, a yes is a plain yes, and its opposite a plain no.
const CLEAR_ANSWER: f64 = 0.75;

pub(super) const HEADING: &str = "Des pistes à explorer, d'après tes réponses";
pub(super) const NO_RESULT: &str = "Aucun métier ne passe tes filtres.";
pub(super) const SILENT: &str = "Tu n'as pas encore répondu : rien ne distingue ces métiers, leur ordre est un tirage.";
pub(super) const CLOSING: &str = "Ce sont des pistes à explorer, pas un verdict.";
pub(super) const NEXT_STEP: &str = "Lis les fiches, puis parles-en avec ta ou ton psyEN, ou avec une personne de ton entourage.";
pub(super) const NOTHING_IN_FAVOUR: &str = "Aucune de tes réponses ne met ce métier en avant.";

/// The name of a métier in both forms, what they share written once: « ferronnière ou ferronnier d'art ».
pub(super) fn both_forms(title: &Title) -> String {
    if title.feminine == title.masculine {
        return title.feminine.clone();
    }
    let feminine: Vec<&str> = title.feminine.split_whitespace().collect();
    let masculine: Vec<&str> = title.masculine.split_whitespace().collect();
    let n_shared = feminine.iter().rev().zip(masculine.iter().rev()).take_while(|(left, right)| left == right).count();
    let own = feminine[..feminine.len() - n_shared].join(" ");
    format!("{own} ou {}", masculine.join(" "))
}

/// How a student answered, in words.
fn answer_word(answer: f64) -> &'static str {
    match answer {
        a if CLEAR_ANSWER <= a => "oui",
        a if 0.0 < a => "plutôt oui",
        a if a <= -CLEAR_ANSWER => "non",
        _ => "plutôt non",
    }
}

/// A reason in favour.
pub(super) fn reason(contribution: &Contribution, profile: &Profile) -> String {
    let name = contribution.feature.as_deref().unwrap_or_default();
    match contribution.criterion {
        Criterion::Interest => format!("Tu as dit {} à « {name} ».", answer_word(contribution.query)),
        Criterion::AccessLevel => level_reason(name, profile),
        Criterion::Status => format!("Tu as dit {} au statut « {name} » : il est possible ici.", answer_word(contribution.query)),
        Criterion::Sector => format!("Tu as dit {} au secteur « {name} ».", answer_word(contribution.query)),
    }
}

/// A point that pulls down.
pub(super) fn reserve(contribution: &Contribution, profile: &Profile) -> String {
    let name = contribution.feature.as_deref().unwrap_or_default();
    match contribution.criterion {
        Criterion::Interest => {
            format!("Un point à vérifier : tu as dit {} à « {name} ».", answer_word(contribution.query))
        }
        Criterion::AccessLevel => level_reason(name, profile),
        Criterion::Status => format!("Un point à vérifier : tu as dit {} au statut « {name} ».", answer_word(contribution.query)),
        Criterion::Sector => {
            format!("Un point à vérifier : tu as dit {} au secteur « {name} ».", answer_word(contribution.query))
        }
    }
}

/// What the access level has to do with what the student said.
fn level_reason(name: &str, profile: &Profile) -> String {
    let Ok(level) = name.parse::<AccessLevel>() else { return format!("Niveau d'accès : {name}.") };
    match (profile.reached(), profile.willing()) {
        (_, Some(willing)) if willing < level && profile.reached().is_none_or(|reached| reached < level) => {
            format!("Un point à vérifier : l'accès se fait à partir de « {name} », au-delà de ce que tu envisages.")
        }
        (Some(reached), None) if reached < level => {
            format!("L'accès se fait à partir de « {name} » : il faudrait continuer après « {reached} ».")
        }
        (_, Some(willing)) if level == willing => {
            format!("Tu envisages d'aller jusqu'à « {willing} » : c'est le niveau d'accès de ce métier.")
        }
        (Some(reached), _) if level == reached => {
            format!("Tu as le niveau « {reached} » : c'est le niveau d'accès de ce métier.")
        }
        (_, Some(willing)) => format!("Tu envisages d'aller jusqu'à « {willing} » : l'accès se fait à partir de « {name} »."),
        (Some(reached), None) => format!("Tu as le niveau « {reached} » : l'accès se fait à partir de « {name} »."),
        (None, None) => format!("Niveau d'accès : {name}."),
    }
}

/// How many of the métier's interests the student said yes to; nothing without interests or answers.
pub(super) fn interest_count(contributions: &[Contribution], n_interests: usize) -> Option<String> {
    let is_liked = |contribution: &&Contribution| {
        contribution.criterion == Criterion::Interest && contribution.feature.is_some() && 0.0 < contribution.query
    };
    match (contributions.iter().filter(is_liked).count(), n_interests) {
        (0, _) => None,
        (1, 1) => Some("C'est son seul centre d'intérêt dans la fiche.".to_owned()),
        (n, total) if n == total => Some(format!("Ce sont ses {total} centres d'intérêt dans la fiche.")),
        (1, total) => Some(format!("C'est un de ses {total} centres d'intérêt dans la fiche.")),
        (n, total) => Some(format!("Ce sont {n} de ses {total} centres d'intérêt dans la fiche.")),
    }
}

/// What the fiche does not say.
pub(super) fn missing(criterion: Criterion) -> String {
    let what = match criterion {
        Criterion::Interest => "de centre d'intérêt",
        Criterion::AccessLevel => "de niveau d'accès",
        Criterion::Status => "de statut",
        Criterion::Sector => "de secteur",
    };
    format!("La fiche ne donne pas {what} : cela n'avantage ni ne désavantage ce métier.")
}

/// Who has the same score.
pub(super) fn tied(n_others: usize) -> String {
    if n_others == 1 {
        "Ex æquo avec un autre métier : l'ordre entre les deux est un tirage.".to_owned()
    } else {
        format!("Ex æquo avec {n_others} autres métiers : leur ordre est un tirage.")
    }
}

/// How many métiers were looked at.
pub(super) fn looked_at(n_ranked: usize, n_shown: usize) -> String {
    match (n_ranked, n_shown) {
        (1, _) => "Un métier regardé.".to_owned(),
        (n, shown) if n <= shown || shown == 0 => format!("{n} métiers regardés."),
        (n, 1) => format!("{n} métiers regardés, voici la première piste."),
        (n, shown) => format!("{n} métiers regardés, voici les {shown} premières pistes."),
    }
}

/// What a gate removed.
pub(super) fn excluded(excluded: &Excluded, profile: &Profile) -> String {
    let n = excluded.n_metiers;
    let count = if n == 1 { "1 métier".to_owned() } else { format!("{n} métiers") };
    let is_left_out = if n == 1 { "est laissé de côté" } else { "sont laissés de côté" };
    let because = match excluded.reason {
        GateReason::Exclude => "à ta demande".to_owned(),
        GateReason::MaxAccessLevel => {
            let max = profile.gates().max_access_level.map_or(String::new(), |level| format!(" « {level} »"));
            format!("par ton filtre de niveau{max}")
        }
        GateReason::Statuses => "par ton filtre de statut".to_owned(),
        GateReason::Sectors => "par ton filtre de secteur".to_owned(),
    };
    let silent = match excluded.n_without_data {
        0 => String::new(),
        1 => ", dont 1 parce que sa fiche ne le dit pas".to_owned(),
        silent => format!(", dont {silent} parce que leur fiche ne le dit pas"),
    };
    format!("{count} {is_left_out} {because}{silent}.")
}

/// Why a métier is not in the ranking.
pub(super) fn refused(reason: GateReason) -> &'static str {
    match reason {
        GateReason::Exclude => "Tu as demandé à ne pas voir ce métier : il n'est pas classé.",
        GateReason::MaxAccessLevel => "Ton filtre de niveau laisse ce métier de côté : il n'est pas classé.",
        GateReason::Statuses => "Ton filtre de statut laisse ce métier de côté : il n'est pas classé.",
        GateReason::Sectors => "Ton filtre de secteur laisse ce métier de côté : il n'est pas classé.",
    }
}

/// Where a métier stands.
pub(super) fn standing(rank: usize, n_ranked: usize) -> String {
    format!("Rang {rank} sur {n_ranked} métiers regardés.")
}

/// The name of a criterion in a table.
pub(super) fn criterion(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Interest => "centres d'intérêt",
        Criterion::AccessLevel => "niveau d'accès",
        Criterion::Status => "statut",
        Criterion::Sector => "secteur",
    }
}

/// A number with a decimal comma.
pub(super) fn number(value: f64, decimals: usize) -> String {
    format!("{value:.decimals$}").replace('.', ",")
}

/// A number with its sign and a decimal comma.
pub(super) fn signed(value: f64, decimals: usize) -> String {
    format!("{value:+.decimals$}").replace('.', ",").replace('-', "−")
}

#[cfg(test)]
mod tests {
    //! Properties: names in both forms share what they share.

    use super::*;

    #[track_caller]
    fn named(feminine: &str, masculine: &str, expected: &str) {
        let title = Title { heading: String::new(), feminine: feminine.into(), masculine: masculine.into() };
        assert_eq!(both_forms(&title), expected);
    }

    #[test]
    fn both_forms_share_their_complement() {
        named("botaniste", "botaniste", "botaniste");
        named("ferronnière d'art", "ferronnier d'art", "ferronnière ou ferronnier d'art");
        named("agente générale d'assurances", "agent général d'assurances", "agente générale ou agent général d'assurances");
        named("sage-femme", "maïeuticien", "sage-femme ou maïeuticien");
    }
}
