//! French sentences for a student: tutoiement, both gender forms, no verdict, no percentage.
//!
//! Each function makes one short sentence from data. A sentence about a reason starts from a fact that the student gave.

use crate::catalogue::{AccessLevel, Title};
use crate::criteria::Origin;
use crate::explanation::Contribution;
use crate::features::Criterion;
use crate::profile::Profile;
use crate::ranking::{Diversity, Excluded, GateReason, Loosening, Move};

/// From this answer on, a yes is a plain yes, and its opposite a plain no.
const CLEAR_ANSWER: f64 = 0.75;

pub(super) const HEADING: &str = "Des pistes à explorer, d'après tes réponses";
pub(super) const NO_RESULT: &str = "Aucun métier ne passe tes filtres.";
pub(super) const SILENT: &str = "Tu n'as pas encore répondu : rien ne distingue ces métiers, leur ordre est un tirage.";
pub(super) const SILENT_VARIED: &str =
    "Tu n'as pas encore répondu : rien ne distingue ces métiers, leur ordre vient d'un tirage, puis de la diversité.";
pub(super) const LOOSEN_SEVERAL: &str = "Aucun filtre enlevé seul ne suffit : enlèves-en plusieurs.";
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
pub(super) fn answer_word(answer: f64) -> &'static str {
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
    let answer = answer_word(contribution.query);
    match (contribution.criterion, contribution.origin) {
        (Criterion::Interest, _) => format!("Tu as dit {answer} à « {name} »."),
        (Criterion::Related, _) => format!("« {name} » va souvent avec ce que tu aimes."),
        (Criterion::AccessLevel, _) => level_reason(name, profile),
        (Criterion::Status, _) => format!("Tu as dit {answer} au statut « {name} » : il est possible ici."),
        (Criterion::Sector, Origin::Answer) => format!("Tu as dit {answer} au secteur « {name} »."),
        (Criterion::Sector, _) => format!("Tes réponses vont souvent avec le secteur « {name} »."),
        (Criterion::Riasec, Origin::Answer) => {
            format!("Ton profil penche vers le type « {} », ce métier aussi.", letter_name(name))
        }
        (Criterion::Riasec, _) => format!("Tes réponses penchent vers le type « {} », ce métier aussi.", letter_name(name)),
        (Criterion::Domain, _) => "Dans son domaine, beaucoup de métiers ont tes centres d'intérêt.".to_owned(),
        (Criterion::Similar, _) if is_domain(name) => "Il est du même domaine qu'un métier que tu aimes.".to_owned(),
        (Criterion::Similar, _) => format!("Il partage « {name} » avec un métier que tu aimes."),
    }
}

/// A point that pulls down.
pub(super) fn reserve(contribution: &Contribution, profile: &Profile) -> String {
    let name = contribution.feature.as_deref().unwrap_or_default();
    let answer = answer_word(contribution.query);
    match contribution.criterion {
        Criterion::AccessLevel => level_reason(name, profile),
        Criterion::Status => format!("Un point à vérifier : tu as dit {answer} au statut « {name} »."),
        Criterion::Sector | Criterion::Domain => format!("Un point à vérifier : tu as dit {answer} au secteur « {name} »."),
        Criterion::Riasec => {
            format!("Un point à vérifier : ton profil penche peu vers le type « {} », ce métier davantage.", letter_name(name))
        }
        Criterion::Interest | Criterion::Related | Criterion::Similar => {
            format!("Un point à vérifier : tu as dit {answer} à « {name} ».")
        }
    }
}

/// The type that a letter of Holland's model stands for.
fn letter_name(letter: &str) -> &'static str {
    match letter {
        "R" => "réaliste : concret, technique",
        "I" => "investigateur : chercher, comprendre",
        "A" => "artistique : créer, exprimer",
        "S" => "social : aider, transmettre",
        "E" => "entreprenant : mener, convaincre",
        _ => "conventionnel : organiser, vérifier",
    }
}

/// Whether a name of a column is a domain of the ROME, such as K21.
fn is_domain(name: &str) -> bool {
    let mut characters = name.chars();
    name.len() == 3
        && characters.next().is_some_and(|first| first.is_ascii_uppercase())
        && characters.all(|digit| digit.is_ascii_digit())
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
        Criterion::Interest | Criterion::Related => "de centre d'intérêt",
        Criterion::AccessLevel => "de niveau d'accès",
        Criterion::Status => "de statut",
        Criterion::Sector => "de secteur",
        Criterion::Riasec => "de type RIASEC",
        Criterion::Domain => "de code ROME",
        Criterion::Similar => "de quoi comparer avec les métiers que tu aimes",
    };
    format!("La fiche ne donne pas {what} : cela n'avantage ni ne désavantage ce métier.")
}

/// Who has the same score.
pub(super) fn tied(n_others: usize, is_varied: bool) -> String {
    if is_varied {
        let others = if n_others == 1 { "un autre métier".to_owned() } else { format!("{n_others} autres métiers") };
        format!("Ex æquo avec {others} : la diversité décide de l'ordre, puis un tirage.")
    } else if n_others == 1 {
        "Ex æquo avec un autre métier : l'ordre entre les deux est un tirage.".to_owned()
    } else {
        format!("Ex æquo avec {n_others} autres métiers : leur ordre est un tirage.")
    }
}

/// What diversity does with the list.
pub(super) fn diversity(diversity: Diversity) -> Option<&'static str> {
    match diversity {
        Diversity::None => None,
        Diversity::Xquad { .. } => Some("Cette liste est variée : elle cherche à couvrir plus de choses que tu aimes."),
        Diversity::Mmr { .. } => Some("Cette liste est variée : elle évite les métiers trop proches les uns des autres."),
    }
}

/// From which rank diversity moved a métier, and why; nothing when it stays.
pub(super) fn moved(moved: &Move, rank: usize) -> Option<String> {
    if moved.raw_rank == rank {
        return None;
    }
    let place = format!("Ce métier est placé ici (rang {} sans diversité).", moved.raw_rank);
    let why = match &moved.aspect {
        _ if moved.raw_rank < rank => "D'autres métiers apportent plus de variété et passent devant.".to_owned(),
        None => "Il passe devant un métier plus proche de ceux au-dessus.".to_owned(),
        Some(aspect) => {
            let above = match aspect.n_above {
                0 => "que les métiers au-dessus ne couvrent pas encore".to_owned(),
                1 => "qu'un seul métier au-dessus couvre déjà".to_owned(),
                n => format!("que {n} métiers au-dessus couvrent déjà"),
            };
            format!("Il couvre « {} », {above}.", aspect.interest)
        }
    };
    Some(format!("{place} {why}"))
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
        reason => format!("par {}", gate(reason, profile)),
    };
    let silent = match excluded.n_without_data {
        0 => String::new(),
        1 => ", dont 1 parce que sa fiche ne le dit pas".to_owned(),
        silent => format!(", dont {silent} parce que leur fiche ne le dit pas"),
    };
    format!("{count} {is_left_out} {because}{silent}.")
}

/// The name of a gate of the student.
fn gate(reason: GateReason, profile: &Profile) -> String {
    match reason {
        GateReason::Exclude => "ta liste de métiers à ne pas voir".to_owned(),
        GateReason::MaxAccessLevel => {
            let max = profile.gates().max_access_level.map_or(String::new(), |level| format!(" « {level} »"));
            format!("ton filtre de niveau{max}")
        }
        GateReason::Statuses => "ton filtre de statut".to_owned(),
        GateReason::Sectors => "ton filtre de secteur".to_owned(),
    }
}

/// What comes back when one gate goes.
pub(super) fn loosening(loosening: &Loosening, profile: &Profile) -> String {
    let back = match loosening.n_metiers {
        1 => "1 métier revient".to_owned(),
        n => format!("{n} métiers reviennent"),
    };
    let removed = format!("Si tu enlèves {}, {back}.", gate(loosening.reason, profile));
    match loosening.lowest_level {
        None => removed,
        Some(level) => format!("{removed} Il suffit de monter à « {level} » pour en voir."),
    }
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
        Criterion::Related => "intérêts voisins",
        Criterion::AccessLevel => "niveau d'accès",
        Criterion::Status => "statut",
        Criterion::Sector => "secteur",
        Criterion::Riasec => "type RIASEC",
        Criterion::Domain => "domaine ROME",
        Criterion::Similar => "métiers aimés",
    }
}

/// The name of a criterion whose answer was inferred, in a table.
pub(super) fn inferred(name: &str) -> String {
    format!("{name} (déduit)")
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
    //! Properties: names in both forms share what they share; sentences about places and filters, whole, of 25 words at the most.

    use super::*;
    use crate::ranking::Aspect;

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

    fn place(raw_rank: usize, aspect: Option<usize>) -> Move {
        let (relevance_gain, diversity_gain) = (crate::explanation::Points::ZERO, crate::explanation::Points::ZERO);
        let aspect = aspect.map(|n_above| Aspect { interest: "j'aime la nature".into(), n_above });
        Move { raw_rank, relevance_gain, diversity_gain, aspect }
    }

    #[track_caller]
    fn told(sentences: &str, expected: &str) {
        assert_eq!(sentences, expected);
        assert!(sentences.split_inclusive(". ").all(|sentence| sentence.split_whitespace().count() <= 25), "{sentences}");
    }

    #[track_caller]
    fn places(moved_here: &Move, rank: usize, expected: &str) {
        told(&moved(moved_here, rank).expect("it moved"), expected);
    }

    #[test]
    fn a_moved_metier_says_from_which_rank_and_why() {
        places(
            &place(14, Some(0)),
            3,
            "Ce métier est placé ici (rang 14 sans diversité). Il couvre « j'aime la nature », que les métiers au-dessus ne couvrent pas encore.",
        );
        places(
            &place(14, Some(1)),
            3,
            "Ce métier est placé ici (rang 14 sans diversité). Il couvre « j'aime la nature », qu'un seul métier au-dessus couvre déjà.",
        );
        places(
            &place(14, Some(2)),
            3,
            "Ce métier est placé ici (rang 14 sans diversité). Il couvre « j'aime la nature », que 2 métiers au-dessus couvrent déjà.",
        );
        places(
            &place(14, None),
            3,
            "Ce métier est placé ici (rang 14 sans diversité). Il passe devant un métier plus proche de ceux au-dessus.",
        );
        places(
            &place(2, None),
            3,
            "Ce métier est placé ici (rang 2 sans diversité). D'autres métiers apportent plus de variété et passent devant.",
        );
        assert_eq!(moved(&place(3, Some(0)), 3), None);
    }

    #[test]
    fn a_filter_says_what_comes_back_without_it() {
        let profile = Profile::builder().max_access_level(AccessLevel::Bac).build().expect("is valid");
        let loosen = |reason, n_metiers, lowest_level| loosening(&Loosening { reason, n_metiers, lowest_level }, &profile);
        told(
            &loosen(GateReason::MaxAccessLevel, 12, Some(AccessLevel::BacPlus2)),
            "Si tu enlèves ton filtre de niveau « Bac ou équivalent », 12 métiers reviennent. Il suffit de monter à « Bac + 2 » pour en voir.",
        );
        told(&loosen(GateReason::Statuses, 1, None), "Si tu enlèves ton filtre de statut, 1 métier revient.");
        told(&loosen(GateReason::Sectors, 2, None), "Si tu enlèves ton filtre de secteur, 2 métiers reviennent.");
        told(&loosen(GateReason::Exclude, 2, None), "Si tu enlèves ta liste de métiers à ne pas voir, 2 métiers reviennent.");
    }
}
